package org.interphase.numerics.background;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.interphase.numerics.fit.Abscissa;

/**
 * Modified polynomial: C. A. Lieber and A. Mahadevan-Jansen, Appl. Spectrosc. 57 (2003) 1363: fit a polynomial, replace
 * points above it by it, repeat until the relative change of the polynomial is below the tolerance. The fit is in
 * Chebyshev polynomials of the scaled abscissa.
 *
 * @param degree polynomial degree
 * @param tolerance relative change at which to stop
 * @param maxIterations limit
 */
public record ModifiedPolynomial(int degree, double tolerance, int maxIterations) {

    /** Checks the numbers. */
    public ModifiedPolynomial {
        if (degree < 0 || !(tolerance > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("A modified polynomial needs degree >= 0, tolerance > 0 and "
                    + "iterations >= 1, "
                    + "got " + degree + ", " + tolerance + ", " + maxIterations);
        }
    }

    /** Tolerance 1e-3, at most 250 iterations. */
    public ModifiedPolynomial(int degree) {
        this(degree, 1e-3, 250);
    }

    /**
     * The baseline.
     *
     * @throws IllegalArgumentException for bad abscissae, unequal lengths, a value that is not finite, or no more
     *     points than the degree
     */
    public Baseline of(double[] x, double[] y) {
        Abscissa.require(x);
        Inputs.require(x.length, y, degree + 1);
        int n = x.length;
        Array2DRowRealMatrix basis = new Array2DRowRealMatrix(n, degree + 1);
        double middle = 0.5 * (x[0] + x[n - 1]);
        double half = Math.abs(x[n - 1] - x[0]) / 2;
        for (int i = 0; i < n; i++) {
            double t = half > 0 ? Math.max(-1, Math.min(1, (x[i] - middle) / half)) : 0;
            for (int k = 0; k <= degree; k++) {
                basis.setEntry(i, k, Math.cos(k * Math.acos(t)));
            }
        }
        DecompositionSolver solver = new QRDecomposition(basis).getSolver();
        double[] work = y.clone();
        double[] z = new double[n];
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            double[] next = basis.operate(solver.solve(new ArrayRealVector(work, false)).toArray());
            double change = 0;
            double norm = 0;
            for (int i = 0; i < n; i++) {
                change += (next[i] - z[i]) * (next[i] - z[i]);
                norm += z[i] * z[i];
                work[i] = Math.min(work[i], next[i]);
            }
            z = next;
            if (iteration > 1 && change <= tolerance * tolerance * norm) {
                return new Baseline(z, iteration, true);
            }
        }
        return new Baseline(z, maxIterations, false);
    }
}
