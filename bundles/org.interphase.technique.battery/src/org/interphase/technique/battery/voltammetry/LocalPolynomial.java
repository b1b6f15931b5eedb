package org.interphase.technique.battery.voltammetry;

import org.interphase.numerics.linear.Cholesky;

/**
 * A polynomial by least squares through points of equal weight.
 *
 * @param centre abscissa that is 0 of its variable
 * @param scale abscissa distance that is 1
 * @param c coefficients, constant first
 * @param inverse inverse of the normal matrix, rows one after the other: times the variance of a point the covariance
 * @param rms root mean square of the residuals, degrees of freedom counted
 */
record LocalPolynomial(double centre, double scale, double[] c, double[] inverse, double rms) {

    /** Of the points from to to; null if there are too few of them. */
    static LocalPolynomial of(double[] x, double[] y, int from, int to, int degree) {
        int m = degree + 1;
        int n = to - from;
        if (n <= m) {
            return null;
        }
        double centre = (x[from] + x[to - 1]) / 2;
        double scale = (x[to - 1] - x[from]) / 2;
        double[] h = new double[m * m];
        double[] g = new double[m];
        double[] power = new double[m];
        for (int k = from; k < to; k++) {
            powers((x[k] - centre) / scale, power);
            for (int a = 0; a < m; a++) {
                g[a] += power[a] * y[k];
                for (int b = 0; b < m; b++) {
                    h[a * m + b] += power[a] * power[b];
                }
            }
        }
        if (!Cholesky.factor(h, m, m)) {
            return null;
        }
        Cholesky.solve(h, m, m, g);
        double[] inverse = new double[m * m];
        for (int a = 0; a < m; a++) {
            double[] unit = new double[m];
            unit[a] = 1;
            Cholesky.solve(h, m, m, unit);
            System.arraycopy(unit, 0, inverse, a * m, m);
        }
        double chi = 0;
        for (int k = from; k < to; k++) {
            double r = y[k] - value(g, (x[k] - centre) / scale, 0);
            chi += r * r;
        }
        return new LocalPolynomial(centre, scale, g, inverse, Math.sqrt(chi / (n - m)));
    }

    private static void powers(double t, double[] out) {
        out[0] = 1;
        for (int a = 1; a < out.length; a++) {
            out[a] = out[a - 1] * t;
        }
    }

    private static double value(double[] c, double t, int derivative) {
        double sum = 0;
        for (int a = c.length - 1; a >= derivative; a--) {
            double f = 1;
            for (int d = 0; d < derivative; d++) {
                f *= a - d;
            }
            sum = sum * t + f * c[a];
        }
        return sum;
    }

    /** Value at an abscissa. */
    double at(double abscissa) {
        return value(c, (abscissa - centre) / scale, 0);
    }

    /** Slope at the centre; of a straight line everywhere. */
    double slope() {
        return value(c, 0, 1) / scale;
    }

    /** Variance of that over that of a point. */
    double slopeVariance() {
        return quadratic(0, 1) / (scale * scale);
    }

    /** Variance of the value at an abscissa over that of a point. */
    double varianceAt(double abscissa) {
        return quadratic((abscissa - centre) / scale, 0);
    }

    private double quadratic(double t, int derivative) {
        int m = c.length;
        double[] g = new double[m];
        for (int a = derivative; a < m; a++) {
            double f = 1;
            for (int d = 0; d < derivative; d++) {
                f *= a - d;
            }
            g[a] = f * Math.pow(t, a - derivative);
        }
        double sum = 0;
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                sum += g[a] * inverse[a * m + b] * g[b];
            }
        }
        return Math.max(0, sum);
    }

    /** Abscissa of the highest value within its points; NaN if that is at an end. */
    double maximum() {
        double best = Double.NEGATIVE_INFINITY;
        double at = Double.NaN;
        int parts = 400;
        for (int k = 0; k <= parts; k++) {
            double t = -1 + 2.0 * k / parts;
            double v = value(c, t, 0);
            if (v > best) {
                best = v;
                at = k == 0 || k == parts ? Double.NaN : t;
            }
        }
        for (int pass = 0; pass < 20 && !Double.isNaN(at); pass++) {
            double bend = value(c, at, 2);
            double step = bend < 0 ? -value(c, at, 1) / bend : 0;
            at += Math.max(-0.01, Math.min(0.01, step));
        }
        return Double.isNaN(at) ? at : centre + scale * at;
    }

    /** Standard uncertainty of the place of an extreme, for the standard deviation of a point. */
    double placeUncertainty(double abscissa, double sigma) {
        double t = (abscissa - centre) / scale;
        double bend = Math.abs(value(c, t, 2));
        return bend > 0 ? scale * sigma * Math.sqrt(quadratic(t, 1)) / bend : Double.POSITIVE_INFINITY;
    }
}
