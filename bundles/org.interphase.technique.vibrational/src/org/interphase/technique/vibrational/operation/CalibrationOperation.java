package org.interphase.technique.vibrational.operation;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.FilePath;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.spectra.peak.Doubt;
import org.interphase.technique.vibrational.axis.WavenumberScale;
import org.interphase.technique.vibrational.bands.BandSpectrum;
import org.interphase.technique.vibrational.bands.LocalFit;
import org.interphase.technique.vibrational.library.ReferenceFiles;

/** Shifts the axis so that a known band is where it belongs. */
public final class CalibrationOperation implements Operation<Curve, CalibrationOperation.Parameters> {

    /** What can be set. */
    public record Parameters(
            @Param(label = "Reference", def = "", help = "File with the spectrum of the calibration sample (silicon), "
                    + "measured with the same settings. Empty: the band is in the spectrum itself.") FilePath reference,
            @Param(label = "True position", unit = "cm-1", def = "520.45", min = 0, max = 5000, help = "Where the band "
                    + "is: 520.45 for silicon (as instruments' software has it; measured as 520.2 +- 0.5, Raman "
                    + "Scattering by Silicon and Germanium, 1967).") double position,
            @Param(label = "Uncertainty of the true position", unit = "cm-1", def = "", min = 0, max = 100,
                    help = "Standard uncertainty of the true position. Empty: 0.5 for silicon, as it was measured; "
                            + "of other bands it must be stated, else the shift is doubtful.")
            Double positionUncertainty,
            @Param(label = "Window", unit = "cm-1", def = "15", min = 2, max = 200,
                    help = "How far from there to look.")
            double window) {
    }

    private static final String BAND = "reference band";
    private static final double DETECTED = 10;
    /** Position of silicon and its standard uncertainty, and how far from there it is still silicon that is meant. */
    private static final double SILICON = 520.45;
    private static final double SILICON_UNCERTAINTY = 0.5;
    private static final double MEANT = 1;

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return OperationInfo.of("vibrational.shift-calibration", 6, "Raman shift calibration",
                "Fits a known band, usually silicon at 520.45 cm-1, in the spectrum or a reference measured with the "
                        + "same settings, and shifts the axis by what it is off.",
                Curve.class, Parameters.class).forKinds(Kinds.RAMAN);
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        Curve reference = p.reference().isNone() ? input : reference(p, progress);
        BandSpectrum s = BandSpectrum.of(reference, new Range(p.position() - 2 * p.window(),
                p.position() + 2 * p.window()), 9);
        // the highest point of the window is the start, so that a neighbour does not draw the fit away
        double top = p.position();
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < s.x().length; i++) {
            if (Math.abs(s.x()[i] - p.position()) <= p.window() && s.y()[i] > highest) {
                highest = s.y()[i];
                top = s.x()[i];
            }
        }
        LocalFit fit = LocalFit.fit(s.x(), s.y(), s.noise().sigma(),
                List.of(LocalFit.Line.of(BAND, top, p.window() / 2, 4)), 1, DETECTED, progress);
        LocalFit.Found f = fit.found(BAND);
        if (!f.detected()) {
            throw new AnalysisException(String.format(java.util.Locale.ROOT, "No band stands out within %.0f cm-1 of "
                    + "%.1f cm-1. Name a reference file that shows it.", p.window(), p.position()));
        }
        double shift = p.position() - f.features().centre().value();
        boolean silicon = Math.abs(p.position() - SILICON) < MEANT;
        double known = p.positionUncertainty() != null ? p.positionUncertainty() : silicon ? SILICON_UNCERTAINTY : 0;
        double u = Math.hypot(f.features().centre().uncertainty(), known);
        Verdict verdict = Doubt.of(fit.grounds(BAND, LocalFit.Quantity.POSITION), BandSpectrum.WAVENUMBERS);
        if (p.positionUncertainty() == null && !silicon) {
            verdict = verdict.and(Verdict.doubtful("no uncertainty of the true position is stated"));
        }
        if (verdict.isWithheld()) {
            throw new AnalysisException("The axis cannot be calibrated by this band: " + verdict.reason()
                    + ". Name a reference file that shows it alone.");
        }
        double[] x = Arrays.stream(input.axis().values()).map(v -> v + shift).toArray();
        Curve shifted = new Curve(input.header().without(Background.class)
                .without(WavenumberScale.class).with(new WavenumberScale(u)), input.axis().withValues(x),
                input.signal());
        Outcome.Builder out = Outcome.builder(shifted).measure(Measurement.of("axis shift", "Delta nu", shift, u,
                "cm-1").judged(verdict)).measure(Measurement.of("reference band FWHM", "Gamma",
                        f.features().fwhm().value(), f.features().fwhm().uncertainty(), "cm-1").judged(Doubt.of(
                                fit.grounds(BAND, LocalFit.Quantity.WIDTH), BandSpectrum.WAVENUMBERS)));
        out.remark(Remark.info(String.format(java.util.Locale.ROOT, "The uncertainty of the axis shift, %.2g cm-1, is "
                + "common to all positions that follow and is in the uncertainty of each; it cancels in their "
                + "differences.", u)).coded("common-shift"));
        if (!verdict.isSound()) {
            out.remark(Remark.warning("The axis shift is doubtful: " + verdict.reason() + ". Every position of this "
                    + "spectrum carries that doubt."));
        }
        if (Math.abs(shift) > 3) {
            out.remark(Remark.warning(String.format(java.util.Locale.ROOT, "The axis was off by %.2f cm-1: the "
                    + "spectrometer needs calibration; a single band corrects the offset, not the scale.", shift)));
        }
        return out.build();
    }

    private static Curve reference(Parameters p, Progress progress) throws AnalysisException {
        try {
            return ReferenceFiles.read(p.reference().toPath(), progress).stream()
                    .filter(c -> c.kind().id().equals(Kinds.RAMAN)).findFirst().orElseThrow(
                            () -> new AnalysisException("'" + p.reference() + "' holds no Raman spectrum."));
        } catch (IOException e) {
            throw new AnalysisException("The reference cannot be read: " + e.getMessage(), e);
        }
    }
}
