package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.interphase.model.ColumnPage;

/**
 * A column as a file holds it, in the unit its heading states.
 *
 * @param heading its heading
 * @param kind how its cells are written
 * @param pages its values; none for words
 * @param words the words that occur in a column of words or states, a few of them at least
 * @param odd cells that are not written as the others
 * @param missing cells without a value; those that are odd among them
 */
record RawColumn(RecordHeading heading, CellKind kind, List<ColumnPage> pages, Set<String> words, int odd,
        int missing) {

    RawColumn {
        words = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(words));
    }

    double get(int row) {
        return Pages.get(pages, row);
    }
}
