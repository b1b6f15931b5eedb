package org.interphase.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.parquet.ParquetCells;
import org.interphase.io.parquet.ParquetTable;

/**
 * A Parquet file as a sheet, its headings in the first row, or as text with tabs between the cells: so that whoever
 * reads columns of a text or a workbook reads it too.
 */
public final class ParquetSheet {

    private static final int HEAD_ROWS = 60;
    private static final int CELL_LIMIT = 40_000_000;
    private static final int TEXT_LIMIT = Integer.MAX_VALUE - (1 << 20);

    private ParquetSheet() {
    }

    /** Whether a file says that it is one. */
    public static boolean is(SourceHead head) {
        return head.hasBytes(0, 'P', 'A', 'R', '1');
    }

    /** The sheet, without a name. */
    static Sheet read(Source source, Progress progress) throws IOException {
        SheetGrid grid = new SheetGrid();
        ParquetTable.read(source, Long.MAX_VALUE, names -> {
            grid.startRow(1);
            names.forEach(grid::addText);
            grid.endRow();
            return new GridCells(grid, names.size());
        }, progress);
        grid.finish();
        return new Sheet(source.name(), "", false, grid);
    }

    /** The first rows as text. */
    static String headText(Source source) throws IOException {
        TextCells out = new TextCells();
        ParquetTable.read(source, HEAD_ROWS, out::begin, Progress.none());
        return out.text().toString(StandardCharsets.UTF_8);
    }

    /**
     * The whole table as text, UTF-8.
     *
     * @throws DatasetFormatException if it is damaged, or more text than an array holds
     */
    public static byte[] text(Source source, Progress progress) throws IOException {
        TextCells out = new TextCells();
        ParquetTable.read(source, Long.MAX_VALUE, out::begin, progress);
        return out.text().toByteArray();
    }

    private static final class GridCells implements ParquetCells {
        private final SheetGrid grid;
        private final int most;
        private int row = 1;

        GridCells(SheetGrid grid, int columns) {
            this.grid = grid;
            this.most = CELL_LIMIT / Math.max(1, columns);
        }

        @Override
        public void startRow() {
            row++;
            if (row > most) {
                throw new IllegalArgumentException("more than " + CELL_LIMIT + " cells");
            }
            grid.startRow(row);
        }

        @Override
        public void empty() {
            grid.add(CellGrid.EMPTY, Double.NaN);
        }

        @Override
        public void whole(long value) {
            grid.add(CellGrid.NUMBER, value);
        }

        @Override
        public void number(double value) {
            grid.add(CellGrid.NUMBER, value);
        }

        @Override
        public void word(String text) {
            grid.addText(text);
        }
    }

    private static final class TextCells implements ParquetCells {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final StringBuilder line = new StringBuilder();
        private boolean first = true;

        ParquetCells begin(List<String> names) {
            names.forEach(this::word);
            return this;
        }

        ByteArrayOutputStream text() {
            endLine();
            return out;
        }

        private void endLine() {
            if (!first) {
                byte[] bytes = line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
                if (out.size() > TEXT_LIMIT - bytes.length) {
                    throw new IllegalArgumentException("more than " + TEXT_LIMIT + " bytes as text");
                }
                out.writeBytes(bytes);
                line.setLength(0);
            }
            first = true;
        }

        @Override
        public void startRow() {
            endLine();
        }

        private StringBuilder next() {
            if (!first) {
                line.append('\t');
            }
            first = false;
            return line;
        }

        @Override
        public void empty() {
            next();
        }

        @Override
        public void whole(long value) {
            next().append(value);
        }

        @Override
        public void number(double value) {
            next().append(value);
        }

        @Override
        public void word(String text) {
            StringBuilder b = next();
            for (int i = 0; i < text.length(); i++) {
                b.append(text.charAt(i) < ' ' ? ' ' : text.charAt(i));
            }
        }
    }
}
