package org.interphase.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Technique;
import org.interphase.engine.registry.TechniqueRegistry;

/** Which technique each recipe of a report belongs to. */
final class RecipeTechniques {

    private RecipeTechniques() {
    }

    /** Titles of techniques by recipe: of the one that brings the recipe, else of the one whose operation ends it. */
    static Map<String, String> of(TechniqueRegistry registry, List<ReportEntry> entries) {
        Map<String, String> out = new LinkedHashMap<>();
        for (ReportEntry e : entries) {
            if (out.containsKey(e.recipe())) {
                continue;
            }
            registry.techniques().stream().filter(t -> t.recipes().stream().anyMatch(r -> r.id().equals(e.recipe())))
                    .findFirst().or(() -> e.provenance().steps().isEmpty() ? java.util.Optional.empty()
                            : registry.techniques().stream().filter(t -> brings(t,
                                    e.provenance().steps().getLast().operation())).findFirst())
                    .ifPresent(t -> out.put(e.recipe(), t.title()));
        }
        return out;
    }

    private static boolean brings(Technique technique, String operation) {
        return technique.operations().stream().anyMatch(o -> o.info().id().equals(operation));
    }
}
