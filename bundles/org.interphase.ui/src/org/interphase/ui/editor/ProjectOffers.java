package org.interphase.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.interphase.api.Recipe;
import org.interphase.engine.project.ProjectRecipes;
import org.interphase.engine.project.ProjectStore;
import org.interphase.model.Dataset;
import org.interphase.ui.session.WorkbenchSession;

/** The recipes that the open project names for a file: they are offered before all others. */
final class ProjectOffers {

    private ProjectOffers() {
    }

    /** Recipes for a dataset; none if the file is not of the open project or its document cannot be used. */
    static List<Recipe> of(AnalysisInput input, Dataset dataset, WorkbenchSession session) {
        if (session.project().isEmpty() || input.members().isEmpty()) {
            return List.of();
        }
        Path folder = session.project().get();
        Path file = input.members().get(0).file();
        try {
            return file.startsWith(folder) ? ProjectRecipes.of(ProjectStore.read(folder), session.registry())
                    .suit(file, dataset) : List.of();
        } catch (IOException e) {
            // the project view tells what is wrong with the document; the templates still serve
            ILog.get().warn("No recipes from the project: " + e.getMessage(), e);
            return List.of();
        }
    }
}
