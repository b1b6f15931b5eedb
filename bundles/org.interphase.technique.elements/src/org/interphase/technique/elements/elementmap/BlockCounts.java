package org.interphase.technique.elements.elementmap;

import org.interphase.model.Raster;

/**
 * A map of counts summed over square blocks of pixels; blocks with a pixel that was not measured are left out.
 *
 * @param size pixels along a side of a block
 * @param columns blocks in a row
 * @param rows rows of blocks
 * @param counts counts of each block, NaN where left out
 */
record BlockCounts(int size, int columns, int rows, double[] counts) {

    /** Sums over blocks of the specimen's field; a rest at the right and lower edge is left out. */
    static BlockCounts of(Raster map, int size) {
        int w = map.field().width() / size;
        int h = map.field().height() / size;
        double[] n = new double[w * h];
        for (int y = 0; y < h * size; y++) {
            for (int x = 0; x < w * size; x++) {
                n[y / size * w + x / size] += map.get(map.field().x() + x, map.field().y() + y);
            }
        }
        return new BlockCounts(size, w, h, n);
    }

    /** Number of blocks that count. */
    int number() {
        int n = 0;
        for (double v : counts) {
            n += Double.isNaN(v) ? 0 : 1;
        }
        return n;
    }

    /** Mean counts of a block. */
    double mean() {
        double s = 0;
        for (double v : counts) {
            s += Double.isNaN(v) ? 0 : v;
        }
        return s / number();
    }

    /** Sum of squared deviations from the mean over the mean: chi-square distributed where only counting varies. */
    double dispersion() {
        double mean = mean();
        double s = 0;
        for (double v : counts) {
            s += Double.isNaN(v) ? 0 : (v - mean) * (v - mean) / mean;
        }
        return s;
    }
}
