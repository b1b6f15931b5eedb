package org.interphase.technique.microscopy.reader.gatan;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.interphase.model.Pixels;
import org.interphase.technique.microscopy.reader.tiff.TiffPixels;

/** Numbers of a DM image in its data type. */
final class DmValues {

    /** Blue, green, red and a byte not used. */
    static final int RGB = 23;
    private static final int RGB_OLD = 8;

    private DmValues() {
    }

    /** Bytes of a value of a data type, or 0 if it is not read. */
    static int bytes(int type) {
        return switch (type) {
            case 6, 9, 14 -> 1;
            case 1, 10 -> 2;
            case 2, 7, 11, RGB, RGB_OLD -> 4;
            case 12, 39, 40 -> 8;
            default -> 0;
        };
    }

    /** What data of a type that is not read are, for people. */
    static String refused(int type) {
        return switch (type) {
            case 3, 5, 13, 27, 28 -> "complex numbers (a Fourier transform, data type " + type
                    + "); save its modulus or power instead";
            default -> "values of data type " + type + ", which are not supported";
        };
    }

    static boolean isColour(int type) {
        return type == RGB || type == RGB_OLD;
    }

    /**
     * A stretch of values as pixels.
     *
     * @param from index of the first
     */
    static Pixels pixels(DmTags tags, DmTags.Located data, int type, long from, int n) throws IOException {
        int width = bytes(type);
        ByteBuffer b = ByteBuffer.wrap(tags.bytes(new DmTags.Located(data.position() + from * width, n, width),
                (long) n * width)).order(tags.dataOrder());
        if (type == 6 || type == 14) {
            return Pixels.ofBytes(b.array());
        }
        if (isColour(type)) {
            byte[] out = new byte[n];
            for (int i = 0; i < n; i++) {
                out[i] = (byte) TiffPixels.luminance(b.get(4 * i + 2) & 0xff, b.get(4 * i + 1) & 0xff,
                        b.get(4 * i) & 0xff);
            }
            return Pixels.ofBytes(out);
        }
        if (type == 10) {
            short[] out = new short[n];
            b.asShortBuffer().get(out);
            return Pixels.ofShorts(out);
        }
        if (width == 8 || type == 7 || type == 11) {
            double[] out = new double[n];
            float[] narrow = new float[n];
            boolean fits = true;
            for (int i = 0; i < n; i++) {
                out[i] = value(b, type, i);
                narrow[i] = (float) out[i];
                fits &= narrow[i] == out[i] || Double.isNaN(out[i]);
            }
            return fits ? Pixels.ofFloats(narrow) : Pixels.ofDoubles(out);
        }
        float[] out = new float[n];
        for (int i = 0; i < n; i++) {
            out[i] = (float) value(b, type, i);
        }
        return Pixels.ofFloats(out);
    }

    private static double value(ByteBuffer b, int type, int i) {
        return switch (type) {
            case 1 -> b.getShort(2 * i);
            case 2 -> b.getFloat(4 * i);
            case 7 -> b.getInt(4 * i);
            case 9 -> b.get(i);
            case 11 -> b.getInt(4 * i) & 0xffffffffL;
            case 12 -> b.getDouble(8 * i);
            case 39 -> b.getLong(8 * i);
            // unsigned 64 bits
            default -> {
                long v = b.getLong(8 * i);
                yield v >= 0 ? v : v + 18446744073709551616.0;
            }
        };
    }
}
