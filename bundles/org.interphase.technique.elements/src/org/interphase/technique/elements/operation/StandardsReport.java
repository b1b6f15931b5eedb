package org.interphase.technique.elements.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Verdict;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.matrix.Composition;
import org.interphase.technique.elements.matrix.CompositionBudget;
import org.interphase.technique.elements.matrix.KRatio;
import org.interphase.technique.elements.matrix.MatrixIteration;
import org.interphase.technique.elements.matrix.MatrixModel;
import org.interphase.technique.elements.matrix.Oxides;
import org.interphase.technique.elements.presence.ElementFamilies;
import org.interphase.technique.elements.presence.ElementList;
import org.interphase.technique.elements.spectrum.EdsSpectrum;
import org.interphase.technique.elements.spectrum.XrayFamily;
import org.interphase.technique.elements.standard.KRatios;
import org.interphase.technique.elements.standard.StandardSpectrum;

/** Mass fractions against standards. */
final class StandardsReport {

    private static final double USUAL_RESOLUTION = 130;
    /** Totals outside these, in mass fractions, mean that something is missing or wrong. */
    private static final double LEAST = 0.95;
    private static final double MOST = 1.05;

    private final EdsSpectrum s;
    private final ElementList found;
    private final List<StandardSpectrum> standards;
    private final QuantifyElements.Parameters p;
    private final Oxides oxides;
    private final MatrixModel model;
    private final boolean currents;
    private final Verdict conditions;
    private Set<String> undescribed = Set.of();

    StandardsReport(EdsSpectrum s, ElementList found, List<StandardSpectrum> standards, double takeOff,
            QuantifyElements.Parameters p, Map<String, Double> valences) throws AnalysisException {
        conditions = StandardConditions.verdict(s, standards, p.takeOff() != null);
        this.s = s;
        this.found = found;
        this.standards = standards;
        this.p = p;
        oxides = new Oxides(valences);
        model = MatrixModel.of(s.beam(), takeOff);
        boolean known = s.current() > 0;
        for (StandardSpectrum t : standards) {
            known &= t.spectrum().current() > 0;
            if (!(t.spectrum().liveTime() > 0)) {
                throw new AnalysisException("The standard '" + t.file() + "' does not state its live time; k-ratios "
                        + "need it.");
            }
        }
        if (!(s.liveTime() > 0)) {
            throw new AnalysisException("The file does not state its live time; k-ratios need it.");
        }
        currents = known;
    }

    private KRatios.Result measure(Map<String, List<XrayFamily>> elements, Composition guess) {
        DetectorResponse response = Detectors.of(s, USUAL_RESOLUTION);
        return KRatios.of(s, response, found.from(), found.to(), elements, standards, guess, currents);
    }

    void write(Outcome.Builder out, Progress progress) throws AnalysisException {
        Map<String, List<XrayFamily>> elements = new LinkedHashMap<>();
        for (String e : found.elements()) {
            elements.put(e, ElementFamilies.of(e, found.from(), found.to(), s.beam()));
        }
        try {
            KRatios.Result first = measure(elements, null);
            progress.report(0.4, "k-ratios");
            List<KRatio> kept = kept(first.ratios());
            if (kept.isEmpty()) {
                throw new AnalysisException("No standard holds an element that was found.");
            }
            KRatios.Result second = measure(elements, composition(kept).normalised());
            progress.report(0.8, "matrix correction");
            undescribed = second.undescribed();
            report(out, both(kept, kept(second.ratios())), second.used());
        } catch (IllegalArgumentException e) {
            throw new AnalysisException("The fractions cannot be determined: " + e.getMessage() + ".", e);
        }
    }

    private Composition composition(List<KRatio> all) {
        List<KRatio> others = all.stream().filter(k -> !k.symbol().equals("O")).toList();
        boolean stoichiometric = p.oxygen() != QuantifyElements.Oxygen.MEASURED && found.elements().contains("O")
                && !others.isEmpty();
        return stoichiometric ? MatrixIteration.solve(others, oxides, model) : MatrixIteration.solve(all, null, model);
    }

    private List<KRatio> kept(List<KRatio> ratios) {
        return ratios.stream().filter(k -> !p.coating().contains(k.symbol()) && k.value() > 0).toList();
    }

    /** The second ratios; what the shape of the continuum changed is part of their uncertainty. */
    private static List<KRatio> both(List<KRatio> without, List<KRatio> with) {
        List<KRatio> out = new ArrayList<>();
        for (KRatio k : with) {
            double change = without.stream().filter(o -> o.symbol().equals(k.symbol())).mapToDouble(o -> o.value()
                    / k.value() - 1).findFirst().orElse(0);
            out.add(new KRatio(k.family(), k.value(), Math.hypot(k.uncertainty(), change), k.standard()));
        }
        return out;
    }

