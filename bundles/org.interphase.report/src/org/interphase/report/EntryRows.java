package org.interphase.report;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One row for each item of each entry, made when it is asked for: tables of a large batch are never held whole. */
final class EntryRows<I, R> extends AbstractList<R> implements RandomAccess {

    private final List<ReportEntry> entries;
    private final Function<ReportEntry, List<I>> items;
    private final BiFunction<ReportEntry, I, R> row;
    private final int[] first;

    EntryRows(List<ReportEntry> entries, Function<ReportEntry, List<I>> items, BiFunction<ReportEntry, I, R> row) {
        this.entries = entries;
        this.items = items;
        this.row = row;
        this.first = new int[entries.size() + 1];
        for (int i = 0; i < entries.size(); i++) {
            first[i + 1] = first[i] + items.apply(entries.get(i)).size();
        }
    }

    @Override
    public R get(int index) {
        java.util.Objects.checkIndex(index, size());
        int at = java.util.Arrays.binarySearch(first, index);
        int entry = at < 0 ? -at - 2 : at;
        while (first[entry + 1] == index) {
            // entries without items begin where the next one does
            entry++;
        }
        ReportEntry e = entries.get(entry);
        return row.apply(e, items.apply(e).get(index - first[entry]));
    }

    @Override
    public int size() {
        return first[entries.size()];
    }
}
