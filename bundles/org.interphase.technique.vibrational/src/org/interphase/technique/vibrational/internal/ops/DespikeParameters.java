package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.Param;

/** Parameters of despiking, of a spectrum or a map. */
public record DespikeParameters(
        @Param(label = "Threshold", def = "6", min = 3, max = 100, help = "How far a spike must stand out of its "
                + "neighbours, in standard deviations of the noise.") double threshold,
        @Param(label = "Narrowest band", unit = "cm-1", def = "8", min = 0.5, max = 100, help = "Full width at half "
                + "maximum of the narrowest real band; what is narrower may be a cosmic ray. Crystals such as "
                + "silicon have 4, polymers 8 and more.") double narrowest) {
}
