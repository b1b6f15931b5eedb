package org.interphase.technique.dynamics.trajectory;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.AnalysisException;
import org.interphase.model.unit.Unit;

/** How many angstroms the unit of lengths of a trajectory is. */
public final class AngstromScale {

    /** Bohr radius in angstroms: CODATA 2022 (doi:10.1103/RevModPhys.97.025002). */
    public static final double BOHR = 0.529177210544;

    private static final Unit ANGSTROM = Unit.of("Angstrom");
    private static final Pattern QUANTITY = Pattern.compile("([-+.0-9eE]*[0-9.])?\\s*([^0-9\\s].*)");

    private AngstromScale() {
    }

    /**
     * Angstroms of a unit of lengths.
     *
     * @param stated what is stated: a unit such as {@code nm} or {@code bohr}, or a length such as {@code 3.4 Angstrom}
     *     for reduced units; empty if nothing is
     * @throws AnalysisException if neither file nor statement tells
     */
    public static double of(Trajectory t, String stated) throws AnalysisException {
        if (!stated.isBlank()) {
            return parse(stated.strip());
        }
        if (t.units().length().isEmpty()) {
            throw new AnalysisException("the file does not state the unit of its lengths; say it with the parameter "
                    + "lengthUnit (Angstrom, nm, bohr, or the length of a reduced unit such as 3.405 Angstrom)");
        }
        return t.units().length().get().scaleTo(ANGSTROM);
    }

    private static double parse(String text) throws AnalysisException {
        Matcher m = QUANTITY.matcher(text);
        try {
            if (m.matches()) {
                double n = m.group(1) == null ? 1 : Double.parseDouble(m.group(1));
                String unit = m.group(2).strip();
                boolean bohr = unit.toLowerCase(Locale.ROOT).matches("bohr|a0|a_0");
                double scale = n * (bohr ? BOHR : Unit.of(unit).scaleTo(ANGSTROM));
                if (scale > 0 && Double.isFinite(scale)) {
                    return scale;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("'" + text + "' is no unit of length: " + e.getMessage(), e);
        }
        throw new AnalysisException("'" + text + "' is no unit of length; write for example Angstrom or 3.405 "
                + "Angstrom");
    }
}
