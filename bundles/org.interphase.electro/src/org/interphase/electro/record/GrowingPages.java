package org.interphase.electro.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.interphase.model.ColumnPage;

/** Values of a column that grows by one at a time, in compact pages, so that nothing is copied while it grows. */
public final class GrowingPages {

    private static final int SHIFT = Integer.numberOfTrailingZeros(ColumnPage.ROWS);
    private static final int MASK = ColumnPage.ROWS - 1;

    private final List<ColumnPage> pages = new ArrayList<>();
    private final double[] open = new double[ColumnPage.ROWS];
    private int size;

    /** As many values as a function gives for the rows from 0, asked for in order. */
    public static List<ColumnPage> of(int rows, IntToDoubleFunction f) {
        GrowingPages out = new GrowingPages();
        for (int i = 0; i < rows; i++) {
            out.add(f.applyAsDouble(i));
        }
        return out.pages();
    }

    /** Adds a value behind the others. */
    public void add(double value) {
        open[size++ & MASK] = value;
        if ((size & MASK) == 0) {
            pages.add(ColumnPage.compact(open, open.length));
        }
    }

    /** The value in a row. */
    public double get(int row) {
        return row >> SHIFT < pages.size() ? pages.get(row >> SHIFT).get(row & MASK) : open[row & MASK];
    }

    /** Number of values. */
    public int size() {
        return size;
    }

    /** The pages of all values; an empty one where there is none. */
    public List<ColumnPage> pages() {
        List<ColumnPage> out = new ArrayList<>(pages);
        if ((size & MASK) != 0 || size == 0) {
            out.add(ColumnPage.compact(open, size & MASK));
        }
        return out;
    }
}
