package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.interphase.api.Fact;
import org.interphase.api.Recipe;
import org.interphase.api.Stated;
import org.interphase.engine.document.AnalysisStore;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.OpenFiles;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a file leaves open is asked on a page of the editor, kept, and offered for the next file of the instrument. */
@ExtendWith(Stalls.class)
class ImportPageTest {

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    /** A region around 688 eV without a word of heading. */
    private Path bare(String name, double height) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= 120; i++) {
            double e = 694 - 0.1 * i;
            long counts = Math.round(2000 + height * Math.exp(-Math.pow((e - 688) / 0.8, 2)));
            text.append(String.format(java.util.Locale.ROOT, "%.1f  %d%n", e, counts));
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static void press(String offer) {
        Button b = Workbench.one(Button.class, "interphase.offer", offer);
        assertTrue(b.isVisible() && b.isEnabled(), offer);
        b.notifyListeners(SWT.Selection, null);
    }

    private static Stated said(AnalysisEditor editor) {
        return editor.analysis().orElseThrow().input().stated();
    }

    @Test
    void aPlainCurveAsksWhatItIsAndIsReadAsThat() throws IOException {
        Path file = bare("scan1.txt", 5000);
        AnalysisEditor editor = Workbench.open(file);
        Workbench.waitFor("the page is there", () -> editor.importPage().isShown());
        assertEquals("curve", editor.analysis().orElseThrow().dataset().kind().id());
        Workbench.save(Workbench.picture(), "import-page");
        editor.importPage().type(Fact.KIND, "xps.region");
        editor.importPage().type(Fact.AXIS, "binding energy");
        editor.importPage().type(Fact.UNIT, "parsnips");
        press("Read again");
        assertTrue(editor.importPage().problem().contains("parsnips"), editor.importPage().problem());
        editor.importPage().type(Fact.UNIT, "eV");
        press("Read again");
        Workbench.waitFor("the file is read as said", () -> editor.analysis().filter(a -> a.dataset().kind().id()
                .equals("xps.region")).isPresent());
        Analysis a = editor.analysis().orElseThrow();
        Workbench.waitForResult(a);
        assertFalse(editor.importPage().isShown());
        assertTrue(a.suggestions().stream().map(Recipe::id).anyMatch("xps/f1s-lif-cf2"::equals));
        assertTrue(a.result().orElseThrow().run().remarks().stream().anyMatch(r -> r.text().startsWith(
                "As stated by the user")));
        assertEquals(Map.of("kind", "xps.region", "axis", "binding energy", "unit", "eV"), said(editor).entries());
        // said once, it holds for this file, and goes into its document
        Workbench.closeAll();
        AnalysisEditor again = Workbench.open(file);
        assertEquals("xps.region", again.analysis().orElseThrow().dataset().kind().id());
        Path document = folder.resolve("kept.analysis.yaml");
        again.saveTo(document);
        assertEquals(said(again), AnalysisStore.read(document).input().stated());
        // for another file of the instrument it is offered, not taken
        AnalysisEditor next = Workbench.open(bare("scan2.txt", 3000));
        Workbench.waitFor("the page is there", () -> next.importPage().isShown());
        assertEquals("curve", next.analysis().orElseThrow().dataset().kind().id());
        assertTrue(said(next).isEmpty());
        press("Read again");
        Workbench.waitFor("the file is read as offered", () -> next.analysis().filter(x -> x.dataset().kind().id()
                .equals("xps.region")).isPresent());
    }

    @Test
    void theCommandAsksOfAnyFileAndThePageCanBeLeft() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        assertFalse(editor.importPage().isShown());
        editor.sayWhat();
        assertTrue(editor.importPage().isShown());
        press("More facts");
        press("Leave it");
        assertFalse(editor.importPage().isShown());
        assertTrue(said(editor).isEmpty());
    }

    @Test
    void aRefusedFileShowsThePageInPlaceOfThePicture() throws IOException {
        Path file = Files.writeString(folder.resolve("words.txt"), "only words in here\n");
        OpenFiles.open(Workbench.page(), file);
        AnalysisEditor editor = (AnalysisEditor) Workbench.page().getActiveEditor();
        Workbench.waitFor("the page is there", () -> editor.importPage().isShown());
        assertFalse(editor.canvas().isVisible());
        assertTrue(editor.analysis().isEmpty());
    }
}
