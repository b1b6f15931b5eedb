package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Param;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.numerics.linear.StraightLine;
import org.interphase.numerics.linear.Student;
import org.interphase.technique.battery.cycle.DropDelay;
import org.interphase.technique.battery.cycle.DropReading;
import org.interphase.technique.battery.cycle.LineFit;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.technique.battery.cycle.VoltageDrop;
import org.interphase.technique.battery.figure.CurveFigures;
import org.interphase.technique.battery.figure.CycleFigures;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.HalfCycle;
import org.interphase.technique.battery.segmentation.StepType;
import org.interphase.technique.battery.voltammetry.RateTrack;

/** The drop of the voltage at the beginning of each half cycle, and the resistance it means. */
public final class IrDrop implements Operation<Table, IrDrop.Parameters> {

    /** Kind of the table of drops. */
    public static final String DROPS = "cycling.drops";
    /** Fewest cycles that show a trend and its scatter. */
    private static final int TREND = 4;
    /** Currents of the trend differ by this part at most. */
    private static final double SAME = 0.05;
    /** A curvature by so many of its standard uncertainties is none by chance. */
    private static final double CURVED = 3;

    /**
     * How the drop is read.
     *
     * @param delay when after the current is turned on
     * @param listed how many cycles are listed one by one
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Read after", def = "extrapolated", help = "When after the current is turned on: at the "
                    + "first row, after one second, after ten seconds, or extrapolated to the moment itself by "
                    + "E = E0 - I R0 + k sqrt(t) from the rows of the first half minute. The later, the more of charge "
                    + "transfer and diffusion is in it.") DropDelay delay,
            @Param(label = "Cycles listed", def = "30", min = 1, max = 100000, help = "How many cycles are given "
                    + "number by number: the first ones and the last. The table holds all.", advanced = true)
            int listed,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cycling.ir-drop", 3, "IR drop",
            "For each half cycle that begins after a rest, by how much the voltage drops when the current is turned "
                    + "on, at a named delay, and that drop over the current. The voltage before is that of the rest, "
                    + "extrapolated by its last rows. The uncertainty holds the scatter of the voltage and the time at "
                    + "which the current was turned on, which is unknown within an interval unless a row or the time "
                    + "of the step tells it.", Table.class, Parameters.class);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    /**
     * A drop with the cycle it belongs to.
     *
     * @param read as it was read
     * @param drop the same with what the instrument adds
     */
    private record Found(int cycle, int direction, VoltageDrop read, VoltageDrop drop) {
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellSegmentation s = p.record.of(input, out);
        Map<Integer, CellStep> rests = new HashMap<>();
        for (int i = 0; i + 1 < s.steps().size(); i++) {
            if (s.steps().get(i).type() == StepType.REST) {
                rests.put(s.steps().get(i + 1).number(), s.steps().get(i));
            }
        }
        DropReading drops = new DropReading(s);
        List<Found> found = new ArrayList<>();
        int without = 0;
        for (CellCycle c : s.cycles()) {
            for (HalfCycle h : c.halfCycles()) {
                CellStep first = h.steps().get(0);
                CellStep rest = rests.get(first.number());
                if (rest == null || !DropReading.hasOneCurrent(first)) {
                    without++;
                    continue;
                }
                VoltageDrop read = drops.at(rest, first, p.delay);
                found.add(new Found(c.number(), h.direction(), read, read.known(p.record.instrument())));
            }
        }
        if (found.isEmpty()) {
            throw new AnalysisException("no half cycle begins with a constant current after a rest, so there is no "
                    + "drop to read");
        }
        if (without > 0) {
            out.remark(Remark.info(without + " half cycles do not begin with a constant current after a rest; they "
                    + "have no drop."));
        }
        p.record.remarkOnGain(out);
        p.record.remarkOnVoltage(out);
        delays(found, p.delay, out);
        for (int direction : new int[] {-1, 1}) {
            List<Found> of = found.stream().filter(f -> f.direction == direction).toList();
            growth(of, direction, p, s.verdict(), out);
            for (int i : CyclingSummary.listed(of.size(), p.listed)) {
                measure(of.get(i), p, s.verdict(), out);
            }
        }
        out.extra(table(found, p.record.gain(), input.header()));
        out.figure(CurveFigures.figure("ir-drop", "IR drop", "Resistance by the drop of the voltage when the current "
                + "is turned on (" + p.delay.words() + "), over the cycles; bars are standard uncertainties.",
                Panel.of(Panel.MAIN, AxisSpec.of("Cycle", "1"), AxisSpec.of("Resistance", "ohm"),
                        layers(found, p.record.gain()))));
        return out.build();
    }

