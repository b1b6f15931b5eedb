package org.interphase.ui.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.figure.DataRange;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** Lifts the curves of several samples over each other, as they are compared. */
final class Offsets {

    private Offsets() {
    }

    /**
     * A figure with each sample's layers lifted.
     *
     * @param share lift from one sample to the next as a share of the panel's range; 0 leaves the figure as it is
     */
    static Figure lifted(Figure figure, double share) {
        Panel main = figure.panels().get(0);
        if (share == 0 || main.y().logarithmic()) {
            return figure;
        }
        double step = share * DataRange.y(main.y(), main.layers()).span();
        Map<Colour, Integer> order = new LinkedHashMap<>();
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : main.layers()) {
            int k = layer instanceof Layer.Labels ? 0
                    : order.computeIfAbsent(layer.style().colour(), c -> order.size());
            layers.add(lifted(layer, k * step));
        }
        List<Panel> panels = new ArrayList<>(figure.panels());
        panels.set(0, new Panel(main.id(), main.x(), main.y().range(Double.NaN, Double.NaN), layers, main.weight(),
                main.equalScale(), main.legend()));
        return new Figure(figure.id(), figure.title(), figure.caption(), panels, figure.sharedX());
    }

    private static Layer lifted(Layer layer, double by) {
        return switch (layer) {
            case Layer.Line l -> new Layer.Line(l.label(), l.x(), plus(l.y(), by), l.style());
            case Layer.Points p -> new Layer.Points(p.label(), p.x(), plus(p.y(), by), p.yError(), p.style());
            case Layer.Band b -> new Layer.Band(b.label(), b.x(), plus(b.lower(), by), plus(b.upper(), by), b.style());
            default -> layer;
        };
    }

    private static double[] plus(double[] values, double by) {
        double[] out = values.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] += by;
        }
        return out;
    }
}
