package org.interphase.technique.porosimetry.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/**
 * A unit as instruments of this field head their columns, with the factor that brings numbers to it: {@code psia},
 * {@code Torr}, {@code cc/g}, {@code cm3/g STP}.
 *
 * @param unit a unit the suite knows
 * @param factor what numbers are multiplied by
 */
record ColumnUnit(Unit unit, double factor) {

    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]*+(?:\\(STP\\)[^()\\[\\]]*+)?)[)\\]]");
    /** A unit to a power of many digits is none, and would never be worked out. */
    private static final Pattern LARGE = Pattern.compile("\\d{3}");
    /** Pascal in a torr, 101325/760 (SI Brochure 2019, table 8 of the 8th edition: mmHg 133.322 Pa). */
    private static final double TORR = 133.322;
    /** Pascal in a technical atmosphere, kgf/cm2 (standard gravity 9.80665 m/s2). */
    private static final double TECHNICAL = 98066.5;

    /** The unit of a column, from its heading or as the parser found it. */
    static Optional<ColumnUnit> of(TextColumn c) {
        if (LARGE.matcher(c.heading()).find() || LARGE.matcher(c.unit().text()).find()) {
            return Optional.empty();
        }
        if (c.hasUnit()) {
            return Optional.of(new ColumnUnit(c.unit(), 1));
        }
        Matcher m = BRACKETS.matcher(c.heading());
        while (m.find()) {
            Optional<ColumnUnit> u = of(m.group(1));
            if (u.isPresent()) {
                return u;
            }
        }
        String h = c.heading();
        int cut = Math.max(h.lastIndexOf(','), h.lastIndexOf('/'));
        Optional<ColumnUnit> behind = cut < 0 ? Optional.empty() : of(h.substring(cut + 1));
        return behind.isPresent() ? behind : of(h.substring(h.lastIndexOf(' ') + 1));
    }

    /** The unit a text stands for. */
    static Optional<ColumnUnit> of(String text) {
        String t = text.strip();
        String low = t.toLowerCase(Locale.ROOT);
        switch (low) {
            case "psia", "psi", "lb/in2", "psi(a)", "lbf/in2":
                return Optional.of(new ColumnUnit(Unit.of("psi"), 1));
            case "torr", "mmhg", "mm hg":
                return Optional.of(new ColumnUnit(Unit.of("Pa"), TORR));
            case "kgf/cm2", "kg/cm2", "at":
                return Optional.of(new ColumnUnit(Unit.of("Pa"), TECHNICAL));
            case "cc", "ml", "cm\u00b3", "cm^3", "mls":
                return Optional.of(new ColumnUnit(Unit.of("cm3"), 1));
            case "cc/g", "ml/g", "cm\u00b3/g", "cc g-1", "ml g-1", "cm3/g", "cc/gm":
                return Optional.of(new ColumnUnit(Unit.of("cm3/g"), 1));
            default:
        }
        // volumes of gas at standard temperature and pressure are told by their heading, not by a unit
        String plain = t.replaceAll("(?i)[\\s,@(]*\\bSTP\\b\\)?", "").strip();
        if (!plain.equals(t)) {
            return of(plain.replaceFirst("^/", "cm3/"));
        }
        if (t.isEmpty() || LARGE.matcher(t).find() || t.matches("[\\d.\\s-]*")) {
            return Optional.empty();
        }
        return Unit.isKnown(t) ? Optional.of(new ColumnUnit(Unit.of(t), 1)) : Optional.empty();
    }

    /** Numbers in this unit. */
    double[] of(double[] values) {
        double[] out = values.clone();
        for (int i = 0; i < out.length && factor != 1; i++) {
            out[i] *= factor;
        }
        return out;
    }
}
