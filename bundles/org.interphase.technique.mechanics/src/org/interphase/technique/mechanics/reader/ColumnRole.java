package org.interphase.technique.mechanics.reader;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/** What a column of a machine's table holds, by its heading. The first that suits counts. */
enum ColumnRole {
    /** Time. */
    TIME("time", "s", "\\btime|\\bzeit"),
    /** Stiffness of a contact, dynamic or of an unloading. */
    STIFFNESS("stiffness", "N/m", "stiffness"),
    /** Force. */
    FORCE("force", "N", "force|\\bload\\b|load on sample|kraft|\\bfn\\b"),
    /** Engineering stress. */
    STRESS("stress", "MPa", "stress|spannung"),
    /** Extension of the gauge length by an extensometer, as its heading or a person says. */
    EXTENSOMETER("extension", "mm", "extensometer|extensiometer|dehnungsaufnehmer"),
    /** Travel of the crosshead or an actuator. */
    CROSSHEAD("crosshead travel", "mm", "crosshead|cross head|traverse|stroke|actuator|grip"),
    /** Some displacement: depth of an indent; of a tensile test the travel of the crosshead. */
    EXTENSION("displacement", "mm", "extension|displacement|travel|elongation|deformation|depth|verformung"
            + "|penetration|eindring|enfoncement|profondeur|\\bpd\\b"),
    /** Engineering strain. */
    STRAIN("strain", "1", "strain|dehnung");

    private static final Pattern NOT = Pattern.compile("\\brate\\b|\\btrue\\b|gau?ge.?length|original|initial|final|"
            + "diameter|channel|\\bcell\\b|harmonic "
            + "(load|displacement)|squared|support|frame|\\braw\\b|drift|slope|piezo|max|"
            + "error|std");

    private static final Pattern STRAINS = Pattern.compile("strain|dehnung(?!saufnehmer)");

    private final String column;
    private final Unit unit;
    private final Pattern words;

    ColumnRole(String column, String unit, String words) {
        this.column = column;
        this.unit = Unit.of(unit);
        this.words = Pattern.compile(words);
    }

    /** Name of the column in a dataset. */
    String column() {
        return column;
    }

    /** A unit it can be in. */
    Unit unit() {
        return unit;
    }

    /** The role of a heading. A heading such as "elongation (%)" is a strain. */
    static Optional<ColumnRole> of(String heading, Optional<MechanicalUnit> stated) {
        String h = heading.toLowerCase(Locale.ROOT).replace('_', ' ');
        if (NOT.matcher(h).find()) {
            return Optional.empty();
        }
        for (ColumnRole r : values()) {
            if (r.words.matcher(h).find()) {
                boolean ratio = (r == EXTENSION || r == EXTENSOMETER) && (r == EXTENSOMETER && STRAINS.matcher(h).find()
                        || stated.filter(u -> u.unit().isCompatible(Unit.ONE)).isPresent());
                return Optional.of(ratio ? STRAIN : r);
            }
        }
        return Optional.empty();
    }

    /** The role a person names: {@code force=Load [kN]}. */
    static Optional<ColumnRole> named(String what) {
        for (ColumnRole r : values()) {
            if (r.column.equalsIgnoreCase(what.strip()) || r.name().equalsIgnoreCase(what.strip())) {
                return Optional.of(r);
            }
        }
        return what.strip().equalsIgnoreCase("depth") || what.strip().equalsIgnoreCase("displacement")
                ? Optional.of(EXTENSION) : what.strip().equalsIgnoreCase("load") ? Optional.of(FORCE)
                        : Optional.empty();
    }
}
