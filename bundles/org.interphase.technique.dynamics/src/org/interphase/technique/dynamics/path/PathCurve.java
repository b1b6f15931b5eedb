package org.interphase.technique.dynamics.path;

import java.util.Arrays;

/**
 * A piecewise cubic curve through energies of images: each piece from its energies and slopes at both ends (cubic
 * Hermite interpolation). Where slopes are not given they come from the neighbours.
 *
 * @param s places of the images
 * @param e their energies
 * @param slope dE/ds at them
 */
public record PathCurve(double[] s, double[] e, double[] slope) {

    /** The curve of energies and forces (G. Henkelman, H. Jonsson, J. Chem. Phys. 113 (2000) 9978-9985, appendix). */
    public static PathCurve ofForces(double[] s, double[] e, double[] force) {
        return new PathCurve(s, e, Arrays.stream(force).map(f -> -f).toArray());
    }

    /**
     * The natural cubic spline: continuous second derivative, none at the ends; with ends held flat, as at minima,
     * where asked for.
     */
    public static PathCurve spline(double[] s, double[] e, boolean flatEnds) {
        int n = s.length;
        double[] lower = new double[n];
        double[] main = new double[n];
        double[] upper = new double[n];
        double[] right = new double[n];
        main[0] = flatEnds ? 1 : 2;
        upper[0] = flatEnds ? 0 : 1;
        right[0] = flatEnds ? 0 : 3 * (e[1] - e[0]) / (s[1] - s[0]);
        for (int k = 1; k < n - 1; k++) {
            double h0 = s[k] - s[k - 1];
            double h1 = s[k + 1] - s[k];
            lower[k] = 1 / h0;
            main[k] = 2 / h0 + 2 / h1;
            upper[k] = 1 / h1;
            right[k] = 3 * ((e[k] - e[k - 1]) / (h0 * h0) + (e[k + 1] - e[k]) / (h1 * h1));
        }
        main[n - 1] = flatEnds ? 1 : 2;
        lower[n - 1] = flatEnds ? 0 : 1;
        right[n - 1] = flatEnds ? 0 : 3 * (e[n - 1] - e[n - 2]) / (s[n - 1] - s[n - 2]);
        for (int k = 1; k < n; k++) {
            double w = lower[k] / main[k - 1];
            main[k] -= w * upper[k - 1];
            right[k] -= w * right[k - 1];
        }
        double[] slope = new double[n];
        slope[n - 1] = right[n - 1] / main[n - 1];
        for (int k = n - 2; k >= 0; k--) {
            slope[k] = (right[k] - upper[k] * slope[k + 1]) / main[k];
        }
        return new PathCurve(s, e, slope);
    }

    /** Slopes of the parabola through each image and its neighbours: a curve that knows nothing further away. */
    public static PathCurve local(double[] s, double[] e) {
        int n = s.length;
        double[] slope = new double[n];
        for (int k = 0; k < n; k++) {
            int a = Math.min(Math.max(k - 1, 0), n - 3);
            double d01 = (e[a + 1] - e[a]) / (s[a + 1] - s[a]);
            double d12 = (e[a + 2] - e[a + 1]) / (s[a + 2] - s[a + 1]);
            double second = (d12 - d01) / (s[a + 2] - s[a]);
            slope[k] = d01 + second * (2 * s[k] - s[a] - s[a + 1]);
        }
        return new PathCurve(s, e, slope);
    }

    /** The energy at a place between the first and the last image. */
    public double at(double x) {
        int k = Arrays.binarySearch(s, x);
        k = Math.min(Math.max(k >= 0 ? k : -k - 2, 0), s.length - 2);
        double h = s[k + 1] - s[k];
        double t = (x - s[k]) / h;
        return e[k] + t * (h * slope[k] + t * (3 * (e[k + 1] - e[k]) - h * (2 * slope[k] + slope[k + 1])
                + t * (2 * (e[k] - e[k + 1]) + h * (slope[k] + slope[k + 1]))));
    }

    /** Place and height of the highest point, ends included. */
    public double[] highest() {
        double[] best = {s[0], e[0]};
        for (int k = 0; k < s.length; k++) {
            if (e[k] > best[1]) {
                best = new double[] {s[k], e[k]};
            }
        }
        for (int k = 0; k + 1 < s.length; k++) {
            double h = s[k + 1] - s[k];
            // derivative in t = (x - s) / h: a + 2 b t + 3 c t^2
            double a = h * slope[k];
            double b = 3 * (e[k + 1] - e[k]) - h * (2 * slope[k] + slope[k + 1]);
            double c = 2 * (e[k] - e[k + 1]) + h * (slope[k] + slope[k + 1]);
            double root = b * b - 3 * a * c;
            for (int sign = -1; sign <= 1 && root >= 0; sign += 2) {
                double q = -b + sign * Math.sqrt(root);
                double t = Math.abs(c) > 1e-300 ? q / (3 * c) : b == 0 ? Double.NaN : -a / (2 * b);
                double x = s[k] + t * h;
                if (t > 0 && t < 1 && at(x) > best[1]) {
                    best = new double[] {x, at(x)};
                }
            }
        }
        return best;
    }
}
