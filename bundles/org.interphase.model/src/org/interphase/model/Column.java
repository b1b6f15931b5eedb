package org.interphase.model;

import java.util.Arrays;
import java.util.Objects;
import org.interphase.model.unit.Unit;

/** A named column of numbers with a unit; NaN marks a missing value. */
public final class Column {

    private final String name;
    private final Unit unit;
    private final double[] values;

    private Column(String name, Unit unit, double[] values) {
        this.name = Objects.requireNonNull(name, "name");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.values = values;
    }

    /** A column; the array is copied. */
    public static Column of(String name, Unit unit, double[] values) {
        return new Column(name, unit, values.clone());
    }

    /** A column with its unit as text. */
    public static Column of(String name, String unit, double[] values) {
        return of(name, Unit.of(unit), values);
    }

    /** Name as the field writes it, for example "frequency". */
    public String name() {
        return name;
    }

    /** Unit of the values. */
    public Unit unit() {
        return unit;
    }

    /** Number of rows. */
    public int size() {
        return values.length;
    }

    /** The value in a row. */
    public double get(int row) {
        return values[row];
    }

    /** A copy of the values. */
    public double[] values() {
        return values.clone();
    }

    /** A copy of the values in another unit. */
    public double[] values(Unit to) {
        double[] out = values.clone();
        if (!unit.equals(to)) {
            for (int i = 0; i < out.length; i++) {
                out[i] = unit.convert(out[i], to);
            }
        }
        return out;
    }

    /** The smallest value that is not NaN; NaN if there is none. */
    public double min() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).min().orElse(Double.NaN);
    }

    /** The largest value that is not NaN; NaN if there is none. */
    public double max() {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Column c && c.name.equals(name) && c.unit.equals(unit)
                && Arrays.equals(c.values, values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, unit, Arrays.hashCode(values));
    }
}
