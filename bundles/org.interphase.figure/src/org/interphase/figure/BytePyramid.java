package org.interphase.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;

/**
 * A raster as bytes 0 to 255, with copies of half, a quarter... the size. Halving averages grey levels and takes one
 * of four for labels. Where values are missing, byte 0 means nothing and grey levels begin at 1.
 */
public final class BytePyramid {

    /** A multiple of the number of label colours that fits a byte. */
    private static final int LABELS = 248;
    private final int width;
    private final int height;
    private final List<byte[]> levels;
    private final boolean zeroIsNothing;
    private final double low;
    private final double high;
    private final int[] widths;
    private final int[] heights;

    private BytePyramid(int width, int height, List<byte[]> levels, boolean zeroIsNothing, double low, double high) {
        this.zeroIsNothing = zeroIsNothing;
        this.low = low;
        this.high = high;
        this.widths = new int[levels.size()];
        this.heights = new int[levels.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i == 0 ? width : (widths[i - 1] + 1) / 2;
            heights[i] = i == 0 ? height : (heights[i - 1] + 1) / 2;
        }
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /** Reduces the raster of a picture; numbers of objects repeat within 1 to 248, and 0 stays 0. */
    static BytePyramid of(Layer.Picture picture) {
        Raster raster = picture.raster();
        boolean labels = picture.colours().isDistinct();
        int w = raster.width();
        int h = raster.height();
        Pixels pixels = raster.pixels();
        double[] range = labels ? new double[] {picture.low(), picture.high()} : range(picture);
        double lo = range[0];
        double hi = range[1];
        double base = lo;
        boolean gaps = !labels && !pixels.isInteger() && hasGaps(raster);
        int first = gaps ? 1 : 0;
        double scale = hi > lo ? (255.0 - first) / (hi - lo) : 0;
        byte[] full = new byte[w * h];
        IntStream.range(0, h).parallel().forEach(y -> {
            float[] row = new float[w];
            pixels.copyTo(y * w, row, 0, w);
            for (int x = 0; x < w; x++) {
                float v = row[x];
                int b;
                if (labels) {
                    b = !(v > 0) ? 0 : 1 + ((int) v - 1) % LABELS;
                } else {
                    b = Float.isNaN(v) ? 0 : (int) Math.max(first, Math.min(255, first + (v - base) * scale + 0.5));
                }
                full[y * w + x] = (byte) b;
            }
        });
        List<byte[]> levels = new ArrayList<>();
        levels.add(full);
        int lw = w;
        int lh = h;
        while (Math.min(lw, lh) > 256) {
            levels.add(halved(levels.get(levels.size() - 1), lw, lh, labels || gaps));
            lw = (lw + 1) / 2;
            lh = (lh + 1) / 2;
        }
        return new BytePyramid(w, h, List.copyOf(levels), labels || gaps, lo, hi);
    }

    /** The values of a picture's first and last colour: given, or the range within the raster's field. */
    public static double[] range(Layer.Picture p) {
        Raster.Field f = p.raster().field();
        double lo = Double.POSITIVE_INFINITY;
        double hi = Double.NEGATIVE_INFINITY;
        float[] row = new float[f.width()];
        for (int y = 0; (Double.isNaN(p.low()) || Double.isNaN(p.high())) && y < f.height(); y++) {
            p.raster().pixels().copyTo((f.y() + y) * p.raster().width() + f.x(), row, 0, row.length);
            for (float v : row) {
                if (Float.isFinite(v)) {
                    lo = Math.min(lo, v);
                    hi = Math.max(hi, v);
                }
            }
        }
        boolean none = lo > hi;
        return new double[] {!Double.isNaN(p.low()) ? p.low() : none ? 0 : lo,
            !Double.isNaN(p.high()) ? p.high() : none ? 1 : hi};
    }

    private static byte[] halved(byte[] in, int w, int h, boolean labels) {
        int hw = (w + 1) / 2;
        int hh = (h + 1) / 2;
        byte[] out = new byte[hw * hh];
        IntStream.range(0, hh).parallel().forEach(y -> {
            int r0 = 2 * y * w;
            int r1 = Math.min(2 * y + 1, h - 1) * w;
            for (int x = 0; x < hw; x++) {
                int c0 = 2 * x;
                int c1 = Math.min(2 * x + 1, w - 1);
                int sum = (in[r0 + c0] & 0xff) + (in[r0 + c1] & 0xff) + (in[r1 + c0] & 0xff) + (in[r1 + c1] & 0xff);
                out[y * hw + x] = labels ? in[r0 + c0] : (byte) (sum + 2 >> 2);
            }
        });
        return out;
    }

    /** Whether byte 0 means that there is nothing to draw. */
    boolean zeroIsNothing() {
        return zeroIsNothing;
    }

    private static boolean hasGaps(Raster raster) {
        float[] row = new float[raster.width()];
        for (int y = 0; y < raster.height(); y++) {
            raster.pixels().copyTo(y * raster.width(), row, 0, row.length);
            for (float v : row) {
                if (Float.isNaN(v)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Memory it takes. */
    long bytes() {
        return levels.stream().mapToLong(l -> l.length).sum();
    }

    /** Value of the darkest grey level or first colour. */
    double low() {
        return low;
    }

    /** Value of the brightest grey level or last colour. */
    double high() {
        return high;
    }

    /** Pixels across. */
    public int width() {
        return width;
    }

    /** Pixels down. */
    public int height() {
        return height;
    }

    /** The level whose pixels come nearest to screen pixels, not coarser. */
    int levelFor(double pixelsPerScreenPixel) {
        int level = 0;
        double p = pixelsPerScreenPixel;
        // steps of equal pictures differ in their last digits
        while (p >= 2 - 1e-6 && level < levels.size() - 1) {
            p /= 2;
            level++;
        }
        return level;
    }

    /**
     * Samples one row of screen pixels.
     *
     * @param level level to read
     * @param xs abscissas in pixels of the full picture
     * @param y ordinate in pixels of the full picture
     * @param smooth whether to interpolate between pixels
     * @param out receives bytes 0 to 255
     */
    void row(int level, double[] xs, double y, boolean smooth, int[] out) {
        byte[] data = levels.get(level);
        int w = widths[level];
        int h = heights[level];
        double shrink = 1.0 / (1 << level);
        if (!smooth) {
            int r = clamp((int) Math.floor(y * shrink), h) * w;
            for (int i = 0; i < xs.length; i++) {
                out[i] = data[r + clamp((int) Math.floor(xs[i] * shrink), w)] & 0xff;
            }
            return;
        }
        double fy = y * shrink - 0.5;
        int y0 = (int) Math.floor(fy);
        double ty = fy - y0;
        int r0 = clamp(y0, h) * w;
        int r1 = clamp(y0 + 1, h) * w;
        for (int i = 0; i < xs.length; i++) {
            double fx = xs[i] * shrink - 0.5;
            int x0 = (int) Math.floor(fx);
            double tx = fx - x0;
            int c0 = clamp(x0, w);
            int c1 = clamp(x0 + 1, w);
            double above = (data[r0 + c0] & 0xff) * (1 - tx) + (data[r0 + c1] & 0xff) * tx;
            double below = (data[r1 + c0] & 0xff) * (1 - tx) + (data[r1 + c1] & 0xff) * tx;
            out[i] = (int) (above * (1 - ty) + below * ty + 0.5);
        }
    }

    private static int clamp(int i, int size) {
        return i < 0 ? 0 : i >= size ? size - 1 : i;
    }
}
