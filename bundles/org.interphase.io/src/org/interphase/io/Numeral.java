package org.interphase.io;

/**
 * Numbers as text writes them, read in place: sign, digits in groups of three where a grouping mark is allowed, decimal
 * mark, exponent with E or D. Up to 19 digits with a power of ten no double can hold exactly go through
 * {@link Double#parseDouble}; the rest is exact by one multiplication or division (Clinger 1990: an integer below 2^53
 * and a power of ten up to 10^22 are both exact, so one operation rounds once).
 */
final class Numeral {

    /** No grouping of digits. */
    static final char UNGROUPED = 0;

    private static final double[] POWERS = new double[23];
    private static final long EXACT = 1L << 53;
    private static final int EXPONENT_DIGITS = 5;
    private static final int GROUP = 3;

    static {
        // products of exact powers stay exact up to 10^22
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Numeral() {
    }

    /**
     * The number that stands in a part of a text, or NaN where it is none. A value beyond the range of a double is
     * none either.
     *
     * @param text the text
     * @param from first character
     * @param to behind the last character
     * @param decimalComma whether the decimal mark is a comma
     * @param grouping mark between groups of three digits before the decimal mark: point, comma, blank (any narrow or
     *     unbreakable one too), apostrophe, or {@link #UNGROUPED}
     */
    static double parse(CharSequence text, int from, int to, boolean decimalComma, char grouping) {
        int i = from;
        if (i >= to) {
            return Double.NaN;
        }
        char c = text.charAt(i);
        boolean negative = c == '-' || c == '\u2212' || c == '\u2013';
        if (negative || c == '+') {
            i++;
        }
        char mark = decimalComma ? ',' : '.';
        long mantissa = 0;
        int digits = 0;
        int significant = 0;
        int decimals = 0;
        boolean point = false;
        boolean grouped = false;
        int first = i;
        for (; i < to; i++) {
            c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                decimals += point ? 1 : 0;
                if (significant > 0 || c != '0') {
                    significant++;
                    mantissa = significant <= 18 ? mantissa * 10 + (c - '0') : mantissa;
                }
            } else if (!point && c == mark) {
                point = true;
            } else if (!point && grouping != UNGROUPED && isGroupMark(c, grouping)
                    && startsGroup(text, first, i, to, grouped)) {
                grouped = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return Double.NaN;
        }
        int exponent = 0;
        if (i < to) {
            // nobody groups the digits of a mantissa
            if (grouped || "eEdD".indexOf(text.charAt(i)) < 0) {
                return Double.NaN;
            }
            i++;
            boolean down = i < to && (text.charAt(i) == '-' || text.charAt(i) == '\u2212');
            if (down || i < to && text.charAt(i) == '+') {
                i++;
            }
            int start = i;
            while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                exponent = i - start < EXPONENT_DIGITS ? exponent * 10 + (text.charAt(i) - '0') : exponent;
                i++;
            }
            if (i < to || i == start || i - start > EXPONENT_DIGITS) {
                return Double.NaN;
            }
            exponent = down ? -exponent : exponent;
        }
        int power = exponent - decimals;
        double value;
        if (significant > 18 || mantissa >= EXACT || power < -22 || power > 22) {
            value = slow(text, from, to, mark);
        } else {
            value = power < 0 ? mantissa / POWERS[-power] : mantissa * POWERS[power];
            value = negative ? -value : value;
        }
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static boolean isGroupMark(char c, char grouping) {
        return switch (grouping) {
            case ' ' -> c == ' ' || c == '\u00a0' || c == '\u2009' || c == '\u202f' || c == '\u2007';
            case '\'' -> c == '\'' || c == '\u2019';
            default -> c == grouping;
        };
    }

    /** Whether exactly three digits follow a mark and one to three, not beginning with 0, stand before it. */
    private static boolean startsGroup(CharSequence text, int first, int mark, int to, boolean grouped) {
        int before = mark - first;
        if (!grouped && (before < 1 || before > GROUP || text.charAt(first) == '0') || mark + GROUP >= to) {
            return false;
        }
        if (grouped && isDigit(text, mark - GROUP - 1, to)) {
            return false;
        }
        for (int k = 1; k <= GROUP; k++) {
            if (!isDigit(text, mark + k, to)) {
                return false;
            }
        }
        return !isDigit(text, mark + GROUP + 1, to);
    }

    private static boolean isDigit(CharSequence text, int at, int to) {
        return at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static double slow(CharSequence text, int from, int to, char mark) {
        StringBuilder plain = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9' || c == '+') {
                plain.append(c);
            } else if (c == '-' || c == '\u2212' || c == '\u2013') {
                plain.append('-');
            } else if (c == mark) {
                plain.append('.');
            } else if ("eEdD".indexOf(c) >= 0) {
                plain.append('e');
            }
        }
        return Double.parseDouble(plain.toString());
    }
}
