package org.interphase.engine.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.api.Recipe;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.registry.TechniqueRegistry;
import org.interphase.model.Dataset;

/** The recipes a project document names, and which data each is for. */
public final class ProjectRecipes {

    private record Ruled(RecipeRule rule, Recipe recipe) {
    }

    private final ProjectFiles files;
    private final List<Ruled> recipes;

    private ProjectRecipes(ProjectFiles files, List<Ruled> recipes) {
        this.files = files;
        this.recipes = List.copyOf(recipes);
    }

    /**
     * The recipes of a project, with the parameters it sets.
     *
     * @throws IOException if the folder cannot be listed, or a recipe is not installed or cannot be read
     */
    public static ProjectRecipes of(Project project, TechniqueRegistry registry) throws IOException {
        ProjectFiles files = ProjectFiles.in(project.folder());
        List<Ruled> recipes = new ArrayList<>();
        for (RecipeRule rule : project.recipes()) {
            recipes.add(new Ruled(rule, recipe(files, rule, registry)));
        }
        return new ProjectRecipes(files, recipes);
    }

    /** The recipes in the document's order, one for each rule. */
    public List<Recipe> all() {
        return recipes.stream().map(Ruled::recipe).toList();
    }

    /** The recipes for a dataset of a file of the project, in the document's order. */
    public List<Recipe> suit(Path file, Dataset dataset) {
        return recipes.stream().filter(r -> applies(files, r.rule, r.recipe, file, dataset)).map(Ruled::recipe)
                .toList();
    }

    static Recipe recipe(ProjectFiles files, RecipeRule rule, TechniqueRegistry registry) throws IOException {
        try {
            Recipe recipe = rule.recipe().endsWith(".yaml") ? Recipes.read(files.resolve(rule.recipe()))
                    : registry.requireRecipe(rule.recipe());
            for (Map.Entry<String, String> e : rule.set().entrySet()) {
                recipe = Recipes.set(recipe, registry, e.getKey(), e.getValue());
            }
            Recipes.validate(recipe, registry);
            return recipe;
        } catch (IllegalArgumentException e) {
            throw new DocumentException(ProjectStore.FILE, 0, 0, "recipe '" + rule.recipe() + "': " + e.getMessage());
        }
    }

    static boolean applies(ProjectFiles files, RecipeRule rule, Recipe recipe, Path file, Dataset dataset) {
        boolean named = !rule.kind().isEmpty() || !rule.dataset().isEmpty();
        return (files.matches(rule.files(), file) || LoadedFile.entry(file, dataset)
                .map(e -> files.matchesEntry(rule.files(), e)).orElse(false))
                && (rule.kind().isEmpty() || rule.kind().equals(dataset.kind().id()))
                && ProjectFiles.matchesName(rule.dataset(), dataset.name())
                && (named || recipe.applies().kinds().isEmpty() || recipe.applies().score(dataset) > 0);
    }
}
