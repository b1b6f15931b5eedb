package org.interphase.numerics.fit;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.interphase.numerics.linear.Householder;

/**
 * The same step by Householder QR of the scaled Jacobian: no squaring of the condition number. Used when {@link
 * CholeskySolver} refuses. The Jacobian is reduced once to a triangle; each damping value then costs a small QR.
 */
final class QrSolver implements StepSolver {

    private final int m;
    private final int n;
    private final int rows;
    private final double[][] work;
    private final double[] target;
    private final double[] norm;
    private final double[][] triangle;
    private final double[] projected;
    private final double[][] small;
    private final double[] smallRhs;
    private final double[] product;
    private final double[] damping;

    QrSolver(int m, int n, double[] damping) {
        this.damping = damping;
        this.m = m;
        this.n = n;
        rows = Math.min(m, n);
        work = new double[m][n];
        target = new double[n];
        norm = new double[m];
        triangle = new double[m][rows];
        projected = new double[rows];
        small = new double[m][rows + m];
        smallRhs = new double[rows + m];
        product = new double[rows];
    }

    /** Reduces columns (not modified) and residual (not modified) to a triangle. */
    void prepare(double[][] columns, double[] r) {
        for (int j = 0; j < m; j++) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(columns[j][i]));
            }
            double sum = 0;
            if (largest > 0) {
                for (int i = 0; i < n; i++) {
                    double v = columns[j][i] / largest;
                    sum += v * v;
                }
            }
            norm[j] = largest * Math.sqrt(sum);
            double inverse = norm[j] > 0 ? 1 / norm[j] : 0;
            for (int i = 0; i < n; i++) {
                work[j][i] = columns[j][i] * inverse;
            }
        }
        System.arraycopy(r, 0, target, 0, n);
        Householder.triangularise(work, target, m, n, 0);
        for (int j = 0; j < m; j++) {
            for (int i = 0; i < rows; i++) {
                triangle[j][i] = i <= j ? work[j][i] : 0;
            }
        }
        System.arraycopy(target, 0, projected, 0, rows);
    }

    @Override
    public boolean solve(double lambda, boolean[] held, double[] delta) {
        int k = 0;
        System.arraycopy(projected, 0, smallRhs, 0, rows);
        java.util.Arrays.fill(smallRhs, rows, rows + m, 0);
        double root = Math.sqrt(Math.max(lambda, 1e-30));
        for (int j = 0; j < m; j++) {
            if (held[j]) {
                double value = delta[j] * norm[j];
                for (int i = 0; i < rows; i++) {
                    smallRhs[i] -= triangle[j][i] * value;
                }
            } else {
                System.arraycopy(triangle[j], 0, small[k], 0, rows);
                java.util.Arrays.fill(small[k], rows, rows + m, 0);
                small[k][rows + k] = root * Math.sqrt(damping[j]);
                k++;
            }
        }
        Householder.triangularise(small, smallRhs, k, rows + m, 0);
        for (int j = k - 1; j >= 0; j--) {
            double value = small[j][j] == 0 ? 0 : smallRhs[j] / small[j][j];
            smallRhs[j] = value;
            for (int i = 0; i < j; i++) {
                smallRhs[i] -= small[j][i] * value;
            }
        }
        k = 0;
        for (int j = 0; j < m; j++) {
            if (!held[j]) {
                delta[j] = norm[j] > 0 ? smallRhs[k] / norm[j] : 0;
                k++;
            }
        }
        return true;
    }

    @Override
    public double predicted(double[] delta) {
        java.util.Arrays.fill(product, 0);
        for (int j = 0; j < m; j++) {
            double value = delta[j] * norm[j];
            for (int i = 0; i < rows; i++) {
                product[i] += triangle[j][i] * value;
            }
        }
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += product[i] * (2 * projected[i] - product[i]);
        }
        return sum;
    }

    /** What the singular values say about the undamped problem. */
    record Inverse(double[] covariance, int rank, double condition, boolean[] undetermined) {
    }

    /** Pseudo-inverse of J^T J over the entries not held, by singular values of the scaled triangle. */
    Inverse inverse(boolean[] held) {
        int k = 0;
        int[] index = new int[m];
        for (int j = 0; j < m; j++) {
            if (!held[j]) {
                index[k++] = j;
            }
        }
        double[] covariance = new double[m * m];
        boolean[] undetermined = new boolean[m];
        if (k == 0) {
            return new Inverse(covariance, 0, 1, undetermined);
        }
        double[][] r = new double[Math.max(rows, k)][k];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < rows; i++) {
                r[i][j] = triangle[index[j]][i];
            }
        }
        SingularValueDecomposition svd = new SingularValueDecomposition(new Array2DRowRealMatrix(r, false));
        double[] s = svd.getSingularValues();
        double threshold = s[0] * Math.max(n, m) * 0x1p-52;
        int rank = 0;
        for (double value : s) {
            if (value > threshold) {
                rank++;
            }
        }
        double[][] v = svd.getV().getData();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int q = 0; q < rank; q++) {
                    sum += v[i][q] * v[j][q] / (s[q] * s[q]);
                }
                double scale = norm[index[i]] * norm[index[j]];
                covariance[index[i] * m + index[j]] = scale > 0 ? sum / scale : 0;
            }
            for (int q = rank; q < k; q++) {
                undetermined[index[i]] |= Math.abs(v[i][q]) > 1e-6;
            }
        }
        double last = s[s.length - 1];
        return new Inverse(covariance, rank, last > threshold ? s[0] / last : Double.POSITIVE_INFINITY, undetermined);
    }
}
