package org.interphase.technique.xps.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Applicability;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.RivalModels;
import org.interphase.technique.xps.assignment.Assignments;
import org.interphase.technique.xps.assignment.FoundState;
import org.interphase.technique.xps.assignment.StateAssignment;
import org.interphase.technique.xps.reference.CoreLevel;
import org.interphase.technique.xps.region.LineModel;
import org.interphase.technique.xps.region.RegionBackground;
import org.interphase.technique.xps.region.RegionFit;
import org.interphase.technique.xps.region.RegionStates;

/** Fits one line among the regions of a measurement, so that a later step can compare its states with others'. */
public final class FitLineOperation implements Operation<Series, FitLineOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param line line whose region is fitted
     * @param covers energies the region must hold
     * @param components the components
     * @param background kind of background
     * @param modelUncertainty whether alternatives of shape and background count as uncertainty
     * @param detection detection threshold in standard uncertainties
     * @param width usual width of a line in eV
     */
    public record Parameters(
            @Param(label = "Line", help = "Line whose region is fitted, such as F 1s.") String line,
            @Param(label = "Covers", unit = "eV", def = "all", help = "Energies the region must hold; one that holds "
                    + "less is left alone.") Range covers,
            @Param(label = "Components", help = "The chemical states looked for.") List<PeakComponent> components,
            @Param(label = "Background", def = "shirley", help = "Kind of background.")
            RegionBackground.Kind background,
            @Param(label = "Model uncertainty", def = "true", help = "Counts what other line shapes and backgrounds "
                    + "would have given as uncertainty.") boolean modelUncertainty,
            @Param(label = "Detection", def = "3", min = 0, max = 20, advanced = true, help = "A component whose area "
                    + "is less than this many standard uncertainties is reported as not detected.") double detection,
            @Param(label = "Usual width", unit = "eV", def = "1.6", min = 0.1, max = 20, advanced = true, help = "Full "
                    + "width at half maximum an automatic start begins with.") double width) {

        /** What fits a line by its model. */
        public static Parameters of(LineModel m) {
            return new Parameters(m.line(), m.covers(), m.components(), m.background(), true, LineModel.DETECTION,
                    m.width());
        }
    }

    private static final OperationInfo<Series, Parameters> INFO = OperationInfo.of("xps.fit-line", 5, "States of a "
            + "line", "Fits the region of one line among those of a measurement, where there is one. Signals are not "
                    + "changed; a following quantification compares the states with those of other lines.",
            Series.class, Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        List<Dataset> members = new ArrayList<>(input.members());
        List<Remark> remarks = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i) instanceof Curve c && c.kind().id().equals("xps.region")
                    && CoreLevel.of(c).equals(p.line())) {
                // the first region of a line is the one that is quantified
                members.set(i, fitted(c, p, remarks, progress));
                break;
            }
        }
        Outcome.Builder out = Outcome.builder(input.withMembers(members));
        remarks.forEach(out::remark);
        return out.build();
    }

    private static Curve fitted(Curve c, Parameters p, List<Remark> remarks, Progress progress) {
        if (!p.covers().isAll() && Applicability.of("xps.region").covering(p.covers().from(), p.covers().to(), "eV")
                .score(c) == 0) {
            remarks.add(Remark.info(String.format(Locale.ROOT, "The states of %s were not looked for: '%s' does not "
                    + "reach from %.4g to %.4g eV.", p.line(), c.name(), p.covers().from(), p.covers().to())));
            return c;
        }
        try {
            RegionFit fit = new RegionFit(RegionBackground.over(p.background(), Range.ALL), RegionFit.settings(
                    Range.ALL, p.components(), true, p.detection(), p.modelUncertainty(), p.width()));
            PeakFitStep.Result result = fit.run(c, progress);
            return c.with(states(c, p.line(), result, RivalModels.of(p.modelUncertainty() ? result.fit() : null,
                    RegionFit.FURTHER, progress)));
        } catch (AnalysisException e) {
            // the concentrations do not depend on it
            remarks.add(Remark.info("The states of " + p.line() + " could not be fitted: " + e.getMessage()));
            return c;
        }
    }

    private static RegionStates states(Curve c, String line, PeakFitStep.Result result,
            RivalModels rivals) {
        List<RegionStates.State> out = new ArrayList<>();
        PeakFit fit = result.fit();
        List<StateAssignment> names = Assignments.of(c, line, FoundState.of(result, rivals));
        for (int i = 0; fit != null && i < fit.components().size(); i++) {
            double u = result.uncertainty(i, "total area");
            out.add(new RegionStates.State(fit.components().get(i).name(), fit.estimate(i, "position").value(),
                    fit.totalArea(i).value(), rivals.uncertainty(i, "total area", u), Double.NaN,
                    names.get(i).verdict().and(fit.totalArea(i).verdict()).and(rivals.verdict(i, "total area", u))));
        }
        result.missing().forEach(m -> out.add(new RegionStates.State(m.name(), Double.NaN, 0, Double.NaN,
                m.limit(), m.verdict())));
        return new RegionStates(out);
    }

    @Override
    public String methods(Parameters p) {
        return p.line() + " was fitted with " + String.join(", ", p.components().stream().map(PeakComponent::name)
                .toList()) + " to compare its states with those of other lines.";
    }
}
