package org.interphase.technique.elements.elementmap;

import org.interphase.model.CountBackground;
import org.interphase.model.Raster;

/**
 * A map of counts summed over square blocks of pixels; blocks with a pixel that was not measured are left out. Where
 * the map brings a background, the counts are those above it.
 *
 * @param size pixels along a side of a block
 * @param columns blocks in a row
 * @param rows rows of blocks
 * @param counts counts of each block, NaN where left out
 * @param background background in each block, counts as measured beside the line; NaN where left out
 * @param factor background under the line per count beside it; 0 without background
 */
record BlockCounts(int size, int columns, int rows, double[] counts, double[] background, double factor) {

    /** Sums over blocks of the specimen's field; a rest at the right and lower edge is left out. */
    static BlockCounts of(Raster map, int size) {
        CountBackground beside = CountBackground.of(map).orElse(null);
        int w = map.field().width() / size;
        int h = map.field().height() / size;
        double[] n = new double[w * h];
        double[] b = new double[w * h];
        double factor = beside == null ? 0 : beside.factor();
        for (int y = 0; y < h * size; y++) {
            for (int x = 0; x < w * size; x++) {
                int i = y / size * w + x / size;
                int column = map.field().x() + x;
                int row = map.field().y() + y;
                double beneath = beside == null ? 0 : beside.counts().get(row * map.width() + column);
                n[i] += map.get(column, row) - factor * beneath;
                b[i] += beneath;
            }
        }
        return new BlockCounts(size, w, h, n, b, factor);
    }

    /** Number of blocks that count. */
    int number() {
        int n = 0;
        for (double v : counts) {
            n += Double.isNaN(v) ? 0 : 1;
        }
        return n;
    }

    /** Mean counts of a block, above the background. */
    double mean() {
        return mean(counts);
    }

    /** Mean counts of a block beside the line. */
    double meanBackground() {
        return mean(background);
    }

    /** Mean counts of a block as they were counted, with what lies under the line. */
    double meanCounted() {
        return mean() + factor * meanBackground();
    }

    private double mean(double[] values) {
        double s = 0;
        for (int i = 0; i < values.length; i++) {
            s += Double.isNaN(counts[i]) ? 0 : values[i];
        }
        return s / number();
    }

    /** Variance of a block's counts where only counting varies: of the counts and of the background taken off. */
    double variance() {
        return meanCounted() + factor * factor * meanBackground();
    }

    /** Sum of squared deviations from the mean over the variance: chi-square distributed where only counting varies. */
    double dispersion() {
        double mean = mean();
        double variance = variance();
        double s = 0;
        for (double v : counts) {
            s += Double.isNaN(v) ? 0 : (v - mean) * (v - mean) / variance;
        }
        return s;
    }
}
