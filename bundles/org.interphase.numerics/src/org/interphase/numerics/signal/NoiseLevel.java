package org.interphase.numerics.signal;

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
    /** Lower quartile of the square of a standard normal number. */
    private static final double QUARTILE_CHI2 = 0.101531044267621;
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

    /**
     * How much noisier a fitted height is than white noise would make it, from the residuals of its fit: the square
     * root of 1 + 2 (r1 + r2 + r3) with the residuals' autocorrelations (Bayley and Hammersley, J. R. Stat. Soc.
     * Suppl. 8 (1946) 184). Bands do not pass for noise here.
     *
     * @param residuals weighted residuals
     * @param otherwise the factor where there are too few residuals to tell
     */
    public static double correlationOfResiduals(double[] residuals, double otherwise) {
        int n = residuals.length;
        if (n < 20) {
            return otherwise;
        }
        double zero = 0;
        for (double r : residuals) {
            zero += r * r;
        }
        double sum = 1;
        for (int lag = 1; lag <= 3; lag++) {
            double product = 0;
            for (int i = lag; i < n; i++) {
                product += residuals[i] * residuals[i - lag];
            }
            sum += 2 * product / zero;
        }
        // two standard errors of the sum in white noise: less cannot be told from chance
        return sum > 1 + 4 * Math.sqrt(3.0 / n) ? Math.sqrt(sum) : 1;
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
            // medians over seven blocks: a block full of sharp bands does not pass for a noisy one
            double[] v = Arrays.copyOfRange(variance, Math.max(0, b - 3), Math.min(blocks, b + 4));
            double[] l = Arrays.copyOfRange(level, Math.max(0, b - 3), Math.min(blocks, b + 4));
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
        // levels that differ by noise alone tell nothing of its growth
        boolean flat = span < 3 * Math.sqrt(median(variance, n));
        return count < 3 || flat ? 0 : Math.max(0, median(slopes, count));
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
        double one = quiet(y);
        double factor = 1;
        for (int width = 2; width <= 4 && y.length / width > 60; width *= 2) {
            double[] mean = new double[y.length / width];
            for (int i = 0; i < mean.length; i++) {
                for (int k = 0; k < width; k++) {
                    mean[i] += y[i * width + k] / width;
                }
            }
            if (one > 0) {
                factor = Math.max(factor, Math.sqrt(quiet(mean) * width / one));
            }
        }
        // less cannot be told from chance; more is rather the curvature of bands than noise
        return factor < 1.2 ? 1 : Math.min(factor, 3);
    }

    /** Variance from the lower quartile of squared third differences, which bands on most of the axis do not reach. */
    private static double quiet(double[] y) {
        double[] d2 = new double[Math.max(0, y.length - 3)];
        for (int i = 0; i < d2.length; i++) {
            double d = y[i] - 3 * y[i + 1] + 3 * y[i + 2] - y[i + 3];
            d2[i] = d * d / THIRD_DIFFERENCE;
        }
        Arrays.sort(d2);
        return d2.length == 0 ? 0 : d2[d2.length / 4] / QUARTILE_CHI2;
    }

    private static double median(double[] values, int n) {
        return n == 0 ? 0 : Robust.medianInPlace(Arrays.copyOf(values, n));
    }
}
