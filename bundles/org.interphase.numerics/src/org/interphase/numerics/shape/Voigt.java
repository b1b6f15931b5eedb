package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * True Voigt profile: the convolution of a Gaussian and a Lorentzian, by the Faddeeva function. Its own parameter
 * {@code lorentzFraction} is {@code fL / (fL + fG)}, the share of the Lorentzian in the sum of the two full widths at
 * half maximum: 0 is a Gaussian, 1 a Lorentzian. The natural variable is scaled so that {@code fL + fG = 1}: {@link
 * #naturalScale} is fL + fG, so the two widths are that times the fraction and times one minus the fraction.
 */
public final class Voigt extends NormalisedShape {

    /** Standard deviation of a Gaussian of unit full width at half maximum. */
    private static final double SIGMA = 1 / Math.sqrt(8 * Math.log(2));
    private static final double ROOT_PI = Math.sqrt(Math.PI);

    /** The shape. */
    public Voigt() {
        super("voigt", List.of(ParameterSpec.between("lorentzFraction", 0.3, 0, 1)), new VoigtProfile(), true);
    }

    /**
     * Area-normalised Voigt profile.
     *
     * @param t distance from the centre
     * @param gaussSigma standard deviation of the Gaussian, positive
     * @param lorentzHalfWidth half width at half maximum of the Lorentzian, at least 0
     */
    public static double density(double t, double gaussSigma, double lorentzHalfWidth) {
        double s = gaussSigma * Math.sqrt(2);
        double[] w = new double[2];
        Faddeeva.w(t / s, lorentzHalfWidth / s, w);
        return w[0] / (s * ROOT_PI);
    }

    private static final class VoigtProfile implements Profile {

        /** Below this Gaussian width the profile is a Lorentzian to rounding. */
        private static final double SMALLEST = 1e-8;

        @Override
        public int extras() {
            return 1;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double gamma = 0.5 * k[0];
            double share = Math.max(1 - k[0], SMALLEST);
            double s = share * SIGMA * Math.sqrt(2);
            double x = t / s;
            double y = gamma / s;
            Faddeeva.w(x, y, out);
            double re = out[0];
            double im = out[1];
            // w' = -2 z w + 2i/sqrt(pi)
            double dRe;
            double dIm;
            double size = x * x + y * y;
            if (size < 1e6) {
                dRe = -2 * (x * re - y * im);
                dIm = -2 * (x * im + y * re) + 2 / ROOT_PI;
            } else {
                // w = i/(sqrt(pi) z) (1 + 1/(2 z^2)) to 1e-12: derivative -i/(sqrt(pi) z^2) (1 + 3/(2 z^2)) without
                // cancellation
                double a = (x * x - y * y) / (size * size);
                double b = -2 * x * y / (size * size);
                double c = a + 1.5 * (a * a - b * b);
                double d = b + 3 * a * b;
                dRe = d / ROOT_PI;
                dIm = -c / ROOT_PI;
            }
            double norm = 1 / (s * ROOT_PI);
            out[0] = re * norm;
            out[1] = dRe * norm / s;
            double byGamma = -dIm * norm / s;
            double byScale = -(re + x * dRe - y * dIm) * norm / s;
            out[2] = 0.5 * byGamma - byScale * SIGMA * Math.sqrt(2);
        }

        @Override
        public double area(double[] k) {
            return 1;
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            gradient[0] = 0;
        }
    }
}
