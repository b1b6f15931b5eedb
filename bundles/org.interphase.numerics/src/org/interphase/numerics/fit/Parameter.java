package org.interphase.numerics.fit;

import java.util.Objects;

/**
 * One parameter of a fit.
 *
 * @param name unique within its {@link Parameters}
 * @param start start value; for a fixed parameter its value; ignored for a tied one
 * @param lower lower bound, inclusive, or {@code -Infinity}
 * @param upper upper bound, inclusive, or {@code +Infinity}
 * @param fixed whether it stays at {@code start}
 * @param tie relation that gives its value, or null
 */
public record Parameter(String name, double start, double lower, double upper, boolean fixed, Tie tie) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the start is not finite, a bound is NaN, or the bounds are crossed
     */
    public Parameter {
        Objects.requireNonNull(name, "name");
        if (!Double.isFinite(start)) {
            throw new IllegalArgumentException("Start value of " + name + " must be a finite number, got " + start);
        }
        if (Double.isNaN(lower) || Double.isNaN(upper) || lower > upper) {
            throw new IllegalArgumentException("Bounds of " + name + " are crossed: [" + lower + ", " + upper + "]");
        }
        if (fixed && tie != null) {
            throw new IllegalArgumentException(name + " can't be fixed and tied at the same time");
        }
    }

    /** A free parameter without bounds. */
    public static Parameter of(String name, double start) {
        return of(name, start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** A free parameter with bounds (either may be infinite). */
    public static Parameter of(String name, double start, double lower, double upper) {
        return new Parameter(name, start, lower, upper, false, null);
    }

    /** Whether it is neither fixed nor tied. */
    public boolean free() {
        return !fixed && tie == null;
    }
}
