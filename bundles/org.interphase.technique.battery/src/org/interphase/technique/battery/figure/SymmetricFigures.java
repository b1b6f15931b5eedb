package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.symmetric.PlatingHalf;
import org.interphase.technique.battery.symmetric.PlatingRecord;
import org.interphase.technique.battery.symmetric.Shorts;

/** Voltage and overpotential of a symmetric cell over time. */
public final class SymmetricFigures {

    private static final double HOUR = 3600;
    private static final int COLUMNS = 2000;

    private SymmetricFigures() {
    }

    /** The voltage above, thinned so that no peak is lost, and the overpotential of the half cycles below. */
    public static Figure overpotential(CellRecord record, PlatingRecord plating, List<Shorts.Short> shorts) {
        double zero = plating.halves().get(0).start();
        AxisSpec time = AxisSpec.of("Time", "h");
        List<Layer> top = new ArrayList<>(List.of(voltage(record, plating, zero)));
        if (!shorts.isEmpty()) {
            top.add(new Layer.Guides("short", true, shorts.stream().mapToDouble(s -> s.at() / HOUR).toArray(),
                    Style.line(Colour.HIGHLIGHT, 0.8).dashed(Style.Dash.DASHED)));
        }
        List<Panel> panels = new ArrayList<>();
        panels.add(Panel.of(Panel.MAIN, time, AxisSpec.of("Voltage", "V"), top).weight(2));
        List<Layer> below = new ArrayList<>();
        for (int direction : new int[] {1, -1}) {
            List<PlatingHalf> of = plating.halves().stream().filter(h -> h.direction() == direction).toList();
            if (!of.isEmpty()) {
                below.add(CurveFigures.trend(direction > 0 ? "positive" : "negative", of.stream().mapToDouble(h ->
                        ((h.start() + h.end()) / 2 - zero) / HOUR).toArray(), of.stream().mapToDouble(h -> 1000
                        * h.mean()).toArray(), of.stream().mapToDouble(h -> 1000 * h.u()).toArray(),
                        direction > 0 ? CycleFigures.CHARGE : CycleFigures.DISCHARGE));
            }
        }
        panels.add(Panel.of("overpotential", time, AxisSpec.of("Overpotential", "mV"), below));
        return new Figure("overpotential", "Overpotential over time", "Voltage of the cell, and the mean "
                + "overpotential of each half cycle; dashed lines are shorts.", panels, true);
    }

    /** Smallest and largest value of each column of the picture, in their order. */
    private static Layer voltage(CellRecord record, PlatingRecord plating, double zero) {
        int from = plating.halves().get(0).from();
        int to = plating.halves().getLast().to();
        int each = Math.max(1, (to - from) / COLUMNS);
        double[] x = new double[2 * ((to - from) / each + 1)];
        double[] y = new double[x.length];
        int k = 0;
        for (int a = from; a < to; a += each) {
            int low = a;
            int high = a;
            for (int i = a; i < Math.min(to, a + each); i++) {
                low = record.voltage().get(i) < record.voltage().get(low) ? i : low;
                high = record.voltage().get(i) > record.voltage().get(high) ? i : high;
            }
            for (int i : low == high ? new int[] {low} : new int[] {Math.min(low, high), Math.max(low, high)}) {
                x[k] = (plating.clock().at(i) - zero) / HOUR;
                y[k++] = record.voltage().get(i);
            }
        }
        return new Layer.Line("", Arrays.copyOf(x, k), Arrays.copyOf(y, k), Style.line(Colour.DATA, 0.8));
    }
}
