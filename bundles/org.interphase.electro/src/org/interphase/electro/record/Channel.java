package org.interphase.electro.record;

import org.interphase.model.Column;
import org.interphase.model.unit.Unit;

/**
 * A column seen in a wanted unit, without a copy of its values: a record of millions of rows is read row by row.
 */
public final class Channel {

    private final Column column;
    private final double factor;
    private final double offset;

    private Channel(Column column, double factor, double offset) {
        this.column = column;
        this.factor = factor;
        this.offset = offset;
    }

    /**
     * A column in a unit.
     *
     * @throws IllegalArgumentException if the column's unit is of another dimension
     */
    public static Channel of(Column column, Unit unit) {
        if (column.unit().equals(unit)) {
            return new Channel(column, 1, 0);
        }
        double offset = column.unit().convert(0, unit);
        return new Channel(column, column.unit().convert(1, unit) - offset, offset);
    }

    /** Number of rows. */
    public int size() {
        return column.size();
    }

    /** The value in a row, NaN where it is missing. */
    public double get(int row) {
        return factor == 1 && offset == 0 ? column.get(row) : column.get(row) * factor + offset;
    }

    /** The value in a row in the unit of the column. */
    double own(int row) {
        return column.get(row);
    }

    /** What one of the column's unit is in the wanted one. */
    double scale() {
        return factor;
    }

    /** The values of the rows {@code from} to {@code to}, the last not included. */
    public double[] values(int from, int to) {
        double[] out = new double[to - from];
        for (int i = 0; i < out.length; i++) {
            out[i] = get(from + i);
        }
        return out;
    }

    /** All values. */
    public double[] values() {
        return values(0, size());
    }

    /** Name of the column as the file's reader gives it. */
    public String name() {
        return column.name();
    }
}
