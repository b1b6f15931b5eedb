package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.XMLMemento;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.api.Recipe;
import org.interphase.engine.project.FileState;
import org.interphase.engine.recipe.Run;
import org.interphase.figure.FigureView;
import org.interphase.figure.PanelView;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.testkit.synthetic.SmallExample;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.navigator.FileDrop;
import org.interphase.ui.navigator.NavigatorView;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The daily way through a project: open, analyse, compare, apply to many, report. */
@ExtendWith(Stalls.class)
class FlowTest {

    private static final String RECIPE = "xps/f1s-lif-cf2";
    @TempDir
    private Path folder;
    private Path project;

    @BeforeEach
    void writeTheExample() throws IOException {
        project = folder.resolve("fluorine");
        for (Map.Entry<String, String> e : SmallExample.files().entrySet()) {
            Files.createDirectories(project.resolve(e.getKey()).getParent());
            Files.writeString(project.resolve(e.getKey()), e.getValue());
        }
        Files.writeString(project.resolve("project.yaml"), """
                format: interphase project 1
                title: Fluorine on two electrodes
                samples:
                  - name: fresh
                    files: raw/fresh_*.csv
                  - name: cycled
                    files: raw/cycled_*.csv
                recipes:
                  - recipe: xps/f1s-lif-cf2
                """);
    }

    @AfterEach
    void close() {
        Workbench.page().closeAllEditors(false);
        Workbench.find(Button.class, b -> "Close".equals(b.getData("interphase.offer")))
                .forEach(b -> b.notifyListeners(SWT.Selection, null));
        Workbench.session().openProject(null);
        Workbench.settle(100);
    }

    private static void command(String id) throws Exception {
        Workbench.window().getService(IHandlerService.class).executeCommand("org.interphase.ui." + id, null);
    }

    private Path raw(String name) {
        return project.resolve("raw").resolve(name);
    }

    private static Tree tree() {
        return Workbench.one(Tree.class, "interphase.id", "navigator");
    }

    private void openProject() {
        Workbench.session().openProject(project);
        Workbench.waitFor("the samples are listed", () -> tree().isVisible() && tree().getItemCount() == 3
                && "fresh".equals(tree().getItem(0).getText()));
    }

    /** Selects lines of the project tree by what they say. */
    private static void select(String... names) {
        TreeViewer viewer = (TreeViewer) Workbench.page().findView("org.interphase.ui.navigator").getSite()
                .getSelectionProvider();
        List<Object> chosen = new ArrayList<>();
        for (TreeItem item : tree().getItems()) {
            if (List.of(names).contains(item.getText())) {
                chosen.add(item.getData());
            }
        }
        assertEquals(names.length, chosen.size());
        viewer.setSelection(new StructuredSelection(chosen));
    }

    private Analysis saved(String name) {
        AnalysisEditor editor = Workbench.open(raw(name));
        Analysis a = editor.analysis().orElseThrow();
        a.edit(a.session().registry().requireRecipe(RECIPE), "Use");
        Workbench.waitForResult(a);
        editor.doSave(null);
        assertFalse(editor.isDirty());
        return a;
    }

    private static boolean says(String text) {
        return !Workbench.find(Label.class, l -> l.isVisible() && l.getText().contains(text)).isEmpty();
    }

    private static void press(String offer) {
        Workbench.find(Button.class, b -> b.isVisible() && offer.equals(b.getData("interphase.offer"))).get(0)
                .notifyListeners(SWT.Selection, null);
    }

    @Test
    void droppedFilesOpenAndADroppedFolderIsTheProject() {
        new FileDrop(Workbench.page()).open(raw("fresh_F1s.csv").toString(), raw("cycled_F1s.csv").toString());
        assertEquals(2, Workbench.page().getEditorReferences().length);
        Workbench.waitFor("the data is read", () -> ((AnalysisEditor) Workbench.page().getActiveEditor()).analysis()
                .isPresent());
        new FileDrop(Workbench.page()).open(project.toString());
        assertEquals(project, Workbench.session().project().orElseThrow());
    }

    @Test
    void theExampleOpensFromItsCommandWithItsRecipeOffered() throws Exception {
        String home = System.getProperty("user.home");
        System.setProperty("interphase.examples", project.toString());
        // the copy is made for this test alone: one of an earlier run would stay as it is
        System.setProperty("user.home", folder.resolve("home").toString());
        try {
            command("example");
        } finally {
            System.clearProperty("interphase.examples");
            System.setProperty("user.home", home);
        }
        Workbench.waitFor("the copy is the project", () -> Workbench.session().project().isPresent());
        assertEquals(folder.resolve("home/Interphase/Example"), Workbench.session().project().get());
        Workbench.waitFor("the samples are listed", () -> tree().isVisible() && tree().getItemCount() == 3);
        Workbench.open(raw("fresh_F1s.csv"));
        List<Button> offers = Workbench.find(Button.class, b -> b.isVisible() && b.getData("interphase.offer") != null);
        assertEquals("Fit as LiF / CF2", offers.get(0).getText());
        Workbench.save(Workbench.picture(), "project-open");
    }

