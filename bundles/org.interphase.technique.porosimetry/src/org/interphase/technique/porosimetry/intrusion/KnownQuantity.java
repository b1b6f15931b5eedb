package org.interphase.technique.porosimetry.intrusion;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.parameters.TextValue;
import org.interphase.model.unit.Unit;

/**
 * A quantity with its standard uncertainty, written {@code 147 +- 8 deg} or {@code 0.2248 g}; where no uncertainty is
 * written it is one unit of the last digit. {@code auto} stands for none.
 *
 * @param value the number; NaN for none
 * @param uncertainty standard uncertainty in the same unit
 * @param unit unit of both; a pure number takes the unit asked for
 */
public record KnownQuantity(double value, double uncertainty, Unit unit) implements TextValue {

    /** Nothing is known. */
    public static final KnownQuantity NONE = new KnownQuantity(Double.NaN, Double.NaN, Unit.ONE);

    private static final String NUMBER = "[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?";
    private static final Pattern FORM = Pattern.compile("\\(?\\s*(" + NUMBER + ")\\s*(?:(?:\\+-|\\+/-|\u00b1)\\s*("
            + NUMBER + "))?\\s*\\)?\\s*(.*?)\\s*");

    /** Reads a quantity. */
    public static KnownQuantity parse(String text) {
        String t = text.strip();
        if (t.isEmpty() || t.equalsIgnoreCase("auto")) {
            return NONE;
        }
        Matcher m = FORM.matcher(t);
        if (!m.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no quantity; write for example 0.2248 g, or "
                    + "147 +- 8 deg");
        }
        BigDecimal number = new BigDecimal(m.group(1));
        double u = m.group(2) != null ? Math.abs(Double.parseDouble(m.group(2)))
                : Math.pow(10, -number.scale());
        if (!Double.isFinite(number.doubleValue()) || !Double.isFinite(u)) {
            throw new IllegalArgumentException("'" + text + "' is too large a number");
        }
        return new KnownQuantity(number.doubleValue(), u, m.group(3).isEmpty() ? Unit.ONE : Unit.of(m.group(3)));
    }

    /** Whether nothing is known. */
    public boolean isNone() {
        return Double.isNaN(value);
    }

    /** The value in a unit. */
    public double in(String other) {
        return value * scale(other);
    }

    /** The standard uncertainty in a unit. */
    public double uncertaintyIn(String other) {
        return uncertainty * scale(other);
    }

    /** Why it can't be a quantity of this unit that is above zero; null if it can. */
    public String problem(String other) {
        if (isNone()) {
            return null;
        }
        if (!unit.isOne() && !unit.isCompatible(Unit.of(other))) {
            return "'" + this + "' has another unit than " + other;
        }
        return value > 0 ? null : "must be above 0";
    }

    private double scale(String other) {
        return unit.isOne() || unit.text().equals(other) ? 1 : unit.scaleTo(Unit.of(other));
    }

    /** As it stands in a sentence: 147 \u00b1 8 deg. */
    public String pretty() {
        return toString().replace(" +- ", " \u00b1 ");
    }

    @Override
    public String toString() {
        return isNone() ? "auto" : number(value) + " +- " + number(uncertainty) + (unit.isOne() ? "" : " "
                + unit.text());
    }

    private static String number(double v) {
        return v == Math.rint(v) && Math.abs(v) < 1e15 ? Long.toString((long) v) : Double.toString(v);
    }
}
