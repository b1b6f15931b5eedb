package org.interphase.technique.dynamics.displacement;

import org.interphase.numerics.linear.Cholesky;

/**
 * A straight line through correlated points by generalised least squares (A. C. Aitken, Proc. R. Soc. Edinburgh 55
 * (1936) 42-48).
 *
 * @param slope slope
 * @param intercept value at 0
 * @param slopeVariance variance of the slope
 * @param interceptVariance variance of the intercept
 * @param mixed covariance of both
 * @param chiSquare weighted square of the residuals
 * @param weights the slope is the sum of these times the ordinates
 */
public record GeneralisedLine(double slope, double intercept, double slopeVariance, double interceptVariance,
        double mixed, double chiSquare, double[] weights) {

    /**
     * Independent noise added to each point, relative to its own variance, which keeps the matrix positive definite.
     */
    private static final double OWN_NOISE = 1e-7;

    /**
     * The line through the points from one on.
     *
     * @param covariance of the ordinates
     * @param from first point that counts
     * @throws IllegalArgumentException if the covariance is not positive definite
     */
    public static GeneralisedLine through(double[] x, double[] y, double[][] covariance, int from) {
        int n = x.length - from;
        double[] l = factor(covariance, from, n);
        double[] one = new double[n];
        double[] t = new double[n];
        for (int i = 0; i < n; i++) {
            one[i] = 1;
            t[i] = x[from + i];
        }
        Cholesky.solve(l, n, n, one);
        Cholesky.solve(l, n, n, t);
        double s11 = 0;
        double s1t = 0;
        double stt = 0;
        for (int i = 0; i < n; i++) {
            s11 += one[i];
            s1t += one[i] * x[from + i];
            stt += t[i] * x[from + i];
        }
        double determinant = s11 * stt - s1t * s1t;
        double[] weights = new double[x.length];
        double slope = 0;
        double intercept = 0;
        for (int i = 0; i < n; i++) {
            weights[from + i] = (s11 * t[i] - s1t * one[i]) / determinant;
            slope += weights[from + i] * y[from + i];
            intercept += (stt * one[i] - s1t * t[i]) / determinant * y[from + i];
        }
        double[] r = new double[n];
        for (int i = 0; i < n; i++) {
            r[i] = y[from + i] - intercept - slope * x[from + i];
        }
        double[] solved = r.clone();
        Cholesky.solve(l, n, n, solved);
        double chi = 0;
        for (int i = 0; i < n; i++) {
            chi += r[i] * solved[i];
        }
        return new GeneralisedLine(slope, intercept, s11 / determinant, stt / determinant, -s1t / determinant, chi,
                weights);
    }

    /** The factor of the covariance; where noise in it makes it indefinite, points get more noise of their own. */
    private static double[] factor(double[][] covariance, int from, int n) {
        double[] l = new double[n * n];
        for (double noise = OWN_NOISE; noise < 1e6; noise *= 100) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    l[i * n + j] = covariance[from + i][from + j] * (i == j ? 1 + noise : 1);
                }
            }
            if (Cholesky.factor(l, n, n)) {
                return l;
            }
        }
        throw new IllegalArgumentException("the covariance of the displacements is not positive definite");
    }

    /** Value of the line. */
    public double at(double x) {
        return intercept + slope * x;
    }
}
