package org.interphase.numerics.shape;

import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;

/** Gaussian: {@code h exp(-4 ln2 ((x - c)/w)^2)}; area {@code h w sqrt(pi / ln 2) / 2}. */
public record Gaussian() implements LineShape {

    /** Area at unit height and width. */
    static final double AREA = 0.5 * Math.sqrt(Math.PI / Math.log(2));

    @Override
    public String id() {
        return "gaussian";
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
                kernel.gaussian(x, p[at], p[at + FWHM], p[at + HEIGHT], stored, f, x.length);
            }

            @Override
            public void columns(double[] p, int at, double[] scale, double[][] columns) {
                kernel.gaussianColumns(x, p[at], p[at + FWHM], p[at + HEIGHT], stored, scale, columns[at],
                        columns[at + HEIGHT], columns[at + FWHM], x.length);
            }
        };
    }
}
