package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.interphase.api.AnalysisException;
import org.interphase.api.Operation;
import org.interphase.api.OperationInfo;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Publication;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.cycle.CellAmount;
import org.interphase.technique.battery.cycle.CycleValues;
import org.interphase.technique.battery.cycle.Efficiencies;
import org.interphase.technique.battery.cycle.EfficiencyConvention;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.technique.battery.figure.CycleFigures;
import org.interphase.technique.battery.segmentation.CellSegmentation;

/** Capacities, efficiencies, mean voltages, retention and fade of a cell over its cycles. */
public final class CyclingSummary implements Operation<Table, CyclingSummary.Parameters> {

    private static final double PERCENT = 100;

    /**
     * What is told of the cycles.
     *
     * @param efficiency which half cycle efficiencies are referred to
     * @param mass active mass in mg; null to take what was stated of the file
     * @param massUncertainty its standard uncertainty in mg; null if it is not known
     * @param area area in cm2; null to take what was stated of the file
     * @param areaUncertainty its standard uncertainty in cm2; null if it is not known
     * @param reference number of the cycle retention is referred to; null for the first complete one
     * @param listed how many cycles are listed one by one
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Efficiency", def = "unstated", help = "Full cell: discharge over the charge before it. "
                    + "Half cell (electrode against lithium): delithiation, which is the charge, over the lithiation "
                    + "before it. A record does not tell which; unstated gives no efficiency.")
            EfficiencyConvention efficiency,
            @Param(label = "Active mass", unit = "mg", min = 1e-6, max = 1e9, help = "Capacities are given per mass; "
                    + "empty takes the mass stated of the file. There is no mass by default.") Double mass,
            @Param(label = "Active mass uncertainty", unit = "mg", min = 0, max = 1e9, advanced = true,
                    help = CellAmount.MASS_HELP) Double massUncertainty,
            @Param(label = "Area", unit = "cm2", min = 1e-6, max = 1e9, help = "Capacities are given per area where no "
                    + "mass is stated; empty takes the area stated of the file.") Double area,
            @Param(label = "Area uncertainty", unit = "cm2", min = 0, max = 1e9, advanced = true,
                    help = CellAmount.AREA_HELP) Double areaUncertainty,
            @Param(label = "Reference cycle", min = 0, max = 1e9, help = "Cycle that retention and fade are referred "
                    + "to, for example the first after formation; empty for the first complete one.") Integer reference,
            @Param(label = "Cycles listed", def = "30", min = 1, max = 100000, help = "How many cycles are given "
                    + "number by number: the first ones and the last. The table of cycles holds all.", advanced = true)
            int listed,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cycling.summary", 4, "Cycles",
            "Takes a record apart into half cycles and cycles and gives per cycle the capacity of charge and discharge "
                    + "(the recorded counter where it agrees with the integral of the current, else the integral), "
                    + "energies, mean voltages (energy over charge), efficiencies by a stated convention, retention "
                    + "against a named cycle, and the fade by a linear, a square-root and a knee model. Uncertainties "
                    + "hold the sampling interval at the edges of steps, the trapezoid, and the difference of counter "
                    + "and integral. Incomplete cycles are marked and left out of the fade.", Table.class,
            Parameters.class,
                    Publication.article("R. E. Kass, A. E. Raftery",
                            "Bayes factors")
                            .in("J. Am. Stat. Assoc.", 1995, "90", "773-795")
                            .doi("10.1080/01621459.1995.10476572").seen().cited("Kass 1995"));

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellSegmentation s = p.record.of(input, out);
        CellAmount amount = CellAmount.of(new CellAmount.Stated(p.mass, p.massUncertainty),
                new CellAmount.Stated(p.area, p.areaUncertainty), input.metadata(), p.record.gain());
        List<CycleValues> values = CycleValues.of(s);
        Efficiencies efficiencies = Efficiencies.of(values, p.efficiency, p.record.instrument());
        List<CycleValues> whole = values.stream().filter(CycleValues::isComplete).toList();
        out.measure("complete cycles", "n", whole.size(), 0, "1");
        amount.remark().ifPresent(out::remark);
        p.record.remarkOnGain(out);
        p.record.remarkOnVoltage(out);
        agreement(values, out);
        CycleValues reference = reference(p, values, whole, out);
        efficiencies(p, efficiencies, s.verdict(), out);
        list(p, values, amount, s.verdict(), out);
        double[][] model = null;
        if (reference != null) {
            int direction = p.efficiency == EfficiencyConvention.HALF_CELL ? 1 : -1;
            model = new CapacityFade(whole, reference, direction, s.verdict(), p.record.unshared()).measure(amount,
                    out);
        }
        out.extra(table(values, efficiencies, amount, input.header()));
        out.figure(CycleFigures.capacity(values, efficiencies, p.efficiency, amount, model));
        return out.build();
    }

    /** How far the recorded counters are from the integral of the current over all half cycles. */
    private static void agreement(List<CycleValues> values, Outcome.Builder out) {
        double used = 0;
        double integral = 0;
        for (CycleValues v : values) {
            for (int d : new int[] {1, -1}) {
                if (v.capacity(d).exists()) {
                    used += v.capacity(d).value();
                    integral += d > 0 ? v.chargeIntegral() : v.dischargeIntegral();
                }
            }
        }
        if (used != integral) {
            double off = PERCENT * (used / integral - 1);
            out.measure(Measurement.of("charge used over integral of the current", "", used / integral,
                    Math.abs(off) / PERCENT, "1"));
        }
    }

