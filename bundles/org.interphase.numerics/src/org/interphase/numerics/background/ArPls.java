package org.interphase.numerics.background;

import org.interphase.numerics.internal.Pentadiagonal;
import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;

/**
 * arPLS: S.-J. Baek, A. Park, Y.-J. Ahn and J. Choo, "Baseline correction using asymmetrically reweighted penalized
 * least squares smoothing", Analyst 140 (2015) 250. With d = y - z, and m and s the mean and sample standard deviation
 * of the negative d, {@code w = 1 / (1 + exp(2 (d - (2 s - m)) / s))}, repeated until {@code |w - w_old| / |w_old|} is
 * below the tolerance.
 *
 * @param lambda smoothness, positive
 * @param tolerance relative change of the weights at which to stop
 * @param maxIterations limit
 */
public record ArPls(double lambda, double tolerance, int maxIterations) {

    /** Checks the numbers. */
    public ArPls {
        Inputs.requirePenalty(lambda, tolerance, maxIterations);
    }

    /** Tolerance 1e-3, at most 50 iterations. */
    public ArPls(double lambda) {
        this(lambda, 1e-3, 50);
    }

    /**
     * The baseline.
     *
     * @throws IllegalArgumentException for fewer than 5 points or a value that is not finite
     */
    public Baseline of(double[] y) {
        Inputs.require(y.length, y, 5);
        int n = y.length;
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1);
        double[] next = new double[n];
        double[] z = new double[n];
        Pentadiagonal system = new Pentadiagonal(n, lambda);
        double[] d = new double[n];
        Kernel kernel = Kernels.current();
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            system.solve(w, y, z);
            int count = 0;
            double sum = 0;
            double squares = 0;
            // without branches, since the signs of d are as good as random
            for (int i = 0; i < n; i++) {
                d[i] = y[i] - z[i];
                double negative = Math.min(d[i], 0);
                sum += negative;
                squares += negative * negative;
                count += d[i] < 0 ? 1 : 0;
            }
            double mean = sum / count;
            double s = Math.sqrt((squares - count * mean * mean) / (count - 1));
            if (count < 2 || !(s > 0)) {
                return new Baseline(z, iteration, true);
            }
            if (reweight(kernel, d, w, next, mean, s) < tolerance * tolerance) {
                return new Baseline(z, iteration, true);
            }
            double[] swap = w;
            w = next;
            next = swap;
        }
        return new Baseline(z, maxIterations, false);
    }

    /** New weights into {@code next}, using up {@code d}; returns the squared relative change. */
    private static double reweight(Kernel kernel, double[] d, double[] w, double[] next, double mean, double s) {
        int n = d.length;
        double slope = 2 / s;
        double offset = -2 * (2 * s - mean) / s;
        for (int i = 0; i < n; i++) {
            d[i] = slope * d[i] + offset;
            next[i] = -Math.abs(d[i]);
        }
        kernel.expNegative(next, next, n);
        double change = 0;
        double norm = 0;
        for (int i = 0; i < n; i++) {
            // 1/(1 + e^t), written with e^-|t| so that it can't overflow
            double value = (d[i] > 0 ? next[i] : 1) / (1 + next[i]);
            change += (value - w[i]) * (value - w[i]);
            norm += w[i] * w[i];
            next[i] = value;
        }
        return change / norm;
    }
}
