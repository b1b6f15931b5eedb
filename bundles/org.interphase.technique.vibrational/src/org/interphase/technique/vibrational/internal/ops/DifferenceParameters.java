package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;

/** Parameters of {@link DifferenceOperation}. */
public record DifferenceParameters(
        @Param(label = "Subtract", def = "", help = "File with the spectrum to subtract, for example of the uncoated "
                + "material or the solvent.") FilePath reference,
        @Param(label = "Scale", def = "", help = "Factor on the subtracted spectrum. Automatic: the one that leaves "
                + "least of it in the fitted range.") Double scale,
        @Param(label = "Range", unit = "cm-1", def = "all", help = "Where the factor is fitted: best a region where "
                + "only the subtracted substance has bands.", picture = Param.Picture.X_RANGE) Range range) {
}
