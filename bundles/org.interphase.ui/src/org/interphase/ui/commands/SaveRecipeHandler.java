package org.interphase.ui.commands;

import java.io.IOException;
import org.interphase.engine.document.Recipes;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.SaveDialogs;
import org.interphase.ui.session.Analysis;

/** Saves the recipe alone, to be used for other data. */
public final class SaveRecipeHandler extends AnalysisHandler {

    @Override
    void run(AnalysisEditor editor, Analysis analysis) {
        SaveDialogs.ask(editor.getSite().getShell(), "Save recipe", "recipe.yaml", "*.yaml").ifPresent(path -> {
            try {
                Recipes.write(path, analysis.history().current());
            } catch (IOException e) {
                Problems.show(editor.getSite().getShell(), "The recipe is not saved", e.getMessage());
            }
        });
    }
}
