package org.interphase.io;

import java.util.Arrays;
import java.util.List;

/**
 * The cells of a delimited text, found in one pass over its characters. A field in quotes may go over several lines if
 * its closing quote is followed by a delimiter or the end of a line.
 */
final class TextGrid extends CellGrid {

    private static final int LONGEST_QUOTE = 4000;

    private final String text;
    private final TextLayout layout;
    private int[] from = new int[256];
    private int[] to = new int[256];
    private int doubtful;

    private TextGrid(String text, TextLayout layout) {
        this.text = text;
        this.layout = layout;
    }

    static TextGrid of(String text, TextLayout layout) {
        TextGrid grid = new TextGrid(text, layout);
        int n = text.length();
        int line = 1;
        int at = 0;
        int quote = text.indexOf('"');
        while (at < n) {
            int end = lineEnd(text, at, n);
            int lines = 1;
            quote = quote >= 0 && quote < at ? text.indexOf('"', at) : quote;
            if (quote >= 0 && quote < end) {
                int longer = grid.quotedEnd(at, end, n);
                for (int i = end; i < longer; i++) {
                    char c = text.charAt(i);
                    lines += c == '\n' || c == '\r' && text.charAt(i + 1) != '\n' ? 1 : 0;
                }
                end = longer;
            }
            grid.record(line, at, end);
            line += lines;
            at = end + 1;
            if (at < n && text.charAt(end) == '\r' && text.charAt(at) == '\n') {
                at++;
            }
        }
        return grid;
    }

    private static int lineEnd(String text, int from, int n) {
        int i = from;
        while (i < n && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    /** End of the record whose line ends here: further down if a quoted field goes on over the end of the line. */
    private int quotedEnd(int start, int lineEnd, int n) {
        int end = lineEnd;
        while (end < n && isOpen(start, end)) {
            int limit = Math.min(n, lineEnd + LONGEST_QUOTE);
            int close = text.indexOf('"', end);
            while (close >= 0 && close + 1 < limit && text.charAt(close + 1) == '"') {
                close = text.indexOf('"', close + 2);
            }
            if (close < 0 || close >= limit || !isFieldEnd(close + 1, n)) {
                return lineEnd;
            }
            end = lineEnd(text, close, n);
        }
        return end;
    }

    private boolean isFieldEnd(int at, int n) {
        int i = at;
        while (i < n && text.charAt(i) == ' ') {
            i++;
        }
        return i >= n || text.charAt(i) == layout.delimiter() || text.charAt(i) == '\n' || text.charAt(i) == '\r'
                || layout.delimiter() == ' ' && (i > at || text.charAt(i) == '\t');
    }

    private boolean isOpen(int start, int end) {
        FieldCursor c = new FieldCursor(text, start, end, layout.delimiter());
        while (c.next()) {
            continue;
        }
        return c.isOpen();
    }

    private void record(int line, int start, int end) {
        int row = rows();
        if (row == from.length) {
            from = Arrays.copyOf(from, row + (row >> 1));
            to = Arrays.copyOf(to, row + (row >> 1));
        }
        from[row] = start;
        to[row] = end;
        startRow(line);
        int i = start;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i == end) {
            markBlank();
        } else if (TextLayout.isComment(text, i, end)) {
            markComment();
        }
        FieldCursor c = new FieldCursor(text, start, end, layout.delimiter());
        while (c.next()) {
            cell(c.from(), c.to());
        }
    }

    private void cell(int a, int b) {
        if (a >= b) {
            add(EMPTY, Double.NaN);
            return;
        }
        char first = text.charAt(a);
        // letters begin no number
        double value = first > '9' && first < '\u2010' ? Double.NaN
                : Numeral.parse(text, a, b, layout.decimalComma(), layout.grouping());
        if (!Double.isNaN(value)) {
            add(NUMBER, value);
        } else if (Missing.is(text.subSequence(a, b))) {
            add(MISSING, Double.NaN);
        } else {
            add(WORD, Double.NaN);
            doubtful += first <= '9' && isMarks(a, b) ? 1 : 0;
        }
    }

    /** Whether a word is made of what numbers of some dialect are made of. */
    private boolean isMarks(int a, int b) {
        for (int i = a; i < b; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && ".,'+-eE \u00a0\u2009\u202f\u2019\u2212".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** How many words look like numbers of another dialect. */
    int doubtful() {
        return doubtful;
    }

    @Override
    List<String> texts(int row) {
        return layout.split(text(row));
    }

    @Override
    String text(int row) {
        return text.substring(from[row], to[row]);
    }

    @Override
    TextLayout layout() {
        return layout;
    }
}
