package org.interphase.technique.battery.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.battery.cycle.CellAmount;
import org.interphase.technique.battery.cycle.CycleValues;
import org.interphase.technique.battery.cycle.RateGroup;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.technique.battery.figure.CurveFigures;
import org.interphase.technique.battery.figure.CycleFigures;
import org.interphase.technique.battery.segmentation.CellSegmentation;

/** Capacity at each rate of a rate test. */
public final class RateCapability implements Operation<Table, RateCapability.Parameters> {

    /** Kind of the table of rates. */
    public static final String RATES = "cycling.rates";

    /** Which half cycle is looked at. */
    public enum Half { DISCHARGE, CHARGE }

    /**
     * What rates are referred to.
     *
     * @param nominal nominal capacity in mA.h; null to estimate it
     * @param half half cycle whose rate and capacity count
     * @param mass active mass in mg
     * @param massUncertainty its standard uncertainty in mg; null if it is not known
     * @param area area in cm2
     * @param areaUncertainty its standard uncertainty in cm2; null if it is not known
     * @param record how the record is taken apart
     */
    public record Parameters(
            @Param(label = "Nominal capacity", unit = "mA.h", min = 1e-9, max = 1e9, help = "Capacity that a rate of "
                    + "1C moves in an hour. Empty estimates it as the capacity at the lowest current, and says so.")
            Double nominal,
            @Param(label = "Half cycle", def = "discharge", help = "Half cycle whose current and capacity count.")
            Half half,
            @Param(label = "Active mass", unit = "mg", min = 1e-6, max = 1e9, help = "Capacities are given per mass; "
                    + "empty takes the mass stated of the file.") Double mass,
            @Param(label = "Active mass uncertainty", unit = "mg", min = 0, max = 1e9, advanced = true,
                    help = CellAmount.MASS_HELP) Double massUncertainty,
            @Param(label = "Area", unit = "cm2", min = 1e-6, max = 1e9, help = "Capacities are given per area where no "
                    + "mass is stated; empty takes the area stated of the file.") Double area,
            @Param(label = "Area uncertainty", unit = "cm2", min = 0, max = 1e9, advanced = true,
                    help = CellAmount.AREA_HELP) Double areaUncertainty,
            @Param(label = "Steps and cycles", help = "How the record is taken apart.") RecordReading record) {
    }

    private final OperationInfo<Table, Parameters> info = OperationInfo.of("cycling.rate", 3, "Rate capability",
            "Groups consecutive complete cycles by their current and gives the mean capacity of each group with the "
                    + "scatter of its cycles, its share of the capacity at the lowest rate, and what is recovered at "
                    + "the end where the first rate comes back. A rate is the current over the nominal capacity, "
                    + "which is stated, or estimated and said to be.", Table.class, Parameters.class);

    @Override
    public OperationInfo<Table, Parameters> info() {
        return info;
    }

