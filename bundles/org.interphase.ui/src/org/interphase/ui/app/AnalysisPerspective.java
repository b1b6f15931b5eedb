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

    /** Width of the project, in pixels. */
    static final int PROJECT_WIDTH = 250;

    /** Width of recipe and results, in pixels. */
    static final int RECIPE_WIDTH = 430;

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(true);
        // forms have the width they need, the picture takes the rest
        float width = Math.max(1000, WindowAdvisor.initialSize().x);
        float left = Math.min(0.2f, PROJECT_WIDTH / width);
        float right = Math.min(0.42f, RECIPE_WIDTH / (width * (1 - left)));
        layout.addView(NavigatorView.ID, IPageLayout.LEFT, left, editors);
        IFolderLayout recipe = layout.createFolder("right", IPageLayout.RIGHT, 1 - right, editors);
        recipe.addView(RecipeView.ID);
        IFolderLayout results = layout.createFolder("results", IPageLayout.BOTTOM, 0.6f, "right");
        results.addView(ResultsView.ID);
        for (String view : new String[] {NavigatorView.ID, RecipeView.ID, ResultsView.ID}) {
            layout.getViewLayout(view).setCloseable(false);
        }
    }
}
