package org.interphase.technique.battery.reader;

import java.util.List;
import org.interphase.model.ColumnPage;
import org.interphase.model.unit.Unit;

/** Conversion of pages from one unit to another; exact for decimal units and for minutes, hours and days. */
final class UnitPages {

    private static final int MOST_DECIMALS = 12;
    private static final double LARGEST = 1e9;

    private UnitPages() {
    }

    static List<ColumnPage> convert(List<ColumnPage> pages, Unit from, Unit to) {
        if (from.equals(to)) {
            return pages;
        }
        double offset = from.convert(0, to);
        double factor = from.scaleTo(to);
        return offset == 0 ? times(pages, factor) : Pages.mapped(pages, v -> v * factor + offset);
    }

    /** The pages times a factor: exact if the factor has few digits. */
    static List<ColumnPage> times(List<ColumnPage> pages, double factor) {
        if (factor == 1) {
            return pages;
        }
        double power = 1;
        for (int d = 0; d <= MOST_DECIMALS; d++) {
            double whole = Math.rint(factor * power);
            if (Math.abs(whole) >= 1 && Math.abs(whole) <= LARGEST
                    && Math.abs(whole / power - factor) <= 4 * Math.ulp(factor)) {
                int decimals = d;
                return pages.stream().map(p -> p.times((long) whole, decimals)).toList();
            }
            power *= 10;
        }
        return Pages.mapped(pages, v -> v * factor);
    }
}
