package org.interphase.electro.impedance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.interphase.model.Column;
import org.interphase.model.Remark;

/**
 * The sweeps of frequency in the rows of a record.
 *
 * @param parts rows of each sweep
 * @param remarks what was left out
 */
record FrequencySweeps(List<int[]> parts, List<Remark> remarks) {

    private static final int FEWEST_POINTS = 2;
    /** A jump back by this factor begins a new sweep. */
    private static final double RESTART = 3;
    /** A sweep has turned round when this many steps go one way and then the other, each over a factor of three. */
    private static final int STEPS = 4;
    private static final double SAME = 1e-6;

    /**
     * @param rows rows with frequency and impedance
     * @param f frequencies
     * @param cycle numbers of cycles, or null
     */
    static FrequencySweeps of(int[] rows, Column f, Column cycle) {
        List<int[]> out = new ArrayList<>();
        List<Integer> alone = new ArrayList<>();
        int start = 0;
        int direction = 0;
        int turn = turn(rows, f, 0);
        for (int k = 1; k <= rows.length; k++) {
            boolean cut = k == rows.length;
            if (!cut) {
                double ratio = f.get(rows[k]) / f.get(rows[k - 1]);
                boolean restart = direction < 0 && ratio > RESTART || direction > 0 && ratio < 1 / RESTART;
                boolean next = cycle != null && cycle.get(rows[k]) != cycle.get(rows[k - 1]);
                cut = restart || next || k == turn;
                if (!cut && Math.abs(Math.log(ratio)) > SAME) {
                    direction = ratio < 1 ? -1 : 1;
                }
            }
            if (cut) {
                if (k - start >= FEWEST_POINTS) {
                    out.add(Arrays.copyOfRange(rows, start, k));
                } else {
                    alone.add(rows[start] + 1);
                }
                start = k;
                direction = 0;
                turn = k < rows.length ? turn(rows, f, k) : -1;
            }
        }
        if (out.isEmpty()) {
            return new FrequencySweeps(List.of(rows), List.of());
        }
        return new FrequencySweeps(List.copyOf(out), alone.isEmpty() ? List.of() : List.of(Remark.info(
                (alone.size() == 1 ? "Data row " : "Data rows ") + alone.stream().map(String::valueOf)
                        .collect(Collectors.joining(", ")) + (alone.size() == 1 ? " is a single frequency"
                                : " are single frequencies") + " outside the sweeps and left out.")));
    }

    /** Where the sweep that begins at {@code start} has turned round: the first row of the way back, or -1. */
    private static int turn(int[] rows, Column f, int start) {
        int direction = 0;
        int steps = 0;
        for (int k = start + 1; k < rows.length; k++) {
            int d = step(rows, f, k);
            if (d == 0) {
                continue;
            }
            if (direction == 0 || d == direction) {
                direction = d;
                steps++;
                continue;
            }
            // a sweep that goes to and fro from point to point is one sweep in disorder
            int first = k;
            while (first > start + 1 && step(rows, f, first - 1) == 0) {
                first--;
            }
            return steps >= STEPS && wide(f, rows, start, first - 1) && goesBack(rows, f, k, d) ? first : -1;
        }
        return -1;
    }

    private static boolean goesBack(int[] rows, Column f, int from, int direction) {
        int end = from;
        int steps = 0;
        for (int k = from; k < rows.length && step(rows, f, k) != -direction; k++) {
            steps += step(rows, f, k) == direction ? 1 : 0;
            end = k;
        }
        return steps >= STEPS && wide(f, rows, from - 1, end);
    }

    private static boolean wide(Column f, int[] rows, int from, int to) {
        double ratio = f.get(rows[to]) / f.get(rows[from]);
        return ratio > RESTART || ratio < 1 / RESTART;
    }

    private static int step(int[] rows, Column f, int k) {
        double change = Math.log(f.get(rows[k]) / f.get(rows[k - 1]));
        return Math.abs(change) <= SAME ? 0 : change < 0 ? -1 : 1;
    }
}
