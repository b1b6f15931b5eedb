package org.interphase.ui.editor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.ui.IMemento;
import org.interphase.figure.DataRange;
import org.interphase.figure.FigureView;
import org.interphase.figure.PanelView;
import org.interphase.ui.chart.FigureCanvas;

/**
 * Which figure was shown and what part of it was in sight, kept over restarts.
 *
 * @param figure id of the figure
 * @param view what was in sight; null for everything
 */
record KeptView(String figure, FigureView view) {

    /** What a canvas shows; empty if it shows nothing yet. */
    static Optional<KeptView> of(FigureCanvas canvas) {
        return canvas == null || canvas.figure() == null ? Optional.empty()
                : Optional.of(new KeptView(canvas.figure().id(), canvas.isFitted() ? null : canvas.view()));
    }

    void save(IMemento memento) {
        memento.putString("figure", figure);
        if (view != null) {
            view.panels().forEach((id, v) -> memento.createChild("view", id).putString("ranges",
                    v.x().min() + " " + v.x().max() + " " + v.y().min() + " " + v.y().max()));
        }
    }

    /** What a memento keeps; null if nothing, or nothing that can be used. */
    static KeptView of(IMemento memento) {
        String figure = memento == null ? null : memento.getString("figure");
        if (figure == null) {
            return null;
        }
        Map<String, PanelView> panels = new LinkedHashMap<>();
        for (IMemento child : memento.getChildren("view")) {
            try {
                String[] n = String.valueOf(child.getString("ranges")).split(" ");
                panels.put(child.getID(), new PanelView(new DataRange(Double.parseDouble(n[0]),
                        Double.parseDouble(n[1])), new DataRange(Double.parseDouble(n[2]), Double.parseDouble(n[3]))));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                // a state file of another version: everything is shown
                return new KeptView(figure, null);
            }
        }
        return new KeptView(figure, panels.isEmpty() ? null : new FigureView(panels));
    }

    void applyTo(FigureCanvas canvas) {
        if (view != null && canvas.figure().id().equals(figure) && view.suits(canvas.figure())) {
            canvas.setView(view);
        }
    }
}
