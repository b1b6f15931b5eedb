package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Pixels;

/**
 * Decodes the pixels of a directory: strips or tiles, samples together or in planes; uncompressed, LZW, PackBits or
 * Deflate, with differencing of whole or floating point numbers; 1, 2, 4, 8, 10, 12, 14, 16, 32 bits whole, 16, 32, 64
 * bits floating point; grey, palette or RGB (as luminance). Depths below 8 bits are spread to 0..255. Samples beyond
 * the grey level or the three colours (opacity) are not looked at.
 */
public final class TiffPixels {

    /** Most pixels of one picture. */
    public static final long MOST_PIXELS = 1L << 28;

    private final TiffLayout l;

    private TiffPixels(TiffLayout layout) {
        l = layout;
    }

    /** Whether the picture's compression is one this class unpacks. */
    public static boolean supports(TiffDirectory dir) throws IOException {
        long c = dir.whole(259, 1);
        return c == 1 || c == 5 || c == 8 || c == 32946 || c == 32773;
    }

    /** Pixels with their size. */
    public record Picture(int width, int height, Pixels pixels, boolean colour) {
    }

    /**
     * Decodes a picture.
     *
     * @throws DatasetFormatException if sizes are absurd, data are missing or damaged, or the layout is not supported
     */
    public static Picture read(TiffDirectory dir) throws IOException {
        return read(dir, 0);
    }

    /**
     * Decodes a picture of the same layout that lies further on in the file: ImageJ writes one directory for all
     * pictures of a stack beyond 4 GB.
     *
     * @param shift bytes from the directory's own picture
     */
    public static Picture read(TiffDirectory dir, long shift) throws IOException {
        return new TiffPixels(TiffLayout.of(dir, shift)).decode();
    }

    /** Bytes of an uncompressed picture. */
    public static long bytes(TiffDirectory dir) throws IOException {
        TiffLayout l = TiffLayout.of(dir, 0);
        return ((long) l.width() * l.samples() * l.bits() + 7) / 8 * l.height();
    }

    private Picture decode() throws IOException {
        Sink sink = sink();
        int across = (l.width() + l.chunkWidth() - 1) / l.chunkWidth();
        int all = l.chunksOfPlane();
        for (int c = 0; c < all; c++) {
            int x = c % across * l.chunkWidth();
            int y = c / across * l.chunkHeight();
            int rows = l.tiled() ? l.chunkHeight() : Math.min(l.chunkHeight(), l.height() - y);
            byte[] raw = chunk(c, rows);
            long rowBytes = l.rowBytes();
            if (l.planar() && l.isColour()) {
                raw = interleave(raw, chunk(c + all, rows), chunk(c + 2 * all, rows));
                rowBytes *= 3;
            }
            ByteBuffer buffer = ByteBuffer.wrap(raw).order(l.dir().input().order());
            for (int r = 0; r < Math.min(rows, l.height() - y); r++) {
                sink.writer.write(buffer, (int) (r * rowBytes), (y + r) * l.width() + x,
                        Math.min(l.chunkWidth(), l.width() - x));
            }
        }
        return new Picture(l.width(), l.height(), sink.result.get(), l.isColour());
    }

    /** Samples of one pixel in a decoded buffer. */
    private int stride() {
        return l.planar() ? l.isColour() ? 3 : 1 : l.samples();
    }

    private byte[] interleave(byte[] red, byte[] green, byte[] blue) throws IOException {
        if (red.length > (Integer.MAX_VALUE - 16) / 3) {
            throw l.error("strips of " + red.length + " bytes are too large");
        }
        int n = l.bits() / 8;
        byte[] out = new byte[3 * red.length];
        for (int i = 0; i < red.length; i += n) {
            System.arraycopy(red, i, out, 3 * i, n);
            System.arraycopy(green, i, out, 3 * i + n, n);
            System.arraycopy(blue, i, out, 3 * i + 2 * n, n);
        }
        return out;
    }

