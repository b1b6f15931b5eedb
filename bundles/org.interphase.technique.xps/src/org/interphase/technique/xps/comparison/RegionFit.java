package org.interphase.technique.xps.comparison;

import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.Curve;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.technique.xps.operation.BackgroundOperation;
import org.interphase.technique.xps.operation.RegionFitOperation;

/**
 * Background and fit of one region inside an operation that takes several.
 *
 * @param background what the background step would be given
 * @param fit what the fit step would be given
 */
public record RegionFit(BackgroundOperation.Parameters background, RegionFitOperation.Parameters fit) {

    /**
     * Background and fit of a template.
     *
     * @throws IllegalArgumentException if the recipe is none of a background and a fit
     */
    public static RegionFit of(Recipe recipe) {
        Step b = recipe.step("background").orElseThrow(() -> new IllegalArgumentException("no background step"));
        Step f = recipe.step("fit").orElseThrow(() -> new IllegalArgumentException("no fit step"));
        return new RegionFit(Parameters.decode(BackgroundOperation.Parameters.class, b.parameters()),
                Parameters.decode(RegionFitOperation.Parameters.class, f.parameters()));
    }

    /**
     * Fits a region.
     *
     * @throws AnalysisException if there is no result, saying what to do
     */
    public PeakFitStep.Result run(Curve c, Progress progress) throws AnalysisException {
        Curve under = (Curve) new BackgroundOperation().apply(c, background, progress).dataset();
        return PeakFitStep.run(under, RegionFitOperation.settings(fit), progress);
    }
}
