package org.interphase.ui.chart;

import java.util.BitSet;

/** Which parts of a plot area are taken by curves, symbols and texts, in cells of a few pixels. */
final class Occupancy {

    private static final int CELL = 3;
    private final int columns;
    private final int rows;
    private final int width;
    private final int height;
    private final BitSet taken;

    Occupancy(int width, int height) {
        this.width = width;
        this.height = height;
        this.columns = width / CELL + 1;
        this.rows = height / CELL + 1;
        this.taken = new BitSet(columns * rows);
    }

    void line(Polyline p) {
        for (int i = 1; i < p.size(); i++) {
            float x0 = p.x()[i - 1];
            float y0 = p.y()[i - 1];
            float dx = p.x()[i] - x0;
            float dy = p.y()[i] - y0;
            if (Float.isNaN(x0 + y0 + dx + dy) || Math.abs(dx) > 4 * width + 100) {
                continue;
            }
            int steps = (int) Math.min(2000, Math.max(Math.abs(dx), Math.abs(dy)) / CELL + 1);
            for (int s = 0; s <= steps; s++) {
                point(x0 + dx * s / steps, y0 + dy * s / steps);
            }
        }
    }

    void line(double x0, double y0, double x1, double y1) {
        line(new Polyline(new float[] {(float) x0, (float) x1}, new float[] {(float) y0, (float) y1}, 2));
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

    void point(float x, float y) {
        if (x >= 0 && y >= 0 && x < width && y < height) {
            taken.set((int) (y / CELL) * columns + (int) (x / CELL));
        }
    }

    void box(double left, double top, double right, double bottom) {
        for (int r = row(top); r <= row(bottom); r++) {
            taken.set(r * columns + column(left), r * columns + column(right) + 1);
        }
    }

    /** How many cells of a box are taken. */
    int count(double left, double top, double right, double bottom) {
        int n = 0;
        for (int r = row(top); r <= row(bottom); r++) {
            for (int i = taken.nextSetBit(r * columns + column(left)); i >= 0
                    && i <= r * columns + column(right); i = taken.nextSetBit(i + 1)) {
                n++;
            }
        }
        return n;
    }

    private int column(double x) {
        return (int) Math.max(0, Math.min(columns - 1, x / CELL));
    }

    private int row(double y) {
        return (int) Math.max(0, Math.min(rows - 1, y / CELL));
    }
}