    private static CycleValues reference(Parameters p, List<CycleValues> values, List<CycleValues> whole,
            Outcome.Builder out) throws AnalysisException {
        if (p.reference != null) {
            CycleValues r = values.stream().filter(v -> v.number() == p.reference).findFirst().orElseThrow(() ->
                    new AnalysisException("there is no cycle " + p.reference + " to refer to; there are "
                            + values.get(0).number() + " to " + values.getLast().number()));
            if (!r.isComplete()) {
                out.remark(Remark.warning("The reference cycle " + r.number() + " is incomplete: " + r.incomplete()
                        + "."));
            }
            return r;
        }
        return whole.isEmpty() ? null : whole.get(0);
    }

    private static void efficiencies(Parameters p, Efficiencies e, Verdict verdict, Outcome.Builder out) {
        if (p.efficiency == EfficiencyConvention.UNSTATED) {
            out.measure(Measurement.withheld("mean coulombic efficiency", "CE", "%", "the record does not tell whether "
                    + "it is of a full cell (discharge/charge) or a half cell (delithiation/lithiation); say it with "
                    + "the parameter efficiency"));
            return;
        }
        if (e.acrossCycles()) {
            out.remark(Remark.info("The half cycle that an efficiency is referred to comes last in its cycle; what "
                    + "follows it stands in the next cycle.").coded("efficiency-across"));
        }
        e.meanAfterFirst().ifPresent(m -> out.measure(Measurement.of("mean coulombic efficiency ("
                + p.efficiency.words() + ") after the first cycle", "CE", PERCENT * m.value(), PERCENT * m.u(), "%")
                .judged(verdict)));
        List<Integer> listed = listed(e.cycles().size(), p.listed);
        for (int i : listed) {
            String of = " (" + p.efficiency.words() + ") of cycle " + e.cycles().get(i);
            Verdict v = verdict.and(e.verdicts().get(i));
            Uncertain q = e.coulombic().get(i).times(PERCENT);
            Uncertain w = e.energetic().get(i).times(PERCENT);
            out.measure(Measurement.of("coulombic efficiency" + of, "CE", q.value(), q.u(), "%").judged(v));
            out.measure(Measurement.of("energy efficiency" + of, "EE", w.value(), w.u(), "%").judged(v));
        }
    }

