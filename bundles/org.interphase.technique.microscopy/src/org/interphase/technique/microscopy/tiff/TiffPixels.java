package org.interphase.technique.microscopy.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.interphase.model.Pixels;

/**
 * Decodes the pixels of a directory: strips or tiles; uncompressed, LZW, PackBits or Deflate, with horizontal
 * differencing; 1, 8, 16, 32, 64 bits, whole or floating point; grey, palette or RGB (as luminance). The size is
 * checked against what the file can hold before anything is allocated.
 */
public final class TiffPixels {

    /** Most pixels of one picture. */
    public static final long MOST_PIXELS = 1L << 28;

    private final TiffDirectory dir;
    private final int width;
    private final int height;
    private final int samples;
    private final int bits;
    private final int format;
    private final int compression;
    private final int photometric;
    private final int predictor;
    private final boolean tiled;
    private final int chunkWidth;
    private final int chunkHeight;
    private final TiffTag offsets;
    private final TiffTag counts;

    private TiffPixels(TiffDirectory dir) throws IOException {
        this.dir = dir;
        long w = dir.whole(TiffDirectory.WIDTH, 0);
        long h = dir.whole(TiffDirectory.HEIGHT, 0);
        if (w < 1 || h < 1 || w > 1 << 20 || h > 1 << 20 || w * h > MOST_PIXELS) {
            throw error("a picture of " + w + " x " + h + " pixels cannot be read (at most " + MOST_PIXELS
                    + " pixels)");
        }
        width = (int) w;
        height = (int) h;
        samples = (int) dir.whole(277, 1);
        bits = (int) dir.whole(258, 1);
        format = (int) dir.whole(339, 1);
        compression = (int) dir.whole(259, 1);
        photometric = (int) dir.whole(262, 1);
        predictor = (int) dir.whole(317, 1);
        tiled = dir.tag(324).isPresent();
        chunkWidth = tiled ? side(322) : width;
        long rows = tiled ? side(323) : dir.whole(278, height);
        chunkHeight = (int) Math.min(Math.max(1, rows), tiled ? 1 << 16 : height);
        offsets = dir.tag(tiled ? 324 : 273).orElseThrow(() -> error("there are no strips or tiles"));
        counts = dir.tag(tiled ? 325 : 279).orElse(null);
        check();
    }

    private int side(int tag) throws IOException {
        long v = dir.whole(tag, 0);
        if (v < 1 || v > 1 << 16) {
            throw error("a tile side of " + v + " is not plausible");
        }
        return (int) v;
    }

    private IOException error(String reason) {
        return dir.input().error(dir.position(), reason);
    }

    private void check() throws IOException {
        boolean depth = bits == 1 || bits == 8 || bits == 16 || bits == 32 || bits == 64 && format == 3;
        if (!depth || format < 1 || format > 4 || format == 3 && bits < 32) {
            throw error(bits + "-bit samples of format " + format + " are not supported");
        }
        if (samples < 1 || samples > 16 || bits == 1 && samples > 1) {
            throw error(samples + " samples per pixel are not supported");
        }
        if (samples > 1 && dir.whole(284, 1) == 2) {
            throw error("separate colour planes are not supported; save the picture with interleaved colours");
        }
        if (predictor != 1 && !(predictor == 2 && bits >= 8 && format != 3)) {
            throw error("predictor " + predictor + " with " + bits + "-bit samples is not supported");
        }
        long chunks = chunks();
        if (offsets.count() < chunks || counts != null && counts.count() < chunks) {
            throw error(chunks + " strips or tiles are needed, " + offsets.count() + " are there");
        }
        if (chunkBytes() > Integer.MAX_VALUE - 16) {
            throw error("a strip or tile of " + chunkBytes() + " bytes is too large");
        }
        long stored = 0;
        for (int i = 0; i < chunks; i++) {
            stored += Math.min(storedBytes(i), dir.input().size());
        }
        // no method packs better than this: Deflate 1032, LZW 4096 * 8 / 12, PackBits 64
        long ratio = switch (compression) {
            case 1 -> 1;
            case 32773 -> 64;
            case 8, 32946 -> 1100;
            default -> 2731;
        };
        long needed = ((long) width * samples * bits + 7) / 8 * height;
        if (stored > dir.input().size() * 4L || stored * ratio + 4096 < needed) {
            throw error("a picture of " + width + " x " + height + " pixels needs " + needed
                    + " bytes, the file holds " + stored + " for it");
        }
    }

    private long chunks() {
        return (long) ((width + chunkWidth - 1) / chunkWidth) * ((height + chunkHeight - 1) / chunkHeight);
    }

    private long rowBytes() {
        return ((long) chunkWidth * samples * bits + 7) / 8;
    }

    private long chunkBytes() {
        return rowBytes() * chunkHeight;
    }

