package org.interphase.numerics.background;

import org.interphase.numerics.internal.Checks;

/** Checks shared by the background estimators. */
final class Inputs {

    private Inputs() {
    }

    static void require(int expected, double[] y, int least) {
        if (y.length != expected) {
            throw new IllegalArgumentException("There are " + expected + " abscissae for " + y.length + " values");
        }
        Checks.finite(y, least);
    }

    static void requirePenalty(double lambda, double tolerance, int maxIterations) {
        if (!(lambda > 0) || Double.isInfinite(lambda) || !(tolerance > 0) || maxIterations < 1) {
            throw new IllegalArgumentException("Penalised baselines need a finite positive lambda, a positive "
                    + "tolerance and at "
                    + "least one iteration, got " + lambda + ", " + tolerance + ", " + maxIterations);
        }
    }
}
