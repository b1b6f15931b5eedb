package org.interphase.technique.xps.region;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.model.Curve;
import org.interphase.spectra.peak.PeakComponent;
import org.interphase.spectra.peak.PeakFitSettings;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.PeakHints;
import org.interphase.spectra.peak.PeakShape;
import org.interphase.spectra.peak.RivalModels;

/**
 * Background and fit of one region.
 *
 * @param background the background
 * @param settings the fit
 */
public record RegionFit(RegionBackground background, PeakFitSettings settings) {

    /** A state nobody asked for, energies in eV. */
    public static final RivalModels.Further FURTHER = new RivalModels.Further("further state", 0.8, 0.7, 3, "eV");

    private static final List<PeakShape> SHAPES = List.of(PeakShape.parse("GL(30)"), PeakShape.parse("SGL(30)"),
            PeakShape.parse("pseudo-voigt"), PeakShape.parse("GL"), PeakShape.parse("asymmetric-pseudo-voigt"));

    /**
     * What a fit of a region asks of the peak fit.
     *
     * @param range part of the axis that is fitted
     * @param refine whether the background is fitted with the peaks
     * @param detection detection threshold in standard uncertainties
     * @param modelUncertainty whether alternatives of shape and background count as uncertainty
     * @param width usual width of a line in eV
     */
    public static PeakFitSettings settings(Range range, List<PeakComponent> components, boolean refine,
            double detection, boolean modelUncertainty, double width) {
        PeakHints hints = new PeakHints(width, width / 3, width * 3);
        return new PeakFitSettings(range, components, refine, detection, modelUncertainty, SHAPES,
                RegionBackground.alternatives(), hints, 2);
    }

    /**
     * Fits a region.
     *
     * @throws AnalysisException if there is no result, saying what to do
     */
    public PeakFitStep.Result run(Curve c, Progress progress) throws AnalysisException {
        return PeakFitStep.run(background.under(c).curve(), settings, progress);
    }
}
