package org.interphase.numerics.fit;

/**
 * What a component says about one of its parameters.
 *
 * @param name name within the component, such as {@code centre}
 * @param start default start value
 * @param lower default lower bound
 * @param upper default upper bound
 */
public record ParameterSpec(String name, double start, double lower, double upper) {

    /** A parameter without bounds. */
    public static ParameterSpec free(String name, double start) {
        return new ParameterSpec(name, start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A parameter that must be positive; the bound is the smallest normal number. */
    public static ParameterSpec positive(String name, double start) {
        return new ParameterSpec(name, start, Double.MIN_NORMAL, Double.POSITIVE_INFINITY);
    }

    /** A parameter between bounds. */
    public static ParameterSpec between(String name, double start, double lower, double upper) {
        return new ParameterSpec(name, start, lower, upper);
    }
}
