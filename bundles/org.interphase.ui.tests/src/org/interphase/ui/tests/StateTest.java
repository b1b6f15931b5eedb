package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.interphase.api.Recipe;
import org.interphase.ui.chart.FigureExport;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, what is written, and what an empty or broken thing says. */
@ExtendWith(Stalls.class)
class StateTest {

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        Workbench.closeAll();
        Workbench.session().openProject(null);
        Workbench.settle(100);
    }

    private Path f1s() throws IOException {
        return Samples.fluorine(folder.resolve("f1s.csv"));
    }

    private static Analysis fitted(AnalysisEditor editor) {
        Analysis a = editor.analysis().orElseThrow();
        a.edit(a.session().registry().requireRecipe("xps/f1s-lif-cf2"), "Use");
        Workbench.waitForResult(a);
        return a;
    }

    @Test
    void anUnsavedRecipeComesBackAfterACrash() throws IOException {
        Path file = f1s();
        Recipe recipe = fitted(Workbench.open(file)).recipe();
        String key = AnalysisInput.of(file, 0).key();
        Workbench.waitFor("the recipe is kept", () -> {
            try {
                return Workbench.session().recovery().find(key).filter(recipe::equals).isPresent();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        // what a crash leaves: the kept recipe, and no document
        Workbench.closeAll();
        AnalysisEditor again = Workbench.open(file);
        assertEquals(recipe, again.analysis().orElseThrow().recipe());
        assertTrue(again.isDirty());
        again.saveTo(folder.resolve("saved.analysis.yaml"));
        assertTrue(Workbench.session().recovery().find(key).isEmpty());
    }

    @Test
    void figuresAreWrittenAsPngSvgAndPdf() throws IOException {
        AnalysisEditor editor = Workbench.open(f1s());
        fitted(editor);
        for (String ending : new String[] {"png", "svg", "pdf"}) {
            Path out = folder.resolve("figure." + ending);
            FigureExport.of(editor.canvas()).write(out);
            assertTrue(Files.size(out) > 5000, ending + " has " + Files.size(out) + " bytes");
        }
        assertArrayEquals("%PDF".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(Files.readAllBytes(folder.resolve("figure.pdf")), 4));
        assertTrue(Files.readString(folder.resolve("figure.svg")).contains("CF2"));
    }

    @Test
    void aProjectFolderShowsItsFiles() throws IOException {
        f1s();
        Files.createDirectory(folder.resolve("more"));
        Workbench.session().openProject(folder);
        Tree tree = Workbench.one(Tree.class, "interphase.id", "navigator");
        Workbench.waitFor("the files are listed", () -> tree.getItemCount() > 0 && tree.getItem(0).getItemCount() == 2);
        assertTrue(tree.isVisible());
        assertEquals("f1s.csv", tree.getItem(0).getItem(1).getText().strip());
    }

    @Test
    void anEmptyProjectTeaches() {
        assertTrue(Workbench.find(Label.class, l -> l.isVisible() && l.getText().startsWith("Drop files here")).size()
                == 1);
        assertTrue(Workbench.find(Button.class, b -> b.isVisible() && b.getText().equals("Open the example")).size()
                == 1);
    }

    @Test
    void aFileThatIsNoDataSaysWhyAndHarmsNothing() throws IOException {
        Path bad = Files.write(folder.resolve("noise.dat"), new byte[] {0, 1, 2, 3, (byte) 200, 0, 0, 9});
        org.interphase.ui.editor.OpenFiles.open(Workbench.page(), bad);
        Workbench.waitFor("the reason is shown", () -> !Workbench.find(Label.class, l -> l.isVisible()
                && l.getText().contains("noise.dat")).isEmpty());
    }

    @Test
    void quickAccessFindsOperationsAndRecipes() throws IOException {
        Workbench.open(f1s());
        Workbench.activate();
        var elements = new org.interphase.ui.commands.QuickFind().computeElements();
        assertTrue(Arrays.stream(elements).anyMatch(e -> e.getLabel().contains("xps/f1s-lif-cf2")));
        assertTrue(Arrays.stream(elements).anyMatch(e -> e.getLabel().startsWith("Add step: ")));
        Arrays.sort(elements, java.util.Comparator.comparing(e -> e.getSortLabel()));
        assertTrue(elements[0].getLabel().startsWith("Add step: "), elements[0].getLabel());
        assertTrue(elements[elements.length - 1].getLabel().startsWith("Help: "), "help comes behind what can be done");
    }

    @Test
    void tabsOfFilesOfTheSameNameNameTheirFolders() throws IOException {
        AnalysisEditor fresh = Workbench.open(Samples.fluorine(Files.createDirectories(folder.resolve("fresh"))
                .resolve("f1s.csv")));
        assertEquals("f1s.csv", fresh.getTitle().strip());
        AnalysisEditor aged = Workbench.open(Samples.fluorine(Files.createDirectories(folder.resolve("aged"))
                .resolve("f1s.csv")));
        assertTrue(fresh.getTitle().contains("(fresh)") && aged.getTitle().contains("(aged)"),
                fresh.getTitle() + ", " + aged.getTitle());
        Workbench.save(Workbench.picture(), "tabs");
        Workbench.page().closeEditor(aged, false);
        assertEquals("f1s.csv", fresh.getTitle().strip());
    }

    @Test
    void theTreeAcceptsManySelections() {
        Workbench.session().openProject(folder);
        Workbench.settle(300);
        Tree tree = Workbench.one(Tree.class, "interphase.id", "navigator");
        assertTrue((tree.getStyle() & org.eclipse.swt.SWT.MULTI) != 0);
        assertTrue(TreeViewer.class.isInstance(Workbench.page().findView("org.interphase.ui.navigator").getSite()
                .getSelectionProvider()));
    }
}
