package org.interphase.technique.xps.quantification;

import java.util.Optional;
import org.interphase.model.Curve;
import org.interphase.spectra.peak.Noise;
import org.interphase.technique.xps.reference.XpsReferences;

/**
 * Turns areas of lines into relative amounts of atoms: divided by the sensitivity factor and, where wanted, by the
 * analyser's transmission and a power of the kinetic energy for the escape depth.
 *
 * @param transmission whether intensities are divided by the analyser's transmission
 * @param escape exponent of the kinetic energy (in keV) in the escape depth; 0 for none
 * @param factorUncertainty relative standard uncertainty of a sensitivity factor
 */
public record AmountScale(boolean transmission, double escape, double factorUncertainty) {

    private static final double AL_K_ALPHA = 1486.6;

    /** Name of the X-ray anode ("Al" or "Mg") a curve was measured with; Al where the file does not say. */
    public static String anode(Curve c) {
        return Math.abs(photonEnergy(c) - 1253.6) < 5 ? "Mg" : "Al";
    }

    private static double photonEnergy(Curve c) {
        return c.metadata().number("photon energy", "eV").orElse(AL_K_ALPHA);
    }

    /**
     * What an area (already a rate, transmission corrected) is divided by.
     *
     * @param energy binding energy of the line in eV
     * @return empty if no sensitivity factor is known
     */
    public Optional<Double> divisor(Curve c, String line, double energy) {
        double kinetic = Math.max(photonEnergy(c) - energy, 1);
        return XpsReferences.sensitivity(c, line, anode(c)).map(f -> f * Math.pow(kinetic / 1000, escape));
    }

    /**
     * Amount per area in the curve's own unit times eV, as {@link RegionArea} would scale it.
     *
     * @return empty if no sensitivity factor is known
     */
    public Optional<Double> amountPerArea(Curve c, String line, double energy) {
        double rate = c.signal().unit().text().equals("counts")
                ? 1 / Noise.acquisitionTime(c.metadata()).orElse(1) : 1;
        double t = transmission ? transmissionAt(c, energy) : 1;
        return divisor(c, line, energy).map(d -> rate / t / d);
    }

    private static double transmissionAt(Curve c, double energy) {
        Transmission t = c.product(Transmission.class).orElse(null);
        if (t == null || t.values().length != c.axis().size()) {
            return 1;
        }
        int nearest = 0;
        for (int i = 1; i < c.axis().size(); i++) {
            nearest = Math.abs(c.axis().get(i) - energy) < Math.abs(c.axis().get(nearest) - energy) ? i : nearest;
        }
        double value = t.values()[nearest];
        return value > 0 ? value : 1;
    }
}
