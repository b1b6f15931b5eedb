package org.interphase.technique.electrochemistry.fit;

import java.util.Arrays;

/**
 * Noise that is larger at some frequencies than the weights say, and what it adds to the covariance. Weighted
 * residuals, each as large as if it had not pulled at the fit, tell the variance around every point (the covariance
 * that holds without equal variances: H. White, Econometrica 48 (1980) 817; the leverage taken off: J. G. MacKinnon,
 * H. White, J. Econometrics 29 (1985) 305, there HC2; a mean over neighbours, because single squares scatter).
 */
final class LocalNoise {

    /** Points on either side over which the variance is averaged. */
    private static final int WINDOW = 8;

    /** Sum of two squared standardised residuals of a point that stands out, as in the Kramers-Kronig test. */
    private static final double STANDS_OUT = 36;

    private final double[][] pull;
    private final double[] square;
    private final double[] variance;

    private LocalNoise(double[][] pull, double[] square, double[] variance) {
        this.pull = pull;
        this.square = square;
        this.variance = variance;
    }

    /**
     * The noise around each point of a fit.
     *
     * @param residuals weighted
     * @param unit covariance for weighted residuals of variance one, zeros for what is not determined
     * @param noise variance of weighted residuals where a point leaves none
     */
    static LocalNoise of(CircuitFit fit, double[] residuals, double[][] unit, double noise) {
        int k = unit.length;
        int n = fit.spectrum().size();
        double[][] pull = new double[2 * n][k];
        double[] square = new double[n];
        for (int i = 0; i < 2 * n; i++) {
            double leverage = 0;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    pull[i][a] += unit[a][b] * fit.derivatives()[b][i];
                }
                leverage += pull[i][a] * fit.derivatives()[a][i];
            }
            square[i % n] += leverage < 1 ? residuals[i] * residuals[i] / (1 - leverage) / 2 : noise / 2;
        }
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, i - WINDOW);
            int to = Math.min(n, i + WINDOW + 1);
            for (int j = from; j < to; j++) {
                variance[i] += square[j] / (to - from);
            }
        }
        return new LocalNoise(pull, square, variance);
    }

    /**
     * Whether a point stands out of the others. Half the sum of two squares of normal residuals has the median ln 2.
     */
    boolean hasOutlier() {
        double[] sorted = square.clone();
        Arrays.sort(sorted);
        return 2 * sorted[sorted.length - 1] > STANDS_OUT * sorted[sorted.length / 2] / Math.log(2);
    }

    /** What is to be added to the covariance of a noise that is the same everywhere. */
    double[][] covariance(double noise) {
        int k = pull[0].length;
        double[][] out = new double[k][k];
        for (int i = 0; i < pull.length; i++) {
            double more = Math.max(0, variance[i % variance.length] - noise);
            for (int a = 0; a < k && more > 0; a++) {
                for (int b = 0; b < k; b++) {
                    out[a][b] += more * pull[i][a] * pull[i][b];
                }
            }
        }
        return out;
    }

    /**
     * Standard deviation of a sum of residuals, each times its entry: with the noise around each point, no less than a
     * noise that is the same everywhere.
     */
    double ofSum(double[] factors, double noise) {
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            sum += factors[i] * factors[i] * Math.max(noise, variance[i % variance.length]);
        }
        return Math.sqrt(sum);
    }
}
