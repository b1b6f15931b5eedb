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
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.cycle.DifferentialCurve;
import org.interphase.technique.battery.cycle.DifferentialPeaks;
import org.interphase.technique.battery.cycle.VoltageCurve;
import org.interphase.technique.battery.figure.CurveFigures;
import org.interphase.technique.battery.figure.CurveFigures.CycleCurve;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellCycle;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.HalfCycle;
import org.interphase.technique.battery.segmentation.StepType;

/** Differential capacity and differential voltage of chosen cycles. */
public final class DifferentialCapacity implements Operation<Table, DifferentialCapacity.Parameters> {

    /** Kind of the table of differential capacities. */
    public static final String DIFFERENTIAL = "cycling.dqdv";
    private static final int CLASSES = 200;

    /**
     * How the derivative is taken.
     *
     * @param cycles numbers of the cycles
     * @param width width of the classes of the voltage in mV; null to take it from the scatter
     * @param smoothing standard deviation of the Gaussian in mV; null for two classes
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Cycles", def = "auto", help = ChosenCycles.HELP) String cycles,
            @Param(label = "Class width", unit = "mV", min = 1e-3, max = 1000, help = "Width of the classes of the "
                    + "voltage; empty takes the larger of 1 mV and four times the scatter of the voltage.")
            Double width,
            @Param(label = "Smoothing", unit = "mV", min = 0, max = 1000, help = "Standard deviation of the Gaussian "
                    + "the curve is smoothed by, which keeps its area; 0 for none; empty for two classes.")
            Double smoothing,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cycling.dqdv", 3, "Differential capacity",
            "dQ/dV over voltage and dV/dQ over charge of the longest step at constant current of each half cycle. The "
                    + "charge of each interval is spread over the voltages it passed, so that the area under dQ/dV is "
                    + "the charge of the step; a step whose voltage goes backwards for more than a tenth of its way is "
                    + "left out and named. Peaks with position and height by a parabola through the top of "
                    + "the curve that is not smoothed.", Table.class, Parameters.class);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellSegmentation s = p.record.of(input, out);
        List<CellCycle> chosen = ChosenCycles.of(p.cycles, s.cycles());
        List<CycleCurve> curves = new ArrayList<>();
        List<CycleCurve> inverse = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        List<String> left = new ArrayList<>();
        double[] used = null;
        for (CellCycle c : chosen) {
            progress.checkCancelled();
            for (HalfCycle h : c.halfCycles()) {
                String of = (h.direction() > 0 ? "charge" : "discharge") + " of cycle " + c.number();
                Optional<CellStep> step = h.steps().stream().filter(t -> t.direction() == h.direction()
                        && t.type() == StepType.CONSTANT_CURRENT)
                        .max(Comparator.comparingDouble(t -> t.charge().integral()));
                if (step.isEmpty() || step.get().rows() < 10) {
                    left.add(of + " (no step at constant current)");
                    continue;
                }
                VoltageCurve curve = VoltageCurve.of(s, step.get());
                DifferentialPeaks found;
                try {
                    found = DifferentialPeaks.of(curve, p.width == null ? Double.NaN : p.width / 1000,
                            p.smoothing == null ? Double.NaN : p.smoothing / 1000);
                } catch (IllegalArgumentException e) {
                    left.add(of + " (" + e.getMessage() + ")");
                    continue;
                }
                if (found.curve().wavering() > DifferentialCurve.MONOTONIC) {
                    left.add(of + String.format(Locale.ROOT, " (the voltage goes backwards for %.0f %% of its way)",
                            100 * found.curve().wavering()));
                    continue;
                }
                used = new double[] {found.curve().width(), found.smoothing()};
                add(c, h, found, curve, curves, inverse, rows);
                measure(out, of, found, step.get(), s.verdict().and(step.get().charge().verdict()),
                        p.record.instrument());
            }
        }
        if (curves.isEmpty()) {
            throw new AnalysisException("no chosen half cycle has a step whose charge is a function of its voltage: "
                    + String.join(", ", left));
        }
        if (!left.isEmpty()) {
            out.remark(Remark.warning("Left out: " + String.join(", ", left) + "."));
        }
        p.record.remarkOnGain(out);
        p.record.remarkOnVoltage(out);
        out.remark(Remark.info(String.format(Locale.ROOT, "Classes of %.3g mV, smoothed by a Gaussian of %.3g mV "
                + "standard deviation (of the last curve).", 1000 * used[0], 1000 * used[1])).coded("smoothing"));
        out.extra(table(rows, input.header()));
        out.figure(new Figure("dqdv", "Differential capacity", "dQ/dV over voltage; charge solid, discharge dashed and "
                + "negative.", List.of(CurveFigures.curves(Panel.MAIN, AxisSpec.of("Voltage", "V"),
                        AxisSpec.of("dQ/dV", "mA.h/V"), curves)), false));
        out.figure(CurveFigures.figure("dvdq", "Differential voltage", "Magnitude of dV/dQ over the charge of the "
                + "step; charge solid, discharge dashed.", CurveFigures.curves(Panel.MAIN,
                        AxisSpec.of("Charge", "mA.h"),
                        AxisSpec.of("|dV/dQ|", "V/mA/h"), inverse)));
        return out.build().withDataset(input.with(ChosenCycles.choice(s.cycles(), chosen)));
    }

    private static void add(CellCycle c, HalfCycle h, DifferentialPeaks found, VoltageCurve curve,
            List<CycleCurve> curves, List<CycleCurve> inverse, List<double[]> rows) {
        double[] v = found.curve().voltage();
        double[] y = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            y[i] = h.direction() * 1000 * found.curve().capacity()[i];
            rows.add(new double[] {c.number(), h.direction(), v[i], y[i]});
        }
        curves.add(new CycleCurve(c.number(), v, y, h.direction() < 0));
        double[][] dv = DifferentialCurve.inverse(curve, CLASSES);
        for (int i = 0; i < CLASSES; i++) {
            dv[0][i] *= 1000;
            dv[1][i] = Math.abs(dv[1][i]) / 1000;
        }
        inverse.add(new CycleCurve(c.number(), dv[0], dv[1], h.direction() < 0));
    }

    private static void measure(Outcome.Builder out, String of, DifferentialPeaks found, CellStep step,
            Verdict verdict, InstrumentAccuracy instrument) {
        double u = Math.hypot(step.charge().capacityU(), instrument.current() * found.curve().charge());
        out.measure(Measurement.of("area under dQ/dV at " + of, "Q", 1000 * found.curve().charge(), 1000 * u, "mA.h")
                .judged(verdict));
        int k = 0;
        for (DifferentialPeaks.Peak p : found.peaks()) {
            k++;
            out.measure(Measurement.of("dQ/dV peak " + k + " at " + of, "V", p.position(), Math.hypot(p.positionU(),
                    instrument.voltage()), "V")
                    .judged(p.verdict()));
            out.measure(Measurement.of("height of dQ/dV peak " + k + " at " + of, "", 1000 * p.height(),
                    1000 * Math.hypot(p.heightU(), Math.hypot(instrument.current(),
                            instrument.voltageGain()) * p.height()), "mA.h/V").judged(p.verdict().and(verdict)));
        }
    }

    private static Table table(List<double[]> rows, DatasetHeader of) {
        String[] names = {"cycle", "direction", "voltage", "dQ/dV"};
        String[] units = {"1", "1", "V", "mA.h/V"};
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < names.length; k++) {
            int at = k;
            columns.add(Column.of(names[k], units[k], rows.stream().mapToDouble(r -> r[at]).toArray()));
        }
        return new Table(DatasetHeader.of(of.name() + " dQ/dV", DIFFERENTIAL, Metadata.EMPTY), columns);
    }

    @Override
    public String methods(Parameters p) {
        return "dQ/dV is the charge of each interval spread over the voltages it passed, in classes of "
                + (p.width() == null ? "1 mV or four times the scatter of the voltage" : Numbers.plain(p.width(), 4)
                        + " mV") + ", so that the area under it is the charge of the step; steps whose voltage goes "
                + "backwards are left out. Peaks are read by a parabola through the top of the curve before it is "
                + "smoothed.";
    }
}
