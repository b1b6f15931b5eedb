package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.SampleGeometry;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.technique.battery.figure.WindowFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.DecompositionOnset;
import org.interphase.technique.battery.voltammetry.VoltammetricPeak;
import org.interphase.technique.battery.voltammetry.Voltammograms;

/** The potentials at which an electrolyte is oxidised and reduced, from a linear sweep or a voltammogram. */
public final class StabilityWindow implements Operation<Table, StabilityWindow.Parameters> {

    /** Which limits are looked for. */
    public enum Limits {
        /** Those whose direction the record holds. */
        BOTH,
        /** On a rising sweep. */
        OXIDATION,
        /** On a falling sweep. */
        REDUCTION
    }

    /**
     * The criterion.
     *
     * @param limits which limits
     * @param threshold current density in mA/cm²
     * @param area of the electrode in cm²
     * @param areaUncertainty its standard uncertainty in cm²
     * @param current threshold in mA where the area is not known
     * @param stays potential in mV over which the current must stay above the threshold
     * @param resistance uncompensated resistance in ohm
     * @param instrument how well the instrument knows voltage and current
     */
    public record Parameters(
            @Param(label = "Limits", def = "both", help = "Whether oxidation, reduction or both are looked for; both "
                    + "takes the first wide sweep of each direction.") Limits limits,
            @Param(label = "Threshold", unit = "mA/cm2", def = "0.01", min = 1e-9, max = 1e6, help = "Current density "
                    + "from which on the electrolyte counts as decomposed. There is no common value: it is part of the "
                    + "name of the result.") double threshold,
            @Param(label = "Area", unit = "cm2", min = 1e-9, max = 1e9, help = "Area of the electrode; empty takes "
                    + "what was stated of the file (--area). Not needed with a threshold current, or where the file "
                    + "gives current densities.") Double area,
            @Param(label = "Area uncertainty", unit = "cm2", def = "0", min = 0, max = 1e9, advanced = true,
                    help = "Standard uncertainty of the area; it moves the potential at the threshold.")
            double areaUncertainty,
            @Param(label = "Threshold current", unit = "mA", min = 1e-12, max = 1e6, advanced = true, help = "Takes "
                    + "the place of the current density where the area is not known.") Double current,
            @Param(label = "Stays above", unit = "mV", def = "20", min = 0, max = 10000, advanced = true, help = "A "
                    + "crossing counts if the current stays above the threshold over this potential.") double stays,
            @Param(label = "Resistance", unit = "ohm", min = 0, max = 1e9, advanced = true, help = "Uncompensated "
                    + "resistance whose voltage drop is taken off the potential; empty for none.") Double resistance,
            @Param(label = "Instrument", help = "How well the instrument knows voltage and current.")
            InstrumentReading instrument) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("lsv.stability-window", 3,
            "Stability window", "Potentials at which the current density passes a threshold and stays above it, beside "
                    + "those by tangent and derivative; the spread between the three methods is part of the "
                    + "uncertainty. A threshold that is not reached gives no potential but the one up to which it was "
                    + "not.", Table.class, Parameters.class).forKinds(Voltammograms.kinds());

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    /** The table with a current, and the current in A that the threshold stands for. */
    private record Limit(Table table, double ampere, double relative, String words, double area) {
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Limit limit = limit(input, p);
        PotentialSweeps record = PotentialSweeps.of(Voltammograms.record(limit.table, "a voltammogram"));
        Outcome.Builder out = Outcome.builder(input);
        record.remarks().forEach(out::remark);
        List<DecompositionOnset> onsets = new ArrayList<>();
        InstrumentAccuracy instrument = p.instrument.accuracy();
        p.instrument.remark(out);
        // a current that is off by its gain passes the threshold elsewhere
        double relative = Math.hypot(limit.relative, instrument.current());
        for (PotentialSweep s : sweeps(record, p.limits)) {
            progress.checkCancelled();
            onsets.add(DecompositionOnset.of(record, s, limit.ampere, relative, p.stays / 1000,
                    p.resistance == null ? 0 : p.resistance));
        }
        if (onsets.isEmpty()) {
            throw new AnalysisException("the record has no " + (p.limits == Limits.OXIDATION ? "rising" : "falling")
                    + " sweep; choose other limits");
        }
        for (DecompositionOnset o : onsets) {
            report(out, o, limit.words, instrument.voltage());
        }
        if (onsets.size() == 2 && onsets.stream().allMatch(o -> o.threshold().isPresent())) {
            out.measure(window(onsets.get(0).combined(), onsets.get(1).combined(), instrument));
        }
        out.figure(WindowFigures.figure(input.name(), record, onsets, limit.ampere, limit.area, limit.words));
        return out.build();
    }

