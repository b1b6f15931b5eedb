package org.interphase.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.interphase.api.Recipe;
import org.interphase.engine.document.DocumentException;
import org.interphase.engine.document.Recipes;

/** A recipe named on the command line, by identifier or by path, with its changes. */
final class RecipeArgument {

    private RecipeArgument() {
    }

    static Recipe find(Session session, String name) throws IOException {
        boolean document = name.endsWith(".yaml") || name.endsWith(".yml");
        Path path = session.resolve(name);
        if (document || session.registry().recipe(name).isEmpty() && Files.isRegularFile(path)) {
            try {
                return Recipes.read(path);
            } catch (DocumentException e) {
                throw new UsageException(e.getMessage());
            }
        }
        return session.registry().requireRecipe(name);
    }

    /** The recipe with {@code step.parameter=value} changes, checked against what is installed. */
    static Recipe find(Session session, String name, List<String> changes) throws IOException {
        Recipe recipe = find(session, name);
        for (String change : changes) {
            int equals = change.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("--set " + change + ": write step.parameter=value");
            }
            recipe = Recipes.set(recipe, session.registry(), change.substring(0, equals).strip(),
                    change.substring(equals + 1).strip());
        }
        Recipes.validate(recipe, session.registry());
        return recipe;
    }
}
