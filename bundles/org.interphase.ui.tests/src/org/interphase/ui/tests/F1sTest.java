package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Panel;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.results.ResultsView;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.WorkbenchSession;
import org.interphase.ui.theme.ThemeSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An F 1s region from raw file to saved analysis, in a real window. */
@ExtendWith(Stalls.class)
class F1sTest {

    private static final String RECIPE = "xps/f1s-lif-cf2";
    private static final String PATH = "interphase.path";
    @TempDir
    private Path folder;
    private Path file;
    private AnalysisEditor editor;
    private Analysis analysis;

    @BeforeEach
    void openTheRegion() throws IOException {
        file = Samples.fluorine(folder.resolve("F 1s.csv"));
        editor = Workbench.open(file);
        analysis = editor.analysis().orElseThrow();
        Button offer = Workbench.find(Button.class, b -> "Fit as LiF / CF2".equals(b.getData("interphase.offer")))
                .get(0);
        offer.notifyListeners(SWT.Selection, null);
        Workbench.waitForResult(analysis);
    }

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private Run run() {
        Workbench.waitForResult(analysis);
        return analysis.result().orElseThrow().run();
    }

    private double value(String name) {
        return run().measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().value();
    }

    private static void command(String id) throws Exception {
        Workbench.window().getService(IHandlerService.class).executeCommand(id, null);
    }

    private void enter(String path, String entry) {
        Text text = Workbench.one(Text.class, PATH, path);
        text.setText(entry);
        text.notifyListeners(SWT.DefaultSelection, null);
    }

    @Test
    void numbersEqualThoseOfTheHeadlessRunner() throws IOException {
        WorkbenchSession session = Workbench.session();
        LoadedFile loaded = session.loader().load(file, Progress.none());
        Run headless = new RecipeRunner(session.registry(), new OutcomeCache()).run(
                session.registry().requireRecipe(RECIPE), loaded.datasets().get(0), loaded.reference(0), folder,
                Progress.none());
        assertTrue(headless.measurements().size() >= 6);
        assertEquals(headless.measurements(), run().measurements());
        ResultsView results = (ResultsView) Workbench.page().findView(ResultsView.ID);
        assertEquals(headless.measurements(), results.shown());
    }

    @Test
    void changingABoundMovesTheComponentAndUndoMovesItBack() throws Exception {
        double before = value("LiF position");
        Recipe recipe = analysis.recipe();
        analysis.select("fit", "LiF");
        Workbench.settle(200);
        enter("components[1].position", "auto [684.2, 685.4]");
        assertStoppedByItsBound("LiF position");
        assertEquals(685.4, handle("LiF", Handle.Kind.X).x(), 1e-6);
        command("org.eclipse.ui.edit.undo");
        assertEquals(recipe, analysis.recipe());
        assertEquals(before, value("LiF position"));
        command("org.eclipse.ui.edit.redo");
        assertStoppedByItsBound("LiF position");
    }

    // the bound stands where the data would not have the line: what the fit ends with is no measurement
    private void assertStoppedByItsBound(String name) {
        Verdict verdict = run().measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow()
                .verdict();
        assertTrue(verdict.isWithheld() && verdict.reason().contains("bound"), verdict.toString());
    }

    private Handle handle(String component, Handle.Kind kind) {
        return run().handles().stream().filter(h -> h.component().equals(component) && h.kind() == kind).findFirst()
                .orElseThrow();
    }

    @Test
    void anEntryThatCannotBeUsedIsMarkedAndNotApplied() {
        Recipe before = analysis.recipe();
        analysis.select("fit", "LiF");
        Workbench.settle(200);
        enter("components[1].position", "685 [690, 680]");
        Workbench.settle(200);
        List<Label> marks = Workbench.find(Label.class, l -> l.getVisible() && l.getText().contains("crossed"));
        assertFalse(marks.isEmpty(), "no reason is shown");
        assertEquals(before, analysis.recipe());
    }

