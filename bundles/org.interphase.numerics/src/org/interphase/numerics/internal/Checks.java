package org.interphase.numerics.internal;

/** Checks of arrays, with messages that name the point. */
public final class Checks {

    private Checks() {
    }

    /** Fails unless {@code y} has at least {@code least} values, all finite. */
    public static void finite(double[] y, int least) {
        if (y.length < least) {
            throw new IllegalArgumentException("At least " + least + " points are needed, got " + y.length);
        }
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException("Values must be finite: point " + i + " is " + y[i]);
            }
        }
    }

    /** Fails unless both have the same length. */
    public static void sameLength(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("There are " + x.length + " abscissae for " + y.length + " values");
        }
    }
}
