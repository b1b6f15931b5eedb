package org.interphase.ui.batch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;

/** The rows of one batch, and which of them are to be seen in which order. */
final class BatchTable {

    private final List<BatchRow> rows = new ArrayList<>();
    private final Set<String> quantities = new LinkedHashSet<>();
    private BatchOrder order = BatchOrder.AS_CHOSEN;
    private String search = "";

    /** Begins anew; how it is sorted stays where that is not by a number. */
    void clear() {
        rows.clear();
        quantities.clear();
        if (order.by() == BatchOrder.By.NUMBER) {
            order = BatchOrder.AS_CHOSEN;
        }
    }

    void add(BatchRow row) {
        rows.add(row);
        row.measurements().forEach(m -> quantities.add(m.name()));
    }

    /** All rows in the order of the data. */
    List<BatchRow> rows() {
        return List.copyOf(rows);
    }

    /** Names of all numbers, in the order in which they were found. */
    List<String> quantities() {
        return List.copyOf(quantities);
    }

    BatchOrder order() {
        return order;
    }

    void sort(BatchOrder next) {
        order = next;
    }

    void search(String words) {
        search = words;
    }

    /** The rows that match the search, sorted. */
    List<BatchRow> shown() {
        List<BatchRow> out = new ArrayList<>(rows.stream().filter(r -> r.matches(search)).toList());
        Comparator<BatchRow> c = order.comparator(out);
        if (c != null) {
            out.sort(c);
        }
        return out;
    }

    long failed() {
        return rows.stream().filter(r -> !r.error().isEmpty()).count();
    }

    /** All causes, each on its lines. */
    String causes() {
        return rows.stream().filter(r -> !r.error().isEmpty()).map(r -> r.name() + ": " + r.error())
                .collect(Collectors.joining("\n"));
    }

    /** What came out, in a line. */
    String told(String title) {
        long failed = failed();
        int shown = shown().size();
        String all = rows.size() == 1 ? NLS.bind(Messages.BatchTable_one, title)
                : NLS.bind(Messages.BatchTable_many, title, rows.size());
        String withFailed = failed == 0 ? all : NLS.bind(Messages.BatchTable_failed, all, failed);
        return shown == rows.size() ? withFailed : NLS.bind(Messages.BatchTable_shown, withFailed, shown);
    }
}
