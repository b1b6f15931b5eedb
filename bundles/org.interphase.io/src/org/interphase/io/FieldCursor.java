package org.interphase.io;

/** Walks over the fields of one line (or of one record, where a quoted field holds line breaks). */
final class FieldCursor {

    private final String text;
    private final int end;
    private final char delimiter;
    private final boolean blanks;
    private int at;
    private boolean more = true;
    private int from;
    private int to;
    private boolean quoted;
    private boolean open;

    FieldCursor(String text, int start, int end, char delimiter) {
        this.text = text;
        this.at = start;
        this.end = end;
        this.delimiter = delimiter;
        this.blanks = delimiter == ' ';
    }

    /** Goes to the next field; false behind the last. */
    boolean next() {
        if (!more) {
            return false;
        }
        while (at < end && (text.charAt(at) == ' ' || blanks && text.charAt(at) == '\t')) {
            at++;
        }
        quoted = false;
        if (at >= end) {
            more = false;
            from = end;
            to = end;
            return !blanks;
        }
        if (text.charAt(at) == '"') {
            int close = closingQuote(text, at + 1, end);
            if (close > 0) {
                quoted = true;
                from = at + 1;
                to = close;
                trim();
                at = close + 1;
                skipToDelimiter();
                return true;
            }
            open = true;
        }
        from = at;
        while (at < end && !isDelimiter(text.charAt(at))) {
            at++;
        }
        to = at;
        trim();
        skipToDelimiter();
        return true;
    }

    private void skipToDelimiter() {
        while (at < end && !isDelimiter(text.charAt(at))) {
            at++;
        }
        if (at < end) {
            at++;
        } else {
            more = false;
        }
    }

    private void trim() {
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
    }

    private boolean isDelimiter(char c) {
        return c == delimiter || blanks && c == '\t';
    }

    static boolean isBlank(char c) {
        return c <= ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f' || c == '\ufeff' || c == '\u0085'
                || c == '\u3000';
    }

    static int closingQuote(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text.charAt(i) == '"') {
                if (i + 1 < end && text.charAt(i + 1) == '"') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    /** First character of the field. */
    int from() {
        return from;
    }

    /** Behind the last character of the field. */
    int to() {
        return to;
    }

    /** Whether some field so far began with a quote that nothing closes. */
    boolean isOpen() {
        return open;
    }

    /** The field, doubled quotes undone, line breaks made blanks. */
    String text() {
        String t = text.substring(from, to);
        return quoted ? t.replace("\"\"", "\"").replaceAll("\\R", " ") : t;
    }
}
