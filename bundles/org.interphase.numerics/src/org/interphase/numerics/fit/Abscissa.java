package org.interphase.numerics.fit;

/** Checks of abscissae. */
public final class Abscissa {

    private Abscissa() {
    }

    /**
     * A copy of {@code x} if it is finite and strictly monotonic.
     *
     * @throws IllegalArgumentException naming the first point that is not finite, repeated, or out of order
     */
    public static double[] require(double[] x) {
        if (x.length == 0) {
            throw new IllegalArgumentException("There are no abscissae");
        }
        boolean descending = x.length > 1 && x[1] < x[0];
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                throw new IllegalArgumentException("Abscissae must be finite: point " + i + " is " + x[i]);
            }
            if (i > 0 && x[i] == x[i - 1]) {
                throw new IllegalArgumentException("Abscissae must not repeat: points " + (i - 1) + " and " + i
                        + " are both " + x[i]);
            }
            if (i > 0 && x[i] < x[i - 1] != descending) {
                throw new IllegalArgumentException("Abscissae must be sorted: point " + i + " (" + x[i] + ") follows "
                        + x[i - 1]);
            }
        }
        return x.clone();
    }
}
