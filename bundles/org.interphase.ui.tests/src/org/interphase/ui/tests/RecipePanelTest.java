package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Recipes are kept under names, compared with what they were, and their steps dragged to other places. */
@ExtendWith(Stalls.class)
class RecipePanelTest {

    @TempDir
    private Path folder;
    private Analysis analysis;

    @BeforeEach
    void open() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        analysis = editor.analysis().orElseThrow();
    }

    @AfterEach
    void close() {
        Workbench.session().ownRecipes().all().forEach(r -> Workbench.session().ownRecipes().forget(r.id()));
        Workbench.closeAll();
    }

    private List<String> steps() {
        return analysis.history().current().steps().stream().map(Step::id).toList();
    }

    @Test
    void aStepIsDraggedByItsNameAndUndoBringsItBack() {
        List<String> before = steps();
        assertTrue(before.size() > 1);
        String last = before.get(before.size() - 1);
        Label handle = Workbench.one(Label.class, "interphase.step", last);
        Workbench.mouse(handle, SWT.MouseDown, new Point(10, 8), 1);
        Workbench.mouse(handle, SWT.MouseMove, new Point(10, -400), 0);
        Workbench.mouse(handle, SWT.MouseUp, new Point(10, -400), 1);
        assertEquals(last, steps().get(0));
        assertEquals(before.size(), steps().size());
        analysis.undo();
        assertEquals(before, steps());
        Workbench.waitForResult(analysis);
    }

    private static String state(String step) {
        Label icon = Workbench.one(Label.class, "interphase.stepState", step);
        assertTrue(icon.getImage() != null && icon.isVisible());
        return icon.getToolTipText();
    }

    @Test
    void eachStepShowsHowItStands() {
        Workbench.waitForResult(analysis);
        String first = steps().get(0);
        String last = steps().get(steps().size() - 1);
        assertTrue(state(first).startsWith("ran"), state(first));
        analysis.edit(RecipeEdits.enable(analysis.history().current(), first, false), "Off");
        Workbench.waitForResult(analysis);
        assertEquals("not run: it is switched off", state(first));
        assertFalse(state(last).startsWith("stale"), state(last));
        Workbench.save(Workbench.picture(), "recipe-states");
    }

    @Test
    void aClickOnTheNameOfAStepOnlyOpensIt() {
        List<String> before = steps();
        Label handle = Workbench.one(Label.class, "interphase.step", before.get(0));
        Workbench.mouse(handle, SWT.MouseDown, new Point(10, 8), 1);
        Workbench.mouse(handle, SWT.MouseMove, new Point(11, 9), 0);
        Workbench.mouse(handle, SWT.MouseUp, new Point(11, 9), 1);
        assertEquals(before.get(0), analysis.selectedStep());
        assertEquals(before, steps());
    }

    private static void choose(String... entries) {
        Button button = Workbench.one(Button.class, "interphase.id", "chooseRecipe");
        button.notifyListeners(SWT.Selection, null);
        Menu menu = (Menu) button.getData("interphase.menu");
        for (String entry : entries) {
            MenuItem item = List.of(menu.getItems()).stream().filter(i -> i.getText().startsWith(entry)).findFirst()
                    .orElseThrow(() -> new AssertionError("no entry " + entry));
            if (item.getMenu() != null) {
                menu = item.getMenu();
            } else {
                item.notifyListeners(SWT.Selection, null);
            }
        }
        ((Menu) button.getData("interphase.menu")).setVisible(false);
        Workbench.settle(50);
    }

    @Test
    void aRecipeKeptUnderANameIsOfferedFirst() throws IOException {
        choose("Keep under a name");
        Text name = Workbench.one(Text.class, "interphase.id", "recipeName");
        name.setText("F 1s of our cells");
        name.notifyListeners(SWT.DefaultSelection, null);
        Workbench.waitForResult(analysis);
        assertEquals("F 1s of our cells", analysis.recipe().title());
        Workbench.save(Workbench.picture(), "recipe-kept");
        AnalysisEditor other = Workbench.open(Samples.fluorine(folder.resolve("other.csv")));
        Recipe offered = other.analysis().orElseThrow().suggestions().get(0);
        assertEquals("F 1s of our cells", offered.title());
        assertEquals(analysis.recipe().steps(), offered.steps());
        Workbench.session().ownRecipes().forget(offered.id());
        assertFalse(other.analysis().orElseThrow().suggestions().contains(offered));
    }

    @Test
    void whatChangedSinceTheTemplateIsTold() {
        String step = steps().get(0);
        analysis.edit(RecipeEdits.enable(analysis.history().current(), step, false), "Off");
        Workbench.waitForResult(analysis);
        choose("What changed since", "the template");
        Composite told = Workbench.one(Composite.class, "interphase.id", "recipeChanges");
        assertTrue(Workbench.find(Label.class, l -> l.getParent() == told && l.getText().endsWith("switched off"))
                .size() == 1);
        Workbench.save(Workbench.picture(), "recipe-changes");
    }
}
