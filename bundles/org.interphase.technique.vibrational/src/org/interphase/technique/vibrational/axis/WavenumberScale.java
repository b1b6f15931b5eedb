package org.interphase.technique.vibrational.axis;

import java.util.Locale;
import org.interphase.model.Dataset;
import org.interphase.model.Product;

/**
 * How well the wavenumbers of an axis are known by themselves: part of every position, and of no width, height, area or
 * ratio. Most of it is one offset for all bands of a run, so that it cancels in differences within that run and stays
 * between runs, which no file tells apart.
 *
 * @param uncertainty standard uncertainty in cm-1, at least 0
 */
public record WavenumberScale(double uncertainty) implements Product {

    /**
     * Of a Raman shift of which nothing is said, in cm-1. The founders' choice, unverified: above the 1.1 to 1.2 cm-1
     * (k = 2) that a metrology institute states for its polystyrene after a calibration with neon and argon lines
     * (N. Itoh, N. Hanari, Anal. Sci. 37 (2021) 1533).
     */
    public static final double RAMAN = 1;

    /**
     * Of an infrared wavenumber of which nothing is said, in cm-1: the limits of +-1.0 cm-1 that pharmacopoeias set for
     * polystyrene below 2000 cm-1 (R. A. Hoult, B. Perston, R. A. Spragg, Spectroscopy 28 (2013) no. 2), as a
     * rectangular distribution (JCGM 100:2008, 4.3.7). That a spectrometer nobody checked keeps them is unverified.
     */
    public static final double INFRARED = 0.6;

    /** What methods sections say of it where nothing is stated. */
    public static final String METHODS = String.format(Locale.ROOT, "Positions include the standard uncertainty of the "
            + "wavenumber scale: that of a calibration before, else %.1f cm-1 in Raman and %.1f cm-1 in infrared "
            + "spectra, usual values where nothing is stated.", RAMAN, INFRARED);

    /** What help says of the parameter. */
    public static final String HELP = "How well wavenumbers are known by themselves, as a standard uncertainty. It is "
            + "part of every position, of no width, area or ratio. Empty: that of a calibration step before, else "
            + "1 for Raman and 0.6 for infrared. 0 takes them as exact, as for differences between spectra of one "
            + "run, where an offset cancels.";

    /**
     * The scale of some data.
     *
     * @param stated as a person states it; null for what a calibration left with the data, else the usual value
     * @param raman whether they are Raman spectra; else infrared
     */
    public static WavenumberScale of(Dataset data, Double stated, boolean raman) {
        return stated != null ? new WavenumberScale(stated) : data.product(WavenumberScale.class)
                .orElseGet(() -> new WavenumberScale(raman ? RAMAN : INFRARED));
    }

    /** The uncertainty of a position whose fit has this one; what is not finite stays so. */
    public double with(double fitted) {
        return Math.hypot(fitted, uncertainty);
    }

    /** The sentence of a methods section. */
    public static String methods(Double stated) {
        return stated == null ? METHODS : stated == 0 ? "Wavenumbers were taken as exact." : "Positions include a "
                + "standard uncertainty of the wavenumber scale of " + stated + " cm-1.";
    }

    @Override
    public String title() {
        return String.format(Locale.ROOT, "Wavenumbers within %.2g cm-1", uncertainty);
    }
}