    @Test
    void savedAnalysisReopensWithTheSameRecipeAndNumbers() throws IOException {
        List<Measurement> before = run().measurements();
        Recipe recipe = analysis.recipe();
        Path document = folder.resolve("f1s.analysis.yaml");
        assertTrue(editor.isDirty());
        editor.saveTo(document);
        assertFalse(editor.isDirty());
        Workbench.closeAll();
        AnalysisEditor again = Workbench.open(document);
        analysis = again.analysis().orElseThrow();
        assertEquals(recipe, analysis.recipe());
        assertEquals(before, run().measurements());
        assertFalse(again.isDirty());
    }

    @Test
    void draggingAHandleMovesTheStartValueAndRefitsLive() throws Exception {
        Recipe before = analysis.recipe();
        Handle handle = handle("CF2", Handle.Kind.X);
        Control plot = editor.canvas().plotControl(Panel.MAIN);
        Point at = local(plot, handle.x(), handle.y());
        Point to = local(plot, handle.x() - 0.4, handle.y());
        Workbench.mouse(plot, SWT.MouseDown, at, 1);
        assertEquals("CF2", analysis.selectedComponent());
        for (int i = 1; i <= 4; i++) {
            Workbench.mouse(plot, SWT.MouseMove, new Point(at.x + (to.x - at.x) * i / 4, at.y), 0);
            Workbench.settle(60);
        }
        assertNotEquals(before, analysis.recipe(), "the recipe does not follow the mouse");
        assertEquals(before, analysis.history().current(), "a drag makes a version only when it ends");
        Workbench.mouse(plot, SWT.MouseUp, to, 1);
        assertTrue(run().isComplete());
        Object position = ((Map<?, ?>) ((List<?>) analysis.recipe().step("fit").orElseThrow().parameters()
                .get("components")).get(0)).get("position");
        assertTrue(position.toString().startsWith("688."), "start value " + position);
        command("org.eclipse.ui.edit.undo");
        assertEquals(before, analysis.recipe());
    }

    private Point local(Control plot, double x, double y) {
        Point p = editor.canvas().toPixels(Panel.MAIN, x, y);
        return editor.getSite().getShell().getDisplay().map(editor.canvas(), plot, p.x, p.y);
    }

    @Test
    void aComponentIsAddedByAClickAndRemovedByTheKeyboard() throws Exception {
        Recipe before = analysis.recipe();
        int components = components().size();
        Workbench.one(Button.class, PATH, "components+").notifyListeners(SWT.Selection, null);
        assertTrue(editor.canvas().isPlacing());
        Control plot = editor.canvas().plotControl(Panel.MAIN);
        Workbench.mouse(plot, SWT.MouseDown, local(plot, 687.2, 12000), 1);
        Workbench.mouse(plot, SWT.MouseUp, local(plot, 687.2, 12000), 1);
        assertFalse(editor.canvas().isPlacing());
        assertEquals(components + 1, components().size());
        run();
        String name = ((Map<?, ?>) components().get(components)).get("name").toString();
        analysis.select("fit", name);
        Workbench.key(editor.canvas(), SWT.DEL, 0);
        assertEquals(components, components().size());
        command("org.eclipse.ui.edit.undo");
        assertEquals(components + 1, components().size());
        command("org.eclipse.ui.edit.undo");
        assertEquals(before, analysis.recipe());
    }

    private List<?> components() {
        return (List<?>) analysis.recipe().step("fit").orElseThrow().parameters().get("components");
    }

