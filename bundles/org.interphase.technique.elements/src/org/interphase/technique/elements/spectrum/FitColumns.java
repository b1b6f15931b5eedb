package org.interphase.technique.elements.spectrum;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;

/**
 * What fits of one spectrum over one range are made of: continuum, pile-up, and profiles of lines. A search fits the
 * same lines at the same scale many times, so that they are kept.
 */
final class FitColumns {

    /** Spectra with fewer counts show no pile-up. */
    private static final double PILING = 20_000;
    private static final int MOST_PROFILES = 6000;
    private static final int MOST_CONTINUA = 48;
    private static final int WHOLE = -1;

    /** Where lines stand and how wide they are. */
    private record Scale(int group, double shift, double stretch, DetectorResponse detector) {
    }

    private final EdsSpectrum spectrum;
    private final Composition specimen;
    private final int low;
    private final int high;
    private final PeakProfile piled;
    private final Map<XrayFamily, Map<Scale, PeakProfile>> profiles = new IdentityHashMap<>();
    private final Map<DetectorResponse, List<PeakProfile>> continua = new HashMap<>();
    private int kept;

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

    /** Pile-up; null where there cannot be any to see. */
    PeakProfile piled() {
        return piled;
    }

    /** The columns of the continuum. */
    List<PeakProfile> continuum(DetectorResponse response) {
        if (continua.size() >= MOST_CONTINUA) {
            continua.clear();
        }
        return continua.computeIfAbsent(response, r -> Bremsstrahlung.columns(spectrum, r, specimen, low, high));
    }

    /** The profile of all lines of a family. */
    PeakProfile family(XrayFamily family, double shift, double stretch, DetectorResponse detector) {
        return profile(family, WHOLE, shift, stretch, detector);
    }

    /** The profile of a group of its lines. */
    PeakProfile group(XrayFamily family, int group, double shift, double stretch, DetectorResponse detector) {
        return profile(family, group, shift, stretch, detector);
    }

    private PeakProfile profile(XrayFamily family, int group, double shift, double stretch, DetectorResponse detector) {
        if (kept >= MOST_PROFILES) {
            profiles.clear();
            kept = 0;
        }
        return profiles.computeIfAbsent(family, f -> new HashMap<>()).computeIfAbsent(new Scale(group, shift, stretch,
                detector), s -> {
            kept++;
            return PeakProfile.of(spectrum, detector, group == WHOLE ? family.lines()
                    : family.groups().get(group).lines(), shift, stretch, low, high);
        });
    }
}
