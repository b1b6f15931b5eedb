package org.interphase.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Named columns of equal length: an impedance spectrum, a cycling record, a voltammogram.
 *
 * @param header name, kind, metadata, products
 * @param columns at least one; names are unique
 */
public record Table(DatasetHeader header, List<Column> columns) implements Dataset {

    /** @throws IllegalArgumentException if there is no column, lengths differ, or a name occurs twice */
    public Table {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("table '" + header.name() + "' has no columns");
        }
        int rows = columns.get(0).size();
        for (Column c : columns) {
            if (c.size() != rows) {
                throw new IllegalArgumentException("column '" + c.name() + "' has " + c.size() + " rows, '"
                        + columns.get(0).name() + "' " + rows);
            }
        }
        if (columns.stream().map(Column::name).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("table '" + header.name() + "' has two columns of one name");
        }
    }

    /** Number of rows. */
    public int rows() {
        return columns.get(0).size();
    }

    /** The column of this name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    /** The same table with a column added or replaced. */
    public Table with(Column column) {
        List<Column> all = new ArrayList<>(columns);
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).name().equals(column.name())) {
                all.set(i, column);
                return new Table(header, all);
            }
        }
        all.add(column);
        return new Table(header, all);
    }

    @Override
    public Table withHeader(DatasetHeader other) {
        return new Table(other, columns);
    }

    /** The same table with one product more. */
    public Table with(Product product) {
        return withHeader(header.with(product));
    }

    @Override
    public String shape() {
        return "table";
    }

    @Override
    public long points() {
        return rows();
    }
}
