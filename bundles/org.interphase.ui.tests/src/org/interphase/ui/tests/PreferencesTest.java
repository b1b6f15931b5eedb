package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.handlers.IHandlerService;
import org.interphase.model.Measurement;
import org.interphase.model.figure.Colour;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.results.CopiedNumbers;
import org.interphase.ui.results.ResultsView;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is chosen in the preferences acts at once. */
@ExtendWith(Stalls.class)
class PreferencesTest {

    @TempDir
    private Path folder;
    private Shell dialog;

    @BeforeEach
    void open() throws Exception {
        Workbench.window().getService(IHandlerService.class).executeCommand("org.interphase.ui.preferences", null);
        Workbench.settle(100);
        for (Shell s : Display.getCurrent().getShells()) {
            if ("preferences".equals(s.getData("interphase.id"))) {
                dialog = s;
            }
        }
    }

    @AfterEach
    void close() {
        for (String name : new String[] {"look", "colours", "copied-numbers",
            "decimal-sign", "units.length", "fit-parameters", "language"}) {
            choose(name, 0);
        }
        dialog.close();
        Workbench.closeAll();
    }

    private static Combo combo(Composite root, String id) {
        for (Control c : root.getChildren()) {
            Combo found = c instanceof Combo x && id.equals(x.getData("interphase.id")) ? x
                    : c instanceof Composite inner ? combo(inner, id) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private void choose(String name, int entry) {
        Combo c = combo(dialog, name);
        c.select(entry);
        c.notifyListeners(SWT.Selection, null);
    }

    @Test
    void aUnitIsThatOfTheResultsShownAndCopied() throws IOException {
        AnalysisEditor editor = Workbench.open(Micrographs.write(folder.resolve("electrode.tif"),
                new DiscTruth(12, 0.6, 15, 1).raster(400, 0.05)));
        Micrographs.use(editor, "microscopy/pore-size");
        ResultsView results = (ResultsView) Workbench.page().findView(ResultsView.ID);
        Measurement size = results.shown().stream().filter(m -> m.isDetected() && m.unit().text().equals("um"))
                .findFirst().orElseThrow();
        String before = results.valueTexts().getText(size);
        choose("units.length", 1);
        String after = results.valueTexts().getText(size);
        assertTrue(before.contains("\u00b5m") && after.contains("nm"), before + ", " + after);
        assertEquals("um", size.unit().text(), "the result itself changed");
        Workbench.save(Workbench.picture(), "preferences-unit");
    }

    @Test
    void coloursOfComponentsChangeInThePicture() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        int before = editor.canvas().palette().rgb(Colour.component(0));
        choose("colours", 1);
        assertNotEquals(before, editor.canvas().palette().rgb(Colour.component(0)));
        Workbench.save(Workbench.picture(), "preferences-colours");
    }

    @Test
    void lookAndNumbersAndFormsFollow() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        choose("copied-numbers", 1);
        choose("decimal-sign", 1);
        assertEquals(new CopiedNumbers(false, true), CopiedNumbers.chosen(Workbench.session().remembered()));
        choose("fit-parameters", 1);
        Analysis a = editor.analysis().orElseThrow();
        a.select("fit", "CF2");
        Workbench.waitFor("the form is there", () -> !Workbench.find(Text.class, t -> t.isVisible()
                && "components[0].fwhm text".equals(t.getData("interphase.path"))).isEmpty());
        choose("look", 1);
        Workbench.waitFor("the picture is dark", () -> editor.canvas().palette().dark());
        Workbench.save(Workbench.pictureOf(dialog), "preferences-dark");
        choose("look", 0);
        Workbench.waitFor("the picture is light", () -> !editor.canvas().palette().dark());
        Workbench.save(Workbench.pictureOf(dialog), "preferences");
    }
}
