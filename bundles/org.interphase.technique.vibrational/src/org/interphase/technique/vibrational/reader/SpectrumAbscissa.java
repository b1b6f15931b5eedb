package org.interphase.technique.vibrational.reader;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the abscissa of a spectrum is, and the words files have for it in English, German and French. */
enum SpectrumAbscissa {
    WAVENUMBER, RAMAN_SHIFT, NANOMETRES, MICROMETRES;

    /** Shortest wavelength of infrared light: 780 nm (ISO 20473), as micrometres and as wavenumber. */
    static final double SHORTEST_INFRARED_UM = 0.78;
    private static final double HIGHEST_INFRARED = 1e4 / SHORTEST_INFRARED_UM;

    private static final Pattern PER_CM = Pattern.compile(
            "cm ?(\\^|\\*\\*)? ?\\{?\\(?[-\u2212\u2013\u207b] ?[1\u00b9]"
            + "|1 ?/ ?cm|/ ?cm|cm\u207b\u00b9|kayser|1 durch cm");
    private static final Pattern NM = Pattern.compile("(^|[^a-z])nm([^a-z]|$)|nanomet");
    private static final Pattern UM = Pattern.compile(
            "(^|[^a-z])([u\u00b5\u03bc]m)([^a-z]|$)|micromet|mikromet|micron");
    private static final Pattern OTHER_UNIT = Pattern.compile(
            "(^|[^a-z])(m?ev|kev|k?hz|thz|ghz|pixels?|min|s)([^a-z]|$)|angstr");
    private static final Pattern RAMAN = Pattern.compile("raman|stokes");
    /** Other things are shifted too: chemical shifts, curves of a stack, capacities. */
    private static final Pattern SHIFT = Pattern.compile("(?<![a-z])(shifts?|verschiebung|deplacement|decalage|"
            + "desplazamiento)(?![a-z])");
    private static final Pattern SHIFT_ALONE = Pattern.compile("[^a-z]*" + SHIFT + "[^a-z]*");
    private static final Pattern NUMBER = Pattern.compile("wave ?-?numb|wellenzahl|nombre d.?onde|numero d.?onda|"
            + "numero de onda|golfgetal");
    private static final Pattern LENGTH = Pattern.compile("wave ?-?len|wellenl|longueur d.?onde|lunghezza d.?onda|"
            + "longitud de onda|golflengte|(^|[^a-z])lambda([^a-z]|$)");

    /** A text in lower case without accents, for comparing words. */
    static String plain(String text) {
        return Normalizer.normalize(text.replace('\u2019', '\'').replace("\u2032", "'"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT).strip();
    }

    /**
     * What a heading with its unit says; null if it names no abscissa of a spectrum, contradicts itself, or leaves a
     * wavelength without unit.
     */
    static SpectrumAbscissa of(String heading) {
        String h = plain(heading);
        boolean perCm = PER_CM.matcher(h).find();
        boolean nm = NM.matcher(h).find();
        boolean um = UM.matcher(h).find();
        int units = (perCm ? 1 : 0) + (nm ? 1 : 0) + (um ? 1 : 0);
        if (units > 1 || units == 0 && OTHER_UNIT.matcher(h).find()) {
            return null;
        }
        boolean shift = RAMAN.matcher(h).find() || (perCm ? SHIFT.matcher(h).find() : SHIFT_ALONE.matcher(h).matches());
        if (nm || um) {
            boolean otherwise = NUMBER.matcher(h).find() || (shift || SHIFT.matcher(h).find())
                    && !LENGTH.matcher(h).find();
            return otherwise ? null : nm ? NANOMETRES : MICROMETRES;
        }
        if (LENGTH.matcher(h).find()) {
            return null;
        }
        if (shift && !h.contains("intens")) {
            return RAMAN_SHIFT;
        }
        return perCm || NUMBER.matcher(h).find() ? WAVENUMBER : null;
    }

    boolean isWavelength() {
        return this == NANOMETRES || this == MICROMETRES;
    }

    /** The abscissae as wavenumbers in cm-1: 1e7 / nm, 1e4 / um. */
    double[] wavenumbers(double[] x) {
        return switch (this) {
            case NANOMETRES -> Arrays.stream(x).map(v -> 1e7 / v).toArray();
            case MICROMETRES -> Arrays.stream(x).map(v -> 1e4 / v).toArray();
            default -> x;
        };
    }

    /** Whether all these abscissae are of infrared light. */
    boolean isInfrared(double[] x) {
        for (double v : wavenumbers(x)) {
            if (!(v > 0 && v <= HIGHEST_INFRARED * (1 + 1e-9))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether abscissae without unit can't be the wavelengths, in nanometres, of one Raman spectrum: shifts end at
     * about 4500 cm-1, so that even with a laser of 1064 nm the longest wavelength is below 2100 nm and less than twice
     * the shortest, and no laser in use is below 200 nm.
     */
    static boolean cannotBeRamanWavelengths(double[] x) {
        double min = Arrays.stream(x).min().orElse(Double.NaN);
        double max = Arrays.stream(x).max().orElse(Double.NaN);
        return min < 200 || max > 2 * min || max > 2100;
    }
}
