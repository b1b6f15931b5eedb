package org.interphase.technique.vibrational.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.model.Column;

/**
 * Finds whether positions fill a regular grid, in whatever order they were measured (row by row, column by column,
 * there and back). A map stopped before its end has cells without a spectrum.
 */
final class MapGrid {

    private final double[] xs;
    private final double[] ys;
    private final int[] order;

    private MapGrid(double[] xs, double[] ys, int[] order) {
        this.xs = xs;
        this.ys = ys;
        this.order = order;
    }

    /** The grid the positions fill, each cell at most once and more than half of them, or null. */
    static MapGrid of(double[] x, double[] y) {
        List<double[]> columns = levels(x);
        List<double[]> rows = levels(y);
        for (boolean whole : new boolean[] {true, false}) {
            for (double[] xs : columns) {
                for (double[] ys : rows) {
                    long cells = (long) xs.length * ys.length;
                    boolean fits = whole ? cells == x.length : cells > x.length && cells < 2L * x.length;
                    int[] order = fits ? order(xs, ys, x, y) : null;
                    if (order != null) {
                        return new MapGrid(xs, ys, order);
                    }
                }
            }
        }
        return null;
    }

    /**
     * A grid known beforehand.
     *
     * @param xs abscissae of the columns, ascending
     * @param ys ordinates of the rows, ascending
     * @param order for each cell, row after row, the index of its spectrum, -1 for none; not copied
     */
    static MapGrid planned(double[] xs, double[] ys, int[] order) {
        return new MapGrid(xs, ys, order);
    }

    private static int[] order(double[] xs, double[] ys, double[] x, double[] y) {
        int[] order = new int[xs.length * ys.length];
        Arrays.fill(order, -1);
        for (int i = 0; i < x.length; i++) {
            int cell = nearest(ys, y[i]) * xs.length + nearest(xs, x[i]);
            if (order[cell] >= 0) {
                return null;
            }
            order[cell] = i;
        }
        return order;
    }

    /**
     * Distinct values, for ever larger distances at which neighbours count as one: a stage returns to a row within far
     * less than a step, and steps are at least span / number of points, but may be much larger.
     */
    private static List<double[]> levels(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        List<double[]> out = new ArrayList<>();
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            return out;
        }
        double span = sorted[sorted.length - 1] - sorted[0];
        for (int steps = sorted.length; steps >= 1; steps /= 2) {
            double tolerance = 0.2 * span / steps;
            double[] found = new double[sorted.length];
            int n = 0;
            int from = 0;
            for (int i = 1; i <= sorted.length; i++) {
                if (i == sorted.length || sorted[i] - sorted[from] > tolerance) {
                    // all values alike stay exactly what they are
                    found[n++] = sorted[from] == sorted[i - 1] ? sorted[from] : sorted[(from + i - 1) / 2];
                    from = i;
                }
            }
            if (out.isEmpty() || out.getLast().length != n) {
                out.add(Arrays.copyOf(found, n));
            }
        }
        return out;
    }

    private static int nearest(double[] levels, double value) {
        int i = Arrays.binarySearch(levels, value);
        if (i >= 0) {
            return i;
        }
        int above = -i - 1;
        if (above == 0) {
            return 0;
        }
        if (above == levels.length || value - levels[above - 1] <= levels[above] - value) {
            return above - 1;
        }
        return above;
    }

    /** Number of distinct x. */
    int columns() {
        return xs.length;
    }

    /** Number of distinct y. */
    int rows() {
        return ys.length;
    }

    /** Number of cells without a spectrum. */
    int missing() {
        return (int) Arrays.stream(order).filter(i -> i < 0).count();
    }

    /** Writes the places of the spectra, by their index, into two arrays. */
    void places(double[] x, double[] y) {
        for (int i = 0; i < order.length; i++) {
            if (order[i] >= 0) {
                x[order[i]] = xs[i % xs.length];
                y[order[i]] = ys[i / xs.length];
            }
        }
    }

    /** A column of values per spectrum in grid order; cells without a spectrum have their place and no other value. */
    Column sort(Column column) {
        double[] out = new double[order.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = order[i] >= 0 ? column.get(order[i]) : column.name().equals("x") ? xs[i % xs.length]
                    : column.name().equals("y") ? ys[i / xs.length] : Double.NaN;
        }
        return Column.of(column.name(), column.unit(), out);
    }

    /** Spectra [spectrum][point] flat in grid order; not a number where a cell has none. */
    double[] sortRows(double[] flat, int points) {
        double[] out = new double[order.length * points];
        for (int i = 0; i < order.length; i++) {
            if (order[i] >= 0) {
                System.arraycopy(flat, order[i] * points, out, i * points, points);
            } else {
                Arrays.fill(out, i * points, (i + 1) * points, Double.NaN);
            }
        }
        return out;
    }
}
