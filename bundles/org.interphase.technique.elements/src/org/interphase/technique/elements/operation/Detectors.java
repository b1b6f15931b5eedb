package org.interphase.technique.elements.operation;

import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.spectrum.EdsSpectrum;

/** The detector a file describes. */
final class Detectors {

    /** Usual silicon drift detector: crystal of 0.45 mm, dead layer of 0.03 um, as a Bruker file states for its own. */
    private static final double CRYSTAL_MM = 0.45;
    private static final double DEAD_UM = 0.03;

    private Detectors() {
    }

    /**
     * The detector of a spectrum.
     *
     * @param resolution at Mn K-alpha in eV, to begin with
     */
    static DetectorResponse of(EdsSpectrum s, double resolution) {
        double crystal = positive(s.metadata().number("detector thickness", "mm").orElse(CRYSTAL_MM), CRYSTAL_MM);
        double dead = Math.max(0, s.metadata().number("dead layer", "um").orElse(DEAD_UM));
        return DetectorResponse.ofResolution(resolution, crystal / 10, dead * 1e-4);
    }

    private static double positive(double v, double usual) {
        return v > 0 ? v : usual;
    }
}
