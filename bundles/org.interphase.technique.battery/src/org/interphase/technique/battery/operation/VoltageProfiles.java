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
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Panel;
import org.interphase.technique.battery.cycle.CellAmount;
import org.interphase.technique.battery.cycle.CycleValues;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.technique.battery.cycle.VoltageCurve;
import org.interphase.technique.battery.figure.CurveFigures;
import org.interphase.technique.battery.figure.CurveFigures.CycleCurve;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.HalfCycle;

/** Voltage over capacity of chosen cycles. */
public final class VoltageProfiles implements Operation<Table, VoltageProfiles.Parameters> {

    /** Kind of the table of profiles. */
    public static final String PROFILES = "cycling.profiles";
    private static final int POINTS = 400;

    /**
     * Which cycles, and what capacities are referred to.
     *
     * @param cycles numbers of the cycles
     * @param mass active mass in mg
     * @param area area in cm2
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Cycles", def = "auto", help = ChosenCycles.HELP) String cycles,
            @Param(label = "Active mass", unit = "mg", min = 1e-6, max = 1e9, help = "Capacities are given per mass; "
                    + "empty takes the mass stated of the file.") Double mass,
            @Param(label = "Area", unit = "cm2", min = 1e-6, max = 1e9, help = "Capacities are given per area where no "
                    + "mass is stated; empty takes the area stated of the file.") Double area,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cycling.profiles", 3,
            "Charge and discharge profiles", "Voltage over the capacity of chosen cycles, charge solid and discharge "
                    + "dashed, coloured by the cycle, with the mean voltages (energy over charge) and their "
                    + "difference, the polarisation of the cycle. Rests and pulses against the direction are left out.",
            Table.class, Parameters.class);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellSegmentation s = p.record.of(input, out);
        List<CellCycle> chosen = ChosenCycles.of(p.cycles, s.cycles());
        // curves alone: no number with an uncertainty is referred to it
        CellAmount amount = CellAmount.of(new CellAmount.Stated(p.mass, 0.0), new CellAmount.Stated(p.area, 0.0),
                input.metadata(), p.record.gain());
        amount.remark().ifPresent(out::remark);
        p.record.remarkOnVoltage(out);
        List<CycleCurve> curves = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        List<CycleValues> values = CycleValues.of(s);
        for (CellCycle c : chosen) {
            for (HalfCycle h : c.halfCycles()) {
                curves.add(curve(s, c, h, amount, rows));
            }
            CycleValues v = values.get(s.cycles().indexOf(c));
            Uncertain up = v.meanVoltage(1);
            Uncertain down = v.meanVoltage(-1);
            if (up.exists() && down.exists()) {
                double difference = up.value() - down.value();
                Uncertain polarisation = new Uncertain(difference, Math.hypot(up.u(), down.u()))
                        .and(p.record.instrument().difference(difference));
                out.measure(Measurement.of("polarisation of cycle " + c.number(), "",
                        1000 * polarisation.value(), 1000 * polarisation.u(), "mV").judged(s.verdict().and(v.verdict(1))
                                .and(v.verdict(-1))));
            }
        }
        String[] names = {"cycle", "direction", "capacity", "voltage"};
        String[] units = {"1", "1", amount.capacityUnit(), "V"};
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            int at = k;
            columns.add(Column.of(names[k], units[k], rows.stream().mapToDouble(r -> r[at]).toArray()));
        }
        out.extra(new Table(DatasetHeader.of(input.name() + " profiles", PROFILES, Metadata.EMPTY), columns));
        out.figure(CurveFigures.figure("profiles", "Charge and discharge profiles", "Voltage over capacity; charge "
                + "solid, discharge dashed.", CurveFigures.curves(Panel.MAIN,
                        AxisSpec.of("Capacity", amount.capacityUnit()),
                        AxisSpec.of("Voltage", "V"), curves)));
        return out.build().withDataset(input.with(ChosenCycles.choice(s.cycles(), chosen)));
    }

    private static CycleCurve curve(CellSegmentation s, CellCycle c, HalfCycle h, CellAmount amount,
            List<double[]> rows) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        double before = 0;
        double scale = amount.of(new Uncertain(1, 0)).value();
        long active = h.steps().stream().filter(t -> t.direction() == h.direction()).count();
        for (CellStep step : h.steps()) {
            if (step.direction() != h.direction()) {
                continue;
            }
            VoltageCurve v = VoltageCurve.of(s, step).thinned(Math.max(20, (int) (POINTS / active)));
            for (int i = 0; i < v.charge().length; i++) {
                x.add(scale * (before + v.charge()[i]));
                y.add(v.voltage()[i]);
                rows.add(new double[] {c.number(), h.direction(), scale * (before + v.charge()[i]), v.voltage()[i]});
            }
            before += step.charge().capacity();
        }
        return new CycleCurve(c.number(), x.stream().mapToDouble(d -> d).toArray(),
                y.stream().mapToDouble(d -> d).toArray(), h.direction() < 0);
    }

    @Override
    public String methods(Parameters p) {
        return "Mean voltages of charge and discharge are energy over charge; their difference is the polarisation of "
                + "the cycle. Rests and pulses against the direction are left "
                + "out. " + MethodWords.per(p.mass(), p.area());
    }
}
