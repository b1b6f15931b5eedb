package org.interphase.technique.vibrational.reader;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the ordinate of a spectrum is, and the words files have for it in English, German and French. */
enum Ordinate {
    ABSORBANCE, APPARENT_ABSORBANCE, TRANSMITTANCE, PERCENT_TRANSMITTANCE, REFLECTANCE, PERCENT_REFLECTANCE,
    KUBELKA_MUNK, SINGLE_BEAM, COUNTS, ARBITRARY;

    private static final Pattern LOG_REFLECTANCE = Pattern.compile(
            "l(og|g)(10)? ?\\(? ?1 ?/ ?r|-? ?l(og|g)(10)? ?\\(? ?(r|refl)");
    private static final Pattern LOG_TRANSMITTANCE = Pattern.compile(
            "l(og|g)(10)? ?\\(? ?1 ?/ ?t|- ?l(og|g)(10)? ?\\(? ?(t|trans)");
    private static final Pattern KUBELKA = Pattern.compile("kubelka|(^|[^a-z])k ?[-/ ]? ?m([^a-z]|$)|"
            + "(^|[^a-z])f ?\\( ?r");
    private static final Pattern COEFFICIENT = Pattern.compile("coeff|koeff|cross.?section|querschnitt|"
            + "(^|[^a-z])m?ev([^a-z]|$)|second|deriv|ableitung");
    private static final Pattern ABSORBANCES = Pattern.compile("absorb|absorption|extin[ck]tion|densite optique|"
            + "optical density|optische dichte|^m?od$|^m?au$|^abs\\.?( |$|\\()|^a( ?[(\\[/].*)?$|atr units|"
            + "^atr( ?[(\\[].*)?$|assorbanza|absorbancia");
    private static final Pattern TRANSMITTANCES = Pattern.compile("transmi|durchl(a|ae)ss|% ?t([^a-z]|$)|"
            + "^t ?[(\\[/]? ?%|^t( ?[(\\[].*)?$|trasmitt");
    private static final Pattern REFLECTANCES = Pattern.compile("reflect|reflekt|reflex|remission|% ?r([^a-z]|$)|"
            + "^r ?[(\\[/]? ?%|rifless");
    private static final Pattern BEAM = Pattern.compile("single.?beam|einkanal|monofaisceau|single.?channel");
    private static final Pattern COUNT = Pattern.compile("count|(^|[^a-z])cnts?([^a-z]|$)|(^|[^a-z])cps([^a-z]|$)|"
            + "za(e)?hlrate|impulse|coups");
    private static final Pattern INTENSITY = Pattern.compile("intens|(^|[^a-z])(a\\. ?u|arb)|signal|"
            + "^raman( |$)");
    private static final Pattern MILLI = Pattern.compile("(^|[^a-z])(mau|mod|m absorb|milli ?-?absorb|"
            + "milliabsorbance)([^a-z]|$)|milli ?-?(absorb|extin|od|au)");
    private static final Pattern MICRO = Pattern.compile("(^|[^a-z])[u\u00b5\u03bc](au|od)([^a-z]|$)");

    /**
     * What a heading says.
     *
     * @param ordinate what the ordinate is
     * @param scale factor to the unit of the ordinate: 1e-3 for milli-absorbance
     */
    record Said(Ordinate ordinate, double scale) {

        /** Whether more than some intensity is said. */
        boolean isCertain() {
            return ordinate != ARBITRARY;
        }
    }

    /** What a heading with its unit says; empty if it names no ordinate. */
    static Optional<Said> of(String heading) {
        String h = SpectrumAbscissa.plain(heading);
        boolean percent = h.contains("%") || h.contains("percent") || h.contains("prozent") || h.contains("pour cent");
        if (KUBELKA.matcher(h).find()) {
            return Optional.of(new Said(KUBELKA_MUNK, 1));
        } else if (LOG_REFLECTANCE.matcher(h).find()) {
            return Optional.of(new Said(APPARENT_ABSORBANCE, 1));
        } else if (LOG_TRANSMITTANCE.matcher(h).find()) {
            return Optional.of(new Said(ABSORBANCE, 1));
        } else if (COEFFICIENT.matcher(h).find()) {
            return Optional.empty();
        } else if (BEAM.matcher(h).find()) {
            return Optional.of(new Said(SINGLE_BEAM, 1));
        } else if (TRANSMITTANCES.matcher(h).find()) {
            return Optional.of(new Said(percent ? PERCENT_TRANSMITTANCE : TRANSMITTANCE, 1));
        } else if (REFLECTANCES.matcher(h).find()) {
            return Optional.of(new Said(percent ? PERCENT_REFLECTANCE : REFLECTANCE, 1));
        } else if (ABSORBANCES.matcher(h).find()) {
            // absorption in per cent is 100 % less transmittance: no absorbance
            return percent ? Optional.empty() : Optional.of(new Said(ABSORBANCE, MILLI.matcher(h).find() ? 1e-3
                    : MICRO.matcher(h).find() ? 1e-6 : 1));
        } else if (COUNT.matcher(h).find()) {
            return Optional.of(new Said(COUNTS, 1));
        }
        return INTENSITY.matcher(h).find() ? Optional.of(new Said(ARBITRARY, 1)) : Optional.empty();
    }

    /** The ordinate a kind of this technique has; empty for Raman. */
    static Optional<Ordinate> ofKind(String kind) {
        return switch (kind) {
            case "ftir.absorbance" -> Optional.of(ABSORBANCE);
            case "ftir.transmittance" -> Optional.of(TRANSMITTANCE);
            case "ftir.reflectance" -> Optional.of(REFLECTANCE);
            case "ftir.kubelka-munk" -> Optional.of(KUBELKA_MUNK);
            case "ftir.single-beam" -> Optional.of(SINGLE_BEAM);
            default -> Optional.empty();
        };
    }

    /** Whether it is a ratio that only spectra of absorption have, not scattered intensity. */
    boolean isAbsorption() {
        return this != COUNTS && this != ARBITRARY;
    }

    /** The same in per cent where the values show it: a transmittance or reflectance far above 1 is one. */
    Ordinate scaledAs(double[] y) {
        if (this != TRANSMITTANCE && this != REFLECTANCE) {
            return this;
        }
        double[] sorted = Arrays.stream(y).filter(Double::isFinite).sorted().toArray();
        // a few noisy points above 2 do not make a percentage
        boolean percent = sorted.length > 0 && sorted[(int) (0.9 * (sorted.length - 1))] > 2;
        return !percent ? this : this == TRANSMITTANCE ? PERCENT_TRANSMITTANCE : PERCENT_REFLECTANCE;
    }
}
