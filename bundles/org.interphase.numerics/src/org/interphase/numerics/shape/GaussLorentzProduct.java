package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Product of a Gaussian and a Lorentzian, the GL(M) of XPS software with {@code mixing} m = M/100:
 * {@code exp(-4 ln2 (1 - m) t^2) / (1 + 4 m t^2)}, t = (x - c)/F. The F of that formula is not quite the full width at
 * half maximum when both factors take part (up to 4 % more); here fwhm is the true one, and {@link #naturalScale} gives
 * F.
 */
public final class GaussLorentzProduct extends NormalisedShape {

    /** The shape. */
    public GaussLorentzProduct() {
        super("gl-product", List.of(ParameterSpec.between("mixing", 0.3, 0, 1)), new ProductProfile(), true);
    }

    private static final class ProductProfile implements Profile {

        private static final double FOUR_LN2 = 4 * Math.log(2);
        private static final double SMALLEST = 1e-12;

        @Override
        public int extras() {
            return 1;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double m = k[0];
            double squared = t * t;
            double denominator = 1 / (1 + 4 * m * squared);
            double u = Math.exp(-FOUR_LN2 * (1 - m) * squared) * denominator;
            out[0] = u;
            out[1] = -2 * t * u * (FOUR_LN2 * (1 - m) + 4 * m * denominator);
            out[2] = u * squared * (FOUR_LN2 - 4 * denominator);
        }

        /** Integral of exp(-a t^2)/(1 + b t^2) = (pi / sqrt b) erfcx(sqrt(a/b)). */
        @Override
        public double area(double[] k) {
            double a = Math.max(FOUR_LN2 * (1 - k[0]), SMALLEST);
            double b = 4 * k[0];
            return b < 1e-3 * a ? series(a, b, 0) : Math.PI / Math.sqrt(b) * Faddeeva.erfcx(Math.sqrt(a / b));
        }

        /** Expansion in b/a: sqrt(pi/a) sum (-1)^n (2n-1)!! (b/2a)^n; derivative by b for order 1. */
        private static double series(double a, double b, int order) {
            double e = b / (2 * a);
            double value = 1 - e * (1 - e * (3 - e * (15 - e * (105 - e * 945))));
            double slope = (-1 + e * (6 - e * (45 - e * (420 - e * 4725)))) / (2 * a);
            return Math.sqrt(Math.PI / a) * (order == 0 ? value : slope);
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            double a = Math.max(FOUR_LN2 * (1 - k[0]), SMALLEST);
            double b = 4 * k[0];
            double byA;
            double byB;
            double area = area(k);
            if (b < 1e-3 * a) {
                byB = series(a, b, 1);
                // homogeneity: a dA/da + b dA/db = -A/2
                byA = -(0.5 * area + b * byB) / a;
            } else {
                double q = Math.sqrt(a / b);
                double byQ = Math.PI / Math.sqrt(b) * Faddeeva.erfcxDerivative(q, Faddeeva.erfcx(q));
                byA = byQ * 0.5 / Math.sqrt(a * b);
                byB = -(0.5 * area + a * byA) / b;
            }
            gradient[0] = -FOUR_LN2 * byA + 4 * byB;
        }
    }
}
