package org.interphase.technique.electrochemistry.leastsquares;

/** Linear least squares by Householder QR on columns, for systems too ill-conditioned for normal equations. */
public final class HouseholderLeastSquares {

    private HouseholderLeastSquares() {
    }

    /**
     * Solves min |A x - y|.
     *
     * @param columns columns of A; overwritten
     * @param y right-hand side; overwritten
     * @return x; a component whose column is linearly dependent on earlier ones is 0
     */
    public static double[] solve(double[][] columns, double[] y) {
        int n = columns.length;
        int rows = y.length;
        double[] diagonal = new double[n];
        double largest = 0;
        for (int k = 0; k < n; k++) {
            double[] c = columns[k];
            double norm = 0;
            for (int i = k; i < rows; i++) {
                norm += c[i] * c[i];
            }
            norm = Math.sqrt(norm);
            largest = Math.max(largest, norm);
            if (k >= rows || norm <= 1e-14 * largest) {
                diagonal[k] = 0;
                continue;
            }
            double alpha = c[k] > 0 ? -norm : norm;
            c[k] -= alpha;
            double vv = 0;
            for (int i = k; i < rows; i++) {
                vv += c[i] * c[i];
            }
            for (int j = k + 1; j < n; j++) {
                reflect(c, columns[j], k, vv);
            }
            reflect(c, y, k, vv);
            diagonal[k] = alpha;
        }
        double[] x = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            if (diagonal[k] == 0) {
                continue;
            }
            double s = y[k];
            for (int j = k + 1; j < n; j++) {
                s -= columns[j][k] * x[j];
            }
            x[k] = s / diagonal[k];
        }
        return x;
    }

    private static void reflect(double[] v, double[] target, int from, double vv) {
        double s = 0;
        for (int i = from; i < v.length; i++) {
            s += v[i] * target[i];
        }
        double f = 2 * s / vv;
        for (int i = from; i < v.length; i++) {
            target[i] -= f * v[i];
        }
    }
}
