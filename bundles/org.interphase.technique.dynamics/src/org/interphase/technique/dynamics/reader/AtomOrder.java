package org.interphase.technique.dynamics.reader;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.interphase.api.DatasetFormatException;

/** Where in a frame each atom stands, by its id. Not safe for use by several threads. */
final class AtomOrder {

    /** Ids up to this many times the number of atoms are looked up in an array. */
    private static final int DENSE = 8;

    private final int size;
    private final int least;
    private final int[] dense;
    private final Map<Integer, Integer> sparse = new HashMap<>();
    private final long[] seen;
    private long frame;

    /** @throws DatasetFormatException if two atoms have one id */
    AtomOrder(int[] ids, LineScanner lines) throws DatasetFormatException {
        size = ids.length;
        seen = new long[size];
        int low = Arrays.stream(ids).min().orElse(0);
        long range = (long) Arrays.stream(ids).max().orElse(0) - low + 1;
        least = low;
        dense = range <= (long) DENSE * size ? new int[(int) range] : null;
        if (dense != null) {
            Arrays.fill(dense, -1);
        }
        for (int i = 0; i < size; i++) {
            boolean twice = dense != null ? dense[ids[i] - least] >= 0 : sparse.putIfAbsent(ids[i], i) != null;
            if (twice) {
                throw lines.wrong("two atoms of this frame have the id " + ids[i]);
            }
            if (dense != null) {
                dense[ids[i] - least] = i;
            }
        }
    }

    int size() {
        return size;
    }

    /** Begins a frame. */
    void restart() {
        frame++;
    }

    /** The place of an atom, which may come once in a frame. */
    int place(int id, LineScanner lines) throws DatasetFormatException {
        int at = -1;
        if (dense != null) {
            long k = (long) id - least;
            at = k >= 0 && k < dense.length ? dense[(int) k] : -1;
        } else {
            at = sparse.getOrDefault(id, -1);
        }
        if (at < 0) {
            throw lines.wrong("atom " + id + " is not in the first frame: atoms come and go, which can't be followed");
        }
        if (seen[at] == frame) {
            throw lines.wrong("atom " + id + " comes twice in this frame");
        }
        seen[at] = frame;
        return at;
    }
}
