package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;
import org.interphase.numerics.internal.kernel.Kernel;
import org.interphase.numerics.internal.kernel.Kernels;

import java.util.List;

/**
 * Pseudo-Voigt, a sum of a Lorentzian and a Gaussian of the same width: {@code h (m L + (1 - m) G)}, {@code mixing} m
 * from 0 (Gaussian) to 1 (Lorentzian) as a fraction of the height. This is also the "GL sum" of XPS: CasaXPS writes
 * SGL(M) for m = M/100.
 */
public record PseudoVoigt() implements LineShape {

    @Override
    public String id() {
        return "pseudo-voigt";
    }

    @Override
    public List<ParameterSpec> extras() {
        return List.of(ParameterSpec.between("mixing", 0.3, 0, 1));
    }

    @Override
    public double unitArea(double[] p, int at) {
        return p[at] * Lorentzian.AREA + (1 - p[at]) * Gaussian.AREA;
    }

    @Override
    public void unitAreaGradient(double[] p, int at, double[] gradient) {
        gradient[0] = Lorentzian.AREA - Gaussian.AREA;
    }

    @Override
    public Term on(double[] x) {
        Kernel kernel = Kernels.current();
        double[] lorentz = new double[x.length];
        double[] gauss = new double[x.length];
        return new Term() {
            @Override
            public void addValues(double[] p, int at, double[] f) {
                kernel.pseudoVoigt(x, p[at], p[at + FWHM], p[at + HEIGHT], p[at + EXTRAS], lorentz, gauss, f, x.length);
            }

            @Override
            public void columns(double[] p, int at, double[] scale, double[][] columns) {
                kernel.pseudoVoigtColumns(x, p[at], p[at + FWHM], p[at + HEIGHT], p[at + EXTRAS], lorentz, gauss, scale,
                        columns[at], columns[at + HEIGHT], columns[at + FWHM], columns[at + EXTRAS], x.length);
            }
        };
    }
}
