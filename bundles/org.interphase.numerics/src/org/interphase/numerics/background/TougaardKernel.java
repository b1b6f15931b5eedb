package org.interphase.numerics.background;

/**
 * Inelastic scattering cross-section {@code K(T) = B T / ((C - s T^2)^2 + D T^2)} by energy loss T. The universal one
 * has D = 0 and the sign of C reversed, that is {@code B T / (C + T^2)^2} with B = 2866 eV^2 and C = 1643 eV^2 (S.
 * Tougaard, Surf. Interface Anal. 11 (1988) 453); the three-parameter one is {@code B T / ((C - T^2)^2 + D T^2)} (S.
 * Tougaard, Surf. Interface Anal. 25 (1997) 137).
 *
 * @param b B in eV^2
 * @param c C in eV^2, positive
 * @param d D in eV^2, 0 for the universal form
 * @param universal which form
 */
public record TougaardKernel(double b, double c, double d, boolean universal) {

    /** Checks the numbers. */
    public TougaardKernel {
        if (!Double.isFinite(b) || !(c > 0) || Double.isInfinite(c) || !(d >= 0) || Double.isInfinite(d)
                || !universal && d == 0) {
            throw new IllegalArgumentException("Unusable Tougaard parameters B, C, D = " + b + ", " + c + ", " + d);
        }
    }

    /** B = 2866 eV^2, C = 1643 eV^2. */
    public static TougaardKernel universalDefault() {
        return universal(2866, 1643);
    }

    /** Two-parameter form with other numbers. */
    public static TougaardKernel universal(double b, double c) {
        return new TougaardKernel(b, c, 0, true);
    }

    /** Three-parameter form. */
    public static TougaardKernel threeParameter(double b, double c, double d) {
        return new TougaardKernel(b, c, d, false);
    }

    /** The same form with another B. */
    public TougaardKernel withB(double value) {
        return new TougaardKernel(value, c, d, universal);
    }

    /** K at energy loss t (eV); 0 for t at most 0. */
    public double at(double t) {
        if (t <= 0) {
            return 0;
        }
        double squared = t * t;
        double first = universal ? c + squared : c - squared;
        return b * t / (first * first + d * squared);
    }
}
