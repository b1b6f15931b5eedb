package org.interphase.technique.mechanics.indent;

import org.interphase.numerics.linear.StraightLine;

/**
 * First contact of indenter and sample, from the approach.
 *
 * @param depth of the record in nm
 * @param force of the record in mN without contact
 * @param uncertainty standard uncertainty of the depth in nm
 */
record Contact(double depth, double force, double uncertainty) {

    private static final double UP_TO = 0.1;

    /**
     * Extrapolates the first part of the loading to no force. A pyramid loads as P^(1/2) (G. Kick 1885), a sphere, as
     * the end of every real pyramid is, as P^(2/3) (H. Hertz 1881); the better of both counts, their difference is the
     * uncertainty.
     */
    static Contact find(double[] h, double[] p, double level, int contact, int peak) {
        int to = contact;
        while (to < peak && p[to] - level < UP_TO * (p[peak] - level)) {
            to++;
        }
        to = Math.min(peak, Math.max(to, contact + 4));
        if (to - contact < 4) {
            double step = Math.abs(h[contact] - h[Math.max(0, contact - 1)]);
            return new Contact(h[contact], level, step);
        }
        double[] pyramid = extrapolated(h, p, level, contact, to, 0.5);
        double[] sphere = extrapolated(h, p, level, contact, to, 2.0 / 3);
        double[] better = pyramid[1] <= sphere[1] ? pyramid : sphere;
        double u = Math.hypot(better[2], Math.abs(pyramid[0] - sphere[0]) / Math.sqrt(12));
        return new Contact(better[0], level, u);
    }

    private static double[] extrapolated(double[] h, double[] p, double level, int from, int to, double power) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        for (int i = from; i < to; i++) {
            x[i - from] = Math.pow(Math.max(0, p[i] - level), power);
            y[i - from] = h[i];
        }
        try {
            StraightLine line = StraightLine.through(x, y, new double[x.length]);
            return new double[] {line.intercept(), line.reducedChiSquare(), line.interceptSigma()};
        } catch (IllegalArgumentException e) {
            return new double[] {h[from], Double.MAX_VALUE, Math.abs(h[to - 1] - h[from])};
        }
    }
}
