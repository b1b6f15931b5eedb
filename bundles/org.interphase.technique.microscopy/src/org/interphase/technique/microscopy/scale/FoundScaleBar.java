package org.interphase.technique.microscopy.scale;

import java.util.Optional;
import org.interphase.model.Raster;

/**
 * Looks for a scale bar: a thin horizontal line of one extreme grey level on plain ground, in the data bar or in the
 * lower third of the picture. Its label is not read; but makers choose round lengths, so a bar of 97.3 um by the
 * metadata tells that one of the two is wrong.
 */
public final class FoundScaleBar {

    private static final double[] ROUND = {1, 1.2, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 7.5, 8, 9, 10};

    /**
     * A scale bar.
     *
     * @param row where, from the top
     * @param from first pixel
     * @param pixels its length
     */
    public record Bar(int row, int from, int pixels) {
    }

    private FoundScaleBar() {
    }

    /** The longest line that looks like a scale bar, if there is one. */
    public static Optional<Bar> find(Raster raster) {
        int w = raster.width();
        int h = raster.height();
        if (!raster.pixels().isInteger()) {
            return Optional.empty();
        }
        int bottom = raster.field().y() + raster.field().height();
        int from = bottom < h ? bottom : h * 2 / 3;
        double full = raster.pixels().bits() == 8 ? 255 : 65535;
        Bar best = null;
        float[] above = new float[w];
        float[] row = new float[w];
        float[] below = new float[w];
        for (int y = from + 3; y < h - 3; y++) {
            raster.pixels().copyTo(y * w, row, 0, w);
            raster.pixels().copyTo((y - 3) * w, above, 0, w);
            raster.pixels().copyTo((y + 3) * w, below, 0, w);
            for (int x = 1; x < w - 1;) {
                int end = x;
                while (end < w - 1 && line(row[end], above[end], below[end], full)) {
                    end++;
                }
                int length = end - x;
                if (length > w / 60 && length < w * 0.6) {
                    Bar bar = whole(raster, y, x, end, row, above, below, full);
                    best = bar != null && bar.pixels > w / 40 && (best == null || bar.pixels > best.pixels) ? bar
                            : best;
                }
                x = Math.max(end, x + 1);
            }
        }
        return Optional.ofNullable(best);
    }

    /** Line and ground are of opposite extremes, on both sides of the line. */
    private static boolean line(float v, float above, float below, double full) {
        boolean bright = v > 0.8 * full && above < 0.35 * full && below < 0.35 * full;
        boolean dark = v < 0.25 * full && above > 0.8 * full && below > 0.8 * full;
        return bright || dark;
    }

    /**
     * The bar a stretch of line belongs to: with the ticks at its ends, and with a second stretch of about the same
     * length if the label stands in the middle. Null if more of its kind follows at an end.
     */
    private static Bar whole(Raster raster, int y, int from, int to, float[] row, float[] above, float[] below,
            double full) {
        int w = row.length;
        float level = row[from + (to - from) / 2];
        double near = 0.25 * full;
        int start = from;
        while (start > 0 && Math.abs(row[start - 1] - level) < near) {
            start--;
        }
        int end = to;
        while (end < w && Math.abs(row[end] - level) < near) {
            end++;
        }
        int length = end - start;
        for (int x = end + 8; x < Math.min(w - 1, end + 2 * length); x++) {
            if (line(row[x], above[x], below[x], full)) {
                int second = x;
                while (second < w && Math.abs(row[second] - level) < near) {
                    second++;
                }
                if (Math.abs(second - x - length) <= 3 + length / 10) {
                    end = second;
                    break;
                }
                x = second;
            }
        }
        boolean clear = true;
        for (int k = 2; k <= 6; k++) {
            clear &= start - k < 0 || Math.abs(row[start - k] - level) > near;
            clear &= end - 1 + k >= w || Math.abs(row[end - 1 + k] - level) > near;
        }
        return clear ? new Bar(y, start, end - start) : null;
    }

    /** How far a length is from the nearest round number, relative; ticks may add a pixel or two of width. */
    public static double roundness(double length) {
        double mantissa = length / Math.pow(10, Math.floor(Math.log10(length)));
        double best = 1;
        for (double r : ROUND) {
            best = Math.min(best, Math.abs(mantissa / r - 1));
        }
        return best;
    }
}
