package org.interphase.technique.xps.reader;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.interphase.io.TextColumn;
import org.interphase.model.unit.Unit;

/** Headings of columns of electron energies, in the languages instruments and analysts write them in. */
enum EnergyHeading {

    /** Binding energy. */
    BINDING(List.of("binding energy", "bindungsenergie", "energie de liaison", "energia di legame",
            "energia de enlace", "energia de ligadura", "energia de ligacao"), List.of("be", "eb", "ebin", "ebind")),
    /** Kinetic energy. */
    KINETIC(List.of("kinetic energy", "kinetische energie", "energie cinetique", "energia cinetica"),
            List.of("ke", "ekin"));

    private static final Unit EV = Unit.of("eV");
    /** Units of chemists' energies, which are none of electrons in a spectrometer. */
    private static final Pattern PER_MOLE = Pattern.compile("[(\\[/] ?(k?cal|[km]?j|hartree|ha|ry)\\b");

    private final List<String> phrases;
    private final List<String> abbreviations;

    EnergyHeading(List<String> phrases, List<String> abbreviations) {
        this.phrases = phrases;
        this.abbreviations = abbreviations;
    }

    /** What a column holds; empty if its heading or unit is no electron energy's. */
    static Optional<EnergyHeading> of(TextColumn c) {
        if (!c.isNumeric() || c.hasUnit() && !c.unit().isCompatible(EV)) {
            return Optional.empty();
        }
        String h = plain(c.heading());
        if (PER_MOLE.matcher(h).find()) {
            return Optional.empty();
        }
        for (EnergyHeading e : values()) {
            if (e.phrases.stream().anyMatch(h::contains) || e.abbreviations.stream().anyMatch(a -> begins(h, a))) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    /** Whether a heading is an abbreviation, alone or with a unit or the name of a region behind it. */
    private static boolean begins(String heading, String abbreviation) {
        return heading.equals(abbreviation) || heading.startsWith(abbreviation)
                && " /([,;".indexOf(heading.charAt(abbreviation.length())) >= 0;
    }

    /** A heading without case, accents, dots and underscores. */
    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT)
                .replaceAll("[_\\s]+", " ").replace(".", "").strip();
    }

    /** Factor from the column's unit to eV; a heading without unit means eV. */
    static double toElectronvolts(TextColumn c) {
        return c.hasUnit() && !c.unit().equals(EV) ? c.unit().convert(1, EV) : 1;
    }
}
