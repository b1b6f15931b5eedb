package org.interphase.numerics.signal;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.interphase.numerics.fit.Abscissa;
import org.interphase.numerics.internal.Checks;

/** Values on another grid. Points outside the data are an error: nothing is extrapolated. */
public final class Resample {

    private Resample() {
    }

    /** Linear interpolation of (x, y), x strictly monotonic, at {@code at}. */
    public static double[] linear(double[] x, double[] y, double[] at) {
        double[][] sorted = ascending(x, y);
        double[] out = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            int k = interval(sorted[0], at[i], i);
            double t = (at[i] - sorted[0][k]) / (sorted[0][k + 1] - sorted[0][k]);
            out[i] = sorted[1][k] + t * (sorted[1][k + 1] - sorted[1][k]);
        }
        return out;
    }

    /** Natural cubic spline through (x, y), at least 3 points, at {@code at}. */
    public static double[] spline(double[] x, double[] y, double[] at) {
        double[][] sorted = ascending(x, y);
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(sorted[0], sorted[1]);
        double[] out = new double[at.length];
        for (int i = 0; i < at.length; i++) {
            interval(sorted[0], at[i], i);
            out[i] = spline.value(at[i]);
        }
        return out;
    }

    /** {@code n} equally spaced abscissae from {@code from} to {@code to}, both included. */
    public static double[] grid(double from, double to, int n) {
        if (n < 2 || !Double.isFinite(from) || !Double.isFinite(to) || from == to) {
            throw new IllegalArgumentException("A grid needs two different finite ends and at least 2 points, got "
                    + from + ", "
                    + to + ", " + n);
        }
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = i == n - 1 ? to : from + (to - from) * i / (n - 1);
        }
        return x;
    }

    private static double[][] ascending(double[] x, double[] y) {
        Abscissa.require(x);
        Checks.sameLength(x, y);
        Checks.finite(y, 2);
        int n = x.length;
        if (x[0] < x[n - 1]) {
            return new double[][] {x, y};
        }
        double[] rx = new double[n];
        double[] ry = new double[n];
        for (int i = 0; i < n; i++) {
            rx[i] = x[n - 1 - i];
            ry[i] = y[n - 1 - i];
        }
        return new double[][] {rx, ry};
    }

    private static int interval(double[] x, double at, int i) {
        if (!(at >= x[0] && at <= x[x.length - 1])) {
            throw new IllegalArgumentException("Point " + i + " of the new grid (" + at + ") is outside the data ("
                    + x[0] + " to "
                    + x[x.length - 1] + ")");
        }
        int k = java.util.Arrays.binarySearch(x, at);
        k = k >= 0 ? k : -k - 2;
        return Math.min(k, x.length - 2);
    }
}
