package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.ReadyText;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.record.Temperatures;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.Table;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.figure.EisFigures;
import org.interphase.technique.electrochemistry.figure.TrendFigures;
import org.interphase.technique.electrochemistry.fit.CellComparison;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitFits;
import org.interphase.technique.electrochemistry.fit.CircuitNumber;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.FitReport;
import org.interphase.technique.electrochemistry.fit.HiddenLead;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.fit.PointChoice;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;

/** Fits one circuit to every spectrum of a series, each also from its neighbour's result, and shows the trends. */
public final class EisFitSeries implements Operation<Series, EisFit.Parameters> {

    /** Circuit text that lets the data choose among the usual circuits of ion conductors and cells. */
    public static final String AUTO = EisFit.AUTO;

    /** Sum of BIC above the best up to which a circuit takes part in the uncertainty of what follows. */
    private static final double OTHERS = 60;

    private final Supplier<ElementLibrary> library;
    private final OperationInfo<Series, EisFit.Parameters> info = OperationInfo.of("eis.fit-series", 6,
            "Circuit fit of a series", "Fits one circuit to every spectrum of a series (temperature, state of charge, "
                    + "cycle, or several cells). Each spectrum is fitted from its own start values and from its "
                    + "neighbour's result, so that parts of the circuit keep their meaning; the trend of every "
                    + "parameter is drawn. Two spectra are compared parameter by parameter. The circuit 'auto' is "
                    + "chosen among one- and two-arc circuits with and without a blocking tail, and gets the "
                    + "inductance of the leads where spectra turn inductive at high frequency.",
            Series.class, EisFit.Parameters.class, EisFit.BOUKAMP).forKinds(EisColumns.KIND);

    /** A fit with these circuit elements. */
    public EisFitSeries(Supplier<ElementLibrary> library) {
        this.library = library;
    }