    private static void delays(List<Found> found, DropDelay when, Outcome.Builder out) {
        if (when != DropDelay.FIRST_SAMPLE) {
            return;
        }
        double low = found.stream().mapToDouble(f -> f.drop.delay()).min().orElse(0);
        double high = found.stream().mapToDouble(f -> f.drop.delay()).max().orElse(0);
        double u = found.stream().mapToDouble(f -> f.drop.delayU()).max().orElse(0);
        out.remark(Remark.info(String.format(Locale.ROOT, "The first samples stand %.3g to %.3g s after the current is "
                + "turned on, known to %.2g s.", low, high, u)).coded("drop-delay"));
    }

    /**
     * How the resistance changes per cycle at the current that most cycles have, since it is another one at another
     * current; what all cycles share, as the accuracy of current and voltage, moves it alike.
     */
    private static void growth(List<Found> all, int direction, Parameters p, Verdict current, Outcome.Builder out) {
        List<Found> of = atOneCurrent(all.stream().filter(f -> f.drop.verdict().isSound()).toList());
        String name = "growth of the resistance at " + (direction > 0 ? "charge" : "discharge") + " per cycle";
        if (of.size() < TREND) {
            out.measure(Measurement.withheld(name, "dR/dN", "ohm", "fewer than " + TREND
                    + " half cycles have a drop that is sound at one current"));
            return;
        }
        List<Uncertain> r = of.stream().map(f -> f.read.resistance(0)).toList();
        double[] x = of.stream().mapToDouble(Found::cycle).toArray();
        double[] y = r.stream().mapToDouble(Uncertain::value).toArray();
        StraightLine line = StraightLine.through(x, y, r.stream().mapToDouble(Uncertain::u).toArray());
        double scatter = Math.sqrt(line.reducedChiSquare());
        double u = line.slopeSigma() / Math.max(1, scatter) * Math.max(1, scatter * Student.widening(x.length - 2));
        double gain = Math.hypot(p.record.gain(), p.record.instrument().voltageGain());
        out.measure(Measurement.of(name, "dR/dN", line.slope(), Math.hypot(u, line.slope() * gain), "ohm")
                .judged(current).judged(RateTrack.verdict(line)).judged(straight(x, y, r.stream().mapToDouble(
                        Uncertain::u).sorted().skip(x.length / 2).findFirst().orElseThrow(), u)));
    }

