package org.interphase.ui.session;

import java.util.ArrayList;
import java.util.List;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.model.figure.Figure;

/**
 * A run with its figures, the view of the data first.
 *
 * @param run the run
 * @param figures what there is to see
 */
public record Result(Run run, List<Figure> figures) {

    /** Copies the list. */
    public Result {
        figures = List.copyOf(figures);
    }

    /** The figures of a run: the view of its data, figures of steps, and views of further datasets. */
    public static Result of(Run run, TechniqueRegistry registry) {
        List<Figure> figures = new ArrayList<>(registry.figures(run.dataset(), run.overlays()));
        for (Figure f : run.figures()) {
            if (figures.stream().noneMatch(g -> g.id().equals(f.id()))) {
                figures.add(f);
            }
        }
        int n = 0;
        for (Dataset extra : run.extra()) {
            List<Figure> views = registry.figures(extra, List.of());
            if (!views.isEmpty()) {
                Figure f = views.get(0);
                figures.add(new Figure("extra-" + n++ + "-" + f.id(), extra.name(), f.caption(), f.panels(),
                        f.sharedX()));
            }
        }
        return new Result(run, figures);
    }
}
