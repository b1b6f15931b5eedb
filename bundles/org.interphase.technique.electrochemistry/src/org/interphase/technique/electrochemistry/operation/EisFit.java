package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
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
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.CircuitSchematic;
import org.interphase.technique.electrochemistry.circuit.CircuitSyntaxException;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.figure.EisFigures;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitNumber;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.ElementSetting;
import org.interphase.technique.electrochemistry.fit.FitReport;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.fit.PointChoice;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/** Fits an equivalent circuit to an impedance spectrum by complex nonlinear least squares. */
public final class EisFit implements Operation<Table, EisFit.Parameters> {

    /**
     * How a circuit is fitted.
     *
     * @param circuit circuit string
     * @param weighting weights
     * @param parameters settings of single parameters; those not listed are free and found from the data
     * @param points which points take part
     * @param frequencies range of frequencies in Hz
     * @param starts number of random starts
     * @param seed seed of the random starts
     * @param accuracy relative standard uncertainty of an impedance by the instrument, in percent; null for usual
     */
    public record Parameters(
            @Param(label = "Circuit", def = AUTO, help = "auto chooses among usual circuits by BIC, never one "
                    + "whose parts the data do not determine. Else R0-p(R1,CPE1) with dash for series and "
                    + "p(...) for parallel, R(RQ), or R0+Q1/R1. Start values and bounds may stand in braces: "
                    + "R0{R=50/10/200}, F behind a value holds it. Elements: R, C, L, CPE (Q), W (Warburg), Wo (T, "
                    + "finite space), Ws (O, finite length), G (Gerischer), Zarc, HN (Havriliak-Negami), TLMQ "
                    + "and TLMR (de Levie without and with reaction).")
            String circuit,
            @Param(label = "Weighting", def = "modulus", help = "Unit: every ohm counts alike. Modulus: residuals "
                    + "relative to |Z|. Proportional: each part relative to itself. Given: the uncertainties in the "
                    + "file.") Weighting weighting,
            @Param(label = "Parameters", help = "Start values, bounds, fixed values and ties of single parameters; "
                    + "the others are found from the data.") List<ElementSetting> parameters,
            @Param(label = "Points", def = "auto", help = "Auto leaves out points with Im Z above zero if the circuit "
                    + "has no inductor.") PointChoice points,
            @Param(label = "Frequencies", unit = "Hz", def = "all", advanced = true,
                    help = "Range of frequencies that takes part.") Range frequencies,
            @Param(label = "Random starts", def = "60", min = 0, max = 100000, advanced = true,
                    help = "Starts beside the automatic ones; a single start often ends in a local minimum.")
            int starts,
            @Param(label = "Seed", def = "1", advanced = true, help = "Seed of the random starts.") long seed,
            @Param(label = "Accuracy of the impedance", unit = "%", min = 0, max = 100, advanced = true,
                    help = ImpedanceAccuracy.HELP) Double accuracy) {
    }

    private static final int FEWEST = 3;

    /** Circuit text that lets the data choose among the usual circuits of cells and ion conductors. */
    public static final String AUTO = "auto";

    static final Citation BOUKAMP =
            Publication.article("B. A. Boukamp",
                    "A nonlinear least squares fit procedure for analysis of immittance data of "
                    + "electrochemical systems")
                    .in("Solid State Ionics", 1986, "20", "31-44")
                    .doi("10.1016/0167-2738(86)90031-7").seen().cited("Boukamp 1986");

    private final Supplier<ElementLibrary> library;
    private final OperationInfo<Table, Parameters> info = OperationInfo.of("eis.fit", 6, "Circuit fit",
            "Fits an equivalent circuit to real and imaginary part together (complex nonlinear least squares, "
                    + "Levenberg-Marquardt, positive parameters as logarithms). Start values come from the "
                    + "data; seeded "
                    + "random starts guard against local minima. Equal parts of the circuit are ordered by their time "
                    + "constants, fastest first. Uncertainties are one standard deviation; except for given weights "
                    + "they are scaled with the residuals.",
            Table.class, Parameters.class, BOUKAMP).forKinds(EisColumns.KIND);

