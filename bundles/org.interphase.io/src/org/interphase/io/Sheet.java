package org.interphase.io;

import java.util.List;
import org.interphase.api.DatasetFormatException;

/** One sheet of a workbook: its cells, and the blocks of columns among them, found as in delimited text. */
public final class Sheet {

    private final String file;
    private final String name;
    private final boolean hidden;
    private final SheetGrid grid;

    Sheet(String file, String name, boolean hidden, SheetGrid grid) {
        this.file = file;
        this.name = name;
        this.hidden = hidden;
        this.grid = grid;
    }

    /** Name on the tab. */
    public String name() {
        return name;
    }

    /** Whether the sheet does not show in the spreadsheet program. */
    public boolean isHidden() {
        return hidden;
    }

    /** Number of rows up to the last that holds a cell. */
    public int height() {
        return grid.height();
    }

    /** Number of columns of a row (from 0) up to the last that holds a cell. */
    public int width(int row) {
        int r = grid.rowAt(row);
        return r < 0 ? 0 : grid.used(r);
    }

    /**
     * A cell as text, row and column from 0: words as they are, numbers in full, dates as ISO dates, truth values as
     * TRUE and FALSE; empty where there is nothing. A formula is its last value.
     */
    public String text(int row, int column) {
        int r = grid.rowAt(row);
        return r < 0 ? "" : grid.text(r, column);
    }

    /** The number in a cell, row and column from 0; NaN where there is none. */
    public double number(int row, int column) {
        int r = grid.rowAt(row);
        return r < 0 ? Double.NaN : grid.value(r, column);
    }

    /** Where a cell is, for messages: {@code sheet 'F1s Scan', cell C20}. */
    public String position(int row, int column) {
        return "sheet '" + name + "', cell " + CellName.of(row, column);
    }

    /**
     * The blocks of rows of numbers with their headings, in order; none if there are none.
     *
     * @throws DatasetFormatException if a row is malformed, naming the cell
     */
    public List<TextBlock> blocks() throws DatasetFormatException {
        return new BlockFinder(file, name, grid, true).find();
    }

    /** The first rows as text, tabs between the cells. */
    void appendText(StringBuilder out) {
        for (int r = 0; r < grid.rows(); r++) {
            out.append(grid.text(r)).append('\n');
        }
    }
}
