package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/** The directories of a TIFF or BigTIFF file, checked against the file's size, and against rings of directories. */
public final class TiffDirectories {

    private static final int MOST_DIRECTORIES = 4096;
    private static final int MOST_TAGS = 4096;

    private TiffDirectories() {
    }

    /** Whether bytes begin as TIFF or BigTIFF files do. */
    public static boolean isTiff(byte[] head) {
        if (head.length < 8 || head[0] != head[1] || head[0] != 'I' && head[0] != 'M') {
            return false;
        }
        int magic = head[0] == 'I' ? head[2] & 0xff | (head[3] & 0xff) << 8 : head[3] & 0xff | (head[2] & 0xff) << 8;
        return magic == 42 || magic == 43;
    }

    /**
     * All directories in order.
     *
     * @throws DatasetFormatException if the file is no TIFF, ends early, has tags pointing outside, or its directories
     *     form a ring
     */
    public static List<TiffDirectory> read(Source source) throws IOException {
        RandomInput in = new RandomInput(source);
        byte[] head = source.read(0, 16);
        if (!isTiff(head)) {
            throw new DatasetFormatException(source.name(), "byte 0", "this is no TIFF file");
        }
        in.order(head[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        boolean big = in.unsigned(2, 2) == 43;
        if (big && (in.unsigned(4, 2) != 8 || in.unsigned(6, 2) != 0)) {
            throw in.error(4, "this BigTIFF has offsets that are not 8 bytes long");
        }
        long next = big ? in.unsigned(8, 8) : in.unsigned(4, 4);
        List<TiffDirectory> out = new ArrayList<>();
        Set<Long> seen = new HashSet<>();
        while (next != 0) {
            if (!seen.add(next)) {
                throw in.error(next, "the directories form a ring: this one comes a second time");
            }
            if (out.size() == MOST_DIRECTORIES) {
                throw in.error(next, "there are more than " + MOST_DIRECTORIES + " directories");
            }
            next = directory(in, next, big, out);
        }
        if (out.isEmpty()) {
            throw in.error(4, "there is no image directory");
        }
        return out;
    }

    private static long directory(RandomInput in, long position, boolean big, List<TiffDirectory> out)
            throws IOException {
        long n = in.unsigned(position, big ? 8 : 2);
        if (n < 1 || n > MOST_TAGS) {
            throw in.error(position, "a directory of " + Long.toUnsignedString(n) + " tags is not plausible");
        }
        int entry = big ? 20 : 12;
        long first = position + (big ? 8 : 2);
        Map<Integer, TiffTag> tags = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            long at = first + (long) i * entry;
            int number = (int) in.unsigned(at, 2);
            int type = (int) in.unsigned(at + 2, 2);
            long count = in.unsigned(at + 4, big ? 8 : 4);
            int bytes = TiffTag.bytesOf(type);
            if (bytes == 0) {
                // readers should skip fields of a type they do not know (TIFF 6.0, section 2)
                continue;
            }
            if (count < 0 || count > in.size() / bytes) {
                throw in.error(at, "tag " + number + " claims " + Long.toUnsignedString(count)
                        + " values, more than the file can hold");
            }
            long where = at + (big ? 12 : 8);
            if (count * bytes > (big ? 8 : 4)) {
                where = in.unsigned(where, big ? 8 : 4);
                if (where < 0 || where > in.size() - count * bytes) {
                    throw in.error(at, "tag " + number + " points beyond the end of the file");
                }
            }
            tags.putIfAbsent(number, new TiffTag(number, type, count, where, in));
        }
        out.add(new TiffDirectory(position, tags, in));
        return in.unsigned(first + n * entry, big ? 8 : 4);
    }
}
