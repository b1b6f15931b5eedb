package org.interphase.numerics.shape;

import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;

/** Lorentzian: {@code h / (1 + 4 ((x - c)/w)^2)}; area {@code h w pi / 2}. */
public record Lorentzian() implements LineShape {

    /** Area at unit height and width. */
    static final double AREA = 0.5 * Math.PI;

    @Override
    public String id() {
        return "lorentzian";
    }

    @Override
    public double unitArea(double[] p, int at) {
        return AREA;
    }

    @Override
    public Term on(double[] x) {
        Kernel kernel = Kernels.current();
        double[] stored = new double[x.length];
        return new Term() {
            @Override
            public void addValues(double[] p, int at, double[] f) {
                kernel.lorentzian(x, p[at], p[at + FWHM], p[at + HEIGHT], stored, f, x.length);
            }

            @Override
            public void columns(double[] p, int at, double[] scale, double[][] columns) {
                kernel.lorentzianColumns(x, p[at], p[at + FWHM], p[at + HEIGHT], stored, scale, columns[at],
                        columns[at + HEIGHT], columns[at + FWHM], x.length);
            }
        };
    }
}
