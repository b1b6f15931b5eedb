package org.interphase.technique.topography.areal;

import java.util.Arrays;
import org.interphase.numerics.image.Histogram;
import org.interphase.technique.topography.surface.HeightField;

/** Which points of a map lie on the upper of two levels, which on the lower one, and which too near the edge. */
final class StepSides {

    private static final int BINS = 512;

    private StepSides() {
    }

    /**
     * 1 on the upper level, -1 on the lower one, 0 where nothing was measured or the other level is near along the row
     * or the column.
     *
     * @param level a map levelled well enough to tell the levels apart by height alone
     * @param margin points left out on both sides of the edge
     */
    static byte[] of(HeightField level, int margin) {
        double threshold = threshold(level.sorted());
        int w = level.width();
        int h = level.height();
        byte[] side = new byte[w * h];
        for (int i = 0; i < side.length; i++) {
            double v = level.z()[i];
            side[i] = (byte) (v != v ? 0 : v > threshold ? 1 : -1);
        }
        for (int y = 0; y < h; y++) {
            leaveOut(side, y * w, 1, w, margin);
        }
        for (int x = 0; x < w; x++) {
            leaveOut(side, x, w, h, margin);
        }
        return side;
    }

    /** Level between two kinds of heights. */
    private static double threshold(double[] sorted) {
        double low = sorted[(int) (0.001 * sorted.length)];
        double high = sorted[(int) Math.min(sorted.length - 1, 0.999 * sorted.length)];
        int[] bins = new int[BINS];
        for (double v : sorted) {
            bins[(int) Math.clamp((v - low) / (high - low) * BINS, 0, BINS - 1)]++;
        }
        return low + (high - low) * (Histogram.otsu(bins) + 1) / BINS;
    }

    /** Takes out of one line of points what has a point of the other side within reach. */
    private static void leaveOut(byte[] side, int start, int stride, int n, int margin) {
        byte[] line = new byte[n];
        for (int i = 0; i < n; i++) {
            line[i] = side[start + i * stride];
        }
        for (int way = 1; way >= -1; way -= 2) {
            // where each side was seen last: lower, not measured, upper
            int[] last = new int[3];
            Arrays.fill(last, way > 0 ? -margin - 1 : n + margin);
            for (int k = 0; k < n; k++) {
                int i = way > 0 ? k : n - 1 - k;
                last[1 + line[i]] = i;
                if (line[i] != 0 && Math.abs(i - last[1 - line[i]]) <= margin) {
                    side[start + i * stride] = 0;
                }
            }
        }
    }
}
