package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.interphase.api.Progress;
import org.interphase.api.Recipe;
import org.interphase.api.parameters.Region;
import org.interphase.engine.reading.LoadedFile;
import org.interphase.engine.recipe.InputReference;
import org.interphase.engine.recipe.OutcomeCache;
import org.interphase.engine.recipe.RecipeRunner;
import org.interphase.engine.recipe.Run;
import org.interphase.engine.recipe.SeriesInputs;
import org.interphase.model.Calibration;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.testkit.microscopy.ShellTruth;
import org.interphase.testkit.microscopy.StripTruth;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.results.ResultsView;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every recipe template for pictures in the real window, refined by a drawn region: what stands in the results is what
 * the runner finds without a window and agrees with the truth the picture was made from, and what is laid over the
 * picture is on screen where it belongs.
 */
@ExtendWith(Stalls.class)
class MicrographTest {

    private static final double PIXEL = 0.05;
    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private AnalysisEditor open(String name, Raster picture) throws IOException {
        return Workbench.open(Micrographs.write(folder.resolve(name), picture));
    }

    /** The newest run, after checking that the window shows the numbers of a run without window. */
    private Run same(Analysis a) throws IOException {
        Workbench.waitForResult(a);
        Run shown = a.result().orElseThrow().run();
        assertTrue(shown.isComplete(), () -> shown.failure().orElseThrow().pretty());
        List<Dataset> datasets = new ArrayList<>();
        List<InputReference> references = new ArrayList<>();
        List<InputReference> parts = a.input().isSeries() ? a.input().members() : List.of(a.input());
        for (InputReference part : parts) {
            LoadedFile loaded = a.session().loader().load(folder.resolve(Path.of(part.path()).getFileName()),
                    Progress.none());
            datasets.add(loaded.datasets().get(0));
            references.add(loaded.reference(0));
        }
        Dataset dataset = a.input().isSeries() ? SeriesInputs.join("maps", datasets, references).dataset()
                : datasets.get(0);
        Run headless = new RecipeRunner(a.session().registry(), new OutcomeCache()).run(a.recipe(), dataset, a.input(),
                folder, Progress.none());
        assertFalse(headless.measurements().isEmpty());
        ResultsView results = (ResultsView) Workbench.page().findView(ResultsView.ID);
        Workbench.waitFor("the results stand in their view", () -> results.shown().equals(headless.measurements()));
        assertEquals(headless.overlays().stream().map(o -> o.layer().label()).toList(),
                shown.overlays().stream().map(o -> o.layer().label()).toList());
        return shown;
    }

