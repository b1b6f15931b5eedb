package org.interphase.technique.elements.presence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.GeneratedIntensity;
import org.interphase.technique.elements.reference.ElementFacts;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.spectrum.FamilyFit;
import org.interphase.technique.elements.spectrum.XrayFamily;

/**
 * Which elements a spectrum shows: one after the other the element whose families explain most of what is left, all
 * fitted anew each time; elements whose further lines are missing are refused; at the end each is taken out again and
 * its rivals are tried in its place, so that a name is only sure where nothing else fits about as well.
 */
public final class FamilySearch {

    /** Standard uncertainties that a newcomer must stand out by: some ninety elements are tried. */
    private static final double WANTED = 5;
    /** Standard uncertainties by which an element is there in the end. */
    private static final double THERE = 4;
    /** Rise of chi-square by which a rival is ruled out. */
    private static final double RULED_OUT = 12;
    private static final int MOST = 30;
    /** Elements wanted this nearly as much as the one wanted most are tried with it. */
    private static final double ALIKE = 0.8;
    private static final int AT_ONCE = 5;
    /** How wrong the ratio of two families may be. */
    private static final double RATIO = 3;
    /** Below this energy in eV absorption makes ratios of families useless. */
    private static final double ABSORBED = 1000;

    private final EdsSpectrum spectrum;
    private final double from;
    private final double to;
    private final Map<String, List<XrayFamily>> possible = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<String> present = new ArrayList<>();
    private final Progress progress;
    private final DetectorResponse start;
    private FamilyFit fit;

    private FamilySearch(EdsSpectrum spectrum, DetectorResponse start, double from, double to, Progress progress) {
        this.start = start;
        this.spectrum = spectrum;
        this.from = from;
        this.to = to;
        this.progress = progress;
    }

    /**
     * What was found.
     *
     * @param fit the fit of all elements found and asked for
     * @param elements found ones, most counts first, then those that were asked for and are not there
     */
    public record Result(FamilyFit fit, List<Found> elements) {
        /** Copies the list. */
        public Result {
            elements = List.copyOf(elements);
        }
    }

    /**
     * Searches.
     *
     * @param from lowest energy in eV
     * @param to highest energy in eV
     * @param named elements asked for; they get a limit where they are not found
     * @param excluded elements that are known not to be there
     */
    public static Result of(EdsSpectrum spectrum, DetectorResponse response, double from, double to,
            List<String> named, List<String> excluded, Progress progress) {
        FamilySearch search = new FamilySearch(spectrum, response, from, to, progress);
        for (ElementFacts e : Candidates.elements(named, excluded)) {
            List<XrayFamily> families = Candidates.families(e, from, to, spectrum.beam());
            if (!families.isEmpty()) {
                search.possible.put(e.symbol(), families);
            }
        }
        search.collect();
        search.prune();
        return search.result(named);
    }

    private List<XrayFamily> families(List<String> elements) {
        return elements.stream().flatMap(e -> possible.get(e).stream()).toList();
    }

    private FamilyFit fit(List<String> elements, boolean calibrate) {
        progress.checkCancelled();
        return FamilyFit.of(spectrum, start, families(elements), new FamilyFit.Settings(from, to, calibrate, null),
                fit);
    }

    private void collect() {
        fit = fit(present, false);
        while (present.size() < MOST) {
            String best = null;
            FamilyFit chosen = null;
            double least = Double.POSITIVE_INFINITY;
            double[] variances = fit.variances();
            List<String> nearest = wanted();
            if (nearest.isEmpty()) {
                return;
            }
            for (String e : nearest) {
                List<String> more = new ArrayList<>(present);
                more.add(e);
                FamilyFit next = fit(more, true);
                if (isContradicted(next, e)) {
                    refused.add(e);
                } else if (next.chiSquare(variances) + Candidates.penalty(e) < least) {
                    least = next.chiSquare(variances) + Candidates.penalty(e);
                    chosen = next;
                    best = e;
                }
            }
            if (best != null) {
                fit = chosen;
                present.add(best);
                // what was refused beside another fit may be there beside this one
                refused.clear();
            }
            progress.report(Math.min(0.6, 0.05 * present.size()), "looking for elements");
        }
    }

