package org.interphase.technique.elements.spectrum;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;

/**
 * What fits of one spectrum over one range are made of: continuum, pile-up, and profiles of lines. A search fits the
 * same lines from the same start many times, so that those of the start are kept.
 */
final class FitColumns {

    /** All groups of a family. */
    static final int WHOLE = -1;
    /** Spectra with fewer counts show no pile-up. */
    private static final double PILING = 20_000;

    /** Where lines stand and how wide they are. */
    private record Scale(int group, double shift, double stretch, DetectorResponse detector) {
    }

    private final EdsSpectrum spectrum;
    private final Composition specimen;
    private final int low;
    private final int high;
    private final PeakProfile piled;
    private final Map<XrayFamily, Map<Scale, PeakProfile>> profiles = new IdentityHashMap<>();
    private Scale start;
    private List<PeakProfile> continuum;

    /**
     * @param specimen composition that the continuum's absorption is taken from; null for none
     * @param low first channel
     * @param high channel behind the last
     */
    FitColumns(EdsSpectrum spectrum, Composition specimen, int low, int high) {
        this.spectrum = spectrum;
        this.specimen = specimen;
        this.low = low;
        this.high = high;
        piled = spectrum.sum() < PILING ? null : PileUp.of(spectrum, low, high);
    }

    /** Whether these are the columns of a fit. */
    boolean isOf(EdsSpectrum s, Composition material, int first, int behind) {
        return spectrum == s && specimen == material && low == first && high == behind;
    }

    /** A fit starts at a scale; what was kept of another is let go. */
    void startAt(double offset, double gain, DetectorResponse response) {
        Scale s = new Scale(WHOLE, offset, gain, response);
        if (!s.equals(start)) {
            profiles.clear();
            continuum = null;
            start = s;
        }
    }

    /** Pile-up; null where there cannot be any to see. */
    PeakProfile piled() {
        return piled;
    }

    /**
     * The columns of the continuum.
     *
     * @param keep whether the response is that of the start
     */
    List<PeakProfile> continuum(DetectorResponse response, boolean keep) {
        List<PeakProfile> c = keep && continuum != null ? continuum : Bremsstrahlung.columns(spectrum, response,
                specimen, low, high);
        continuum = keep ? c : continuum;
        return c;
    }

    /**
     * The profile of a family, or of a group of its lines.
     *
     * @param keep whether it is one of the start
     */
    PeakProfile profile(XrayFamily family, int group, double shift, double stretch, DetectorResponse detector,
            boolean keep) {
        return keep ? profiles.computeIfAbsent(family, f -> new HashMap<>()).computeIfAbsent(new Scale(group, shift,
                stretch, detector), s -> of(family, s)) : of(family, new Scale(group, shift, stretch, detector));
    }

    private PeakProfile of(XrayFamily family, Scale s) {
        return PeakProfile.of(spectrum, s.detector, s.group == WHOLE ? family.lines()
                : family.groups().get(s.group).lines(), s.shift, s.stretch, low, high);
    }
}
