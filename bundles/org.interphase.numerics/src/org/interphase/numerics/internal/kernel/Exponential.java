package org.interphase.numerics.internal.kernel;

/**
 * Constants of the exponential for arguments at most 0: {@code exp(z) = 2^k P(z - k ln 2)}, k the nearest integer to z
 * / ln 2, P Taylor's polynomial of order 12 (its remainder on half of ln 2 is below 2e-16). Arguments below {@link
 * #SMALLEST} give zero.
 */
final class Exponential {

    static final double LOG2_E = 1.4426950408889634;
    /** Adding and subtracting 1.5 * 2^52 rounds to an integer, which is then found in the low bits. */
    static final double SHIFT = 0x1.8p52;
    /** High and low part of ln 2 (as in fdlibm's e_exp). */
    static final double LN2_HIGH = 6.93147180369123816490e-01;
    static final double LN2_LOW = 1.90821492927058770002e-10;
    /** ln of the smallest normal number, rounded up. */
    static final double SMALLEST = -708;

    static final double C12 = 1.0 / 479001600;
    static final double C11 = 1.0 / 39916800;
    static final double C10 = 1.0 / 3628800;
    static final double C9 = 1.0 / 362880;
    static final double C8 = 1.0 / 40320;
    static final double C7 = 1.0 / 5040;
    static final double C6 = 1.0 / 720;
    static final double C5 = 1.0 / 120;
    static final double C4 = 1.0 / 24;
    static final double C3 = 1.0 / 6;

    private Exponential() {
    }

    /** P(z - k ln 2), without the factor 2^k. */
    static double polynomial(double z) {
        double k = Math.fma(z, LOG2_E, SHIFT) - SHIFT;
        double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, z));
        double p = Math.fma(C12, r, C11);
        p = Math.fma(p, r, C10);
        p = Math.fma(p, r, C9);
        p = Math.fma(p, r, C8);
        p = Math.fma(p, r, C7);
        p = Math.fma(p, r, C6);
        p = Math.fma(p, r, C5);
        p = Math.fma(p, r, C4);
        p = Math.fma(p, r, C3);
        p = Math.fma(p, r, 0.5);
        p = Math.fma(p, r, 1);
        return Math.fma(p, r, 1);
    }

    /**
     * {@code p * 2^k} for the same z, by writing k into the exponent bits; zero below {@link #SMALLEST}, whatever p has
     * become there.
     */
    static double scaled(double p, double z) {
        long k = Double.doubleToRawLongBits(Math.fma(z, LOG2_E, SHIFT));
        double value = p * Double.longBitsToDouble((k + 1023) << 52);
        return z < SMALLEST ? 0 : value;
    }
}
