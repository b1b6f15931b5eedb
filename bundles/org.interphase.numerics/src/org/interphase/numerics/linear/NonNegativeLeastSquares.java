package org.interphase.numerics.linear;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Minimises x'Hx/2 - g'x over x >= 0 for a positive definite H by block principal pivoting (L. F. Portugal, J. J.
 * Júdice, L. N. Vicente, Mathematics of Computation 63 (1994) 625-643): variables whose sign is wrong change sides all
 * at once, one at a time where that does not progress.
 */
public final class NonNegativeLeastSquares {

    private static final int MAX_ROUNDS = 500;
    private static final int PATIENCE = 3;

    private final double[] x;
    private final boolean[] passive;
    private final boolean converged;

    /**
     * Solves.
     *
     * @param h positive definite matrix, n rows of n values
     * @param g linear term
     */
    public NonNegativeLeastSquares(double[] h, double[] g) {
        int n = g.length;
        x = new double[n];
        passive = new boolean[n];
        double[] dual = new double[n];
        for (int i = 0; i < n; i++) {
            dual[i] = -g[i];
        }
        int fewest = n + 1;
        int patience = PATIENCE;
        boolean done = false;
        for (int round = 0; round < MAX_ROUNDS && !done; round++) {
            int wrong = 0;
            int last = -1;
            for (int i = 0; i < n; i++) {
                if (infeasible(dual, i)) {
                    wrong++;
                    last = i;
                }
            }
            done = wrong == 0;
            if (!done) {
                boolean block = wrong < fewest || patience-- > 0;
                if (wrong < fewest) {
                    fewest = wrong;
                    patience = PATIENCE;
                }
                for (int i = 0; i < n; i++) {
                    if (block ? infeasible(dual, i) : i == last) {
                        passive[i] = !passive[i];
                    }
                }
                solvePassive(h, g, dual);
            }
        }
        converged = done;
        for (int i = 0; i < n; i++) {
            x[i] = Math.max(0, x[i]);
        }
    }

    private boolean infeasible(double[] dual, int i) {
        return passive[i] ? x[i] < 0 : dual[i] < -1e-12 * (1 + Math.abs(dual[i]));
    }

    private void solvePassive(double[] h, double[] g, double[] dual) {
        int n = g.length;
        int[] index = passive();
        int count = index.length;
        double[] a = part(h, index);
        double[] b = new double[count];
        for (int i = 0; i < count; i++) {
            b[i] = g[index[i]];
        }
        Cholesky.factor(a, count, count);
        Cholesky.solve(a, count, count, b);
        Arrays.fill(x, 0);
        for (int i = 0; i < count; i++) {
            x[index[i]] = b[i];
        }
        for (int i = 0; i < n; i++) {
            double d = -g[i];
            for (int j = 0; j < count; j++) {
                d += h[i * n + index[j]] * b[j];
            }
            dual[i] = passive[i] ? 0 : d;
        }
    }

    private int[] passive() {
        return IntStream.range(0, passive.length).filter(i -> passive[i]).toArray();
    }

    /** Lower triangle of the rows and columns named by an index. */
    private double[] part(double[] h, int[] index) {
        int count = index.length;
        double[] a = new double[count * count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * count + j] = h[index[i] * x.length + index[j]];
            }
        }
        return a;
    }

    /**
     * Covariance of the variables: variance times the inverse of the part of h that belongs to those not held at zero;
     * zero for the others, and for all where that part is not positive definite.
     *
     * @param h the matrix that was solved with
     * @param variance factor on the inverse
     */
    public double[][] covariance(double[] h, double variance) {
        int[] index = passive();
        int count = index.length;
        double[] a = part(h, index);
        double[][] out = new double[x.length][x.length];
        if (!Cholesky.factor(a, count, count)) {
            return out;
        }
        double[] e = new double[count];
        for (int k = 0; k < count; k++) {
            Arrays.fill(e, 0);
            e[k] = 1;
            Cholesky.solve(a, count, count, e);
            for (int i = 0; i < count; i++) {
                out[index[i]][index[k]] = variance * e[i];
            }
        }
        return out;
    }

    /** The solution. */
    public double[] x() {
        return x;
    }

    /** Whether a variable is not held at zero. */
    public boolean isPassive(int i) {
        return passive[i];
    }

    /** Whether every sign condition holds. */
    public boolean converged() {
        return converged;
    }
}
