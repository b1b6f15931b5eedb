package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Remark;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * The circuit a spectrum asks for where the analyst names none ("auto"): the lowest BIC among the usual circuits of
 * cells and ion conductors. A circuit whose parameters the data do not determine is passed over if one that is
 * determined explains the data not decisively worse.
 *
 * @param fit fit of the chosen circuit
 * @param statement what was chosen, among how many, and how far the next one is
 */
record CircuitChoice(CircuitFit fit, Remark statement) {

    /** Circuits compared, simplest first. */
    static final List<String> CANDIDATES = List.of("R0-CPE1", "R0-p(R1,CPE1)", "p(R1,CPE1)-CPE2", "R0-p(R1-W1,CPE1)",
            "R0-p(R1,CPE1)-CPE2", "R0-p(R1,CPE1)-p(R2,CPE2)", "p(R1,CPE1)-p(R2,CPE2)-CPE3",
            "R0-p(R1,CPE1)-p(R2-W1,CPE2)", "R0-p(R1,CPE1)-p(R2,CPE2)-CPE3",
            "R0-p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)");
    /** Difference of BIC that counts as very strong evidence (Kass and Raftery 1995). */
    private static final double DECISIVE = 10;
    /** Difference of BIC below which two circuits explain the data about equally well (same source). */
    private static final double NOT_WORTH_MENTIONING = 2;
    /** Relative standard uncertainty above which a parameter counts as not determined. */
    private static final double VAGUE = 0.5;

    /** Chooses among fits of the same points. */
    static CircuitChoice among(List<CircuitFit> fits) {
        CircuitFit lowest = fits.get(0);
        CircuitFit sound = null;
        for (CircuitFit f : fits) {
            lowest = f.bic() < lowest.bic() ? f : lowest;
            sound = determined(f) && (sound == null || f.bic() < sound.bic()) ? f : sound;
        }
        CircuitFit best = sound != null && sound.bic() < lowest.bic() + DECISIVE ? sound : lowest;
        CircuitFit next = null;
        for (CircuitFit f : fits) {
            next = f != best && (next == null || f.bic() < next.bic()) ? f : next;
        }
        StringBuilder text = new StringBuilder(best.circuit() + " was chosen among " + fits.size()
                + " circuits by BIC");
        if (best != lowest) {
            text.append(String.format(Locale.ROOT, "; %s has a BIC lower by %.1f, but the data leave its parameters "
                    + "undetermined", lowest.circuit(), best.bic() - lowest.bic()));
        } else if (next != null) {
            text.append(String.format(Locale.ROOT, "; the next, %s, is worse by %.1f", next.circuit(),
                    next.bic() - best.bic()));
        }
        text.append(". A circuit that fits is not yet the right one: judge it by what the sample is.");
        boolean close = best != lowest || next != null && next.bic() - best.bic() < NOT_WORTH_MENTIONING;
        return new CircuitChoice(best, close ? Remark.warning(text.toString()) : Remark.info(text.toString()));
    }

    private static boolean determined(CircuitFit f) {
        for (int k = 0; k < f.space().size(); k++) {
            int i = f.space().parameter(k);
            Circuit.Parameter p = f.circuit().parameters().get(i);
            // an exponent of one makes a capacitor of a constant phase element, which is a result like any other
            boolean capacitor = !p.definition().logarithmic() && f.p()[i] == p.definition().upper();
            if (!capacitor && (f.atBound()[k] || !(f.uncertainty().of(i) <= VAGUE * f.p()[i]))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Fits the circuits to the same points and chooses.
     *
     * @throws AnalysisException if the points are too few for every circuit
     */
    static CircuitChoice of(List<Circuit> circuits, ImpedanceSpectrum s, EisFit.Parameters p, Progress progress)
            throws AnalysisException {
        if (!p.parameters().isEmpty()) {
            throw new AnalysisException("settings of single parameters need a named circuit; 'auto' chooses one");
        }
        List<CircuitFit> fits = new ArrayList<>();
        for (int i = 0; i < circuits.size(); i++) {
            Circuit c = circuits.get(i);
            progress.report(i / (double) circuits.size(), c.dashed());
            if (2 * s.size() > c.parameters().size()) {
                fits.add(new CircuitSearch(c, ParameterTable.free(c), p.weighting(), p.starts(), p.seed(), false)
                        .fit(s, null, progress));
            }
        }
        if (fits.isEmpty()) {
            throw new AnalysisException("every circuit has more parameters than the " + s.size() + " points give");
        }
        return among(fits);
    }
}
