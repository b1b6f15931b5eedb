package org.interphase.numerics.background;

import org.interphase.numerics.internal.Pentadiagonal;
import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;

/**
 * airPLS: Z.-M. Zhang, S. Chen and Y.-Z. Liang, "Baseline correction using adaptive iteratively reweighted penalized
 * least squares", Analyst 135 (2010) 1138. With d = y - z and S the sum of |d| over negative d, iteration t uses {@code
 * w = exp(t |d| / S)} where d is negative and 0 elsewhere, until S is below the tolerance times the sum of |y|.
 *
 * @param lambda smoothness, positive
 * @param tolerance fraction of the sum of |y| at which to stop (0.001 in the paper)
 * @param maxIterations limit
 */
public record AirPls(double lambda, double tolerance, int maxIterations) {

    /** Exponents are capped here, far below overflow; reached only when one point carries nearly all of S. */
    private static final double LARGEST_EXPONENT = 600;

    /** Checks the numbers. */
    public AirPls {
        Inputs.requirePenalty(lambda, tolerance, maxIterations);
    }

    /** Tolerance 1e-3, at most 50 iterations. */
    public AirPls(double lambda) {
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
        double total = 0;
        for (double value : y) {
            total += Math.abs(value);
        }
        double[] w = new double[n];
        java.util.Arrays.fill(w, 1);
        double[] z = new double[n];
        double[] d = new double[n];
        Kernel kernel = Kernels.current();
        Pentadiagonal system = new Pentadiagonal(n, lambda);
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            system.solve(w, y, z);
            double sum = 0;
            int count = 0;
            for (int i = 0; i < n; i++) {
                d[i] = y[i] - z[i];
                sum -= Math.min(d[i], 0);
                count += d[i] < 0 ? 1 : 0;
            }
            if (sum < tolerance * total || count < 2) {
                return new Baseline(z, iteration, true);
            }
            double factor = iteration / sum;
            for (int i = 0; i < n; i++) {
                w[i] = Math.max(factor * Math.min(d[i], 0), -LARGEST_EXPONENT);
            }
            kernel.expNegative(w, w, n);
            for (int i = 0; i < n; i++) {
                w[i] = d[i] < 0 ? 1 / w[i] : 0;
            }
        }
        return new Baseline(z, maxIterations, false);
    }
}
