package org.interphase.technique.battery.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.interphase.electro.record.GrowingPages;
import org.interphase.model.ColumnPage;

/** Pages of columns made from others. */
final class Pages {

    private Pages() {
    }

    /** The same values in pages that are all full but the last. */
    static List<ColumnPage> aligned(List<ColumnPage> pages) {
        GrowingPages out = new GrowingPages();
        for (ColumnPage p : pages) {
            for (int i = 0; i < p.size(); i++) {
                out.add(p.get(i));
            }
        }
        return out.pages();
    }

    /** Each value put through a function. */
    static List<ColumnPage> mapped(List<ColumnPage> pages, DoubleUnaryOperator f) {
        List<ColumnPage> out = new ArrayList<>();
        for (ColumnPage p : pages) {
            double[] values = new double[p.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = f.applyAsDouble(p.get(i));
            }
            out.add(ColumnPage.compact(values, values.length));
        }
        return out;
    }

    /** As many values as a function gives for the rows from 0. */
    static List<ColumnPage> of(int rows, IntToDoubleFunction f) {
        return GrowingPages.of(rows, f);
    }

    /** The value in a row of a column of pages. */
    static double get(List<ColumnPage> pages, int row) {
        return pages.get(row / ColumnPage.ROWS).get(row % ColumnPage.ROWS);
    }
}
