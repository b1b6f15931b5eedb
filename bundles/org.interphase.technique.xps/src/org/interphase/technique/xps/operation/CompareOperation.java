package org.interphase.technique.xps.operation;

import java.util.List;
import java.util.Locale;
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
import org.interphase.technique.xps.comparison.RegionFit;
import org.interphase.technique.xps.comparison.SampleComparison;
import org.interphase.technique.xps.comparison.SampleRegions;
import org.interphase.technique.xps.figure.ComparisonFigures;
import org.interphase.technique.xps.recipe.XpsRecipes;

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
     * @param offset lift from one sample to the next in the picture
     */
    public record Parameters(
            @Param(label = "Line", def = "", help = "Line that is compared, such as F 1s. Empty: the one most of the "
                    + "regions are of.") String line,
            @Param(label = "Components", help = "The components, the same for every sample. None: those of the "
                    + "template of this line (F 1s, N 1s, S 2p, C 1s, O 1s).") List<PeakComponent> components,
            @Param(label = "Background", def = "shirley", help = "Kind of background under every region.")
            BackgroundOperation.Kind background,
            @Param(label = "Range", unit = "eV", def = "all", picture = Param.Picture.X_RANGE, help = "Region of "
                    + "binding energy that is fitted.") Range range,
            @Param(label = "Model uncertainty", def = "true", help = "Counts what other line shapes and backgrounds "
                    + "would have given as uncertainty.") boolean modelUncertainty,
            @Param(label = "Detection", def = "3", min = 0, max = 20, advanced = true, help = "A component whose area "
                    + "is less than this many standard uncertainties is reported as not detected.") double detection,
            @Param(label = "Offset", def = "0.6", min = 0, max = 3, help = "Lift from one sample to the next in the "
                    + "picture, in heights of the highest peak.") double offset) {
    }

    private static final OperationInfo<Series, Parameters> INFO = OperationInfo.of("xps.compare", 1,
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
        RegionFit fit = fit(line, p);
        SampleComparison comparison = SampleComparison.of(line, regions, SampleRegions.names(regions), fit, progress);
        Outcome.Builder out = Outcome.builder(input);
        comparison.report(out);
        out.figure(ComparisonFigures.overlay(line, comparison.samples(), p.offset()));
        if (comparison.components().size() > 1) {
            out.figure(ComparisonFigures.fractions(line, comparison.components(), comparison.samples()));
        }
        return out.build();
    }

    private static RegionFit fit(String line, Parameters p) throws AnalysisException {
        RegionFit template = XpsRecipes.ofLine(line).map(RegionFit::of).orElse(null);
        List<PeakComponent> components = p.components();
        if (components.isEmpty()) {
            if (template == null) {
                throw new AnalysisException("There is no template for " + line + "; give the components.");
            }
            components = template.fit().components();
        }
        double width = template == null ? 1.6 : template.fit().width();
        return new RegionFit(new BackgroundOperation.Parameters(p.background(), p.range(), null, 1643),
                new RegionFitOperation.Parameters(Range.ALL, components, true, p.detection(), p.modelUncertainty(),
                        width));
    }

    @Override
    public String methods(Parameters p) {
        return String.format(Locale.ROOT, "%s of all samples was fitted with the same components on a %s background; "
                + "differences between samples are stated in standard uncertainties of the difference.",
                p.line().isBlank() ? "The region" : p.line(), p.background().name().toLowerCase(Locale.ROOT));
    }
}
