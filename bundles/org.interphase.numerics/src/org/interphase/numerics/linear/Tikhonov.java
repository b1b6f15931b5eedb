package org.interphase.numerics.linear;

/**
 * Linear least squares with a roughness penalty, {@code |A x - y|^2 + lambda x'Px}, and choices of its strength. Lambda
 * is relative to the mean diagonal of A'A over the penalised unknowns. For one thread.
 */
public final class Tikhonov {

    private static final double LOWEST = -9;
    private static final double HIGHEST = 1;
    private static final double CAUTION = 1.4;
    private static final int COARSE = 11;
    private static final int FINE = 7;

    private final int size;
    private final int rows;
    private final double[] gram;
    private final double[] rhs;
    private final double squares;
    private final DifferencePenalty penalty;
    private final double scale;
    private final double[] factor;
    private final double[] x;

    private record Solution(double misfit, double effective, double roughness) {
    }

    /** Takes a system whose normal equations have been formed. */
    public Tikhonov(NormalEquations system, DifferencePenalty penalty) {
        size = system.size();
        rows = system.rows();
        gram = system.matrix();
        rhs = system.rhs();
        squares = system.squares();
        this.penalty = penalty;
        scale = penalty.meanDiagonal(gram);
        factor = new double[size * size];
        x = new double[size];
    }

    /** The regularised matrix A'A + lambda P; 1e-12 on the diagonal keeps it positive definite. */
    public double[] matrix(double lambda) {
        double[] h = gram.clone();
        penalty.add(lambda * scale, h);
        for (int i = 0; i < size; i++) {
            h[i * size + i] += 1e-12 * scale;
        }
        return h;
    }

    /** The solution without the sign condition. */
    private Solution solve(double lambda) {
        System.arraycopy(matrix(lambda), 0, factor, 0, factor.length);
        Cholesky.factor(factor, size, size);
        System.arraycopy(rhs, 0, x, 0, size);
        Cholesky.solve(factor, size, size, x);
        double effective = size - penalty.trace(lambda * scale, factor);
        double misfit = squares;
        for (int i = 0; i < size; i++) {
            double g = 0;
            for (int j = 0; j < size; j++) {
                g = Math.fma(gram[i * size + j], x[j], g);
            }
            misfit += x[i] * (g - 2 * rhs[i]);
        }
        double xg = 0;
        for (int i = 0; i < size; i++) {
            xg += x[i] * rhs[i];
        }
        // x'(G + λP)x = x'rhs, so λ x'Px follows without another product
        double roughness = Math.max(xg - (misfit - squares + 2 * xg), 1e-300) / (lambda * scale);
        return new Solution(Math.max(misfit, 1e-300), effective, roughness);
    }

    /** Number of parameters the data determine at a regularisation (trace of the influence matrix). */
    public double effectiveParameters(double lambda) {
        return solve(lambda).effective;
    }

    /**
     * Minimum of generalised cross-validation, n |residual|² / (n - 1.4 trace)² (G. Wahba, Spline Models for
     * Observational Data, SIAM 1990), without the sign condition. The factor keeps it from now and then choosing hardly
     * any smoothing (Y.-J. Kim, C. Gu, Journal of the Royal Statistical Society B 66 (2004) 337-356): without it one
     * impedance spectrum in sixteen lost its peaks.
     */
    public double generalisedCrossValidation() {
        double best = LOWEST;
        double least = Double.POSITIVE_INFINITY;
        double pitch = (HIGHEST - LOWEST) / (COARSE - 1);
        for (int i = 0; i < COARSE; i++) {
            double v = score(LOWEST + i * pitch);
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
        double fc = score(c);
        double fd = score(d);
        for (int i = 0; i < FINE; i++) {
            if (fc < fd) {
                b = d;
                d = c;
                fd = fc;
                c = b - golden * (b - a);
                fc = score(c);
            } else {
                a = c;
                c = d;
                fc = fd;
                d = a + golden * (b - a);
                fd = score(d);
            }
        }
        return Math.pow(10, (a + b) / 2);
    }

    private double score(double log) {
        Solution r = solve(Math.pow(10, log));
        double left = rows - CAUTION * r.effective;
        return left > 0 ? rows * r.misfit / (left * left) : Double.POSITIVE_INFINITY;
    }

    /**
     * The point of largest curvature of the L-curve, log misfit against log roughness (P. C. Hansen, SIAM Review 34
     * (1992) 561-580).
     */
    public double corner() {
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
