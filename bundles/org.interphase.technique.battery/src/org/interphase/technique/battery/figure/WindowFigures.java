package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;
import org.interphase.technique.battery.voltammetry.DecompositionOnset;

/** Current density over potential with threshold, tangent and the potentials found. */
public final class WindowFigures {

    private static final double MILLI = 1e3;

    private WindowFigures() {
    }

    /**
     * The figure.
     *
     * @param limit threshold, A
     * @param area cm²; NaN to draw currents
     * @param words the threshold for people
     */
    public static Figure figure(String name, PotentialSweeps record, List<DecompositionOnset> onsets, double limit,
            double area, String words) {
        double scale = MILLI / (Double.isNaN(area) ? 1 : area);
        List<Layer> layers = new ArrayList<>();
        for (DecompositionOnset o : onsets) {
            PotentialSweep s = o.sweep();
            double[] e = new double[s.size()];
            double[] i = new double[s.size()];
            for (int k = 0; k < e.length; k++) {
                e[k] = record.potential()[s.from() + k];
                i[k] = scale * record.current()[s.from() + k];
            }
            Colour colour = Colour.component(s.rises() ? 0 : 1);
            layers.add(new Layer.Line(onsets.size() > 1 ? s.word() : "", e, i, Style.line(colour, 1.2)));
            layers.add(new Layer.Guides("", false, new double[] {s.direction() * scale * limit},
                    Style.line(Colour.MUTED, 0.8).dashed(Style.Dash.DOTTED)));
            line(layers, o.baseline(), scale, Colour.BACKGROUND);
            line(layers, o.tangentLine(), scale, Colour.MODEL);
            o.threshold().ifPresent(n -> layers.add(new Layer.Points("threshold " + words, new double[] {n.value()},
                    new double[] {s.direction() * scale * limit}, null,
                    Style.points(Colour.HIGHLIGHT, Style.Symbol.DIAMOND, 6))));
            o.tangent().ifPresent(n -> layers.add(new Layer.Points("tangent", new double[] {n.value()},
                    new double[] {scale * o.baseline()[3]}, null,
                    Style.points(Colour.MODEL, Style.Symbol.CIRCLE, 5))));
            o.derivative().ifPresent(n -> layers.add(new Layer.Guides("derivative", true, new double[] {n.value()},
                    Style.line(Colour.RESIDUAL, 0.8).dashed(Style.Dash.DASHED))));
        }
        return Figure.of("window", "Stability window", "Current " + (Double.isNaN(area) ? "" : "density ")
                + "over potential of " + name + " with the threshold of " + words + ", the line of the quiet current, "
                + "the tangent to the rise, and the potentials found.", Panel.of("window",
                        AxisSpec.of("Potential", "V"), Double.isNaN(area) ? AxisSpec.of("Current", "mA")
                                : AxisSpec.of("Current density", "mA/cm2"), layers));
    }

    private static void line(List<Layer> layers, double[] ends, double scale, Colour colour) {
        if (ends != null) {
            layers.add(new Layer.Line("", new double[] {ends[0], ends[2]}, new double[] {scale * ends[1],
                scale * ends[3]}, Style.line(colour, 1).dashed(Style.Dash.DASHED)));
        }
    }
}
