package org.interphase.technique.elements.presence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.spectrum.FamilyFit;
import org.interphase.technique.elements.spectrum.XrayFamily;

/** What else the lines of an element may be. */
final class Rivals {

    /** Lines this many peak widths apart can be taken for each other. */
    private static final double NEAR = 1;
    /** Sums of strong lines count where a peak has fewer counts than this share of them. */
    private static final double PILED = 0.02;
    private static final double STRONG = 0.05;

    private Rivals() {
    }

    /**
     * Whether the name of an element is sure.
     *
     * @param refit fits other elements to the same spectrum, of which one is a rival; null where that cannot be so
     * @param chi sum of squares of the fit with all that are present
     * @param ruledOut rise of chi-square that rules a rival out
     */
    static Verdict verdict(BiFunction<List<String>, String, FamilyFit> refit, FamilyFit fit,
            Map<String, List<XrayFamily>> possible, List<String> present, String symbol, double chi,
            double[] variances, double ruledOut) {
        List<XrayFamily> own = fit.families().stream().filter(f -> f.element().symbol().equals(symbol)).toList();
        XrayFamily main = own.get(0);
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < fit.families().size(); i++) {
            XrayFamily f = fit.families().get(i);
            if (own.contains(f) && fit.counts(i) / fit.uncertainty(i) > best) {
                best = fit.counts(i) / fit.uncertainty(i);
                main = f;
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (Map.Entry<String, List<XrayFamily>> e : possible.entrySet()) {
            if (present.contains(e.getKey()) || !isNear(e.getValue(), main, fit)) {
                continue;
            }
            List<String> others = new ArrayList<>(present);
            others.set(others.indexOf(symbol), e.getKey());
            FamilyFit other = refit.apply(others, e.getKey());
            double odds = Candidates.penalty(e.getKey()) - Candidates.penalty(symbol);
            if (other != null && other.chiSquare(variances) + odds < chi + ruledOut) {
                names.add(e.getKey());
            }
        }
        Verdict out = names.isEmpty() ? Verdict.SOUND : Verdict.doubtful("the lines of " + symbol + " may as well be "
                + "those of " + String.join(" or ", names));
        return out.and(piled(fit, main));
    }

    private static boolean isNear(List<XrayFamily> families, XrayFamily main, FamilyFit fit) {
        double reach = NEAR * fit.response().fwhm(main.mainEnergy());
        return families.stream().anyMatch(f -> Math.abs(f.mainEnergy() - main.mainEnergy()) < reach);
    }

    /** Whether two strong lines together give a weak peak in the same place. */
    private static Verdict piled(FamilyFit fit, XrayFamily main) {
        int at = fit.families().indexOf(main);
        double most = 0;
        for (int i = 0; i < fit.families().size(); i++) {
            most = Math.max(most, fit.counts(i));
        }
        double reach = 0.7 * fit.response().fwhm(main.mainEnergy());
        for (int i = 0; i < fit.families().size(); i++) {
            for (int j = i; j < fit.families().size(); j++) {
                double weaker = Math.min(fit.counts(i), fit.counts(j));
                double sum = fit.families().get(i).mainEnergy() + fit.families().get(j).mainEnergy();
                if (i != at && j != at && weaker > STRONG * most && fit.counts(at) < PILED * weaker
                        && Math.abs(sum - main.mainEnergy()) < reach) {
                    return Verdict.doubtful("pulses of " + fit.families().get(i).name() + " and "
                            + fit.families().get(j).name() + " that pile up stand where " + main.name() + " does");
                }
            }
        }
        return Verdict.SOUND;
    }
}
