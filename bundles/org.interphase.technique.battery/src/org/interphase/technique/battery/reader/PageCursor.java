package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.interphase.model.ColumnPage;

/**
 * A way through the values of a column of pages, which takes out two pages at a time: fast for whoever goes from row to
 * row and looks back by one. For one thread.
 */
final class PageCursor implements IntToDoubleFunction {

    private static final int SHIFT = Integer.numberOfTrailingZeros(ColumnPage.ROWS);
    private static final int MASK = ColumnPage.ROWS - 1;

    private final List<ColumnPage> pages;
    private double[] values = {};
    private double[] others = {};
    private int page = -1;
    private int other = -1;

    PageCursor(List<ColumnPage> pages) {
        this.pages = pages;
    }

    @Override
    public double applyAsDouble(int row) {
        int p = row >> SHIFT;
        if (p != page) {
            turn(p);
        }
        return values[row & MASK];
    }

    private void turn(int to) {
        double[] v = others;
        int held = other;
        others = values;
        other = page;
        values = v;
        page = to;
        if (held != to) {
            ColumnPage p = pages.get(to);
            values = v.length >= p.size() ? v : new double[p.size()];
            p.copyTo(values, 0);
        }
    }
}
