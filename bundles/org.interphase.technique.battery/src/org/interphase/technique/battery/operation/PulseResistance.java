package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
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
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Panel;
import org.interphase.technique.battery.cycle.DropDelay;
import org.interphase.technique.battery.cycle.DropReading;
import org.interphase.technique.battery.cycle.VoltageDrop;
import org.interphase.technique.battery.figure.CurveFigures;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.StepType;

/** Resistances of a cell by pulses between rests, as in a hybrid pulse power characterisation. */
public final class PulseResistance implements Operation<Table, PulseResistance.Parameters> {

    /** Kind of the table of pulses. */
    public static final String PULSES = "cycling.pulses";

    /**
     * Which pulses.
     *
     * @param delay when the first of the two resistances is read
     * @param longest longest pulse, s
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Read after", def = "first-sample", help = "When after the current is turned on the first "
                    + "resistance is read; the second is that at the end of the pulse.") DropDelay delay,
            @Param(label = "Longest pulse", unit = "s", def = "120", min = 1e-3, max = 1e6, help = "Longer steps "
                    + "between rests set the state of charge and are left out.") double longest,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cycling.pulses", 3, "Resistance by pulses",
            "For each short pulse of current between two rests: the change of the voltage over the current at a named "
                    + "delay and at the end of the pulse, over the charge taken out before.", Table.class,
            Parameters.class);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellSegmentation s = p.record.of(input, out);
        DropReading drops = new DropReading(s);
        double gain = p.record.gain();
        List<VoltageDrop> first = new ArrayList<>();
        List<VoltageDrop> end = new ArrayList<>();
        List<Double> charge = new ArrayList<>();
        double passed = 0;
        for (int i = 0; i < s.steps().size(); i++) {
            CellStep step = s.steps().get(i);
            if (step.type() == StepType.PULSE && step.duration() <= p.longest && i > 0
                    && s.steps().get(i - 1).type() == StepType.REST) {
                CellStep rest = s.steps().get(i - 1);
                VoltageDrop a = drops.at(rest, step, p.delay).known(p.record.instrument());
                VoltageDrop b = drops.atEnd(rest, step).known(p.record.instrument());
                first.add(a);
                end.add(b);
                charge.add(passed);
                String of = " of pulse " + first.size();
                measure(out, "resistance" + of + " (" + p.delay.words() + ")", a, gain, s.verdict());
                measure(out, "resistance" + of + " (end of pulse)", b, gain, s.verdict());
            }
            passed += step.direction() * step.charge().capacity();
        }
        if (first.isEmpty()) {
            throw new AnalysisException("there is no pulse of current between two rests that lasts " + p.longest
                    + " s at most");
        }
        p.record.remarkOnGain(out);
        p.record.remarkOnVoltage(out);
        double[] x = charge.stream().mapToDouble(c -> 1000 * c).toArray();
        out.extra(new Table(DatasetHeader.of(input.name() + " pulses", PULSES, Metadata.EMPTY), List.of(
                Column.of("charge before", "mA.h", x),
                Column.of("current", "mA", first.stream().mapToDouble(d -> 1000 * d.step().current()).toArray()),
                Column.of("duration", "s", first.stream().mapToDouble(d -> d.step().duration()).toArray()),
                Column.of("resistance", "ohm", first.stream().mapToDouble(d -> d.resistance(gain).value()).toArray()),
                Column.of("resistance at the end", "ohm", end.stream().mapToDouble(d -> d.resistance(gain).value())
                        .toArray()))));
        out.figure(CurveFigures.figure("pulses", "Resistance by pulses", "Resistance of each pulse at its beginning ("
                + p.delay.words() + ") and at its end, over the charge passed before it.",
                Panel.of(Panel.MAIN, AxisSpec.of("Charge passed", "mA.h"), AxisSpec.of("Resistance", "ohm"), List.of(
                        CurveFigures.trend(p.delay.words(), x, values(first, gain), us(first, gain),
                                Colour.component(0)),
                        CurveFigures.trend("end of pulse", x, values(end, gain), us(end, gain),
                                Colour.component(1))))));
        return out.build();
    }

    private static double[] values(List<VoltageDrop> drops, double gain) {
        return drops.stream().mapToDouble(d -> d.resistance(gain).value()).toArray();
    }

    private static double[] us(List<VoltageDrop> drops, double gain) {
        return drops.stream().mapToDouble(d -> d.resistance(gain).u()).toArray();
    }

    private static void measure(Outcome.Builder out, String name, VoltageDrop d, double gain,
            Verdict current) {
        out.measure(d.verdict().isWithheld() ? Measurement.withheld(name, "R", "ohm", d.verdict().reason())
                : Measurement.of(name, "R", d.resistance(gain).value(), d.resistance(gain).u(), "ohm")
                        .judged(d.verdict()).judged(current));
    }
}
