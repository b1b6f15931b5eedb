package org.interphase.technique.electrochemistry.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Numbers;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.drt.Drt;
import org.interphase.technique.electrochemistry.drt.DrtColumns;
import org.interphase.technique.electrochemistry.impedance.ImpedanceScale;

/** Figures of distributions of relaxation times. */
public final class DrtFigures {

    private DrtFigures() {
    }

    /**
     * The figure of a distribution just computed, with its peaks named.
     *
     * @param resistances of the peaks, as they are reported
     */
    public static Figure of(Drt drt, ImpedanceScale scale, List<Measurement> resistances) {
        List<Layer> layers = new ArrayList<>(distribution(drt.tau(), drt.gamma(), drt.sigma()));
        List<Layer.Text> texts = new ArrayList<>();
        String farad = Unit.of(scale.of("F", -1)).pretty();
        for (int i = 0; i < resistances.size(); i++) {
            Drt.Peak k = drt.peaks().get(i);
            boolean shown = resistances.get(i).isDetected();
            String tau = "τ = " + Numbers.plain(k.tau(), 3) + " s";
            texts.add(new Layer.Text(k.tau(), k.height(), shown ? resistances.get(i).pretty() : "withheld", shown ? tau
                    + ", C = " + Numbers.plain(k.capacitance(), 3) + " " + farad : tau, Colour.DATA));
        }
        layers.add(new Layer.Labels("", texts, Style.line(Colour.DATA, 9)));
        return figure(layers, scale.unit());
    }

    /** The figure of a table of kind {@link DrtColumns#KIND}; empty if a column is missing. */
    public static List<Figure> of(Table table) {
        double[][] columns = new double[3][];
        Unit unit = Unit.ONE;
        for (int i = 0; i < columns.length; i++) {
            Column c = table.column(List.of(DrtColumns.TAU, DrtColumns.GAMMA, DrtColumns.SIGMA).get(i)).orElse(null);
            if (c == null) {
                return List.of();
            }
            columns[i] = c.values();
            unit = c.unit();
        }
        return List.of(figure(distribution(columns[0], columns[1], columns[2]), unit));
    }

    private static List<Layer> distribution(double[] tau, double[] gamma, double[] sigma) {
        double[] low = new double[tau.length];
        double[] high = new double[low.length];
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.max(0, gamma[i] - sigma[i]);
            high[i] = gamma[i] + sigma[i];
        }
        return List.of(new Layer.Band("uncertainty", tau, low, high, Style.fill(Colour.MODEL, 0.25)),
                new Layer.Line("γ", tau, gamma, Style.line(Colour.MODEL, 1.5)));
    }

    private static Figure figure(List<Layer> layers, Unit unit) {
        return Figure.of("drt", "DRT", "Distribution of relaxation times; the area under a peak is its resistance.",
                Panel.of("drt", AxisSpec.of("Time constant τ", "s").log(), AxisSpec.of("γ(ln τ)", unit.text()),
                        layers));
    }
}
