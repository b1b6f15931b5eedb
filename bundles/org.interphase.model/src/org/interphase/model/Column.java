package org.interphase.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.interphase.model.unit.Unit;

/** A named column of numbers with a unit; NaN marks a missing value. */
public final class Column {

    private static final int SHIFT = Integer.numberOfTrailingZeros(ColumnPage.ROWS);
    private static final int MASK = ColumnPage.ROWS - 1;

    private final String name;
    private final Unit unit;
    private final int size;
    // either the values, or for long columns of a file their pages
    private final double[] values;
    private final ColumnPage[] pages;

    private Column(String name, Unit unit, int size, double[] values, ColumnPage[] pages) {
        this.name = Objects.requireNonNull(name, "name");
        this.unit = Objects.requireNonNull(unit, "unit");
        this.size = size;
        this.values = values;
        this.pages = pages;
    }

    /** A column; the array is copied. */
    public static Column of(String name, Unit unit, double[] values) {
        return new Column(name, unit, values.length, values.clone(), null);
    }

    /** A column with its unit as text. */
    public static Column of(String name, String unit, double[] values) {
        return of(name, Unit.of(unit), values);
    }

    /**
     * A column of pages, none of which is copied.
     *
     * @throws IllegalArgumentException if a page but the last has not {@link ColumnPage#ROWS} rows
     */
    public static Column of(String name, Unit unit, List<ColumnPage> pages) {
        long rows = 0;
        for (int i = 0; i < pages.size(); i++) {
            int n = pages.get(i).size();
            if (n > ColumnPage.ROWS || n < ColumnPage.ROWS && i < pages.size() - 1) {
                throw new IllegalArgumentException("page " + i + " of column '" + name + "' has " + n + " rows");
            }
            rows += n;
        }
        return new Column(name, unit, Math.toIntExact(rows), null, pages.toArray(ColumnPage[]::new));
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
        return size;
    }

    /** The value in a row. */
    public double get(int row) {
        return values != null ? values[row] : pages[row >> SHIFT].get(row & MASK);
    }

    /** A copy of the values. */
    public double[] values() {
        if (values != null) {
            return values.clone();
        }
        double[] out = new double[size];
        for (int i = 0; i < pages.length; i++) {
            pages[i].copyTo(out, i << SHIFT);
        }
        return out;
    }

    /** A copy of the values in another unit. */
    public double[] values(Unit to) {
        double[] out = values();
        if (!unit.equals(to)) {
            for (int i = 0; i < out.length; i++) {
                out[i] = unit.convert(out[i], to);
            }
        }
        return out;
    }

    /** The same values under another name. */
    public Column named(String other) {
        return new Column(other, unit, size, values, pages);
    }

    /** Whether a value is infinite. */
    public boolean hasInfinite() {
        if (pages != null) {
            return Arrays.stream(pages).anyMatch(ColumnPage::hasInfinite);
        }
        for (double v : values) {
            if (Double.isInfinite(v)) {
                return true;
            }
        }
        return false;
    }

    /** The smallest value that is not NaN; NaN if there is none. */
    public double min() {
        double out = Double.NaN;
        for (int i = 0; i < size; i++) {
            double v = get(i);
            out = v < out || Double.isNaN(out) ? v : out;
        }
        return out;
    }

    /** The largest value that is not NaN; NaN if there is none. */
    public double max() {
        double out = Double.NaN;
        for (int i = 0; i < size; i++) {
            double v = get(i);
            out = v > out || Double.isNaN(out) ? v : out;
        }
        return out;
    }

    @Override
    public boolean equals(Object other) {
        if (!(other instanceof Column c) || !c.name.equals(name) || !c.unit.equals(unit) || c.size != size) {
            return false;
        }
        for (int i = 0; i < size; i++) {
            if (Double.doubleToLongBits(get(i)) != Double.doubleToLongBits(c.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Double.hashCode(get(i));
        }
        return Objects.hash(name, unit, hash);
    }
}
