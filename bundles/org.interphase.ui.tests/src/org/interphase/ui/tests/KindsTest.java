package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scale;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.api.parameters.ParameterField;
import org.interphase.api.parameters.Region;
import org.interphase.engine.recipe.Run;
import org.interphase.model.CurveStack;
import org.interphase.model.Series;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.PictureRegion;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Maps, micrographs, impedance spectra and comparisons in the same editor. */
@ExtendWith(Stalls.class)
class KindsTest {

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private static Run use(AnalysisEditor editor, String recipe) {
        Analysis a = editor.analysis().orElseThrow();
        a.edit(a.session().registry().requireRecipe(recipe), "Use " + recipe);
        Workbench.waitForResult(a);
        return a.result().orElseThrow().run();
    }

    private static void click(FigureCanvas canvas, String panel, double x, double y) {
        Control plot = canvas.plotControl(panel);
        Point p = canvas.getDisplay().map(canvas, plot, canvas.toPixels(panel, x, y));
        Workbench.mouse(plot, SWT.MouseDown, p, 1);
        Workbench.mouse(plot, SWT.MouseUp, p, 1);
    }

    @Test
    void aClickIntoAMapShowsTheSpectrumThere() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.map(folder.resolve("map.txt")));
        Analysis a = editor.analysis().orElseThrow();
        CurveStack stack = (CurveStack) a.dataset();
        assertTrue(editor.clickedSpectrum().isEmpty());
        String panel = editor.canvas().figure().panels().get(0).id();
        double x = stack.positions().get(0).get(stack.curves() - 1);
        double y = stack.positions().get(1).get(stack.curves() - 1);
        click(editor.canvas(), panel, x, y);
        Workbench.settle(300);
        Workbench.save(Workbench.picture(), "raman-map");
        List<Layer> layers = editor.clickedSpectrum().orElseThrow().panels().get(0).layers();
        double[] shown = layers.stream().filter(Layer.Line.class::isInstance).map(l -> ((Layer.Line) l).y())
                .findFirst().orElseThrow();
        assertEquals(stack.get(stack.curves() - 1, 5), shown[5], 1e-9);
    }

    @Test
    void aRegionDrawnInAMicrographIsAParameterAndUndoable() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.micrograph(folder.resolve("pores.tif")));
        Run run = use(editor, "microscopy/porosity");
        assertTrue(run.isComplete(), () -> run.failure().orElseThrow().pretty());
        assertFalse(run.measurements().isEmpty());
        Analysis a = editor.analysis().orElseThrow();
        RecipeEdits edits = new RecipeEdits(a.session().registry());
        Step step = a.recipe().steps().stream().filter(s -> region(edits, s) != null).findFirst().orElseThrow();
        ParameterField field = region(edits, step);
        Recipe before = a.recipe();
        a.select(step.id(), "");
        FigureCanvas canvas = editor.canvas();
        String panel = canvas.figure().panels().get(0).id();
        Layer.Picture picture = canvas.figure().panels().get(0).layers().stream()
                .filter(Layer.Picture.class::isInstance).map(Layer.Picture.class::cast).findFirst().orElseThrow();
        double size = (picture.right() - picture.left()) / picture.raster().width();
        canvas.drawRegion(new PictureRegion(step.id(), field.name(), field.label(), Region.ALL),
                RegionShape.RECTANGLE);
        Control plot = canvas.plotControl(panel);
        Point from = canvas.getDisplay().map(canvas, plot, canvas.toPixels(panel, 100 * size, 100 * size));
        Point to = canvas.getDisplay().map(canvas, plot, canvas.toPixels(panel, 500 * size, 400 * size));
        Workbench.mouse(plot, SWT.MouseDown, from, 1);
        Workbench.mouse(plot, SWT.MouseMove, to, 0);
        Workbench.mouse(plot, SWT.MouseUp, to, 1);
        Workbench.waitForResult(a);
        Region drawn = Region.parse(a.recipe().step(step.id()).orElseThrow().parameters().get(field.name()).toString());
        assertEquals(Region.Form.RECTANGLE, drawn.form());
        assertEquals(100, drawn.x()[0], 3);
        assertEquals(400, drawn.y()[1], 3);
        Workbench.save(Workbench.picture(), "micrograph-region");
        a.undo();
        assertEquals(before, a.recipe());
    }

    private static ParameterField region(RecipeEdits edits, Step step) {
        return edits.fields(step).stream().filter(f -> f.type() == ParameterField.Type.REGION).findFirst().orElse(null);
    }

    @Test
    void anImpedanceSpectrumIsDrawnWithEqualScalesAndFitted() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.battery(folder.resolve("battery.csv")));
        Run run = use(editor, "eis/two-arc-cell");
        assertTrue(run.isComplete(), () -> run.failure().orElseThrow().pretty());
        FigureCanvas canvas = editor.canvas();
        Panel nyquist = canvas.figure().panels().get(0);
        assertTrue(nyquist.equalScale());
        Point a = canvas.toPixels(nyquist.id(), 0, 0);
        Point b = canvas.toPixels(nyquist.id(), 0.01, 0.01);
        assertEquals(b.x - a.x, a.y - b.y, 2);
        Workbench.settle(300);
        Workbench.save(Workbench.picture(), "impedance");
    }

    @Test
    void severalSpectraAreLaidOverEachOtherWithOffset() throws IOException {
        List<AnalysisInput.Member> members = List.of(
                new AnalysisInput.Member(Samples.polyethylene(folder.resolve("polyethylene.txt")), 0),
                new AnalysisInput.Member(Samples.raman(folder.resolve("other.txt"), 2.5,
                        new PeakTruth("", 514, 12, 400, 1)), 0));
        AnalysisEditor editor = Workbench.open(AnalysisInput.ofSeries(members));
        assertEquals(2, ((Series) editor.analysis().orElseThrow().dataset()).members().size());
        double[] before = lastLine(editor);
        Scale offset = Workbench.one(Scale.class, "interphase.id", "offset");
        offset.setSelection(50);
        offset.notifyListeners(SWT.Selection, null);
        double[] after = lastLine(editor);
        assertTrue(after[0] > before[0]);
        Workbench.settle(300);
        Workbench.save(Workbench.picture(), "compare");
    }

    private static double[] lastLine(AnalysisEditor editor) {
        return editor.canvas().figure().panels().get(0).layers().stream().filter(Layer.Line.class::isInstance)
                .map(l -> ((Layer.Line) l).y()).reduce((a, b) -> b).orElseThrow();
    }

    @Test
    void manyFilesFillATableAndAFailureHarmsNoOther() throws Exception {
        Path one = Samples.fluorine(folder.resolve("one.csv"));
        Path two = Samples.fluorine(folder.resolve("two.csv"));
        Path bad = Files.writeString(folder.resolve("bad.csv"), "this is no spectrum");
        org.interphase.ui.batch.BatchView view = (org.interphase.ui.batch.BatchView) Workbench.page().showView(
                org.interphase.ui.batch.BatchView.ID);
        view.run(Workbench.session().registry().requireRecipe("xps/f1s-lif-cf2"), List.of(
                new AnalysisInput.Member(one, -1), new AnalysisInput.Member(bad, -1), new AnalysisInput.Member(two,
                        -1)));
        Workbench.waitFor("three rows stand in the table", () -> Workbench.one(org.eclipse.swt.widgets.Table.class,
                "interphase.id", "batch").getItemCount() == 3);
        Workbench.settle(200);
        Workbench.save(Workbench.picture(), "batch");
        org.eclipse.swt.widgets.Table table = Workbench.one(org.eclipse.swt.widgets.Table.class, "interphase.id",
                "batch");
        assertEquals(table.getItem(0).getText(2), table.getItem(2).getText(2));
        assertTrue(table.getItem(0).getText(2).contains("\u00b1"), table.getItem(0).getText(2));
        assertEquals("", table.getItem(0).getText(1));
        assertTrue(table.getItem(1).getText(1).contains("bad.csv"), table.getItem(1).getText(1));
        Workbench.page().hideView(view);
    }
}
