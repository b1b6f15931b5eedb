package org.interphase.technique.electrochemistry.operation;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.PointChoice;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * The fit of a circuit that a person named, and the points it was fitted to. Where it leaves more than noise, a
 * Kramers-Kronig test tells whether that is the fault of the data, and the fit goes without the points that stand out,
 * and without those of inductive leads if only they are at odds with the circuit.
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
        TestedFit fit = new TestedFit(tested.spectrum().size() == points.spectrum().size() ? judged
                : CircuitVerdict.of(search.fit(tested.spectrum(), start, progress)), tested);
        if (fit.judged.common().isSound() || !tested.lead() || p.points() == PointChoice.ALL) {
            return fit;
        }
        // as where the data choose the circuit: the inductor may not describe the leads
        ChosenPoints shorter = tested.withoutLead();
        // a point is two numbers
        if (2 * shorter.spectrum().size() <= circuit.parameters().size()) {
            return fit;
        }
        CircuitVerdict other = CircuitVerdict.of(search.fit(shorter.spectrum(), start, progress));
        return other.common().isSound() ? new TestedFit(other, shorter) : fit;
    }
}
