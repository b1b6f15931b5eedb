package org.interphase.electro.reader;

import org.interphase.api.DatasetFormatException;
import org.interphase.api.SourceHead;

/** Lines and numbers of instrument text files. */
public final class InstrumentText {

    private InstrumentText() {
    }

    /** Splits text at any line end. */
    public static String[] of(String text) {
        return text.split("\r\n|\n|\r", -1);
    }

    /** The first lines of a file for {@code confidence()}. */
    public static String[] head(SourceHead head) {
        return head.isText() ? of(head.text()) : new String[] {""};
    }

    /**
     * A number with decimal point or comma; an empty field and a row of X (not measured) are NaN.
     *
     * @throws DatasetFormatException naming line and column
     */
    public static double number(String file, int line, String column, String field) throws DatasetFormatException {
        String f = field.strip();
        if (isMissing(f)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(f.indexOf(',') >= 0 ? f.replace(',', '.') : f);
        } catch (NumberFormatException e) {
            throw new DatasetFormatException(file, "line " + line + ", column '" + column.strip() + "'",
                    "'" + f + "' is no number", e);
        }
    }

    private static boolean isMissing(String f) {
        int i = 0;
        while (i < f.length() && f.charAt(i) == 'X') {
            i++;
        }
        return i == f.length();
    }

    /** A number with decimal point or comma, or NaN. */
    public static double numberOrNaN(String field) {
        try {
            return Double.parseDouble(field.strip().replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
