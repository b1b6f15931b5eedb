package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Column;
import org.interphase.model.ColumnPage;
import org.interphase.model.unit.Unit;

/** A column that grows by one number at a time, in compact pages, so that nothing is copied while it grows. */
final class GrowingColumn {

    private final String name;
    private final Unit unit;
    private final List<ColumnPage> pages = new ArrayList<>();
    private double[] open = new double[ColumnPage.ROWS];
    private int size;

    GrowingColumn(String name, String unit) {
        this.name = name;
        this.unit = Unit.of(unit);
    }

    void add(double value) {
        open[size++ % ColumnPage.ROWS] = value;
        if (size % ColumnPage.ROWS == 0) {
            pages.add(ColumnPage.compact(open, ColumnPage.ROWS));
        }
    }

    double get(int row) {
        int page = row / ColumnPage.ROWS;
        return page < pages.size() ? pages.get(page).get(row % ColumnPage.ROWS) : open[row % ColumnPage.ROWS];
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
     * The column of the rows in an order; nothing is to be added any more.
     *
     * @param order rows wanted, or null for all of them as they came
     */
    Column column(int[] order) {
        if (order != null) {
            GrowingColumn other = new GrowingColumn(name, unit.text());
            for (int row : order) {
                other.add(get(row));
            }
            return other.column(null);
        }
        if (size % ColumnPage.ROWS != 0) {
            pages.add(ColumnPage.compact(open, size % ColumnPage.ROWS));
        }
        open = new double[ColumnPage.ROWS];
        return Column.of(name, unit, pages);
    }
}
