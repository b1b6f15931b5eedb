package org.interphase.engine.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;

/**
 * No instrument measures infinity: it stands for a division by zero, a number too large to be held, or damage. In a
 * column, where values may be missing, it is one that is missing, and a remark says so; anywhere else the file is
 * refused.
 */
final class InfiniteNumbers {

    private static final String CODE = "infinite-number";

    private InfiniteNumbers() {
    }

    /**
     * The datasets without infinite numbers; the same list where there is none.
     *
     * @throws DatasetFormatException if a curve, stack or raster holds one, naming it and where
     */
    static List<Dataset> removed(String file, List<Dataset> datasets) throws DatasetFormatException {
        List<Dataset> out = new ArrayList<>(datasets.size());
        boolean changed = false;
        for (Dataset d : datasets) {
            Dataset clean = removed(file, d);
            changed |= clean != d;
            out.add(clean);
        }
        return changed ? out : datasets;
    }

    private static Dataset removed(String file, Dataset dataset) throws DatasetFormatException {
        switch (dataset) {
            case Table t -> {
                return removed(t);
            }
            case Series s -> {
                List<Dataset> members = removed(file, s.members());
                return members == s.members() ? s : s.withMembers(members);
            }
            case Curve c -> require(file, c, c.signal().size(), c.signal()::get);
            case CurveStack s -> {
                for (int k = 0; k < s.curves(); k++) {
                    int curve = k;
                    require(file, s, s.axis().size(), i -> s.get(curve, i));
                }
                for (Column c : s.positions()) {
                    require(file, s, c.size(), c::get);
                }
            }
            case Raster r -> {
                if (!r.pixels().isInteger()) {
                    require(file, r, r.pixels().size(), r.pixels()::get);
                }
            }
        }
        return dataset;
    }

    private static void require(String file, Dataset d, int size, IntToDoubleFunction values)
            throws DatasetFormatException {
        for (int i = 0; i < size; i++) {
            if (Double.isInfinite(values.applyAsDouble(i))) {
                throw new DatasetFormatException(file, "'" + d.name() + "', value " + (i + 1), "it is infinite, which "
                        + "nothing measures: the file is damaged, or a number or factor in it is too large");
            }
        }
    }

    private static Table removed(Table table) {
        Table out = table;
        for (Column c : table.columns()) {
            if (c.hasInfinite()) {
                double[] values = c.values();
                int count = 0;
                for (int i = 0; i < values.length; i++) {
                    if (Double.isInfinite(values[i])) {
                        values[i] = Double.NaN;
                        count++;
                    }
                }
                Remark remark = Remark.warning("Column '" + c.name() + "' holds " + (count == 1 ? "an infinite number, "
                        + "which was" : count + " infinite numbers, which were") + " taken for missing.").coded(CODE);
                out = out.with(Column.of(c.name(), c.unit(), values));
                out = out.withHeader(out.header().remarking(remark));
            }
        }
        return out;
    }
}
