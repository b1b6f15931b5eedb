package org.interphase.technique.microscopy.reader.scale;

import org.interphase.model.Raster;

/**
 * Finds the strip of text below a micrograph by what it looks like: rows down to the lower edge that are mostly one
 * grey level, under rows that are not.
 */
public final class DataBar {

    private static final double LARGEST_SHARE = 0.25;

    private DataBar() {
    }

    /** Rows of specimen above the bar; the full height if there is no bar. */
    public static int fieldHeight(Raster raster) {
        int h = raster.height();
        int lowest = (int) (h * (1 - LARGEST_SHARE));
        double[] flat = new double[h];
        double[] level = new double[h];
        double[] low = {Double.POSITIVE_INFINITY};
        double[] high = {Double.NEGATIVE_INFINITY};
        for (int y = lowest; y < h; y++) {
            row(raster, y, flat, level, low, high);
        }
        double above = 0;
        int n = 0;
        for (int y = lowest - lowest / 4; y < lowest; y += 8) {
            row(raster, y, flat, level, low, high);
            above += flat[y];
            n++;
        }
        above = n == 0 ? 0 : above / n;
        double needed = Math.max(0.3, above + 0.2);
        // a bar begins with a row of its plain ground; most rows below are of that ground too
        for (int y = lowest; y < h - Math.max(8, h / 60); y++) {
            if (flat[y] < Math.max(0.6, needed) || flat[y - 1] > flat[y] - 0.15 && y > lowest
                    && level[y - 1] == level[y]) {
                continue;
            }
            int of = 0;
            for (int k = y; k < h; k++) {
                of += level[k] == level[y] && flat[k] >= needed ? 1 : 0;
            }
            if (of >= 0.75 * (h - y)) {
                return y;
            }
        }
        return h;
    }

    /** Share of the pixels of a row at its most frequent level (within 1/64 of full scale for 8-bit like data). */
    private static void row(Raster raster, int y, double[] flat, double[] level, double[] low, double[] high) {
        int w = raster.width();
        float[] v = new float[w];
        raster.pixels().copyTo(y * w, v, 0, w);
        double step = raster.pixels().bits() == 8 ? 4 : raster.pixels().isInteger() ? 1024 : Double.NaN;
        if (Double.isNaN(step)) {
            return;
        }
        int[] counts = new int[65];
        for (float x : v) {
            counts[Math.min(64, (int) (x / step))]++;
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        flat[y] = (double) counts[best] / w;
        level[y] = best;
    }
}
