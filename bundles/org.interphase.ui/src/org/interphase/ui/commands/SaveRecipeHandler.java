package org.interphase.ui.commands;

import org.eclipse.osgi.util.NLS;
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
        SaveDialogs.ask(editor.getSite().getShell(), SaveDialogs.Kind.RECIPE, Messages.SaveRecipeHandler_title,
                "recipe.yaml", "*.yaml").ifPresent(path -> {
            Recipe recipe = analysis.history().current();
            DiskJob.run(Messages.SaveRecipeHandler_title, editor.getSite().getShell().getDisplay(), () ->
                    Recipes.write(path, recipe),
                    why -> editor.say(NLS.bind(Messages.SaveRecipeHandler_notSaved, why)));
        });
    }
}
