package org.interphase.report;

import java.util.List;
import java.util.Optional;
import org.interphase.api.Recipe;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Measurement;

/** Chooses the numbers of a run that answer its recipe's question. */
final class KeyResults {

    private static final int MOST_GUESSED = 4;

    private KeyResults() {
    }

    /** What the recipe names, of what was measured; else the first numbers of the last step that found any. */
    static List<String> of(String recipe, List<Measurement> all, TechniqueRegistry registry) {
        Optional<Recipe> template = registry.recipe(recipe).filter(r -> !r.answers().isEmpty());
        if (template.isEmpty()) {
            return all.stream().filter(m -> m.step().equals(all.getLast().step())).limit(MOST_GUESSED)
                    .map(Measurement::name).toList();
        }
        return template.get().answersAmong(all.stream().map(Measurement::name).toList());
    }
}
