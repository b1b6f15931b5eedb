package org.interphase.technique.battery.voltammetry;

import org.interphase.numerics.shape.LineShape;

/**
 * The peak of a species bound to an electrode in equilibrium, sech² of the potential (A. J. Bard and L. R. Faulkner,
 * Electrochemical Methods, 2nd ed., section 14.3.2); its width is free, as interactions change it.
 */
record SechSquared() implements LineShape {

    /** Half of the argument over which sech² falls to one half. */
    private static final double HALF = Math.log(1 + Math.sqrt(2));

    @Override
    public String id() {
        return "sech-squared";
    }

    @Override
    public double unitArea(double[] p, int at) {
        return 1 / HALF;
    }

    @Override
    public Term on(double[] x) {
        return new Term() {
            @Override
            public void addValues(double[] p, int at, double[] f) {
                for (int i = 0; i < x.length; i++) {
                    double z = 1 / Math.cosh(2 * HALF * (x[i] - p[at]) / p[at + FWHM]);
                    f[i] += p[at + HEIGHT] * z * z;
                }
            }

            @Override
            public void columns(double[] p, int at, double[] scale, double[][] columns) {
                for (int i = 0; i < x.length; i++) {
                    double u = 2 * HALF * (x[i] - p[at]) / p[at + FWHM];
                    double z = 1 / Math.cosh(u);
                    double slope = 2 * p[at + HEIGHT] * z * z * Math.tanh(u) * scale[i];
                    columns[at][i] = slope * 2 * HALF / p[at + FWHM];
                    columns[at + HEIGHT][i] = z * z * scale[i];
                    columns[at + FWHM][i] = slope * u / p[at + FWHM];
                }
            }
        };
    }
}
