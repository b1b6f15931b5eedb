package org.interphase.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.engine.batch.InputResult;
import org.interphase.engine.project.Project;
import org.interphase.engine.project.ProjectRecipes;
import org.interphase.engine.project.ProjectRunner;
import org.interphase.engine.project.RecipeRule;
import org.interphase.engine.project.Sample;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.registry.TechniqueRegistry;

/** Which figures a recipe gives, found by running it over the first data of a project that give any. */
public final class ReportFigures {

    private ReportFigures() {
    }

    /**
     * Identifiers of the figures of a recipe with their titles, in the order a report has them; none if it gives none.
     *
     * @throws IOException if the project cannot be used
     * @throws java.util.concurrent.CancellationException if the progress is cancelled
     */
    public static Map<String, String> of(Project project, String recipe, TechniqueRegistry registry,
            RecipeRunner runner, Progress progress) throws IOException {
        List<RecipeRule> rules = new ArrayList<>();
        List<String> ids = ProjectRecipes.of(project, registry).all().stream().map(r -> r.id()).toList();
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i).equals(recipe)) {
                rules.add(project.recipes().get(i));
            }
        }
        List<List<Sample>> tries = new ArrayList<>();
        project.samples().forEach(s -> tries.add(List.of(s)));
        if (rules.stream().anyMatch(r -> r.over() == RecipeRule.Over.PROJECT)) {
            tries.add(0, project.samples());
        }
        for (List<Sample> samples : tries) {
            Project part = new Project(project.folder(), project.title(), samples, rules.isEmpty() ? project.recipes()
                    : rules, project.tables(), project.stated(), Map.of(), project.implicit());
            for (InputResult r : new ProjectRunner(registry, runner, 1).run(part, progress).entries()) {
                Map<String, String> out = r.recipe().equals(recipe) && r.run().isPresent()
                        ? figures(r.run().get(), registry) : Map.of();
                if (!out.isEmpty()) {
                    return out;
                }
            }
        }
        return Map.of();
    }

    private static Map<String, String> figures(Run run, TechniqueRegistry registry) {
        Map<String, String> out = new LinkedHashMap<>();
        registry.figures(run.dataset(), run.overlays()).forEach(f -> out.putIfAbsent(f.id(), f.title()));
        run.figures().forEach(f -> out.putIfAbsent(f.id(), f.title()));
        return out;
    }
}
