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
        private static final int PANELS = 24;
        // nodes t = tan(theta) / 2, weights and cos^2(theta) of panels over theta: the same for all parameters
        private static final double[] NODES;
        private static final double[] WEIGHTS;
        private static final double[] COSINES;

        static {
            Quadrature rule = new Quadrature(20);
            int n = rule.nodes.length;
            NODES = new double[PANELS * n];
            WEIGHTS = new double[NODES.length];
            COSINES = new double[NODES.length];
            double half = Math.PI / 2 / PANELS;
            for (int panel = 0; panel < PANELS; panel++) {
                double middle = -Math.PI / 2 + (2 * panel + 1) * half;
                for (int i = 0; i < n; i++) {
                    double theta = middle + half * rule.nodes[i];
                    double cos = Math.cos(theta);
                    NODES[panel * n + i] = 0.5 * Math.tan(theta);
                    WEIGHTS[panel * n + i] = rule.weights[i] * half;
                    COSINES[panel * n + i] = cos * cos;
                }
            }
        }

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
            double[] out = new double[4];
            double sum = 0;
            for (int i = 0; i < NODES.length; i++) {
                at(NODES[i], k, out);
                sum += WEIGHTS[i] * out[0] * 0.5 / COSINES[i];
            }
            return sum;
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            double[] out = new double[4];
            double byMixing = 0;
            double byAsymmetry = 0;
            for (int i = 0; i < NODES.length; i++) {
                at(NODES[i], k, out);
                byMixing += WEIGHTS[i] * out[2] * 0.5 / COSINES[i];
                byAsymmetry += WEIGHTS[i] * out[3] * 0.5 / COSINES[i];
            }
            gradient[0] = byMixing;
            gradient[1] = byAsymmetry;
        }
    }
}
