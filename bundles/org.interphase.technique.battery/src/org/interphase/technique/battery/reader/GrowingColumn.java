package org.interphase.technique.battery.reader;

import org.interphase.electro.record.GrowingPages;
import org.interphase.model.Column;
import org.interphase.model.unit.Unit;

/** A column that grows by one number at a time. */
final class GrowingColumn {

    private final String name;
    private final Unit unit;
    private final GrowingPages values = new GrowingPages();

    GrowingColumn(String name, String unit) {
        this.name = name;
        this.unit = Unit.of(unit);
    }

    void add(double value) {
        values.add(value);
    }

    double get(int row) {
        return values.get(row);
    }

    int size() {
        return values.size();
    }

    /** Whether any value is a number. */
    boolean isFilled() {
        for (int i = 0; i < size(); i++) {
            if (!Double.isNaN(get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The column of the rows in an order.
     *
     * @param order rows wanted, or null for all of them as they came
     */
    Column column(int[] order) {
        return Column.of(name, unit, order == null ? values.pages() : GrowingPages.of(order.length,
                i -> get(order[i])));
    }
}
