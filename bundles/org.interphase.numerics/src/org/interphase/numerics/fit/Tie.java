package org.interphase.numerics.fit;

import java.util.List;

/**
 * An exact relation that makes a parameter a function of other parameters. A tied parameter is not fitted: its value,
 * its share of the Jacobian and its uncertainty follow from its sources through the chain rule. Sources may themselves
 * be tied, as long as there is no circle.
 */
public interface Tie {

    /** Names of the parameters this one is computed from. */
    List<String> sources();

    /** The value, given the values of {@link #sources()} in their order. */
    double value(double[] sources);

    /** Partial derivatives with respect to the sources, written to {@code gradient}. */
    void gradient(double[] sources, double[] gradient);

    /** Same value as {@code source}. */
    static Tie shared(String source) {
        return linear(0, List.of(source), 1);
    }

    /** {@code source + offset}: for example a fixed spin-orbit splitting. */
    static Tie offset(String source, double offset) {
        return linear(offset, List.of(source), 1);
    }

    /** {@code factor * source}: for example a fixed area ratio. */
    static Tie ratio(String source, double factor) {
        return linear(0, List.of(source), factor);
    }

    /** {@code factor * source + offset}. */
    static Tie affine(String source, double factor, double offset) {
        return linear(offset, List.of(source), factor);
    }

    /** {@code first + second}: for example a splitting that is itself a fitted parameter. */
    static Tie sum(String first, String second) {
        return linear(0, List.of(first, second), 1, 1);
    }

    /** {@code first * second}: for example an area ratio that is itself a fitted parameter. */
    static Tie product(String first, String second) {
        return new ProductTie(List.of(first, second));
    }

    /** {@code constant + sum of factor_k * source_k}. */
    static Tie linear(double constant, List<String> sources, double... factors) {
        return new LinearTie(constant, sources, factors);
    }
}
