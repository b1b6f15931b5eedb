package org.interphase.technique.vibrational.internal.map;

import java.util.List;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;

/** Parameters of {@link MapBandsOperation}. */
public record MapBandsParameters(
        @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of each spectrum that is fitted, with the "
                + "bands and some baseline on either side. All: around the bands.",
                picture = Param.Picture.X_RANGE) Range range,
        @Param(label = "Bands", def = "", help = "Bands to image; empty for the three strongest of the average "
                + "spectrum.") List<MapBand> bands,
        @Param(label = "Ratios", def = "", help = "Ratios of band areas to image, such as D / G, separated by commas.")
        List<String> ratios,
        @Param(label = "Detection", def = "3", min = 0, max = 100, help = "Pixels where a band's height is fewer "
                + "standard uncertainties are left out of its images.") double detection) {
}
