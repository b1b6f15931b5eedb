package org.interphase.technique.vibrational.internal.ops;

import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;

/** Converts an ATR absorbance to what a film in transmission would show. */
public final class AtrOperation implements Operation<Curve, AtrParameters> {

    @Override
    public OperationInfo<Curve, AtrParameters> info() {
        return OperationInfo.of("vibrational.atr-correction", 1, "ATR correction",
                "In attenuated total reflection light enters the sample the deeper the longer its wavelength, so bands "
                        + "at low wavenumbers are too strong. Simple: A times wavenumber over a reference wavenumber. "
                        + "Advanced: A over the number of reflections and the effective thickness for weak absorption "
                        + "at constant indices (no Kramers-Kronig transform, so shifts of strong bands by anomalous "
                        + "dispersion stay), times the path of the film wanted.",
                Curve.class, AtrParameters.class,
                new Citation("Harrick 1967", "N. J. Harrick, Internal Reflection Spectroscopy, Interscience, New York "
                        + "1967")).forKinds(Kinds.ABSORBANCE);
    }

    @Override
    public Outcome apply(Curve input, AtrParameters p, Progress progress) throws AnalysisException {
        Spectrum.requireWavenumbers(input);
        double[] x = input.axis().values();
        double[] y = input.signal().values();
        double[] u = input.signal().sigma();
        double critical = Math.toDegrees(Math.asin(Math.min(1, p.sample() / p.crystal())));
        boolean advanced = p.method() == AtrParameters.Method.ADVANCED;
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
    static double penetrationDepth(double wavelength, AtrParameters p) {
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
    static double effectiveThickness(double wavelength, AtrParameters p) {
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
