package org.interphase.numerics.background;

/** 1 / (1 + exp(t)) without overflow. */
final class Logistic {

    private Logistic() {
    }

    static double of(double t) {
        if (t > 40) {
            return Math.exp(-t); // the 1 is below half a unit in the last place
        }
        return t < -40 ? 1 : 1 / (1 + Math.exp(t));
    }
}
