package org.interphase.numerics.fit;

import java.util.Arrays;
import org.interphase.numerics.linear.Cholesky;
import org.interphase.numerics.linear.NormalEquations;

/**
 * Damped steps of a small problem inside a box: Marquardt's scaling, an active set that holds bounds exactly, and a
 * longest step per coordinate. For one thread.
 */
final class BoxStep {

    /** Longest step of a logarithm: a factor of 20. */
    private static final double LONGEST_LOG = 3;
    private static final double LONGEST = 0.5;

    private final ParameterSpace space;
    private final NormalEquations equations;
    private final int m;
    private final double[] delta;
    private final double[] work;
    private final double[] rhs;
    private final int[] index;
    private final boolean[] held;

    /**
     * @param space bounds and which coordinates are logarithms
     * @param equations normal equations over these coordinates
     */
    BoxStep(ParameterSpace space, NormalEquations equations) {
        this.space = space;
        this.equations = equations;
        m = space.size();
        delta = new double[m];
        work = new double[m * m];
        rhs = new double[m];
        index = new int[m];
        held = new boolean[m];
    }

    /** The last step. */
    double[] delta() {
        return delta;
    }

    /** Finds the step from a point; returns the decrease the linear model predicts. */
    double from(double[] theta, double damping) {
        double[] normal = equations.matrix();
        double[] gradient = equations.rhs();
        for (int k = 0; k < m; k++) {
            delta[k] = 0;
            held[k] = theta[k] <= space.lower(k) && gradient[k] <= 0 || theta[k] >= space.upper(k) && gradient[k] >= 0
                    || !(normal[k * m + k] > 0);
        }
        for (int round = 0; round <= m; round++) {
            int count = 0;
            for (int k = 0; k < m; k++) {
                if (!held[k]) {
                    index[count++] = k;
                }
            }
            solve(normal, gradient, count, damping);
            // a variable that would cross its bound goes exactly onto it, and the others are solved for again
            boolean crossed = false;
            for (int i = 0; i < count; i++) {
                int k = index[i];
                double to = theta[k] + rhs[i];
                if (to < space.lower(k) || to > space.upper(k)) {
                    delta[k] = (to < space.lower(k) ? space.lower(k) : space.upper(k)) - theta[k];
                    held[k] = true;
                    crossed = true;
                }
            }
            if (!crossed) {
                for (int i = 0; i < count; i++) {
                    delta[index[i]] = rhs[i];
                }
                break;
            }
        }
        shorten();
        double predicted = 0;
        for (int k = 0; k < m; k++) {
            double h = 0;
            for (int j = 0; j < m; j++) {
                h = Math.fma(normal[k * m + j], delta[j], h);
            }
            predicted += delta[k] * (2 * gradient[k] - h);
        }
        return predicted;
    }

    private void solve(double[] normal, double[] gradient, int count, double damping) {
        for (double extra = damping;; extra = Math.max(extra * 10, 1e-12)) {
            for (int i = 0; i < count; i++) {
                int k = index[i];
                double g = gradient[k];
                for (int j = 0; j < m; j++) {
                    g -= held[j] ? normal[k * m + j] * delta[j] : 0;
                }
                rhs[i] = g;
                for (int j = 0; j <= i; j++) {
                    work[i * m + j] = normal[k * m + index[j]];
                }
                work[i * m + i] *= 1 + extra;
            }
            if (Cholesky.factor(work, count, m)) {
                Cholesky.solve(work, count, m, rhs);
                return;
            }
            if (extra > 1e6) {
                Arrays.fill(rhs, 0, count, 0);
                return;
            }
        }
    }

    private void shorten() {
        double longest = 0;
        for (int k = 0; k < m; k++) {
            longest = Math.max(longest, Math.abs(delta[k]) / (space.isLog(k) ? LONGEST_LOG : LONGEST));
        }
        if (longest > 1) {
            for (int k = 0; k < m; k++) {
                delta[k] /= longest;
            }
        }
    }
}
