package org.interphase.technique.microscopy.segmentation;

/**
 * A polynomial surface of low order through grey levels, by least squares; where a phase is told, its constant distance
 * from the rest is fitted with it and left out of the surface.
 */
public final class LevelSurface {

    private final int order;
    private final double[] coefficients;

    private LevelSurface(int order, double[] coefficients) {
        this.order = order;
        this.coefficients = coefficients;
    }

    /**
     * Fits the first values.
     *
     * @param v grey levels
     * @param x places from -1 to 1
     * @param y places from -1 to 1
     * @param n how many of them count
     * @param order highest total power
     * @param phase 0 or 1 for each value, or null
     * @return null if there are too few values, or all are of one phase
     */
    public static LevelSurface fit(float[] v, double[] x, double[] y, int n, int order, byte[] phase) {
        int terms = terms(order);
        int size = terms + (phase == null ? 0 : 1);
        if (n < 10L * size) {
            return null;
        }
        double[][] a = new double[size][size + 1];
        double[] basis = new double[size];
        for (int k = 0; k < n; k++) {
            fill(x[k], y[k], order, basis);
            if (phase != null) {
                basis[terms] = phase[k];
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] += basis[i] * basis[j];
                }
                a[i][size] += basis[i] * v[k];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                a[i][j] = a[j][i];
            }
        }
        double[] c = solve(a);
        return c == null ? null : new LevelSurface(order, c);
    }

    private static int terms(int order) {
        return (order + 1) * (order + 2) / 2;
    }

    private static void fill(double x, double y, int order, double[] out) {
        int k = 0;
        double px = 1;
        for (int i = 0; i <= order; i++) {
            double p = px;
            for (int j = 0; i + j <= order; j++) {
                out[k++] = p;
                p *= y;
            }
            px *= x;
        }
    }

    /** Height of the surface. */
    public double at(double x, double y) {
        double sum = 0;
        int k = 0;
        double px = 1;
        for (int i = 0; i <= order; i++) {
            double p = px;
            for (int j = 0; i + j <= order; j++) {
                sum += coefficients[k++] * p;
                p *= y;
            }
            px *= x;
        }
        return sum;
    }

    /** Elimination without pivoting, for normal equations; null if they are singular. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int c = 0; c < n; c++) {
            if (!(a[c][c] > 1e-9)) {
                return null;
            }
            for (int r = c + 1; r < n; r++) {
                double f = a[r][c] / a[c][c];
                for (int k = c; k <= n; k++) {
                    a[r][k] -= f * a[c][k];
                }
            }
        }
        double[] x = new double[n];
        for (int r = n - 1; r >= 0; r--) {
            double s = a[r][n];
            for (int k = r + 1; k < n; k++) {
                s -= a[r][k] * x[k];
            }
            x[r] = s / a[r][r];
        }
        return x;
    }
}