    private long storedBytes(int chunk) throws IOException {
        if (counts == null) {
            return Math.min(chunkBytes(), dir.input().size() - offsets.whole(chunk));
        }
        return counts.whole(chunk);
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
     * @throws org.interphase.api.DatasetFormatException if sizes are absurd, data are missing or damaged, or the layout
     *     is not supported
     */
    public static Picture read(TiffDirectory dir) throws IOException {
        return new TiffPixels(dir).decode();
    }

    private Picture decode() throws IOException {
        Sink sink = sink();
        int across = (width + chunkWidth - 1) / chunkWidth;
        long all = chunks();
        for (int c = 0; c < all; c++) {
            int x = c % across * chunkWidth;
            int y = c / across * chunkHeight;
            int rows = tiled ? chunkHeight : Math.min(chunkHeight, height - y);
            byte[] raw = unpack(c, (int) (rowBytes() * rows));
            if (predictor == 2) {
                difference(raw, rows);
            }
            ByteBuffer buffer = ByteBuffer.wrap(raw).order(dir.input().order());
            for (int r = 0; r < Math.min(rows, height - y); r++) {
                sink.row(buffer, (int) (r * rowBytes()), y + r, x, Math.min(chunkWidth, width - x));
            }
        }
        return new Picture(width, height, sink.pixels(), samples >= 3);
    }

    private byte[] unpack(int chunk, int size) throws IOException {
        long at = offsets.whole(chunk);
        long stored = storedBytes(chunk);
        if (compression == 1) {
            // some writers state more bytes for the last strip than it has rows for
            return dir.input().bytes(at, size);
        }
        if (stored < 0 || stored > dir.input().size()) {
            throw dir.input().error(at, "a strip of " + stored + " bytes is not in the file");
        }
        byte[] in = dir.input().bytes(at, (int) stored);
        byte[] out = new byte[size];
        try {
            switch (compression) {
                case 5 -> Decompression.lzw(in, out);
                case 32773 -> Decompression.packBits(in, out);
                case 8, 32946 -> Decompression.inflate(in, out);
                default -> throw error("compression " + compression + " is not supported");
            }
        } catch (Decompression.Corrupt e) {
            throw new org.interphase.api.DatasetFormatException(dir.input().error(at, "").file(), "byte " + at,
                    e.getMessage(), e);
        }
        return out;
    }

    private void difference(byte[] raw, int rows) {
        int row = (int) rowBytes();
        ByteBuffer b = ByteBuffer.wrap(raw).order(dir.input().order());
        int step = samples * bits / 8;
        for (int r = 0; r < rows; r++) {
            for (int i = r * row + step; i + bits / 8 <= (r + 1) * row; i += bits / 8) {
                switch (bits) {
                    case 8 -> raw[i] += raw[i - step];
                    case 16 -> b.putShort(i, (short) (b.getShort(i) + b.getShort(i - step)));
                    default -> b.putInt(i, b.getInt(i) + b.getInt(i - step));
                }
            }
        }
    }

    private Sink sink() throws IOException {
        int n = width * height;
        boolean colour = samples >= 3;
        if (format <= 1 && bits <= 8 || format == 4 && bits == 8) {
            return bits == 1 ? bitSink(new byte[n]) : byteSink(new byte[n], colour);
        }
        if (bits == 16 && format != 2) {
            return shortSink(new short[n], colour);
        }
        return bits == 64 || bits == 32 && format != 3 ? doubleSink(new double[n]) : floatSink(new float[n]);
    }

    private Sink bitSink(byte[] out) {
        int white = photometric == 0 ? 0 : 255;
        return new Sink(() -> Pixels.ofBytes(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int bit = b.get(at + i / 8) >> 7 - i % 8 & 1;
                out[index + i] = (byte) (bit == 1 ? white : 255 - white);
            }
        });
    }

    private Sink byteSink(byte[] out, boolean colour) throws IOException {
        byte[] table = new byte[256];
        TiffTag map = photometric == 3 ? dir.tag(320).orElse(null) : null;
        for (int i = 0; i < 256; i++) {
            table[i] = (byte) (photometric == 0 ? 255 - i : i);
            if (map != null && map.count() >= 768) {
                table[i] = (byte) luminance(map.whole(i) >> 8, map.whole(256 + i) >> 8, map.whole(512 + i) >> 8);
            }
        }
        return new Sink(() -> Pixels.ofBytes(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int p = at + i * samples;
                out[index + i] = colour
                        ? (byte) luminance(b.get(p) & 0xff, b.get(p + 1) & 0xff, b.get(p + 2) & 0xff)
                        : table[b.get(p) & 0xff];
            }
        });
    }

    private Sink shortSink(short[] out, boolean colour) {
        int flip = photometric == 0 ? 0xffff : 0;
        return new Sink(() -> Pixels.ofShorts(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int p = at + i * samples * 2;
                out[index + i] = (short) (colour ? luminance(b.getShort(p) & 0xffff, b.getShort(p + 2) & 0xffff,
                        b.getShort(p + 4) & 0xffff) : b.getShort(p) ^ flip);
            }
        });
    }

    private Sink floatSink(float[] out) {
        return new Sink(() -> Pixels.ofFloats(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int p = at + i * samples * (bits / 8);
                out[index + i] = bits == 32 ? b.getFloat(p) : bits == 16 ? b.getShort(p) : b.get(p);
            }
        });
    }

    private Sink doubleSink(double[] out) {
        return new Sink(() -> narrow(out), (b, at, index, n) -> {
            for (int i = 0; i < n; i++) {
                int p = at + i * samples * (bits / 8);
                out[index + i] = bits == 64 ? b.getDouble(p) : format == 2 ? b.getInt(p) : b.getInt(p) & 0xffffffffL;
            }
        });
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
    private final class Sink {
        private final java.util.function.Supplier<Pixels> result;
        private final RowWriter writer;

        Sink(java.util.function.Supplier<Pixels> result, RowWriter writer) {
            this.result = result;
            this.writer = writer;
        }

        void row(ByteBuffer buffer, int at, int y, int x, int count) {
            writer.write(buffer, at, y * width + x, count);
        }

        Pixels pixels() {
            return result.get();
        }
    }
}
