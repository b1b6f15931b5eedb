package org.interphase.technique.xps.operation;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Remark;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.RivalModels;
import org.interphase.technique.xps.assignment.Assignments;
import org.interphase.technique.xps.assignment.FoundState;
import org.interphase.technique.xps.assignment.NamedOutcome;
import org.interphase.technique.xps.consistency.PhysicsLint;
import org.interphase.technique.xps.reference.CoreLevel;
import org.interphase.technique.xps.region.RegionFit;
import org.interphase.technique.xps.storedfit.StoredStart;

/** Fits components to a region. */
public final class RegionFitOperation implements Operation<Curve, RegionFitOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param range part of the axis that is fitted
     * @param components the components
     * @param refineBackground whether the background is fitted with the peaks
     * @param detection detection threshold in standard uncertainties
     * @param modelUncertainty whether alternatives of shape and background count as uncertainty
     * @param width usual width of a line in eV
     * @param line line the region is of, such as "F 1s"; empty for what file or name say
     * @param energyScale standard uncertainty of the binding energies themselves in eV
     */
    public record Parameters(
            @Param(label = "Range", unit = "eV", def = "all", picture = Param.Picture.X_RANGE,
                    help = "Part of the region "
                    + "that is fitted; all: everything that has a background.") Range range,
            @Param(label = "Components", help = "The components: name, shape, position, width, area; each free, held, "
                    + "bounded or tied to another component. None: those of the fit stored in the file, with their "
                    + "constraints.") List<PeakComponent> components,
            @Param(label = "Refine background", def = "true", help = "Fits level and step of the background "
                    + "together with the peaks, so that their uncertainty counts. Off: the background stays as it is.")
            boolean refineBackground,
            @Param(label = "Detection", def = "3", min = 0, max = 20, help = "A component whose area is less than this "
                    + "many standard uncertainties is reported as not detected. 0: keep all.") double detection,
            @Param(label = "Model uncertainty", def = "true", help = "Fits again with other line shapes (GL, free "
                    + "mixing, leaning lines, a shape for each line), backgrounds, and a further state, and counts "
                    + "the differences as uncertainty.") boolean modelUncertainty,
            @Param(label = "Usual width", unit = "eV", def = "1.6", min = 0.1, max = 20, advanced = true, help = "Full "
                    + "width at half maximum an automatic start begins with; automatic bounds go from a third to three "
                    + "times this.") double width,
            @Param(label = "Line", def = "", advanced = true, help = "Line the region is of, such as F 1s, by which "
                    + "names of components are checked against known energies. Empty: what the file says.")
            String line,
            @Param(label = "Energy scale", unit = "eV", def = "0.1", min = 0, max = 5, advanced = true, help = "How "
                    + "well binding energies are known by themselves, as a standard uncertainty: by the calibration "
                    + "of the spectrometer and the charge reference. "
                    + "It is part of every position, of no width, area or fraction. 0 takes energies as exact.")
            double energyScale) {

        /** Usual standard uncertainty of a binding energy in eV: see the methods of this step. */
        public static final double ENERGY_SCALE = 0.1;
    }

    private static final OperationInfo<Curve, Parameters> INFO = new OperationInfo<>("xps.fit", 6, "Components",
            "Fits components to a region by weighted least squares. Weights are Poisson statistics of the measured "
                    + "counts where the file tells them. The uncertainty of each number includes counting "
                    + "statistics, the background, and what other line shapes and backgrounds would have given.",
            Curve.class, Parameters.class, List.of("xps.region", "xps.survey"),
            List.of(
                    Publication.standard("BIPM, Sevres", "JCGM 100", 2008,
                            "Evaluation of measurement data: Guide to the expression of uncertainty "
                            + "in measurement")
                            .cited("JCGM 100")));

    @Override
    public OperationInfo<Curve, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Curve input, Parameters p, Progress progress) throws AnalysisException {
        List<String> notes = new ArrayList<>();
        Parameters used = p.components().isEmpty() ? with(p, StoredStart.components(input, notes)) : p;
        PeakFitStep.Result result = PeakFitStep.run(input, RegionFit.settings(used.range(), used.components(),
                used.refineBackground(), used.detection(), used.modelUncertainty(), used.width())
                .onAxisOf(used.energyScale()), progress);
        String line = p.line().isBlank() ? CoreLevel.of(input) : p.line().strip();
        PhysicsLint.check(input, line, result);
        notes.forEach(n -> result.outcome().remark(Remark.warning(n)));
        RivalModels rivals = RivalModels.of(p.modelUncertainty() ? result.fit() : null,
                    RegionFit.FURTHER, progress);
        return NamedOutcome.of(result.outcome().resolved(with(p, result.components())).build(), input, line,
                Assignments.of(input, line, FoundState.of(result, rivals)), rivals);
    }

    private static Parameters with(Parameters p, List<PeakComponent> components) {
        return new Parameters(p.range(), components, p.refineBackground(), p.detection(), p.modelUncertainty(),
                p.width(), p.line(), p.energyScale());
    }

    @Override
    public String methods(Parameters p) {
        StringBuilder out = new StringBuilder(p.components().isEmpty() ? "The components of the fit stored in the file"
                : "Components ");
        out.append(String.join(", ", p.components().stream()
                .map(c -> c.name() + " (" + c.shape() + (c.isDoublet() ? ", doublet" : "") + ")").toList()));
        out.append(" were fitted by weighted least squares");
        if (p.refineBackground()) {
            out.append(" together with the background");
        }
        out.append(".");
        if (p.modelUncertainty()) {
            out.append(" Standard uncertainties include the choice of line shape and background as a rectangular "
                    + "distribution (JCGM 100:2008, 4.3.7).");
        }
        if (p.energyScale() > 0) {
            out.append(" Positions include a standard uncertainty of the energy scale of ").append(p.energyScale())
                    .append(" eV").append(p.energyScale() == Parameters.ENERGY_SCALE ? ", a usual value where nothing "
                            + "is stated" : "").append(".");
        }
        if (p.detection() > 0) {
            out.append(" Components below ").append(p.detection()).append(" standard uncertainties were taken out.");
        }
        return out.toString();
    }
}
