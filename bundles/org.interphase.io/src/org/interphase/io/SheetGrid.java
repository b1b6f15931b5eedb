package org.interphase.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The cells of a sheet; a row without cells is not there, a gap of such rows is one blank row. */
final class SheetGrid extends CellGrid {

    /** How a line of the sheet reads as text: tabs between the cells. */
    static final TextLayout LAYOUT = new TextLayout('\t', false);

    private static final int NAME_LIMIT = 1 << 20;

    // what is written in cells that are no numbers; row by row, as most rows have none
    private final Map<Integer, String[]> words = new HashMap<>();
    private int[] byLine = new int[0];

    /** Adds a cell that is no number to the row begun last. */
    void addText(String text) {
        int column = size(rows() - 1);
        if (text.isEmpty()) {
            add(EMPTY, Double.NaN);
            return;
        }
        add(Missing.is(text) ? MISSING : WORD, Double.NaN);
        String[] row = words.get(rows() - 1);
        if (row == null || row.length <= column) {
            row = row == null ? new String[column + 1] : Arrays.copyOf(row, Math.max(column + 1, 2 * row.length));
            words.put(rows() - 1, row);
        }
        row[column] = text;
    }

    /** Ends the row begun last: tells whether it is a comment. */
    void endRow() {
        int row = rows() - 1;
        if (used(row) == 0) {
            markBlank();
        } else if (kind(row, 0) == WORD && TextLayout.isComment(text(row, 0) + "\t")) {
            markComment();
        }
    }

    /** To be called when all rows are there. */
    void finish() {
        int last = rows() == 0 ? 0 : line(rows() - 1);
        byLine = new int[Math.min(last, NAME_LIMIT)];
        Arrays.fill(byLine, -1);
        for (int r = 0; r < rows(); r++) {
            if (line(r) <= byLine.length) {
                byLine[line(r) - 1] = r;
            }
        }
    }

    /** Row of the grid that stands in a row of the sheet (from 0), or -1. */
    int rowAt(int sheetRow) {
        return sheetRow >= 0 && sheetRow < byLine.length ? byLine[sheetRow] : -1;
    }

    /** Number of rows up to the last with a cell. */
    int height() {
        return byLine.length;
    }

    /** A cell as text: words as they are, numbers in full. */
    String text(int row, int column) {
        byte kind = kind(row, column);
        if (kind == NUMBER) {
            return numberText(value(row, column));
        }
        return kind == EMPTY ? "" : words.get(row)[column];
    }

    private static String numberText(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }

    @Override
    List<String> texts(int row) {
        List<String> out = new ArrayList<>(size(row));
        for (int c = 0; c < size(row); c++) {
            out.add(text(row, c));
        }
        return out;
    }

    @Override
    String text(int row) {
        StringBuilder out = new StringBuilder();
        int n = used(row);
        for (int c = 0; c < n; c++) {
            if (c > 0) {
                out.append('\t');
            }
            String t = text(row, c);
            for (int i = 0; i < t.length(); i++) {
                char x = t.charAt(i);
                out.append(x < ' ' ? ' ' : x);
            }
        }
        return out.toString();
    }

    @Override
    TextLayout layout() {
        return LAYOUT;
    }
}
