package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fit parameters are filled in as plain cells with a switch; what cannot be used stays and says why. */
@ExtendWith(Stalls.class)
class ConstraintsTest {

    private static final String PATH = "interphase.path";

    @TempDir
    private Path folder;
    private Analysis analysis;

    @BeforeEach
    void open() throws IOException {
        AnalysisEditor editor = Workbench.open(Samples.fluorine(folder.resolve("f1s.csv")));
        Workbench.use(editor, "xps/f1s-lif-cf2");
        analysis = editor.analysis().orElseThrow();
        analysis.select("fit", "CF2");
        Workbench.waitFor("the form is there", () -> !Workbench.find(Text.class, t -> "components[0].fwhm".equals(
                t.getData(PATH))).isEmpty());
    }

    @AfterEach
    void close() {
        Workbench.session().remembered().put("form.constraints", "");
        Workbench.closeAll();
    }

    private Object recipe(String name) {
        List<?> all = (List<?>) analysis.recipe().step("fit").orElseThrow().parameters().get("components");
        return ((Map<?, ?>) all.get(0)).get(name);
    }

    private static List<String> problems() {
        return Workbench.find(Label.class, l -> l.isVisible() && l.getText().contains("no number")).stream()
                .map(Label::getText).toList();
    }

    private static String cell(String id) {
        return Workbench.one(Text.class, PATH, id).getText();
    }

    @Test
    void valueFromAndToArePlainCells() {
        Workbench.enter("components[0].fwhm", "1.8");
        Workbench.enter("components[0].fwhm from", "1");
        Workbench.enter("components[0].fwhm to", "2,5");
        Workbench.waitForResult(analysis);
        assertEquals("1.8 [1, 2.5]", recipe("fwhm"));
        Workbench.save(Workbench.picture(), "recipe-cells");
        Workbench.pick("components[0].fwhm\u25be", "Fixed at 1.8");
        Workbench.waitForResult(analysis);
        assertEquals("fixed 1.8", recipe("fwhm"));
        assertFalse(Workbench.one(Text.class, PATH, "components[0].fwhm from").getEnabled());
        Workbench.pick("components[0].fwhm\u25be", "Tied to LiF");
        Workbench.enter("components[0].fwhm from", "1.2");
        Workbench.waitForResult(analysis);
        assertEquals("= LiF * 1.2", recipe("fwhm"));
        assertEquals("tied \u25be", Workbench.one(Button.class, PATH, "components[0].fwhm\u25be").getText());
        Workbench.save(Workbench.picture(), "recipe-cells-tied");
    }

    @Test
    void anEntryThatCannotBeUsedStaysAndSaysWhy() {
        Object before = recipe("fwhm");
        Text from = Workbench.one(Text.class, PATH, "components[0].fwhm from");
        from.setText("wide");
        from.notifyListeners(SWT.FocusOut, null);
        // another run over the same recipe shows its result, and the entry is still there
        Workbench.enter("components[0].area", "9000");
        Workbench.waitForResult(analysis);
        assertEquals("wide", cell("components[0].fwhm from"));
        assertEquals(List.of("From: 'wide' is no number; leave it empty for none"), problems());
        assertEquals(before, recipe("fwhm"));
        Workbench.save(Workbench.picture(), "recipe-cells-wrong");
        Workbench.key(from, SWT.ESC, 0);
        assertEquals(List.of(), problems());
    }

    @Test
    void theTextFormStaysForThoseWhoLikeIt() {
        Workbench.pick("components[0].fwhm\u25be", "Write as text");
        Text whole = Workbench.one(Text.class, PATH, "components[0].fwhm text");
        assertTrue(whole.isVisible());
        assertFalse(Workbench.one(Text.class, PATH, "components[0].area").isVisible());
        Workbench.enter("components[0].fwhm text", "1.8 [1, 2.5]");
        Workbench.waitForResult(analysis);
        assertEquals("1.8 [1, 2.5]", recipe("fwhm"));
        Workbench.enter("components[0].fwhm text", "about 1.8");
        assertEquals("1.8 [1, 2.5]", recipe("fwhm"));
        assertEquals("about 1.8", cell("components[0].fwhm text"));
        Workbench.save(Workbench.picture(), "recipe-text");
        Workbench.pick("components[0].fwhm\u25be", "Write as text");
        assertTrue(Workbench.one(Text.class, PATH, "components[0].area").isVisible());
    }

    @Test
    void aCellOfTheTableKeepsWhatItCannotUse() {
        Object before = recipe("position");
        Table table = Workbench.one(Table.class, PATH, "components");
        TableViewer viewer = (TableViewer) table.getData("interphase.viewer");
        int column = List.of(table.getColumns()).stream().map(c -> c.getText()).toList().indexOf("Position");
        Workbench.editCell("components", 0, column, "near 688");
        assertEquals("near 688", table.getItem(0).getText(column));
        Workbench.enter("components[0].area", "9000");
        Workbench.waitForResult(analysis);
        assertEquals("near 688", table.getItem(0).getText(column));
        assertEquals(before, recipe("position"));
        Workbench.save(Workbench.picture(), "recipe-table-wrong");
        viewer.setSelection(new StructuredSelection(0));
        Workbench.editCell("components", 0, column, "688.6");
        Workbench.waitForResult(analysis);
        assertEquals("688.6", recipe("position"));
        assertEquals("688.6", table.getItem(0).getText(column));
    }
}