    /** A fit with these circuit elements. */
    public EisFit(Supplier<ElementLibrary> library) {
        this.library = library;
    }

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        ImpedanceSpectrum all = ImpedanceSpectrum.of(input);
        if (CircuitEntry.isAuto(p)) {
            return chosen(input, all, p, progress);
        }
        Circuit circuit = circuit(library.get(), p.circuit);
        ParameterTable table = ParameterTable.of(circuit, p.parameters);
        TestedFit fit = TestedFit.of(all, p, circuit, new CircuitSearch(circuit, table.space(), p.weighting, p.starts,
                p.seed, false), table.start(), progress);
        Outcome.Builder out = outcome(input, fit.judged(), all, fit.points().data(), ImpedanceAccuracy.of(p.accuracy),
                UnaryOperator.identity());
        fit.points().remarks().forEach(out::remark);
        return out.resolved(resolved(p.circuit, fit.judged().fit(), p)).build();
    }

    private Outcome chosen(Table input, ImpedanceSpectrum all, Parameters p, Progress progress)
            throws AnalysisException {
        ChosenPoints points = ChosenPoints.of(all, p.points, p.frequencies);
        CircuitChoice choice = CircuitChoice.of(library.get(), points.candidates(), points.spectrum(), p,
                progress.part(0, 0.5));
        if (points.lead() && !isDescribed(choice)) {
            // an inductor does not describe the leads: without the points they spoiled
            ChosenPoints shorter = points.withoutLead();
            if (shorter.spectrum().size() >= FEWEST) {
                CircuitChoice other = CircuitChoice.of(library.get(), shorter.candidates(), shorter.spectrum(), p,
                        progress.part(0.5, 1));
                if (isDescribed(other) || choice.chosen() == null) {
                    choice = other;
                    points = shorter;
                }
            }
        }
        Outcome.Builder out = builder(input, all, choice, points, p);
        for (Measurement m : CertainNumbers.of(choice, points.spectrum(), ImpedanceAccuracy.of(p.accuracy))) {
            out.measure(m.judged(points.data()));
        }
        points.remarks().forEach(out::remark);
        return out.remark(choice.statement()).build();
    }

    private static Outcome.Builder builder(Table input, ImpedanceSpectrum all, CircuitChoice choice,
            ChosenPoints points, Parameters p) {
        if (choice.chosen() == null) {
            return Outcome.builder(input);
        }
        CircuitFit fit = choice.chosen().fit();
        return outcome(input, choice.chosen(), all, choice.verdict().and(points.data()),
                ImpedanceAccuracy.of(p.accuracy), q -> q.of(fit.circuit()))
                .resolved(resolved(fit.circuit().dashed(), fit, p));
    }

    private static boolean isDescribed(CircuitChoice choice) {
        return choice.chosen() != null && choice.isBest() && choice.chosen().common().isSound();
    }

    private static Parameters resolved(String circuit, CircuitFit fit, Parameters p) {
        return new Parameters(circuit, p.weighting, ParameterTable.resolved(fit, p.parameters), p.points,
                p.frequencies, p.starts, p.seed, p.accuracy);
    }

    /**
     * What a judged fit gives: the product, measurements, overlays, remarks and the schematic.
     *
     * @param further what else speaks against the numbers
     * @param accuracy that of the instrument
     * @param naming gives a number the name that tells it from those of other circuits
     */
    static Outcome.Builder outcome(Table input, CircuitVerdict judged, ImpedanceSpectrum all, Verdict further,
            ImpedanceAccuracy accuracy, UnaryOperator<CircuitNumber> naming) {
        CircuitFit fit = judged.fit();
        Outcome.Builder out = Outcome.builder(input.with(FitReport.result(judged)).with(judged.product(further))
                .with(accuracy));
        Map<String, String> values = new HashMap<>();
        List<CircuitNumber> numbers = new ArrayList<>(FitReport.numbers(judged));
        numbers.addAll(AreaSpecificResistances.of(input.metadata(), judged));
        for (CircuitNumber raw : numbers) {
            CircuitNumber n = raw.judged(further).counting(accuracy);
            out.measure(naming.apply(n).measurement());
            if (n.isOfParameter()) {
                values.merge(n.element(), n.measurement().symbol() + " = " + n.measurement().pretty(),
                        (a, b) -> a + ", " + b);
            }
        }
        EisFigures.overlays(fit).forEach(out::overlay);
        FitReport.remarks(judged, all).forEach(out::remark);
        return out.figure(CircuitSchematic.draw(fit.circuit(), values));
    }

    /** Reads a circuit string. */
    static Circuit circuit(ElementLibrary library, String text) throws AnalysisException {
        try {
            return CircuitParser.parse(library, text);
        } catch (CircuitSyntaxException e) {
            throw new AnalysisException(e.getMessage(), e);
        }
    }

    static void requirePoints(ImpedanceSpectrum s, ImpedanceSpectrum all) throws AnalysisException {
        if (s.size() < FEWEST) {
            throw new AnalysisException("only " + s.size() + " of " + all.size() + " points are left; widen the "
                    + "frequencies or set points to all");
        }
    }

    @Override
    public List<ReadyText> readyTexts(String path) {
        return path.equals("circuit") ? CircuitEntry.readyWithAuto(library.get(),
                CircuitLibrary.texts(CircuitLibrary.Use.CHOICE).size())
                : List.of();
    }

    @Override
    public Map<String, String> problems(Parameters p) {
        return CircuitEntry.isAuto(p) ? Map.of() : CircuitEntry.problems(library.get(), p);
    }

    @Override
    public Parameters afterChange(Parameters p, String changed) {
        return changed.equals("circuit") ? CircuitEntry.fitting(library.get(), p) : p;
    }

    @Override
    public String methods(Parameters p) {
        String circuit = CircuitEntry.isAuto(p) ? "with the lowest BIC among "
                + CircuitLibrary.texts(CircuitLibrary.Use.CHOICE).size() + " usual ones" : p.circuit;
        return "The equivalent circuit " + circuit + " was fitted by complex nonlinear least squares with "
                + p.weighting.name().toLowerCase(Locale.ROOT) + " weights from start values found in the data "
                + "and " + p.starts + " seeded random starts (seed " + p.seed + ")."
                + ImpedanceAccuracy.methods(p.accuracy);
    }
}
