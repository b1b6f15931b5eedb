package org.interphase.technique.battery.reader;

import java.util.List;
import java.util.Optional;

/**
 * A table as a file holds it.
 *
 * @param file name of the file
 * @param part name of the sheet; empty in a text
 * @param columns the columns
 * @param rows number of rows
 * @param notes what happened to rows
 */
record RawTable(String file, String part, List<RawColumn> columns, int rows, RowNotes notes) {

    RawTable {
        columns = List.copyOf(columns);
    }

    /** The first column of a role that holds numbers. */
    Optional<RawColumn> column(RecordRole role) {
        return columns.stream().filter(c -> c.kind() != CellKind.WORD)
                .filter(c -> c.heading().role().filter(r -> r == role).isPresent()).findFirst();
    }

    /** Where the table stands, for messages. */
    String place() {
        return part.isEmpty() ? "" : "sheet '" + part + "'";
    }
}