    @Override
    public OperationInfo<Series, EisFit.Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Series input, EisFit.Parameters p, Progress progress) throws AnalysisException {
        Column condition = condition(input);
        if (!CircuitEntry.isAuto(p)) {
            Circuit circuit = EisFit.circuit(library.get(), p.circuit());
            List<Member> members = new ArrayList<>(members(input, p, List.of(circuit), false));
            CircuitVerdict[] fits = fits(members, condition, circuit, p, progress);
            EisFit.Parameters listed = new EisFit.Parameters(p.circuit(), p.weighting(), ParameterTable.listed(
                    fits[0].fit().circuit(), p.parameters()), p.points(), p.frequencies(), p.starts(), p.seed(),
                    p.accuracy());
            return outcome(input, members, condition, fits, List.of(), ImpedanceAccuracy.of(p.accuracy()),
                    UnaryOperator.identity())
                    .resolved(listed).build();
        }
        List<Circuit> circuits = new ArrayList<>();
        for (String text : CircuitLibrary.texts(CircuitLibrary.Use.SERIES)) {
            circuits.add(EisFit.circuit(library.get(), text));
        }
        Choice choice = choice(input, circuits, condition, p, progress.part(0, 0.7));
        Choice longer = withLead(choice, input, condition, p, progress.part(0.7, 1));
        Choice taken = longer == null ? choice : longer;
        Circuit chosen = taken.best[0].fit().circuit();
        Outcome.Builder out = outcome(input, taken.members, condition, taken.best, taken.products(),
                ImpedanceAccuracy.of(p.accuracy()), n -> n.of(chosen))
                .remark(Remark.info("The circuit " + choice.best[0].fit().circuit() + " was chosen among "
                        + circuits.size() + " by the sum of BIC over the series."));
        if (longer != null) {
            out.remark(Remark.info("Spectra of the series turn inductive at high frequency: the circuit was given the "
                    + "inductance of the leads (L0) in series."));
        }
        return out.build();
    }

    /**
     * The judged fits of a circuit the data chose, and of those near it.
     *
     * @param members what they were fitted to
     * @param others the fits of other circuits
     */
    private record Choice(List<Member> members, CircuitVerdict[] best, List<CircuitVerdict[]> others) {

        List<CircuitFits> products() {
            return others.stream().map(o -> product(members, o, List.of())).toList();
        }
    }

    /** Fits all circuits to the same points and chooses. */
    private static Choice choice(Series input, List<Circuit> circuits, Column condition, EisFit.Parameters p,
            Progress progress) throws AnalysisException {
        List<Member> members = members(input, p, circuits, true);
        List<CircuitVerdict[]> all = new ArrayList<>();
        for (int i = 0; i < circuits.size(); i++) {
            all.add(fits(members, condition, circuits.get(i), p,
                    progress.part(i / (double) circuits.size(), (i + 1.0) / circuits.size())));
        }
        CircuitVerdict[] best = best(all);
        return new Choice(members, best, all.stream().filter(o -> o != best && score(o) < score(best) + OTHERS
                && isUsable(o)).toList());
    }

    /**
     * The same circuits with the inductance of the leads, fitted to the inductive points too; null where no spectrum
     * has any, where most do not determine it, or where it leaves more spectra undescribed.
     */
    private Choice withLead(Choice plain, Series input, Column condition, EisFit.Parameters p, Progress progress)
            throws AnalysisException {
        if (p.points() != PointChoice.AUTO || plain.members.stream().noneMatch(m -> SpectrumTails.leading(
                p.frequencies().isAll() ? m.all : m.all.between(p.frequencies().from(), p.frequencies().to()))
                >= SpectrumTails.LEAD)) {
            return null;
        }
        List<CircuitVerdict[]> near = new ArrayList<>(plain.others);
        near.add(0, plain.best);
        List<Circuit> circuits = new ArrayList<>();
        for (CircuitVerdict[] c : near) {
            circuits.add(EisFit.circuit(library.get(), CircuitLibrary.withLead(c[0].fit().circuit().dashed())));
        }
        List<Member> members = members(input, p, circuits, true);
        CircuitVerdict[] best = fits(members, condition, circuits.get(0), p, progress);
        if (!isUsable(best) || described(best) < described(plain.best)) {
            return null;
        }
        List<CircuitVerdict[]> others = new ArrayList<>();
        for (Circuit c : circuits.subList(1, circuits.size())) {
            CircuitVerdict[] other = fits(members, condition, c, p, progress);
            if (score(other) < score(best) + OTHERS && isUsable(other)) {
                others.add(other);
            }
        }
        return new Choice(members, best, others);
    }

    private static long described(CircuitVerdict[] fits) {
        return Arrays.stream(fits).filter(v -> v.common().isSound()).count();
    }

    private static double score(CircuitVerdict[] fits) {
        return Arrays.stream(fits).mapToDouble(v -> v.fit().bic()).sum();
    }

    private static boolean isUsable(CircuitVerdict[] fits) {
        return Arrays.stream(fits).filter(CircuitVerdict::isUsable).count() * 2 > fits.length;
    }

    /** The lowest sum of BIC among the circuits whose parts most spectra determine; of all if there is none. */
    private static CircuitVerdict[] best(List<CircuitVerdict[]> all) {
        return all.stream().min(Comparator.<CircuitVerdict[]>comparingDouble(f -> isUsable(f) ? 0 : 1)
                .thenComparingDouble(EisFitSeries::score)).orElseThrow();
    }

    private static CircuitFits product(List<Member> members, CircuitVerdict[] fits, List<CircuitFits> others) {
        return new CircuitFits(fits[0].fit().circuit().dashed(), Arrays.stream(fits).map(FitReport::result).toList(),
                IntStream.range(0, fits.length).mapToObj(i -> fits[i].product(members.get(i).points.data())).toList(),
                others, HiddenLead.of(fits));
    }

    /**
     * A spectrum of the series.
     *
     * @param table as it was recorded
     * @param all its points
     * @param points those that take part; null until they are known
     */
    private record Member(Table table, ImpedanceSpectrum all, ChosenPoints points) {

        String name() {
            return table.name();
        }
    }

    /** @param test whether a Kramers-Kronig test goes before the fits; else where a fit leaves more than noise */
    private static List<Member> members(Series input, EisFit.Parameters p, List<Circuit> circuits, boolean test)
            throws AnalysisException {
        List<Member> out = new ArrayList<>();
        for (Dataset d : input.members()) {
            if (!(d instanceof Table t)) {
                throw new AnalysisException("'" + d.name() + "' is no impedance spectrum");
            }
            try {
                ImpedanceSpectrum all = ImpedanceSpectrum.of(t);
                out.add(new Member(t, all, test ? ChosenPoints.of(all, p.points(), p.frequencies(), circuits) : null));
            } catch (AnalysisException e) {
                throw new AnalysisException(d.name() + ": " + e.getMessage(), e);
            }
        }
        return out;
    }

    /** The fits; a member that was not tested yet is replaced by one that was. */
    private static CircuitVerdict[] fits(List<Member> members, Column condition, Circuit circuit, EisFit.Parameters p,
            Progress progress) throws AnalysisException {
        ParameterTable table = ParameterTable.of(circuit, p.parameters());
        int n = members.size();
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> condition.get(i)))
                .mapToInt(Integer::intValue).toArray();
        CircuitVerdict[] fits = new CircuitVerdict[n];
        double[] warm = table.start();
        for (int k = 0; k < n; k++) {
            Member m = members.get(order[k]);
            progress.report(k / (double) n, m.name());
            try {
                CircuitSearch search = new CircuitSearch(circuit, table.space(), p.weighting(), p.starts(), p.seed(),
                        false);
                if (m.points == null) {
                    TestedFit fit = TestedFit.of(m.all, p, circuit, search, warm, progress);
                    fits[order[k]] = fit.judged();
                    members.set(order[k], new Member(m.table, m.all, fit.points()));
                } else {
                    fits[order[k]] = CircuitVerdict.of(search.fit(m.points.spectrum(), warm, progress));
                }
            } catch (AnalysisException e) {
                throw new AnalysisException(m.name() + ": " + e.getMessage(), e);
            }
            warm = fits[order[k]].fit().p();
        }
        return fits;
    }

    /** The series' condition, the temperature in K where every member tells one, or the number of the member. */
    static Column condition(Series series) {
        if (series.condition().isPresent()) {
            return series.condition().get();
        }
        int n = series.members().size();
        double[] kelvin = new double[n];
        boolean all = true;
        for (int i = 0; i < n; i++) {
            OptionalDouble t = Temperatures.kelvin(series.members().get(i));
            all &= t.isPresent();
            kelvin[i] = t.orElse(Double.NaN);
        }
        boolean differ = Arrays.stream(kelvin).distinct().count() > 1;
        return all && differ ? Column.of("Temperature", "K", kelvin)
                : Column.of(TrendFigures.NUMBERED, "1", IntStream.rangeClosed(1, n).asDoubleStream().toArray());
    }

    private static Outcome.Builder outcome(Series input, List<Member> members, Column condition,
            CircuitVerdict[] judged, List<CircuitFits> others, ImpedanceAccuracy accuracy,
            UnaryOperator<CircuitNumber> naming) {
        Outcome.Builder out = Outcome.builder(input.with(product(members, judged, others)).with(accuracy));
        Map<Remark, List<String>> said = new LinkedHashMap<>();
        for (int i = 0; i < judged.length; i++) {
            CircuitFit fit = judged[i].fit();
            Member member = members.get(i);
            String name = member.name();
            List<CircuitNumber> numbers = new ArrayList<>(FitReport.numbers(judged[i]));
            numbers.addAll(AreaSpecificResistances.of(member.table.metadata(), judged[i]));
            for (CircuitNumber n : numbers) {
                Measurement m = naming.apply(n.judged(member.points.data()).counting(accuracy)).measurement();
                out.measure(m.withName(m.name() + " (" + name + ")"));
            }
            double[] f = EisFigures.dense(fit.spectrum());
            double[] z = fit.at(f);
            out.overlay("fit-" + i, new Layer.Line("", Arrays.copyOf(z, f.length),
                    EisFigures.negated(Arrays.copyOfRange(z, f.length, z.length)),
                    Style.line(Colour.sample(i), 1.2)));
            // which points took no part is said of each; what else is worth no warning is not
            Stream.concat(member.points.remarks().stream(), FitReport.remarks(judged[i], member.all).stream()
                    .filter(r -> r.level() != Remark.Level.INFO))
                    .forEach(r -> said.computeIfAbsent(r, q -> new ArrayList<>()).add(name));
        }
        said.forEach((r, names) -> out.remark(new Remark(r.level(), String.join(", ", names) + ": " + r.text(), "",
                r.component(), r.code())));
        if (judged.length == 2) {
            Member first = members.get(0);
            Member second = members.get(1);
            CellComparison.remarks(first.name(), judged[0], first.points.data(), second.name(), judged[1],
                    second.points.data(), accuracy).forEach(out::remark);
        }
        CircuitFit[] fits = Arrays.stream(judged).map(CircuitVerdict::fit).toArray(CircuitFit[]::new);
        return out.figure(TrendFigures.figure(input, condition, judged, accuracy))
                .figure(TrendFigures.waterfall(input, condition, fits));
    }

    @Override
    public List<ReadyText> readyTexts(String path) {
        return path.equals("circuit") ? CircuitEntry.readyWithAuto(library.get(),
                CircuitLibrary.texts(CircuitLibrary.Use.SERIES).size()) : List.of();
    }

    @Override
    public Map<String, String> problems(EisFit.Parameters p) {
        return CircuitEntry.isAuto(p) ? Map.of() : CircuitEntry.problems(library.get(), p);
    }

    @Override
    public EisFit.Parameters afterChange(EisFit.Parameters p, String changed) {
        return changed.equals("circuit") ? CircuitEntry.fitting(library.get(), p) : p;
    }

    @Override
    public String methods(EisFit.Parameters p) {
        return "The equivalent circuit " + p.circuit() + " was fitted to every spectrum of the series by complex "
                + "nonlinear least squares with " + p.weighting().name().toLowerCase(Locale.ROOT)
                + " weights, each spectrum also from its neighbour's result." + ImpedanceAccuracy.methods(p.accuracy());
    }
}
