package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.cycle.CellAmount;
import org.interphase.technique.battery.cycle.CycleValues;
import org.interphase.technique.battery.cycle.Efficiencies;
import org.interphase.technique.battery.cycle.EfficiencyConvention;
import org.interphase.technique.battery.cycle.Uncertain;

/** Figures over the number of the cycle. */
public final class CycleFigures {

    /** Colour of charging. */
    public static final Colour CHARGE = Colour.component(0);
    /** Colour of discharging. */
    public static final Colour DISCHARGE = Colour.component(1);
    private static final double PERCENT = 100;

    private CycleFigures() {
    }

    /**
     * Capacity above, efficiency below, over one axis of cycles.
     *
     * @param model numbers of cycles and modelled capacities; null for none
     */
    public static Figure capacity(List<CycleValues> values, Efficiencies efficiencies, EfficiencyConvention convention,
            CellAmount amount, double[][] model) {
        AxisSpec cycle = AxisSpec.of("Cycle", "1");
        List<Layer> top = new ArrayList<>();
        top.add(points("charge", values, 1, amount, CHARGE, Style.Symbol.TRIANGLE));
        top.add(points("discharge", values, -1, amount, DISCHARGE, Style.Symbol.CIRCLE));
        if (model != null) {
            top.add(new Layer.Line("fade", model[0], model[1], Style.line(Colour.MODEL, 1.2)));
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(Panel.MAIN, cycle, AxisSpec.of("Capacity", amount.capacityUnit()), top).weight(2));
        if (!efficiencies.cycles().isEmpty()) {
            double[] x = efficiencies.cycles().stream().mapToDouble(i -> i).toArray();
            panels.add(Panel.of("efficiency", cycle, AxisSpec.of("Efficiency", "%"), List.of(
                    layer("coulombic", x, efficiencies.coulombic(), Colour.component(2), Style.Symbol.SQUARE),
                    layer("energy", x, efficiencies.energetic(), Colour.component(3), Style.Symbol.DIAMOND))));
        }
        String below = efficiencies.cycles().isEmpty() ? "." : ", efficiency (" + convention.words() + ") below.";
        return new Figure("cycles", "Capacity over cycles", "Capacity of each cycle" + below
                + " Bars are standard uncertainties; incomplete cycles are left out.", panels, true);
    }

    private static Layer points(String name, List<CycleValues> values, int direction, CellAmount amount, Colour colour,
            Style.Symbol symbol) {
        List<CycleValues> whole = values.stream().filter(v -> v.isComplete() && v.capacity(direction).exists())
                .toList();
        double[] x = whole.stream().mapToDouble(CycleValues::number).toArray();
        double[] y = new double[x.length];
        double[] u = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            Uncertain q = amount.of(whole.get(i).capacity(direction));
            y[i] = q.value();
            u[i] = q.u();
        }
        return new Layer.Points(name, x, y, u, Style.points(colour, symbol, 4));
    }

    private static Layer layer(String name, double[] x, List<Uncertain> values, Colour colour, Style.Symbol symbol) {
        return new Layer.Points(name, x, values.stream().mapToDouble(v -> PERCENT * v.value()).toArray(),
                values.stream().mapToDouble(v -> PERCENT * v.u()).toArray(), Style.points(colour, symbol, 4));
    }
}
