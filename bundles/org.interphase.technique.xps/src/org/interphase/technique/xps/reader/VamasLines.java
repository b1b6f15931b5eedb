package org.interphase.technique.xps.reader;

import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.io.DelimitedText;

/** The lines of a VAMAS file, taken one after the other by name, so that every error names line and field. */
final class VamasLines {

    /** Values from here on stand for "not known" (ISO 14976). */
    private static final double UNKNOWN = 1e36;

    private final String file;
    private final List<String> lines;
    private final boolean endsWithLine;
    private int next;

    VamasLines(String file, String text) {
        this.file = file;
        this.lines = DelimitedText.lines(text);
        this.endsWithLine = text.endsWith("\n") || text.endsWith("\r");
    }

    /** Passes over blank lines. */
    void skipBlank() {
        // some exports end in the end-of-file mark of old systems
        while (next < lines.size() && lines.get(next).replace('\u001a', ' ').isBlank()) {
            next++;
        }
    }

    /** The next line without taking it; empty at the end. */
    String ahead() {
        return next < lines.size() ? lines.get(next).strip() : "";
    }

    /** Number, from 1, of the next line. */
    int lineAhead() {
        return next + 1;
    }

    /** Whether everything taken so far was ended by a line break, so that the last line cannot have been cut. */
    boolean isTakenWhole() {
        return next < lines.size() || endsWithLine;
    }

    /** Number of lines not yet taken. */
    int left() {
        return lines.size() - next;
    }

    String text(String field) throws DatasetFormatException {
        if (next >= lines.size()) {
            throw new DatasetFormatException(file, "line " + (lines.size() + 1) + ", field '" + field + "'",
                    "the file ends here; it is cut short");
        }
        return lines.get(next++).strip();
    }

    /** A number; NaN where the file says it is not known. */
    double number(String field) throws DatasetFormatException {
        double v = required(field);
        return Math.abs(v) >= UNKNOWN ? Double.NaN : v;
    }

    /** A number that must be known. */
    double known(String field) throws DatasetFormatException {
        double v = number(field);
        if (Double.isNaN(v)) {
            throw error(field, "'" + lines.get(next - 1).strip() + "' stands for an unknown value, but one is needed");
        }
        return v;
    }

    private double required(String field) throws DatasetFormatException {
        String t = text(field);
        double v;
        try {
            v = Double.parseDouble(t);
        } catch (NumberFormatException e) {
            throw error(field, "'" + shortened(t) + "' is no number");
        }
        if (!Double.isFinite(v) || t.endsWith("f") || t.endsWith("d")) {
            throw error(field, "'" + shortened(t) + "' is no number");
        }
        return v;
    }

    int integer(String field) throws DatasetFormatException {
        double v = required(field);
        if (v != Math.rint(v) || Math.abs(v) > 2e9) {
            throw error(field, "'" + lines.get(next - 1).strip() + "' is no whole number");
        }
        return (int) v;
    }

    /** A number of things, each of which takes at least a number of lines: more than the file holds is an error. */
    int count(String field, int linesEach) throws DatasetFormatException {
        int n = integer(field);
        if (n < 0 || (long) n * linesEach > left()) {
            throw error(field, n + " are announced, but " + left() + " lines are left in the file");
        }
        return n;
    }

    DatasetFormatException error(String field, String reason) {
        return new DatasetFormatException(file, "line " + next + ", field '" + field + "'", reason);
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "...";
    }
}
