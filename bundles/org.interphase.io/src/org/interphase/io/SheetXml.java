package org.interphase.io;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.interphase.api.DatasetFormatException;

/**
 * The cells of a sheet (ECMA-376 part 1, 18.3.1). What the sheet says of its own size is not believed; places without
 * cells before one that stands far out are counted as cells.
 */
final class SheetXml {

    private static final int CELL_LIMIT = 40_000_000;
    private static final int ROW_LIMIT = 1 << 20;
    private static final int COLUMN_LIMIT = 1 << 14;
    private static final int LETTERS = 26;

    private final WorkbookXml xml;
    private final String sheet;
    private final List<String> strings;
    private final CellFormats.Kind[] styles;
    private final boolean from1904;
    private final int mostRows;
    private final SheetGrid grid = new SheetGrid();
    private final StringBuilder content = new StringBuilder();
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
        xml.visit(part, (element, x) -> {
            if (element.equals("row")) {
                startRow(x);
                return grid.rows() <= mostRows;
            }
            if (element.equals("c")) {
                cell(x);
            }
            return !element.equals("mergeCells");
        });
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

    private void startRow(XMLStreamReader x) throws DatasetFormatException {
        String r = x.getAttributeValue(null, "r");
        beginRow(r == null ? row + 1 : index(r, 0) - 1);
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

    private void cell(XMLStreamReader x) throws XMLStreamException, IOException {
        String r = x.getAttributeValue(null, "r");
        String type = x.getAttributeValue(null, "t");
        String style = x.getAttributeValue(null, "s");
        int next = r == null ? column + 1 : columnOf(r);
        if (next <= column || next >= COLUMN_LIMIT || row < 0) {
            throw new DatasetFormatException(xml.file(), "sheet '" + sheet + "'", "cell " + (r == null ? "" : r)
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
        boolean formula = value(x);
        store(type == null ? "n" : type, style, formula);
    }

    /** Reads the value (or inline string) of a cell into the buffer, to the cell's end; whether there is a formula. */
    private boolean value(XMLStreamReader x) throws XMLStreamException {
        content.setLength(0);
        boolean formula = false;
        boolean inValue = false;
        while (true) {
            int event = x.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = x.getLocalName();
                formula |= name.equals("f");
                inValue = name.equals("v");
                if (name.equals("is")) {
                    content.append(WorkbookXml.text(x, "is"));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                inValue = false;
                if (x.getLocalName().equals("c")) {
                    return formula;
                }
            } else if (inValue && (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)) {
                content.append(x.getTextCharacters(), x.getTextStart(), x.getTextLength());
            }
        }
    }

    private void store(String type, String style, boolean formula) throws DatasetFormatException {
        int from = 0;
        int to = content.length();
        while (from < to && content.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && content.charAt(to - 1) <= ' ') {
            to--;
        }
        if (from == to) {
            // a formula that was never calculated has no value
            grid.addText(formula ? "#N/A" : "");
            return;
        }
        switch (type) {
            case "s" -> {
                int i = index(content.substring(from, to), -1);
                if (i >= strings.size()) {
                    throw refused("there is no shared string " + i);
                }
                word(strings.get(i).strip());
            }
            case "b" -> grid.addText(content.charAt(from) == '1' ? "TRUE" : "FALSE");
            case "str" -> word(WorkbookXml.unescaped(content.substring(from, to)));
            case "inlineStr", "d" -> word(content.substring(from, to));
            case "e" -> grid.addText(Missing.is(content.substring(from, to)) ? content.substring(from, to) : "#N/A");
            default -> number(from, to, style);
        }
    }

    /** A text; one that is written as a number in the dialect-free way (decimal point) is a number. */
    private void word(String text) {
        double v = Numeral.parse(text, 0, text.length(), false, Numeral.UNGROUPED);
        if (Double.isNaN(v)) {
            grid.addText(text);
        } else {
            grid.add(CellGrid.NUMBER, v);
        }
    }

    private void number(int from, int to, String style) throws DatasetFormatException {
        double v = Numeral.parse(content, from, to, false, Numeral.UNGROUPED);
        if (Double.isNaN(v)) {
            String text = content.substring(from, to);
            if (!Missing.is(text)) {
                throw refused("'" + text + "' is no number");
            }
            grid.addText(text);
            return;
        }
        CellFormats.Kind kind = CellFormats.Kind.NUMBER;
        if (style != null) {
            int s = index(style, -1);
            kind = s < styles.length ? styles[s] : kind;
        }
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

    private int index(String digits, int above) throws DatasetFormatException {
        try {
            int v = Integer.parseInt(digits);
            if (v > above) {
                return v;
            }
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(xml.file(), place(), "'" + digits + "' is no index", e);
        }
        throw refused("the index " + digits + " is out of range");
    }

    private int columnOf(String reference) throws DatasetFormatException {
        int c = 0;
        int i = 0;
        for (; i < reference.length() && c <= COLUMN_LIMIT; i++) {
            char x = reference.charAt(i);
            int letter = x >= 'A' && x <= 'Z' ? x - 'A' : x >= 'a' && x <= 'z' ? x - 'a' : -1;
            if (letter < 0) {
                break;
            }
            c = c * LETTERS + letter + 1;
        }
        int r = 0;
        for (int k = i; k < reference.length() && r <= ROW_LIMIT; k++) {
            int digit = reference.charAt(k) - '0';
            r = digit < 0 || digit > 9 ? ROW_LIMIT + 1 : r * 10 + digit;
        }
        if (c < 1 || c > COLUMN_LIMIT || r < 1 || r > ROW_LIMIT) {
            throw new DatasetFormatException(xml.file(), "sheet '" + sheet + "'", "'" + reference
                    + "' names no cell");
        }
        if (r - 1 != row) {
            beginRow(r - 1);
        }
        return c - 1;
    }
}
