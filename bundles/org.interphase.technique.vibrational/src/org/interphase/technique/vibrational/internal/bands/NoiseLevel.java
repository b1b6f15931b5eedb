package org.interphase.technique.vibrational.internal.bands;

import java.util.Arrays;

/**
 * Noise of a spectrum from the scatter of neighbouring points, block by block, with a part that grows with the level
 * (counting statistics), and how far the noise is correlated between neighbours (spectra that were smoothed or
 * interpolated before export).
 *
 * @param sigma standard uncertainty of each point
 * @param correlation factor by which averages over several points are noisier than white noise would make them; 1 or
 *     more
 */
public record NoiseLevel(double[] sigma, double correlation) {

    /** Variance of y[i-1] - 3 y[i] + 3 y[i+1] - y[i+2] over that of y, white noise. */
    private static final double THIRD_DIFFERENCE = 20;
    /** Median of the square of a standard normal number. */
    private static final double MEDIAN_CHI2 = 0.454936423119572;
    private static final int BLOCK = 48;

    /** Noise of equally important points; {@code stated} is taken for sigma where it is given. */
    public static NoiseLevel of(double[] y, double[] stated) {
        double correlation = correlation(y);
        if (stated != null && Arrays.stream(stated).allMatch(s -> s > 0)) {
            return new NoiseLevel(stated.clone(), 1);
        }
        return new NoiseLevel(levels(y), correlation);
    }

    /** Median sigma over all points. */
    public double typical() {
        return median(sigma, sigma.length);
    }

    private static double[] levels(double[] y) {
        int n = y.length;
        int blocks = Math.max(1, n / BLOCK);
        double[] variance = new double[blocks];
        double[] level = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            int from = b * n / blocks;
            int to = (b + 1) * n / blocks;
            variance[b] = variance(y, from, to, new double[to - from]);
            level[b] = median(Arrays.copyOfRange(y, from, to), to - from);
        }
        double largest = Arrays.stream(y).map(Math::abs).max().orElse(0);
        double floor = Math.max(1e-10 * largest, Double.MIN_NORMAL);
        double whole = variance(y, 0, n, new double[n]);
        double slope = slope(level, variance);
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            int b = Math.min(blocks - 1, (int) ((long) i * blocks / n));
            // medians over three blocks: a block full of sharp bands does not pass for a noisy one
            double[] v = Arrays.copyOfRange(variance, Math.max(0, b - 1), Math.min(blocks, b + 2));
            double[] l = Arrays.copyOfRange(level, Math.max(0, b - 1), Math.min(blocks, b + 2));
            // the level of the neighbourhood, so that a noisy point does not set its own weight
            double local = (y[Math.max(0, i - 1)] + y[i] + y[Math.min(n - 1, i + 1)]) / 3;
            double here = median(v, v.length) + slope * Math.max(0, local - median(l, l.length));
            sigma[i] = Math.max(floor, Math.sqrt(Math.max(here, 0.1 * whole)));
        }
        return sigma;
    }

    /** How the variance grows with the level: median of pairwise slopes (Theil and Sen) of the blocks; not negative. */
    private static double slope(double[] level, double[] variance) {
        int n = level.length;
        double[] slopes = new double[n * (n - 1) / 2 + 1];
        int count = 0;
        double span = Arrays.stream(level).max().orElse(0) - Arrays.stream(level).min().orElse(0);
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (Math.abs(level[j] - level[i]) > 0.1 * span) {
                    slopes[count++] = (variance[j] - variance[i]) / (level[j] - level[i]);
                }
            }
        }
        return count < 3 ? 0 : Math.max(0, median(slopes, count));
    }

    private static double variance(double[] y, int from, int to, double[] scratch) {
        int k = 0;
        for (int i = Math.max(1, from); i + 2 < Math.min(y.length, to + 2); i++) {
            double d = y[i - 1] - 3 * y[i] + 3 * y[i + 1] - y[i + 2];
            scratch[k++] = d * d / THIRD_DIFFERENCE;
            if (k == scratch.length) {
                break;
            }
        }
        return k == 0 ? 0 : median(scratch, k) / MEDIAN_CHI2;
    }

    /** Noise of sums over 2 and 4 neighbours compared with what white noise gives. */
    private static double correlation(double[] y) {
        double one = variance(y, 0, y.length, new double[y.length]);
        double factor = 1;
        for (int width = 2; width <= 4 && y.length / width > 60; width *= 2) {
            double[] mean = new double[y.length / width];
            for (int i = 0; i < mean.length; i++) {
                for (int k = 0; k < width; k++) {
                    mean[i] += y[i * width + k] / width;
                }
            }
            double v = variance(mean, 0, mean.length, new double[mean.length]);
            if (one > 0) {
                factor = Math.max(factor, Math.sqrt(v * width / one));
            }
        }
        // bands that cover most of a spectrum look like correlated noise: the factor is kept within what smoothing
        // before export makes
        return Math.min(factor, 3);
    }

    private static double median(double[] values, int n) {
        double[] v = Arrays.copyOf(values, n);
        Arrays.sort(v);
        return n == 0 ? 0 : n % 2 == 1 ? v[n / 2] : 0.5 * (v[n / 2 - 1] + v[n / 2]);
    }
}
