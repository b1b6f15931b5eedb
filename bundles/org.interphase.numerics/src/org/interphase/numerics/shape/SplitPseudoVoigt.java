package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Split pseudo-Voigt: half widths {@code w (1 - s)/2} on the left and {@code w (1 + s)/2} on the right of the maximum,
 * {@code skew} s between -1 and 1, common {@code mixing}. Centre, height, full width and area are those of the
 * symmetric line, whatever s.
 */
public record SplitPseudoVoigt() implements LineShape {

    private static final double FOUR_LN2 = 4 * Math.log(2);

    @Override
    public String id() {
        return "split-pseudo-voigt";
    }

    @Override
    public List<ParameterSpec> extras() {
        return List.of(ParameterSpec.between("mixing", 0.3, 0, 1), ParameterSpec.between("skew", 0, -0.95, 0.95));
    }

    @Override
    public double unitArea(double[] p, int at) {
        return p[at] * Lorentzian.AREA + (1 - p[at]) * Gaussian.AREA;
    }

    @Override
    public void unitAreaGradient(double[] p, int at, double[] gradient) {
        gradient[0] = Lorentzian.AREA - Gaussian.AREA;
        gradient[1] = 0;
    }

    @Override
    public Term on(double[] x) {
        return new Term() {
            @Override
            public void addValues(double[] p, int at, double[] f) {
                double mixing = p[at + EXTRAS];
                for (int i = 0; i < x.length; i++) {
                    double t = (x[i] - p[at]) / side(p, at, x[i]);
                    f[i] += p[at + HEIGHT] * (mixing / (1 + 4 * t * t) + (1 - mixing) * Math.exp(-FOUR_LN2 * t * t));
                }
            }

            @Override
            public void columns(double[] p, int at, double[] scale, double[][] columns) {
                double mixing = p[at + EXTRAS];
                for (int i = 0; i < x.length; i++) {
                    double width = side(p, at, x[i]);
                    double t = (x[i] - p[at]) / width;
                    double lorentz = 1 / (1 + 4 * t * t);
                    double gauss = Math.exp(-FOUR_LN2 * t * t);
                    double slope = p[at + HEIGHT] * scale[i]
                            * (mixing * 8 * t * lorentz * lorentz + (1 - mixing) * 2 * FOUR_LN2 * t * gauss);
                    double sign = x[i] < p[at] ? -1 : 1;
                    columns[at][i] = slope / width;
                    columns[at + HEIGHT][i] = scale[i] * (mixing * lorentz + (1 - mixing) * gauss);
                    columns[at + FWHM][i] = slope * t / p[at + FWHM];
                    columns[at + EXTRAS][i] = scale[i] * p[at + HEIGHT] * (lorentz - gauss);
                    columns[at + EXTRAS + 1][i] = slope * t * sign * p[at + FWHM] / width;
                }
            }

            private double side(double[] p, int at, double x) {
                return p[at + FWHM] * (1 + (x < p[at] ? -1 : 1) * p[at + EXTRAS + 1]);
            }
        };
    }
}
