package org.interphase.technique.microscopy.reader.gatan;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.technique.microscopy.reader.tiff.RandomInput;

/**
 * The tag tree of a Gatan DM3 or DM4 file. The format is not published; the layout is as worked out by users (for
 * example C. Boothroyd, "Digital Micrograph 3 file format"): groups and data tags by name, the structure in big endian,
 * the data in the order the header states. Arrays are only located, not read.
 */
final class DmTags {

    private static final int DEEPEST = 64;
    private static final int MOST_TAGS = 1_000_000;

    /**
     * Where an array's values are.
     *
     * @param position in the file
     * @param count number of values
     * @param bytes of one value; a structure's fields together
     */
    record Located(long position, long count, int bytes) {
    }

    private final RandomInput in;
    private final boolean long64;
    private final ByteOrder dataOrder;
    /** Leaves by path, for example {@code ImageList.1.ImageData.Dimensions.0}. */
    private final Map<String, Object> leaves = new LinkedHashMap<>();
    private long position;
    private int tags;

    private DmTags(Source source) throws IOException {
        in = new RandomInput(source);
        in.order(ByteOrder.BIG_ENDIAN);
        long version = in.unsigned(0, 4);
        if (version != 3 && version != 4) {
            throw in.error(0, "this is no DM3 or DM4 file (version " + version + ")");
        }
        long64 = version == 4;
        position = 4 + word();
        long order = in.unsigned(position, 4);
        if (order > 1) {
            throw in.error(position, "the byte order mark is " + order + ", not 0 or 1");
        }
        dataOrder = order == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        position += 4;
    }

    private int word() {
        return long64 ? 8 : 4;
    }

    /** Reads the tree. */
    static DmTags read(Source source) throws IOException {
        DmTags t = new DmTags(source);
        t.group("", 0);
        return t;
    }

    /** Whether bytes look like a DM file's beginning. */
    static boolean isDm(byte[] b) {
        if (b.length < 24 || b[0] != 0 || b[1] != 0 || b[2] != 0 || b[3] != 3 && b[3] != 4) {
            return false;
        }
        int at = b[3] == 3 ? 8 : 12;
        return b[at] == 0 && b[at + 1] == 0 && b[at + 2] == 0 && (b[at + 3] == 0 || b[at + 3] == 1)
                && (b[at + 4] == 0 || b[at + 4] == 1) && (b[at + 5] == 0 || b[at + 5] == 1);
    }

    private long next(int bytes) throws IOException {
        long v = in.unsigned(position, bytes);
        position += bytes;
        return v;
    }

