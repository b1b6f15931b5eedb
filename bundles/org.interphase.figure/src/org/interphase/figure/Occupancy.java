package org.interphase.figure;

import java.util.BitSet;

/** Which parts of a plot area are taken by curves, symbols and texts, in cells of a few page units. */
final class Occupancy {

    private static final int CELL = 3;
    private final int columns;
    private final int rows;
    private final Box area;
    private final BitSet taken;

    Occupancy(Box area) {
        this.area = area;
        this.columns = (int) area.width() / CELL + 1;
        this.rows = (int) area.height() / CELL + 1;
        this.taken = new BitSet(columns * rows);
    }

    void line(double[] x, double[] y) {
        for (int i = 1; i < x.length; i++) {
            double dx = x[i] - x[i - 1];
            double dy = y[i] - y[i - 1];
            if (Double.isNaN(dx + dy) || Math.abs(dx) > 4 * area.width() + 100) {
                continue;
            }
            int steps = (int) Math.min(2000, Math.max(Math.abs(dx), Math.abs(dy)) / CELL + 1);
            for (int s = 0; s <= steps; s++) {
                point(x[i - 1] + dx * s / steps, y[i - 1] + dy * s / steps);
            }
        }
    }

    void points(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            point(x[i], y[i]);
        }
    }

    /** How many cells along a line are taken. */
    int countAlong(double x0, double y0, double x1, double y1) {
        int steps = (int) (Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0)) / CELL) + 1;
        int n = 0;
        for (int s = 0; s <= steps; s++) {
            double x = x0 + (x1 - x0) * s / steps;
            double y = y0 + (y1 - y0) * s / steps;
            n += taken.get(row(y) * columns + column(x)) ? 1 : 0;
        }
        return n;
    }

    private void point(double x, double y) {
        if (area.contains(x, y)) {
            taken.set(row(y) * columns + column(x));
        }
    }

    void box(Box b) {
        for (int r = row(b.top()); r <= row(b.bottom()); r++) {
            taken.set(r * columns + column(b.left()), r * columns + column(b.right()) + 1);
        }
    }

    /** How many cells of a box are taken. */
    int count(Box b) {
        int n = 0;
        for (int r = row(b.top()); r <= row(b.bottom()); r++) {
            for (int i = taken.nextSetBit(r * columns + column(b.left())); i >= 0
                    && i <= r * columns + column(b.right()); i = taken.nextSetBit(i + 1)) {
                n++;
            }
        }
        return n;
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, (x - area.left()) / CELL));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, (y - area.top()) / CELL));
    }
}