    @Test
    void recipesOfTheProjectAreOfferedFirst() throws IOException {
        Workbench.session().openProject(project);
        Path file = raw("fresh_F1s.csv");
        Recipe own = Workbench.session().registry().requireRecipe(RECIPE);
        Files.createDirectories(project.resolve("recipes"));
        Files.writeString(project.resolve("recipes/house.yaml"), org.interphase.engine.document.Recipes.toYaml(own)
                .replace(own.title(), "House fit"));
        Files.writeString(project.resolve("project.yaml"), Files.readString(project.resolve("project.yaml"))
                .replace("- recipe: " + RECIPE, "- recipe: recipes/house.yaml"));
        AnalysisEditor editor = Workbench.open(file);
        assertEquals("House fit", editor.analysis().orElseThrow().suggestions().get(0).title());
        assertEquals("House fit", Workbench.find(Button.class, b -> b.isVisible()
                && b.getData("interphase.offer") != null).get(0).getText());
        Workbench.session().openProject(null);
        Workbench.closeAll();
        assertFalse(Workbench.open(file).analysis().orElseThrow().suggestions().get(0).title().equals("House fit"));
    }

    @Test
    void comparingSamplesGivesTheirSavedNumbersSideBySide() throws Exception {
        openProject();
        Run fresh = saved("fresh_F1s.csv").result().orElseThrow().run();
        Workbench.closeAll();
        select("fresh", "cycled");
        command("compare");
        AnalysisEditor editor = (AnalysisEditor) Workbench.page().getActiveEditor();
        Workbench.waitFor("the data is read", () -> editor.analysis().isPresent());
        Table table = Workbench.one(Table.class, "interphase.id", "compare");
        Workbench.waitFor("the saved sample stands in the table", () -> table.getColumnCount() == 2);
        Run cycled = saved("cycled_F1s.csv").result().orElseThrow().run();
        Workbench.page().activate(editor);
        Workbench.waitFor("what is saved now stands there too", () -> table.getColumnCount() == 4);
        assertEquals("fresh", table.getColumn(1).getText());
        assertEquals("cycled", table.getColumn(2).getText());
        assertEquals(fresh.measurements().size(), table.getItemCount());
        for (int i = 0; i < table.getItemCount(); i++) {
            var a = fresh.measurements().get(i);
            var b = cycled.measurements().stream().filter(m -> m.name().equals(a.name())).findFirst().orElseThrow();
            assertEquals(a.name(), table.getItem(i).getText(0));
            assertEquals(a.pretty(), table.getItem(i).getText(1));
            assertEquals(b.pretty(), table.getItem(i).getText(2));
            double sigmas = (b.value() - a.value()) / Math.hypot(a.uncertainty(), b.uncertainty());
            String shown = table.getItem(i).getText(3).replace('\u2212', '-');
            if (Double.isNaN(sigmas) || Double.isInfinite(sigmas)) {
                assertEquals("", shown);
            } else {
                assertEquals(sigmas, Double.parseDouble(shown), 0.051, a.name());
            }
        }
        Workbench.settle(200);
        Workbench.save(Workbench.picture(), "compare-table");
    }

    @Test
    void applyToManyRunsOverTheSelectionAndTellsWhatFailed() throws Exception {
        Files.writeString(raw("fresh_bad.csv"), "no spectrum at all");
        openProject();
        saved("cycled_F1s.csv");
        select("fresh", "cycled");
        command("applyToMany");
        Table table = Workbench.one(Table.class, "interphase.id", "batch");
        Workbench.waitFor("all rows stand in the table", () -> table.getItemCount() == 3);
        int failed = 0;
        for (Row row : rows(table)) {
            boolean bad = row.name.contains("bad");
            failed += bad ? 1 : 0;
            assertEquals(!bad, row.first.contains("\u00b1"), row.name + ": " + row.first);
            assertEquals(bad, row.cause.contains("fresh_bad.csv"), row.cause);
            assertEquals(!bad, row.cause.isEmpty(), row.cause);
        }
        assertEquals(1, failed);
        assertTrue(says("3 datasets, 1 failed"));
        Workbench.settle(200);
        Workbench.save(Workbench.picture(), "apply-to-many");
        sortedFilteredAndPlotted(table);
        Workbench.page().hideView(Workbench.page().findView("org.interphase.ui.batch"));
    }

