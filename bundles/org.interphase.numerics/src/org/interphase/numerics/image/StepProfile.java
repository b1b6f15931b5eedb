package org.interphase.numerics.image;

import java.util.Arrays;

/**
 * A profile of flat levels joined by equally blurred steps: I(t) = L0 + sum over edges k of (Lk - Lk-1) *
 * Phi((t - pk) / s), Phi the normal distribution function. This is what a line across sharp interfaces looks like
 * through a Gaussian point spread, so the positions are the interfaces to a fraction of a pixel. Fitted by
 * Levenberg-Marquardt with the analytic Jacobian.
 */
public final class StepProfile {

    private static final double ROOT_TWO = Math.sqrt(2);

    /**
     * Result of a fit; arrays belong to the caller.
     *
     * @param levels grey level before, between and behind the edges
     * @param positions of the edges, in the unit of t
     * @param blur standard deviation of the point spread, in the unit of t
     * @param positionSigma standard uncertainty of each position, residuals taken as independent: from their scatter,
     *     or from the variances given and their scatter where that is larger; NaN if the data do not determine it
     * @param levelSigma that of each level; NaN if held
     * @param blurSigma that of the blur; NaN if held
     * @param rms root mean square of the residuals, each over its standard deviation where variances are given
     * @param converged whether the fit settled
     */
    public record Fit(double[] levels, double[] positions, double blur, double[] positionSigma, double[] levelSigma,
            double blurSigma, double rms, boolean converged) {
    }

    private StepProfile() {
    }

