package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Scale;
import org.interphase.api.Recipe;
import org.interphase.api.Step;
import org.interphase.engine.recipe.Run;
import org.interphase.model.CurveStack;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.vibrational.RamanMapTruth;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Vibrational spectra: assigned bands on the chart, several samples over each other, maps. */
@ExtendWith(Stalls.class)
class BandsTest {

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private static List<Layer.Text> texts(AnalysisEditor editor) {
        return editor.canvas().figure().panels().get(0).layers().stream().filter(Layer.Labels.class::isInstance)
                .flatMap(l -> ((Layer.Labels) l).texts().stream()).toList();
    }

    private static Point at(FigureCanvas canvas, Control plot, String panel, double x, double y) {
        return canvas.getDisplay().map(canvas, plot, canvas.toPixels(panel, x, y));
    }

    @Test
    void bandsAreLabelledWithTheirAssignmentAndHoverTellsTheRankedCandidates() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.polyethylene(folder.resolve("polyethylene.txt")));
        Run run = Workbench.use(editor, "raman/identify");
        assertTrue(run.isComplete(), () -> run.failure().orElseThrow().pretty());
        Layer.Text known = texts(editor).stream().filter(t -> Math.abs(t.x() - 1295) < 2).findFirst().orElseThrow();
        assertTrue(known.text().matches("129\\d(\\.\\d)? polyethylene"), known.text());
        Layer.Text band = texts(editor).stream().filter(t -> t.text().contains("polyethylene")
                && t.hint().lines().count() > 1).findFirst().orElseThrow();
        List<String> candidates = band.hint().lines().toList();
        assertTrue(candidates.get(0).contains("polyethylene"), band.hint());
        FigureCanvas canvas = editor.canvas();
        Control plot = canvas.plotControl(Panel.MAIN);
        Layer.Band fill = canvas.figure().panels().get(0).layers().stream().filter(Layer.Band.class::isInstance)
                .map(Layer.Band.class::cast).filter(b -> b.x()[0] < band.x() && b.x()[b.x().length - 1] > band.x())
                .findFirst().orElseThrow();
        int middle = nearest(fill.x(), band.x());
        double y = (fill.lower()[middle] + fill.upper()[middle]) / 2;
        Workbench.mouse(plot, SWT.MouseMove, at(canvas, plot, Panel.MAIN, band.x(), y), 0);
        assertEquals(band.hint(), plot.getToolTipText());
        assertTrue(editor.readout().contains(candidates.get(0)), editor.readout());
        Workbench.mouse(plot, SWT.MouseMove, at(canvas, plot, Panel.MAIN, 2000, 600), 0);
        assertEquals(null, plot.getToolTipText(), "a place without band tells of one");
        assertTrue(editor.readout().contains("cm"), editor.readout());
        assertFalse(editor.readout().contains("polyethylene"), editor.readout());
        Workbench.save(Workbench.picture(), "raman-bands");
    }

    private static int nearest(double[] x, double at) {
        int best = 0;
        for (int i = 0; i < x.length; i++) {
            best = Math.abs(x[i] - at) < Math.abs(x[best] - at) ? i : best;
        }
        return best;
    }

    @Test
    void severalSamplesLieOverEachOtherWithLegendAndOffset() throws IOException {
        List<AnalysisInput.Member> members = new ArrayList<>();
        for (Path file : List.of(Samples.polyethylene(folder.resolve("polyethylene.txt")),
                Samples.raman(folder.resolve("second.txt"), 2.5, new PeakTruth("", 514, 12, 400, 1)),
                Samples.raman(folder.resolve("third.txt"), 4, new PeakTruth("", 1001, 8, 300, 1)))) {
            members.add(new AnalysisInput.Member(file, 0));
        }
        AnalysisEditor editor = Workbench.open(AnalysisInput.ofSeries(members));
        List<Layer.Line> before = lines(editor.canvas().figure());
        assertEquals(3, before.size());
        assertTrue(editor.canvas().figure().panels().get(0).legend());
        assertEquals(3, before.stream().map(Layer::label).distinct().count());
        List<Colour> colours = before.stream().map(l -> l.style().colour()).toList();
        assertEquals(3, colours.stream().distinct().count());
        Scale offset = Workbench.one(Scale.class, "interphase.id", "offset");
        offset.setSelection(60);
        offset.notifyListeners(SWT.Selection, null);
        List<Layer.Line> after = lines(editor.canvas().figure());
        assertArrayEquals(before.get(0).y(), after.get(0).y());
        double first = after.get(1).y()[7] - before.get(1).y()[7];
        assertTrue(first > 0);
        assertEquals(2 * first, after.get(2).y()[7] - before.get(2).y()[7], 1e-9 * first);
        assertEquals(colours, after.stream().map(l -> l.style().colour()).toList());
        FigureCanvas canvas = editor.canvas();
        Point top = canvas.toPixels(Panel.MAIN, 1000, highest(after));
        assertTrue(top.y >= 0, "lifted curves leave the picture");
        Workbench.save(Workbench.picture(), "raman-overlay");
    }

    private static double highest(List<Layer.Line> lines) {
        return lines.stream().flatMapToDouble(l -> java.util.Arrays.stream(l.y())).max().orElseThrow();
    }

    private static List<Layer.Line> lines(Figure figure) {
        return figure.panels().get(0).layers().stream().filter(Layer.Line.class::isInstance)
                .map(Layer.Line.class::cast).toList();
    }

    @Test
    void aMapShowsTheChosenBandImageItsMaskAndTheSpectrumOfTheClickedPixel() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.map(folder.resolve("map.txt")));
        Analysis analysis = editor.analysis().orElseThrow();
        CurveStack stack = (CurveStack) analysis.dataset();
        Recipe recipe = analysis.session().registry().requireRecipe("raman/map");
        Step bands = recipe.steps().get(recipe.steps().size() - 1);
        recipe = recipe.withStep(bands.withParameters(Map.of("bands", List.of(
                Map.of("name", "left", "position", 1001, "fwhm", RamanMapTruth.WIDTH_1),
                Map.of("name", "right", "position", 1090, "fwhm", RamanMapTruth.WIDTH_2)), "detection", 3)));
        analysis.edit(recipe, "Use");
        Workbench.waitForResult(analysis);
        Run run = analysis.result().orElseThrow().run();
        assertTrue(run.isComplete(), () -> run.failure().orElseThrow().pretty());
        FigureCanvas canvas = editor.canvas();
        Workbench.figure("left area");
        Layer.Picture left = picture(canvas.figure());
        Workbench.figure("right area");
        Layer.Picture right = picture(canvas.figure());
        assertNotEquals(left.raster().pixels().get(0), right.raster().pixels().get(0));
        List<Integer> masked = IntStream.range(0, stack.curves()).filter(i -> Double.isNaN(right.raster().pixels()
                .get(i))).boxed().toList();
        assertTrue(!masked.isEmpty() && masked.size() < stack.curves(), masked + " of " + stack.curves());
        assertHatched(canvas, right, masked.get(0));
        click(canvas, stack, 0);
        double[] one = shown(editor);
        assertEquals(stack.get(0, 5), one[5], 1e-9);
        click(canvas, stack, stack.curves() - 1);
        assertEquals(stack.get(stack.curves() - 1, 5), shown(editor)[5], 1e-9);
        Workbench.save(Workbench.picture(), "map-band");
    }

    /** Pixels without value show neither a colour of the scale nor the plain ground, and the read-out says so. */
    private void assertHatched(FigureCanvas canvas, Layer.Picture p, int index) {
        int w = p.raster().width();
        double x = p.left() + (index % w + 0.5) * (p.right() - p.left()) / w;
        double y = p.top() + (index / w + 0.5) * (p.bottom() - p.top()) / p.raster().height();
        String panel = canvas.figure().panels().get(0).id();
        Control plot = canvas.plotControl(panel);
        Point at = at(canvas, plot, panel, x, y);
        Workbench.mouse(plot, SWT.MouseMove, at, 0);
        assertTrue(((AnalysisEditor) Workbench.page().getActiveEditor()).readout().contains("no value"));
        plot.update();
        Workbench.settle(100);
        Image image = new Image(plot.getDisplay(), 20, 20);
        GC gc = new GC(plot);
        gc.copyArea(image, at.x - 10, at.y - 10);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        long colours = IntStream.range(0, 400).mapToObj(i -> data.palette.getRGB(data.getPixel(i % 20, i / 20)))
                .distinct().count();
        assertTrue(colours > 1, "a pixel without value looks like any ground");
    }

    private static Layer.Picture picture(Figure figure) {
        return figure.panels().get(0).layers().stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).findFirst().orElseThrow();
    }

    private static void click(FigureCanvas canvas, CurveStack stack, int curve) {
        String panel = canvas.figure().panels().get(0).id();
        Control plot = canvas.plotControl(panel);
        Point p = at(canvas, plot, panel, stack.positions().get(0).get(curve), stack.positions().get(1).get(curve));
        Workbench.mouse(plot, SWT.MouseDown, p, 1);
        Workbench.mouse(plot, SWT.MouseUp, p, 1);
    }

    private static double[] shown(AnalysisEditor editor) {
        return lines(editor.clickedSpectrum().orElseThrow()).get(0).y();
    }
}
