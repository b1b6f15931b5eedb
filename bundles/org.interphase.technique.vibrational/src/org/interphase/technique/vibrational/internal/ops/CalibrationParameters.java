package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;

/** Parameters of {@link CalibrationOperation}. */
public record CalibrationParameters(
        @Param(label = "Reference", def = "", help = "File with the spectrum of the calibration sample (silicon), "
                + "measured with the same settings. Empty: the band is in the spectrum itself.") FilePath reference,
        @Param(label = "True position", unit = "cm-1", def = "520.7", min = 0, max = 5000, help = "Where the band is: "
                + "520.7 for silicon.") double position,
        @Param(label = "Window", unit = "cm-1", def = "15", min = 2, max = 200, help = "How far from there to look.")
        double window) {
}
