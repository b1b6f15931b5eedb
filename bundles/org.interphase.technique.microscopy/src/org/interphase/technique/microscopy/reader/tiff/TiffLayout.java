package org.interphase.technique.microscopy.reader.tiff;

import java.io.IOException;

/**
 * How the pixels of a directory are stored, checked against what the file can hold before anything is allocated.
 *
 * @param dir the directory
 * @param width pixels per row
 * @param height rows
 * @param samples samples per pixel
 * @param bits bits per sample
 * @param format 1 unsigned, 2 signed, 3 floating point, 4 not told (SampleFormat)
 * @param compression Compression
 * @param photometric PhotometricInterpretation
 * @param predictor Predictor
 * @param planar whether each sample has its own strips or tiles
 * @param tiled whether tiles, not strips
 * @param chunkWidth width of a strip or tile
 * @param chunkHeight rows of a strip or tile
 * @param offsets where each strip or tile is
 * @param counts stored bytes of each
 */
record TiffLayout(TiffDirectory dir, int width, int height, int samples, int bits, int format, int compression,
        int photometric, int predictor, boolean planar, boolean tiled, int chunkWidth, int chunkHeight, long[] offsets,
        long[] counts) {

    private static final long MOST_CHUNKS = 1 << 24;

    /** Reads and checks the tags; {@code shift} is added to all offsets. */
    static TiffLayout of(TiffDirectory dir, long shift) throws IOException {
        long w = dir.whole(TiffDirectory.WIDTH, 0);
        long h = dir.whole(TiffDirectory.HEIGHT, 0);
        if (w < 1 || h < 1 || w > 1 << 20 || h > 1 << 20 || w * h > TiffPixels.MOST_PIXELS) {
            throw error(dir, "a picture of " + w + " x " + h + " pixels cannot be read (at most "
                    + TiffPixels.MOST_PIXELS + " pixels)");
        }
        boolean tiled = dir.tag(324).isPresent();
        long across = tiled ? side(dir, 322) : w;
        long rows = tiled ? side(dir, 323) : dir.whole(278, h);
        // some writers state 0 rows per strip, or 2^32 - 1, for all in one
        rows = tiled ? rows : rows < 1 || rows > h ? h : rows;
        int samples = (int) Math.min(dir.whole(277, 1), 1 << 16);
        TiffTag depth = dir.tag(258).orElse(null);
        int bits = (int) Math.min(dir.whole(258, 1), 1 << 16);
        for (int i = 1; depth != null && i < Math.min(depth.count(), 16); i++) {
            if (depth.whole(i) != bits) {
                throw error(dir, "samples of different depth (" + bits + " and " + depth.whole(i)
                        + " bits) are not supported");
            }
        }
        boolean planar = samples > 1 && dir.whole(284, 1) == 2;
        long chunks = (w + across - 1) / across * ((h + rows - 1) / rows) * (planar ? Math.max(1, samples) : 1);
        if (chunks > MOST_CHUNKS) {
            throw error(dir, chunks + " strips or tiles are not plausible");
        }
        TiffTag at = dir.tag(tiled ? 324 : 273).orElseThrow(() -> error(dir, "there are no strips or tiles"));
        TiffTag sizes = dir.tag(tiled ? 325 : 279).orElse(null);
        if (at.count() < chunks || sizes != null && sizes.count() < chunks) {
            throw error(dir, chunks + " strips or tiles are needed, "
                    + (sizes == null ? at.count() : Math.min(at.count(), sizes.count())) + " are there");
        }
        long[] offsets = new long[(int) chunks];
        long[] counts = sizes == null ? null : new long[(int) chunks];
        for (int i = 0; i < chunks; i++) {
            offsets[i] = at.whole(i) + shift;
        }
        for (int i = 0; sizes != null && i < chunks; i++) {
            counts[i] = sizes.whole(i);
        }
        TiffLayout l = new TiffLayout(dir, (int) w, (int) h, samples, bits, (int) dir.whole(339, 1),
                (int) dir.whole(259, 1), (int) dir.whole(262, 1), (int) dir.whole(317, 1), planar, tiled, (int) across,
                (int) rows, offsets, counts);
        l.check();
        return l;
    }

    private static long side(TiffDirectory dir, int tag) throws IOException {
        long v = dir.whole(tag, 0);
        if (v < 1 || v > 1 << 16) {
            throw error(dir, "a tile side of " + v + " is not plausible");
        }
        return v;
    }

    private static IOException error(TiffDirectory dir, String reason) {
        return dir.input().error(dir.position(), reason);
    }

    /** An error of this directory. */
    IOException error(String reason) {
        return error(dir, reason);
    }

    private void check() throws IOException {
        boolean whole = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 10 || bits == 12 || bits == 14
                || bits == 16 || bits == 32;
        boolean real = bits == 16 || bits == 32 || bits == 64;
        if (format < 1 || format > 4 || !(format == 3 ? real : whole) || format == 2 && bits < 8) {
            throw error(bits + "-bit samples of format " + format + " are not supported");
        }
        if (samples < 1 || samples > 16 || !isByteWise() && samples > 1) {
            throw error(samples + " samples per pixel of " + bits + " bits are not supported");
        }
        if (isColour() && samples < 3) {
            throw error("a colour picture of " + samples + " samples per pixel is not plausible");
        }
        // 5 separated inks, 6 luminance and chroma, 8 to 10 L*a*b*: the first is another thing than a grey level
        if (photometric == 5 || photometric == 6 && chroma() || photometric > 6 && photometric < 32803) {
            throw error("the colour model " + photometric + " is not supported; save the picture as grey or RGB");
        }
        boolean difference = predictor == 2 && isByteWise() && bits < 64 && format != 3;
        if (predictor != 1 && !difference && !(predictor == 3 && format == 3)) {
            throw error("predictor " + predictor + " with " + bits + "-bit samples is not supported");
        }
        if (chunkBytes() > Integer.MAX_VALUE - 16) {
            throw error("a strip or tile of " + chunkBytes() + " bytes is too large");
        }
        long size = dir.input().size();
        long stored = 0;
        for (int i = 0; i < offsets.length; i++) {
            stored += Math.max(0, Math.min(storedBytes(i), size));
        }
        // no method packs better than this: Deflate 1032, LZW 4096 * 8 / 12, PackBits 64
        long ratio = switch (compression) {
            case 1 -> 1;
            case 32773 -> 64;
            case 8, 32946 -> 1100;
            default -> 2731;
        };
        long needed = ((long) width * samples * bits + 7) / 8 * height;
        boolean told = counts != null || compression == 1;
        if (told && stored > size * 4L || stored * ratio + (compression == 1 ? 0 : 4096) < needed) {
            throw error("a picture of " + width + " x " + height + " pixels needs " + needed
                    + " bytes, the file holds " + stored + " for it");
        }
    }

    private boolean chroma() throws IOException {
        TiffTag t = dir.tag(530).orElse(null);
        // without the tag two by two is meant
        return compression != 7 && (t == null || t.count() < 2 || t.whole(0) != 1 || t.whole(1) != 1);
    }

    /** Whether samples are whole bytes. */
    boolean isByteWise() {
        return bits % 8 == 0;
    }

    /** Whether the first three samples are red, green and blue. */
    boolean isColour() {
        return photometric == 2;
    }

    /** Samples of one pixel in a strip or tile. */
    int samplesInChunk() {
        return planar ? 1 : samples;
    }

    /** Strips or tiles of one picture or of one colour plane. */
    int chunksOfPlane() {
        return planar ? offsets.length / samples : offsets.length;
    }

    /** Bytes of a row of a strip or tile. */
    long rowBytes() {
        return ((long) chunkWidth * samplesInChunk() * bits + 7) / 8;
    }

    private long chunkBytes() {
        return rowBytes() * chunkHeight;
    }

    /** Stored bytes of a strip or tile; those of one uncompressed need not be told rightly. */
    long storedBytes(int chunk) {
        long rest = dir.input().size() - offsets[chunk];
        long told = counts == null ? rest : counts[chunk];
        return compression == 1 ? Math.min(chunkBytes(), rest) : counts == null ? Math.min(rest, chunkBytes() * 2
                + 1024) : told;
    }
}
