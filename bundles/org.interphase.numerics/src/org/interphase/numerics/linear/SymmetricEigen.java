package org.interphase.numerics.linear;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by cyclic Jacobi rotations: on a positive definite matrix
 * with unit diagonal the smallest eigenvalues keep their relative accuracy, which methods by a tridiagonal matrix lose
 * (J. Demmel, K. Veselic, SIAM Journal on Matrix Analysis and Applications 13 (1992) 1204-1245).
 */
public final class SymmetricEigen {

    private final double[] values;
    private final double[][] vectors;

    /** Decomposes a matrix; it is not written to. */
    public SymmetricEigen(double[][] matrix) {
        int n = matrix.length;
        double[][] a = new double[n][];
        vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < 60 && offDiagonal(a) > 0; sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, p, q);
                }
            }
        }
        values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
    }

    private static double offDiagonal(double[][] a) {
        double off = 0;
        double on = 0;
        for (int i = 0; i < a.length; i++) {
            on += a[i][i] * a[i][i];
            for (int j = 0; j < i; j++) {
                off += a[i][j] * a[i][j];
            }
        }
        return off > 1e-34 * on ? off : 0;
    }

    private void rotate(double[][] a, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.signum(theta) / (Math.abs(theta) + Math.hypot(theta, 1));
        if (theta == 0) {
            t = 1;
        }
        double c = 1 / Math.hypot(t, 1);
        double s = t * c;
        int n = a.length;
        for (int k = 0; k < n; k++) {
            double x = a[k][p];
            double y = a[k][q];
            a[k][p] = c * x - s * y;
            a[k][q] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = a[p][k];
            double y = a[q][k];
            a[p][k] = c * x - s * y;
            a[q][k] = s * x + c * y;
        }
        for (int k = 0; k < n; k++) {
            double x = vectors[k][p];
            double y = vectors[k][q];
            vectors[k][p] = c * x - s * y;
            vectors[k][q] = s * x + c * y;
        }
    }

    /** Eigenvalues, in no particular order. */
    public double[] values() {
        return values;
    }

    /** Component of an eigenvector. */
    public double vector(int component, int number) {
        return vectors[component][number];
    }
}
