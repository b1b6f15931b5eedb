package org.interphase.numerics.signal;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.interphase.numerics.internal.Checks;

/**
 * Savitzky-Golay filter: at each point the value or derivative of the polynomial fitted to the window around it (A.
 * Savitzky and M. J. E. Golay, Anal. Chem. 36 (1964) 1627). At the ends the polynomial of the outermost full window is
 * used, so that no point is lost or invented.
 *
 * @param window number of points, odd
 * @param order polynomial order, less than the window
 */
public record SavitzkyGolay(int window, int order) {

    /** Checks the numbers. */
    public SavitzkyGolay {
        if (window < 1 || window % 2 == 0 || order < 0 || order >= window) {
            throw new IllegalArgumentException("Savitzky-Golay needs an odd window greater than the order, got "
                    + "window " + window
                    + " and order " + order);
        }
    }

    /** Smoothed values. */
    public double[] smooth(double[] y) {
        return derivative(y, 0, 1);
    }

    /**
     * Derivative of the fitted polynomial.
     *
     * @param y values at equal distances
     * @param derivative 0 (the smoothed value), 1, 2, ... at most the order
     * @param spacing distance of points, sign included (negative for descending abscissae)
     * @throws IllegalArgumentException for fewer points than the window, a value that is not finite, or a
     *     derivative above the order
     */
    public double[] derivative(double[] y, int derivative, double spacing) {
        Checks.finite(y, window);
        if (derivative < 0 || derivative > order || spacing == 0 || !Double.isFinite(spacing)) {
            throw new IllegalArgumentException("Can't take derivative " + derivative + " of a polynomial of order "
                    + order
                    + " at spacing " + spacing);
        }
        int half = window / 2;
        int n = y.length;
        double scale = Math.pow(spacing, -derivative);
        double[] out = new double[n];
        double[] centre = coefficients(0, derivative);
        for (int i = half; i < n - half; i++) {
            out[i] = dot(centre, y, i - half) * scale;
        }
        for (int i = 0; i < half; i++) {
            out[i] = dot(coefficients(i - half, derivative), y, 0) * scale;
            out[n - 1 - i] = dot(coefficients(half - i, derivative), y, n - window) * scale;
        }
        return out;
    }

    /**
     * Coefficients that give the derivative at {@code offset} points from the middle of the window, at unit spacing.
     */
    double[] coefficients(int offset, int derivative) {
        int half = window / 2;
        double size = Math.max(half, 1);
        RealMatrix basis = new Array2DRowRealMatrix(window, order + 1);
        for (int i = 0; i < window; i++) {
            for (int k = 0; k <= order; k++) {
                basis.setEntry(i, k, Math.pow((i - half) / size, k));
            }
        }
        RealMatrix solve = new QRDecomposition(basis).getSolver().getInverse();
        double[] c = new double[window];
        for (int k = derivative; k <= order; k++) {
            double factor = 1;
            for (int d = 0; d < derivative; d++) {
                factor *= k - d;
            }
            factor *= Math.pow(offset / size, k - derivative) / Math.pow(size, derivative);
            for (int i = 0; i < window; i++) {
                c[i] += factor * solve.getEntry(k, i);
            }
        }
        return c;
    }

    private static double dot(double[] c, double[] y, int from) {
        double sum = 0;
        for (int k = 0; k < c.length; k++) {
            sum += c[k] * y[from + k];
        }
        return sum;
    }
}
