package org.interphase.numerics.stats;

/**
 * Straight line y = intercept + slope x by weighted least squares, with covariance.
 *
 * @param intercept intercept
 * @param slope slope
 * @param interceptUncertainty standard uncertainty of the intercept
 * @param slopeUncertainty standard uncertainty of the slope
 * @param covariance covariance of intercept and slope
 * @param chiSquare weighted sum of squared residuals
 * @param degreesOfFreedom points minus two
 * @param rSquared coefficient of determination
 */
public record LinearRegression(double intercept, double slope, double interceptUncertainty, double slopeUncertainty,
        double covariance, double chiSquare, int degreesOfFreedom, double rSquared) {

    /** Unknown, equal uncertainties: estimated from the scatter; at least 3 points. */
    public static LinearRegression of(double[] x, double[] y) {
        double[] ones = new double[x.length];
        java.util.Arrays.fill(ones, 1);
        return fit(x, y, ones, true);
    }

    /** Known standard uncertainties of y; at least 2 points. */
    public static LinearRegression of(double[] x, double[] y, double[] sigma) {
        return fit(x, y, sigma, false);
    }

    /** Value of the line. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Standard uncertainty of the line at x. */
    public double uncertaintyAt(double x) {
        double variance = interceptUncertainty * interceptUncertainty + 2 * x * covariance
                + x * x * slopeUncertainty * slopeUncertainty;
        return Math.sqrt(Math.max(0, variance));
    }

    private static LinearRegression fit(double[] x, double[] y, double[] sigma, boolean estimate) {
        int n = x.length;
        int least = estimate ? 3 : 2;
        if (n < least || y.length != n || sigma.length != n) {
            throw new IllegalArgumentException("A line needs at least " + least + " points and equal lengths, got "
                    + n + ", "
                    + y.length + " and " + sigma.length);
        }
        double s = 0;
        double mx = 0;
        double my = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || !(sigma[i] > 0) || Double.isInfinite(sigma[i])) {
                throw new IllegalArgumentException("Point " + i + " is unusable: (" + x[i] + ", " + y[i] + " +- "
                        + sigma[i]
                        + ")");
            }
            double w = 1 / (sigma[i] * sigma[i]);
            s += w;
            mx += w * x[i];
            my += w * y[i];
        }
        mx /= s;
        my /= s;
        double sxx = 0;
        double sxy = 0;
        double syy = 0;
        for (int i = 0; i < n; i++) {
            double w = 1 / (sigma[i] * sigma[i]);
            sxx += w * (x[i] - mx) * (x[i] - mx);
            sxy += w * (x[i] - mx) * (y[i] - my);
            syy += w * (y[i] - my) * (y[i] - my);
        }
        if (!(sxx > 0)) {
            throw new IllegalArgumentException("All abscissae are equal (" + x[0] + "): a line can't be fitted");
        }
        double slope = sxy / sxx;
        double chi = 0;
        for (int i = 0; i < n; i++) {
            double t = (y[i] - my - slope * (x[i] - mx)) / sigma[i];
            chi += t * t;
        }
        double scale = estimate ? chi / (n - 2) : 1;
        double slopeVariance = scale / sxx;
        return new LinearRegression(my - slope * mx, slope, Math.sqrt(scale / s + mx * mx * slopeVariance),
                Math.sqrt(slopeVariance), -mx * slopeVariance, chi, n - 2, syy > 0 ? 1 - chi / syy : 1);
    }
}
