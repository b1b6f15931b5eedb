package org.interphase.technique.vibrational.internal.map;

import org.interphase.api.parameters.Param;

/** Parameters of {@link AverageOperation}. */
public record AverageParameters(
        @Param(label = "Median", def = "false", help = "Take the median of the spectra, which cosmic rays do not "
                + "touch, instead of the mean.") boolean median) {
}
