package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.api.parameters.Range;
import org.interphase.api.parameters.ReadyText;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.circuit.ElementParameter.Role;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitLayout;
import org.interphase.technique.electrochemistry.fit.CircuitNumber;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.fit.PointChoice;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/** Fits several circuits to one spectrum and goes on with the one an information criterion prefers. */
public final class EisCompare implements Operation<Table, EisCompare.Parameters> {

    /** Information criteria. */
    public enum Criterion {
        /** Bayesian: asks more of each further parameter. */
        BIC,
        /** Akaike's. */
        AIC
    }

    /** One of the circuits. */
    public record Candidate(@Param(label = "Circuit", def = "R0-p(R1,CPE1)", help = "Circuit string.")
            String circuit) {
    }

    /**
     * What is compared.
     *
     * @param circuits circuits; if there is none, a set of usual ones
     * @param criterion what decides
     * @param weighting weights
     * @param points which points take part; those no circuit of the set can describe are left out for all
     * @param ordered whether arcs must get slower from left to right
     * @param starts random starts per circuit
     * @param seed seed of the random starts
     * @param accuracy relative standard uncertainty of an impedance by the instrument, in percent; null for usual
     */
    public record Parameters(
            @Param(label = "Circuits", help = "Circuits to compare; if none is named, one to three arcs with and "
                    + "without diffusion.") List<Candidate> circuits,
            @Param(label = "Criterion", def = "bic", help = "BIC asks more of each further parameter than AIC.")
            Criterion criterion,
            @Param(label = "Weighting", def = "modulus", help = "As in a circuit fit.") Weighting weighting,
            @Param(label = "Points", def = "auto", help = "Auto gives every circuit the inductance of the "
                    + "leads where the spectrum starts inductive, and leaves out points that stand out of the "
                    + "others.") PointChoice points,
            @Param(label = "Arcs in order", def = "false", advanced = true, help = "Prefer fits whose arcs get "
                    + "slower from left to right, so that each keeps its meaning.") boolean ordered,
            @Param(label = "Random starts", def = "60", min = 0, max = 100000, advanced = true,
                    help = "Starts beside the automatic ones, per circuit.") int starts,
            @Param(label = "Seed", def = "1", advanced = true, help = "Seed of the random starts.") long seed,
            @Param(label = "Accuracy of the impedance", unit = "%", min = 0, max = 100, advanced = true,
                    help = ImpedanceAccuracy.HELP) Double accuracy) {
    }

    /** Below this difference two circuits explain the data about equally well (Kass and Raftery 1995). */
    private static final double DECISIVE = 2;

    private final Supplier<ElementLibrary> library;
    private final OperationInfo<Table, Parameters> info = OperationInfo.of("eis.compare", 4, "Circuit comparison",
            "Fits several circuits to the same points with the same weights and compares them by an information "
                    + "criterion, which weighs the sum of squares against the number of parameters. The result is the "
                    + "fit of the preferred circuit.",
            Table.class, Parameters.class, EisFit.BOUKAMP,
                    Publication.article("R. E. Kass, A. E. Raftery",
                            "Bayes factors")
                            .in("J. Am. Stat. Assoc.", 1995, "90", "773-795")
                            .doi("10.1080/01621459.1995.10476572").seen().cited("Kass 1995"))
            .forKinds(EisColumns.KIND);

