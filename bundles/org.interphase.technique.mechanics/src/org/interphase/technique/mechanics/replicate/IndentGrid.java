package org.interphase.technique.mechanics.replicate;

import java.util.Arrays;

/**
 * Columns and rows on which indents lie, if they lie on a regular grid.
 *
 * @param left x of the first column
 * @param top y of the first row
 * @param stepX between columns
 * @param stepY between rows
 * @param column of each indent
 * @param row of each indent
 * @param columns number of them
 * @param rows number of them
 */
public record IndentGrid(double left, double top, double stepX, double stepY, int[] column, int[] row, int columns,
        int rows) {

    /** Part of the longest step that is none but a stage that is not exact. */
    private static final double SAME = 0.2;
    /** Cells per indent above which a grid is none. */
    private static final int EMPTY = 2;

    /** The grid of these places; null where they lie on none of two columns and two rows or more. */
    public static IndentGrid of(double[] x, double[] y) {
        double dx = step(x);
        double dy = step(y);
        if (!(dx > 0) || !(dy > 0)) {
            return null;
        }
        double left = Arrays.stream(x).min().orElseThrow();
        double top = Arrays.stream(y).min().orElseThrow();
        int[] column = places(x, left, dx);
        int[] row = places(y, top, dy);
        if (column == null || row == null) {
            return null;
        }
        int columns = Arrays.stream(column).max().orElseThrow() + 1;
        int rows = Arrays.stream(row).max().orElseThrow() + 1;
        if ((long) columns * rows > (long) EMPTY * x.length) {
            return null;
        }
        boolean[] taken = new boolean[columns * rows];
        for (int i = 0; i < x.length; i++) {
            int at = row[i] * columns + column[i];
            if (taken[at]) {
                return null;
            }
            taken[at] = true;
        }
        return new IndentGrid(left, top, dx, dy, column, row, columns, rows);
    }

    private static double step(double[] v) {
        double[] sorted = v.clone();
        Arrays.sort(sorted);
        double[] gaps = new double[v.length - 1];
        for (int i = 1; i < v.length; i++) {
            gaps[i - 1] = sorted[i] - sorted[i - 1];
        }
        double most = Arrays.stream(gaps).max().orElse(0);
        double[] steps = Arrays.stream(gaps).filter(g -> g > SAME * most).sorted().toArray();
        return steps.length == 0 ? 0 : steps[steps.length / 2];
    }

    private static int[] places(double[] v, double first, double step) {
        int[] out = new int[v.length];
        for (int i = 0; i < v.length; i++) {
            double at = (v[i] - first) / step;
            if (at > Integer.MAX_VALUE / 2 || Math.abs(at - Math.rint(at)) > SAME) {
                return null;
            }
            out[i] = (int) Math.rint(at);
        }
        return out;
    }
}
