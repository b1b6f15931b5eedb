package org.interphase.io;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetFormatException;

/**
 * The cells of a sheet (ECMA-376 part 1, 18.3.1). What the sheet says of its own size is not believed; places without
 * cells before one that stands far out are counted as cells.
 */
final class SheetXml {

    private static final int CELL_LIMIT = 40_000_000;
    private static final int ROW_LIMIT = 1 << 20;
    private static final int COLUMN_LIMIT = 1 << 14;

    private final WorkbookXml xml;
    private final String sheet;
    private final List<String> strings;
    private final CellFormats.Kind[] styles;
    private final boolean from1904;
    private final int mostRows;
    private final SheetGrid grid = new SheetGrid();
    private XmlScanner x;
    private int row = -1;
    private int column = -1;
    private int cells;

    /** Bounds what is read: all rows, or the first ones for a look at the headings. */
    SheetXml(WorkbookXml xml, String sheet, List<String> strings, CellFormats.Kind[] styles, boolean from1904,
            int mostRows) {
        this.xml = xml;
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
        this.mostRows = mostRows;
    }

    SheetGrid read(String part) throws IOException {
        x = xml.scanner(part, mostRows < ROW_LIMIT);
        XmlScanner.Event event = x.next();
        while (event != XmlScanner.Event.DONE && grid.rows() <= mostRows) {
            if (event == XmlScanner.Event.START) {
                if (x.is("c")) {
                    cell();
                } else if (x.is("row")) {
                    startRow();
                }
            }
            event = x.next();
        }
        if (row >= 0) {
            grid.endRow();
        }
        grid.finish();
        return grid;
    }

    private String place() {
        return "sheet '" + sheet + "', cell " + CellName.of(Math.max(0, row), Math.max(0, column));
    }

    private DatasetFormatException refused(String reason) {
        return new DatasetFormatException(xml.file(), place(), reason);
    }

    private void startRow() throws DatasetFormatException {
        int r = x.number("r");
        if (r == -2 || r == 0) {
            throw new DatasetFormatException(xml.file(), "sheet '" + sheet + "'", "'" + x.attribute("r")
                    + "' is no number of a row");
        }
        beginRow(r < 0 ? row + 1 : r - 1);
    }

    private void beginRow(int next) throws DatasetFormatException {
        if (next <= row || next >= ROW_LIMIT) {
            throw new DatasetFormatException(xml.file(), "sheet '" + sheet + "'", "row " + (next + 1)
                    + " does not follow row " + (row + 1));
        }
        if (row >= 0) {
            grid.endRow();
            if (next > row + 1) {
                grid.startRow(row + 2);
                grid.markBlank();
            }
        }
        row = next;
        column = -1;
        grid.startRow(row + 1);
        if ((row & 1023) == 0) {
            xml.progress().checkCancelled();
        }
    }

    private void cell() throws DatasetFormatException {
        long r = x.cell("r", COLUMN_LIMIT, ROW_LIMIT);
        if (r == -2) {
            throw new DatasetFormatException(xml.file(), "sheet '" + sheet + "'", "'" + x.attribute("r")
                    + "' names no cell");
        }
        if (r >= 0 && (int) (r >> 16) != row) {
            beginRow((int) (r >> 16));
        }
        int next = r < 0 ? column + 1 : (int) (r & 0xffff);
        if (next <= column || next >= COLUMN_LIMIT || row < 0) {
            throw new DatasetFormatException(xml.file(), "sheet '" + sheet + "'", "cell " + x.attribute("r")
                    + " is out of order, or outside every row or column");
        }
        cells += next - column;
        if (cells > CELL_LIMIT) {
            throw refused("the cells of the sheet spread over more than " + CELL_LIMIT + " places");
        }
        for (int c = column + 1; c < next; c++) {
            grid.add(CellGrid.EMPTY, Double.NaN);
        }
        column = next;
        String type = x.attribute("t");
        int style = x.number("s");
        if (style == -2) {
            throw refused("'" + x.attribute("s") + "' is no index of a style");
        }
        value(type == null ? "n" : type, style);
    }

    /** Reads a cell to its end and stores its value (or inline string). */
    private void value(String type, int style) throws DatasetFormatException {
        boolean formula = false;
        boolean inValue = false;
        String text = "";
        double number = Double.NaN;
        int texts = 0;
        while (true) {
            switch (x.next()) {
                case START -> {
                    formula |= x.is("f");
                    inValue = x.is("v");
                    if (x.is("is")) {
                        text = WorkbookXml.string(x, "is");
                    }
                }
                case END -> {
                    inValue = false;
                    if (x.is("c")) {
                        if (texts == 1 && !Double.isNaN(number)) {
                            number(number, style);
                        } else {
                            store(type, text.strip(), formula, style);
                        }
                        return;
                    }
                }
                case TEXT -> {
                    if (inValue) {
                        number = type.equals("n") && texts == 0 ? x.number() : Double.NaN;
                        text = Double.isNaN(number) ? text + x.text() : text;
                        texts++;
                    }
                }
                default -> {
                    return;
                }
            }
        }
    }

    private void store(String type, String text, boolean formula, int style) throws DatasetFormatException {
        if (text.isEmpty()) {
            // a formula that was never calculated has no value
            grid.addText(formula ? "#N/A" : "");
            return;
        }
        switch (type) {
            case "s" -> {
                int i = index(text);
                if (i >= strings.size()) {
                    throw refused("there is no shared string " + i);
                }
                word(strings.get(i).strip());
            }
            case "b" -> grid.addText(text.equals("1") || text.equals("true") ? "TRUE" : "FALSE");
            case "str" -> word(WorkbookXml.unescaped(text));
            case "inlineStr", "d" -> word(text);
            case "e" -> grid.addText(Missing.is(text) ? text : "#N/A");
            default -> {
                double v = Numeral.parse(text, 0, text.length(), false, Numeral.UNGROUPED);
                if (!Double.isNaN(v)) {
                    number(v, style);
                } else if (Missing.is(text)) {
                    grid.addText(text);
                } else {
                    throw refused("'" + text + "' is no number");
                }
            }
        }
    }

    /** A text; one that is written as a number with a decimal point is a number. */
    private void word(String text) {
        double v = Numeral.parse(text, 0, text.length(), false, Numeral.UNGROUPED);
        if (Double.isNaN(v)) {
            grid.addText(text);
        } else {
            grid.add(CellGrid.NUMBER, v);
        }
    }

    private void number(double v, int style) {
        CellFormats.Kind kind = style >= 0 && style < styles.length ? styles[style] : CellFormats.Kind.NUMBER;
        String date = switch (kind) {
            case NUMBER -> "";
            case DATE -> CellFormats.date(v, from1904);
            case DURATION -> CellFormats.duration(v);
        };
        if (date.isEmpty()) {
            grid.add(CellGrid.NUMBER, v);
        } else {
            grid.addText(date);
        }
    }

    private int index(String digits) throws DatasetFormatException {
        try {
            int v = Integer.parseInt(digits);
            if (v >= 0) {
                return v;
            }
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(xml.file(), place(), "'" + digits + "' is no index", e);
        }
        throw refused("the index " + digits + " is out of range");
    }
}
