package org.interphase.technique.vibrational.internal.read;

import java.util.Arrays;

/**
 * Finds whether positions fill a regular grid, in whatever order they were measured (row by row, column by column,
 * there and back).
 *
 * @param columns number of distinct x
 * @param rows number of distinct y
 * @param order for each cell, row after row (x and y ascending), the index of the spectrum measured there
 */
record MapGrid(int columns, int rows, int[] order) {

    /** The grid the positions fill exactly once, or null. */
    static MapGrid of(double[] x, double[] y) {
        double[] xs = levels(x);
        double[] ys = levels(y);
        if (xs == null || ys == null || (long) xs.length * ys.length != x.length) {
            return null;
        }
        int[] order = new int[x.length];
        Arrays.fill(order, -1);
        for (int i = 0; i < x.length; i++) {
            int cell = nearest(ys, y[i]) * xs.length + nearest(xs, x[i]);
            if (order[cell] >= 0) {
                return null;
            }
            order[cell] = i;
        }
        return new MapGrid(xs.length, ys.length, order);
    }

    /** Distinct values where neighbours closer than a hundredth of the mean step count as one. */
    private static double[] levels(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0 || !Double.isFinite(sorted[0]) || !Double.isFinite(sorted[sorted.length - 1])) {
            return null;
        }
        double span = sorted[sorted.length - 1] - sorted[0];
        // a stage returns to a row within far less than a step: steps are at least span / number of points
        double tolerance = 0.2 * span / sorted.length;
        double[] out = new double[sorted.length];
        int n = 0;
        for (double v : sorted) {
            if (n == 0 || v - out[n - 1] > tolerance) {
                out[n++] = v;
            }
        }
        return Arrays.copyOf(out, n);
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

    /** Values per spectrum in grid order. */
    double[] sort(double[] values) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[order[i]];
        }
        return out;
    }

    /** Spectra [spectrum][point] flat in grid order. */
    double[] sortRows(double[] flat, int points) {
        double[] out = new double[flat.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(flat, order[i] * points, out, i * points, points);
        }
        return out;
    }
}