    /** Normal distribution function by the rational approximation 7.1.26 of Abramowitz and Stegun (error 1e-7). */
    public static double phi(double z) {
        double x = Math.abs(z) / ROOT_TWO;
        double t = 1 / (1 + 0.3275911 * x);
        double erfc = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027
                + t * 1.061405429)))) * Math.exp(-x * x);
        return z > 0 ? 1 - erfc / 2 : erfc / 2;
    }

    /** The model at one place. */
    public static double value(double t, double[] levels, double[] positions, double blur) {
        double v = levels[0];
        for (int k = 0; k < positions.length; k++) {
            v += (levels[k + 1] - levels[k]) * phi((t - positions[k]) / blur);
        }
        return v;
    }

    /**
     * Fits a profile.
     *
     * @param t places
     * @param v grey levels there; NaN is left out
     * @param levels start values, one more than edges; not modified
     * @param positions start values; not modified
     * @param blur start value, &gt; 0
     * @param freeLevels whether levels are fitted
     * @param freeBlur whether the blur is fitted
     */
    public static Fit fit(double[] t, double[] v, double[] levels, double[] positions, double blur,
            boolean freeLevels, boolean freeBlur) {
        double[] ones = new double[v.length];
        Arrays.fill(ones, 1);
        return fit(t, v, ones, false, levels, positions, blur, freeLevels, freeBlur);
    }

    /**
     * Fits a profile of values of known variance, all parameters free.
     *
     * @param t places
     * @param v values there; NaN is left out
     * @param variance of each value, &gt; 0
     * @param levels start values, one more than edges; not modified
     * @param positions start values; not modified
     * @param blur start value, &gt; 0
     */
    public static Fit fit(double[] t, double[] v, double[] variance, double[] levels, double[] positions,
            double blur) {
        double[] weight = Arrays.stream(variance).map(x -> 1 / x).toArray();
        return fit(t, v, weight, true, levels, positions, blur, true, true);
    }

    private static Fit fit(double[] t, double[] v, double[] weight, boolean known, double[] levels, double[] positions,
            double blur, boolean freeLevels, boolean freeBlur) {
        int m = positions.length;
        int nl = freeLevels ? m + 1 : 0;
        int np = nl + m + (freeBlur ? 1 : 0);
        double[] l = levels.clone();
        double[] p = positions.clone();
        double s = blur;
        double[][] a = new double[np][np];
        double[] g = new double[np];
        double[] grad = new double[np];
        double chi = normal(t, v, weight, l, p, s, nl, freeBlur, a, g, grad);
        double lambda = 1e-2;
        boolean converged = false;
        double floor = (t[t.length - 1] - t[0]) / Math.max(1, t.length - 1) * 0.05;
        for (int iteration = 0; iteration < 60 && !converged; iteration++) {
            double[] step = solve(a, g, lambda);
            if (step == null) {
                lambda *= 10;
                if (lambda > 1e12) {
                    break;
                }
                continue;
            }
            double[] l2 = l.clone();
            double[] p2 = p.clone();
            for (int i = 0; i < nl; i++) {
                l2[i] += step[i];
            }
            double moved = 0;
            for (int k = 0; k < m; k++) {
                p2[k] += step[nl + k];
                moved = Math.max(moved, Math.abs(step[nl + k]) / s);
            }
            double s2 = freeBlur ? Math.max(floor, s + Math.max(-0.5 * s, Math.min(s, step[np - 1]))) : s;
            double[][] a2 = new double[np][np];
            double[] g2 = new double[np];
            double chi2 = normal(t, v, weight, l2, p2, s2, nl, freeBlur, a2, g2, grad);
            if (chi2 <= chi) {
                converged = moved < 1e-6 || chi - chi2 <= 1e-10 * chi;
                l = l2;
                p = p2;
                s = s2;
                a = a2;
                g = g2;
                chi = chi2;
                lambda = Math.max(1e-9, lambda / 8);
            } else {
                converged = moved < 1e-6;
                lambda *= 6;
                if (lambda > 1e12) {
                    break;
                }
            }
        }
        int n = 0;
        for (double x : v) {
            n += Double.isNaN(x) ? 0 : 1;
        }
        double scatter = n > np ? chi / (n - np) : Double.NaN;
        double[] sigma = sigmas(a, known ? Math.max(1, scatter) : scatter);
        double[] held = new double[l.length];
        Arrays.fill(held, Double.NaN);
        return new Fit(l, p, s, Arrays.copyOfRange(sigma, nl, nl + m), freeLevels ? Arrays.copyOf(sigma, nl) : held,
                freeBlur ? sigma[np - 1] : Double.NaN, Math.sqrt(chi / Math.max(1, n)), converged);
    }

    /** Standard uncertainties of all parameters; NaN where the data do not determine them. */
    private static double[] sigmas(double[][] a, double variance) {
        double[] sigma = new double[a.length];
        for (int k = 0; k < sigma.length; k++) {
            double[] unit = new double[a.length];
            unit[k] = 1;
            double[] column = solve(a, unit, 0);
            sigma[k] = column == null || column[k] < 0 ? Double.NaN : Math.sqrt(column[k] * variance);
        }
        return sigma;
    }

    /** Weighted sum of squared residuals; fills the normal matrix and right-hand side. */
    private static double normal(double[] t, double[] v, double[] w, double[] l, double[] p, double s, int nl,
            boolean freeBlur, double[][] a, double[] g, double[] grad) {
        int m = p.length;
        int np = g.length;
        double chi = 0;
        for (int i = 0; i < t.length; i++) {
            if (Double.isNaN(v[i])) {
                continue;
            }
            double model = l[0];
            double dBlur = 0;
            Arrays.fill(grad, 0);
            if (nl > 0) {
                grad[0] = 1;
            }
            for (int k = 0; k < m; k++) {
                double z = (t[i] - p[k]) / s;
                double phi = phi(z);
                double density = Math.exp(-0.5 * z * z) / (s * Math.sqrt(2 * Math.PI));
                double height = l[k + 1] - l[k];
                model += height * phi;
                if (nl > 0) {
                    grad[k + 1] += phi;
                    grad[k] -= phi;
                }
                grad[nl + k] = -height * density;
                dBlur -= height * density * z;
            }
            if (freeBlur) {
                grad[np - 1] = dBlur;
            }
            double r = v[i] - model;
            chi += w[i] * r * r;
            for (int x = 0; x < np; x++) {
                double weighted = w[i] * grad[x];
                g[x] += weighted * r;
                for (int y = 0; y <= x; y++) {
                    a[x][y] += weighted * grad[y];
                }
            }
        }
        return chi;
    }

    /** Solves (A + lambda diag A) x = b by Cholesky; A is given by its lower triangle. Null if not definite. */
    private static double[] solve(double[][] a, double[] b, double lambda) {
        int n = b.length;
        double[][] c = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j] * (i == j ? 1 + lambda : 1);
                for (int k = 0; k < j; k++) {
                    sum -= c[i][k] * c[j][k];
                }
                if (i == j) {
                    if (!(sum > 1e-14 * a[i][i]) || !(a[i][i] > 0)) {
                        return null;
                    }
                    c[i][i] = Math.sqrt(sum);
                } else {
                    c[i][j] = sum / c[j][j];
                }
            }
        }
        double[] x = b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= c[i][k] * x[k];
            }
            x[i] /= c[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= c[k][i] * x[k];
            }
            x[i] /= c[i][i];
        }
        return x;
    }
}
