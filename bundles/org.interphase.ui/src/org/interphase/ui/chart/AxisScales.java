package org.interphase.ui.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.interphase.figure.DataRange;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;

/** Which axes the analyst set to a logarithmic or linear scale, whatever the figure says. */
final class AxisScales {

    private final Map<String, Boolean> chosen = new HashMap<>();

    private static String key(Figure figure, String panel, boolean horizontal) {
        return figure.id() + "\n" + panel + "\n" + horizontal;
    }

    /** Chooses a scale. */
    void choose(Figure figure, String panel, boolean horizontal, boolean logarithmic) {
        for (Panel p : figure.panels()) {
            if (p.id().equals(panel) || horizontal && figure.sharedX()) {
                chosen.put(key(figure, p.id(), horizontal), logarithmic);
            }
        }
    }

    /** Whether an axis can be logarithmic: something of it lies above zero, and no picture lies in the panel. */
    static boolean allowsLog(Panel panel, boolean horizontal) {
        List<Layer> layers = panel.layers();
        if (panel.equalScale() || layers.stream().anyMatch(Layer.Picture.class::isInstance)
                || !horizontal && panel.id().equals(Panel.RESIDUAL)) {
            return false;
        }
        DataRange r = horizontal ? DataRange.x(panel.x(), layers) : DataRange.y(panel.y(), layers);
        return r.max() > 0;
    }

    /** The figure with the scales that were chosen. */
    Figure applied(Figure figure) {
        if (chosen.isEmpty()) {
            return figure;
        }
        List<Panel> panels = figure.panels().stream().map(p -> new Panel(p.id(), scaled(figure, p, true),
                scaled(figure, p, false), p.layers(), p.weight(), p.equalScale(), p.legend())).toList();
        return new Figure(figure.id(), figure.title(), figure.caption(), panels, figure.sharedX());
    }

    private AxisSpec scaled(Figure figure, Panel panel, boolean horizontal) {
        AxisSpec a = horizontal ? panel.x() : panel.y();
        Boolean log = chosen.get(key(figure, panel.id(), horizontal));
        if (log == null || log == a.logarithmic() || log && !allowsLog(panel, horizontal)) {
            return a;
        }
        // a fixed end at or below zero has no place on a logarithmic scale
        boolean fits = !(a.min() <= 0) && !(a.max() <= 0);
        AxisSpec free = log && !fits ? a.range(Double.NaN, Double.NaN) : a;
        return log ? free.log() : new AxisSpec(a.quantity(), a.unit(), a.direction(), false, a.min(), a.max(),
                a.visible(), a.other(), a.showsOther());
    }
}
