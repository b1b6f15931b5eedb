package org.interphase.api.parameters;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fit parameter with its constraint, in the form an analyst writes it:
 *
 * <pre>
 * auto                  start value and sensible bounds found from the data
 * auto [684, 686]       start value from the data, bounded
 * 685.0                 start value, free
 * 685.0 [684.5, 685.5]  start value, bounded (an end may be left out: [684.5,])
 * fixed 685.0           held
 * = CF2                 equal to the same parameter of component CF2
 * = CF2 - 3.1           that parameter plus or minus an offset
 * = CF2 * 0.5           that parameter times a ratio
 * = CF2.fwhm            another parameter of another component
 * </pre>
 *
 * @param start start or fixed value; NaN for automatic, and for tied
 * @param lower lower bound, -infinity for none
 * @param upper upper bound, +infinity for none
 * @param fixed whether it is held at its start value
 * @param tiedTo component (and optionally ".parameter") it follows; empty if it follows none
 * @param ratio factor on the followed value, 1 if none
 * @param offset added to the followed value, 0 if none
 */
public record Constrained(double start, double lower, double upper, boolean fixed, String tiedTo, double ratio,
        double offset) implements TextValue {

    /** Start value and bounds from the data. */
    public static final Constrained AUTO = new Constrained(Double.NaN, Double.NEGATIVE_INFINITY,
            Double.POSITIVE_INFINITY, false, "", 1, 0);

    private static final String NUMBER = "[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?";
    private static final Pattern PLAIN = Pattern.compile("(auto|" + NUMBER + ")\\s*(?:\\[\\s*(" + NUMBER
            + ")?\\s*,\\s*(" + NUMBER + ")?\\s*\\])?");
    private static final Pattern FIXED = Pattern.compile("fixed\\s+(" + NUMBER + ")");
    private static final Pattern TIED = Pattern.compile("=\\s*(?:(" + NUMBER + ")\\s*\\*\\s*)?(.+?)(?:\\s*\\*\\s*("
            + NUMBER + "))?(?:\\s+([-+])\\s*((?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?))?\\s*");

    /** @throws IllegalArgumentException if bounds cross, the start lies outside, or a fixed value is missing */
    public Constrained {
        Objects.requireNonNull(tiedTo, "tiedTo");
        if (lower > upper) {
            throw new IllegalArgumentException("bounds [" + lower + ", " + upper + "] are crossed");
        }
        if (start < lower || start > upper) {
            throw new IllegalArgumentException("start value " + ParameterText.number(start) + " lies outside ["
                    + ParameterText.number(lower) + ", " + ParameterText.number(upper) + "]");
        }
        if (fixed && Double.isNaN(start)) {
            throw new IllegalArgumentException("a fixed parameter needs a value");
        }
    }

    /** A free parameter with a start value. */
    public static Constrained free(double start) {
        return new Constrained(start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, "", 1, 0);
    }

    /** A bounded parameter with a start value. */
    public static Constrained bounded(double start, double lower, double upper) {
        return new Constrained(start, lower, upper, false, "", 1, 0);
    }

    /** A parameter held at a value. */
    public static Constrained fixed(double value) {
        return new Constrained(value, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, true, "", 1, 0);
    }

    /** A parameter that follows another: ratio times its value plus an offset. */
    public static Constrained tied(String component, double ratio, double offset) {
        return new Constrained(Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false, component,
                ratio, offset);
    }

    /** Reads the text form. */
    public static Constrained parse(String text) {
        String t = text.strip();
        if (t.isEmpty()) {
            return AUTO;
        }
        Matcher m = FIXED.matcher(t);
        if (m.matches()) {
            return fixed(finite(m.group(1)));
        }
        m = PLAIN.matcher(t);
        if (m.matches()) {
            double start = m.group(1).equals("auto") ? Double.NaN : finite(m.group(1));
            double lo = m.group(2) == null ? Double.NEGATIVE_INFINITY : finite(m.group(2));
            double hi = m.group(3) == null ? Double.POSITIVE_INFINITY : finite(m.group(3));
            return bounded(start, lo, hi);
        }
        m = TIED.matcher(t);
        // a number is the name of no component: which of two was meant would not be known when it is read again
        if (m.matches() && !m.group(2).strip().matches(NUMBER)) {
            double ratio = m.group(1) != null ? finite(m.group(1))
                    : m.group(3) != null ? finite(m.group(3)) : 1;
            double offset = m.group(5) == null ? 0
                    : (m.group(4).equals("-") ? -1 : 1) * finite(m.group(5));
            return tied(m.group(2).strip(), ratio, offset + 0.0);
        }
        throw new IllegalArgumentException("'" + text + "' is no fit parameter; write for example 685.0, "
                + "685.0 [684, 686], fixed 685.0, = CF2 - 3.1, = CF2 * 0.5 or auto");
    }

    private static double finite(String text) {
        double value = ParameterText.number(text);
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("'" + text + "' is too large");
        }
        return value;
    }

    /** Whether start value and bounds come from the data. */
    public boolean isAuto() {
        return Double.isNaN(start) && tiedTo.isEmpty();
    }

    /** Whether it follows another parameter. */
    public boolean isTied() {
        return !tiedTo.isEmpty();
    }

    /** Whether it has a bound. */
    public boolean isBounded() {
        return lower > Double.NEGATIVE_INFINITY || upper < Double.POSITIVE_INFINITY;
    }

    /** The same constraint with another start value, moved into the bounds; a tie stays a tie. */
    public Constrained withStart(double value) {
        return isTied() ? this
                : new Constrained(Math.min(Math.max(value, lower), upper), lower, upper, fixed, tiedTo, ratio, offset);
    }

    @Override
    public String toString() {
        if (isTied()) {
            String s = "= " + tiedTo;
            if (ratio != 1) {
                s += " * " + ParameterText.number(ratio);
            }
            if (offset != 0) {
                s += (offset < 0 ? " - " : " + ") + ParameterText.number(Math.abs(offset));
            }
            return s;
        }
        String value = Double.isNaN(start) ? "auto" : ParameterText.number(start);
        if (fixed) {
            return "fixed " + value;
        }
        if (!isBounded()) {
            return value;
        }
        return value + " [" + (lower == Double.NEGATIVE_INFINITY ? "" : ParameterText.number(lower)) + ", "
                + (upper == Double.POSITIVE_INFINITY ? "" : ParameterText.number(upper)) + "]";
    }
}
