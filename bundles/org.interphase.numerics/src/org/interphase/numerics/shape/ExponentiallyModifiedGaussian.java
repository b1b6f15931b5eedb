package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Exponentially modified Gaussian, a Gaussian convolved with a one-sided exponential decay: {@code exp(-t^2/2)
 * erfcx((1/r - t)/sqrt 2)}, t in standard deviations of the Gaussian and {@code ratio} r the decay length in the same
 * unit (E. Grushka, Anal. Chem. 44 (1972) 1733). {@link #naturalOrigin} is the Gaussian's centre, {@link #naturalScale}
 * its standard deviation.
 */
public final class ExponentiallyModifiedGaussian extends NormalisedShape {

    /**
     * The shape.
     *
     * @param tailToHigher whether the decay points to larger x
     */
    public ExponentiallyModifiedGaussian(boolean tailToHigher) {
        super("emg", List.of(ParameterSpec.between("ratio", 1, 1e-3, 100)), new ExponentialProfile(), tailToHigher);
    }

    private static final class ExponentialProfile implements Profile {

        @Override
        public int extras() {
            return 1;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double rate = 1 / k[0];
            double z = (rate - t) / Math.sqrt(2);
            double bell = Math.exp(-0.5 * t * t);
            double u;
            if (z > -5) {
                u = bell * Faddeeva.erfcx(z);
            } else {
                // exp(z^2 - t^2/2) written out, since erfcx overflows
                u = 2 * Math.exp(0.5 * rate * rate - t * rate) - bell * Faddeeva.erfcx(-z);
            }
            double gauss = Math.sqrt(2 / Math.PI) * bell;
            out[0] = u;
            out[1] = gauss - u * rate;
            out[2] = (gauss - (rate - t) * u) * rate * rate;
        }

        @Override
        public double modeGuess(double[] k) {
            return k[0] < 1 ? k[0] : Math.min(1, Math.sqrt(k[0])) * 0.8;
        }

        @Override
        public double scale(double[] k) {
            return 2 + k[0];
        }

        @Override
        public double area(double[] k) {
            return 2 * k[0];
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            gradient[0] = 2;
        }
    }
}
