package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/**
 * The circuit a spectrum asks for where the analyst names none ("auto"): the lowest BIC among the usual circuits of
 * cells and ion conductors. A circuit with a parameter that the data do not determine or with an arc outside the
 * measured frequencies is never chosen.
 *
 * @param chosen the judged fit of the chosen circuit; null if the data determine none
 * @param all the judged fits down to the one chosen and those near it, lowest BIC first
 * @param verdict what the choice itself says against the numbers
 * @param statement what was chosen, among how many, and how far the next one is
 */
record CircuitChoice(CircuitVerdict chosen, List<CircuitVerdict> all, Verdict verdict, Remark statement) {

    /** Difference of BIC that counts as very strong evidence (Kass and Raftery 1995). */
    private static final double DECISIVE = 10;
    /** Difference of BIC below which two circuits explain the data about equally well (same source). */
    private static final double NOT_WORTH_MENTIONING = 2;
    /** Random starts of the first round, and the difference of BIC up to which a circuit takes part in the second. */
    private static final int FEW = 10;
    private static final double PROMISING = 40;

    /** Whether no circuit with undetermined parts describes the data decisively better. */
    boolean isBest() {
        return chosen.fit().bic() - all.get(0).fit().bic() <= DECISIVE;
    }

    /** Chooses among fits of the same points. */
    static CircuitChoice among(List<CircuitFit> fits) {
        List<CircuitFit> sorted = fits.stream().sorted(Comparator.comparingDouble(CircuitFit::bic)).toList();
        List<CircuitVerdict> all = new ArrayList<>();
        List<CircuitVerdict> usable = new ArrayList<>();
        for (CircuitFit f : sorted) {
            if (usable.size() > 1 && f.bic() > usable.get(0).fit().bic() + DECISIVE) {
                break;
            }
            CircuitVerdict judged = CircuitVerdict.of(f);
            all.add(judged);
            if (judged.isUsable()) {
                usable.add(judged);
            }
        }
        CircuitVerdict lowest = all.get(0);
        if (usable.isEmpty()) {
            return new CircuitChoice(null, all, Verdict.SOUND, Remark.warning("None of " + fits.size() + " usual "
                    + "circuits has all its parts determined by the data within the measured frequencies ("
                    + lowest.fit().circuit() + " describes them best); what the spectrum tells without a circuit is "
                    + "given instead."));
        }
        CircuitVerdict best = usable.get(0);
        StringBuilder text = new StringBuilder(best.fit().circuit() + " was chosen among " + fits.size()
                + " circuits by BIC");
        Verdict verdict = Verdict.SOUND;
        boolean close = false;
        double behind = best.fit().bic() - lowest.fit().bic();
        if (best != lowest) {
            text.append(String.format(Locale.ROOT, "; %s has a BIC lower by %.1f, but the data leave its parameters "
                    + "undetermined or outside the measured frequencies", lowest.fit().circuit(), behind));
            close = behind > NOT_WORTH_MENTIONING;
            if (behind > DECISIVE) {
                verdict = Verdict.doubtful(lowest.fit().circuit() + " describes the data better, but has a part that "
                        + "they do not determine");
            }
        }
        if (usable.size() > 1) {
            CircuitVerdict next = usable.get(1);
            double ahead = next.fit().bic() - best.fit().bic();
            text.append(String.format(Locale.ROOT, "; the next, %s, is worse by %.1f", next.fit().circuit(), ahead));
            if (ahead < NOT_WORTH_MENTIONING) {
                close = true;
                verdict = verdict.and(Verdict.doubtful(next.fit().circuit() + " describes the data about equally "
                        + "well"));
            }
        }
        text.append(". A circuit that fits is not yet the right one: judge it by what the sample is.");
        return new CircuitChoice(best, all, verdict, close ? Remark.warning(text.toString())
                : Remark.info(text.toString()));
    }

    /**
     * Fits the circuits to the same points and chooses. All are tried from few starts, those that come near from all.
     *
     * @throws AnalysisException if the points are too few for every circuit
     */
    static CircuitChoice of(ElementLibrary library, List<String> candidates, ImpedanceSpectrum s, EisFit.Parameters p,
            Progress progress) throws AnalysisException {
        if (!p.parameters().isEmpty()) {
            throw new AnalysisException("settings of single parameters need a named circuit; 'auto' chooses one");
        }
        List<CircuitFit> rough = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            progress.report(i / (double) candidates.size(), candidates.get(i));
            CircuitFit fit = fit(library, candidates.get(i), s, p, Math.min(p.starts(), FEW), progress);
            if (fit != null) {
                rough.add(fit);
                least = Math.min(least, fit.bic());
            }
        }
        if (rough.isEmpty()) {
            throw new AnalysisException("every circuit has more parameters than the " + s.size() + " points give");
        }
        List<CircuitFit> fits = new ArrayList<>();
        for (CircuitFit r : rough) {
            boolean again = p.starts() > FEW && r.bic() < least + PROMISING;
            CircuitFit fit = again ? fit(library, r.circuit().dashed(), s, p, p.starts(), progress) : r;
            fits.add(fit);
            String ideal = CircuitLibrary.idealised(fit);
            CircuitFit simpler = ideal == null ? null : fit(library, ideal, s, p, FEW, progress);
            if (simpler != null) {
                fits.add(simpler);
            }
        }
        return among(fits);
    }

    private static CircuitFit fit(ElementLibrary library, String text, ImpedanceSpectrum s, EisFit.Parameters p,
            int starts, Progress progress) throws AnalysisException {
        Circuit c = EisFit.circuit(library, text);
        return 2 * s.size() <= c.parameters().size() ? null
                : new CircuitSearch(c, ParameterTable.free(c), p.weighting(), starts, p.seed(), false)
                        .fit(s, null, progress);
    }
}