    private static void sortedFilteredAndPlotted(Table table) {
        table.getColumn(1).notifyListeners(SWT.Selection, null);
        assertTrue(table.getItem(0).getText(0).contains("bad"), "failures come first when sorted by their cause");
        Text filter = Workbench.one(Text.class, "interphase.id", "batch-filter");
        filter.setText("failed");
        assertEquals(1, table.getItemCount());
        assertTrue(says("1 shown"));
        filter.setText("");
        assertEquals(3, table.getItemCount());
        Button plots = Workbench.one(Button.class, "interphase.id", "batch-plots");
        plots.setSelection(true);
        plots.notifyListeners(SWT.Selection, null);
        FigureCanvas plot = Workbench.one(FigureCanvas.class, "interphase.id", "batch-plot");
        Workbench.settle(100);
        assertTrue(plot.isVisible());
        assertEquals(2, ((Layer.Points) plot.figure().panels().get(0).layers().get(0)).x().length);
        Workbench.save(Workbench.picture(), "batch-plot");
        plots.setSelection(false);
        plots.notifyListeners(SWT.Selection, null);
        assertFalse(plot.isVisible());
    }

    private record Row(String name, String cause, String first) {
    }

    private static List<Row> rows(Table table) {
        List<Row> out = new ArrayList<>();
        for (int i = 0; i < table.getItemCount(); i++) {
            out.add(new Row(table.getItem(i).getText(0), table.getItem(i).getText(1),
                    table.getItem(i).getText(2)));
        }
        return out;
    }

    @Test
    void aCancelledRunLeavesTheLastPictureAndSaysSo() throws IOException {
        AnalysisEditor editor = Workbench.open(Micrographs.write(folder.resolve("discs.tif"),
                new DiscTruth(12, 0.6, 6, 1).raster(1100, 0.05)));
        Analysis a = Micrographs.use(editor, "microscopy/porosity");
        Run before = a.result().orElseThrow().run();
        Figure shown = editor.canvas().figure();
        a.edit(a.session().registry().requireRecipe("microscopy/pore-size"), "Use");
        assertTrue(a.isRunning());
        Button cancel = Workbench.find(Button.class, b -> b.getText().equals("Cancel")).get(0);
        cancel.notifyListeners(SWT.Selection, null);
        Workbench.waitFor("nothing runs", () -> !a.isRunning());
        Workbench.waitFor("it is told", () -> says("The run was cancelled"));
        assertSame(before, a.result().orElseThrow().run());
        assertEquals(shown.id(), editor.canvas().figure().id());
        press("Run");
        Workbench.waitForResult(a);
        assertTrue(a.result().orElseThrow().run().isComplete());
        assertFalse(says("The run was cancelled"));
    }

    @Test
    void theReportIsWrittenAndAnnouncedWithoutADialog() throws Exception {
        openProject();
        command("report");
        Workbench.waitFor("the report is announced", () -> says("The report is in the folder report")
                || says("The report failed") || says("is not written"));
        Workbench.save(Workbench.picture(), "report-written");
        assertTrue(says("The report is in the folder report"));
        try (var written = Files.list(project.resolve("report"))) {
            List<String> names = written.map(p -> p.getFileName().toString()).toList();
            assertTrue(names.stream().anyMatch(n -> n.endsWith(".html")), names.toString());
            assertTrue(names.stream().anyMatch(n -> n.endsWith(".pdf")), names.toString());
        }
        press("Close");
        assertFalse(says("The report is in the folder report"));
    }

    @Test
    void aRawFileThatChangedIsShownAsStale() throws IOException {
        openProject();
        saved("fresh_F1s.csv");
        Workbench.closeAll();
        Files.writeString(raw("fresh_F1s.csv"), "\n", StandardOpenOption.APPEND);
        Workbench.session().projectChanged();
        Workbench.open(raw("fresh_F1s.csv"));
        assertTrue(says("The raw file changed since this analysis was saved"));
        NavigatorView view = (NavigatorView) Workbench.page().findView("org.interphase.ui.navigator");
        Workbench.waitFor("the project marks it", () -> view.savedStateOf(raw("fresh_F1s.csv")).state()
                == FileState.State.STALE);
    }

    @Test
    void aRestartBringsBackWhatWasOpenAndItsZoom() {
        AnalysisEditor editor = Workbench.open(raw("fresh_F1s.csv"));
        PanelView all = editor.canvas().view().panels().get(Panel.MAIN);
        PanelView part = new PanelView(new org.interphase.figure.DataRange(684, 690), all.y());
        editor.canvas().setView(new FigureView(Map.of(Panel.MAIN, part)));
        XMLMemento state = XMLMemento.createWriteRoot("state");
        editor.saveState(state);
        AnalysisInput input = editor.input();
        input.saveState(state.createChild("input"));
        Workbench.closeAll();
        AnalysisInput again = (AnalysisInput) new org.interphase.ui.editor.AnalysisInputFactory().createElement(
                state.getChild("input"));
        assertEquals(input, again);
        AnalysisEditor restored = Workbench.open(again);
        restored.restoreState(state);
        Workbench.waitFor("the zoom is back", () -> !restored.canvas().isFitted());
        assertEquals(part, restored.canvas().view().panels().get(Panel.MAIN));
    }
}
