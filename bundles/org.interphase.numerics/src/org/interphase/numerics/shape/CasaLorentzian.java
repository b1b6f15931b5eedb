package org.interphase.numerics.shape;

import org.apache.commons.math3.special.Gamma;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * The asymmetric Lorentzian "LA" of CasaXPS as publicly described (xpsfitting.com, line-shape definitions;
 * harwellxps.guru, LA and LF): a Lorentzian {@code 1 / (1 + 4 t^2)} raised to the power {@code alpha} on one side and
 * {@code beta} on the other, convolved with a Gaussian. How CasaXPS's integer m translates into a Gaussian width is not
 * published; here {@code gauss} is the full width at half maximum of the Gaussian over that of the Lorentzian, a number
 * of its own. Alpha acts on the side of larger x on a binding-energy axis ({@code alphaOnHigher}). The area is finite
 * for alpha and beta above 1/2, their lower bound, and is not changed by the convolution. LF's damping is not published
 * and therefore not offered.
 */
public final class CasaLorentzian extends NormalisedShape {

    /**
     * The shape.
     *
     * @param alphaOnHigher whether alpha acts on the side of larger x
     */
    public CasaLorentzian(boolean alphaOnHigher) {
        super("casa-la", List.of(ParameterSpec.between("alpha", 1.5, 0.55, 20),
                ParameterSpec.between("beta", 1.5, 0.55, 20), ParameterSpec.between("gauss", 0.5, 0, 5)),
                new ConvolvedProfile(), alphaOnHigher);
    }

    private static final class ConvolvedProfile implements Profile {

        private static final Quadrature RULE = new Quadrature(16);
        private static final double SIGMA = 1 / Math.sqrt(8 * Math.log(2));
        private static final double SMALLEST_GAUSS = 1e-6;

        @Override
        public int extras() {
            return 3;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            java.util.Arrays.fill(out, 0, 5, 0);
            double sigma = k[2] * SIGMA;
            if (k[2] < SMALLEST_GAUSS) {
                bare(t, k, out);
                return;
            }
            // between these points the integrand is smooth: the two cores, the join at 0, and the steps of the Gaussian
            double[] cuts = {t - 8 * sigma, t - 5 * sigma, t - 2.5 * sigma, t, t + 2.5 * sigma, t + 5 * sigma,
                t + 8 * sigma, -2, -0.5, 0, 0.5, 2};
            java.util.Arrays.sort(cuts);
            double low = t - 8 * sigma;
            double high = t + 8 * sigma;
            for (int c = 1; c < cuts.length; c++) {
                if (cuts[c - 1] >= low && cuts[c] <= high && cuts[c] > cuts[c - 1]) {
                    panel(t, k, sigma, cuts[c - 1], cuts[c], out);
                }
            }
        }

        private void panel(double t, double[] k, double sigma, double from, double to, double[] out) {
            double half = 0.5 * (to - from);
            double middle = 0.5 * (to + from);
            boolean upper = middle > 0;
            double power = upper ? k[0] : k[1];
            double norm = half / (sigma * Math.sqrt(2 * Math.PI));
            for (int i = 0; i < RULE.nodes.length; i++) {
                double s = middle + half * RULE.nodes[i];
                double log = Math.log1p(4 * s * s);
                double z = (t - s) / sigma;
                double value = RULE.weights[i] * norm * Math.exp(-power * log - 0.5 * z * z);
                out[0] += value;
                out[1] -= value * z / sigma;
                out[upper ? 2 : 3] -= value * log;
                out[4] += value * (z * z - 1) / sigma * SIGMA;
            }
        }

        private static void bare(double t, double[] k, double[] out) {
            double log = Math.log1p(4 * t * t);
            boolean upper = t > 0;
            double power = upper ? k[0] : k[1];
            double u = Math.exp(-power * log);
            out[0] = u;
            out[1] = -power * 8 * t / (1 + 4 * t * t) * u;
            out[upper ? 2 : 3] = -log * u;
        }

        @Override
        public double scale(double[] k) {
            return 1 + k[2];
        }

        /** Half the line: integral over t > 0 of (1 + 4 t^2)^(-p). */
        private static double half(double p) {
            return 0.25 * Math.sqrt(Math.PI) * Math.exp(Gamma.logGamma(p - 0.5) - Gamma.logGamma(p));
        }

        @Override
        public double area(double[] k) {
            return k[0] > 0.5 && k[1] > 0.5 ? half(k[0]) + half(k[1]) : Double.POSITIVE_INFINITY;
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            for (int j = 0; j < 2; j++) {
                gradient[j] = half(k[j]) * (Gamma.digamma(k[j] - 0.5) - Gamma.digamma(k[j]));
            }
            gradient[2] = 0;
        }
    }
}