    private void group(String path, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw in.error(position, "groups are nested more than " + DEEPEST + " deep");
        }
        next(1);
        next(1);
        long at = position;
        long n = next(word());
        // every entry takes at least three bytes
        if (n < 0 || n > (in.size() - position) / 3 + 1) {
            throw in.error(at, "a group of " + Long.toUnsignedString(n) + " tags does not fit the file");
        }
        for (long i = 0; i < n; i++) {
            if (++tags > MOST_TAGS) {
                throw in.error(position, "there are more than " + MOST_TAGS + " tags");
            }
            long start = position;
            int kind = (int) next(1);
            int length = (int) next(2);
            String name = new String(in.bytes(position, length), StandardCharsets.ISO_8859_1);
            position += length;
            if (long64) {
                next(8);
            }
            String child = path + (path.isEmpty() ? "" : ".") + (name.isEmpty() ? Long.toString(i) : name);
            switch (kind) {
                case 20 -> group(child, depth + 1);
                case 21 -> data(child);
                default -> throw in.error(start, "a tag of kind " + kind + " is neither group nor data");
            }
        }
    }

    private void data(String path) throws IOException {
        if (next(4) != 0x25252525L) {
            throw in.error(position - 4, "the mark %%%% of a data tag is missing");
        }
        long at = position;
        long n = next(word());
        if (n < 1 || n > 10_000 || n * word() > in.size() - position) {
            throw in.error(at, "a data tag with a description of " + Long.toUnsignedString(n) + " words");
        }
        long[] info = new long[(int) n];
        for (int i = 0; i < info.length; i++) {
            info[i] = next(word());
        }
        if (n == 1) {
            int bytes = size(info[0]);
            leaves.put(path, number(position, (int) info[0]));
            position += bytes;
        } else if (info[0] == 20) {
            array(path, info);
        } else if (info[0] == 18) {
            text(path, info[1] / 2);
        } else if (info[0] == 15) {
            position += struct(info, 0);
        } else {
            throw in.error(at, "data of type " + info[0] + " are not known");
        }
    }

    private void array(String path, long[] info) throws IOException {
        long count = info[info.length - 1];
        int bytes = info[1] == 15 ? (int) struct(info, 1) : size(info[1]);
        if (count < 0 || bytes > 0 && count > (in.size() - position) / bytes) {
            throw in.error(position, "an array of " + Long.toUnsignedString(count)
                    + " values reaches beyond the end of the file");
        }
        if (info[1] == 4 && count < 4096 && !path.endsWith(".Data")) {
            text(path, count);
            return;
        }
        leaves.put(path, new Located(position, count, bytes));
        position += count * bytes;
    }

    private void text(String path, long length) throws IOException {
        if (length < 0 || length > (in.size() - position) / 2) {
            throw in.error(position, "a text of " + length + " characters reaches beyond the end of the file");
        }
        byte[] raw = in.bytes(position, (int) (2 * length));
        leaves.put(path, new String(raw, dataOrder == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_16BE));
        position += 2 * length;
    }

    /** Bytes of a structure described from info[at] (type 15) on: name length, fields, then name length and type. */
    private long struct(long[] info, int at) throws IOException {
        if (at + 2 >= info.length) {
            throw in.error(position, "a structure without description");
        }
        long fields = info[at + 2];
        long bytes = 0;
        for (long f = 0; f < fields; f++) {
            int k = (int) (at + 4 + 2 * f);
            if (f > info.length || k >= info.length) {
                throw in.error(position, "a structure with an incomplete description");
            }
            bytes += size(info[k]);
        }
        return bytes;
    }

    private int size(long type) throws IOException {
        return switch ((int) type) {
            case 2, 4 -> 2;
            case 3, 5, 6 -> 4;
            case 7, 11, 12 -> 8;
            case 8, 9, 10 -> 1;
            default -> throw in.error(position, "data of type " + type + " are not known");
        };
    }

    private double number(long at, int type) throws IOException {
        in.order(dataOrder);
        try {
            long v = in.unsigned(at, size(type));
            return switch (type) {
                case 2 -> (short) v;
                case 3 -> (int) v;
                case 6 -> Float.intBitsToFloat((int) v);
                case 7 -> Double.longBitsToDouble(v);
                default -> v;
            };
        } finally {
            in.order(ByteOrder.BIG_ENDIAN);
        }
    }

    /** A number at a path, or NaN. */
    double number(String path) {
        return leaves.get(path) instanceof Double d ? d : Double.NaN;
    }

    /** Whether there is anything below a path (with a dot at its end). */
    boolean has(String prefix) {
        return leaves.keySet().stream().anyMatch(k -> k.startsWith(prefix));
    }

    /** A text at a path, or empty. */
    String text(String path) {
        return leaves.get(path) instanceof String s ? s : "";
    }

    /** An array's place at a path, or null. */
    Located located(String path) {
        return leaves.get(path) instanceof Located l ? l : null;
    }

    /** The raw bytes of an array. */
    byte[] bytes(Located l, long bytes) throws IOException {
        return in.bytes(l.position(), (int) bytes);
    }

    /** Byte order of the data. */
    ByteOrder dataOrder() {
        return dataOrder;
    }

    /** An error of this file. */
    DatasetFormatException error(long at, String reason) {
        return in.error(at, reason);
    }
}
