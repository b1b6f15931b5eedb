package org.interphase.numerics.background;

/** Checks shared by the background estimators. */
final class Inputs {

    private Inputs() {
    }

    static void require(int expected, double[] y, int least) {
        if (y.length != expected) {
            throw new IllegalArgumentException("There are " + expected + " abscissae for " + y.length + " values");
        }
        if (y.length < least) {
            throw new IllegalArgumentException("At least " + least + " points are needed, got " + y.length);
        }
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i])) {
                throw new IllegalArgumentException("Values must be finite: point " + i + " is " + y[i]);
            }
        }
    }
}
