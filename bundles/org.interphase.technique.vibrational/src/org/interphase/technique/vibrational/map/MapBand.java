package org.interphase.technique.vibrational.map;

import org.interphase.api.parameters.Param;

/** A band whose image is wanted. */
public record MapBand(
        @Param(label = "Name", def = "band", help = "Name of the band; unique in the step.") String name,
        @Param(label = "Position", unit = "cm-1", def = "1000", help = "Where the band is; it may move by its width "
                + "from pixel to pixel.", picture = Param.Picture.X) double position,
        @Param(label = "FWHM", unit = "cm-1", def = "20", min = 0.1, max = 1000, help = "Usual full width at half "
                + "maximum; it may vary by a factor of three.") double fwhm) {
}
