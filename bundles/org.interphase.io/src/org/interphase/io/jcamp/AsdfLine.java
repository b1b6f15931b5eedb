package org.interphase.io.jcamp;

/**
 * Walks through the numbers of one line of a data table: plain (AFFN), packed (PAC), squeezed (SQZ), difference (DIF)
 * and duplicate (DUP) forms, mixed as they come (McDonald and Wilks, Appl. Spectrosc. 42 (1988) 151, section 5).
 */
final class AsdfLine {

    /** What a number means. */
    enum Form {
        /** An ordinate or abscissa itself. */
        VALUE,
        /** Difference to the ordinate before. */
        DIFFERENCE,
        /** How often the item before is meant altogether. */
        DUPLICATE,
        /** A missing ordinate, "?". */
        MISSING,
        /** End of the line. */
        END
    }

    private final String text;
    private int position;
    private double value;

    AsdfLine(String text) {
        this.text = text;
    }

    /** The number read last. */
    double value() {
        return value;
    }

    /**
     * Reads the abscissa a line of packed ordinates begins with. An "E" without sign behind it is the squeezed digit 5
     * (JCAMP-DX 4.24, section 4.5.3: an exponent has a sign), as in "544.813E883"; programs that write exponents
     * without sign are told by ordinates with a decimal point, which packed ones never have, or by where the abscissa
     * must be.
     *
     * @param expected where the abscissa must be as written in the file; NaN if that is not known
     * @throws IllegalArgumentException if the line does not begin with a number
     */
    double abscissa(double expected) {
        while (position < text.length() && isSeparator(text.charAt(position))) {
            position++;
        }
        int start = position;
        if (position >= text.length() || !startsPlain(text.charAt(position))) {
            throw new IllegalArgumentException("the line does not begin with an abscissa");
        }
        double packed = plain(false);
        int behind = position;
        position = start;
        double whole = plain(true);
        boolean exponent = position > behind && (text.indexOf('.', position) >= 0
                || Math.abs(whole - expected) < Math.abs(packed - expected));
        position = exponent ? position : behind;
        return exponent ? whole : packed;
    }

    private static boolean startsPlain(char c) {
        return c == '+' || c == '-' || c == '.' || Character.isDigit(c);
    }

    /** Column of the next character, from 1. */
    int column() {
        return position + 1;
    }

    /**
     * Reads the next number.
     *
     * @throws IllegalArgumentException if a character belongs to no number form
     */
    Form next() {
        while (position < text.length() && isSeparator(text.charAt(position))) {
            position++;
        }
        if (position >= text.length()) {
            return Form.END;
        }
        char c = text.charAt(position);
        if (c == '?') {
            position++;
            value = Double.NaN;
            return Form.MISSING;
        }
        if (startsPlain(c)) {
            value = plain(true);
            return Form.VALUE;
        }
        if (c == '@' || c >= 'A' && c <= 'I' || c >= 'a' && c <= 'i') {
            value = coded(c == '@' ? 0 : c >= 'a' ? c - 'a' + 1 : c - 'A' + 1, c >= 'a' && c <= 'i');
            return Form.VALUE;
        }
        if (c == '%' || c >= 'J' && c <= 'R' || c >= 'j' && c <= 'r') {
            value = coded(c == '%' ? 0 : c >= 'j' ? c - 'j' + 1 : c - 'J' + 1, c >= 'j' && c <= 'r');
            return Form.DIFFERENCE;
        }
        if (c >= 'S' && c <= 'Z' || c == 's') {
            value = coded(c == 's' ? 9 : c - 'S' + 1, false);
            return Form.DUPLICATE;
        }
        throw new IllegalArgumentException("column " + column() + ": '" + c + "' belongs to no number");
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == ',' || c == ';' || c == '\t';
    }

    private double coded(int leading, boolean negative) {
        int start = ++position;
        while (position < text.length() && Character.isDigit(text.charAt(position))) {
            position++;
        }
        if (position - start > 17) {
            throw new IllegalArgumentException("column " + start + ": the number has too many digits");
        }
        double magnitude = Double.parseDouble(leading + text.substring(start, position));
        return negative ? -magnitude : magnitude;
    }

    private double plain(boolean unsignedExponents) {
        int start = position;
        if (text.charAt(position) == '+' || text.charAt(position) == '-') {
            position++;
        }
        boolean point = false;
        while (position < text.length()
                && (Character.isDigit(text.charAt(position)) || text.charAt(position) == '.' && !point)) {
            point |= text.charAt(position) == '.';
            position++;
        }
        int end = position;
        // "E" is also the squeezed digit 5: it is an exponent only before a sign, or behind the decimal point of an
        // ordinate, as packed ordinates have none
        if (position < text.length() && (text.charAt(position) == 'E' || text.charAt(position) == 'e')) {
            int p = position + 1;
            boolean signed = p < text.length() && (text.charAt(p) == '+' || text.charAt(p) == '-');
            int digits = signed ? p + 1 : p;
            int q = digits;
            while (q < text.length() && Character.isDigit(text.charAt(q))) {
                q++;
            }
            if (q > digits && q - digits <= 3 && (signed || point && unsignedExponents)) {
                end = q;
            }
        }
        position = end;
        try {
            return Double.parseDouble(text.substring(start, end));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("column " + (start + 1) + ": '" + text.substring(start, end)
                    + "' is no number", e);
        }
    }
}
