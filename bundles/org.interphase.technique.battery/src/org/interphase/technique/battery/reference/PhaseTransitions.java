package org.interphase.technique.battery.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.ReferenceTable;

/**
 * Phase transitions of electrode materials by the midpoint of their pair of peaks. The naming is that of LiNiO2 and
 * of its substituted kin; the windows of potential are wide, because substitution and polarisation move them, and they
 * were not looked up one by one: a name from this table is a reading, not a finding.
 */
public final class PhaseTransitions {

    /** A material whose transitions are known. */
    public enum Material {
        /** None: peaks keep their numbers. */
        NONE,
        /** Layered nickel cobalt manganese oxide, against lithium. */
        NCM
    }

    /**
     * A transition.
     *
     * @param name as the field writes it
     * @param from lowest midpoint, V against Li/Li+
     * @param to highest midpoint
     */
    public record Transition(Material material, String name, double from, double to, String source) {
    }

    private static final String NAMING = "naming: W. Li, J. N. Reimers, J. R. Dahn, Solid State Ionics 67 (1993) 123; "
            + "potentials unverified";

    private final List<Transition> rows = List.of(
            new Transition(Material.NCM, "H1-M", 3.60, 3.88, NAMING),
            new Transition(Material.NCM, "M-H2", 3.92, 4.08, NAMING),
            new Transition(Material.NCM, "H2-H3", 4.12, 4.28, NAMING));

    /** The transition whose window holds a midpoint. */
    public Optional<Transition> at(Material material, double midpoint) {
        return rows.stream().filter(t -> t.material() == material && midpoint >= t.from() && midpoint <= t.to())
                .findFirst();
    }

    /** The table for people. */
    public ReferenceTable table() {
        return new ReferenceTable("cv.phase-transitions", "Phase transitions of electrode materials",
                List.of("material", "transition", "from V", "to V", "source"), rows.stream().map(t -> List.of(
                        t.material().name(), t.name(), text(t.from()), text(t.to()), t.source())).toList());
    }

    private static String text(double v) {
        return String.format(Locale.ROOT, "%.2f", v);
    }
}
