package org.interphase.model;

import java.util.Arrays;
import java.util.Objects;
import org.interphase.model.unit.Unit;

/**
 * The abscissa of a curve: a quantity, its unit, strictly ascending finite values, and the direction it is drawn in.
 */
public final class Axis {

    private final String quantity;
    private final Unit unit;
    private final double[] values;
    private final Direction direction;

    private Axis(String quantity, Unit unit, double[] values, Direction direction) {
        this.quantity = quantity;
        this.unit = unit;
        this.values = values;
        this.direction = direction;
    }

    /**
     * An axis from values in ascending order.
     *
     * @param values copied
     * @throws IllegalArgumentException if there is no value, one is not finite, or they do not strictly ascend
     *     (naming the index)
     */
    public static Axis of(String quantity, Unit unit, double[] values, Direction direction) {
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(direction, "direction");
        double[] copy = values.clone();
        if (copy.length == 0) {
            throw new IllegalArgumentException("axis '" + quantity + "' has no values");
        }
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                throw new IllegalArgumentException("axis '" + quantity + "' is not finite at index " + i);
            }
            if (i > 0 && !(copy[i] > copy[i - 1])) {
                throw new IllegalArgumentException("axis '" + quantity + "' does not ascend at index " + i + " ("
                        + copy[i - 1] + ", " + copy[i] + ")");
            }
        }
        return new Axis(quantity, unit, copy, direction);
    }

    /** The order of indices that sorts values ascending (stable). */
    public static int[] ascendingOrder(double[] values) {
        Integer[] order = new Integer[values.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Quantity name as the field writes it, for example "Binding energy". */
    public String quantity() {
        return quantity;
    }

    /** Unit of the values. */
    public Unit unit() {
        return unit;
    }

    /** Which way the axis is drawn. */
    public Direction direction() {
        return direction;
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

    /** The smallest value. */
    public double min() {
        return values[0];
    }

    /** The largest value. */
    public double max() {
        return values[values.length - 1];
    }

    /** Index of the value nearest to a position. */
    public int nearest(double position) {
        int i = Arrays.binarySearch(values, position);
        if (i >= 0) {
            return i;
        }
        int above = -i - 1;
        if (above == 0) {
            return 0;
        }
        if (above == values.length) {
            return values.length - 1;
        }
        return position - values[above - 1] <= values[above] - position ? above - 1 : above;
    }

    /** The part from index {@code from} (inclusive) to {@code to} (exclusive). */
    public Axis slice(int from, int to) {
        return of(quantity, unit, Arrays.copyOfRange(values, from, to), direction);
    }

    /** The same axis with other values. */
    public Axis withValues(double[] other) {
        return of(quantity, unit, other, direction);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Axis a && a.quantity.equals(quantity) && a.unit.equals(unit)
                && a.direction == direction && Arrays.equals(a.values, values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(quantity, unit, direction, Arrays.hashCode(values));
    }

    @Override
    public String toString() {
        return quantity + " (" + unit + "), " + values.length + " values from " + min() + " to " + max();
    }
}
