package org.interphase.numerics.shape;

import java.util.List;

/**
 * The line shape LF(alpha, beta, w, n, m) of CasaXPS for w = 80, n = 100, m = 6. CasaXPS does not publish the formula;
 * this one was found from a column export of CasaXPS 2.3.25 (two components of different width, which agree with it to
 * 0.05 % of their height) and holds for these w, n and m only. With u the distance from CasaXPS's position towards
 * higher binding energy over its width parameter: {@code (1 + 4 (u / 0.4857)^2)^-alpha} on the higher side, {@code
 * ^-beta} on the lower, damped by {@code exp(-0.02615 |u|^2.2305)} and convolved with a Gaussian of standard deviation
 * 0.3457. Unlike CasaXPS's, centre and width are the true position of the maximum and the true full width at half
 * maximum; {@link #naturalOrigin} and {@link #naturalScale} give CasaXPS's. Alpha and beta are held.
 */
public final class CasaDampedLorentzian extends NormalisedShape {

    /**
     * The shape.
     *
     * @param alpha exponent towards larger x, 0.01 to 1000
     * @param beta exponent towards smaller x, 0.01 to 1000
     * @throws IllegalArgumentException if an exponent is out of range
     */
    public CasaDampedLorentzian(double alpha, double beta) {
        super("casa-lf(" + alpha + "," + beta + ")", List.of(), new TabulatedProfile(alpha, beta), true);
    }

    /** The convolved profile on a grid fine against its Gaussian, with cubics between. */
    private static final class TabulatedProfile implements Profile {

        private static final double CORE = 0.48573;
        private static final double DAMPING = 0.026152;
        private static final double POWER = 2.23049;
        private static final double SIGMA = 0.345679;
        private static final double STEP = 0.01;
        private static final int HALF = 1600;

        private final double[] value = new double[2 * HALF + 1];
        private final double[] slope = new double[2 * HALF + 1];
        private final double area;
        private final double top;

        TabulatedProfile(double alpha, double beta) {
            if (!(alpha >= 0.01 && alpha <= 1000 && beta >= 0.01 && beta <= 1000)) {
                throw new IllegalArgumentException("LF exponents " + alpha + " and " + beta + " are not between 0.01 "
                        + "and 1000");
            }
            double[] core = new double[2 * HALF + 1];
            double sum = 0;
            for (int i = 0; i < core.length; i++) {
                double u = (i - HALF) * STEP;
                double t = u / CORE;
                core[i] = Math.pow(1 + 4 * t * t, u > 0 ? -alpha : -beta)
                        * Math.exp(-DAMPING * Math.pow(Math.abs(u), POWER));
                sum += core[i] * STEP;
            }
            area = sum;
            int reach = (int) Math.ceil(7 * SIGMA / STEP);
            double[] gauss = new double[2 * reach + 1];
            for (int k = 0; k < gauss.length; k++) {
                double d = (k - reach) * STEP / SIGMA;
                gauss[k] = Math.exp(-0.5 * d * d) * STEP / (SIGMA * Math.sqrt(2 * Math.PI));
            }
            int highest = HALF;
            for (int i = 0; i < core.length; i++) {
                for (int k = Math.max(0, i - reach); k <= Math.min(core.length - 1, i + reach); k++) {
                    double w = gauss[i - k + reach] * core[k];
                    value[i] += w;
                    slope[i] -= w * (i - k) * STEP / (SIGMA * SIGMA);
                }
                highest = value[i] > value[highest] ? i : highest;
            }
            top = (highest - HALF) * STEP;
        }

        @Override
        public int extras() {
            return 0;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double position = t / STEP + HALF;
            if (!(position > 0 && position < 2 * HALF)) {
                out[0] = 0;
                out[1] = 0;
                return;
            }
            int i = (int) position;
            double s = position - i;
            double a = value[i];
            double b = value[i + 1];
            double da = slope[i] * STEP;
            double db = slope[i + 1] * STEP;
            double c2 = 3 * (b - a) - 2 * da - db;
            double c3 = 2 * (a - b) + da + db;
            out[0] = a + s * (da + s * (c2 + s * c3));
            out[1] = (da + s * (2 * c2 + 3 * s * c3)) / STEP;
        }

        @Override
        public double modeGuess(double[] k) {
            return top;
        }

        @Override
        public double area(double[] k) {
            return area;
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            // there are no shape parameters to derive by
        }
    }
}
