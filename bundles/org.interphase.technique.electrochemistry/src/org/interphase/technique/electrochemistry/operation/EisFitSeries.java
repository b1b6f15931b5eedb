package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
import org.interphase.model.Verdict;
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
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.FitReport;
import org.interphase.technique.electrochemistry.fit.HiddenLead;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;

/** Fits one circuit to every spectrum of a series, each also from its neighbour's result, and shows the trends. */
public final class EisFitSeries implements Operation<Series, EisFit.Parameters> {

    /** Circuit text that lets the data choose among the usual circuits of ion conductors and cells. */
    public static final String AUTO = EisFit.AUTO;

    private static final List<String> CANDIDATES = List.of("R0-CPE1", "p(R1,CPE1)-CPE2", "R0-p(R1,CPE1)",
            "R0-p(R1,CPE1)-CPE2", "p(R1,CPE1)-p(R2,CPE2)-CPE3", "R0-p(R1,CPE1)-p(R2,CPE2)");

    /** Sum of BIC above the best up to which a circuit takes part in the uncertainty of what follows. */
    private static final double OTHERS = 60;

    private final Supplier<ElementLibrary> library;
    private final OperationInfo<Series, EisFit.Parameters> info = OperationInfo.of("eis.fit-series", 2,
            "Circuit fit of a series", "Fits one circuit to every spectrum of a series (temperature, state of charge, "
                    + "cycle, or several cells). Each spectrum is fitted from its own start values and from its "
                    + "neighbour's result, so that parts of the circuit keep their meaning; the trend of every "
                    + "parameter is drawn. Two spectra are compared parameter by parameter. The circuit 'auto' is "
                    + "chosen among one- and two-arc circuits with and without a blocking tail.",
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
            CircuitFit[] fits = fits(input, condition, p.circuit(), p, progress);
            EisFit.Parameters listed = new EisFit.Parameters(p.circuit(), p.weighting(), ParameterTable.listed(
                    fits[0].circuit(), p.parameters()), p.points(), p.frequencies(), p.starts(), p.seed());
            return outcome(input, condition, judged(fits), List.of(), "").resolved(listed).build();
        }
        List<CircuitVerdict[]> all = new ArrayList<>();
        List<CircuitFits> others = new ArrayList<>();
        for (int i = 0; i < CANDIDATES.size(); i++) {
            CircuitFit[] fits = fits(input, condition, CANDIDATES.get(i), p,
                    progress.part(i / (double) CANDIDATES.size(), (i + 1.0) / CANDIDATES.size()));
            all.add(judged(fits));
        }
        CircuitVerdict[] best = best(all);
        for (CircuitVerdict[] other : all) {
            if (other != best && score(other) < score(best) + OTHERS && isUsable(other)) {
                others.add(product(other, List.of()));
            }
        }
        String suffix = " [" + best[0].fit().circuit().dashed() + "]";
        return outcome(input, condition, best, others, suffix).remark(Remark.info("The circuit "
                + best[0].fit().circuit()
                + " was chosen among " + CANDIDATES.size() + " by the sum of BIC over the series.")).build();
    }

    private static CircuitVerdict[] judged(CircuitFit[] fits) {
        return Arrays.stream(fits).map(CircuitVerdict::of).toArray(CircuitVerdict[]::new);
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

    private static CircuitFits product(CircuitVerdict[] fits, List<CircuitFits> others) {
        return new CircuitFits(fits[0].fit().circuit().dashed(), Arrays.stream(fits).map(FitReport::result).toList(),
                Arrays.stream(fits).map(v -> v.product(Verdict.SOUND)).toList(), others, HiddenLead.of(fits));
    }

    private CircuitFit[] fits(Series input, Column condition, String text, EisFit.Parameters p, Progress progress)
            throws AnalysisException {
        Circuit circuit = EisFit.circuit(library.get(), text);
        ParameterTable table = ParameterTable.of(circuit, p.parameters());
        int n = input.members().size();
        int[] order = IntStream.range(0, n).boxed().sorted(Comparator.comparingDouble(i -> condition.get(i)))
                .mapToInt(Integer::intValue).toArray();
        CircuitFit[] fits = new CircuitFit[n];
        double[] warm = table.start();
        for (int k = 0; k < n; k++) {
            progress.report(k / (double) n, input.members().get(order[k]).name());
            fits[order[k]] = fit(input.members().get(order[k]), circuit, table, warm, p, progress);
            warm = fits[order[k]].p();
        }
        return fits;
    }

    private static CircuitFit fit(Dataset member, Circuit circuit, ParameterTable table, double[] warm,
            EisFit.Parameters p, Progress progress) throws AnalysisException {
        if (!(member instanceof Table t)) {
            throw new AnalysisException("'" + member.name() + "' is no impedance spectrum");
        }
        try {
            ImpedanceSpectrum all = ImpedanceSpectrum.of(t);
            ImpedanceSpectrum s = p.points().of(all, circuit, p.frequencies());
            EisFit.requirePoints(s, all);
            return new CircuitSearch(circuit, table.space(), p.weighting(), p.starts(), p.seed(), false).fit(s,
                    warm, progress);
        } catch (AnalysisException e) {
            throw new AnalysisException(member.name() + ": " + e.getMessage(), e);
        }
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

    private static Outcome.Builder outcome(Series input, Column condition, CircuitVerdict[] judged,
            List<CircuitFits> others, String suffix) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input.with(product(judged, others)));
        for (int i = 0; i < judged.length; i++) {
            CircuitFit fit = judged[i].fit();
            String name = input.members().get(i).name();
            for (Measurement m : FitReport.measurements(judged[i])) {
                out.measure(m.withName(m.name() + suffix + " (" + name + ")"));
            }
            AreaSpecificResistances.of(input.members().get(i).metadata(), judged[i])
                    .forEach(m -> out.measure(m.withName(m.name() + suffix + " (" + name + ")")));
            double[] f = EisFigures.dense(fit.spectrum());
            double[] z = fit.at(f);
            out.overlay("fit-" + i, new Layer.Line("", Arrays.copyOf(z, f.length),
                    EisFigures.negated(Arrays.copyOfRange(z, f.length, z.length)),
                    Style.line(Colour.sample(i), 1.2)));
            FitReport.remarks(fit, ImpedanceSpectrum.of((Table) input.members().get(i))).stream()
                    .filter(r -> r.level() != Remark.Level.INFO)
                    .map(r -> new Remark(r.level(), name + ": " + r.text(), "", r.component())).forEach(out::remark);
        }
        if (judged.length == 2) {
            CellComparison.remarks(input.members().get(0).name(), judged[0], input.members().get(1).name(), judged[1])
                    .forEach(out::remark);
        }
        CircuitFit[] fits = Arrays.stream(judged).map(CircuitVerdict::fit).toArray(CircuitFit[]::new);
        return out.figure(TrendFigures.figure(input, condition, judged))
                .figure(TrendFigures.waterfall(input, condition, fits));
    }

    @Override
    public List<ReadyText> readyTexts(String path) {
        return path.equals("circuit") ? CircuitEntry.readyWithAuto(library.get(), CANDIDATES.size()) : List.of();
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
                + " weights, each spectrum also from its neighbour's result.";
    }
}
