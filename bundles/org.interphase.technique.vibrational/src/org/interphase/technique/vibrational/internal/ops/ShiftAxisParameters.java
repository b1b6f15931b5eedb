package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.Param;

/** Parameters of {@link ShiftAxisOperation}. */
public record ShiftAxisParameters(
        @Param(label = "Laser wavelength", unit = "nm", def = "", min = 100, max = 3000, help = "Wavelength of the "
                + "excitation. Automatic: as the file says.") Double laser) {
}
