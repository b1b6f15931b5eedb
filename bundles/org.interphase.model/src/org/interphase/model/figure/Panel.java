package org.interphase.model.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One plot area with its axes and layers, drawn in order (first at the back).
 *
 * @param id short name, for example "main" or "residual"
 * @param x horizontal axis
 * @param y vertical axis
 * @param layers what is drawn
 * @param weight share of the figure's height relative to the other panels
 * @param equalScale whether one unit is as long on both axes (Nyquist, maps)
 * @param legend whether a legend is drawn
 */
public record Panel(String id, AxisSpec x, AxisSpec y, List<Layer> layers, double weight, boolean equalScale,
        boolean legend) {

    /** The panel of the data itself. */
    public static final String MAIN = "main";
    /** The panel of weighted residuals below it. */
    public static final String RESIDUAL = "residual";

    /** Copies the list of layers. */
    public Panel {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(x, "x");
        Objects.requireNonNull(y, "y");
        layers = List.copyOf(layers);
    }

    /** A panel of weight 1 with a legend. */
    public static Panel of(String id, AxisSpec x, AxisSpec y, List<? extends Layer> layers) {
        return new Panel(id, x, y, List.copyOf(layers), 1, false, true);
    }

    /** The same panel with more layers on top. */
    public Panel plus(List<? extends Layer> more) {
        List<Layer> all = new ArrayList<>(layers);
        all.addAll(more);
        return new Panel(id, x, y, all, weight, equalScale, legend);
    }

    /** The same panel with another share of the height. */
    public Panel weight(double other) {
        return new Panel(id, x, y, layers, other, equalScale, legend);
    }

    /** The same panel with one unit equally long on both axes. */
    public Panel equalScales() {
        return new Panel(id, x, y, layers, weight, true, legend);
    }

    /** The same panel without legend. */
    public Panel noLegend() {
        return new Panel(id, x, y, layers, weight, equalScale, false);
    }
}
