package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.interphase.figure.SurfaceCamera;
import org.interphase.ui.chart.SurfaceCanvas;
import org.interphase.ui.editor.AnalysisEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A map of heights as a surface in the real window: it comes, turns, comes nearer, is stretched, and goes back. */
@ExtendWith(Stalls.class)
class SurfaceTest {

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private Path map() throws IOException {
        StringBuilder out = new StringBuilder("# x / um, y / um, z / um\n");
        for (int y = 0; y < 60; y++) {
            for (int x = 0; x < 80; x++) {
                out.append(String.format(Locale.ROOT, "%.2f %.2f %.5f%n", 0.5 * x, 0.5 * y,
                        0.4 * Math.sin(x / 8.0) * Math.cos(y / 9.0)));
            }
        }
        return Files.writeString(folder.resolve("heights.xyz"), out.toString());
    }

    @Test
    void aMapOfHeightsTurns() throws IOException {
        AnalysisEditor editor = Workbench.open(map());
        Workbench.waitFor("the map is there", () -> editor.canvas() != null && editor.canvas().figure() != null);
        Button view = Workbench.one(Button.class, "interphase.id", "surface-view");
        assertTrue(view.getVisible());
        view.setSelection(true);
        view.notifyListeners(SWT.Selection, new Event());
        SurfaceCanvas surface = Workbench.one(SurfaceCanvas.class, "interphase.id", "surface");
        Workbench.waitFor("the surface is there", () -> surface.isVisible() && surface.camera() != null);
        assertFalse(editor.canvas().getVisible());
        SurfaceCamera first = surface.camera();
        Workbench.mouse(surface, SWT.MouseDown, new Point(100, 100), 1);
        Workbench.mouse(surface, SWT.MouseMove, new Point(160, 120), 1);
        Workbench.mouse(surface, SWT.MouseUp, new Point(160, 120), 1);
        assertTrue(surface.camera().azimuth() < first.azimuth() && surface.camera().elevation() > first.elevation());
        Event wheel = new Event();
        wheel.count = 3;
        surface.notifyListeners(SWT.MouseWheel, wheel);
        assertTrue(surface.camera().zoom() > first.zoom());
        Scale stretch = Workbench.one(Scale.class, "interphase.id", "stretch");
        stretch.setSelection(75);
        stretch.notifyListeners(SWT.Selection, new Event());
        assertTrue(surface.camera().exaggeration() > 2 * first.exaggeration());
        Workbench.mouse(surface, SWT.MouseDoubleClick, new Point(100, 100), 1);
        assertEquals(first, surface.camera());
        ImageData png = new ImageData(new ByteArrayInputStream(surface.png()));
        assertEquals(surface.getClientArea().width, png.width);
        view.setSelection(false);
        view.notifyListeners(SWT.Selection, new Event());
        assertTrue(editor.canvas().getVisible());
        assertFalse(surface.isVisible());
    }
}
