package org.interphase.numerics.background;

import org.interphase.numerics.internal.Pentadiagonal;

/**
 * AsLS: P. H. C. Eilers and H. F. M. Boelens, "Baseline correction with asymmetric least squares smoothing" (2005).
 * Minimises {@code sum w_i (y_i - z_i)^2 + lambda sum (second difference of z)^2} with {@code w = p} above and {@code 1
 * - p} below the baseline, repeated until the relative change of the weights, {@code |w - w_old| / |w_old|}, is below
 * the tolerance.
 *
 * @param lambda smoothness, positive; grows with the fourth power of the width kept out
 * @param p weight of points above the baseline, between 0 and 1
 * @param tolerance relative change of the weights at which to stop
 * @param maxIterations limit
 */
public record AsymmetricLeastSquares(double lambda, double p, double tolerance, int maxIterations) {

    /** Checks the numbers. */
    public AsymmetricLeastSquares {
        Inputs.requirePenalty(lambda, tolerance, maxIterations);
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("The asymmetry must be between 0 and 1, got " + p);
        }
    }

    /** Tolerance 1e-3, at most 50 iterations. */
    public AsymmetricLeastSquares(double lambda, double p) {
        this(lambda, p, 1e-3, 50);
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
        double[] z = new double[n];
        Pentadiagonal system = new Pentadiagonal(n, lambda);
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            system.solve(w, y, z);
            double change = 0;
            double norm = 0;
            for (int i = 0; i < n; i++) {
                double old = w[i];
                double value = y[i] > z[i] ? p : 1 - p;
                change += (value - old) * (value - old);
                norm += old * old;
                w[i] = value;
            }
            if (change < tolerance * tolerance * norm) {
                return new Baseline(z, iteration, true);
            }
        }
        return new Baseline(z, maxIterations, false);
    }
}
