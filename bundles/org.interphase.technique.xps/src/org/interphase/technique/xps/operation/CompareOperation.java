package org.interphase.technique.xps.operation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.model.Series;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.technique.xps.comparison.SampleComparison;
import org.interphase.technique.xps.comparison.SampleRegions;
import org.interphase.technique.xps.figure.ComparisonFigures;
import org.interphase.technique.xps.region.LineModel;
import org.interphase.technique.xps.region.LineModels;
import org.interphase.technique.xps.region.RegionBackground;
import org.interphase.technique.xps.region.RegionFit;

/** One region of several samples, fitted alike: positions, widths and shares side by side. */
public final class CompareOperation implements Operation<Series, CompareOperation.Parameters> {

    /**
     * Parameters.
     *
     * @param line line that is compared; empty for the one most members are of
     * @param components the components; empty for those of the line's template
     * @param background kind of background
     * @param range region the background spans
     * @param modelUncertainty whether alternatives of shape and background count as uncertainty
     * @param detection detection threshold in standard uncertainties
     * @param width usual width of a line in eV; null for that of the line's model
     * @param offset lift from one sample to the next in the picture
     */
    public record Parameters(
            @Param(label = "Line", def = "", help = "Line that is compared, such as F 1s. Empty: the one most of the "
                    + "regions are of.") String line,
            @Param(label = "Components", help = "The components, the same for every sample. None: those of the "
                    + "template of this line (F 1s, N 1s, S 2p, C 1s, O 1s).") List<PeakComponent> components,
            @Param(label = "Background", def = "shirley", help = "Kind of background under every region.")
            RegionBackground.Kind background,
            @Param(label = "Range", unit = "eV", def = "all", picture = Param.Picture.X_RANGE, help = "Region of "
                    + "binding energy that is fitted.") Range range,
            @Param(label = "Model uncertainty", def = "true", help = "Counts what other line shapes and backgrounds "
                    + "would have given as uncertainty.") boolean modelUncertainty,
            @Param(label = "Detection", def = "3", min = 0, max = 20, advanced = true, help = "A component whose area "
                    + "is less than this many standard uncertainties is reported as not detected.") double detection,
            @Param(label = "Usual width", unit = "eV", def = "", min = 0.1, max = 20, advanced = true, help = "Full "
                    + "width at half maximum an automatic start begins with. Empty: that of the line's template.")
            Double width,
            @Param(label = "Offset", def = "0.6", min = 0, max = 3, help = "Lift from one sample to the next in the "
                    + "picture, in heights of the highest peak.") double offset) {
    }

    private static final OperationInfo<Series, Parameters> INFO = OperationInfo.of("xps.compare", 6,
            "Compare samples", "Fits one region of several samples with the same components and sets positions, "
                    + "widths and area fractions side by side, with uncertainties; differences from the first sample "
                    + "are stated in standard uncertainties.", Series.class, Parameters.class);

    @Override
    public OperationInfo<Series, Parameters> info() {
        return INFO;
    }

    @Override
    public Outcome apply(Series input, Parameters p, Progress progress) throws AnalysisException {
        String line = p.line().isBlank() ? SampleRegions.commonLine(input) : p.line().strip();
        List<Curve> regions = SampleRegions.of(input, line);
        if (regions.size() < 2) {
            throw new AnalysisException(line.isEmpty() ? "None of the datasets is a region of a known line; name "
                    + "regions as \"F 1s\"." : "There is only " + regions.size() + " region of " + line
                            + "; a comparison needs at least two samples.");
        }
        Parameters used = used(line, p);
        RegionFit fit = new RegionFit(RegionBackground.over(used.background(), used.range()), RegionFit.settings(
                Range.ALL, used.components(), true, used.detection(), used.modelUncertainty(), used.width()));
        SampleComparison comparison = SampleComparison.of(line, regions, SampleRegions.names(regions), fit, progress);
        Outcome.Builder out = Outcome.builder(input);
        comparison.report(out);
        out.figure(ComparisonFigures.overlay(line, comparison.samples(), p.offset()));
        if (comparison.components().size() > 1) {
            out.figure(ComparisonFigures.fractions(line, comparison.components(), comparison.samples()));
        }
        return out.resolved(used).build();
    }

    /** The parameters with the model of the line written out. */
    private static Parameters used(String line, Parameters p) throws AnalysisException {
        Optional<LineModel> model = LineModels.of(line);
        if (p.components().isEmpty() && model.isEmpty()) {
            throw new AnalysisException("There is no template for " + line + "; give the components.");
        }
        List<PeakComponent> components = p.components().isEmpty() ? model.get().components() : p.components();
        double width = p.width() != null ? p.width() : model.map(LineModel::width).orElse(1.6);
        return new Parameters(line, components, p.background(), p.range(), p.modelUncertainty(), p.detection(), width,
                p.offset());
    }

    @Override
    public String methods(Parameters p) {
        return String.format(Locale.ROOT, "%s of all samples was fitted with the same components on a %s background; "
                + "differences between samples are stated in standard uncertainties of the difference.",
                p.line().isBlank() ? "The region" : p.line(), p.background().name().toLowerCase(Locale.ROOT));
    }
}
