package org.interphase.technique.electrochemistry.drt;

import org.interphase.technique.electrochemistry.leastsquares.NormalEquations;

/** Finds the regularisation parameter of a distribution of relaxation times. For one thread. */
final class Regularisation {

    private static final double LOWEST = -9;
    private static final double HIGHEST = 1;
    private static final double CAUTION = 1.4;
    private static final int COARSE = 11;
    private static final int FINE = 7;

    private final DrtSystem s;
    private final double scale;
    private final double[] factor;
    private final double[] x;

    private record Solution(double misfit, double effective, double roughness) {
    }

    Regularisation(DrtSystem s) {
        this.s = s;
        double trace = 0;
        for (int i = s.extras; i < s.size; i++) {
            trace += s.gram[i * s.size + i];
        }
        this.scale = trace / s.tau.length;
        this.factor = new double[s.size * s.size];
        this.x = new double[s.size];
    }

    /** The regularised matrix. */
    double[] matrix(double lambda) {
        double[] h = s.gram.clone();
        s.addRoughness(lambda * scale, h);
        for (int i = 0; i < s.size; i++) {
            h[i * s.size + i] += 1e-12 * scale;
        }
        return h;
    }

    /** The solution without the sign condition. */
    private Solution solve(double lambda) {
        System.arraycopy(matrix(lambda), 0, factor, 0, factor.length);
        NormalEquations.factor(factor, s.size, s.size);
        System.arraycopy(s.rhs, 0, x, 0, s.size);
        NormalEquations.solve(factor, s.size, s.size, x);
        double effective = s.size - s.roughnessTrace(lambda * scale, factor);
        double misfit = s.yy;
        for (int i = 0; i < s.size; i++) {
            double g = 0;
            for (int j = 0; j < s.size; j++) {
                g = Math.fma(s.gram[i * s.size + j], x[j], g);
            }
            misfit += x[i] * (g - 2 * s.rhs[i]);
        }
        double xg = 0;
        for (int i = 0; i < s.size; i++) {
            xg += x[i] * s.rhs[i];
        }
        // x'(G + λP)x = x'rhs, so λ x'Px follows without another product
        double roughness = Math.max(xg - (misfit - s.yy + 2 * xg), 1e-300) / (lambda * scale);
        return new Solution(Math.max(misfit, 1e-300), effective, roughness);
    }

    /** Number of parameters the data determine at a regularisation (trace of the influence matrix). */
    double effectiveParameters(double lambda) {
        return solve(lambda).effective;
    }

    /**
     * Minimum of generalised cross-validation, n |residual|² / (n - 1.4 trace)² (G. Wahba, Spline Models for
     * Observational Data, SIAM 1990), without the sign condition. The factor keeps it from now and then choosing hardly
     * any smoothing (Y.-J. Kim, C. Gu, Journal of the Royal Statistical Society B 66 (2004) 337-356): without it one
     * spectrum in sixteen lost its peaks.
     */
    double generalisedCrossValidation() {
        int n = s.columns[0].length;
        double best = LOWEST;
        double least = Double.POSITIVE_INFINITY;
        double pitch = (HIGHEST - LOWEST) / (COARSE - 1);
        for (int i = 0; i < COARSE; i++) {
            double v = score(LOWEST + i * pitch, n);
            if (v < least) {
                least = v;
                best = LOWEST + i * pitch;
            }
        }
        double a = Math.max(LOWEST, best - pitch);
        double b = Math.min(HIGHEST, best + pitch);
        double golden = (Math.sqrt(5) - 1) / 2;
        double c = b - golden * (b - a);
        double d = a + golden * (b - a);
        double fc = score(c, n);
        double fd = score(d, n);
        for (int i = 0; i < FINE; i++) {
            if (fc < fd) {
                b = d;
                d = c;
                fd = fc;
                c = b - golden * (b - a);
                fc = score(c, n);
            } else {
                a = c;
                c = d;
                fc = fd;
                d = a + golden * (b - a);
                fd = score(d, n);
            }
        }
        return Math.pow(10, (a + b) / 2);
    }

    private double score(double log, int n) {
        Solution r = solve(Math.pow(10, log));
        double left = n - CAUTION * r.effective;
        return left > 0 ? n * r.misfit / (left * left) : Double.POSITIVE_INFINITY;
    }

    /**
     * The point of largest curvature of the L-curve, log misfit against log roughness (P. C. Hansen, SIAM Review 34
     * (1992) 561-580).
     */
    double corner() {
        int count = 25;
        double[] u = new double[count];
        double[] v = new double[count];
        for (int i = 0; i < count; i++) {
            Solution r = solve(Math.pow(10, LOWEST + i * (HIGHEST - LOWEST) / (count - 1)));
            u[i] = 0.5 * Math.log(r.misfit);
            v[i] = 0.5 * Math.log(r.roughness);
        }
        int best = 1;
        double sharpest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < count - 1; i++) {
            double u1 = (u[i + 1] - u[i - 1]) / 2;
            double v1 = (v[i + 1] - v[i - 1]) / 2;
            double u2 = u[i + 1] - 2 * u[i] + u[i - 1];
            double v2 = v[i + 1] - 2 * v[i] + v[i - 1];
            double curvature = (u1 * v2 - v1 * u2) / Math.pow(u1 * u1 + v1 * v1, 1.5);
            if (curvature > sharpest) {
                sharpest = curvature;
                best = i;
            }
        }
        return Math.pow(10, LOWEST + best * (HIGHEST - LOWEST) / (count - 1));
    }
}
