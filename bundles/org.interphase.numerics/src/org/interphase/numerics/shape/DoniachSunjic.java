package org.interphase.numerics.shape;

import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * Doniach-Sunjic profile of metals (S. Doniach and M. Sunjic, J. Phys. C 3 (1970) 285):
 * {@code cos(pi a/2 + (1 - a) atan t) / (1 + t^2)^((1 - a)/2)} with {@code asymmetry} a and, on a kinetic-energy axis,
 * t = (E - E0)/gamma; the tail goes to low kinetic, that is high binding energy. Its area is infinite for any a > 0.
 * {@link #naturalOrigin} is E0, {@link #naturalScale} is gamma (the half width of the symmetric line).
 */
public final class DoniachSunjic extends NormalisedShape {

    /**
     * The shape.
     *
     * @param tailToHigher true on a binding-energy axis, false on a kinetic-energy axis
     */
    public DoniachSunjic(boolean tailToHigher) {
        super("doniach-sunjic", List.of(ParameterSpec.between("asymmetry", 0.1, 0, 0.49)), new DoniachProfile(),
                tailToHigher);
    }

    private static final class DoniachProfile implements Profile {

        @Override
        public int extras() {
            return 1;
        }

        @Override
        public void at(double t, double[] k, double[] out) {
            double a = k[0];
            double angle = Math.atan(-t);
            double phase = 0.5 * Math.PI * a + (1 - a) * angle;
            double log = Math.log1p(t * t);
            double power = Math.exp(-0.5 * (1 - a) * log);
            double cos = Math.cos(phase);
            double sin = Math.sin(phase);
            out[0] = cos * power;
            out[1] = (1 - a) * power / (1 + t * t) * (sin - t * cos);
            out[2] = power * (0.5 * log * cos - sin * (0.5 * Math.PI - angle));
        }

        @Override
        public double modeGuess(double[] k) {
            return Math.tan(Math.PI * k[0] / (2 * (2 - k[0])));
        }

        @Override
        public double area(double[] k) {
            return k[0] > 0 ? Double.POSITIVE_INFINITY : Math.PI;
        }

        @Override
        public void areaGradient(double[] k, double[] gradient) {
            gradient[0] = Double.NaN;
        }
    }
}
