package org.interphase.technique.electrochemistry.leastsquares;

import java.util.Arrays;

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
        int[] index = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (passive[i]) {
                index[count++] = i;
            }
        }
        double[] a = new double[count * count];
        double[] b = new double[count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * count + j] = h[index[i] * n + index[j]];
            }
            b[i] = g[index[i]];
        }
        NormalEquations.factor(a, count, count);
        NormalEquations.solve(a, count, count, b);
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
