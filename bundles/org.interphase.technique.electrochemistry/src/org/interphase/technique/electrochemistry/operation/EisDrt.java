package org.interphase.technique.electrochemistry.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Citation;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.circuit.CircuitParser;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.drt.Drt;
import org.interphase.technique.electrochemistry.drt.DrtBasis;
import org.interphase.technique.electrochemistry.drt.DrtChoice;
import org.interphase.technique.electrochemistry.drt.DrtColumns;
import org.interphase.technique.electrochemistry.drt.DrtSystem;
import org.interphase.technique.electrochemistry.figure.DrtFigures;
import org.interphase.technique.electrochemistry.figure.EisFigures;
import org.interphase.technique.electrochemistry.fit.CircuitFit;
import org.interphase.technique.electrochemistry.fit.CircuitSearch;
import org.interphase.technique.electrochemistry.fit.CircuitVerdict;
import org.interphase.technique.electrochemistry.fit.ParameterTable;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.SpectrumTails;
import org.interphase.technique.electrochemistry.impedance.Weighting;

/** Computes the distribution of relaxation times of a spectrum. */
public final class EisDrt implements Operation<Table, EisDrt.Parameters> {

    /** What the residuals are divided by. */
    public enum Weights {
        AUTO, UNIT, MODULUS, PROPORTIONAL, GIVEN;

        private static final double WIDE = 20;

        private Weighting of(ImpedanceSpectrum s) {
            if (this != AUTO) {
                return Weighting.valueOf(name());
            }
            double[] modulus = s.modulus();
            double span = Arrays.stream(modulus).max().orElse(1) / Arrays.stream(modulus).min().orElse(1);
            return span > WIDE ? Weighting.MODULUS : Weighting.UNIT;
        }
    }

    /**
     * How the distribution is computed.
     *
     * @param choice how the regularisation is chosen
     * @param lambda regularisation parameter for a fixed choice
     * @param basis basis functions
     * @param order order of the derivative held small
     * @param weighting weights
     * @param perDecade grid points per decade
     * @param inductance whether there is a series inductance
     * @param capacitance whether there is a series capacitance
     * @param accuracy relative standard uncertainty of an impedance by the instrument, in percent; null for usual
     */
    public record Parameters(
            @Param(label = "Regularisation", def = "gcv", help = "Generalised cross-validation, corner of the L-curve, "
                    + "or a fixed parameter.") DrtChoice choice,
            @Param(label = "Fixed parameter", def = "1e-3", min = 1e-12, max = 1e6, advanced = true,
                    help = "Used with a fixed choice; larger is smoother.") double lambda,
            @Param(label = "Basis", def = "piecewise-linear", advanced = true, help = "Basis functions over ln τ.")
            DrtBasis basis,
            @Param(label = "Smooth derivative", def = "1", min = 1, max = 2, advanced = true,
                    help = "Order of the derivative whose square is held small.") int order,
            @Param(label = "Weighting", def = "auto", help = "Unit for noise that is alike at all frequencies, modulus "
                    + "for noise in proportion to |Z|; auto takes unit unless |Z| spans more than a factor of 20.")
            Weights weighting,
            @Param(label = "Grid", unit = "1", def = "10", min = 2, max = 50, advanced = true,
                    help = "Time constants per decade.") double perDecade,
            @Param(label = "Inductance", def = "auto", help = "Whether a series inductance is part of the model; auto "
                    + "if Im Z starts above zero.") SpectrumTails.Presence inductance,
            @Param(label = "Capacitance", def = "auto", help = "Whether a series capacitance takes up a rise at low "
                    + "frequency; auto if the last points rise steeply.") SpectrumTails.Presence capacitance,
            @Param(label = "Accuracy of the impedance", unit = "%", min = 0, max = 100, advanced = true,
                    help = ImpedanceAccuracy.HELP) Double accuracy) {
    }

