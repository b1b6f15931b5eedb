package org.interphase.technique.xps.region;

import java.util.List;
import org.interphase.api.parameters.Range;
import org.interphase.spectra.peak.PeakComponent;

/**
 * What a line is fitted with: plain data, from which recipes and comparisons make their steps.
 *
 * @param line the line, such as "F 1s"
 * @param covers energies in eV a region must hold for the components to be looked for
 * @param background background under them
 * @param width usual width of a line in eV
 * @param components the chemical states looked for
 */
public record LineModel(String line, Range covers, RegionBackground.Kind background, double width,
        List<PeakComponent> components) {

    /** Detection threshold in standard uncertainties. */
    public static final double DETECTION = 3;

    /** Copies the list. */
    public LineModel {
        components = List.copyOf(components);
    }
}
