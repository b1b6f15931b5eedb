package org.interphase.api.parameters;

/**
 * A range of an axis, written {@code 682 .. 692}; {@code all} for everything.
 *
 * @param from lower end; NaN together with {@code to} for everything
 * @param to upper end
 */
public record Range(double from, double to) implements TextValue {

    /** Everything. */
    public static final Range ALL = new Range(Double.NaN, Double.NaN);

    /** @throws IllegalArgumentException if the ends are equal, crossed, or only one is given */
    public Range {
        if (Double.isNaN(from) != Double.isNaN(to) || !Double.isNaN(from) && !(from < to)) {
            throw new IllegalArgumentException("range " + from + " .. " + to + " needs a lower and a higher end");
        }
    }

    /** Reads {@code 682 .. 692}, {@code 692..682} (ends in any order) or {@code all}. */
    public static Range parse(String text) {
        String t = text.strip();
        if (t.isEmpty() || t.equalsIgnoreCase("all")) {
            return ALL;
        }
        int dots = t.indexOf("..");
        if (dots < 0) {
            throw new IllegalArgumentException("'" + text + "' is no range; write for example 682 .. 692, or all");
        }
        double a = ParameterText.number(t.substring(0, dots));
        double b = ParameterText.number(t.substring(dots + 2));
        return new Range(Math.min(a, b), Math.max(a, b));
    }

    /** Whether this is everything. */
    public boolean isAll() {
        return Double.isNaN(from);
    }

    /** Whether a value lies in it, ends included. */
    public boolean contains(double value) {
        return isAll() || value >= from && value <= to;
    }

    @Override
    public String toString() {
        return isAll() ? "all" : ParameterText.number(from) + " .. " + ParameterText.number(to);
    }
}
