package org.interphase.ui.commands;

import org.interphase.api.Recipe;
import org.interphase.engine.document.Recipes;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.SaveDialogs;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.DiskJob;

/** Saves the recipe alone, to be used for other data. */
public final class SaveRecipeHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        SaveDialogs.ask(editor.getSite().getShell(), "Save recipe", "recipe.yaml", "*.yaml").ifPresent(path -> {
            Recipe recipe = analysis.history().current();
            DiskJob.run("Save recipe", editor.getSite().getShell().getDisplay(), () -> Recipes.write(path, recipe),
                    why -> editor.say("The recipe is not saved: " + why));
        });
    }
}
