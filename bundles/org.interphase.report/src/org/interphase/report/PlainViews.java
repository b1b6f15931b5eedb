package org.interphase.report;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Overlay;
import org.interphase.model.figure.Panel;

/** Tells views that show data alone from those that show what was found in it. */
final class PlainViews {

    private PlainViews() {
    }

    /**
     * Identifiers of the views that show nothing of a run's results. Curves in the complex plane are never among them:
     * they are what the field looks at whatever was made of them.
     *
     * @param views the views of its data with its overlays
     */
    static Set<String> of(List<Figure> views, Run run, TechniqueRegistry registry) {
        Set<Layer> laid = Collections.newSetFromMap(new IdentityHashMap<>());
        run.overlays().stream().map(Overlay::layer).forEach(laid::add);
        Set<String> out = new LinkedHashSet<>();
        for (Figure f : views) {
            if (!isNyquist(f.panels().get(0)) && f.panels().stream().flatMap(p -> p.layers().stream())
                    .noneMatch(laid::contains)) {
                out.add(f.id());
            }
        }
        if (!laid.isEmpty() && !out.isEmpty()) {
            // a view may draw an overlay its own way
            List<Figure> without = registry.figures(run.dataset(), List.of());
            out.removeIf(id -> !content(views, id).equals(content(without, id)) || content(views, id).isEmpty());
        }
        return out;
    }

    private static boolean isNyquist(Panel panel) {
        return panel.equalScale() && panel.layers().stream().noneMatch(Layer.Picture.class::isInstance);
    }

    private static Optional<List<Object>> content(List<Figure> figures, String id) {
        return figures.stream().filter(f -> f.id().equals(id)).findFirst().flatMap(FigureContent::of);
    }
}
