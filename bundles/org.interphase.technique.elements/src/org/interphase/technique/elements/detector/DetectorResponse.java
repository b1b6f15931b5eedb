package org.interphase.technique.elements.detector;

import org.interphase.technique.elements.reference.Attenuation;
import org.interphase.technique.elements.reference.ShellFacts;
import org.interphase.technique.elements.reference.XrayTables;

/**
 * What an energy-dispersive silicon detector makes of a line: a Gaussian of width FWHM^2 = noise^2 + 8 ln 2 F w E, and
 * an escape peak 1.74 keV below. F is the Fano factor, w = 3.65 eV the energy per electron-hole pair in silicon.
 *
 * @param noise electronic noise, FWHM in eV
 * @param fano Fano factor
 * @param thickness thickness of the crystal in cm
 * @param deadLayer thickness of insensitive silicon in cm
 */
public record DetectorResponse(double noise, double fano, double thickness, double deadLayer) {

    /** FWHM of a Gaussian over its standard deviation. */
    public static final double FWHM = 2 * Math.sqrt(2 * Math.log(2));
    /** Energy per electron-hole pair in silicon in eV. */
    private static final double PAIR = 3.65;
    /** The usual Fano factor of silicon. */
    public static final double USUAL_FANO = 0.115;
    private static final double MANGANESE = 5898.8;
    /** Density of silicon in g/cm3. */
    private static final double SILICON = 2.33;
    /** Energy of Si K-alpha in eV, which escapes. */
    public static final double ESCAPING = 1740.0;
    private static final ShellFacts K = XrayTables.require("Si").shell("K").orElseThrow();

    /** A detector of a resolution at Mn K-alpha in eV, with the usual Fano factor. */
    public static DetectorResponse ofResolution(double atManganese, double thickness, double deadLayer) {
        double statistic = FWHM * FWHM * USUAL_FANO * PAIR * MANGANESE;
        double noise = Math.sqrt(Math.max(25 * 25, atManganese * atManganese - statistic));
        return new DetectorResponse(noise, USUAL_FANO, thickness, deadLayer);
    }

    /** Full width at half maximum of a line in eV. */
    public double fwhm(double energy) {
        return Math.sqrt(noise * noise + FWHM * FWHM * fano * PAIR * Math.max(0, energy));
    }

    /** Resolution at Mn K-alpha in eV. */
    public double resolution() {
        return fwhm(MANGANESE);
    }

    /** The same detector with other widths. */
    public DetectorResponse with(double otherNoise, double otherFano) {
        return new DetectorResponse(otherNoise, otherFano, thickness, deadLayer);
    }

    /** The same detector with all widths times a factor. */
    public DetectorResponse wider(double factor) {
        return new DetectorResponse(noise * factor, fano * factor * factor, thickness, deadLayer);
    }

    /** Share of photons that the crystal counts, windows left out. */
    public double efficiency(double energy) {
        double mu = SILICON * Attenuation.of("Si", Math.max(100, energy));
        return Math.exp(-mu * deadLayer) * -Math.expm1(-mu * thickness);
    }

    /**
     * Share of the counts of a line that lie in its escape peak: S. J. B. Reed and N. G. Ware, "Escape peaks and
     * internal fluorescence in X-ray spectra recorded with lithium drifted silicon detectors", J. Phys. E 5 (1972)
     * 582, doi:10.1088/0022-3735/5/6/029, for photons that come in at right angles.
     */
    public double escape(double energy) {
        if (energy <= K.edge()) {
            return 0;
        }
        double ratio = Attenuation.of("Si", ESCAPING) / Attenuation.of("Si", energy);
        double f = 0.5 * K.fluorescence() * (K.jump() - 1) / K.jump() * (1 - ratio * Math.log1p(1 / ratio));
        return f / (1 + f);
    }
}
