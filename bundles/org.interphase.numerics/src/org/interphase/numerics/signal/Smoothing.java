package org.interphase.numerics.signal;

import org.interphase.numerics.internal.Checks;
import org.interphase.numerics.internal.Pentadiagonal;

import java.util.Arrays;

/** Smoothing of equally spaced values. Inputs are not modified. */
public final class Smoothing {

    private Smoothing() {
    }

    /**
     * Gaussian smoothing, weights cut at four standard deviations and renormalised at the ends.
     *
     * @param sigma standard deviation in points, positive
     */
    public static double[] gaussian(double[] y, double sigma) {
        Checks.finite(y, 1);
        if (!(sigma > 0) || Double.isInfinite(sigma)) {
            throw new IllegalArgumentException("The Gaussian's standard deviation must be finite and positive, got "
                    + sigma);
        }
        int reach = (int) Math.min(y.length, Math.ceil(4 * sigma));
        double[] weights = new double[reach + 1];
        for (int k = 0; k <= reach; k++) {
            weights[k] = Math.exp(-0.5 * k * k / (sigma * sigma));
        }
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double sum = 0;
            double total = 0;
            for (int k = Math.max(0, i - reach); k <= Math.min(y.length - 1, i + reach); k++) {
                double w = weights[Math.abs(k - i)];
                sum += w * y[k];
                total += w;
            }
            out[i] = sum / total;
        }
        return out;
    }

    /**
     * Moving median; windows are cut at the ends.
     *
     * @param window number of points, odd
     */
    public static double[] median(double[] y, int window) {
        Checks.finite(y, 1);
        if (window < 1 || window % 2 == 0) {
            throw new IllegalArgumentException("A median window must be odd and positive, got " + window);
        }
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double[] part = Arrays.copyOfRange(y, Math.max(0, i - window / 2), Math.min(y.length, i + window / 2 + 1));
            out[i] = Robust.medianInPlace(part);
        }
        return out;
    }

    /**
     * Whittaker smoothing: minimises {@code sum w (y - z)^2 + lambda sum (second difference of z)^2} (P. H. C. Eilers,
     * Anal. Chem. 75 (2003) 3631).
     *
     * @param weights one per point, not negative, or null for ones; zero bridges a gap
     * @throws IllegalArgumentException for fewer than 5 points, a value that is not finite, or fewer than two
     *     positive weights
     */
    public static double[] whittaker(double[] y, double[] weights, double lambda) {
        Checks.finite(y, 5);
        double[] w = weights == null ? new double[y.length] : weights;
        if (weights == null) {
            Arrays.fill(w, 1);
        }
        Checks.sameLength(y, w);
        int positive = 0;
        for (int i = 0; i < w.length; i++) {
            if (!(w[i] >= 0) || Double.isInfinite(w[i])) {
                throw new IllegalArgumentException("Weights must be finite and not negative: point " + i + " is "
                        + w[i]);
            }
            positive += w[i] > 0 ? 1 : 0;
        }
        if (positive < 2) {
            throw new IllegalArgumentException("At least two weights must be positive, got " + positive);
        }
        double[] z = new double[y.length];
        new Pentadiagonal(y.length, lambda).solve(w, y, z);
        return z;
    }
}
