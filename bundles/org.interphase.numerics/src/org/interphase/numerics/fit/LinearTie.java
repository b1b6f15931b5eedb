package org.interphase.numerics.fit;

import java.util.List;

/** constant + sum of factor * source. */
record LinearTie(double constant, List<String> sources, double... factors) implements Tie {

    LinearTie {
        sources = List.copyOf(sources);
        factors = factors.clone();
        if (sources.isEmpty() || sources.size() != factors.length) {
            throw new IllegalArgumentException("A linear tie needs one factor per source, got " + factors.length
                    + " factors for " + sources.size() + " sources");
        }
        if (!Double.isFinite(constant)) {
            throw new IllegalArgumentException("The constant of a tie must be finite, got " + constant);
        }
        for (double factor : factors) {
            if (!Double.isFinite(factor)) {
                throw new IllegalArgumentException("The factors of a tie must be finite, got " + factor);
            }
        }
    }

    @Override
    public double value(double[] values) {
        double sum = constant;
        for (int k = 0; k < factors.length; k++) {
            sum += factors[k] * values[k];
        }
        return sum;
    }

    @Override
    public void gradient(double[] values, double[] gradient) {
        System.arraycopy(factors, 0, gradient, 0, factors.length);
    }
}
