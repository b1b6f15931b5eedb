package org.interphase.numerics.background;

import org.interphase.numerics.fit.Abscissa;

/**
 * Iterated Shirley background between two end levels (D. A. Shirley, Phys. Rev. B 5 (1972) 4709; iteration as in A.
 * Proctor and P. M. A. Sherwood, Anal. Chem. 54 (1982) 13): {@code B(x_i) = right + (left - right) * A_right(i) /
 * (A_left(i) + A_right(i))}, the areas between data and background on either side of the point by the trapezoidal rule,
 * repeated until B no longer changes. End levels are means over a window of points, so one noisy point does not move
 * the answer.
 */
public final class Shirley {

    private final int window;
    private final double tolerance;
    private final int maxIterations;

    private Shirley(int window, double tolerance, int maxIterations) {
        this.window = window;
        this.tolerance = tolerance;
        this.maxIterations = maxIterations;
    }

    /**
     * Settings.
     *
     * @param window number of points averaged at each end, at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static Shirley withEndWindow(int window) {
        if (window < 1) {
            throw new IllegalArgumentException("The end window needs at least one point, got " + window);
        }
        return new Shirley(window, 1e-12, 500);
    }

    /**
     * The background over all points.
     *
     * @param x abscissae, strictly monotonic, either direction
     * @param y counts, same length
     * @throws IllegalArgumentException for bad abscissae, unequal lengths, a value that is not finite, or fewer
     *     points than two windows
     */
    public Baseline of(double[] x, double[] y) {
        Abscissa.require(x);
        Inputs.require(x.length, y, 2 * window);
        int n = x.length;
        double left = mean(y, 0, window);
        double right = mean(y, n - window, n);
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            b[i] = left + (right - left) * i / (n - 1);
        }
        if (left == right) {
            return new Baseline(b, 0, true);
        }
        double[] cumulative = new double[n];
        double scale = Math.abs(left - right);
        for (int iteration = 1; iteration <= maxIterations; iteration++) {
            for (int i = 1; i < n; i++) {
                cumulative[i] = cumulative[i - 1]
                        + 0.5 * (y[i] - b[i] + y[i - 1] - b[i - 1]) * Math.abs(x[i] - x[i - 1]);
            }
            double total = cumulative[n - 1];
            if (total == 0) {
                return new Baseline(b, iteration, false);
            }
            double change = 0;
            for (int i = 0; i < n; i++) {
                double value = left + (right - left) * cumulative[i] / total;
                change = Math.max(change, Math.abs(value - b[i]));
                b[i] = value;
            }
            if (!Double.isFinite(change)) {
                throw new IllegalArgumentException("The Shirley iteration diverges: the area between data and "
                        + "background "
                        + "vanishes in the chosen range");
            }
            if (change <= tolerance * scale) {
                return new Baseline(b, iteration, true);
            }
        }
        return new Baseline(b, maxIterations, false);
    }

    private static double mean(double[] y, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += y[i];
        }
        return sum / (to - from);
    }
}
