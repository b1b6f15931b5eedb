package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Recipe;
import org.interphase.api.parameters.Region;
import org.interphase.figure.FigureView;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.AxisSpec;
import org.interphase.model.figure.Colour;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.model.figure.Style;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.interphase.ui.chart.FigureCanvas;
import org.interphase.ui.chart.RegionShape;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.session.RecipeEdits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Looking at pictures: moving, zooming, the scale. */
@ExtendWith(Stalls.class)
class PictureTest {

    @TempDir
    private Path folder;
    private final List<Shell> shells = new ArrayList<>();

    @AfterEach
    void close() {
        shells.forEach(Shell::dispose);
        Workbench.closeAll();
    }

    private static Figure figure(int side) {
        short[] v = new short[side * side];
        byte[] m = new byte[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                v[y * side + x] = (short) (x * 20 + (y / 16 % 2) * 9000 + (x * 31 + y * 17) % 997);
                m[y * side + x] = (byte) ((x / 50 + y / 70) % 3 == 0 ? 1 : 0);
            }
        }
        Raster base = raster(side, Pixels.ofShorts(v));
        Raster mask = raster(side, Pixels.ofBytes(m));
        return Figure.of("p", "p", "", Panel.of(Panel.MAIN, AxisSpec.of("x", "px").range(0, side), AxisSpec.of("y",
                "px").range(0, side).directed(Direction.DESCENDING), List.of(
                        new Layer.Picture("x", base, Layer.ColourMap.GREY, 0, 50000, 0, 0, side, side,
                                Style.fill(Colour.DATA, 1)),
                        new Layer.Picture("m", mask, Layer.ColourMap.MASK, Double.NaN, Double.NaN, 0, 0, side, side,
                                Style.fill(Colour.HIGHLIGHT, 0.4)))).equalScales());
    }

    private static Raster raster(int side, Pixels pixels) {
        return Raster.of(DatasetHeader.of("p", "sem", Metadata.EMPTY), side, side, pixels, "Grey level",
                Unit.of("grey"), Calibration.NONE);
    }

    private FigureCanvas canvas(Figure figure, FigureView view) {
        Shell shell = new Shell(Display.getCurrent(), SWT.NO_TRIM);
        shells.add(shell);
        shell.setLayout(new FillLayout());
        FigureCanvas c = new FigureCanvas(shell);
        shell.setBounds(0, 0, 800, 700);
        shell.open();
        c.setFigure(figure);
        if (view != null) {
            c.setView(view);
        }
        int[] painted = {0};
        c.plotControl(Panel.MAIN).addPaintListener(e -> painted[0]++);
        c.plotControl(Panel.MAIN).redraw();
        Workbench.waitFor("the picture is painted", () -> painted[0] > 0);
        return c;
    }

    @Test
    void aPictureThatWasMovedLooksAsIfPaintedAnew() {
        Figure figure = figure(1800);
        FigureCanvas moved = canvas(figure, null);
        Control plot = moved.plotControl(Panel.MAIN);
        Event wheel = new Event();
        wheel.x = 300;
        wheel.y = 200;
        wheel.count = 3;
        plot.notifyListeners(SWT.MouseVerticalWheel, wheel);
        ImageData before = Micrographs.screen(moved);
        Workbench.mouse(plot, SWT.MouseDown, new Point(300, 300), 2);
        Workbench.mouse(plot, SWT.MouseMove, new Point(170, 350), 0);
        Workbench.settle(100);
        Workbench.mouse(plot, SWT.MouseMove, new Point(263, 279), 0);
        Workbench.mouse(plot, SWT.MouseUp, new Point(263, 279), 2);
        ImageData after = Micrographs.screen(moved);
        ImageData fresh = Micrographs.screen(canvas(figure, moved.view()));
        assertFalse(Arrays.equals(before.data, after.data), "nothing moved");
        assertArrayEquals(fresh.data, after.data, "moved and fresh differ");
    }

    @Test
    void aLineDrawnAlongTheScaleBarGivesTheScale() throws Exception {
        SyntheticScene scene = SyntheticScene.render(500, 400, (x, y) -> y > 360 && y < 368 && x > 100 && x < 350 ? 255
                : 90 + 40 * Math.sin(x / 9) * Math.cos(y / 7)).noisy(3, 2);
        AnalysisEditor editor = Workbench.open(Micrographs.write(folder.resolve("plain.tif"),
                scene.raster("sem", Calibration.NONE)));
        Analysis a = Micrographs.use(editor, "microscopy/porosity");
        Recipe before = a.recipe();
        RecipeEdits edits = new RecipeEdits(a.session().registry());
        a.edit(edits.addStep(a.recipe(), a.session().registry().requireOperation("microscopy.calibrate")), "Add");
        assertEquals("calibrate", a.recipe().steps().get(0).id(), "a calibration comes first");
        a.select("calibrate", "");
        Workbench.waitForResult(a);
        Micrographs.begin(editor, "calibrate", RegionShape.LINE);
        Micrographs.drag(editor.canvas(), new double[] {100.5, 364}, new double[] {200, 364},
                new double[] {350.5, 364});
        enter("length", "500");
        enter("unit", "nm");
        Workbench.waitForResult(a);
        assertEquals(Region.Form.LINE, Region.parse(a.recipe().step("calibrate").orElseThrow().parameters().get("line")
                .toString()).form());
        Measurement size = a.result().orElseThrow().run().measurements().stream().filter(m -> m.name().equals(
                "pixel size")).findFirst().orElseThrow();
        assertEquals(2, size.value(), 0.04);
        assertEquals("nm", size.unit().text());
        assertTrue(size.uncertainty() > 0.002 && size.uncertainty() < 0.02, "u = " + size.uncertainty());
        Workbench.waitFor("the axes are in nm", () -> editor.canvas().figure().panels().get(0).x().title()
                .contains("nm"));
        assertEquals(1000, editor.canvas().figure().panels().get(0).x().max(), 20);
        Workbench.save(Workbench.picture(), "scale-drawn");
        while (!a.recipe().equals(before)) {
            a.undo();
        }
        Workbench.waitForResult(a);
        assertTrue(editor.canvas().figure().panels().get(0).x().title().contains("px"));
    }

    private static void enter(String path, String entry) {
        Text text = Workbench.one(Text.class, "interphase.path", path);
        text.setText(entry);
        text.notifyListeners(SWT.DefaultSelection, null);
    }
}
