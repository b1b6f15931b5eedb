package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.parameters.Param;

/** Parameters of {@link AtrOperation}. */
public record AtrParameters(
        @Param(label = "Method", def = "advanced", help = "Simple: proportional to the wavenumber. Advanced: by the "
                + "effective thickness, with refractive indices and angle.") Method method,
        @Param(label = "Crystal index", def = "2.4", min = 1.3, max = 5, help = "Refractive index of the ATR crystal: "
                + "diamond 2.4, ZnSe 2.4, germanium 4.0.") double crystal,
        @Param(label = "Sample index", def = "1.5", min = 1, max = 3, help = "Refractive index of the sample away from "
                + "its bands, taken as constant: polymers about 1.5, PVDF 1.42.") double sample,
        @Param(label = "Angle", unit = "deg", def = "45", min = 10, max = 85, help = "Angle of incidence.")
        double angle,
        @Param(label = "Reflections", def = "1", min = 1, max = 50, help = "Number of reflections.") int reflections,
        @Param(label = "Polarisation", def = "0.5", min = 0, max = 1, help = "Share of light polarised perpendicular "
                + "to the plane of incidence (s); 0.5 for unpolarised light.", advanced = true) double perpendicular,
        @Param(label = "Path", unit = "um", def = "1", min = 0.001, max = 1e5, help = "Thickness of the film whose "
                + "transmission absorbance is given (advanced).", advanced = true) double path,
        @Param(label = "Reference wavenumber", unit = "cm-1", def = "1000", min = 10, max = 10000, help = "Where the "
                + "simple method leaves the absorbance as it is.", advanced = true) double reference) {

    /** How to correct. */
    public enum Method {
        /** A times wavenumber over reference wavenumber. */
        SIMPLE,
        /** Effective thickness. */
        ADVANCED
    }
}
