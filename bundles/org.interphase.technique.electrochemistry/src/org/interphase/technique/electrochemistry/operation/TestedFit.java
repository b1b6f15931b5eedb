package org.interphase.technique.electrochemistry.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * The fit of a circuit that a person named, and the points it was fitted to. Where it leaves more than noise, a
 * Kramers-Kronig test tells whether that is the fault of the data, and the fit goes without the points that stand out.
 *
 * @param judged the fit
 * @param points what it was fitted to
 */
record TestedFit(CircuitVerdict judged, ChosenPoints points) {

    /** Fits a spectrum from these start values (or null). */
    static TestedFit of(ImpedanceSpectrum all, EisFit.Parameters p, Circuit circuit, CircuitSearch search,
            double[] start, Progress progress) throws AnalysisException {
        ChosenPoints points = ChosenPoints.untested(all, p.points(), p.frequencies(), List.of(circuit));
        CircuitVerdict judged = CircuitVerdict.of(search.fit(points.spectrum(), start, progress));
        if (judged.isClean()) {
            return new TestedFit(judged, points);
        }
        ChosenPoints tested = points.tested(p.points());
        return new TestedFit(tested.spectrum().size() == points.spectrum().size() ? judged
                : CircuitVerdict.of(search.fit(tested.spectrum(), start, progress)), tested);
    }
}
