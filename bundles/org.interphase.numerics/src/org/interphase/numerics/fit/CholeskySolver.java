package org.interphase.numerics.fit;

/**
 * Normal equations with unit diagonal, by Cholesky. Quick, and as accurate as an orthogonal method while the smallest pivot stays above
 * {@link #SMALLEST_PIVOT}; below that it refuses, and {@link QrSolver} takes over.
 */
final class CholeskySolver implements StepSolver {

    /** Squared condition of about 1e9 leaves seven digits in a step. */
    static final double SMALLEST_PIVOT = 1e-9;

    private final int m;
    private final double[] norm;
    private final double[] inverseNorm;
    private final double[] factor;
    private final double[] rhs;
    private final int[] index;
    private final double[] damping;
    private double[] a;
    private double[] g;

    CholeskySolver(int m) {
        this.m = m;
        norm = new double[m];
        inverseNorm = new double[m];
        factor = new double[m * m];
        rhs = new double[m];
        index = new int[m];
        damping = new double[m];
        java.util.Arrays.fill(damping, 1);
    }

    /** Relative damping per entry: 1, or (largest column norm so far / present one)^2. */
    void damping(double[] largest) {
        for (int j = 0; j < m; j++) {
            largest[j] = Math.max(largest[j], norm[j]);
            double ratio = largest[j] * inverseNorm[j];
            damping[j] = ratio > 0 && ratio < 1e100 ? ratio * ratio : 1;
        }
    }

    void uniformDamping() {
        java.util.Arrays.fill(damping, 1);
    }

    /** Largest relative damping in force. */
    double largestDamping() {
        double largest = 1;
        for (double value : damping) {
            largest = Math.max(largest, value);
        }
        return largest;
    }

    double[] relativeDamping() {
        return damping;
    }

    /** Takes the lower triangle of the normal matrix and the gradient; keeps references, modifies neither. */
    void prepare(double[] normal, double[] gradient) {
        a = normal;
        g = gradient;
        for (int j = 0; j < m; j++) {
            norm[j] = Math.sqrt(a[j * m + j]);
            inverseNorm[j] = norm[j] > 0 ? 1 / norm[j] : 0;
        }
    }

    @Override
    public boolean solve(double lambda, boolean[] held, double[] delta) {
        int k = 0;
        for (int j = 0; j < m; j++) {
            if (!held[j]) {
                index[k++] = j;
            }
        }
        if (k < m) {
            heldRhs(k, held, delta);
        } else {
            for (int i = 0; i < m; i++) {
                rhs[i] = g[i] * inverseNorm[i];
            }
        }
        if (!factorise(lambda, k)) {
            return false;
        }
        substitute(k);
        for (int i = 0; i < k; i++) {
            delta[index[i]] = rhs[i] * inverseNorm[index[i]];
        }
        return true;
    }

    private void heldRhs(int k, boolean[] held, double[] delta) {
        for (int i = 0; i < k; i++) {
            int row = index[i];
            double sum = g[row];
            for (int j = 0; j < m; j++) {
                if (held[j] && delta[j] != 0) {
                    sum -= delta[j] * (row >= j ? a[row * m + j] : a[j * m + row]);
                }
            }
            rhs[i] = sum * inverseNorm[row];
        }
    }

    /** Lower triangle in {@code factor}, its diagonal holding reciprocals. */
    private boolean factorise(double lambda, int k) {
        double[] l = factor;
        for (int i = 0; i < k; i++) {
            int row = index[i] * m;
            double scale = inverseNorm[index[i]];
            int li = i * m;
            for (int j = 0; j < i; j++) {
                int lj = j * m;
                double sum = a[row + index[j]] * scale * inverseNorm[index[j]];
                for (int q = 0; q < j; q++) {
                    sum -= l[li + q] * l[lj + q];
                }
                l[li + j] = sum * l[lj + j];
            }
            double pivot = scale > 0 ? 1 + lambda * damping[index[i]] : 0;
            for (int q = 0; q < i; q++) {
                pivot -= l[li + q] * l[li + q];
            }
            if (!(pivot > SMALLEST_PIVOT)) {
                return false;
            }
            l[li + i] = 1 / Math.sqrt(pivot);
        }
        return true;
    }

    private void substitute(int k) {
        double[] l = factor;
        for (int i = 0; i < k; i++) {
            double sum = rhs[i];
            for (int q = 0; q < i; q++) {
                sum -= l[i * m + q] * rhs[q];
            }
            rhs[i] = sum * l[i * m + i];
        }
        for (int i = k - 1; i >= 0; i--) {
            double value = rhs[i] * l[i * m + i];
            rhs[i] = value;
            for (int q = 0; q < i; q++) {
                rhs[q] -= l[i * m + q] * value;
            }
        }
    }

    @Override
    public double predicted(double[] delta) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            double dj = delta[j];
            double half = 0;
            for (int k = 0; k < j; k++) {
                half += a[j * m + k] * delta[k];
            }
            sum += dj * (2 * (g[j] - half) - a[j * m + j] * dj);
        }
        return sum;
    }

    /**
     * Inverse of the undamped normal matrix over the entries not held, zero rows and columns for those held.
     *
     * @return false if it is too ill-conditioned for this solver
     */
    boolean inverse(boolean[] held, double[] out) {
        int k = 0;
        for (int j = 0; j < m; j++) {
            if (!held[j]) {
                index[k++] = j;
            }
        }
        java.util.Arrays.fill(out, 0);
        if (!factorise(0, k)) {
            return false;
        }
        double[] l = factor;
        // invert the triangle in place, column by column from the diagonal down
        for (int j = 0; j < k; j++) {
            for (int i = j + 1; i < k; i++) {
                double sum = l[i * m + j] * l[j * m + j];
                for (int q = j + 1; q < i; q++) {
                    sum += l[i * m + q] * l[q * m + j];
                }
                rhs[i] = -sum * l[i * m + i];
                // rows below still need the factor's entries of this column only through rhs
                l[i * m + j] = rhs[i];
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int q = i; q < k; q++) {
                    sum += l[q * m + i] * l[q * m + j];
                }
                double value = sum * inverseNorm[index[i]] * inverseNorm[index[j]];
                out[index[i] * m + index[j]] = value;
                out[index[j] * m + index[i]] = value;
            }
        }
        return true;
    }
}
