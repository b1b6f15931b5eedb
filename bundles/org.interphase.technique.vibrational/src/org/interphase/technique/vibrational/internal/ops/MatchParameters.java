package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;

/** Parameters of {@link MatchOperation}. */
public record MatchParameters(
        @Param(label = "Library", def = "", help = "Folder with reference spectra in any format that can be opened; "
                + "its sub-folders count. Empty: no matching.") FilePath library,
        @Param(label = "Measure", def = "derivative-correlation", help = "What ranks the references: correlation, "
                + "correlation of first derivatives (does not see baselines), spectral angle, or the list of bands.")
        Measure measure,
        @Param(label = "Range", unit = "cm-1", def = "all", help = "Part of the axis to compare.",
                picture = Param.Picture.X_RANGE) Range range,
        @Param(label = "Results", def = "5", min = 1, max = 100, help = "How many references are listed.") int results,
        @Param(label = "Good match", def = "0.6", min = 0, max = 1, help = "A best score below this is said to be no "
                + "match.", advanced = true) double good) {

    /** Measures of likeness. */
    public enum Measure {
        /** Pearson's correlation. */
        CORRELATION,
        /** Pearson's correlation of first derivatives. */
        DERIVATIVE_CORRELATION,
        /** One minus the angle between the spectra over a right angle. */
        SPECTRAL_ANGLE,
        /** Agreement of the lists of bands. */
        PEAK_LIST
    }
}
