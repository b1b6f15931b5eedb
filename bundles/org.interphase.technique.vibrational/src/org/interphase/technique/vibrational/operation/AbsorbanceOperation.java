package org.interphase.technique.vibrational.operation;

import java.io.IOException;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Remark;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.signal.Resample;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.library.ReferenceFiles;

/** Converts between transmittance and absorbance, and a single beam with its reference to absorbance. */
public final class AbsorbanceOperation implements Operation<Curve, AbsorbanceOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Convert to", def = "absorbance", help = "Absorbance A = -lg T, or back to transmittance "
                    + "T = 10^-A.") Target target,
            @Param(label = "Reference", def = "", help = "File with the single beam of the reference; needed to "
                    + "convert a single beam.") FilePath reference) {

        /** What to convert to. */
        public enum Target {
            /** Absorbance. */
            ABSORBANCE,
            /** Transmittance as a fraction. */
            TRANSMITTANCE
        }
    }

    private static final Unit PERCENT = Unit.of("%");

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.absorbance", 1, "Absorbance",
                "Converts transmittance or reflectance to absorbance, A = -lg T (of a reflectance: apparent "
                        + "absorbance lg 1/R), or back. Kubelka-Munk units are taken back to the reflectance they "
                        + "are of, R = 1 + K - sqrt(K^2 + 2 K). A single beam needs the reference's. What is an "
                        + "absorbance already stays as it is.",
                Curve.class, Parameters.class)
                .forKinds(Kinds.ABSORBANCE, Kinds.TRANSMITTANCE, Kinds.REFLECTANCE, Kinds.KUBELKA_MUNK,
                        Kinds.SINGLE_BEAM);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        String kind = input.kind().id();
        boolean toAbsorbance = p.target() == Parameters.Target.ABSORBANCE;
        if (kind.equals(Kinds.ABSORBANCE)) {
            return toAbsorbance ? Outcome.of(input) : transmittance(input);
        }
        if (!toAbsorbance && kind.equals(Kinds.TRANSMITTANCE)) {
            return Outcome.of(input);
        }
        if (kind.equals(Kinds.KUBELKA_MUNK)) {
            return kubelkaMunk(input, toAbsorbance);
        }
        double[] ratio = input.signal().values();
        double[] sigma = input.signal().sigma();
        double scale = input.signal().unit().equals(PERCENT) ? 0.01 : 1;
        if (kind.equals(Kinds.SINGLE_BEAM)) {
            double[] reference = reference(input, p, progress);
            for (int i = 0; i < ratio.length; i++) {
                ratio[i] /= reference[i];
                if (sigma != null) {
                    sigma[i] /= Math.abs(reference[i]);
                }
            }
            scale = 1;
        }
        int nothing = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double v : ratio) {
            if (v > 0) {
                smallest = Math.min(smallest, v);
            }
        }
        double[] values = new double[ratio.length];
        double[] u = sigma == null ? null : new double[ratio.length];
        for (int i = 0; i < ratio.length; i++) {
            double t = ratio[i] * scale;
            if (!(t > 0)) {
                nothing++;
                t = smallest * scale;
            }
            values[i] = toAbsorbance ? -Math.log10(t) : t;
            if (u != null) {
                u[i] = toAbsorbance ? sigma[i] * scale / (t * Math.log(10)) : sigma[i] * scale;
            }
        }
        if (nothing == ratio.length) {
            throw new AnalysisException("No light arrives at any wavenumber: there is no absorbance. Check the file's "
                    + "ordinate.");
        }
        Outcome.Builder out = Outcome.builder(toAbsorbance ? absorbance(input, values, u)
                : curve(input, Kinds.TRANSMITTANCE, "Transmittance", values, u));
        if (nothing > 0) {
            out.remark(Remark.warning(nothing + " points have no light or less (zero or negative); they were given "
                    + "the smallest positive value. Bands there are cut off."));
        }
        if (kind.equals(Kinds.REFLECTANCE)) {
            out.remark(Remark.info("The file holds a reflectance: lg(1/R) is an apparent absorbance; band shapes "
                    + "can be distorted by specular reflection and are not proportional to concentration."));
        }
        return out.build();
    }

    /** lg(1/R) of the reflectance of Kubelka-Munk units, K = (1 - R)^2 / (2 R), so that both forms of a file agree. */
    private static Outcome kubelkaMunk(Curve input, boolean toAbsorbance) throws AnalysisException {
        if (!toAbsorbance) {
            throw new AnalysisException("Kubelka-Munk units are of a diffuse reflectance: they have no transmittance.");
        }
        double[] k = input.signal().values();
        double[] u = input.signal().sigma();
        int below = 0;
        for (int i = 0; i < k.length; i++) {
            below += k[i] < 0 ? 1 : 0;
            double at = Math.max(k[i], 0);
            double root = Math.sqrt(at * at + 2 * at);
            k[i] = -Math.log10(1 + at - root);
            if (u != null) {
                // d lg(1/R) / dK = 1 / (ln 10 sqrt(K^2 + 2 K)); at the foot the uncertainty itself keeps it finite
                u[i] /= Math.log(10) * Math.max(root, Math.sqrt(u[i] * u[i] + 2 * u[i]));
            }
        }
        Outcome.Builder out = Outcome.builder(curve(input, Kinds.ABSORBANCE, "Apparent absorbance lg(1/R)", k, u))
                .remark(Remark.info("Kubelka-Munk units were taken back to the reflectance they are of, and that to "
                        + "lg(1/R), an apparent absorbance: the same numbers as from the reflectance itself. Band "
                        + "ratios in Kubelka-Munk units themselves differ from these."));
        if (below > 0) {
            out.remark(Remark.info(below + " points below zero, which no reflectance gives, count as zero."));
        }
        return out.build();
    }

    private static Curve absorbance(Curve input, double[] values, double[] u) {
        return curve(input, Kinds.ABSORBANCE, "Absorbance", values, u);
    }

    private static Curve curve(Curve input, String kind, String quantity, double[] values, double[] u) {
        DatasetHeader header = input.header().without(Background.class).withKind(kind);
        return new Curve(header, input.axis(), Signal.of(quantity, Unit.ONE, values, u));
    }

    private static Outcome transmittance(Curve input) {
        double[] a = input.signal().values();
        double[] u = input.signal().sigma();
        for (int i = 0; i < a.length; i++) {
            a[i] = Math.pow(10, -a[i]);
            if (u != null) {
                u[i] *= a[i] * Math.log(10);
            }
        }
        return Outcome.of(curve(input, Kinds.TRANSMITTANCE, "Transmittance", a, u));
    }

    private static double[] reference(Curve input, Parameters p, Progress progress)
            throws AnalysisException {
        if (p.reference().isNone()) {
            throw new AnalysisException("A single beam needs the reference's single beam: name its file in "
                    + "'Reference', or open the ratioed spectrum.");
        }
        List<Curve> found;
        try {
            found = ReferenceFiles.read(p.reference().toPath(), progress).stream()
                    .filter(c -> c.kind().id().equals(Kinds.SINGLE_BEAM)).toList();
        } catch (IOException e) {
            throw new AnalysisException("The reference cannot be read: " + e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new AnalysisException("The reference file holds no single beam.");
        }
        // a Bruker file holds the sample's channel before the reference's
        Curve reference = found.get(found.size() - 1);
        double[] x = input.axis().values();
        if (reference.axis().min() > x[0] || reference.axis().max() < x[x.length - 1]) {
            throw new AnalysisException("The reference covers " + BandSpectrum.fmt(reference.axis().min()) + " to "
                    + BandSpectrum.fmt(reference.axis().max()) + " cm-1, less than the spectrum. Crop the spectrum.");
        }
        return Resample.spline(reference.axis().values(), reference.signal().values(), x);
    }

    @Override
    public String methods(Parameters p) {
        return p.target() == Parameters.Target.ABSORBANCE ? "Spectra are absorbances, A = -lg T."
                : "Spectra are transmittances, T = 10^-A.";
    }
}
