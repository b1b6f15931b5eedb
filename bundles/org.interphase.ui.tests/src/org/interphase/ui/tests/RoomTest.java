package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.testkit.microscopy.StripTruth;
import org.interphase.testkit.synthetic.SmallExample;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.theme.ThemeSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** In a small window nothing is cut off; in a large one the picture takes the room. */
@ExtendWith(Stalls.class)
class RoomTest {

    @TempDir
    private Path folder;
    private Rectangle before;

    @BeforeEach
    void small() {
        before = shell().getBounds();
        shell().setMaximized(false);
        shell().setBounds(0, 0, 1280, 800);
        Workbench.waitFor("the window is small", () -> shell().getSize().x == 1280);
    }

    @AfterEach
    void close() {
        Workbench.closeAll();
        Workbench.session().openProject(null);
        shell().setBounds(before);
        Workbench.settle(200);
    }

    private static Shell shell() {
        return Workbench.window().getShell();
    }

    private static List<String> cut() {
        return Clipped.in(shell());
    }

    private static void look(String name) {
        Workbench.settle(300);
        Workbench.save(Workbench.picture(), name);
        assertEquals(List.of(), cut(), name);
    }

    @Test
    void anEmptyWorkbenchTeachesInASmallWindow() {
        look("small-empty");
    }

    @Test
    void aFitAndItsProjectFitIntoASmallWindow() throws IOException {
        for (var e : SmallExample.files().entrySet()) {
            Files.createDirectories(folder.resolve(e.getKey()).getParent());
            Files.writeString(folder.resolve(e.getKey()), e.getValue());
        }
        Workbench.session().openProject(folder);
        AnalysisEditor editor = Workbench.open(folder.resolve("raw/fresh_F1s.csv"));
        look("small-offers");
        Analysis a = Micrographs.use(editor, "xps/f1s-lif-cf2");
        a.select("fit", "LiF");
        look("small-fit");
    }

    @Test
    void aPictureWithItsHistogramFitsIntoASmallWindow() throws IOException {
        AnalysisEditor editor = Workbench.open(Micrographs.write(folder.resolve("electrode.tif"),
                new DiscTruth(12, 0.6, 15, 1).raster(600, 0.05)));
        Analysis a = Micrographs.use(editor, "microscopy/pore-size");
        a.select("segment", "");
        Workbench.waitForResult(a);
        look("small-picture");
        Point plot = Micrographs.plot(editor.canvas()).getSize();
        assertTrue(plot.y > 220, "the picture is " + plot);
        ThemeSwitch.choose(ThemeSwitch.Mode.DARK);
        Workbench.settle(500);
        Workbench.save(Workbench.picture(), "small-picture-dark");
        ThemeSwitch.choose(ThemeSwitch.Mode.LIGHT);
        Workbench.settle(300);
    }

    @Test
    void theFormsOfAllPictureStepsShowTheirLabelsInFull() throws IOException {
        AnalysisEditor editor = Workbench.open(Micrographs.write(folder.resolve("cross.tif"),
                StripTruth.tilted(105, 6, 3).raster(420, 340, 0.5)));
        for (String recipe : List.of("microscopy/layer-thickness", "microscopy/particles")) {
            Analysis a = Micrographs.use(editor, recipe);
            a.recipe().steps().forEach(s -> {
                a.select(s.id(), "");
                Workbench.settle(100);
                assertEquals(List.of(), cut(), recipe + " " + s.id());
            });
        }
        look("small-layer");
    }

    /** A small window takes room from the columns only for as long as it is small. */
    @Test
    void columnsHaveTheirWidthAgainInALargeWindow() throws IOException {
        Workbench.open(Micrographs.write(folder.resolve("cross.tif"), StripTruth.tilted(105, 6, 3).raster(420, 340,
                0.5)));
        int width = Math.min(2560, shell().getDisplay().getBounds().width);
        List<Integer> first = sides(width);
        List<Integer> small = sides(1024);
        assertTrue(small.get(0) + small.get(1) < 0.75 * 1024, "columns of " + small);
        assertEquals(first, sides(width));
    }

    /** Widths of project and results at a width of the window. */
    private static List<Integer> sides(int width) {
        shell().setBounds(0, 0, width, 700);
        Workbench.waitFor("the window has its size", () -> shell().getSize().x == width);
        Workbench.settle(1500);
        return List.of(Workbench.one(Tree.class, "interphase.id", "navigator").getParent().getSize().x,
                Workbench.one(Table.class, "interphase.id", "results").getParent().getSize().x);
    }

    @Test
    void inALargeWindowThePictureTakesTheRoom() throws IOException {
        shell().setBounds(before);
        AnalysisEditor editor = Workbench.open(Micrographs.write(folder.resolve("cross.tif"),
                StripTruth.tilted(105, 6, 3).raster(420, 340, 0.5)));
        Micrographs.use(editor, "microscopy/layer-thickness");
        Workbench.waitFor("it is laid out", () -> editor.canvas().getSize().x > shell().getSize().x * 0.5);
        Workbench.save(Workbench.picture(), "large-layer");
    }
}
