package org.interphase.io;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;

/** The cells of one sheet of Excel 97 to 2003 from its records, in whatever order they come. */
final class BiffCells {

    private static final int NUMBER = 0x203;
    private static final int RK = 0x27e;
    private static final int MANY_RK = 0xbd;
    private static final int SHARED = 0xfd;
    private static final int LABEL = 0x204;
    private static final int RICH = 0xd6;
    private static final int FORMULA = 0x6;
    private static final int STRING = 0x207;
    private static final int TRUTH = 0x205;
    private static final int NO_NUMBER = 0xffff;
    private static final String ERROR = "#N/A";
    private static final int COLUMNS = 256;

    private final String file;
    private final String sheet;
    private final List<String> strings;
    private final int mostRows;
    private final List<Cell> cells = new ArrayList<>();
    private boolean ordered = true;
    private Cell formula;

    /** What a number of a style is where it is a date; empty where it is a number. */
    interface Dates {
        String text(double value, int style);
    }

    /** A cell: its place, its number with its style, or a text. */
    private record Cell(int row, int column, double number, int style, String text) {

        int place() {
            return row * COLUMNS + column;
        }
    }

    /** Cells of the first rows only, for a look at the headings. */
    BiffCells(String file, String sheet, List<String> strings, int mostRows) {
        this.file = file;
        this.sheet = sheet;
        this.strings = strings;
        this.mostRows = mostRows;
    }

    /** Takes the cells of a record, if it holds any. */
    void take(BiffRecords r) throws DatasetFormatException {
        switch (r.type()) {
            case NUMBER -> {
                int row = r.u16();
                int column = r.u16();
                int style = r.u16();
                add(new Cell(row, column, r.f64(), style, null));
            }
            case RK -> rk(r, r.u16(), r.u16());
            case MANY_RK -> {
                int row = r.u16();
                int column = r.u16();
                while (r.left() >= 8) {
                    rk(r, row, column++);
                }
            }
            case SHARED -> {
                int row = r.u16();
                int column = r.u16();
                r.skip(2);
                int i = r.i32();
                if (i < 0 || i >= strings.size()) {
                    throw new DatasetFormatException(file, "sheet '" + sheet + "', cell " + CellName.of(row, column),
                            "there is no shared string " + i);
                }
                add(word(row, column, strings.get(i)));
            }
            case LABEL, RICH -> {
                int row = r.u16();
                int column = r.u16();
                r.skip(2);
                add(word(row, column, r.string(r.u16())));
            }
            case TRUTH -> {
                int row = r.u16();
                int column = r.u16();
                r.skip(2);
                boolean is = r.u8() == 1;
                add(word(row, column, r.u8() == 1 ? ERROR : is ? "TRUE" : "FALSE"));
            }
            case FORMULA -> formula(r);
            case STRING -> {
                if (formula != null) {
                    add(word(formula.row, formula.column, r.string(r.u16())));
                    formula = null;
                }
            }
            default -> {
                // widths, looks, comments
            }
        }
    }

    /** A number of 30 bits ([MS-XLS] 2.5.217): a whole one, or the upper bits of a double; perhaps hundredths. */
    private void rk(BiffRecords r, int row, int column) throws DatasetFormatException {
        int style = r.u16();
        int bits = r.i32();
        double v = (bits & 2) != 0 ? bits >> 2 : Double.longBitsToDouble((bits & 0xfffffffcL) << 32);
        add(new Cell(row, column, (bits & 1) != 0 ? v / 100 : v, style, null));
    }

    /** The last value of a formula ([MS-XLS] 2.5.133); a text follows in a record of its own. */
    private void formula(BiffRecords r) throws DatasetFormatException {
        int row = r.u16();
        int column = r.u16();
        int style = r.u16();
        double v = r.f64();
        long bits = Double.doubleToRawLongBits(v);
        formula = null;
        if (bits >>> 48 != NO_NUMBER) {
            add(new Cell(row, column, v, style, null));
            return;
        }
        switch ((int) (bits & 0xff)) {
            case 0 -> formula = new Cell(row, column, Double.NaN, 0, "");
            case 1 -> add(word(row, column, (bits >>> 16 & 0xff) == 1 ? "TRUE" : "FALSE"));
            case 2 -> add(word(row, column, ERROR));
            default -> {
                // an empty text
            }
        }
    }

    private static Cell word(int row, int column, String text) {
        String t = text.strip();
        double v = Numeral.parse(t, 0, t.length(), false, Numeral.UNGROUPED);
        return new Cell(row, column, v, -1, Double.isNaN(v) ? t : null);
    }

    private void add(Cell c) throws DatasetFormatException {
        if (c.column >= COLUMNS) {
            throw new DatasetFormatException(file, "sheet '" + sheet + "', row " + (c.row + 1), "column "
                    + (c.column + 1) + " is more than the 256 a sheet of this format has");
        }
        if (c.row < mostRows) {
            ordered = ordered && (cells.isEmpty() || cells.get(cells.size() - 1).place() < c.place());
            cells.add(c.text == null && !Double.isFinite(c.number) ? word(c.row, c.column, ERROR) : c);
        }
    }

    /** The cells row by row; of two at one place the later counts. */
    SheetGrid grid(Dates dates) {
        if (!ordered) {
            cells.sort((a, b) -> Integer.compare(a.place(), b.place()));
        }
        SheetGrid grid = new SheetGrid();
        int row = -1;
        int column = -1;
        for (int i = 0; i < cells.size(); i++) {
            Cell c = cells.get(i);
            if (i + 1 < cells.size() && cells.get(i + 1).place() == c.place()) {
                continue;
            }
            if (c.row != row) {
                if (row >= 0) {
                    grid.endRow();
                }
                if (c.row > row + 1) {
                    grid.startRow(row + 2);
                    grid.markBlank();
                }
                grid.startRow(c.row + 1);
                row = c.row;
                column = -1;
            }
            for (int k = column + 1; k < c.column; k++) {
                grid.add(CellGrid.EMPTY, Double.NaN);
            }
            column = c.column;
            put(grid, c, dates);
        }
        if (row >= 0) {
            grid.endRow();
        }
        grid.finish();
        return grid;
    }

    private static void put(SheetGrid grid, Cell c, Dates dates) {
        if (c.text != null) {
            grid.addText(c.text);
            return;
        }
        String date = c.style < 0 ? "" : dates.text(c.number, c.style);
        if (date.isEmpty()) {
            grid.add(CellGrid.NUMBER, c.number);
        } else {
            grid.addText(date);
        }
    }
}
