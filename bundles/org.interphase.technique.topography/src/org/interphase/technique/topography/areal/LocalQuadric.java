package org.interphase.technique.topography.areal;

import org.interphase.numerics.linear.Cholesky;
import org.interphase.technique.topography.surface.HeightField;

/**
 * The height at a point by a least-squares surface of second degree through the measured points of a square around it
 * (A. Savitzky, M. J. E. Golay, Anal. Chem. 36 (1964) 1627, in two dimensions): exact for a rounded summit, with less
 * noise than the point itself.
 *
 * @param points indices of the points that take part
 * @param weights weight of each in the height
 */
record LocalQuadric(int[] points, double[] weights) {

    private static final int TERMS = 6;

    /** The weights at a point; the point alone for radius 0, or where too few around it were measured. */
    static LocalQuadric at(HeightField f, int x, int y, int radius) {
        int w = f.width();
        int[] points = new int[(2 * radius + 1) * (2 * radius + 1)];
        double[][] terms = new double[points.length][];
        double[] a = new double[TERMS * TERMS];
        int n = 0;
        for (int v = Math.max(0, y - radius); v <= Math.min(f.height() - 1, y + radius); v++) {
            for (int u = Math.max(0, x - radius); u <= Math.min(w - 1, x + radius); u++) {
                if (Double.isNaN(f.z()[v * w + u])) {
                    continue;
                }
                double dx = u - x;
                double dy = v - y;
                double[] t = {1, dx, dy, dx * dx, dx * dy, dy * dy};
                for (int i = 0; i < TERMS; i++) {
                    for (int j = 0; j <= i; j++) {
                        a[i * TERMS + j] += t[i] * t[j];
                    }
                }
                terms[n] = t;
                points[n++] = v * w + u;
            }
        }
        double[] first = {1, 0, 0, 0, 0, 0};
        if (n < TERMS + 2 || !Cholesky.factor(a, TERMS, TERMS) || a[TERMS * TERMS - 1] < 1e-6) {
            return new LocalQuadric(new int[] {y * w + x}, new double[] {1});
        }
        Cholesky.solve(a, TERMS, TERMS, first);
        double[] weights = new double[n];
        for (int k = 0; k < n; k++) {
            for (int i = 0; i < TERMS; i++) {
                weights[k] += first[i] * terms[k][i];
            }
        }
        return new LocalQuadric(java.util.Arrays.copyOf(points, n), weights);
    }

    /** The height from values at all points of the map. */
    double of(double[] z) {
        double sum = 0;
        for (int k = 0; k < points.length; k++) {
            sum += weights[k] * z[points[k]];
        }
        return sum;
    }

    /** Sum of the squared weights: variance of the height over that of a point. */
    double variance() {
        double sum = 0;
        for (double v : weights) {
            sum += v * v;
        }
        return sum;
    }
}
