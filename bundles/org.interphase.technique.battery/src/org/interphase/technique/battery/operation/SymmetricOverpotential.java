package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.Channel;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.cycle.LineFit;
import org.interphase.technique.battery.figure.SymmetricFigures;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CurrentSignal;
import org.interphase.technique.battery.segmentation.RecordClock;
import org.interphase.technique.battery.symmetric.PlatingHalf;
import org.interphase.technique.battery.symmetric.PlatingRecord;
import org.interphase.technique.battery.symmetric.Shorts;

/** Overpotential of plating and stripping in a symmetric cell over its life. */
public final class SymmetricOverpotential implements Operation<Table, SymmetricOverpotential.Parameters> {

    /** Kind of the table of half cycles. */
    public static final String HALVES = "symmetric.half-cycles";
    private static final double HOUR = 3600;
    private static final int LEAST = 5;

    /**
     * What counts as a short.
     *
     * @param share part of the level by which the overpotential must fall, in %
     * @param limit overpotential at which the cell has reached its end, mV; null for none
     * @param listed how many half cycles are listed one by one
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Fall of a short", unit = "%", def = "40", min = 5, max = 95, help = "By how much of the "
                    + "level before the overpotential must fall, and stay, to be a short.") double share,
            @Param(label = "End of life", unit = "mV", min = 1, max = 1e5, help = "Overpotential from which on the "
                    + "cell counts as dead by its resistance; empty for no such limit.") Double limit,
            @Param(label = "Half cycles listed", def = "10", min = 1, max = 100000, help = "How many half cycles are "
                    + "given number by number: the first ones and the last. The table holds all.", advanced = true)
            int listed,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("symmetric.overpotential", 3,
            "Overpotential of a symmetric cell", "Mean overpotential of each half cycle of a cell with two equal "
                    + "electrodes, its trend, noise, and shorts: soft ones, after which the voltage comes back, and "
                    + "those that stay. Half cycles are those of the current where it is recorded, else those of the "
                    + "sign of the voltage. A voltage that never turns its sign is told of: the metal is plated one "
                    + "way.",
            Table.class, Parameters.class);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellRecord record = CellRecord.of(input).orElseThrow(() -> new AnalysisException("the table has no "
                + CellRecord.missing(input) + ", so it is no record of a cell"));
        List<Remark> remarks = new ArrayList<>();
        RecordClock clock = RecordClock.of(record, p.record.timeFactor(), remarks);
        boolean current = CurrentSignal.of(record, clock).isPresent();
        PlatingRecord plating;
        Verdict verdict;
        if (current) {
            CellSegmentation s = p.record.of(input, out);
            plating = PlatingRecord.of(s);
            verdict = s.verdict();
        } else {
            remarks.forEach(out::remark);
            plating = PlatingRecord.of(record, clock);
            verdict = Verdict.doubtful("no current is recorded, which the overpotential belongs to");
            out.remark(Remark.warning("No current is recorded; half cycles are those of the sign of the voltage, rests "
                    + "can't be told from them, and that the current is constant is taken on trust.")
                    .coded("no-current"));
        }
        if (plating.halves().isEmpty()) {
            throw new AnalysisException("the voltage is zero throughout: there is no overpotential");
        }
        if (!plating.turns()) {
            out.remark(Remark.warning("The voltage never turns its sign: the metal is plated one way, and no half "
                    + "cycle strips it back.").coded("one-way"));
        }
        if (current) {
            p.record.remarkOnGain(out);
        }
        p.record.remarkOnVoltage(out);
        Shorts.Found found = Shorts.of(plating, record.voltage(), p.share / 100);
        list(plating, p, verdict, out);
        trend(plating, p.record.instrument(), verdict, out);
        shorts(plating, record.voltage(), p, found, verdict, out);
        life(plating, p, verdict, out);
        out.extra(table(plating, p.record.instrument().voltage(), input.header()));
        out.figure(SymmetricFigures.overpotential(record, plating, found.shorts()));
        return out.build();
    }

    private static void list(PlatingRecord plating, Parameters p, Verdict verdict, Outcome.Builder out) {
        out.measure(Measurement.of("half cycles", "n", plating.halves().size(), 0, "1").judged(verdict));
        out.measure(Measurement.of("time with current", "t", plating.flowing().value() / HOUR, plating.flowing().u()
                / HOUR, "h").judged(verdict).judged(plating.timed()));
        // the two electrodes are alike, so the offset of the instrument is in each half cycle by itself
        double offset = p.record.instrument().voltage();
        for (int i : CyclingSummary.listed(plating.halves().size(), p.listed)) {
            PlatingHalf h = plating.halves().get(i);
            out.measure(Measurement.of("overpotential of half cycle " + h.number(), "", 1000 * h.mean(),
                    1000 * Math.hypot(h.u(), offset), "mV").judged(verdict));
            if (h.current() > 0) {
                double r = h.mean() / h.current();
                out.measure(Measurement.of("resistance in half cycle " + h.number(), "R", r,
                        Math.hypot(Math.hypot(h.u(), offset) / h.current(), r * p.record.gain()),
                                "ohm").judged(verdict));
            }
        }
        double highest = plating.halves().stream().mapToDouble(PlatingHalf::highest).max().orElse(Double.NaN);
        double noise = plating.halves().stream().mapToDouble(PlatingHalf::noise).sorted()
                .skip(plating.halves().size() / 2).findFirst().orElse(Double.NaN);
        out.measure(Measurement.of("largest overpotential", "", 1000 * highest,
                1000 * Math.hypot(noise, offset), "mV").judged(verdict));
        out.measure(Measurement.of("noise of the voltage", "", 1000 * noise, 1000 * noise
                / Math.sqrt(2.0 * plating.halves().size()), "mV").judged(verdict));
    }

    private static void trend(PlatingRecord plating, InstrumentAccuracy instrument, Verdict verdict,
            Outcome.Builder out) {
        int n = plating.halves().size();
        String name = "change of the overpotential in 100 h";
        if (n < LEAST) {
            out.measure(Measurement.withheld(name, "", "mV", "there are " + n + " half cycles; a trend needs "
                    + LEAST));
            return;
        }
        double zero = plating.halves().get(0).start();
        double[][] basis = new double[2][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            PlatingHalf h = plating.halves().get(i);
            basis[0][i] = 1;
            basis[1][i] = ((h.start() + h.end()) / 2 - zero) / HOUR / 100;
            y[i] = 1000 * h.mean();
        }
        double known = plating.halves().stream().mapToDouble(h -> 1000 * h.u()).sorted().skip(n / 2).findFirst()
                .orElse(0);
        LineFit fit = LineFit.of(basis, y, basis[1], known);
        // of the offset what drifts over the record is left, of the gain all
        double drift = 1000 * instrument.difference(fit.coefficients()[1] / 1000 * basis[1][n - 1]) / basis[1][n - 1];
        out.measure(Measurement.of(name, "", fit.coefficients()[1], Math.hypot(fit.sigma(1), drift), "mV")
                .judged(verdict)
                .judged(fit.verdict()));
    }

    private static void shorts(PlatingRecord plating, Channel voltage, Parameters p, Shorts.Found found,
            Verdict verdict, Outcome.Builder out) {
        List<Shorts.Short> shorts = found.shorts();
        List<Double> collapses = Shorts.collapses(plating, voltage, p.share / 100);
        Verdict own = verdict;
        if (!(median(plating, PlatingHalf::level) > median(plating, PlatingHalf::noise))) {
            own = own.and(Verdict.doubtful("the overpotential is no larger than its noise, as in a cell that is "
                    + "shorted from the beginning: a fall would not show"));
        }
        if (found.slowFall() > 0) {
            String fall = String.format(Locale.ROOT, "the overpotential falls by %.0f %% slowly, which may be metal "
                    + "that grows through or electrodes that become rougher", 100 * found.slowFall());
            own = own.and(Verdict.doubtful(fall));
            out.remark(Remark.warning(Character.toUpperCase(fall.charAt(0)) + fall.substring(1) + ".")
                    .coded("slow-fall"));
        }
        out.measure(found.tested() ? Measurement.of("shorts", "n", shorts.size(), 0, "1").judged(own)
                : Measurement.withheld("shorts", "n", "1", "the record is too short: no overpotential has three before "
                        + "it that it could have fallen from"));
        for (Shorts.Short s : shorts) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "At %.1f h the overpotential falls from %.3g to %.3g "
                    + "mV although the current goes on%s.", s.at() / HOUR, 1000 * s.before(),
                    1000 * s.after(), s.isSoft()
                    ? String.format(Locale.ROOT, " and is back at %.1f h: a soft short", s.recovers() / HOUR)
                    : " and stays low: metal has grown through")).coded(s.isSoft() ? "soft-short" : "short"));
        }
        if (!shorts.isEmpty()) {
            Shorts.Short first = shorts.get(0);
            double u = plating.turns() ? plating.halves().get(0).end() - plating.halves().get(0).start() : HOUR;
            out.measure(Measurement.of("time to the first short", "t", first.at() / HOUR, u / HOUR / Math.sqrt(12), "h")
                    .judged(own));
        }
        if (!collapses.isEmpty()) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "In %d half cycles the voltage collapses within the "
                    + "half cycle, first at %.1f h, as when a dendrite touches the other electrode.", collapses.size(),
                    collapses.get(0) / HOUR)).coded("collapse"));
        }
        List<PlatingHalf> erratic = Shorts.erratic(plating);
        if (!erratic.isEmpty()) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "In %d half cycles the voltage is several times "
                    + "noisier than before, first in half cycle %d.", erratic.size(), erratic.get(0).number()))
                    .coded("erratic"));
        }
    }

    private static double median(PlatingRecord plating, ToDoubleFunction<PlatingHalf> what) {
        double[] sorted = plating.halves().stream().mapToDouble(what).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }

    private static void life(PlatingRecord plating, Parameters p, Verdict verdict, Outcome.Builder out) {
        if (p.limit == null) {
            return;
        }
        double zero = plating.halves().get(0).start();
        for (PlatingHalf h : plating.halves()) {
            if (1000 * h.level() >= p.limit) {
                out.measure(Measurement.of("end of life by overpotential", "t", (h.start() - zero) / HOUR,
                        (h.end() - h.start()) / HOUR / Math.sqrt(12), "h").judged(verdict));
                return;
            }
        }
        out.remark(Remark.info(String.format(Locale.ROOT, "The overpotential stays below %.4g mV over the %.4g h of "
                + "the record.", p.limit, plating.duration() / HOUR)).coded("alive"));
    }

    private static Table table(PlatingRecord plating, double offset, DatasetHeader of) {
        List<Column> columns = new ArrayList<>();
        column(columns, "half cycle", "1", plating, PlatingHalf::number);
        column(columns, "direction", "1", plating, PlatingHalf::direction);
        column(columns, "time", "h", plating, h -> h.start() / HOUR);
        column(columns, "overpotential", "mV", plating, h -> 1000 * h.mean());
        column(columns, "overpotential uncertainty", "mV", plating, h -> 1000 * Math.hypot(h.u(), offset));
        column(columns, "noise", "mV", plating, h -> 1000 * h.noise());
        column(columns, "largest overpotential", "mV", plating, h -> 1000 * h.highest());
        return new Table(DatasetHeader.of(of.name() + " half cycles", HALVES, Metadata.EMPTY), columns);
    }

    private static void column(List<Column> columns, String name, String unit, PlatingRecord plating,
            ToDoubleFunction<PlatingHalf> f) {
        columns.add(Column.of(name, unit, plating.halves().stream().mapToDouble(f).toArray()));
    }

    @Override
    public String methods(Parameters p) {
        return "The overpotential is the mean of the voltage over each half cycle; its trend is a straight line over "
                + "time. A fall of the level by more than " + Numbers.plain(p.share(), 3) + " % is told as a short, "
                + "a soft one where the voltage comes back.";
    }
}
