package org.interphase.technique.elements;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;

/** Runs recipes of the technique. */
final class Runs {

    private static final TechniqueRegistry REGISTRY = TechniqueRegistry.of(List.of(new ElementsTechnique()));

    private Runs() {
    }

    /**
     * Runs a recipe.
     *
     * @param set parameters of its last step that differ from the defaults
     */
    static Run of(String recipe, Dataset dataset, Map<String, Object> set) {
        return of(recipe, -1, dataset, set);
    }

    /** Identifies the elements of a spectrum with parameters that differ from the defaults. */
    static Run identified(Dataset dataset, Map<String, Object> set) {
        return of("elements/spectrum", 0, dataset, set);
    }

    private static Run of(String recipe, int step, Dataset dataset, Map<String, Object> set) {
        Recipe r = REGISTRY.recipes().stream().filter(x -> x.id().equals(recipe)).findFirst().orElseThrow();
        List<Step> steps = new java.util.ArrayList<>(r.steps());
        int at = step < 0 ? steps.size() - 1 : step;
        steps.set(at, steps.get(at).withParameters(set));
        Recipe changed = new Recipe(r.id(), r.title(), r.help(), r.applies(), r.scope(), steps, r.answers());
        Run run = new RecipeRunner(REGISTRY, new OutcomeCache(0)).run(changed, dataset,
                InputReference.none(dataset.name()), Path.of(""), Progress.none());
        run.failure().ifPresent(f -> {
            throw new AssertionError(f.pretty());
        });
        return run;
    }

    /** The measurement of a name; fails where there is none. */
    static Measurement measured(Run run, String name) {
        return run.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(() ->
                new AssertionError("no " + name + " among " + run.measurements().stream().map(Measurement::name)
                        .toList()));
    }
}
