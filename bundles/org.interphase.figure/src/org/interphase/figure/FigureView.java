package org.interphase.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Panel;

/**
 * What part of a figure is in sight: one view per panel. Panels with a common horizontal axis always show the same
 * range of it.
 *
 * @param panels view per panel id
 */
public record FigureView(Map<String, PanelView> panels) {

    /** Copies the map. */
    public FigureView {
        panels = Map.copyOf(panels);
    }

    /** Everything in sight. */
    public static FigureView fit(Figure figure) {
        Map<String, PanelView> views = new LinkedHashMap<>();
        DataRange common = null;
        for (Panel p : figure.panels()) {
            DataRange x = DataRange.x(p.x(), p.layers());
            common = common == null ? x
                    : new DataRange(Math.min(common.min(), x.min()), Math.max(common.max(), x.max()));
            views.put(p.id(), new PanelView(x, DataRange.y(p.y(), p.layers())));
        }
        if (figure.sharedX()) {
            for (Panel p : figure.panels()) {
                views.put(p.id(), views.get(p.id()).withX(common));
            }
        }
        return new FigureView(views);
    }

    /** The view of a panel. */
    public PanelView of(Panel panel) {
        return panels.get(panel.id());
    }

    /** Whether this view is of a figure with the same panels. */
    public boolean suits(Figure figure) {
        return figure.panels().stream().allMatch(p -> panels.containsKey(p.id()));
    }

    /** The same view with one panel's ranges replaced; a common horizontal axis takes the others along. */
    public FigureView with(Figure figure, Panel panel, PanelView view) {
        Map<String, PanelView> next = new LinkedHashMap<>(panels);
        next.put(panel.id(), view);
        if (figure.sharedX()) {
            for (Panel p : figure.panels()) {
                next.put(p.id(), next.get(p.id()).withX(view.x()));
            }
        }
        return new FigureView(next);
    }
}
