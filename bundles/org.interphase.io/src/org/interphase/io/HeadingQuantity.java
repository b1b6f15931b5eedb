package org.interphase.io;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.interphase.model.unit.Unit;

/**
 * What the heading of a column says it holds, in English, German, French and the neighbouring languages instruments
 * write: the words readers of several techniques share. A technique's own words (Z', Kubelka-Munk) stay with it.
 */
public enum HeadingQuantity {

    /** Binding energy of an electron. */
    BINDING_ENERGY("eV", List.of("binding energy", "bindungsenergie", "energie de liaison", "energia di legame",
            "energia de enlace", "energia de ligacao"), List.of("be", "eb", "e b")),
    /** Kinetic energy of an electron. */
    KINETIC_ENERGY("eV", List.of("kinetic energy", "kinetische energie", "energie cinetique", "energia cinetica"),
            List.of("ke", "ekin", "e kin")),
    /** Energy of photons. */
    PHOTON_ENERGY("eV", List.of("photon energy", "photonenenergie", "energie des photons", "excitation energy",
            "anregungsenergie"), List.of("hv", "h\u03bd")),
    /** Raman shift. */
    RAMAN_SHIFT("cm-1", List.of("raman shift", "ramanverschiebung", "raman-verschiebung", "deplacement raman",
            "decalage raman"), List.of()),
    /** Wavenumber. */
    WAVENUMBER("cm-1", List.of("wavenumber", "wave number", "wellenzahl", "nombre d'onde", "nombre d onde",
            "numero d'onda", "numero de onda"), List.of("\u03bd\u0303")),
    /** Wavelength. */
    WAVELENGTH("nm", List.of("wavelength", "wave length", "wellenlange", "longueur d'onde", "longueur d onde",
            "lunghezza d'onda", "longitud de onda"), List.of("\u03bb", "lambda")),
    /** Scattering angle. */
    SCATTERING_ANGLE("deg", List.of("2theta", "2 theta", "two theta", "2-theta", "2\u03b8", "2 \u03b8"), List.of()),
    /** Frequency. */
    FREQUENCY("Hz", List.of("frequency", "frequenz", "frequence", "frequenza", "frecuencia"), List.of("f", "freq",
            "freq/hz")),
    /** Energy of whatever kind. */
    ENERGY("eV", List.of("energy", "energie", "energia"), List.of()),
    /** Time. */
    TIME("s", List.of("time", "zeit", "temps", "tempo", "tiempo"), List.of("t")),
    /** Temperature. */
    TEMPERATURE("K", List.of("temperature", "temperatur", "temperatura"), List.of("temp")),
    /** Electric potential or voltage. */
    POTENTIAL("V", List.of("potential", "voltage", "spannung", "potentiel", "tension", "potenziale", "tensione",
            "voltaje"), List.of("u", "e", "ewe", "v", "vf")),
    /** Electric current. */
    CURRENT("A", List.of("current", "strom", "courant", "corrente", "corriente"), List.of("i", "im")),
    /** Charge, or capacity of a cell. */
    CHARGE("A.h", List.of("capacity", "kapazitat", "capacite", "charge", "ladung"), List.of("q")),
    /** Mechanical stress. */
    STRESS("MPa", List.of("stress", "spannung (mpa)", "contrainte"), List.of("\u03c3")),
    /** Strain. */
    STRAIN("%", List.of("strain", "dehnung", "deformation"), List.of("\u03b5")),
    /** Force. */
    FORCE("N", List.of("force", "kraft", "forza", "fuerza"), List.of()),
    /** Counts of a detector, or their rate. */
    COUNTS("counts", List.of("counts", "zahler", "zahlrate", "zahlimpulse", "impulse", "coups", "conteggi", "cuentas"),
            List.of("cps", "cts", "count")),
    /** Absorbance. */
    ABSORBANCE("1", List.of("absorbance", "absorbanz", "extinktion", "assorbanza", "absorbancia"), List.of("abs", "a")),
    /** Transmittance. */
    TRANSMITTANCE("%", List.of("transmittance", "transmission", "durchlassigkeit", "transmittanz", "trasmittanza",
            "transmitancia"), List.of("%t", "t%", "t (%)")),
    /** Reflectance. */
    REFLECTANCE("%", List.of("reflectance", "reflexion", "reflexionsgrad", "reflectivity", "riflettanza"),
            List.of("%r", "r%")),
    /** Intensity of whatever kind. */
    INTENSITY("a.u.", List.of("intensity", "intensitat", "intensite", "intensita", "intensidad"), List.of("int")),
    /** Number of a point or row. */
    INDEX("1", List.of("index", "point", "punkt", "row", "zeile", "ligne"), List.of("no", "nr", "#", "n"));

