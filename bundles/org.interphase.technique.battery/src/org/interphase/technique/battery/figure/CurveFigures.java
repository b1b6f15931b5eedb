package org.interphase.technique.battery.figure;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;

/** Figures with a curve per cycle, coloured by its number, and trends over the number. */
public final class CurveFigures {

    /**
     * A curve of a cycle.
     *
     * @param cycle number of the cycle
     * @param x abscissae
     * @param y ordinates
     * @param dashed whether it is drawn dashed, as the other half of the cycle
     */
    public record CycleCurve(int cycle, double[] x, double[] y, boolean dashed) {
    }

    private CurveFigures() {
    }

    /** Curves over common axes; one name a cycle. */
    public static Panel curves(String id, AxisSpec x, AxisSpec y, List<CycleCurve> curves) {
        List<Integer> cycles = curves.stream().map(CycleCurve::cycle).distinct().toList();
        List<Layer> layers = new ArrayList<>();
        List<Integer> named = new ArrayList<>();
        for (CycleCurve c : curves) {
            int k = cycles.indexOf(c.cycle);
            boolean first = !named.contains(c.cycle);
            named.add(c.cycle);
            Style style = Style.line(CycleColours.of(k, cycles.size()), 1);
            layers.add(new Layer.Line(first ? "cycle " + c.cycle : "", c.x, c.y,
                    c.dashed ? style.dashed(Style.Dash.DASHED) : style));
        }
        return Panel.of(id, x, y, layers);
    }

    /** Points with error bars over the number of the cycle. */
    public static Layer trend(String name, double[] x, double[] y, double[] u, Colour colour) {
        return new Layer.Points(name, x, y, u, Style.points(colour, Style.Symbol.CIRCLE, 4));
    }

    /** A figure of one panel. */
    public static Figure figure(String id, String title, String caption, Panel panel) {
        return Figure.of(id, title, caption, panel);
    }
}
