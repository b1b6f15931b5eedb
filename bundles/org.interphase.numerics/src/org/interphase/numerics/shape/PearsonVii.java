package org.interphase.numerics.shape;

import org.apache.commons.math3.special.Gamma;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Pearson VII: {@code (1 + t^2)^(-m)}; {@code exponent} m = 1 is a Lorentzian, large m tends to a Gaussian. Finite area
 * {@code sqrt(pi) Gamma(m - 1/2) / Gamma(m)} for m > 1/2, the lower bound.
 */
public final class PearsonVii extends NormalisedShape {

    /** The shape. */
    public PearsonVii() {
        super("pearson-vii", List.of(ParameterSpec.between("exponent", 2, 0.501, 500)), new PearsonProfile(), true);
    }

    private static final class PearsonProfile implements Profile {

        @Override
        public int extras() {
            return 1;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double log = Math.log1p(t * t);
            double u = Math.exp(-k[0] * log);
            out[0] = u;
            out[1] = -2 * k[0] * t / (1 + t * t) * u;
            out[2] = -log * u;
        }

        @Override
        public double scale(double[] k) {
            return 2 * Math.sqrt(Math.expm1(Math.log(2) / k[0]));
        }

        @Override
        public double area(double[] k) {
            if (k[0] <= 0.5) {
                return Double.POSITIVE_INFINITY;
            }
            return Math.sqrt(Math.PI) * Math.exp(Gamma.logGamma(k[0] - 0.5) - Gamma.logGamma(k[0]));
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            gradient[0] = area(k) * (Gamma.digamma(k[0] - 0.5) - Gamma.digamma(k[0]));
        }
    }
}