    private byte[] chunk(int chunk, int rows) throws IOException {
        byte[] raw = unpack(chunk, (int) (l.rowBytes() * rows));
        if (l.dir().whole(266, 1) == 2 && !l.isByteWise()) {
            for (int i = 0; i < raw.length; i++) {
                raw[i] = (byte) (Integer.reverse(raw[i]) >>> 24);
            }
        }
        if (l.predictor() == 2) {
            difference(raw, rows);
        } else if (l.predictor() == 3) {
            floatingPoint(raw, rows);
        }
        return raw;
    }

    private byte[] unpack(int chunk, int size) throws IOException {
        long at = l.offsets()[chunk];
        RandomInput input = l.dir().input();
        if (l.compression() == 1) {
            // some writers state more bytes for the last strip than it has rows for
            return input.bytes(at, size);
        }
        long stored = l.storedBytes(chunk);
        if (stored < 0 || stored > input.size()) {
            throw input.error(at, "a strip of " + stored + " bytes is not in the file");
        }
        byte[] in = input.bytes(at, (int) stored);
        byte[] out = new byte[size];
        try {
            switch (l.compression()) {
                case 5 -> Decompression.lzw(in, out);
                case 32773 -> Decompression.packBits(in, out);
                case 8, 32946 -> Decompression.inflate(in, out);
                default -> throw l.error("compression " + l.compression() + " is not supported");
            }
        } catch (Decompression.Corrupt e) {
            throw new DatasetFormatException(input.error(at, "").file(), "byte " + at, e.getMessage(), e);
        }
        return out;
    }

    /** Undoes horizontal differencing (TIFF 6.0, section 14). */
    private void difference(byte[] raw, int rows) {
        int row = (int) l.rowBytes();
        ByteBuffer b = ByteBuffer.wrap(raw).order(l.dir().input().order());
        int n = l.bits() / 8;
        int step = l.samplesInChunk() * n;
        for (int r = 0; r < rows; r++) {
            for (int i = r * row + step; i + n <= (r + 1) * row; i += n) {
                switch (n) {
                    case 1 -> raw[i] += raw[i - step];
                    case 2 -> b.putShort(i, (short) (b.getShort(i) + b.getShort(i - step)));
                    default -> b.putInt(i, b.getInt(i) + b.getInt(i - step));
                }
            }
        }
    }

    /**
     * Undoes floating point differencing (Adobe Photoshop TIFF Technical Note 3): each row holds first the highest
     * bytes of all its numbers, then the next, and so on, as differences from byte to byte.
     */
    private void floatingPoint(byte[] raw, int rows) {
        int row = (int) l.rowBytes();
        int n = l.bits() / 8;
        int values = row / n;
        boolean little = l.dir().input().order() == java.nio.ByteOrder.LITTLE_ENDIAN;
        byte[] line = new byte[row];
        for (int r = 0; r < rows; r++) {
            int at = r * row;
            for (int i = l.samplesInChunk(); i < row; i++) {
                raw[at + i] += raw[at + i - l.samplesInChunk()];
            }
            System.arraycopy(raw, at, line, 0, row);
            for (int i = 0; i < values; i++) {
                for (int k = 0; k < n; k++) {
                    raw[at + i * n + (little ? n - 1 - k : k)] = line[k * values + i];
                }
            }
        }
    }

    private Sink sink() throws IOException {
        int n = l.width() * l.height();
        if (l.format() == 3) {
            return l.bits() == 64 ? doubleSink(new double[n]) : floatSink(new float[n]);
        }
        if (!l.isByteWise()) {
            return l.bits() < 8 ? fewBitsSink(new byte[n]) : packedSink(new short[n]);
        }
        boolean signed = l.format() == 2;
        if (l.bits() == 8 && !signed) {
            return byteSink(new byte[n]);
        }
        if (l.bits() == 16 && !signed) {
            return shortSink(new short[n]);
        }
        return l.bits() == 32 ? doubleSink(new double[n]) : floatSink(new float[n]);
    }

    /** The value of a sample that does not fill whole bytes; the first bits are the highest. */
    private int packed(ByteBuffer b, int at, int index) {
        int value = 0;
        long bit = (long) index * l.bits();
        for (int k = 0; k < l.bits(); k++, bit++) {
            value = value << 1 | b.get(at + (int) (bit >> 3)) >> 7 - (int) (bit & 7) & 1;
        }
        return value;
    }