    /** The first ones and the last. */
    static List<Integer> listed(int n, int most) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            if (i < most - 1 || i == n - 1 || n <= most) {
                out.add(i);
            }
        }
        return out;
    }

    private static void list(Parameters p, List<CycleValues> values, CellAmount amount, Verdict verdict,
            Outcome.Builder out) {
        for (int i : listed(values.size(), p.listed)) {
            CycleValues v = values.get(i);
            String of = " of cycle " + v.number();
            for (int d : new int[] {1, -1}) {
                if (!v.capacity(d).exists()) {
                    continue;
                }
                Verdict own = verdict.and(v.verdict(d));
                String which = d > 0 ? "charge" : "discharge";
                Uncertain q = amount.of(v.capacity(d));
                Uncertain e = amount.energy(v.energy(d), v.capacity(d), p.record.instrument().voltage());
                Uncertain mean = v.meanVoltage(d).and(p.record.instrument().voltage());
                out.measure(Measurement.of(which + " capacity" + of, d > 0 ? "Q_c" : "Q_d", q.value(), q.u(),
                        amount.capacityUnit()).judged(own));
                out.measure(Measurement.of(which + " energy" + of, d > 0 ? "W_c" : "W_d", e.value(), e.u(),
                        amount.energyUnit()).judged(own));
                out.measure(Measurement.of("mean " + which + " voltage" + of, d > 0 ? "V_c" : "V_d", mean.value(),
                        mean.u(), "V").judged(own));
            }
        }
    }

    private static Table table(List<CycleValues> values, Efficiencies e, CellAmount amount, DatasetHeader of) {
        List<Column> columns = new ArrayList<>();
        column(columns, "cycle", "1", values, CycleValues::number);
        for (int d : new int[] {1, -1}) {
            String which = d > 0 ? "charge" : "discharge";
            column(columns, which + " capacity", amount.capacityUnit(), values, v -> amount.of(v.capacity(d)).value());
            column(columns, which + " capacity uncertainty", amount.capacityUnit(), values, v ->
                    amount.of(v.capacity(d)).u());
            column(columns, which + " integral of current", "mA.h", values, v -> 1000 * (d > 0 ? v.chargeIntegral()
                    : v.dischargeIntegral()));
            column(columns, which + " energy", amount.energyUnit(), values, v -> amount.of(v.energy(d)).value());
            column(columns, "mean " + which + " voltage", "V", values, v -> v.meanVoltage(d).value());
            column(columns, which + " end voltage", "V", values, v -> d > 0 ? v.endOfCharge() : v.endOfDischarge());
            column(columns, which + " current", "mA", values, v -> 1000 * v.current(d));
        }
        if (!e.cycles().isEmpty()) {
            column(columns, "coulombic efficiency", "%", values, v -> of(e.coulombic(), e, v));
            column(columns, "energy efficiency", "%", values, v -> of(e.energetic(), e, v));
        }
        column(columns, "complete", "1", values, v -> v.isComplete() ? 1 : 0);
        return new Table(DatasetHeader.of(of.name() + " cycles", RecordColumns.CYCLE_TABLE, Metadata.EMPTY), columns);
    }

    private static double of(List<Uncertain> list, Efficiencies e, CycleValues v) {
        int i = e.cycles().indexOf(v.number());
        return i < 0 ? Double.NaN : PERCENT * list.get(i).value();
    }

    private static void column(List<Column> columns, String name, String unit, List<CycleValues> values,
            ToDoubleFunction<CycleValues> f) {
        columns.add(Column.of(name, unit, values.stream().mapToDouble(f).toArray()));
    }

    @Override
    public String methods(Parameters p) {
        return "The record was taken apart into half cycles and cycles; the capacity of a half cycle is the recorded "
                + "counter where it agrees with the integral of the current over time, else the integral. Mean "
                + "voltages are energy over charge; retention and fade refer to " + (p.reference() == null ? "the "
                + "first complete "
                + "cycle" : "cycle " + p.reference()) + ". " + (p.efficiency() == EfficiencyConvention.UNSTATED ? ""
                : "Efficiencies are " + p.efficiency().words() + ". ") + MethodWords.per(p.mass(), p.area())
                + "Uncertainties hold the sampling interval at the edges of steps, the trapezoidal rule, the "
                + "difference of counter and integral, and the accuracy of the instrument.";
    }
}
