package org.interphase.numerics.fit;

/**
 * Normal equations with unit diagonal, by Cholesky. Quick, and as accurate as an orthogonal method while the smallest
 * pivot stays above {@link #SMALLEST_PIVOT}; below that it refuses, and {@link QrSolver} takes over.
 */
final class CholeskySolver implements StepSolver {

    /** Squared condition of about 1e9 leaves seven digits in a step. */
    static final double SMALLEST_PIVOT = 1e-9;

    private final int m;
    private final double[] norm;
    private final double[] inverseNorm;
    private final double[] factor;
    private final double[] rhs;
    private final double[] column;
    private final int[] index;
    private final double[] damping;
    private boolean complete;
    private double solvedLambda;
    private double[] a;
    private double[] g;

    CholeskySolver(int m) {
        this.m = m;
        norm = new double[m];
        inverseNorm = new double[m];
        factor = new double[m * m];
        rhs = new double[m];
        column = new double[m];
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
        complete = k == m;
        solvedLambda = lambda;
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

    /** The caller changed entries of the solution, so {@link #predicted} must not rely on it. */
    void deltaChanged() {
        complete = false;
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

    /**
     * Lower triangle in {@code factor}, its diagonal holding reciprocals; column by column, each updating all that
     * follow, so that the operations of one column do not wait for one another.
     */
    private boolean factorise(double lambda, int k) {
        double[] l = factor;
        for (int i = 0; i < k; i++) {
            int row = index[i] * m;
            double scale = inverseNorm[index[i]];
            for (int j = 0; j < i; j++) {
                l[i * m + j] = a[row + index[j]] * scale * inverseNorm[index[j]];
            }
            l[i * m + i] = scale > 0 ? 1 + lambda * damping[index[i]] : 0;
        }
        for (int j = 0; j < k; j++) {
            double pivot = l[j * m + j];
            if (!(pivot > SMALLEST_PIVOT)) {
                return false;
            }
            double inverse = 1 / Math.sqrt(pivot);
            l[j * m + j] = inverse;
            for (int i = j + 1; i < k; i++) {
                double value = l[i * m + j] * inverse;
                l[i * m + j] = value;
                column[i] = value;
            }
            for (int i = j + 1; i < k; i++) {
                double value = column[i];
                int li = i * m;
                for (int q = j + 1; q <= i; q++) {
                    l[li + q] -= value * column[q];
                }
            }
        }
        return true;
    }

    private void substitute(int k) {
        double[] l = factor;
        for (int i = 0; i < k; i++) {
            double value = rhs[i] * l[i * m + i];
            rhs[i] = value;
            for (int q = i + 1; q < k; q++) {
                rhs[q] -= l[q * m + i] * value;
            }
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
        if (complete) {
            // (A + lambda D) delta = g, so delta A delta = g delta - lambda delta D delta
            for (int j = 0; j < m; j++) {
                double scaled = delta[j] * norm[j];
                sum += g[j] * delta[j] + solvedLambda * damping[j] * scaled * scaled;
            }
            return sum;
        }
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
        // rows of the inverse triangle T, each from those above: T_i = (e_i - sum of L_iq T_q) / L_ii
        for (int i = 0; i < k; i++) {
            double pivot = l[i * m + i];
            java.util.Arrays.fill(column, 0, i, 0);
            for (int q = 0; q < i; q++) {
                double value = l[i * m + q];
                for (int j = 0; j <= q; j++) {
                    column[j] -= value * l[q * m + j];
                }
            }
            for (int j = 0; j < i; j++) {
                l[i * m + j] = column[j] * pivot;
            }
        }
        // T^T T, row by row of T
        for (int q = 0; q < k; q++) {
            for (int i = 0; i <= q; i++) {
                double value = l[q * m + i];
                int row = index[i] * m;
                for (int j = 0; j <= i; j++) {
                    out[row + index[j]] += value * l[q * m + j];
                }
            }
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double value = out[index[i] * m + index[j]] * inverseNorm[index[i]] * inverseNorm[index[j]];
                out[index[i] * m + index[j]] = value;
                out[index[j] * m + index[i]] = value;
            }
        }
        return true;
    }
}
