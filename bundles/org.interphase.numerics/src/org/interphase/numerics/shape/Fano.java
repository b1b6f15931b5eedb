package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Fano resonance (U. Fano, Phys. Rev. 124 (1961) 1866) as used for Raman bands coupled to a continuum
 * (Breit-Wigner-Fano): {@code (1 + k t)^2 / (1 + t^2)}, t = 2 (x - x0)/Gamma, with {@code coupling} k = 1/q; k = 0 is a
 * Lorentzian. Far away it tends to k^2, so its area is infinite unless k = 0. {@link #naturalOrigin} is x0, {@link
 * #naturalScale} is Gamma/2.
 */
public final class Fano extends NormalisedShape {

    /** The shape. */
    public Fano() {
        super("fano", List.of(ParameterSpec.between("coupling", 0, -0.9, 0.9)), new FanoProfile(), true);
    }

    private static final class FanoProfile implements Profile {

        @Override
        public int extras() {
            return 1;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double numerator = 1 + k[0] * t;
            double lorentz = 1 / (1 + t * t);
            out[0] = numerator * numerator * lorentz;
            out[1] = 2 * numerator * lorentz * lorentz * (k[0] - t);
            out[2] = 2 * numerator * t * lorentz;
        }

        @Override
        public double modeGuess(double[] k) {
            return k[0];
        }

        @Override
        public double area(double[] k) {
            return k[0] == 0 ? Math.PI : Double.POSITIVE_INFINITY;
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            gradient[0] = Double.NaN;
        }
    }
}
