package org.interphase.model;

import java.util.Arrays;
import java.util.Objects;
import org.interphase.model.unit.Unit;

/**
 * Measured values with their quantity and unit, and optionally a standard uncertainty for each. NaN marks a missing
 * value.
 */
public final class Signal {

    private final String quantity;
    private final Unit unit;
    private final double[] values;
    private final double[] sigma;

    private Signal(String quantity, Unit unit, double[] values, double[] sigma) {
        this.quantity = Objects.requireNonNull(quantity, "quantity");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.values = values;
        this.sigma = sigma;
    }

    /** A signal without stated uncertainty; the array is copied. */
    public static Signal of(String quantity, Unit unit, double[] values) {
        return new Signal(quantity, unit, values.clone(), null);
    }

    /**
     * A signal with a standard uncertainty for each value; both arrays are copied.
     *
     * @throws IllegalArgumentException if the lengths differ or an uncertainty is negative
     */
    public static Signal of(String quantity, Unit unit, double[] values, double[] sigma) {
        if (sigma == null) {
            return of(quantity, unit, values);
        }
        if (sigma.length != values.length) {
            throw new IllegalArgumentException(values.length + " values but " + sigma.length + " uncertainties");
        }
        for (int i = 0; i < sigma.length; i++) {
            if (sigma[i] < 0) {
                throw new IllegalArgumentException("negative uncertainty at index " + i);
            }
        }
        return new Signal(quantity, unit, values.clone(), sigma.clone());
    }

    /** Quantity name as the field writes it, for example "Intensity". */
    public String quantity() {
        return quantity;
    }

    /** Unit of the values and uncertainties. */
    public Unit unit() {
        return unit;
    }

    /** Number of values. */
    public int size() {
        return values.length;
    }

    /** The value at an index. */
    public double get(int index) {
        return values[index];
    }

    /** A copy of the values. */
    public double[] values() {
        return values.clone();
    }

    /** Whether standard uncertainties are known. */
    public boolean hasSigma() {
        return sigma != null;
    }

    /** A copy of the standard uncertainties, or null if not known. */
    public double[] sigma() {
        return sigma == null ? null : sigma.clone();
    }

    /** The smallest value that is not NaN; NaN if there is none. */
    public double min() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    }

    /** The largest value that is not NaN; NaN if there is none. */
    public double max() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    }

    /** The part from index {@code from} (inclusive) to {@code to} (exclusive). */
    public Signal slice(int from, int to) {
        return new Signal(quantity, unit, Arrays.copyOfRange(values, from, to),
                sigma == null ? null : Arrays.copyOfRange(sigma, from, to));
    }

    /** The same quantity and unit with other values and no stated uncertainty. */
    public Signal withValues(double[] other) {
        return of(quantity, unit, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Signal s && s.quantity.equals(quantity) && s.unit.equals(unit)
                && Arrays.equals(s.values, values) && Arrays.equals(s.sigma, sigma);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity, unit, Arrays.hashCode(values));
    }
}