    /** Between oxidation and reduction; where the first lies below the second there is none. */
    private static Measurement window(VoltammetricPeak.Number oxidation, VoltammetricPeak.Number reduction,
            InstrumentAccuracy instrument) {
        double width = oxidation.value() - reduction.value();
        double u = Math.hypot(Math.hypot(oxidation.uncertainty(), reduction.uncertainty()),
                instrument.difference(width));
        if (width <= 0) {
            return Measurement.withheld("stability window", "\u0394E", "V", String.format(Locale.ROOT, "the oxidation "
                    + "at %.3f V lies below the reduction at %.3f V: something in between is oxidised and reduced",
                    oxidation.value(), reduction.value()));
        }
        return Measurement.of("stability window", "\u0394E", width, u, "V").judged(oxidation.verdict()
                .and(reduction.verdict())).judged(width > 2 * u ? Verdict.SOUND
                        : Verdict.doubtful("the window is no wider than its uncertainty"));
    }

    private static void report(Outcome.Builder out, DecompositionOnset o, String words, double offset) {
        String what = o.sweep().word();
        String name = "decomposition potential, " + what;
        String symbol = o.sweep().rises() ? "E_ox" : "E_red";
        Optional<VoltammetricPeak.Number> t = o.threshold();
        if (t.isEmpty()) {
            out.measure(Measurement.withheld(name, symbol, "V", o.missing()));
            out.remark(Remark.info("No " + what + " was found by the threshold of " + words + ": " + o.missing()
                    + "."));
            return;
        }
        VoltammetricPeak.Number c = o.combined();
        out.measure(Measurement.of(name, symbol, c.value(), Math.hypot(c.uncertainty(), offset),
                "V").judged(c.verdict()));
        out.measure(measurement(name + " (threshold " + words + ")", symbol, t.get(), offset));
        o.tangent().ifPresent(n -> out.measure(measurement(name + " (tangent)", symbol, n, offset)));
        o.derivative().ifPresent(n -> out.measure(measurement(name + " (derivative)", symbol, n, offset)));
    }

    private static Measurement measurement(String name, String symbol, VoltammetricPeak.Number n,
            double offset) {
        return Measurement.of(name, symbol, n.value(), Math.hypot(n.uncertainty(), offset), "V").judged(n.verdict());
    }

    /** The first wide sweep of each direction that is asked for. */
    private static List<PotentialSweep> sweeps(PotentialSweeps record, Limits limits) {
        List<PotentialSweep> out = new ArrayList<>();
        for (int direction = 1; direction >= -1; direction -= 2) {
            if (limits == Limits.OXIDATION && direction < 0 || limits == Limits.REDUCTION && direction > 0) {
                continue;
            }
            int d = direction;
            List<PotentialSweep> of = record.sweeps().stream().filter(s -> s.direction() == d).toList();
            double furthest = of.stream().mapToDouble(s -> d * s.end()).max().orElse(0);
            // the first that goes about as far as any: what was decomposed before is a past of its own
            of.stream().filter(s -> d * s.end() > furthest - 0.05 * s.span())
                    .min(Comparator.comparingInt(PotentialSweep::number)).ifPresent(out::add);
        }
        return out;
    }

    private static Limit limit(Table input, Parameters p) throws AnalysisException {
        Unit density = Unit.of("mA/cm2");
        Optional<Column> j = input.columns().stream().filter(c -> c.unit().isCompatible(density)).findFirst();
        String words = Numbers.plain(p.threshold, 4) + " mA/cm2";
        if (p.current != null) {
            return new Limit(input, p.current / 1000, 0, Numbers.plain(p.current, 4) + " mA", Double.NaN);
        }
        if (p.area == null && j.isPresent()) {
            double[] i = j.get().values(density);
            for (int k = 0; k < i.length; k++) {
                i[k] /= 1000;
            }
            // a current per cm2: one cm2 of the electrode stands for all
            return new Limit(input.with(Column.of(RecordColumns.CURRENT, "A", i)), p.threshold / 1000, 0, words, 1);
        }
        double area = p.area != null ? p.area : SampleGeometry.area(input.metadata()).orElse(Double.NaN);
        if (Double.isNaN(area)) {
            throw new AnalysisException("the area of the electrode is not known, and the threshold is a current "
                    + "density; say it with --area or set the area of this step, or set a threshold current");
        }
        return new Limit(input, p.threshold / 1000 * area, p.areaUncertainty / area, words, area);
    }

    @Override
    public String methods(Parameters p) {
        return "The decomposition potential is where the current density passes " + (p.current() == null
                ? Numbers.plain(p.threshold(), 3) + " mA/cm2" : "that of " + Numbers.plain(p.current(), 3) + " mA")
                + " and stays above it over " + Numbers.plain(p.stays(), 3) + " mV; the spread between this "
                + "threshold, the tangent and the derivative is part of the uncertainty.";
    }
}
