package org.interphase.numerics.linear;

/**
 * A straight line y = a + b x through points by weighted least squares.
 *
 * @param intercept a
 * @param slope b
 * @param interceptSigma standard uncertainty of a
 * @param slopeSigma standard uncertainty of b
 * @param covariance of a and b
 * @param reducedChiSquare chi-square per degree of freedom; NaN for two points
 */
public record StraightLine(double intercept, double slope, double interceptSigma, double slopeSigma, double covariance,
        double reducedChiSquare) {

    /**
     * Weighted least squares. Where the points scatter more than their uncertainties say (reduced chi-square above
     * one), the uncertainties of the line are enlarged by its square root (Birge ratio). Without uncertainties all
     * points count alike and the scatter alone tells.
     *
     * @param x abscissae, two or more, not all equal
     * @param y ordinates
     * @param u standard uncertainties of the ordinates; if any is not a positive number, none counts
     * @throws IllegalArgumentException if the lengths differ, there is one point, or no line is defined
     */
    public static StraightLine through(double[] x, double[] y, double[] u) {
        int n = x.length;
        if (n < 2 || y.length != n || u.length != n) {
            throw new IllegalArgumentException("A line needs two points or more and equal lengths, got " + n + ", "
                    + y.length + " and " + u.length);
        }
        boolean known = true;
        for (double v : u) {
            known &= v > 0 && Double.isFinite(v);
        }
        double sw = 0;
        double sx = 0;
        double sy = 0;
        for (int i = 0; i < n; i++) {
            double w = known ? 1 / (u[i] * u[i]) : 1;
            sw += w;
            sx += w * x[i];
            sy += w * y[i];
        }
        double mx = sx / sw;
        double my = sy / sw;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            double w = known ? 1 / (u[i] * u[i]) : 1;
            sxx += w * (x[i] - mx) * (x[i] - mx);
            sxy += w * (x[i] - mx) * (y[i] - my);
        }
        if (!(sxx > 0)) {
            throw new IllegalArgumentException("All abscissae are equal (" + x[0] + "): a line can't be fitted");
        }
        double slope = sxy / sxx;
        double chi = 0;
        for (int i = 0; i < n; i++) {
            double r = y[i] - my - slope * (x[i] - mx);
            chi += (known ? 1 / (u[i] * u[i]) : 1) * r * r;
        }
        double reduced = n > 2 ? chi / (n - 2) : Double.NaN;
        double scale = known ? n > 2 ? Math.max(1, reduced) : 1 : reduced;
        return new StraightLine(my - slope * mx, slope, Math.sqrt(scale * (1 / sw + mx * mx / sxx)),
                Math.sqrt(scale / sxx), -scale * mx / sxx, reduced);
    }

    /** Value at x. */
    public double at(double x) {
        return intercept + slope * x;
    }

    /** Standard uncertainty of the value at x. */
    public double sigmaAt(double x) {
        return Math.sqrt(Math.max(0, interceptSigma * interceptSigma + x * x * slopeSigma * slopeSigma
                + 2 * x * covariance));
    }
}
