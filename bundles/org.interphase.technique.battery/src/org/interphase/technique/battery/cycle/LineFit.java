package org.interphase.technique.battery.cycle;

import java.util.Arrays;
import java.util.Map;
import org.interphase.model.Verdict;
import org.interphase.numerics.verdict.Evidence;
import org.interphase.numerics.verdict.FitJudge;
import org.interphase.numerics.verdict.FitVerdict;
import org.interphase.numerics.verdict.Ground;

/**
 * Linear least squares with a verdict: y = sum of c_j f_j(x). The scatter about the fit is its own noise.
 *
 * @param coefficients c_j
 * @param covariance of the coefficients, widened by what the misfit implies
 * @param squares sum of the squares of the residuals
 * @param points number of points
 * @param verdict on every coefficient
 */
public record LineFit(double[] coefficients, double[][] covariance, double squares, int points, Verdict verdict) {

    /**
     * Fits.
     *
     * @param basis values of each f_j at the points, a row per function
     * @param y ordinates
     * @param abscissa place of each point in the order of the points
     * @throws IllegalArgumentException if there are not more points than functions, or they are not independent
     */
    public static LineFit of(double[][] basis, double[] y, double[] abscissa) {
        return of(basis, y, abscissa, 0);
    }

    /**
     * Fits points of which a noise is known: where they scatter less, by chance or because there are few, the
     * covariance is still that of this noise.
     *
     * @param basis values of each f_j at the points, a row per function
     * @param y ordinates
     * @param abscissa place of each point in the order of the points
     * @param noise standard uncertainty of each ordinate
     */
    public static LineFit of(double[][] basis, double[] y, double[] abscissa, double noise) {
        int k = basis.length;
        int n = y.length;
        if (n <= k) {
            throw new IllegalArgumentException(n + " points for " + k + " functions");
        }
        double[][] unit = inverse(normal(basis));
        double[] c = solve(basis, y, unit);
        double[] residuals = new double[n];
        double[] model = new double[n];
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < k; a++) {
                model[i] += c[a] * basis[a][i];
            }
            residuals[i] = y[i] - model[i];
            squares += residuals[i] * residuals[i];
        }
        double[] flat = new double[n];
        Arrays.fill(flat, 1);
        FitVerdict verdict = FitJudge.judge(new Evidence(residuals, 1, basis, unit, k, false, true, abscissa,
                new double[][] {flat}), Map.of());
        Verdict own = verdict.grounds().isEmpty() ? Verdict.SOUND
                : Verdict.doubtful(String.join("; ", verdict.grounds().stream().map(Ground::text).toList()));
        double[][] covariance = verdict.covariance();
        double[][] floor = Arrays.stream(unit).map(r -> Arrays.stream(r).map(v -> v * noise * noise).toArray())
                .toArray(double[][]::new);
        boolean least = covariance[k - 1][k - 1] < floor[k - 1][k - 1];
        return new LineFit(c, least ? floor : covariance, squares, n, own);
    }

    /** The coefficients alone. */
    static double[] solve(double[][] basis, double[] y) {
        return solve(basis, y, inverse(normal(basis)));
    }

    private static double[][] normal(double[][] basis) {
        int k = basis.length;
        double[][] out = new double[k][k];
        for (int i = 0; i < basis[0].length; i++) {
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    out[a][b] += basis[a][i] * basis[b][i];
                }
            }
        }
        return out;
    }

    private static double[] solve(double[][] basis, double[] y, double[][] unit) {
        int k = basis.length;
        double[] right = new double[k];
        double[] c = new double[k];
        for (int i = 0; i < y.length; i++) {
            for (int a = 0; a < k; a++) {
                right[a] += basis[a][i] * y[i];
            }
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                c[a] += unit[a][b] * right[b];
            }
        }
        return c;
    }

    private static double[][] inverse(double[][] m) {
        int k = m.length;
        double[][] a = new double[k][2 * k];
        for (int i = 0; i < k; i++) {
            a[i] = Arrays.copyOf(m[i], 2 * k);
            a[i][k + i] = 1;
        }
        for (int p = 0; p < k; p++) {
            int best = p;
            for (int i = p + 1; i < k; i++) {
                best = Math.abs(a[i][p]) > Math.abs(a[best][p]) ? i : best;
            }
            double[] swap = a[p];
            a[p] = a[best];
            a[best] = swap;
            double pivot = a[p][p];
            if (!(Math.abs(pivot) > 1e-14 * Math.abs(m[p][p]))) {
                throw new IllegalArgumentException("the functions are not independent over the points");
            }
            for (int j = 0; j < 2 * k; j++) {
                a[p][j] /= pivot;
            }
            for (int i = 0; i < k; i++) {
                double f = a[i][p];
                for (int j = 0; i != p && j < 2 * k; j++) {
                    a[i][j] -= f * a[p][j];
                }
            }
        }
        double[][] out = new double[k][];
        for (int i = 0; i < k; i++) {
            out[i] = Arrays.copyOfRange(a[i], k, 2 * k);
        }
        return out;
    }

    /** Standard uncertainty of a coefficient. */
    public double sigma(int j) {
        return Math.sqrt(covariance[j][j]);
    }

    /**
     * Minus the sum of weighted coefficients over the first one, as of a loss relative to the beginning of the line,
     * with the covariance of both.
     *
     * @param weights of the coefficients
     */
    public Uncertain lossOverFirst(double... weights) {
        double first = coefficients[0];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * coefficients[i];
        }
        double loss = -sum / first;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                double a = weights[i] + (i == 0 ? loss : 0);
                double b = weights[j] + (j == 0 ? loss : 0);
                variance += a * b * covariance[i][j];
            }
        }
        return new Uncertain(loss, Math.sqrt(Math.max(0, variance)) / Math.abs(first));
    }

    /** Schwarz's criterion up to a constant; the smaller, the better the model. */
    public double criterion() {
        double floor = Math.max(squares / points, 1e-30);
        return points * Math.log(floor) + coefficients.length * Math.log(points);
    }
}
