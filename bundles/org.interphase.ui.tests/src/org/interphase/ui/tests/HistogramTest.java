package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.AnalysisListener.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The threshold as a line in the histogram of the picture, with the mask following the mouse. */
@ExtendWith(Stalls.class)
class HistogramTest {

    private static final String PATH = "interphase.path";
    @TempDir
    private Path folder;
    private AnalysisEditor editor;
    private Analysis analysis;
    private FigureCanvas histogram;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private void open(Raster picture) throws IOException {
        editor = Workbench.open(Micrographs.write(folder.resolve("discs.tif"), picture));
        analysis = Micrographs.use(editor, "microscopy/porosity");
        analysis.select("segment", "");
        Workbench.waitFor("the histogram is drawn", () -> !Workbench.find(FigureCanvas.class,
                c -> "histogram".equals(c.getData("interphase.id")) && c.getVisible() && c.figure() != null).isEmpty());
        histogram = Workbench.one(FigureCanvas.class, "interphase.id", "histogram");
    }

    private Point at(double level) {
        Control plot = histogram.plotControl(Panel.MAIN);
        return histogram.getDisplay().map(histogram, plot, histogram.toPixels(Panel.MAIN, level, 1));
    }

    private Map<String, Object> segment(Recipe recipe) {
        return recipe.step("segment").orElseThrow().parameters();
    }

    private double threshold(Run run) {
        return run.measurements().stream().filter(m -> m.name().equals("threshold")).findFirst().orElseThrow().value();
    }

    private Run run() {
        Workbench.waitForResult(analysis);
        return analysis.result().orElseThrow().run();
    }

    private double shareOfMask() {
        Raster mask = Micrographs.overlays(editor.canvas()).stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElseThrow().raster();
        int n = 0;
        for (int i = 0; i < mask.pixels().size(); i++) {
            n += mask.pixels().get(i) > 0 ? 1 : 0;
        }
        return (double) n / mask.pixels().size();
    }

    @Test
    void theHistogramIsThatOfThePictureTheStepGets() throws IOException {
        open(new DiscTruth(14, 0.7, 9, 21).raster(420, 0.05));
        Panel panel = histogram.figure().panels().get(0);
        assertEquals("Grey level (grey)", panel.x().title());
        Layer.Bars bars = (Layer.Bars) panel.layers().get(0);
        Raster denoised = (Raster) run().step("denoise").orElseThrow().outcome().dataset();
        int below = 0;
        for (int i = 0; i < denoised.pixels().size(); i++) {
            below += denoised.pixels().get(i) < 100 ? 1 : 0;
        }
        double sum = 0;
        double dark = 0;
        for (int i = 0; i < bars.heights().length; i++) {
            sum += bars.heights()[i];
            dark += bars.edges()[i + 1] <= 100 ? bars.heights()[i] : 0;
        }
        assertEquals(100, sum, 1e-6);
        assertEquals(100.0 * below / denoised.pixels().size(), dark, 0.5);
    }

    @Test
    void draggingTheLineMovesTheMaskAndLettingGoIsOneStepOfUndo() throws IOException {
        open(new DiscTruth(14, 0.7, 25, 21).raster(420, 0.05));
        Recipe before = analysis.recipe();
        Run automatic = run();
        double share = shareOfMask();
        Control plot = histogram.plotControl(Panel.MAIN);
        Point from = at(threshold(automatic));
        Point to = at(170);
        Workbench.mouse(plot, SWT.MouseDown, from, 1);
        for (int i = 1; i <= 40; i++) {
            Workbench.mouse(plot, SWT.MouseMove, new Point(from.x + (to.x - from.x) * i / 40, from.y), 0);
        }
        Workbench.waitFor("the mask follows", () -> !analysis.isRunning() && shareOfMask() > share + 0.02);
        assertEquals(before, analysis.history().current(), "a drag makes a version only when it ends");
        Workbench.mouse(plot, SWT.MouseUp, to, 1);
        Run manual = run();
        assertEquals("manual", segment(analysis.recipe()).get("method"));
        assertEquals(170, threshold(manual), 1);
        LoadedFile loaded = analysis.session().loader().load(folder.resolve("discs.tif"), Progress.none());
        assertEquals(new RecipeRunner(analysis.session().registry(), new OutcomeCache()).run(analysis.recipe(),
                loaded.datasets().get(0), loaded.reference(0), folder, Progress.none()).measurements(),
                manual.measurements());
        Workbench.save(Workbench.picture(), "histogram");
        analysis.undo();
        assertEquals(before, analysis.recipe());
        assertEquals(automatic.measurements(), run().measurements());
    }

    @Test
    void aLevelThatIsWrittenMakesTheThresholdManualAndAMethodEmptiesIt() throws IOException {
        open(new DiscTruth(14, 0.7, 9, 21).raster(300, 0.05));
        Text level = Workbench.one(Text.class, PATH, "level");
        level.setText("99");
        level.notifyListeners(SWT.DefaultSelection, null);
        assertEquals(99, threshold(run()));
        assertEquals("manual", segment(analysis.recipe()).get("method"));
        Combo method = Workbench.one(Combo.class, PATH, "method");
        method.select(method.indexOf("otsu"));
        method.notifyListeners(SWT.Selection, null);
        assertNotEquals(99, threshold(run()));
        assertFalse(segment(analysis.recipe()).containsKey("level"));
    }

    @Test
    void ofALargePictureACoarseMaskFollowsAndTheNumbersWait() throws IOException {
        open(new DiscTruth(30, 0.7, 20, 4).raster(1600, 0.05));
        Run automatic = run();
        double share = shareOfMask();
        AtomicInteger previews = new AtomicInteger();
        analysis.addListener(c -> previews.addAndGet(c == Change.PREVIEW ? 1 : 0));
        Control plot = histogram.plotControl(Panel.MAIN);
        Point from = at(threshold(automatic));
        Point to = at(155);
        Workbench.mouse(plot, SWT.MouseDown, from, 1);
        for (int i = 1; i <= 10; i++) {
            Workbench.mouse(plot, SWT.MouseMove, new Point(from.x + (to.x - from.x) * i / 10, from.y), 0);
        }
        Workbench.waitFor("a coarse mask follows", () -> previews.get() > 0 && !analysis.isRunning()
                && Math.abs(shareOfMask() - share) > 0.005);
        assertTrue(previews.get() < 10, "of those that wait only the newest is run: " + previews.get());
        assertEquals(automatic, analysis.result().orElseThrow().run(), "the last numbers stay");
        double coarse = shareOfMask();
        Workbench.mouse(plot, SWT.MouseUp, to, 1);
        assertEquals(155, threshold(run()), 1);
        assertEquals(coarse, shareOfMask(), 0.03);
    }
}
