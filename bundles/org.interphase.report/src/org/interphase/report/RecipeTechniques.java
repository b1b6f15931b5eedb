package org.interphase.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.registry.TechniqueRegistry;

/** Which technique each recipe of a report belongs to. */
final class RecipeTechniques {

    private RecipeTechniques() {
    }

    /** Titles of the techniques that bring recipes, by recipe; a recipe of one's own has none, and its own chapter. */
    static Map<String, String> of(TechniqueRegistry registry, List<ReportEntry> entries) {
        Map<String, String> out = new LinkedHashMap<>();
        entries.stream().map(ReportEntry::recipe).distinct().forEach(recipe -> registry.techniques().stream()
                .filter(t -> t.recipes().stream().anyMatch(r -> r.id().equals(recipe))).findFirst()
                .ifPresent(t -> out.put(recipe, t.title())));
        return out;
    }
}
