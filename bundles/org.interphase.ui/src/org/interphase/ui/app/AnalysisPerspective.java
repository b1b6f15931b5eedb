package org.interphase.ui.app;

import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.recipe.RecipeView;
import org.interphase.ui.results.ResultsView;

/** Project left, data centre, recipe and results right. */
public final class AnalysisPerspective implements IPerspectiveFactory {

    /** Identifier of this perspective. */
    public static final String ID = "org.interphase.ui.perspective";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(true);
        layout.addView(NavigatorView.ID, IPageLayout.LEFT, 0.17f, editors);
        IFolderLayout recipe = layout.createFolder("right", IPageLayout.RIGHT, 0.64f, editors);
        recipe.addView(RecipeView.ID);
        IFolderLayout results = layout.createFolder("results", IPageLayout.BOTTOM, 0.6f, "right");
        results.addView(ResultsView.ID);
        for (String view : new String[] {NavigatorView.ID, RecipeView.ID, ResultsView.ID}) {
            layout.getViewLayout(view).setCloseable(false);
        }
    }
}
