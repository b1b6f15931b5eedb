package org.interphase.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.interphase.model.unit.Unit;

/**
 * Many curves over one common axis, each at a position: a Raman map, a line scan, a depth profile. Values are kept
 * in one flat array, curve after curve.
 */
public final class CurveStack implements Dataset {

    /**
     * How the curves fill a regular grid, row after row.
     *
     * @param columns number of curves in a row of the map
     * @param rows number of rows
     */
    public record Grid(int columns, int rows) {
    }

    private final DatasetHeader header;
    private final Axis axis;
    private final String quantity;
    private final Unit unit;
    private final double[] values;
    private final List<Column> positions;
    private final Grid grid;

    private CurveStack(DatasetHeader header, Axis axis, String quantity, Unit unit, double[] values,
            List<Column> positions, Grid grid) {
        this.header = Objects.requireNonNull(header, "header");
        this.axis = axis;
        this.quantity = quantity;
        this.unit = unit;
        this.values = values;
        this.positions = positions;
        this.grid = grid;
    }

    /**
     * A stack from a flat array [curve][point].
     *
     * @param values copied; its length a multiple of the axis length
     * @param positions columns with one value per curve, for example x and y in um, or depth in nm; may be empty
     * @param grid the regular grid the curves fill, or null
     * @throws IllegalArgumentException if lengths do not fit
     */
    public static CurveStack of(DatasetHeader header, Axis axis, String quantity, Unit unit, double[] values,
            List<Column> positions, Grid grid) {
        return trusted(header, axis, quantity, unit, values.clone(), positions, grid);
    }

    private static CurveStack trusted(DatasetHeader header, Axis axis, String quantity, Unit unit, double[] values,
            List<Column> positions, Grid grid) {
        if (values.length == 0 || values.length % axis.size() != 0) {
            throw new IllegalArgumentException(
                    values.length + " values are no whole number of curves of " + axis.size() + " points");
        }
        int curves = values.length / axis.size();
        for (Column c : positions) {
            if (c.size() != curves) {
                throw new IllegalArgumentException(
                        "position '" + c.name() + "' has " + c.size() + " values for " + curves + " curves");
            }
        }
        if (grid != null && (long) grid.columns() * grid.rows() != curves) {
            throw new IllegalArgumentException(
                    "a grid of " + grid.columns() + " x " + grid.rows() + " does not hold " + curves + " curves");
        }
        return new CurveStack(header, axis, quantity, unit, values, List.copyOf(positions), grid);
    }

    @Override
    public DatasetHeader header() {
        return header;
    }

    /** The common abscissa. */
    public Axis axis() {
        return axis;
    }

    /** Quantity of the ordinate. */
    public String quantity() {
        return quantity;
    }

    /** Unit of the ordinate. */
    public Unit unit() {
        return unit;
    }

    /** Number of curves. */
    public int curves() {
        return values.length / axis.size();
    }

    /** Position columns, one value per curve. */
    public List<Column> positions() {
        return positions;
    }

    /** The regular grid the curves fill, where they do. */
    public Optional<Grid> grid() {
        return Optional.ofNullable(grid);
    }

    /** The value of a curve at an axis index. */
    public double get(int curve, int point) {
        return values[curve * axis.size() + point];
    }

    /** A copy of one curve's values. */
    public double[] row(int curve) {
        return Arrays.copyOfRange(values, curve * axis.size(), (curve + 1) * axis.size());
    }

    /** Copies one curve's values into an array of at least the axis length. */
    public void copyRow(int curve, double[] target) {
        System.arraycopy(values, curve * axis.size(), target, 0, axis.size());
    }

    /** A copy of all values, curve after curve. */
    public double[] values() {
        return values.clone();
    }

    /** One curve as a dataset of its own, its positions in the metadata. */
    public Curve curve(int index) {
        Metadata metadata = header.metadata();
        for (Column c : positions) {
            metadata = metadata.with(c.name(), c.get(index), c.unit().text());
        }
        DatasetHeader h = new DatasetHeader(header.name() + " #" + (index + 1), header.kind(), metadata, List.of());
        return new Curve(h, axis, Signal.of(quantity, unit, row(index)));
    }

    /** The same stack with other values on the same or another axis, [curve][point] flat; the array is copied. */
    public CurveStack withValues(Axis otherAxis, double[] other) {
        return of(header, otherAxis, quantity, unit, other, positions, grid);
    }

    @Override
    public CurveStack withHeader(DatasetHeader other) {
        return new CurveStack(other, axis, quantity, unit, values, positions, grid);
    }

    /** The same stack with one product more. */
    public CurveStack with(Product product) {
        return withHeader(header.with(product));
    }

    @Override
    public String shape() {
        return "stack";
    }

    @Override
    public long points() {
        return values.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CurveStack s && s.header.equals(header) && s.axis.equals(axis)
                && s.quantity.equals(quantity) && s.unit.equals(unit) && s.positions.equals(positions)
                && Objects.equals(s.grid, grid) && Arrays.equals(s.values, values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(header, axis, quantity, unit, Arrays.hashCode(values));
    }
}
