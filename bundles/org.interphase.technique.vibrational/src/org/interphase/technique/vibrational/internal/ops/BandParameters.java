package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;

/** Parameters of {@link BandsOperation}. */
public record BandParameters(
        @Param(label = "Range", unit = "cm-1", def = "all", help = "Where to look for bands.",
                picture = Param.Picture.X_RANGE) Range range,
        @Param(label = "Threshold", def = "5", min = 3, max = 1000, help = "Least significance of a band: its height "
                + "over the standard deviation noise alone would give it.") double threshold,
        @Param(label = "Smallest height", unit = "%", def = "4", min = 0, max = 100, help = "Least height of a band "
                + "relative to the highest point over the baseline. Weaker ones are counted in a remark.")
        double smallest,
        @Param(label = "Largest width", unit = "cm-1", def = "", min = 1, max = 2000, help = "Broadest band (full "
                + "width at half maximum); what is broader is baseline. Automatic: 80 for Raman, 150 for infrared.")
        Double largestWidth,
        @Param(label = "Shoulders", def = "true", help = "Whether bands without a maximum of their own, on the flank "
                + "of another, are reported too.") boolean shoulders) {
}
