package org.interphase.technique.porosimetry.sorption;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.interphase.model.Metadata;
import org.interphase.model.Verdict;

/**
 * The gas of an isotherm, as an analyst or its file states it; else nitrogen at 77 K, which is then doubted.
 *
 * @param name nitrogen, argon ...
 * @param stated whether someone states it
 * @param bath temperature in K; NaN if nobody states it
 */
public record Gas(String name, boolean stated, double bath) {

    /** Metadata key of the gas. */
    public static final String KEY = "adsorptive";
    /** Metadata key of the temperature. */
    public static final String BATH = "bath temperature";
    /** Nitrogen. */
    public static final String NITROGEN = "nitrogen";
    /** Argon. */
    public static final String ARGON = "argon";

    private static final String[][] NAMES = {{NITROGEN, "n2", "stickstoff", "azote"}, {ARGON, "ar"}, {"krypton", "kr"},
        {"carbon dioxide", "co2", "kohlendioxid", "carbon"}, {"oxygen", "o2"}, {"hydrogen", "h2"}, {"methane", "ch4"},
        {"water", "h2o"}, {"xenon", "xe"}};
    private static final double NEAR = 3;

    /** What an analyst says of the gas. */
    public enum Choice {
        /** The file states it. */
        FILE,
        /** Nitrogen at its boiling point, 77 K. */
        NITROGEN,
        /** Argon at its boiling point, 87 K. */
        ARGON
    }

    /** The gas of an isotherm. */
    public static Gas of(Choice choice, Metadata m) {
        OptionalDouble bath = m.number(BATH, "K");
        Optional<String> file = m.text(KEY);
        String name = choice == Choice.NITROGEN ? NITROGEN : choice == Choice.ARGON ? ARGON : file.orElse(NITROGEN);
        return new Gas(name, choice != Choice.FILE || file.isPresent(), bath.orElse(Double.NaN));
    }

    /** The name of a gas by what a file calls it; empty for what is none of the usual ones. */
    public static Optional<String> named(String text) {
        String t = text.strip().toLowerCase(Locale.ROOT);
        for (String[] all : NAMES) {
            for (String n : all) {
                if (t.equals(n)) {
                    return Optional.of(all[0]);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether it is nitrogen. */
    public boolean isNitrogen() {
        return name.equals(NITROGEN);
    }

    /** What it means for a number that nobody stated the gas, or that its bath is not at its boiling point. */
    public Verdict verdict() {
        double boiling = isNitrogen() ? 77.35 : name.equals(ARGON) ? 87.3 : Double.NaN;
        Verdict v = stated ? Verdict.SOUND : Verdict.doubtful("neither file nor analyst states the gas; nitrogen at "
                + "77 K was taken");
        return Math.abs(bath - boiling) > NEAR ? v.and(Verdict.doubtful(String.format(Locale.ROOT, "the file states a "
                + "bath of %.1f K, and constants of %s are those at %.0f K", bath, name, boiling))) : v;
    }
}
