package org.interphase.technique.vibrational.internal.ops;

import java.util.List;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.spectra.peak.PeakComponent;

/** Parameters of {@link FitOperation}. */
public record FitParameters(
        @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of the spectrum that is fitted.",
                picture = Param.Picture.X_RANGE) Range range,
        @Param(label = "Bands", def = "", help = "The bands: shape, position, width and area, free, bounded, held or "
                + "tied to each other.") List<PeakComponent> components,
        @Param(label = "Baseline", def = "linear", help = "A polynomial fitted together with the bands, so that areas "
                + "carry its uncertainty, or what an earlier step found.") Base baseline,
        @Param(label = "Detection", def = "3", min = 0, max = 100, help = "Bands with an area of fewer standard "
                + "uncertainties are not detected and get a limit; 0 keeps all.") double detection,
        @Param(label = "Ratios", def = "", help = "Ratios of bands to report, such as D / G, separated by commas.")
        List<String> ratios) {

    /** Baseline under the bands. */
    public enum Base {
        /** A constant. */
        CONSTANT,
        /** A straight line. */
        LINEAR,
        /** A parabola. */
        QUADRATIC,
        /** Of the step before. */
        EARLIER_STEP
    }
}
