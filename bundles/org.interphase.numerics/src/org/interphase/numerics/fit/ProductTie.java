package org.interphase.numerics.fit;

import java.util.List;

/** first * second. */
record ProductTie(List<String> sources) implements Tie {

    @Override
    public double value(double[] values) {
        return values[0] * values[1];
    }

    @Override
    public void gradient(double[] values, double[] gradient) {
        double first = values[0];
        gradient[0] = values[1];
        gradient[1] = first;
    }
}