    @Override
    public Outcome apply(Table input, Parameters p, Progress progress) throws AnalysisException {
        Outcome.Builder out = Outcome.builder(input);
        CellSegmentation s = p.record.of(input, out);
        int d = p.half == Half.CHARGE ? 1 : -1;
        String which = p.half == Half.CHARGE ? "charge" : "discharge";
        CellAmount amount = CellAmount.of(new CellAmount.Stated(p.mass, p.massUncertainty),
                new CellAmount.Stated(p.area, p.areaUncertainty), input.metadata(), p.record.gain());
        List<CycleValues> whole = CycleValues.of(s).stream().filter(CycleValues::isComplete).toList();
        if (whole.isEmpty()) {
            throw new AnalysisException("the record holds no complete cycle");
        }
        CycleValues slowest = whole.get(0);
        for (CycleValues v : whole) {
            slowest = v.current(d) < slowest.current(d) * 0.98 ? v : slowest;
        }
        double nominal = p.nominal != null ? p.nominal / 1000 : slowest.capacity(d).value();
        if (p.nominal == null) {
            out.remark(Remark.warning(String.format(Locale.ROOT, "No nominal capacity is stated; it is estimated as "
                    + "%.4g mA.h, the %s capacity of cycle %d at the lowest current.", 1000 * nominal, which,
                    slowest.number())).coded("nominal-estimated"));
        }
        List<RateGroup> groups = RateGroup.of(whole, d, nominal);
        RateGroup lowest = groups.get(0);
        for (RateGroup g : groups) {
            lowest = g.rate() < 0.98 * lowest.rate() ? g : lowest;
        }
        p.record.remarkOnGain(out);
        amount.remark().ifPresent(out::remark);
        List<String> names = names(groups);
        for (int i = 0; i < groups.size(); i++) {
            RateGroup g = groups.get(i);
            Verdict v = s.verdict().and(g.verdict());
            long before = groups.subList(0, i).stream().filter(g::isAt).count();
            String at = which + " capacity at " + names.get(i) + (before > 0 ? " (time " + (before + 1) + ")" : "");
            Uncertain q = amount.of(g.capacity());
            out.measure(Measurement.of(at, "Q", q.value(), q.u(), amount.capacityUnit()).judged(v));
            if (g != lowest) {
                Uncertain share = g.capacity().over(lowest.capacity(), p.record.unshared()).times(100);
                out.measure(Measurement.of(at + " against " + names.get(groups.indexOf(lowest)), "",
                        share.value(), share.u(), "%").judged(v.and(lowest.verdict())));
            }
        }
        RateGroup last = groups.getLast();
        if (groups.size() > 2 && last.isAt(groups.get(0))) {
            Uncertain back = last.capacity().over(groups.get(0).capacity(), p.record.unshared()).times(100);
            out.measure(Measurement.of("recovered " + which + " capacity at " + last.name(), "", back.value(), back.u(),
                    "%").judged(s.verdict().and(last.verdict()).and(groups.get(0).verdict())));
        }
        out.extra(table(groups, amount, input.header()));
        out.figure(CurveFigures.figure("rate", "Rate capability", "Capacity of each complete cycle; the rate stands "
                + "above each group, for 1C = " + String.format(Locale.ROOT, "%.4g", 1000 * nominal)
                        + " mA.h.", panel(groups,
                        d, amount)));
        return out.build();
    }

    /** Names of the rates; where two currents would share one, the number itself. */
    private static List<String> names(List<RateGroup> groups) {
        return groups.stream().map(g -> groups.stream().allMatch(o -> o.isAt(g) || !o.name().equals(g.name()))
                ? g.name() : String.format(Locale.ROOT, "%.4gC", g.rate())).toList();
    }

    private static Panel panel(List<RateGroup> groups, int d, CellAmount amount) {
        List<Layer> layers = new ArrayList<>();
        List<Layer.Text> texts = new ArrayList<>();
        for (RateGroup g : groups) {
            double[] x = g.cycles().stream().mapToDouble(CycleValues::number).toArray();
            double[] y = g.cycles().stream().mapToDouble(v -> amount.of(v.capacity(d)).value()).toArray();
            layers.add(new Layer.Points("", x, y, null, Style.points(d > 0 ? CycleFigures.CHARGE
                    : CycleFigures.DISCHARGE, Style.Symbol.CIRCLE, 4)));
            texts.add(new Layer.Text(x[x.length / 2], y[y.length / 2], g.name(), "", CycleFigures.DISCHARGE));
        }
        layers.add(new Layer.Labels("", texts, Style.line(CycleFigures.DISCHARGE, 8)));
        return Panel.of(Panel.MAIN, AxisSpec.of("Cycle", "1"), AxisSpec.of("Capacity", amount.capacityUnit()), layers)
                .noLegend();
    }

    private static Table table(List<RateGroup> groups, CellAmount amount, DatasetHeader of) {
        return new Table(DatasetHeader.of(of.name() + " rates", RATES, Metadata.EMPTY), List.of(
                Column.of("rate", "1/h", groups.stream().mapToDouble(RateGroup::rate).toArray()),
                Column.of("first cycle", "1", groups.stream().mapToDouble(g -> g.cycles().get(0).number()).toArray()),
                Column.of("cycles", "1", groups.stream().mapToDouble(g -> g.cycles().size()).toArray()),
                Column.of("capacity", amount.capacityUnit(), groups.stream().mapToDouble(g ->
                        amount.of(g.capacity()).value()).toArray()),
                Column.of("mean voltage", "V", groups.stream().mapToDouble(g -> g.meanVoltage().value()).toArray())));
    }

    @Override
    public String methods(Parameters p) {
        return "Consecutive complete cycles of the same current were taken together; the capacity at a rate is the "
                + "mean over the group with the scatter of its cycles. 1C is the current that moves "
                + (p.nominal() == null ? "the capacity at the lowest current" : Numbers.plain(p.nominal(), 4) + " mA.h")
                + " in an hour. " + MethodWords.per(p.mass(), p.area());
    }
}