    private void report(Outcome.Builder out, List<KRatio> all, Map<String, String> used) {
        List<KRatio> others = all.stream().filter(k -> !k.symbol().equals("O")).toList();
        boolean measured = others.size() < all.size();
        boolean there = found.elements().contains("O");
        boolean stoichiometry = there && !others.isEmpty() && p.oxygen() != QuantifyElements.Oxygen.MEASURED;
        Verdict common = common();
        if (stoichiometry && measured && p.oxygen() == QuantifyElements.Oxygen.AUTOMATIC) {
            Composition byLine = MatrixIteration.solve(all, null, model);
            double u = Math.hypot(CompositionBudget.of(all, null, model, dose()).uncertainty("O"), 0.03
                    * byLine.of("O"));
            double wanted = MatrixIteration.solve(others, oxides, model).of("O");
            stoichiometry = Math.abs(byLine.of("O") - wanted) < 2.5 * u;
            out.remark((stoichiometry ? Remark.info(said(byLine.of("O"), wanted, "agrees with", "oxygen is taken by "
                    + "stoichiometry")) : Remark.warning(said(byLine.of("O"), wanted, "does not agree with",
                            "oxygen is measured"))).about("O").coded("oxygen"));
        } else if (stoichiometry) {
            out.remark(Remark.info("Oxygen is taken by stoichiometry from the valences of the other elements.").about(
                    "O").coded("oxygen"));
        }
        List<KRatio> ratios = stoichiometry ? others : all;
        Oxides rule = stoichiometry ? oxides : null;
        Composition c = MatrixIteration.solve(ratios, rule, model);
        CompositionBudget u = CompositionBudget.of(ratios, rule, model, dose());
        Verdict missing = missing(c);
        Verdict total = missing.and(total(c));
        for (String e : found.elements()) {
            if (p.coating().contains(e)) {
                out.remark(Remark.info(e + " is taken for coat or contamination and left out.").about(e));
            } else if (c.of(e) > 0) {
                Verdict own = found.doubt(e).map(Verdict::doubtful).orElse(Verdict.SOUND).and(
                        IdentifyElements.described(!undescribed.contains(e)));
                out.measure(Measurement.of(e + " mass fraction", "w", 100 * c.of(e), 100 * u.uncertainty(e), "%")
                        .judged(common.and(total).and(own)));
            } else {
                out.measure(Measurement.withheld(e + " mass fraction", "w", "%", "no standard holds " + e));
            }
        }
        out.measure(Measurement.of("analysis total", "", 100 * c.total(), 100 * u.total(), "%").judged(common.and(
                missing).and(IdentifyElements.described(ratios.stream().noneMatch(k -> undescribed.contains(
                        k.symbol()))))));
        for (StandardSpectrum t : standards) {
            if (t.assumed() && used.containsValue(t.file())) {
                out.remark(Remark.warning(String.format(Locale.ROOT, "How sure the composition of the standard '%s' is "
                        + "is not stated; %.2g %% of each fraction is taken. State it under 'Compositions', such as "
                        + "%s = +- 0.5.", t.file(), 100 * t.uncertainty(), t.file())).coded("standard-composition"));
            }
        }
        for (KRatio k : all) {
            out.remark(Remark.info(String.format(Locale.ROOT, "%s against %s: k = %.5f (%.2f %%).", k.family().name(),
                    used.get(k.symbol()), k.value(), 100 * Math.hypot(k.uncertainty(), dose()))).about(k.symbol())
                    .coded("k-ratio"));
        }
    }

    private double dose() {
        return p.dose() / 100;
    }

    private static String said(double line, double wanted, String relation, String therefore) {
        return String.format(Locale.ROOT, "The oxygen of its own line (%.1f %%) %s that of the valences (%.1f %%): %s.",
                100 * line, relation, 100 * wanted, therefore);
    }

    private Verdict common() {
        Verdict v = IdentifyElements.landing(found.landing()).and(conditions);
        return currents ? v : v.and(Verdict.doubtful("the probe currents are not stated and taken as equal"));
    }

    private Verdict missing(Composition c) {
        List<String> missing = found.elements().stream().filter(e -> !p.coating().contains(e) && c.of(e) == 0).toList();
        return missing.isEmpty() ? Verdict.SOUND : Verdict.doubtful(String.join(", ", missing)
                + " is there and no standard given, so that the matrix is not known");
    }

    private static Verdict total(Composition c) {
        return c.total() >= LEAST && c.total() <= MOST ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT,
                "the analysis total is %.1f %%", 100 * c.total()));
    }
}
