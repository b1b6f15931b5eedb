package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.interphase.api.Recipe;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Calibration;
import org.interphase.model.Measurement;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Distances, angles, areas and notes are drawn in a bare picture with the mouse, kept, undone and saved. */
class MeasureByHandTest {

    private static final double PIXEL = 0.25;

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private AnalysisEditor open(Calibration scale) throws Exception {
        SyntheticScene scene = SyntheticScene.render(500, 400, (x, y) -> 90 + 40 * Math.sin(x / 9) * Math.cos(y / 7))
                .noisy(3, 2);
        return Workbench.open(Micrographs.write(folder.resolve("bare.tif"), scene.raster("sem", scale)));
    }

    private static void pick(AnalysisEditor editor, String tool) {
        Control plot = Micrographs.plot(editor.canvas());
        Event e = new Event();
        e.x = plot.toDisplay(20, 20).x;
        e.y = plot.toDisplay(20, 20).y;
        plot.notifyListeners(SWT.MenuDetect, e);
        Menu menu = (Menu) editor.canvas().getData("interphase.menu");
        for (MenuItem parent : menu.getItems()) {
            if (parent.getMenu() != null) {
                for (MenuItem item : parent.getMenu().getItems()) {
                    if (("measure." + tool).equals(item.getData("interphase.id"))) {
                        item.notifyListeners(SWT.Selection, new Event());
                        menu.setVisible(false);
                        return;
                    }
                }
            }
        }
        throw new AssertionError("the menu has no tool " + tool);
    }

    private static Measurement number(Run run, String name) {
        return run.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not among " + run.measurements()));
    }

    @Test
    void whatIsDrawnInABarePictureIsMeasuredKeptAndUndone() throws Exception {
        AnalysisEditor editor = open(new Calibration(PIXEL, PIXEL, org.interphase.model.unit.Unit.of("um"), Double.NaN,
                "simulated"));
        Analysis a = editor.analysis().orElseThrow();
        Recipe bare = a.recipe();
        Workbench.activate();
        pick(editor, "DISTANCE");
        Micrographs.drag(editor.canvas(), new double[] {100, 100}, new double[] {200, 150}, new double[] {300, 100});
        Workbench.waitForResult(a);
        Measurement d = number(a.result().orElseThrow().run(), "distance 1");
        assertEquals(200 * PIXEL, d.value(), 1.5);
        // a point of the screen is more than a pixel of the picture; 1 px at each end, and a usual 1.7 % of the scale
        assertEquals(Math.hypot(Math.sqrt(2) * PIXEL, 0.017 * d.value()), d.uncertainty(), 1e-6);
        pick(editor, "ANGLE");
        Micrographs.click(editor.canvas(), 200, 100);
        Micrographs.click(editor.canvas(), 100, 100);
        Micrographs.click(editor.canvas(), 100, 250);
        Workbench.waitForResult(a);
        assertEquals(90, number(a.result().orElseThrow().run(), "angle 1").value(), 2);
        pick(editor, "RECTANGLE");
        Micrographs.drag(editor.canvas(), new double[] {150, 150}, new double[] {200, 200}, new double[] {250, 250});
        Workbench.waitForResult(a);
        assertEquals(100 * 100 * PIXEL * PIXEL, number(a.result().orElseThrow().run(), "area 1").value(), 25);
        pick(editor, "NOTE");
        Micrographs.drag(editor.canvas(), new double[] {300, 300}, new double[] {320, 320}, new double[] {350, 350});
        Workbench.waitForResult(a);
        Run run = a.result().orElseThrow().run();
        assertTrue(run.isComplete() && run.overlays().size() >= 5, run.overlays().toString());
        assertEquals(2, Workbench.find(org.eclipse.swt.widgets.Table.class, t -> t.isVisible() && t.getItemCount() == 4)
                .stream().mapToInt(t -> t.getColumnCount() >= 2 ? 2 : 0).sum(), "a list of what is drawn");
        Workbench.save(Workbench.picture(), "measured-by-hand");
        editor.doSave(new org.eclipse.core.runtime.NullProgressMonitor());
        Path saved = folder.resolve("bare.tif.analysis.yaml");
        Workbench.waitFor("it is saved", () -> Files.exists(saved));
        assertTrue(AnalysisStore.read(saved).measurements().stream().anyMatch(m -> m.name().equals("angle 1")));
        for (int i = 0; i < 4; i++) {
            a.undo();
        }
        Workbench.waitForResult(a);
        assertEquals(bare, a.recipe());
    }

    @Test
    void aPictureWithoutAScaleIsAskedForOneFirst() throws Exception {
        AnalysisEditor editor = open(Calibration.NONE);
        Analysis a = editor.analysis().orElseThrow();
        Workbench.activate();
        pick(editor, "DISTANCE");
        Workbench.waitForResult(a);
        assertEquals("microscopy.calibrate", a.recipe().steps().get(0).operation());
        Workbench.waitFor("the scale is asked for", () -> !Workbench.find(Label.class, l -> l.isVisible()
                && l.getText().contains("has no scale. Draw a line along its scale bar")).isEmpty());
        pick(editor, "DISTANCE");
        Micrographs.drag(editor.canvas(), new double[] {100, 100}, new double[] {200, 150}, new double[] {300, 100});
        Workbench.waitForResult(a);
        Run run = a.result().orElseThrow().run();
        assertEquals("px", number(run, "distance 1").unit().text());
        assertTrue(run.remarks().stream().anyMatch(r -> r.text().contains("no scale")), List.of(run.remarks())
                .toString());
    }
}
