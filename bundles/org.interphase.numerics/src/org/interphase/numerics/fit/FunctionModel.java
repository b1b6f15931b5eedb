package org.interphase.numerics.fit;

import java.util.Objects;

/** A model made of two stateless functions. */
record FunctionModel(int points, int parameters, Values values, Jacobian jacobian) implements Model {

    FunctionModel {
        if (points < 1 || parameters < 1) {
            throw new IllegalArgumentException(
                    "A model needs at least one point and one parameter, got " + points + " and " + parameters);
        }
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(jacobian, "jacobian");
    }

    @Override
    public Evaluator evaluator() {
        return new Evaluator() {
            @Override
            public void values(double[] p, double[] f) {
                values.compute(p, f);
            }

            @Override
            public void jacobian(double[] p, double[][] columns) {
                jacobian.compute(p, columns);
            }
        };
    }
}
