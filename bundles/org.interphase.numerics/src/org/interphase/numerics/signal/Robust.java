package org.interphase.numerics.signal;

import org.interphase.numerics.internal.Checks;

import java.util.Arrays;

/** Robust location and scale. */
public final class Robust {

    /**
     * Standard deviation of normal noise per median absolute deviation: 1 / quantile(3/4) of the normal distribution.
     */
    public static final double SIGMA_PER_MAD = 1.482602218505602;

    private Robust() {
    }

    /** Median; the input is not modified. */
    public static double median(double[] y) {
        Checks.finite(y, 1);
        return medianInPlace(y.clone());
    }

    /** Median absolute deviation from the median. */
    public static double mad(double[] y) {
        double centre = median(y);
        double[] d = new double[y.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.abs(y[i] - centre);
        }
        return medianInPlace(d);
    }

    /**
     * Standard deviation of white noise on a smooth signal, from the median absolute second difference (whose variance
     * is 6 times that of a point).
     *
     * @throws IllegalArgumentException for fewer than 3 points
     */
    public static double noise(double[] y) {
        Checks.finite(y, 3);
        double[] d = new double[y.length - 2];
        for (int i = 0; i < d.length; i++) {
            d[i] = Math.abs(y[i] - 2 * y[i + 1] + y[i + 2]);
        }
        return medianInPlace(d) * SIGMA_PER_MAD / Math.sqrt(6);
    }

    /**
     * Median of the first numbers of an array, which are sorted for it: for buffers that are filled again and again.
     *
     * @param n how many count, at least one
     */
    public static double medianInPlace(double[] y, int n) {
        Arrays.sort(y, 0, n);
        int half = n / 2;
        return n % 2 != 0 ? y[half] : 0.5 * (y[half - 1] + y[half]);
    }

    static double medianInPlace(double[] y) {
        return medianInPlace(y, y.length);
    }
}
