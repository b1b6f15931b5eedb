package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Column;
import org.interphase.model.unit.Unit;

/** A column that grows by one number at a time, in pages, so that nothing is copied while it grows. */
final class GrowingColumn {

    private static final int SHIFT = 14;
    private static final int PAGE = 1 << SHIFT;

    private final String name;
    private final Unit unit;
    private final List<double[]> pages = new ArrayList<>();
    private int size;

    GrowingColumn(String name, String unit) {
        this.name = name;
        this.unit = Unit.of(unit);
    }

    void add(double value) {
        if ((size & PAGE - 1) == 0) {
            pages.add(new double[PAGE]);
        }
        pages.get(size >> SHIFT)[size++ & PAGE - 1] = value;
    }

    double get(int row) {
        return pages.get(row >> SHIFT)[row & PAGE - 1];
    }

    int size() {
        return size;
    }

    /** Whether any value is a number. */
    boolean isFilled() {
        for (int i = 0; i < size; i++) {
            if (!Double.isNaN(get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The column of the rows in an order; gives its own pages up.
     *
     * @param order rows wanted, or null for all of them as they came
     */
    Column column(int[] order) {
        double[] values = new double[order == null ? size : order.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = get(order == null ? i : order[i]);
        }
        pages.clear();
        size = 0;
        return Column.of(name, unit, values);
    }
}
