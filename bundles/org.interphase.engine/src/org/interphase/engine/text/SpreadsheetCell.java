package org.interphase.engine.text;

/** Texts as cells of tables that spreadsheet programs open or paste. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {
    }

    /** The text with an apostrophe before it if a spreadsheet would take it for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /**
     * A text cell made harmless, and quoted (RFC 4180) where it holds a quote, an end of a line or what stands between
     * cells.
     */
    public static String of(String text, String separator) {
        String safe = harmless(text);
        boolean plain = !safe.contains(separator) && safe.chars().noneMatch(c -> c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