    /** Words that German joins with others: Zellspannung, Stromdichte. */
    private static final Set<String> COMPOUNDS = Set.of("bindungsenergie", "ramanverschiebung", "wellenzahl",
            "wellenlange", "frequenz", "energie", "zeit", "temperatur", "spannung", "strom", "kapazitat", "ladung",
            "dehnung", "kraft", "zahler", "zahlrate", "impulse", "absorbanz", "extinktion", "durchlassigkeit",
            "transmittanz", "reflexion", "intensitat");
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");

    private final Unit usual;
    private final List<String> phrases;
    private final List<String> abbreviations;

    HeadingQuantity(String usual, List<String> phrases, List<String> abbreviations) {
        this.usual = Unit.of(usual);
        this.phrases = phrases;
        this.abbreviations = abbreviations;
    }

    /** The unit the field states it in; says nothing of a column. */
    public Unit usualUnit() {
        return usual;
    }

    /**
     * What a heading says; empty where it says none of these.
     *
     * @param heading the heading, with or without unit; a word within a longer one counts, an abbreviation only alone
     */
    public static Optional<HeadingQuantity> of(String heading) {
        String whole = plain(heading);
        String named = HeaderText.parse(heading).name();
        String name = plain(named);
        String words = plain(CAMEL.matcher(named).replaceAll(" "));
        if (whole.contains("spannung") && HeaderText.parse(heading).unit().map(u -> u.isCompatible(Unit.of("Pa")))
                .orElse(false)) {
            // the German word is that for voltage and for stress
            return Optional.of(STRESS);
        }
        for (HeadingQuantity q : values()) {
            if (q.phrases.stream().anyMatch(p -> says(words, p)) || q.abbreviations.contains(name)
                    || q.abbreviations.contains(whole)) {
                return Optional.of(q);
            }
        }
        return Optional.empty();
    }

    /** Whether this is what a spectrum is recorded over; then it is never one of several channels of the same rows. */
    boolean isAbscissa() {
        return compareTo(TIME) < 0;
    }

    /** Whether words hold a phrase as words of its own, in the plural too, or as part of a German compound. */
    private static boolean says(String words, String phrase) {
        boolean compound = COMPOUNDS.contains(phrase);
        for (int at = words.indexOf(phrase); at >= 0; at = words.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            String rest = words.substring(end);
            boolean begins = at == 0 || !Character.isLetter(words.charAt(at - 1));
            boolean ends = rest.isEmpty() || !Character.isLetter(rest.charAt(0))
                    || rest.startsWith("s") && (rest.length() == 1 || !Character.isLetter(rest.charAt(1)));
            if (compound || begins && ends) {
                return true;
            }
        }
        return false;
    }

    /** A heading in lower case, accents, dots and underscores left out: {@code "Longueur d’onde_(nm)"}. */
    public static String plain(String heading) {
        String t = Normalizer.normalize(heading.replace('\u2019', '\''), Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(t.length());
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            // the tilde over the Greek letter is part of the symbol, no accent
            if (Character.getType(c) == Character.NON_SPACING_MARK && c != '\u0303' || c == '.') {
                continue;
            }
            boolean blank = c == '_' || Character.isWhitespace(c) || c == '\u00a0';
            if (!blank) {
                out.append(Character.toLowerCase(c));
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().strip();
    }

    /** Words of a unit that are no symbols, in the same languages; null for others. */
    static String unitWord(String text) {
        return switch (plain(text).toLowerCase(Locale.ROOT)) {
            case "zahlimpulse/s", "impulse/s", "zahler/s", "coups/s", "cps", "counts/s", "counts / s", "counts/sec",
                    "zahlrate", "counts per second", "impulse pro sekunde", "cnt/s" -> "counts/s";
            case "zahlimpulse", "impulse", "zahler", "coups", "cnt", "cnts" -> "counts";
            case "elektronenvolt", "electronvolt", "electron volt", "electronvolts", "electron-volt" -> "eV";
            case "volt", "volts" -> "V";
            case "ampere", "amperes", "amp", "amps" -> "A";
            case "ohm", "ohms" -> "ohm";
            case "hertz" -> "Hz";
            case "s", "sec", "sek", "seconds", "second", "sekunden", "secondes" -> "s";
            case "min", "minutes", "minuten", "minute" -> "min";
            // "Std" is the German hour, "std" a standard deviation
            case "std" -> text.strip().startsWith("S") ? "h" : null;
            case "stunden", "hours", "heures", "hrs" -> "h";
            case "degrees", "degree", "grad", "degre", "degres" -> "deg";
            case "kelvin" -> "K";
            case "celsius", "grad celsius", "degree celsius", "\u00b0celsius" -> "degC";
            case "prozent", "percent", "pourcent" -> "%";
            case "nanometer", "nanometers", "nanometre", "nanometres" -> "nm";
            case "wkh einh", "willk einh", "willk einheiten", "w e", "we", "ua", "u a", "unites arbitraires",
                    "arb u", "arb unit", "arb units", "arbitrary units", "arbunits", "au" -> "a.u.";
            default -> null;
        };
    }
}
