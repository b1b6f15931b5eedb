package org.interphase.technique.vibrational.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.technique.vibrational.bands.BandSpectrum;

/** Converts an ATR absorbance to what a film in transmission would show. */
public final class AtrOperation implements Operation<Curve, AtrOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Method", def = "advanced", help = "Simple: proportional to the wavenumber. Advanced: by "
                    + "the effective thickness, with refractive indices and angle.") Method method,
            @Param(label = "Crystal index", def = "2.4", min = 1.3, max = 5, help = "Refractive index of the ATR "
                    + "crystal: diamond 2.4, ZnSe 2.4, germanium 4.0.") double crystal,
            @Param(label = "Sample index", def = "1.5", min = 1, max = 3, help = "Refractive index of the sample away "
                    + "from its bands, taken as constant: polymers about 1.5, PVDF 1.42.") double sample,
            @Param(label = "Angle", unit = "deg", def = "45", min = 10, max = 85, help = "Angle of incidence.")
            double angle,
            @Param(label = "Reflections", def = "1", min = 1, max = 50,
                    help = "Number of reflections.") int reflections,
            @Param(label = "Polarisation", def = "0.5", min = 0, max = 1, help = "Share of light polarised "
                    + "perpendicular to the plane of incidence (s); 0.5 for unpolarised light.", advanced = true)
            double perpendicular,
            @Param(label = "Path", unit = "um", def = "1", min = 0.001, max = 1e5, help = "Thickness of the film whose "
                    + "transmission absorbance is given (advanced).", advanced = true) double path,
            @Param(label = "Reference wavenumber", unit = "cm-1", def = "1000", min = 10, max = 10000, help = "Where "
                    + "the simple method leaves the absorbance as it is.", advanced = true) double reference) {

        /** How to correct. */
        public enum Method {
            /** A times wavenumber over reference wavenumber. */
            SIMPLE,
            /** Effective thickness. */
            ADVANCED
        }
    }

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.atr-correction", 1, "ATR correction",
                "In attenuated total reflection light enters the sample the deeper the longer its wavelength, so bands "
                        + "at low wavenumbers are too strong. Simple: A times wavenumber over a reference wavenumber. "
                        + "Advanced: A over the number of reflections and the effective thickness for weak absorption "
                        + "at constant indices (no Kramers-Kronig transform, so shifts of strong bands by anomalous "
                        + "dispersion stay), times the path of the film wanted.",
                Curve.class, Parameters.class,
                Publication.book("N. J. Harrick",
                        "Internal Reflection Spectroscopy")
                        .by("Interscience, New York", 1967).cited("Harrick 1967")).forKinds(Kinds.ABSORBANCE);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        BandSpectrum.requireWavenumbers(input);
        double[] x = input.axis().values();
        double[] y = input.signal().values();
        double[] u = input.signal().sigma();
        double critical = Math.toDegrees(Math.asin(Math.min(1, p.sample() / p.crystal())));
        boolean advanced = p.method() == Parameters.Method.ADVANCED;
        if (advanced && !(p.angle() > critical + 0.5)) {
            throw new AnalysisException(String.format(java.util.Locale.ROOT, "At %.1f degrees there is no total "
                    + "reflection: the critical angle for indices %.2f and %.2f is %.1f degrees. Check indices and "
                    + "angle.", p.angle(), p.crystal(), p.sample(), critical));
        }
        for (int i = 0; i < x.length; i++) {
            double factor = advanced
                    ? p.path() / (p.reflections() * effectiveThickness(1e4 / x[i], p)) : x[i] / p.reference();
            y[i] *= factor;
            if (u != null) {
                u[i] *= factor;
            }
        }
        Curve corrected = new Curve(input.header().without(Background.class), input.axis(),
                Signal.of("Absorbance", Unit.ONE, y, u));
        Outcome.Builder out = Outcome.builder(corrected);
        if (advanced) {
            out.remark(Remark.info(String.format(java.util.Locale.ROOT, "The light probes the sample to a depth of "
                    + "%.2f um at 1000 cm-1 (field at 1/e). A coating thinner than that shows its substrate too.",
                    penetrationDepth(10, p))));
            if (p.angle() < critical + 3) {
                out.remark(Remark.warning(String.format(java.util.Locale.ROOT, "The angle is within 3 degrees of the "
                        + "critical angle (%.1f degrees): the sample's index changes across bands and distorts them.",
                        critical)));
            }
        }
        return out.build();
    }

    /** Depth at which the field has fallen to 1/e: lambda / (2 pi n1 sqrt(sin^2 - n21^2)) (Harrick 1967). */
    static double penetrationDepth(double wavelength, Parameters p) {
        double n21 = p.sample() / p.crystal();
        double sin = Math.sin(Math.toRadians(p.angle()));
        return wavelength / (2 * Math.PI * p.crystal() * Math.sqrt(sin * sin - n21 * n21));
    }

    /**
     * Effective thickness of a thick sample per reflection, in the unit of the wavelength, for weak absorption
     * (Harrick 1967), with lambda1 = lambda / n1:
     * d_s = lambda1 n21 cos / (pi (1 - n21^2) sqrt(sin^2 - n21^2)),
     * d_p = d_s (2 sin^2 - n21^2) / ((1 + n21^2) sin^2 - n21^2).
     */
    static double effectiveThickness(double wavelength, Parameters p) {
        double n21 = p.sample() / p.crystal();
        double n2 = n21 * n21;
        double angle = Math.toRadians(p.angle());
        double sin2 = Math.sin(angle) * Math.sin(angle);
        double ds = wavelength / p.crystal() * n21 * Math.cos(angle)
                / (Math.PI * (1 - n2) * Math.sqrt(sin2 - n2));
        double dp = ds * (2 * sin2 - n2) / ((1 + n2) * sin2 - n2);
        return p.perpendicular() * ds + (1 - p.perpendicular()) * dp;
    }
}
