package org.interphase.technique.mechanics.reader;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/**
 * A unit of a column with the factor to the unit it is kept in. Units of testing machines the units library does not
 * know are in the table below.
 *
 * @param unit known unit
 * @param factor what a number of the file is multiplied by to be in that unit
 */
record MechanicalUnit(Unit unit, double factor) {

    /**
     * Exact by definition: the pound is 0.45359237 kg and the inch 25.4 mm (international yard and pound agreement of
     * 1959), standard gravity 9.80665 m/s2 (CGPM 1901); psi = lbf/in2.
     */
    private static final double POUND_FORCE = 0.45359237 * 9.80665;
    private static final double PSI = POUND_FORCE / (0.0254 * 0.0254);
    private static final Map<String, MechanicalUnit> OTHERS = Map.ofEntries(
            Map.entry("lbf", of("N", POUND_FORCE)), Map.entry("lbs", of("N", POUND_FORCE)),
            Map.entry("lb", of("N", POUND_FORCE)), Map.entry("klbf", of("kN", POUND_FORCE)),
            Map.entry("kip", of("kN", POUND_FORCE)), Map.entry("kgf", of("N", 9.80665)),
            Map.entry("gf", of("N", 9.80665e-3)), Map.entry("psi", of("Pa", PSI)), Map.entry("ksi", of("kPa", PSI)),
            Map.entry("microstrain", of("1", 1e-6)), Map.entry("ustrain", of("1", 1e-6)),
            Map.entry("\u00b5strain", of("1", 1e-6)), Map.entry("\u00b5\u03b5", of("1", 1e-6)),
            Map.entry("\u03bc\u03b5", of("1", 1e-6)), Map.entry("in", of("mm", 25.4)),
            Map.entry("inch", of("mm", 25.4)), Map.entry("mil", of("um", 25.4)));

    private static MechanicalUnit of(String unit, double factor) {
        return new MechanicalUnit(Unit.of(unit), factor);
    }

    /** The unit a column's heading states; empty where it states none that is known. */
    static Optional<MechanicalUnit> of(TextColumn c) {
        if (c.hasUnit()) {
            // a unit to a power of many digits is none
            return c.unit().text().matches(".*\\d{3}.*") ? Optional.empty()
                    : Optional.of(new MechanicalUnit(c.unit(), 1));
        }
        return of(bracketed(c.heading()));
    }

    /** A unit as text; empty where it is none that is known. */
    static Optional<MechanicalUnit> of(String text) {
        String t = text.strip();
        MechanicalUnit other = OTHERS.get(t.toLowerCase(Locale.ROOT));
        if (other != null) {
            return Optional.of(other);
        }
        return t.isEmpty() || t.matches(".*\\d{3}.*") || !Unit.isKnown(t) ? Optional.empty()
                : Optional.of(new MechanicalUnit(Unit.of(t), 1));
    }

    /** What stands in the last brackets of a heading; empty where there are none. */
    static String bracketed(String heading) {
        String h = heading.strip();
        int open = Math.max(h.lastIndexOf('('), h.lastIndexOf('['));
        return open < 0 || !(h.endsWith(")") || h.endsWith("]")) ? "" : h.substring(open + 1, h.length() - 1).strip();
    }

    /** Numbers of the file in another unit. */
    double[] convert(double[] values, Unit to) {
        double[] out = new double[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = unit.convert(values[i] * factor, to);
        }
        return out;
    }
}