    private static final Citation WAN =
            Publication.article("T. H. Wan, M. Saccoccio, C. Chen, F. Ciucci",
                    "Influence of the discretization methods on the distribution of relaxation times "
                    + "deconvolution: implementing radial basis functions with DRTtools")
                    .in("Electrochim. Acta", 2015, "184", "483-499")
                    .doi("10.1016/j.electacta.2015.09.097").seen().cited("Wan 2015");
    /** Circuits of a blocked electrode that tell the exponent of its tail, and random starts of each. */
    private static final List<String> BLOCKED = List.of("R0-CPE9", "R0-p(R1,CPE1)-CPE9",
            "R0-p(R1,CPE1)-p(R2,CPE2)-CPE9");
    private static final int STARTS = 6;
    private static final String EXPONENT = "CPE9_1";
    /** Exponent from which on the tail counts as that of a capacitance. */
    private static final double IDEAL = 0.98;
    /** Factor by which a capacitance must leave a smaller variance than the constant phase element to be taken. */
    private static final double BETTER = 2;
    /** Decades by which the grid of time constants goes beyond the frequencies. */
    private static final double MARGIN = 0.5;

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("eis.drt", 5,
            "Distribution of relaxation times", "Resolves the polarisation into a non-negative distribution over the "
                    + "time constant by Tikhonov regularisation of real and imaginary part together. Each peak has a "
                    + "resistance (its share of the area), a time constant and a capacitance. The uncertainty band is "
                    + "one standard deviation at the chosen smoothness; it does not contain the smoothing itself. The "
                    + "numbers' uncertainties hold how far depressed arcs in the place of the peaks are from them.",
            Table.class, Parameters.class, WAN).forKinds(EisColumns.KIND);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        ImpedanceSpectrum s = ImpedanceSpectrum.of(input);
        progress.checkCancelled();
        Weighting weighting = p.weighting.of(s);
        double[] wRe = weighting.real(s);
        double[] wIm = weighting.imaginary(s);
        boolean inductance = p.inductance.inductance(s);
        double[] tail = tail(s, p, weighting, inductance, progress.part(0, 0.4));
        DrtSystem system = new DrtSystem(s, wRe, wIm, p.basis, p.perDecade, MARGIN, p.order, inductance, tail[0]);
        Drt drt = Drt.of(system, p.choice, p.lambda, wRe, wIm);
        if (tail[0] > 0 && tail[0] < 1) {
            DrtSystem ideal = new DrtSystem(s, wRe, wIm, p.basis, p.perDecade, MARGIN, p.order, inductance, 1);
            Drt other = Drt.of(ideal, p.choice, p.lambda, wRe, wIm);
            if (BETTER * other.residualVariance() < drt.residualVariance()) {
                drt = other;
                system = ideal;
            }
        }
        DrtVerdict verdict = DrtVerdict.of(s, drt, system, weighting, wRe, wIm, progress.part(0.6, 1));
        Outcome.Builder out = Outcome.builder(input);
        ImpedanceAccuracy accuracy = ImpedanceAccuracy.of(p.accuracy);
        measure(out, drt, system, tail[1], s.scale(), verdict, accuracy);
        List<List<Measurement>> peaks = peaks(drt, s.scale(), verdict, accuracy);
        peaks.forEach(own -> own.forEach(out::measure));
        out.measure("lambda", "λ", drt.lambda(), Double.NaN, "1");
        if (!verdict.common().isSound()) {
            out.remark(Remark.warning("The distribution is not that of the data: " + verdict.common().reason() + "."));
        }
        EisFigures.residuals(s, drt.model()).forEach(out::overlay);
        out.overlay("drt-model", new Layer.Line("DRT", Arrays.copyOf(drt.model(), s.size()),
                EisFigures.negated(Arrays.copyOfRange(drt.model(), s.size(), 2 * s.size())),
                Style.line(Colour.MODEL, 1.5)));
        out.extra(table(input, drt, s.scale().unit()));
        out.figure(DrtFigures.of(drt, s.scale(), peaks.stream().map(own -> own.get(0)).toList()));
        if (drt.peaks().isEmpty()) {
            out.remark(Remark.warning("The distribution has no peak inside the measured range; nothing relaxes between "
                    + "the lowest and the highest frequency, or the noise hides it."));
        }
        if (DrtVerdict.rises(drt)) {
            out.remark(Remark.warning("The spectrum still rises at its lowest frequency (diffusion, or an arc that was "
                    + "not finished). The polarisation resistance counts time constants up to "
                    + Numbers.plain(system.slowest, 2) + " s; how much there is beyond ("
                    + Numbers.plain(drt.beyond(), 2)
                    + " " + s.scale().unit() + " by extrapolation) was not measured."));
        }
        Parameters resolved = new Parameters(DrtChoice.FIXED, drt.lambda(), p.basis, p.order,
                Weights.valueOf(weighting.name()), p.perDecade,
                system.inductance ? SpectrumTails.Presence.YES : SpectrumTails.Presence.NO,
                system.tail == 1 ? SpectrumTails.Presence.YES
                        : system.capacitance ? SpectrumTails.Presence.AUTO : SpectrumTails.Presence.NO, p.accuracy);
        return out.resolved(resolved).build();
    }

    /**
     * Exponent of the element that takes up a rise at low frequency, and its standard uncertainty (NaN where it was not
     * fitted): of a blocked electrode, that of the constant phase element behind one or two arcs that describes the
     * spectrum best.
     */
    private static double[] tail(ImpedanceSpectrum s, Parameters p, Weighting weighting, boolean inductance,
            Progress progress) throws AnalysisException {
        if (p.capacitance != SpectrumTails.Presence.AUTO || !SpectrumTails.blocking(s)) {
            return new double[] {p.capacitance.capacitance(s) ? 1 : 0, Double.NaN};
        }
        CircuitFit best = null;
        for (String text : BLOCKED) {
            Circuit c = CircuitParser.parse(ElementLibrary.standard(), (inductance ? "L0-" : "") + text);
            if (2 * s.size() > c.parameters().size()) {
                CircuitFit fit = new CircuitSearch(c, ParameterTable.free(c), weighting, STARTS, 1, false).fit(s, null,
                        progress);
                best = best == null || fit.bic() < best.bic() ? fit : best;
            }
        }
        if (best == null || best.value(EXPONENT) > IDEAL) {
            return new double[] {1, Double.NaN};
        }
        return new double[] {best.value(EXPONENT),
            CircuitVerdict.of(best).uncertainty(best.circuit().indexOf(EXPONENT))};
    }

    private static void measure(Outcome.Builder out, Drt drt, DrtSystem system, double exponentSigma,
            ImpedanceScale scale, DrtVerdict verdict, ImpedanceAccuracy accuracy) {
        String ohm = scale.unit().text();
        Drt.InSeries series = drt.series();
        out.measure(accuracy.counted(verdict.number(Measurement.of("R_inf", "R∞", series.resistance(),
                verdict.seriesSigma(series.resistance(), series.resistanceSigma(), "R0"), ohm)), 1));
        if (system.inductance) {
            out.measure(accuracy.counted(verdict.number(Measurement.of("L", "L", series.inductance(),
                    verdict.seriesSigma(series.inductance(), series.inductanceSigma(), "L0"), scale.of("H", 1))), 1));
        }
        if (system.capacitance && series.inverseCapacitance() > 0) {
            double factor = 1 / series.inverseCapacitance();
            double sigma = verdict.seriesSigma(factor, factor * factor * series.inverseCapacitanceSigma(),
                    verdict.tail());
            out.measure(accuracy.counted(verdict.number(system.tail == 1 ? Measurement.of("C", "C", factor, sigma,
                    scale.of("F", -1)) : Measurement.of("Q of the tail", "Q", factor, sigma, scale.of("S.s^a", -1))),
                    -1));
            if (system.tail < 1) {
                out.measure(verdict.number(Measurement.of("exponent of the tail", "α", system.tail, exponentSigma,
                        "1")));
            }
        }
        out.measure(accuracy.counted(verdict.polarisation(Measurement.of("polarisation resistance", "R_p",
                drt.polarisation(), verdict.polarisationSigma(), ohm)), 1));
        out.measure("peaks", "", drt.peaks().size(), Double.NaN, "1");
    }

    /** Four numbers of each peak, its resistance first. */
    private static List<List<Measurement>> peaks(Drt drt, ImpedanceScale scale, DrtVerdict verdict,
            ImpedanceAccuracy accuracy) {
        String ohm = scale.unit().text();
        List<List<Measurement>> out = new ArrayList<>();
        for (int i = 0; i < drt.peaks().size(); i++) {
            Drt.Peak k = drt.peaks().get(i);
            double sigma = verdict.resistanceSigma(i);
            double tau = verdict.tauSigma(i);
            String name = "peak " + (i + 1);
            int peak = i;
            out.add(List.of(
                    accuracy.counted(Measurement.of(name + " resistance", "R_" + (i + 1), k.resistance(), sigma, ohm),
                            1),
                    Measurement.of(name + " time constant", "τ_" + (i + 1), k.tau(), tau, "s"),
                    accuracy.counted(Measurement.of(name + " capacitance", "C_" + (i + 1), k.capacitance(),
                            k.capacitance() * Math.hypot(sigma / k.resistance(), tau / k.tau()), scale.of("F", -1)),
                            -1),
                    accuracy.counted(Measurement.of(name + " maximum", "γ_" + (i + 1), k.height(), verdict
                            .heightSigma(i), ohm), 1))
                    .stream().map(m -> verdict.peak(m, peak)).toList());
        }
        return out;
    }

    private static Table table(Table input, Drt drt, Unit unit) {
        return new Table(DatasetHeader.of(input.name() + " DRT", DrtColumns.KIND, Metadata.EMPTY.with("lambda",
                drt.lambda())), List.of(Column.of(DrtColumns.TAU, "s", drt.tau()),
                        Column.of(DrtColumns.GAMMA, unit, drt.gamma()),
                        Column.of(DrtColumns.SIGMA, unit, drt.sigma())));
    }
}
