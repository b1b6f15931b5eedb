package org.interphase.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.io.parquet.ParquetCells;
import org.interphase.io.parquet.ParquetTable;

/** Rows of the Parquet files in a folder, one after the other. */
final class ParquetRows {

    private static final String DONE = "_SUCCESS";
    // a piece with this behind its name stands in its place
    private static final String AGAIN = "b";

    private ParquetRows() {
    }

    /** Takes a row; it is valid until the call returns. */
    @FunctionalInterface
    interface Taker {
        /** A row. */
        void row(Row row) throws IOException;
    }

    /** A row. */
    static final class Row {

        private final String file;
        private final List<String> names;
        private final Object[] cells;

        private Row(String file, List<String> names) {
            this.file = file;
            this.names = names;
            this.cells = new Object[names.size()];
        }

        private Object cell(String column) throws IOException {
            int at = names.indexOf(column);
            if (at < 0) {
                throw new DatasetFormatException(file, "", "there is no column '" + column + "': these results are of "
                        + "another version of the program");
            }
            return cells[at];
        }

        boolean isEmpty(String column) throws IOException {
            return cell(column) == null;
        }

        /** Words; empty if there are none. */
        String text(String column) throws IOException {
            Object cell = cell(column);
            return cell == null ? "" : cell.toString();
        }

        /** A number; NaN if there is none. */
        double number(String column) throws IOException {
            return cell(column) instanceof Number n ? n.doubleValue() : Double.NaN;
        }

        /** A whole number. */
        long whole(String column) throws IOException {
            if (cell(column) instanceof Number n) {
                return n.longValue();
            }
            throw new DatasetFormatException(file, "", "column '" + column + "' has a row without a number");
        }
    }

    /** Names of the folders in a folder that were written to their end and not again. */
    static List<String> pieces(Path folder) throws IOException {
        Predicate<String> whole = name -> Files.exists(folder.resolve(name).resolve(DONE));
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(p -> p.getFileName().toString()).filter(whole).filter(n -> !whole.test(n + AGAIN)).sorted()
                    .toList();
        }
    }

    /**
     * Reads all rows of the files in a folder, by name of the file.
     *
     * @throws IOException if one cannot be read, or a row says what cannot be
     */
    static void read(Path folder, Taker taker) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
        }
        for (Path file : files) {
            Cells[] cells = new Cells[1];
            ParquetTable.read(Source.of(file), Long.MAX_VALUE, names -> {
                cells[0] = new Cells(new Row(file.getFileName().toString(), names), taker);
                return cells[0];
            }, Progress.none());
            cells[0].end();
        }
    }

    /** Gathers cells to rows. */
    private static final class Cells implements ParquetCells {

        private final Row row;
        private final Taker taker;
        // most words stand in many rows
        private final Map<String, String> words = new HashMap<>();
        private int at = -1;
        // the reader of the file would take an exception for damage
        private IOException failure;

        Cells(Row row, Taker taker) {
            this.row = row;
            this.taker = taker;
        }

        private void pass() {
            if (at >= 0 && failure == null) {
                try {
                    taker.row(row);
                } catch (IOException e) {
                    failure = e;
                } catch (IllegalArgumentException | DateTimeException e) {
                    failure = new DatasetFormatException(row.file, "", e.getMessage(), e);
                }
            }
        }

        void end() throws IOException {
            pass();
            if (failure != null) {
                throw failure;
            }
        }

        private void put(Object cell) {
            row.cells[at++] = cell;
        }

        @Override
        public void startRow() {
            pass();
            at = 0;
        }

        @Override
        public void empty() {
            put(null);
        }

        @Override
        public void whole(long value) {
            put(value);
        }

        @Override
        public void number(double value) {
            put(value);
        }

        @Override
        public void word(String text) {
            put(words.computeIfAbsent(text, w -> w));
        }
    }
}
