package org.interphase.numerics.verdict;

/**
 * What weighted residuals in the order of the abscissa say about a model, each as a number of standard deviations from
 * what pure noise would give.
 *
 * @param chiSquare excess of chi-square: (chi2 - nu)/sqrt(2 nu)
 * @param autocorrelation of neighbours: (r_1 + k/n) sqrt(n) with the first autocorrelation coefficient r_1, which
 *     fitting k parameters lowers by about k/n (Durbin and Watson, Biometrika 37 (1950) 409)
 * @param runs shortage of runs of one sign (Wald and Wolfowitz, Ann. Math. Statist. 11 (1940) 147); positive for
 *     long runs
 * @param band largest sum of residuals under a bell of any width and place, over its standard deviation; of either sign
 * @param bandAt index of its centre
 * @param bandWidth its width (standard deviation of the bell) in points
 */
public record ResidualTests(double chiSquare, double autocorrelation, double runs, double band, int bandAt,
        double bandWidth) {

    private static final double REACH = 3;

    /**
     * Tests residuals.
     *
     * @param residuals divided by their standard deviations; not modified. Several channels (real and imaginary parts)
     *     stand one after the other
     * @param channels number of channels, a divisor of the length
     * @param parameters number of parameters that were fitted
     */
    public static ResidualTests of(double[] residuals, int channels, int parameters) {
        int n = residuals.length;
        int nu = Math.max(1, n - parameters);
        double chi2 = 0;
        for (double r : residuals) {
            chi2 += r * r;
        }
        double[] band = {0, 0, 0};
        double product = 0;
        int runs = channels;
        int up = 0;
        int each = n / channels;
        for (int c = 0; c < channels; c++) {
            for (int i = c * each; i < (c + 1) * each; i++) {
                up += residuals[i] > 0 ? 1 : 0;
                if (i > c * each) {
                    product += residuals[i] * residuals[i - 1];
                    runs += residuals[i] > 0 != residuals[i - 1] > 0 ? 1 : 0;
                }
            }
            band(residuals, c * each, (c + 1) * each, band);
        }
        double scale = chi2 > 0 ? Math.sqrt(chi2 / nu) : 1;
        double r1 = chi2 > 0 ? product / chi2 : 0;
        return new ResidualTests((chi2 - nu) / Math.sqrt(2.0 * nu), (r1 + (double) parameters / n) * Math.sqrt(n),
                runsZ(n, up, runs), band[0] / Math.max(1, scale), (int) band[1], band[2]);
    }

    private static double runsZ(int n, int up, int runs) {
        double a = up;
        double b = n - up;
        if (a < 1 || b < 1 || n < 3) {
            return n < 3 ? 0 : Math.sqrt(n);
        }
        double mean = 2 * a * b / n + 1;
        double variance = (mean - 1) * (mean - 2) / (n - 1);
        return variance > 0 ? (mean - runs) / Math.sqrt(variance) : 0;
    }

    private static void band(double[] r, int from, int to, double[] best) {
        int n = to - from;
        for (double width = 1; width <= n / 8.0; width *= 1.5) {
            int half = (int) Math.ceil(REACH * width);
            double[] bell = new double[half + 1];
            for (int j = 0; j <= half; j++) {
                bell[j] = Math.exp(-0.5 * j * j / (width * width));
            }
            for (int at = from; at < to; at++) {
                double sum = 0;
                double norm = 0;
                for (int i = Math.max(from, at - half); i < Math.min(to, at + half + 1); i++) {
                    double k = bell[Math.abs(i - at)];
                    sum += k * r[i];
                    norm += k * k;
                }
                double z = sum / Math.sqrt(norm);
                if (Math.abs(z) > Math.abs(best[0])) {
                    best[0] = z;
                    best[1] = at;
                    best[2] = width;
                }
            }
        }
    }
}