    /** The largest group whose currents are the same, with the order kept. */
    private static List<Found> atOneCurrent(List<Found> all) {
        double[] sorted = all.stream().mapToDouble(f -> Math.abs(f.drop.step().current())).sorted().toArray();
        double lowest = 0;
        int most = 0;
        for (int from = 0, to = 0; from < sorted.length; from++) {
            while (to < sorted.length && sorted[to] <= sorted[from] * (1 + SAME)) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                lowest = sorted[from];
            }
        }
        double low = lowest;
        return all.stream().filter(f -> Math.abs(f.drop.step().current()) >= low
                && Math.abs(f.drop.step().current()) <= low * (1 + SAME)).toList();
    }

    /** Whether the points curve so that the growth at the beginning is another than at the end. */
    private static Verdict straight(double[] x, double[] y, double noise, double uSlope) {
        double middle = (x[0] + x[x.length - 1]) / 2;
        double half = (x[x.length - 1] - x[0]) / 2;
        double[][] basis = new double[3][x.length];
        for (int k = 0; k < x.length; k++) {
            basis[0][k] = 1;
            basis[1][k] = (x[k] - middle) / half;
            basis[2][k] = basis[1][k] * basis[1][k];
        }
        LineFit fit = LineFit.of(basis, y, x, noise);
        double curvature = Math.abs(fit.coefficients()[2]);
        return curvature > CURVED * fit.sigma(2) && 2 * curvature / half > CURVED * uSlope
                ? Verdict.doubtful("the resistance does not grow along a straight line") : Verdict.SOUND;
    }

    private static void measure(Found f, Parameters p, Verdict current, Outcome.Builder out) {
        String of = " (" + p.delay.words() + ") at " + (f.direction > 0 ? "charge" : "discharge") + " of cycle "
                + f.cycle;
        Uncertain r = f.drop.resistance(p.record.gain());
        if (f.drop.verdict().isWithheld()) {
            out.measure(Measurement.withheld("IR drop" + of, "IR", "mV", f.drop.verdict().reason()));
            out.measure(Measurement.withheld("resistance" + of, "R", "ohm", f.drop.verdict().reason()));
            return;
        }
        out.measure(Measurement.of("IR drop" + of, "IR", 1000 * f.drop.drop(), 1000 * f.drop.u(), "mV")
                .judged(f.drop.verdict()));
        out.measure(Measurement.of("resistance" + of, "R", r.value(), r.u(), "ohm").judged(f.drop.verdict())
                .judged(current));
    }

    private static List<Layer> layers(List<Found> found, double gain) {
        List<Layer> out = new ArrayList<>();
        for (int direction : new int[] {1, -1}) {
            List<Found> of = found.stream().filter(f -> f.direction == direction
                    && !f.drop.verdict().isWithheld()).toList();
            out.add(CurveFigures.trend(direction > 0 ? "charge" : "discharge", of.stream().mapToDouble(Found::cycle)
                    .toArray(), of.stream().mapToDouble(f -> f.drop.resistance(gain).value()).toArray(), of.stream()
                    .mapToDouble(f -> f.drop.resistance(gain).u()).toArray(),
                    direction > 0 ? CycleFigures.CHARGE : CycleFigures.DISCHARGE));
        }
        return out;
    }

    private static Table table(List<Found> found, double gain, DatasetHeader of) {
        return new Table(DatasetHeader.of(of.name() + " drops", DROPS, Metadata.EMPTY), List.of(
                Column.of("cycle", "1", found.stream().mapToDouble(Found::cycle).toArray()),
                Column.of("direction", "1", found.stream().mapToDouble(Found::direction).toArray()),
                Column.of("IR drop", "mV", found.stream().mapToDouble(f -> 1000 * f.drop.drop()).toArray()),
                Column.of("IR drop uncertainty", "mV", found.stream().mapToDouble(f -> 1000 * f.drop.u()).toArray()),
                Column.of("delay", "s", found.stream().mapToDouble(f -> f.drop.delay()).toArray()),
                Column.of("current", "mA", found.stream().mapToDouble(f -> 1000 * f.drop.step().current()).toArray()),
                Column.of("resistance", "ohm", found.stream().mapToDouble(f -> f.drop.resistance(gain).value())
                        .toArray()), Column.of("resistance uncertainty", "ohm", found.stream().mapToDouble(f ->
                                f.drop.resistance(gain).u()).toArray())));
    }

    @Override
    public String methods(Parameters p) {
        return "The drop of the voltage when the current is turned on after a rest was read "
                + (p.delay() == DropDelay.EXTRAPOLATED ? "at once, by E = E_0 - I R_0 + k sqrt(t) over the rows of the "
                        + "first half minute" : p.delay() == DropDelay.FIRST_SAMPLE ? "at the first row"
                        : "after " + p.delay().words()) + ", against the voltage of the rest extrapolated by its last "
                + "rows. Uncertainties hold the scatter of the voltage and the moment at which the current was "
                + "turned on.";
    }
}
