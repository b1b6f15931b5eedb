package org.interphase.spark;

import java.io.IOException;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.document.Recipes;
import org.interphase.engine.registry.TechniqueRegistry;

/**
 * What is done with every input, as it is sent to executors.
 *
 * @param recipe the recipe as YAML text
 * @param said what files do not say themselves, by key of the fact
 * @param dataset the dataset of each file that is taken; null for those the recipe is for
 * @param folder where relative paths in parameters begin
 * @param plugins the user's plug-ins
 */
record Assignment(String recipe, Map<String, String> said, String dataset, String folder, Broadcast<Plugins> plugins)
        implements Serializable {

    /** Copies the map. */
    Assignment {
        said = new LinkedHashMap<>(said);
    }

    /** The recipe. */
    Recipe readRecipe() throws IOException {
        return Recipes.fromYaml("recipe", recipe);
    }

    /** The techniques of an executor. */
    TechniqueRegistry techniques() throws IOException {
        return plugins.value().onExecutor();
    }

    /** What files do not say themselves. */
    Stated stated() {
        return Stated.of(said);
    }
}
