package org.interphase.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.interphase.model.Product;

/**
 * A table of reference values, each row with its source. A project may add rows by a file of its own; the runner
 * hands such a table to operations as a product of the dataset, where {@code id} is the same.
 *
 * @param id identifier such as {@code xps.binding-energies}
 * @param title name for people
 * @param columns column names; one of them is "source"
 * @param rows one text per column
 */
public record ReferenceTable(String id, String title, List<String> columns, List<List<String>> rows)
        implements Product {

    /** @throws IllegalArgumentException if a row has another number of cells than columns (naming the row) */
    public ReferenceTable {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns.size()) {
                throw new IllegalArgumentException("row " + (i + 1) + " of " + id + " has " + rows.get(i).size()
                        + " cells instead of " + columns.size());
            }
        }
    }

    /** A row as column name to text. */
    public Map<String, String> row(int index) {
        Map<String, String> out = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            out.put(columns.get(i), rows.get(index).get(i));
        }
        return out;
    }
}
