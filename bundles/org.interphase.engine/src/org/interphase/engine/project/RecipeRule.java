package org.interphase.engine.project;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Which data of a project a recipe is run over. All conditions must hold; an empty one always does.
 *
 * @param recipe identifier of a recipe template, or path of a recipe document relative to the project's folder
 * @param files wild card for the file: with '/' for the path in the project, without for the file name
 * @param kind kind of data
 * @param dataset wild card for the name of the dataset in the file
 * @param over for a recipe over a series, what is taken together
 * @param set parameters that differ from the recipe's: step.parameter to value as text
 */
public record RecipeRule(String recipe, String files, String kind, String dataset, Over over,
        Map<String, String> set) {

    /** What a recipe over a series takes together. */
    public enum Over {
        /** All matching data of one sample. */
        SAMPLE,
        /** All matching data of the project. */
        PROJECT
    }

    /** Requires all parts. */
    public RecipeRule {
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(files, "files");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(dataset, "dataset");
        Objects.requireNonNull(over, "over");
        set = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(set));
    }

    /**
     * Whether the rule takes a dataset of a file that is no archive.
     *
     * @param dataset name of the dataset
     * @param suits whether the recipe is for it
     */
    public boolean takes(ProjectFiles in, Path file, String ofKind, String dataset, boolean suits) {
        boolean named = !kind.isEmpty() || !this.dataset.isEmpty();
        return in.matches(files, file) && (kind.isEmpty() || kind.equals(ofKind))
                && ProjectFiles.matchesName(this.dataset, dataset) && (named || suits);
    }

    /** A recipe for files of a name. */
    public static RecipeRule of(String recipe, String files) {
        return new RecipeRule(recipe, files, "", "", Over.SAMPLE, Map.of());
    }
}