    @Test
    void aTieIsEditedInTheTable() throws Exception {
        Recipe before = analysis.recipe();
        Table table = Workbench.one(Table.class, PATH, "components");
        org.eclipse.jface.viewers.TableViewer viewer = (org.eclipse.jface.viewers.TableViewer) table.getData(
                "interphase.viewer");
        Workbench.activate();
        viewer.setSelection(new StructuredSelection(1));
        Workbench.settle(200);
        table.setFocus();
        viewer.editElement(1, 2);
        Text cell = Workbench.find(Text.class, t -> t.getParent() == table).get(0);
        cell.setText("= CF2 * 0.8");
        cell.notifyListeners(SWT.DefaultSelection, null);
        double ratio = value("LiF FWHM") / value("CF2 FWHM");
        assertEquals(0.8, ratio, 1e-12, "the tie does not hold");
        command("org.eclipse.ui.edit.undo");
        assertEquals(before, analysis.recipe());
    }

    @Test
    void bothLooksAreDesigned() {
        analysis.select("fit", "");
        ThemeSwitch.choose(ThemeSwitch.Mode.LIGHT);
        Workbench.settle(800);
        ImageData light = Workbench.picture();
        Workbench.save(light, "f1s-light");
        ThemeSwitch.choose(ThemeSwitch.Mode.DARK);
        Workbench.waitFor("everything is dark", () -> Workbench.brightness(Workbench.picture()) < 80);
        ImageData dark = Workbench.picture();
        Workbench.save(dark, "f1s-dark");
        ThemeSwitch.choose(ThemeSwitch.Mode.LIGHT);
        Workbench.settle(400);
        assertTrue(Workbench.brightness(light) > 200, "light: " + Workbench.brightness(light));
        assertTrue(Workbench.brightness(dark) < 80, "dark: " + Workbench.brightness(dark));
    }

    @Test
    void theViewZoomsAndHomeFits() {
        Control plot = editor.canvas().plotControl(Panel.MAIN);
        double span = editor.canvas().view().panels().get(Panel.MAIN).x().span();
        Workbench.mouse(plot, SWT.MouseDown, local(plot, 690, 12000), 1);
        Workbench.mouse(plot, SWT.MouseMove, local(plot, 686, 9500), 0);
        Workbench.mouse(plot, SWT.MouseUp, local(plot, 686, 9500), 1);
        assertEquals(4, editor.canvas().view().panels().get(Panel.MAIN).x().span(), 0.1);
        assertEquals(4, editor.canvas().view().panels().get(Panel.RESIDUAL).x().span(), 0.1);
        Workbench.key(editor.canvas(), SWT.HOME, 0);
        assertEquals(span, editor.canvas().view().panels().get(Panel.MAIN).x().span(), 1e-9);
    }

    @Test
    void theReadoutTellsValuesWithUnits() {
        Control plot = editor.canvas().plotControl(Panel.MAIN);
        Workbench.mouse(plot, SWT.MouseMove, local(plot, 688.8, 11000), 0);
        assertTrue(editor.readout().contains("688.") && editor.readout().contains("eV"), editor.readout());
    }

    @Test
    void theKineticScaleChangesTheNumbersAtTheAxisOnly() {
        Control plot = editor.canvas().plotControl(Panel.MAIN);
        var before = editor.canvas().view().panels().get(Panel.MAIN).x();
        Button other = Workbench.one(Button.class, "interphase.id", "other-scale");
        assertEquals("Kinetic energy", other.getText());
        other.setSelection(true);
        other.notifyListeners(SWT.Selection, new Event());
        Workbench.settle(300);
        Workbench.mouse(plot, SWT.MouseMove, local(plot, 688.8, 11000), 0);
        assertTrue(editor.readout().contains("797."), editor.readout());
        Workbench.save(Workbench.picture(), "kinetic-energy");
        assertEquals(before, editor.canvas().view().panels().get(Panel.MAIN).x());
        assertEquals("Binding energy", editor.analysis().orElseThrow().result().orElseThrow().figures().get(0)
                .panels().get(0).x().title().replace(" (eV)", ""));
        other.setSelection(false);
        other.notifyListeners(SWT.Selection, new Event());
        Workbench.settle(300);
        Workbench.mouse(plot, SWT.MouseMove, local(plot, 688.8, 11000), 0);
        assertTrue(editor.readout().contains("688."), editor.readout());
    }
}
