package org.interphase.numerics.background;

import org.interphase.numerics.fit.Abscissa;

/** Rubber band: the lower convex hull of the points (Andrew's monotone chain), joined by straight lines. */
public record RubberBand() {

    /**
     * The baseline.
     *
     * @throws IllegalArgumentException for bad abscissae, unequal lengths, fewer than 2 points or a value that is
     *     not finite
     */
    public Baseline of(double[] x, double[] y) {
        Abscissa.require(x);
        Inputs.require(x.length, y, 2);
        int n = x.length;
        double sign = x[n - 1] > x[0] ? 1 : -1;
        int[] hull = new int[n];
        int size = 0;
        for (int i = 0; i < n; i++) {
            while (size > 1 && sign * cross(x, y, hull[size - 2], hull[size - 1], i) <= 0) {
                size--;
            }
            hull[size++] = i;
        }
        double[] z = new double[n];
        for (int k = 1; k < size; k++) {
            int a = hull[k - 1];
            int b = hull[k];
            for (int i = a; i <= b; i++) {
                double t = (x[i] - x[a]) / (x[b] - x[a]);
                z[i] = i == b ? y[b] : y[a] + t * (y[b] - y[a]);
            }
        }
        return new Baseline(z, 0, true);
    }

    private static double cross(double[] x, double[] y, int o, int a, int b) {
        return (x[a] - x[o]) * (y[b] - y[o]) - (y[a] - y[o]) * (x[b] - x[o]);
    }
}
