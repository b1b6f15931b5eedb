package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;

/** Parameters of {@link AbsorbanceOperation}. */
public record AbsorbanceParameters(
        @Param(label = "Convert to", def = "absorbance", help = "Absorbance A = -lg T, or back to transmittance "
                + "T = 10^-A.") Target target,
        @Param(label = "Reference", def = "", help = "File with the single beam of the reference; needed to convert "
                + "a single beam.") FilePath reference) {

    /** What to convert to. */
    public enum Target {
        /** Absorbance. */
        ABSORBANCE,
        /** Transmittance as a fraction. */
        TRANSMITTANCE
    }
}