    /** The elements that are wanted most, about as much as each other. */
    private List<String> wanted() {
        Map<String, Double> scores = new LinkedHashMap<>();
        double most = WANTED;
        for (Map.Entry<String, List<XrayFamily>> e : possible.entrySet()) {
            if (present.contains(e.getKey()) || refused.contains(e.getKey())) {
                continue;
            }
            double score = e.getValue().stream().mapToDouble(f ->
                    fit.score(f)).filter(Double::isFinite).max().orElse(0);
            scores.put(e.getKey(), score);
            most = Math.max(most, score);
        }
        double least = ALIKE * most;
        return scores.entrySet().stream().filter(e -> e.getValue() >= least && e.getValue() >= WANTED)
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed()).limit(AT_ONCE)
                .map(Map.Entry::getKey).toList();
    }

    /** Whether a family that should be seen, given the strongest, is not. */
    private boolean isContradicted(FamilyFit trial, String symbol) {
        List<Integer> own = indexes(trial, symbol);
        int main = main(trial, own);
        if (trial.counts(main) < THERE * trial.uncertainty(main)) {
            return true;
        }
        double takeOff = Double.isNaN(spectrum.takeOff()) ? 35 : spectrum.takeOff();
        Map<String, Double> mixed = new LinkedHashMap<>(Map.of("Si", 0.4, "O", 0.4));
        mixed.merge(symbol, 0.2, Double::sum);
        Composition middle = new Composition(mixed);
        double expected = emitted(trial, trial.families().get(main), middle, takeOff);
        for (int i : own) {
            XrayFamily f = trial.families().get(i);
            if (i == main || f.mainEnergy() < ABSORBED) {
                continue;
            }
            double wanted = trial.counts(main) * emitted(trial, f, middle, takeOff) / expected / RATIO;
            if (trial.counts(i) + 3 * trial.uncertainty(i) < wanted) {
                return true;
            }
        }
        return false;
    }

    private double emitted(FamilyFit trial, XrayFamily f, Composition middle, double takeOff) {
        return GeneratedIntensity.of(middle, f, spectrum.beam(), takeOff) * trial.response().efficiency(f.mainEnergy());
    }

    private static List<Integer> indexes(FamilyFit fit, String symbol) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < fit.families().size(); i++) {
            if (fit.families().get(i).element().symbol().equals(symbol)) {
                out.add(i);
            }
        }
        return out;
    }

    /** The family with the most significant counts. */
    private static int main(FamilyFit fit, List<Integer> own) {
        int best = own.get(0);
        for (int i : own) {
            best = fit.counts(i) / fit.uncertainty(i) > fit.counts(best) / fit.uncertainty(best) ? i : best;
        }
        return best;
    }

    private static double significance(FamilyFit fit, String symbol) {
        int i = main(fit, indexes(fit, symbol));
        return fit.counts(i) / fit.uncertainty(i);
    }

    /** Takes out, weakest first, what later elements made superfluous. */
    private void prune() {
        while (!present.isEmpty()) {
            String weakest = present.stream().min(Comparator.comparingDouble(e -> significance(fit, e))).orElseThrow();
            if (significance(fit, weakest) >= THERE) {
                return;
            }
            present.remove(weakest);
            fit = fit(present, true);
        }
    }

    private Result result(List<String> named) {
        List<Found> out = new ArrayList<>();
        double[] variances = fit.variances();
        double chi = fit.chiSquare(variances);
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        for (String e : List.copyOf(present)) {
            verdicts.put(e, Rivals.verdict(this::alternative, fit, possible, present, e, chi, variances, RULED_OUT));
            progress.report(0.6 + 0.4 * verdicts.size() / present.size(), "trying rivals");
        }
        List<String> all = new ArrayList<>(present);
        named.stream().filter(n -> possible.containsKey(n) && !all.contains(n)).forEach(all::add);
        FamilyFit last = all.size() == present.size() ? fit : FamilyFit.of(spectrum, start, families(all),
                new FamilyFit.Settings(from, to, false, null), fit);
        for (String e : all) {
            List<Integer> own = indexes(last, e);
            int main = main(last, own);
            List<Integer> order = new ArrayList<>(own);
            order.remove(Integer.valueOf(main));
            order.add(0, main);
            out.add(new Found(e, order.stream().map(i -> last.families().get(i)).toList(), order, last.counts(main),
                    last.uncertainty(main), present.contains(e), verdicts.getOrDefault(e, Verdict.SOUND)));
        }
        out.sort(Comparator.comparing((Found f) -> !f.present()).thenComparing(f -> -f.counts()));
        return new Result(last, out);
    }

    /** Another fit; null where it contradicts itself. */
    private FamilyFit alternative(List<String> elements, String rival) {
        FamilyFit trial = fit(elements, false);
        return isContradicted(trial, rival) ? null : trial;
    }
}
