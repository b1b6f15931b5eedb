package org.interphase.numerics.shape;

/**
 * A profile in the variable natural to its formula, before it is brought to unit height and width by {@link
 * NormalisedShape}.
 */
interface Profile {

    /** Number of shape parameters. */
    int extras();

    /**
     * Value and derivatives.
     *
     * @param t natural variable
     * @param k shape parameters
     * @param out value, derivative by t, derivatives by the shape parameters
     */
    void at(double t, double[] k, double[] out);

    /** Natural variable near the maximum; 0 unless the profile says so. */
    default double modeGuess(double[] k) {
        return 0;
    }

    /** A length of the order of the width; 1 unless the profile says so. */
    default double scale(double[] k) {
        return 1;
    }

    /** Integral over the whole axis, +Infinity where it diverges. */
    double area(double[] k);

    /** Derivatives of the integral by the shape parameters. */
    void areaGradient(double[] k, double[] gradient);
}