    /** A comparison with these circuit elements. */
    public EisCompare(Supplier<ElementLibrary> library) {
        this.library = library;
    }

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public List<ReadyText> readyTexts(String path) {
        return path.equals("circuits.circuit") ? CircuitEntry.ready(library.get()) : List.of();
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        Map<String, String> out = new LinkedHashMap<>();
        for (int i = 0; i < p.circuits.size(); i++) {
            String path = "circuits[" + i + "].circuit";
            CircuitEntry.problem(library.get(), p.circuits.get(i).circuit()).ifPresent(r -> out.put(path, r));
        }
        return out;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        List<String> texts = p.circuits.isEmpty() ? CircuitLibrary.texts(CircuitLibrary.Use.COMPARISON)
                : p.circuits.stream().map(Candidate::circuit).toList();
        List<Circuit> circuits = new ArrayList<>();
        for (String t : texts) {
            circuits.add(EisFit.circuit(library.get(), t));
        }
        ImpedanceSpectrum all = ImpedanceSpectrum.of(input);
        boolean lead = p.points == PointChoice.AUTO && SpectrumTails.leading(all) >= SpectrumTails.LEAD
                && circuits.stream().noneMatch(EisCompare::isInductive);
        List<Circuit> fitted = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            fitted.add(lead ? EisFit.circuit(library.get(), CircuitLibrary.withLead(texts.get(i))) : circuits.get(i));
        }
        ChosenPoints points = ChosenPoints.of(all, p.points, Range.ALL, fitted);
        ImpedanceSpectrum s = points.spectrum();
        List<CircuitFit> fits = new ArrayList<>();
        List<Circuit> asked = new ArrayList<>();
        for (int i = 0; i < fitted.size(); i++) {
            progress.report(i / (double) fitted.size(), texts.get(i));
            Circuit c = fitted.get(i);
            if (2 * s.size() > c.parameters().size()) {
                ParameterTable table = ParameterTable.of(c, List.of());
                fits.add(new CircuitSearch(c, table.space(), p.weighting, p.starts, p.seed, p.ordered)
                        .fit(s, table.start(), progress));
                asked.add(circuits.get(i));
            }
        }
        if (fits.isEmpty()) {
            throw new AnalysisException("every circuit has more parameters than the " + s.size() + " points give");
        }
        CircuitFit best = fits.get(0);
        for (CircuitFit f : fits) {
            // a later circuit has to be better by more than the data can leave open
            best = score(f, p.criterion) < score(best, p.criterion) - DECISIVE ? f : best;
        }
        CircuitFit fewer = fewerArcs(best, s, p, progress);
        Outcome.Builder out = fewer == null ? chosen(input, best, all, fits, p, points.data())
                : oneArcLess(input, best, fewer, all, points.data(), ImpedanceAccuracy.of(p.accuracy));
        points.remarks().forEach(out::remark);
        if (lead) {
            out.remark(Remark.info("The spectrum turns inductive at high frequency: every circuit was given the "
                    + "inductance of the leads (L0) in series."));
        }
        report(out, fits, asked, best, p.criterion);
        return out.build();
    }

    private static boolean isInductive(Circuit c) {
        return c.parameters().stream().anyMatch(q -> q.definition().role() == Role.INDUCTANCE);
    }

    private static Outcome.Builder chosen(Table input, CircuitFit best, ImpedanceSpectrum all, List<CircuitFit> fits,
            Parameters p, Verdict data) {
        CircuitVerdict judged = CircuitVerdict.of(best);
        Verdict further = data;
        for (CircuitFit f : fits) {
            if (f != best && Math.abs(score(f, p.criterion) - score(best, p.criterion)) < DECISIVE
                    && CircuitVerdict.of(f).isUsable() && !agree(judged, CircuitVerdict.of(f))) {
                further = further.and(Verdict.doubtful(f.circuit() + " describes the data about equally well and gives "
                        + "other values"));
            }
        }
        return EisFit.outcome(input, judged, all, further, ImpedanceAccuracy.of(p.accuracy),
                names(fits, best.circuit()));
    }

    /** Whether the resistances that two circuits have in common agree within their uncertainties. */
    private static boolean agree(CircuitVerdict a, CircuitVerdict b) {
        for (Circuit.Parameter q : a.fit().circuit().parameters()) {
            int i = a.fit().circuit().indexOf(q.name());
            int j = b.fit().circuit().indexOf(q.name());
            if (q.definition().role() == Role.RESISTANCE && j >= 0 && Math.abs(a.fit().p()[i] - b.fit().p()[j])
                    > Math.hypot(a.uncertainty(i), b.uncertainty(j))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Names of parameters stay as they are if they stand in every circuit of the set and all have the same resistors;
     * else they tell the circuit, because R1 of one arc is not R1 of two.
     */
    private static UnaryOperator<CircuitNumber> names(List<CircuitFit> fits, Circuit circuit) {
        Set<String> resistors = resistors(circuit);
        boolean same = fits.stream().allMatch(f -> resistors(f.circuit()).equals(resistors));
        return n -> same && fits.stream().allMatch(f -> f.circuit().leaves().stream().anyMatch(
                l -> l.label().equals(n.element()))) ? n : n.of(circuit);
    }

    private static Set<String> resistors(Circuit c) {
        return c.parameters().stream().filter(q -> q.definition().role() == Role.RESISTANCE)
                .map(Circuit.Parameter::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The fit without the last arc, if the criterion prefers it although every circuit of the set has that many. */
    private CircuitFit fewerArcs(CircuitFit best, ImpedanceSpectrum s, Parameters p, Progress progress)
            throws AnalysisException {
        List<CircuitLayout.Block> blocks = new CircuitLayout(best.circuit()).blocks();
        List<CircuitLayout.Block> arcs = blocks.stream().filter(b -> b.kind() == CircuitLayout.Kind.ARC).toList();
        if (!p.ordered || arcs.size() < 2) {
            return null;
        }
        CircuitFit out = null;
        for (CircuitLayout.Block arc : arcs) {
            Circuit fewer = EisFit.circuit(library.get(), blocks.stream().filter(b -> b != arc)
                    .map(b -> Circuit.of(b.node()).dashed()).collect(Collectors.joining("-")));
            CircuitFit fit = new CircuitSearch(fewer, ParameterTable.free(fewer), p.weighting, p.starts, p.seed,
                    p.ordered).fit(s, null, progress);
            out = score(fit, p.criterion) < score(best, p.criterion) && (out == null
                    || score(fit, p.criterion) < score(out, p.criterion)) ? fit : out;
        }
        return out;
    }

    private static Outcome.Builder oneArcLess(Table input, CircuitFit best, CircuitFit fewer, ImpedanceSpectrum all,
            Verdict data, ImpedanceAccuracy accuracy) {
        CircuitVerdict judged = CircuitVerdict.of(fewer);
        Set<String> series = resistors(best.circuit());
        new CircuitLayout(best.circuit()).arcs().forEach(b -> series.removeAll(resistors(Circuit.of(b.node()))));
        Outcome.Builder out = EisFit.outcome(input, judged, all, data, accuracy, n -> series.contains(n.element()) ? n
                : n.of(fewer.circuit()));
        for (String name : resistors(best.circuit())) {
            if (!series.contains(name)) {
                out.measure(Measurement.withheld(name, "R", fewer.spectrum().scale().unit().text(), "the spectrum "
                        + "shows an arc less than " + best.circuit() + " has, so which process it is can't be told"));
            }
        }
        return out.remark(Remark.warning("The spectrum shows an arc less than " + best.circuit() + " has: "
                + fewer.circuit() + " describes it better. The resistances of the arcs are withheld; what was found "
                + "carries the circuit it was found with."));
    }

    private static double score(CircuitFit f, Criterion criterion) {
        return criterion == Criterion.BIC ? f.bic() : f.aic();
    }

    /** @param asked the circuits as they were named, without the inductance of the leads */
    private static void report(Outcome.Builder out, List<CircuitFit> fits, List<Circuit> asked, CircuitFit best,
            Criterion criterion) {
        double least = score(best, criterion);
        double[] edges = new double[fits.size() + 1];
        double[] heights = new double[fits.size()];
        List<Layer.Text> texts = new ArrayList<>();
        List<String> near = new ArrayList<>();
        for (int i = 0; i < fits.size(); i++) {
            CircuitFit f = fits.get(i);
            String name = asked.get(i).dashed();
            double difference = score(f, criterion) - least;
            out.measure(criterion + " difference " + name, "Δ" + criterion, difference, Double.NaN, "1");
            edges[i] = i + 0.5;
            edges[i + 1] = i + 1.5;
            heights[i] = difference;
            texts.add(new Layer.Text(i + 1, difference, asked.get(i).description(), name, Colour.DATA));
            if (f != best && Math.abs(difference) < DECISIVE) {
                near.add(name);
            }
        }
        out.remark(Remark.info(String.format(Locale.ROOT, "%s prefers %s among %d circuits.", criterion,
                asked.get(fits.indexOf(best)).dashed(), fits.size())));
        if (!near.isEmpty()) {
            out.remark(Remark.warning(String.join(", ", near) + " explain(s) the data about equally well (difference "
                    + "below 2); the first named of them was taken."));
        }
        out.figure(Figure.of("comparison", "Circuit comparison", criterion + " of each circuit above the "
                + "preferred one.",
                Panel.of("comparison", AxisSpec.of("Circuit", "1"), AxisSpec.of("Δ" + criterion, "1"), List.of(
                        new Layer.Bars("", edges, heights, Style.fill(Colour.MODEL, 0.5)),
                        new Layer.Labels("", texts, Style.line(Colour.DATA, 9)))).noLegend()));
    }

    @Override
    public String methods(Parameters p) {
        return "Several circuits were fitted to the same points by complex non-linear least squares with the same "
                + "weights and compared by " + (p.criterion() == Criterion.BIC ? "Schwarz's (BIC)" : "Akaike's (AIC)")
                + " criterion; the numbers are of the preferred one." + (p.circuits().isEmpty() ? "" : " Circuits: "
                + String.join(", ", p.circuits().stream().map(Candidate::circuit).map(String::valueOf).toList()) + ".");
    }
}