    private byte[] table(int levels) throws IOException {
        byte[] table = new byte[levels];
        TiffTag map = l.photometric() == 3 ? l.dir().tag(320).orElse(null) : null;
        for (int i = 0; i < levels; i++) {
            int grey = i * 255 / (levels - 1);
            table[i] = (byte) (l.photometric() == 0 ? 255 - grey : grey);
            if (map != null && map.count() >= 3L * levels) {
                table[i] = (byte) luminance(map.whole(i) >> 8, map.whole(levels + i) >> 8,
                        map.whole(2 * levels + i) >> 8);
            }
        }
        return table;
    }

    private Sink fewBitsSink(byte[] out) throws IOException {
        byte[] table = table(1 << l.bits());
        return new Sink(() -> Pixels.ofBytes(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                out[index + i] = table[packed(b, at, i)];
            }
        });
    }

    private Sink packedSink(short[] out) {
        int flip = l.photometric() == 0 ? (1 << l.bits()) - 1 : 0;
        return new Sink(() -> Pixels.ofShorts(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                out[index + i] = (short) (packed(b, at, i) ^ flip);
            }
        });
    }

    private Sink byteSink(byte[] out) throws IOException {
        byte[] table = table(256);
        int stride = stride();
        boolean colour = l.isColour();
        return new Sink(() -> Pixels.ofBytes(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int p = at + i * stride;
                out[index + i] = colour
                        ? (byte) luminance(b.get(p) & 0xff, b.get(p + 1) & 0xff, b.get(p + 2) & 0xff)
                        : table[b.get(p) & 0xff];
            }
        });
    }

    private Sink shortSink(short[] out) {
        int flip = l.photometric() == 0 ? 0xffff : 0;
        int stride = stride() * 2;
        boolean colour = l.isColour();
        return new Sink(() -> Pixels.ofShorts(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int p = at + i * stride;
                out[index + i] = (short) (colour ? luminance(b.getShort(p) & 0xffff, b.getShort(p + 2) & 0xffff,
                        b.getShort(p + 4) & 0xffff) : b.getShort(p) ^ flip);
            }
        });
    }

    private Sink floatSink(float[] out) {
        return new Sink(() -> Pixels.ofFloats(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                out[index + i] = (float) grey(b, at + i * stride() * (l.bits() / 8));
            }
        });
    }

    private Sink doubleSink(double[] out) {
        return new Sink(() -> narrow(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                out[index + i] = grey(b, at + i * stride() * (l.bits() / 8));
            }
        });
    }

    /** The grey level or luminance of a pixel of any whole-byte depth. */
    private double grey(ByteBuffer b, int at) {
        int n = l.bits() / 8;
        if (l.isColour()) {
            return 0.299 * value(b, at) + 0.587 * value(b, at + n) + 0.114 * value(b, at + 2 * n);
        }
        double v = value(b, at);
        // white is 0: only for unsigned numbers a largest value is defined
        return l.photometric() == 0 && l.format() != 2 && l.format() != 3 ? 4294967295.0 - v : v;
    }

    private double value(ByteBuffer b, int at) {
        boolean real = l.format() == 3;
        return switch (l.bits()) {
            case 8 -> b.get(at);
            case 16 -> real ? Float.float16ToFloat(b.getShort(at)) : b.getShort(at);
            case 32 -> real ? b.getFloat(at) : l.format() == 2 ? b.getInt(at) : b.getInt(at) & 0xffffffffL;
            default -> b.getDouble(at);
        };
    }

    /** Whole numbers that a float holds exactly are kept as float. */
    private static Pixels narrow(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
            if (floats[i] != values[i] && !Double.isNaN(values[i])) {
                return Pixels.ofDoubles(values);
            }
        }
        return Pixels.ofFloats(floats);
    }

    /** Luminance of Rec. ITU-R BT.601 (0.299, 0.587, 0.114); grey stays exactly as it is. */
    public static int luminance(long r, long g, long b) {
        return (int) ((299 * r + 587 * g + 114 * b + 500) / 1000);
    }

    private interface RowWriter {
        void write(ByteBuffer buffer, int at, int index, int count);
    }

    /** Where decoded rows go. */
    private record Sink(Supplier<Pixels> result, RowWriter writer) {
    }
}
