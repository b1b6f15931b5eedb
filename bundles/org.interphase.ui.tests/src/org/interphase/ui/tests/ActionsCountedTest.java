package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.testkit.synthetic.SmallExample;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many times an analyst presses something from a folder of raw F 1s spectra to a saved report. */
class ActionsCountedTest {

    private static final int MOST = 12;

    @TempDir
    private Path folder;
    private int actions;

    @AfterEach
    void close() {
        Workbench.page().closeAllEditors(false);
        Workbench.session().openProject(null);
        Workbench.settle(100);
    }

    private void press(String offer) {
        Workbench.waitFor(offer + " is offered", () -> !Workbench.find(Button.class, b -> offer.equals(b.getData(
                "interphase.offer"))).isEmpty());
        Workbench.find(Button.class, b -> offer.equals(b.getData("interphase.offer"))).get(0)
                .notifyListeners(SWT.Selection, null);
        actions++;
    }

    private void command(String id) throws Exception {
        Workbench.window().getService(IHandlerService.class).executeCommand(id, null);
        actions++;
    }

    private static Tree tree() {
        return Workbench.one(Tree.class, "interphase.id", "navigator");
    }

    private void doubleClick(TreeItem item) {
        ((TreeViewer) ((NavigatorView) Workbench.page().findView(NavigatorView.ID)).getSite().getSelectionProvider())
                .setSelection(new StructuredSelection(item.getData()));
        Event e = new Event();
        e.item = item;
        tree().notifyListeners(SWT.DefaultSelection, e);
        actions++;
    }

    @Test
    void fromRawSpectraToASavedReportInAtMostTwelveActions() throws Exception {
        Path project = Files.createDirectories(folder.resolve("campaign"));
        List<String> spectra = List.copyOf(SmallExample.files().values());
        Files.writeString(project.resolve("fresh_F1s.csv"), spectra.get(0));
        Files.writeString(project.resolve("cycled_F1s.csv"), spectra.get(1));
        // opening a folder is a command and its dialog
        Workbench.session().openProject(project);
        actions += 2;
        Workbench.settle(200);
        press("Make it a project \u2026");
        Workbench.waitFor("samples are proposed", () -> Workbench.find(Text.class, t -> "proposal.sample".equals(
                t.getData("interphase.id"))).size() == 2);
        press("Make it a project");
        Workbench.waitFor("the samples stand in the tree with their files", () -> tree().isVisible()
                && tree().getItemCount() > 0 && tree().getItem(0).getItemCount() == 1
                && tree().getItem(0).getItem(0).getText().endsWith(".csv"));
        doubleClick(tree().getItem(0).getItem(0));
        Workbench.waitFor("the spectrum is open", () -> Workbench.page().getActiveEditor() instanceof AnalysisEditor e
                && e.analysis().isPresent());
        Analysis a = ((AnalysisEditor) Workbench.page().getActiveEditor()).analysis().orElseThrow();
        press("Fit as LiF / CF2");
        Workbench.waitForResult(a);
        command("org.eclipse.ui.file.save");
        Workbench.waitFor("the analysis is saved", () -> !a.isDirty());
        command("org.interphase.ui.report");
        Workbench.waitFor("the report is written", () -> Files.exists(project.resolve("report/SHA256SUMS")));
        String page = Files.readString(project.resolve("report/report.html"));
        assertTrue(page.contains("LiF"), "the report has the numbers");
        System.out.printf("actions from raw F 1s spectra to a saved report: %d (at most %d)%n", actions, MOST);
        assertFalse(actions > MOST, actions + " actions");
    }
}
