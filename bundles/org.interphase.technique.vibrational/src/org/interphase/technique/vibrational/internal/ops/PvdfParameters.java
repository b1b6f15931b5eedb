package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.Param;

/** Parameters of {@link PvdfOperation}. */
public record PvdfParameters(
        @Param(label = "K alpha", def = "61000", min = 1, max = 1e9, help = "Absorption coefficient at the alpha band, "
                + "cm2/mol (Gregorio and Cestari 1994).", advanced = true) double kAlpha,
        @Param(label = "K beta", def = "77000", min = 1, max = 1e9, help = "Absorption coefficient at the beta band, "
                + "cm2/mol (Gregorio and Cestari 1994).", advanced = true) double kBeta,
        @Param(label = "Beta band", def = "auto", help = "Band whose absorbance stands for beta: 840 cm-1, for which "
                + "the coefficient holds, or 1275 cm-1. Automatic: 840 where it is measured.") Beta beta,
        @Param(label = "Measure", def = "height", help = "Absorbance at the maximum over the baseline, as the "
                + "coefficients are defined, or band area.", advanced = true) Measure measure,
        @Param(label = "Baseline degree", def = "3", min = 1, max = 5, help = "Degree of the polynomial fitted as "
                + "baseline together with the bands.", advanced = true) int degree,
        @Param(label = "Detection", def = "3", min = 2, max = 20, help = "Significance from which a band counts as "
                + "present.", advanced = true) double detection) {

    /** Which band stands for beta. */
    public enum Beta {
        /** 840 where it is measured. */
        AUTO,
        /** 840 cm-1. */
        AT_840,
        /** 1275 cm-1. */
        AT_1275
    }

    /** What counts as absorbance. */
    public enum Measure {
        /** Band height. */
        HEIGHT,
        /** Band area. */
        AREA
    }
}
