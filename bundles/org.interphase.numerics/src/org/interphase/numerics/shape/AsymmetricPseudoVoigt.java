package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Pseudo-Voigt whose width varies sigmoidally across the line: A. L. Stancik and E. B. Brauns, Vib. Spectrosc. 47
 * (2008) 66: {@code m L(t, g) + (1 - m) G(t, g)} with {@code g(t) = 2 / (1 + exp(a t))}; {@code mixing} m as a fraction
 * of the height, {@code asymmetry} a (in units of one over the symmetric line's width), positive leaning to smaller x.
 * Area by quadrature.
 */
public final class AsymmetricPseudoVoigt extends NormalisedShape {

    /** The shape. */
    public AsymmetricPseudoVoigt() {
        super("asymmetric-pseudo-voigt", List.of(ParameterSpec.between("mixing", 0.3, 0, 1),
                ParameterSpec.between("asymmetry", 0, -1, 1)), new SigmoidProfile(), true);
    }

    private static final class SigmoidProfile implements Profile {

        private static final double FOUR_LN2 = 4 * Math.log(2);
        private static final Quadrature RULE = new Quadrature(20);
        private static final int PANELS = 24;

        @Override
        public int extras() {
            return 2;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double m = k[0];
            double e = Math.exp(k[1] * t);
            // r = t / g, so that L and G are plain functions of r
            double r = t * (1 + e) / 2;
            double lorentz = 1 / (1 + 4 * r * r);
            double gauss = Math.exp(-FOUR_LN2 * r * r);
            double byR = -m * 8 * r * lorentz * lorentz - (1 - m) * 2 * FOUR_LN2 * r * gauss;
            out[0] = m * lorentz + (1 - m) * gauss;
            if (Double.isInfinite(e)) {
                out[1] = 0;
                out[3] = 0;
            } else {
                out[1] = byR * ((1 + e) / 2 + 0.5 * t * k[1] * e);
                out[3] = byR * 0.5 * t * t * e;
            }
            out[2] = lorentz - gauss;
        }

        @Override
        public double area(double[] k) {
            return integrate(k, 0);
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            gradient[0] = integrate(k, 2);
            gradient[1] = integrate(k, 3);
        }

        /** Integral of one entry of {@link #at} with t = tan(theta) / 2, in panels over theta. */
        private double integrate(double[] k, int entry) {
            double[] out = new double[4];
            double sum = 0;
            for (int panel = 0; panel < PANELS; panel++) {
                double half = Math.PI / 2 / PANELS;
                double middle = -Math.PI / 2 + (2 * panel + 1) * half;
                for (int i = 0; i < RULE.nodes.length; i++) {
                    double theta = middle + half * RULE.nodes[i];
                    double cos = Math.cos(theta);
                    at(0.5 * Math.tan(theta), k, out);
                    sum += RULE.weights[i] * half * out[entry] * 0.5 / (cos * cos);
                }
            }
            return sum;
        }
    }
}
