package org.interphase.technique.xps.internal.stored;

/**
 * The line shape LF(alpha, beta, w, n, m) of CasaXPS for w = 80, n = 100, m = 6. CasaXPS does not publish the formula;
 * this one
 * was found from a column export of CasaXPS 2.3.25 (two components of different width, which agree with it to 0.05 %
 * of their
 * height) and holds for these w, n and m only: with u the distance from the position over the FWHM parameter,
 * {@code (1 + 4 (u / 0.4857)^2)^-alpha} towards higher and {@code ^-beta} towards lower binding energy, damped by
 * {@code exp(-0.02615 |u|^2.2305)} and convolved with a Gaussian of standard deviation 0.3457.
 */
final class FiniteLorentzian {

    private static final double CORE = 0.48573;
    private static final double DAMPING = 0.026152;
    private static final double POWER = 2.23049;
    private static final double SIGMA = 0.345679;
    private static final double STEP = 0.005;
    private static final double REACH = 16;

    private FiniteLorentzian() {
    }

    private static double core(double u, double alpha, double beta) {
        double t = u / CORE;
        return Math.pow(1 + 4 * t * t, u > 0 ? -alpha : -beta) * Math.exp(-DAMPING * Math.pow(Math.abs(u), POWER));
    }

    /** Values over binding energies in eV; the area is that over the whole axis. */
    static double[] values(double[] x, double position, double fwhm, double area, double alpha, double beta) {
        int n = (int) Math.round(REACH / STEP);
        double[] core = new double[2 * n + 1];
        double sum = 0;
        for (int i = 0; i < core.length; i++) {
            core[i] = core((i - n) * STEP, alpha, beta);
            sum += core[i] * STEP;
        }
        double[] out = new double[x.length];
        int half = (int) Math.ceil(6 * SIGMA / STEP);
        double norm = area / (sum * fwhm) / (SIGMA * Math.sqrt(2 * Math.PI));
        for (int i = 0; i < x.length; i++) {
            double u = (x[i] - position) / fwhm;
            int middle = (int) Math.round(u / STEP) + n;
            double value = 0;
            for (int k = Math.max(0, middle - half); k <= Math.min(core.length - 1, middle + half); k++) {
                double d = (u - (k - n) * STEP) / SIGMA;
                value += core[k] * Math.exp(-0.5 * d * d) * STEP;
            }
            out[i] = norm * value;
        }
        return out;
    }
}
