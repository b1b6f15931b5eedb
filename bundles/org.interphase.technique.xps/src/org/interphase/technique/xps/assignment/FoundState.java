package org.interphase.technique.xps.assignment;

import java.util.ArrayList;
import java.util.List;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.spectra.peak.PeakFitStep;
import org.interphase.spectra.peak.RivalModels;

/**
 * A state as a fit found it, before it is given a name. Energies in eV.
 *
 * @param name what the fit's component is called
 * @param position binding energy
 * @param uncertainty standard uncertainty of the position; NaN if it is not known, and then it is evidence for nothing
 * @param fwhm full width at half maximum
 * @param fwhmUncertainty standard uncertainty of the width; NaN if it is not known
 * @param area area of all its lines
 * @param atEdge whether the position is where the component's window ends, so that it may lie beyond
 */
public record FoundState(String name, double position, double uncertainty, double fwhm, double fwhmUncertainty,
        double area, boolean atEdge) {

    /** Positions this near to the end of their window are not the data's, in eV. */
    private static final double EDGE = 0.02;
    /**
     * The states of a fit; none if nothing was found.
     *
     * @param rivals models with more freedom, which widen the uncertainties
     */
    public static List<FoundState> of(PeakFitStep.Result result, RivalModels rivals) {
        List<FoundState> out = new ArrayList<>();
        PeakFit fit = result.fit();
        for (int i = 0; fit != null && i < fit.components().size(); i++) {
            double position = fit.estimate(i, "position").value();
            double u = rivals.uncertainty(i, "position", result.uncertainty(i, "position"));
            double uw = rivals.uncertainty(i, "fwhm", result.uncertainty(i, "fwhm"));
            var window = fit.components().get(i).position();
            boolean edge = !window.isTied() && !window.fixed() && (Math.abs(position - window.lower()) < EDGE
                    || Math.abs(position - window.upper()) < EDGE);
            out.add(new FoundState(fit.components().get(i).name(), position, known(u), fit.estimate(i, "fwhm").value(),
                    known(uw), fit.totalArea(i).value(), edge));
        }
        return out;
    }

    private static double known(double u) {
        return Double.isFinite(u) ? u : Double.NaN;
    }
}
