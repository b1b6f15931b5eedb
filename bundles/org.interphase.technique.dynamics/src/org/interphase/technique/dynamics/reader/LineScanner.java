package org.interphase.technique.dynamics.reader;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;

/** Reads a text line by line and its fields as numbers, without an object for a line or a field. */
final class LineScanner implements AutoCloseable {

    private static final int LONGEST = 1 << 20;
    private static final int BUFFER = 1 << 16;
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final String file;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private byte[] line = new byte[256];
    private int length;
    private long number;
    private long bytes;
    private int[] starts = new int[32];
    private int[] ends = new int[32];
    private int fields;
    private boolean pending;
    private boolean unended;

    LineScanner(Source source) throws IOException {
        this.file = source.name();
        this.in = source.open();
    }

    /** Moves to the next line; false at the end of the file. */
    boolean next() throws IOException {
        if (pending) {
            pending = false;
            return true;
        }
        length = 0;
        boolean any = false;
        while (true) {
            if (at == filled) {
                filled = Math.max(0, in.read(buffer));
                at = 0;
                if (filled == 0) {
                    unended = any;
                    break;
                }
            }
            byte b = buffer[at++];
            bytes++;
            any = true;
            if (b == '\n') {
                break;
            }
            if (length == line.length) {
                if (length >= LONGEST) {
                    number++;
                    throw wrong("the line is longer than " + LONGEST + " bytes");
                }
                line = Arrays.copyOf(line, 2 * length);
            }
            line[length++] = b;
        }
        if (!any) {
            return false;
        }
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        number++;
        split();
        return true;
    }

    /** Moves to the next line, which must be there. */
    void require(String what) throws IOException {
        if (!next()) {
            throw new EOFException(what);
        }
    }

    /** Gives this line again when the next one is asked for. */
    void back() {
        pending = true;
    }

    private void split() {
        fields = 0;
        int k = 0;
        while (k < length) {
            while (k < length && isBlank(line[k])) {
                k++;
            }
            if (k == length) {
                return;
            }
            if (fields == starts.length) {
                starts = Arrays.copyOf(starts, 2 * fields);
                ends = Arrays.copyOf(ends, 2 * fields);
            }
            starts[fields] = k;
            while (k < length && !isBlank(line[k])) {
                k++;
            }
            ends[fields++] = k;
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\f';
    }

    /** Whether the line is the last and has no end. */
    boolean isUnended() {
        return unended;
    }

    /** Number of the line, from 1. */
    long number() {
        return number;
    }

    /** Bytes read so far. */
    long bytes() {
        return bytes;
    }

    /** Number of fields of the line, separated by blanks. */
    int fields() {
        return fields;
    }

    /** The whole line. */
    String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    /** A field as text. */
    String text(int field) {
        return new String(line, starts[field], ends[field] - starts[field], StandardCharsets.UTF_8);
    }

    /** Whether a field is this text. */
    boolean is(int field, String text) {
        return field < fields && ends[field] - starts[field] == text.length() && text(field).equals(text);
    }

    /** Whether the line begins so. */
    boolean startsWith(String text) {
        if (length < text.length()) {
            return false;
        }
        for (int k = 0; k < text.length(); k++) {
            if (line[k] != text.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** A field as a finite number. */
    double number(int field) throws DatasetFormatException {
        if (field >= fields) {
            throw wrong("there are " + fields + " fields, " + (field + 1) + " are needed");
        }
        double v = parse(starts[field], ends[field]);
        if (!Double.isFinite(v)) {
            throw wrong("field " + (field + 1) + ", '" + clipped(text(field)) + "', is no number");
        }
        return v;
    }

    /** A field as a whole number. */
    int whole(int field) throws DatasetFormatException {
        double v = number(field);
        if (v != Math.rint(v) || Math.abs(v) > Integer.MAX_VALUE) {
            throw wrong("field " + (field + 1) + ", '" + clipped(text(field)) + "', is no whole number");
        }
        return (int) v;
    }

    private static String clipped(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "..." : text;
    }

    /** Digits and exponent exactly where they fit a double, else by the library (Clinger 1990); NaN if none. */
    private double parse(int from, int to) {
        int k = from;
        boolean negative = line[k] == '-';
        k += negative || line[k] == '+' ? 1 : 0;
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        boolean point = false;
        boolean any = false;
        for (; k < to; k++) {
            byte b = line[k];
            if (b >= '0' && b <= '9') {
                any = true;
                mantissa = mantissa * 10 + (b - '0');
                digits += mantissa == 0 ? 0 : 1;
                decimals += point ? 1 : 0;
                if (digits > 15) {
                    return library(from, to);
                }
            } else if (b == '.' && !point) {
                point = true;
            } else {
                return library(from, to);
            }
        }
        if (!any || decimals > 22) {
            return library(from, to);
        }
        double v = mantissa / POWERS[decimals];
        return negative ? -v : v;
    }

    private double library(int from, int to) {
        String s = new String(line, from, to - from, StandardCharsets.ISO_8859_1);
        char last = s.charAt(s.length() - 1);
        if (last != '.' && !Character.isDigit(last)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(s.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** An error on this line. */
    DatasetFormatException wrong(String reason) {
        return new DatasetFormatException(file, "line " + number, reason);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
