package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** No text is cut off or covered: every view and dialog and an editor of each shape, at three sizes. */
@ExtendWith(Stalls.class)
class ClippedTextTest {

    private static final List<Point> SIZES = List.of(new Point(1024, 700), new Point(1280, 800),
            new Point(2560, 1440));
    private static final List<String> VIEWS = List.of("navigator", "recipe", "results", "help", "batch");
    private static final List<String> DIALOGS = List.of("preferences", "about", "problem", "techniques", "plugins");

    @TempDir
    private Path folder;
    private final Rectangle before = Workbench.window().getShell().getBounds();
    private final List<String> found = new ArrayList<>();

    @AfterEach
    void close() {
        Workbench.page().hideView(Workbench.page().findView("org.interphase.ui.help"));
        Workbench.page().hideView(Workbench.page().findView("org.interphase.ui.batch"));
        Workbench.closeAll();
        Workbench.window().getShell().setBounds(before);
        Workbench.settle(200);
    }

    private void look(String name) {
        Shell shell = Workbench.window().getShell();
        shell.setMaximized(false);
        shell.setBounds(0, 0, SIZES.get(1).x, SIZES.get(1).y);
        Workbench.settle(400);
        for (Point size : SIZES) {
            shell.setBounds(0, 0, size.x, size.y);
            Workbench.save(Workbench.picture(), "all-" + name + "-" + size.x);
            Clipped.in(shell).forEach(c -> found.add(name + " at " + size.x + ": " + c));
        }
    }

    private void open(String name, Path file, String recipe, String step) {
        AnalysisEditor editor = Workbench.open(file);
        Analysis a = editor.analysis().orElseThrow();
        Workbench.use(editor, recipe.isEmpty() ? a.suggestions().get(0).id() : recipe);
        a.select(step.isEmpty() ? a.recipe().steps().get(a.recipe().steps().size() - 1).id() : step, "");
        look(name);
    }

    @Test
    void inEditorsAndViewsNothingIsClipped() throws Exception {
        open("spectrum", Samples.fluorine(folder.resolve("f1s.csv")), "xps/f1s-lif-cf2", "fit");
        open("impedance", Samples.cell(folder.resolve("cell.csv"), 20, 40, 1e-5), "", "");
        open("picture", Micrographs.write(folder.resolve("electrode.tif"), new DiscTruth(12, 0.6, 15, 1).raster(300,
                0.05)), "microscopy/pore-size", "segment");
        for (String view : VIEWS) {
            Workbench.page().showView("org.interphase.ui." + view);
        }
        look("views");
        assertEquals(List.of(), found);
    }

    @Test
    void inDialogsNothingIsClipped() throws Exception {
        for (String dialog : DIALOGS) {
            int shells = Display.getCurrent().getShells().length;
            Workbench.window().getService(IHandlerService.class).executeCommand("org.interphase.ui." + dialog, null);
            Workbench.waitFor(dialog + " is shown", () -> Display.getCurrent().getShells().length > shells);
            Shell shown = Display.getCurrent().getShells()[shells];
            Workbench.settle(200);
            Workbench.save(Workbench.pictureOf(shown), "all-dialog-" + dialog);
            Clipped.in(shown).forEach(c -> found.add(dialog + ": " + c));
            shown.close();
        }
        assertEquals(List.of(), found);
    }

    @Test
    void whatIsClippedOrCoveredIsFound() throws IOException {
        Shell shell = new Shell(Workbench.window().getShell(), SWT.TITLE);
        shell.setLayout(new GridLayout(1, false));
        Label narrow = new Label(shell, SWT.NONE);
        narrow.setText("a label that has not the room it needs");
        GridData d = new GridData();
        d.widthHint = 40;
        narrow.setLayoutData(d);
        shell.setSize(400, 200);
        shell.open();
        Workbench.settle(100);
        assertTrue(Clipped.in(shell).get(0).startsWith("label 'a label"), Clipped.in(shell).toString());
        d.widthHint = SWT.DEFAULT;
        shell.layout(true, true);
        assertEquals(List.of(), Clipped.in(shell));
        Button over = new Button(shell, SWT.PUSH);
        over.setText("over");
        over.setBounds(narrow.getBounds().x + 10, narrow.getBounds().y, 90, 30);
        over.setVisible(true);
        assertFalse(Clipped.in(shell).isEmpty(), "a button over a label is not found");
        shell.close();
    }
}