    private static Measurement number(Run run, String name) {
        return run.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not among " + run.measurements().stream()
                        .map(Measurement::name).toList()));
    }

    /** The mask laid over the picture is coloured on screen where it is 1, and nowhere outside the region. */
    private static void assertMaskOnScreen(AnalysisEditor editor, Layer.Picture mask, Region within) {
        Layer.Picture base = Micrographs.picture(editor.canvas());
        ImageData screen = Micrographs.screen(editor.canvas());
        double size = (base.right() - base.left()) / base.raster().width();
        SplittableRandom random = new SplittableRandom(4);
        int coloured = 0;
        int grey = 0;
        int outside = 0;
        int strayed = 0;
        for (int i = 0; i < 4000; i++) {
            int x = 2 + random.nextInt(base.raster().width() - 4);
            int y = 2 + random.nextInt(base.raster().height() - 4);
            int mx = (int) Math.floor((x * size - mask.left()) / size);
            int my = (int) Math.floor((y * size - mask.top()) / size);
            boolean far = x < min(within.x()) - 9 || x > max(within.x()) + 9 || y < min(within.y()) - 9
                    || y > max(within.y()) + 9;
            int colour = Micrographs.colourAt(editor.canvas(), screen, x, y);
            if (far && colour >= 0) {
                strayed += colour < 12 ? 0 : 1;
                outside++;
            } else if (isAll(mask.raster(), mx, my, true)) {
                coloured += colour > 25 ? 1 : 0;
                grey += colour > 25 ? 0 : 1;
            }
        }
        assertTrue(coloured > 50 && grey <= coloured / 20, coloured + " coloured, " + grey + " grey");
        // a legend may stand in a corner
        assertTrue(outside > 50 && strayed <= outside / 50, strayed + " of " + outside + " places outside in colour");
    }

    /** Beside what is laid over it, within the region too, the picture itself is seen and nothing else. */
    private static void assertGroundIsSeen(AnalysisEditor editor, Layer.Picture mask) {
        Layer.Picture base = Micrographs.picture(editor.canvas());
        ImageData screen = Micrographs.screen(editor.canvas());
        double size = (base.right() - base.left()) / base.raster().width();
        int x0 = (int) Math.round(mask.left() / size);
        int y0 = (int) Math.round(mask.top() / size);
        int bright = 0;
        int seen = 0;
        for (int y = 3; y < mask.raster().height() - 3; y += 3) {
            for (int x = 3; x < mask.raster().width() - 3; x += 3) {
                if (isAll(mask.raster(), x, y, false) && base.raster().get(x0 + x, y0 + y) > 150) {
                    bright++;
                    int grey = Micrographs.brightnessAt(editor.canvas(), screen, x0 + x + 0.5, y0 + y + 0.5);
                    seen += grey > 185 ? 1 : 0;
                }
            }
        }
        assertTrue(bright > 500 && seen > 0.95 * bright, seen + " of " + bright + " bright places are seen");
    }

    private static boolean isAll(Raster mask, int x, int y, boolean set) {
        for (int dy = -2; dy <= 2; dy++) {
            for (int dx = -2; dx <= 2; dx++) {
                boolean in = x + dx >= 0 && y + dy >= 0 && x + dx < mask.width() && y + dy < mask.height();
                if (!in || mask.get(x + dx, y + dy) > 0 != set) {
                    return false;
                }
            }
        }
        return true;
    }

    private static double min(double[] v) {
        return java.util.Arrays.stream(v).min().orElseThrow();
    }

    private static double max(double[] v) {
        return java.util.Arrays.stream(v).max().orElseThrow();
    }

    private static Layer.Picture mask(AnalysisEditor editor, String label) {
        return Micrographs.overlays(editor.canvas()).stream().filter(Layer.Picture.class::isInstance)
                .map(Layer.Picture.class::cast).filter(p -> p.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void porosityOfADrawnRectangleIsThatOfItsPixels() throws IOException {
        Raster truth = new DiscTruth(12, 0.6, 6, 11).raster(400, PIXEL);
        AnalysisEditor editor = open("electrode.tif", truth);
        Analysis a = Micrographs.use(editor, "microscopy/porosity");
        double all = number(same(a), "porosity").value();
        Recipe before = a.recipe();
        Micrographs.begin(editor, "segment", RegionShape.RECTANGLE);
        Micrographs.drag(editor.canvas(), new double[] {60, 50}, new double[] {200, 150}, new double[] {330, 300});
        Run run = same(a);
        Region drawn = Micrographs.region(a.recipe(), "segment");
        assertEquals(Region.Form.RECTANGLE, drawn.form());
        assertEquals(60, drawn.x()[0], 2);
        assertEquals(300, drawn.y()[1], 2);
        int dark = 0;
        int n = 0;
        for (int y = (int) drawn.y()[0]; y < Math.ceil(drawn.y()[1]); y++) {
            for (int x = (int) drawn.x()[0]; x < Math.ceil(drawn.x()[1]); x++) {
                dark += truth.get(x, y) < 120 ? 1 : 0;
                n++;
            }
        }
        assertEquals(100.0 * dark / n, number(run, "porosity").value(), 1);
        Workbench.save(Workbench.picture(), "porosity-rectangle");
        assertMaskOnScreen(editor, mask(editor, "Phase"), drawn);
        a.undo();
        assertEquals(before, a.recipe());
        assertEquals(all, number(same(a), "porosity").value());
    }

    @Test
    void poreSizesAreThoseOfThePoresInADrawnPolygon() throws IOException {
        AnalysisEditor editor = open("pores.tif", new DiscTruth(12, 0.93, 4, 5).raster(400, PIXEL));
        Analysis a = Micrographs.use(editor, "microscopy/pore-size");
        Micrographs.begin(editor, "segment", RegionShape.POLYGON);
        for (double[] p : new double[][] {{30, 40}, {350, 60}, {320, 350}, {50, 300}}) {
            Micrographs.click(editor.canvas(), p[0], p[1]);
        }
        Workbench.key(editor.canvas(), SWT.CR, 0);
        Run run = same(a);
        Region drawn = Micrographs.region(a.recipe(), "segment");
        assertEquals(Region.Form.POLYGON, drawn.form());
        assertEquals(4, drawn.x().length);
        assertEquals(24 * PIXEL, number(run, "pore size D90").value(), 1.5 * PIXEL);
        assertMaskOnScreen(editor, mask(editor, "Phase"), drawn);
        Workbench.save(Workbench.picture(), "pore-size-polygon");
        assertGroundIsSeen(editor, mask(editor, "Phase"));
    }

    @Test
    void particlesInAFreehandOutlineAreCountedAndMeasured() throws IOException {
        double[][] centres = {{90, 90}, {200, 80}, {310, 100}, {100, 210}, {210, 200}, {300, 220}, {90, 320},
            {200, 330}, {320, 310}};
        SyntheticScene scene = SyntheticScene.render(400, 400, (x, y) -> {
            for (double[] c : centres) {
                if (Math.hypot(x - c[0], y - c[1]) < 20) {
                    return 190;
                }
            }
            return 60;
        }).blurred(0.8).noisy(4, 3);
        AnalysisEditor editor = open("powder.tif", scene.raster("sem", scale()));
        Analysis a = Micrographs.use(editor, "microscopy/particles");
        assertEquals(9, number(same(a), "particle count").value());
        Micrographs.begin(editor, "segment", RegionShape.FREEHAND);
        double[][] path = new double[61][];
        for (int i = 0; i <= 60; i++) {
            // around the four in the upper left
            double angle = 2 * Math.PI * i / 60;
            path[i] = new double[] {150 + 108 * Math.cos(angle), 145 + 108 * Math.sin(angle)};
        }
        Micrographs.drag(editor.canvas(), path);
        Run run = same(a);
        Region drawn = Micrographs.region(a.recipe(), "segment");
        assertEquals(Region.Form.POLYGON, drawn.form());
        assertTrue(drawn.x().length > 8, "an outline of " + drawn.x().length + " corners");
        assertEquals(4, number(run, "particle count").value());
        assertMaskOnScreen(editor, mask(editor, "Particles"), drawn);
        Workbench.save(Workbench.picture(), "particles-freehand");
    }

    @Test
    void theWandOutlinesWhatHangsTogether() throws IOException {
        double[][] pores = {{150, 150}, {220, 140}, {250, 220}, {170, 240}, {200, 190}};
        SyntheticScene scene = SyntheticScene.render(400, 400, (x, y) -> {
            for (double[] c : pores) {
                if (Math.hypot(x - c[0], y - c[1]) < 15) {
                    return 100;
                }
            }
            return Math.hypot(x - 200, y - 195) < 120 ? 190 : 20;
        }).noisy(1.5, 8);
        AnalysisEditor editor = open("plate.tif", scene.raster("sem", scale()));
        Analysis a = Micrographs.use(editor, "microscopy/porosity");
        Micrographs.begin(editor, "segment", RegionShape.WAND);
        Micrographs.click(editor.canvas(), 200, 290);
        Run run = same(a);
        Region drawn = Micrographs.region(a.recipe(), "segment");
        assertEquals(Region.Form.POLYGON, drawn.form());
        for (int i = 0; i < drawn.x().length; i++) {
            assertEquals(120, Math.hypot(drawn.x()[i] - 200.5, drawn.y()[i] - 195.5), 2.5);
        }
        assertEquals(100 * 5 * 15.0 * 15 / (120.0 * 120), number(run, "porosity").value(), 1);
        assertMaskOnScreen(editor, mask(editor, "Phase"), drawn);
        Workbench.save(Workbench.picture(), "porosity-wand");
    }

    @Test
    void layerThicknessIsTheTruthAndItsInterfacesLieOnTheLayer() throws IOException {
        StripTruth truth = StripTruth.tilted(105, 6, 3);
        AnalysisEditor editor = open("cross-section.tif", truth.raster(420, 340, 0.5));
        Analysis a = Micrographs.use(editor, "microscopy/layer-thickness");
        Micrographs.begin(editor, "layer", RegionShape.RECTANGLE);
        Micrographs.drag(editor.canvas(), new double[] {60, 30}, new double[] {360, 310});
        Run run = same(a);
        Measurement t = number(run, "layer thickness");
        assertEquals(52.5, t.value(), Math.max(0.15, 2 * t.uncertainty()));
        assertOnScreen(editor, "Interfaces");
        Workbench.save(Workbench.picture(), "layer-rectangle");
    }

    @Test
    void coatingThicknessIsTheTruthWithinAnEllipse() throws IOException {
        ShellTruth truth = ShellTruth.tem(90, 4, 5, 9, 0.2, 6);
        AnalysisEditor editor = open("coated tem.tif", truth.raster(0.4));
        int side = truth.side();
        Analysis a = Micrographs.use(editor, "microscopy/coating-thickness");
        Micrographs.begin(editor, "coating", RegionShape.ELLIPSE);
        Micrographs.drag(editor.canvas(), new double[] {4, 4}, new double[] {side - 4, side - 4});
        Run run = same(a);
        assertEquals(Region.Form.ELLIPSE, Micrographs.region(a.recipe(), "coating").form());
        Measurement t = number(run, "coating thickness");
        assertEquals(9 * 0.4, t.value(), Math.max(0.2 * 0.4, 2 * t.uncertainty()));
        assertEquals(80, number(run, "coverage").value(), 3);
        assertOnScreen(editor, "Inner contour");
        assertOnScreen(editor, "Outer contour");
        Workbench.save(Workbench.picture(), "coating-ellipse");
    }

    /** A line laid over the picture is coloured on screen. */
    private static void assertOnScreen(AnalysisEditor editor, String label) {
        Layer layer = Micrographs.overlays(editor.canvas()).stream().filter(l -> l.label().equals(label)).findFirst()
                .orElseThrow();
        double[] xs = layer instanceof Layer.Outline o ? o.x() : ((Layer.Line) layer).x();
        double[] ys = layer instanceof Layer.Outline o ? o.y() : ((Layer.Line) layer).y();
        Layer.Picture base = Micrographs.picture(editor.canvas());
        double size = (base.right() - base.left()) / base.raster().width();
        ImageData screen = Micrographs.screen(editor.canvas());
        int seen = 0;
        int points = 0;
        for (int i = 0; i < xs.length; i += Math.max(1, xs.length / 200)) {
            if (!Double.isNaN(xs[i]) && !Double.isNaN(ys[i])) {
                points++;
                int most = -1;
                for (double dx = -1; dx <= 1; dx++) {
                    for (double dy = -1; dy <= 1; dy++) {
                        most = Math.max(most, Micrographs.colourAt(editor.canvas(), screen, xs[i] / size + dx / 2,
                                ys[i] / size + dy / 2));
                    }
                }
                seen += most > 40 ? 1 : 0;
            }
        }
        assertTrue(points > 20 && seen >= 0.9 * points, label + ": " + seen + " of " + points + " points in colour");
    }

    @Test
    void elementMapsAreLaidOverEachOther() throws IOException {
        SyntheticScene left = SyntheticScene.render(160, 160,
                (x, y) -> Math.hypot(x - 60, y - 80) < 40 ? 150 : 10).noisy(5, 1);
        SyntheticScene right = SyntheticScene.render(160, 160,
                (x, y) -> Math.hypot(x - 100, y - 80) < 40 ? 150 : 10).noisy(5, 2);
        Path ni = Micrographs.write(folder.resolve("Ni K map.tif"), left.raster("element-map", scale()));
        Path co = Micrographs.write(folder.resolve("Co K map.tif"), right.raster("element-map", scale()));
        AnalysisEditor editor = Workbench.open(AnalysisInput.ofSeries(List.of(new AnalysisInput.Member(ni, 0),
                new AnalysisInput.Member(co, 0))));
        Analysis a = Micrographs.use(editor, "microscopy/element-overlay");
        Run run = same(a);
        // two discs of equal radius r at distance d = r share 2 acos(1/2) - sqrt(3)/2 = 1.2284 r^2 of pi r^2
        double shared = (2 * Math.acos(0.5) - Math.sqrt(3) / 2) / Math.PI;
        double m1 = run.measurements().stream().filter(m -> m.name().startsWith("Manders")).findFirst().orElseThrow()
                .value();
        assertEquals(shared, m1 > 1 ? m1 / 100 : m1, 0.08);
        assertEquals("element-overlay", editor.canvas().figure().id());
        ImageData screen = Micrographs.screen(editor.canvas());
        int onlyNi = Micrographs.colourAt(editor.canvas(), screen, 35, 80);
        int onlyCo = Micrographs.colourAt(editor.canvas(), screen, 125, 80);
        assertTrue(onlyNi > 40 && onlyCo > 40, "no colours: " + onlyNi + ", " + onlyCo);
        assertTrue(Micrographs.colourAt(editor.canvas(), screen, 80, 10) < 12);
        Workbench.save(Workbench.picture(), "element-overlay");
    }

    private static Calibration scale() {
        return new Calibration(PIXEL, PIXEL, Unit.of("um"), 0, "simulation");
    }
}
