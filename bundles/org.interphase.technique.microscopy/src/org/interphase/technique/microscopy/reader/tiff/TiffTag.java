package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * One entry of a TIFF directory; its values are read when asked for.
 *
 * @param number tag number
 * @param type field type 1 to 18
 * @param count number of values
 * @param position where the values are
 * @param input the file
 */
public record TiffTag(int number, int type, long count, long position, RandomInput input) {

    private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

    /** Size of one value of a type in bytes, 0 if the type is unknown. */
    static int bytesOf(int type) {
        return type > 0 && type < BYTES.length ? BYTES[type] : 0;
    }

    /** A whole number. */
    public long whole(int index) throws IOException {
        int bytes = bytesOf(type);
        long v = input.unsigned(position + (long) index * bytes, bytes);
        return switch (type) {
            case 6 -> (byte) v;
            case 8 -> (short) v;
            case 9 -> (int) v;
            case 5, 10, 11, 12 -> (long) number(index);
            default -> v;
        };
    }

    /** A number of any type. */
    public double number(int index) throws IOException {
        int bytes = bytesOf(type);
        long at = position + (long) index * bytes;
        return switch (type) {
            case 5 -> (double) input.unsigned(at, 4) / input.unsigned(at + 4, 4);
            case 10 -> (double) (int) input.unsigned(at, 4) / (int) input.unsigned(at + 4, 4);
            case 11 -> Float.intBitsToFloat((int) input.unsigned(at, 4));
            case 12 -> Double.longBitsToDouble(input.unsigned(at, 8));
            default -> whole(index);
        };
    }

    /** The value as bytes; at most {@code limit}. */
    public byte[] bytes(int limit) throws IOException {
        return input.bytes(position, (int) Math.min(limit, count * bytesOf(type)));
    }

    /**
     * The value as text without trailing NUL (UTF-16 if stored in 16-bit units, else as {@link TextBytes} tells); at
     * most 4 MB are read.
     */
    public String text() throws IOException {
        byte[] raw = bytes(1 << 22);
        String text;
        if (type == 3) {
            text = new String(raw, input.order() == ByteOrder.LITTLE_ENDIAN ? StandardCharsets.UTF_16LE
                    : StandardCharsets.UTF_16BE);
        } else {
            text = TextBytes.decode(raw);
        }
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == 0) {
            end--;
        }
        return text.substring(0, end);
    }
}
