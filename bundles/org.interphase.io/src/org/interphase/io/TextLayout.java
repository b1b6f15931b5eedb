package org.interphase.io;

import java.util.ArrayList;
import java.util.List;

/**
 * How rows of a delimited text are written.
 *
 * @param delimiter character between fields; a blank stands for any run of blanks and tabs
 * @param decimalComma whether numbers are written with a decimal comma
 * @param grouping mark between groups of three digits: point, comma, blank (any kind of), apostrophe; 0 for none
 */
public record TextLayout(char delimiter, boolean decimalComma, char grouping) {

    /** A layout without marks between groups of digits. */
    public TextLayout(char delimiter, boolean decimalComma) {
        this(delimiter, decimalComma, Numeral.UNGROUPED);
    }

    /**
     * The layout under which most fields of the lines are numbers in rows of one length. Without any such row blanks
     * are taken for delimiters.
     */
    public static TextLayout detect(List<String> lines) {
        return Dialect.of(lines).layout();
    }

    /** Splits a line into fields, blanks around them removed; a field in double quotes may hold the delimiter. */
    public List<String> split(String line) {
        List<String> out = new ArrayList<>();
        FieldCursor cursor = new FieldCursor(line, 0, line.length(), delimiter);
        while (cursor.next()) {
            out.add(cursor.text());
        }
        return out;
    }

    /** Whether a line is marked as comment by {@code #}, {@code %}, {@code !} or {@code //} at its beginning. */
    public static boolean isComment(String line) {
        return isComment(line, 0, line.length());
    }

    static boolean isComment(String text, int from, int to) {
        int i = from;
        while (i < to && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        if (i >= to) {
            return false;
        }
        char c = text.charAt(i);
        // an error of a spreadsheet (#N/A, #DIV/0!) at the beginning of a row is no mark of a comment
        return c == '#' && !startsWithError(text, i, to) || c == '%' || c == '!'
                || c == '/' && i + 1 < to && text.charAt(i + 1) == '/';
    }

    private static boolean startsWithError(String text, int from, int to) {
        int end = from + 1;
        while (end < to && "!?ABCDEFGHIJKLMNOPQRSTUVWXYZ/0".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end - from > 2 && (end == to || ",;\t| ".indexOf(text.charAt(end)) >= 0)
                && Missing.is(text.substring(from, end));
    }

    /** A comment line without its mark, other lines as they are. */
    public static String uncomment(String line) {
        if (!isComment(line)) {
            return line;
        }
        String t = line.stripLeading();
        char mark = t.charAt(0);
        int i = 0;
        while (i < t.length() && (t.charAt(i) == mark || mark != '/' && "#%!".indexOf(t.charAt(i)) >= 0)) {
            i++;
        }
        if (i < t.length() && Character.isWhitespace(t.charAt(i))) {
            i++;
        }
        return t.substring(i);
    }

    /** Whether a field stands for a missing value: empty, NaN, NA, n/a, null, dashes, an error of a spreadsheet. */
    public static boolean isMissing(String field) {
        return Missing.is(field);
    }

    /** Whether a field is a finite number in this layout. */
    public boolean isNumber(String field) {
        return !Double.isNaN(Numeral.parse(field, 0, field.length(), decimalComma, grouping));
    }

    /**
     * The number in a field for which {@link #isNumber} holds; NaN for a missing value.
     *
     * @throws NumberFormatException if it is neither
     */
    public double number(String field) {
        double value = Numeral.parse(field, 0, field.length(), decimalComma, grouping);
        if (Double.isNaN(value) && !isMissing(field)) {
            throw new NumberFormatException("'" + field + "' is no number");
        }
        return value;
    }
}
