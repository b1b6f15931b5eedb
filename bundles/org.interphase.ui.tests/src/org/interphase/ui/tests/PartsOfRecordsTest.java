package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.interphase.figure.DataRange;
import org.interphase.model.PartChoice;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.interphase.testkit.battery.TitrationTruth;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.results.ResultsView;
import org.interphase.ui.session.Analysis;
import org.interphase.ui.theme.Looks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Going through the pulses of a titration, and choosing the cycles of a record that are drawn. */
@ExtendWith(Stalls.class)
class PartsOfRecordsTest {

    @TempDir
    private Path folder;
    private AnalysisEditor editor;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private Path record(String name, org.interphase.model.Table t) throws IOException {
        boolean counted = t.columns().size() > 4;
        StringBuilder text = new StringBuilder("Time (s),Voltage (V),Current (A)" + (counted
                ? ",Step,Cycle,Charge Capacity (Ah),Discharge Capacity (Ah)\n" : "\n"));
        for (int row = 0; row < t.rows(); row++) {
            text.append(String.format(Locale.ROOT, "%.3f,%.6f,%.6g", t.columns().get(0).get(row),
                    t.columns().get(1).get(row), t.columns().get(2).get(row)));
            text.append(counted ? String.format(Locale.ROOT, ",%.0f,%.0f,%.9f,%.9f%n", t.columns().get(3).get(row),
                    t.columns().get(4).get(row), t.columns().get(5).get(row), t.columns().get(6).get(row)) : "\n");
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private Analysis open(Path file, String recipe) {
        editor = Workbench.open(file);
        assertTrue(Workbench.use(editor, recipe).isComplete());
        Workbench.settle(200);
        return editor.analysis().orElseThrow();
    }

    private static String text(String id) {
        return Workbench.one(Label.class, "interphase.id", id).getText().replace('\u00a0', ' ');
    }

    private DataRange inSight() {
        return editor.canvas().view().panels().get("main").x();
    }

    @Test
    void pulsesAreGoneThroughByKeysButtonsAndTheRowsOfTheTable() throws IOException {
        open(record("gitt.csv", TitrationTruth.spheres(2000).record(3)), "gitt/diffusion");
        assertEquals("Pulse: 4 in all", text("segment-place"));
        Workbench.key(editor.canvas(), SWT.PAGE_DOWN, 0);
        assertEquals("Pulse 1 of 4", text("segment-place"));
        assertEquals("titration", editor.canvas().figure().id());
        // a pulse of 600 s and a rest of 3000 s: 0 to 1 h, with a margin
        assertTrue(inSight().min() < 0 && inSight().min() > -0.1, inSight().toString());
        assertTrue(inSight().max() > 1 && inSight().max() < 1.1, inSight().toString());
        Workbench.one(Button.class, "interphase.id", "segments-behind").notifyListeners(SWT.Selection, null);
        assertEquals("Pulse 2 of 4", text("segment-place"));
        assertTrue(text("segment-numbers").contains("diffusion time"), text("segment-numbers"));
        Label numbers = Workbench.one(Label.class, "interphase.id", "segment-numbers");
        assertEquals(Looks.of(numbers).ink(), numbers.getForeground(), "a sound number has not the colour of text");
        Workbench.save(Workbench.picture(), "pulse");
        ((ResultsView) Workbench.page().findView(ResultsView.ID)).unfold(true);
        Table results = Workbench.one(Table.class, "interphase.id", "results");
        int row = -1;
        for (int i = 0; i < results.getItemCount(); i++) {
            row = results.getItem(i).getText(0).contains("resistance, pulse 4") ? i : row;
        }
        assertTrue(row >= 0, "the table has no row of the last pulse");
        results.setSelection(row);
        results.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        assertEquals("Pulse 4 of 4", text("segment-place"));
        assertTrue(inSight().min() > 2.9 && inSight().max() < 4.1, inSight().toString());
        assertFalse(Workbench.one(Button.class, "interphase.id", "segments-behind").isEnabled());
        Workbench.key(editor.canvas(), SWT.PAGE_DOWN, 0);
        assertEquals("Pulse 4 of 4", text("segment-place"));
    }

    @Test
    void cyclesAreChosenByTextAndSteppedByKeys() throws IOException {
        Analysis a = open(record("cycles.csv", CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 6, 1,
                CyclingTruth.Fade.linear(0.01)).table()), "cycling/profiles");
        Text entry = Workbench.one(Text.class, "interphase.id", "choice-entry");
        assertEquals("all", entry.getText());
        entry.setText("1-6:2");
        entry.notifyListeners(SWT.DefaultSelection, null);
        Workbench.waitForResult(a);
        assertEquals(List.of(1, 3, 5), chosen(a));
        Workbench.settle(200);
        assertEquals("1, 3, 5", entry.getText());
        assertEquals("profiles", editor.canvas().figure().id(), "what was chosen is not seen");
        Workbench.key(editor.canvas(), SWT.PAGE_DOWN, 0);
        Workbench.waitForResult(a);
        assertEquals(List.of(2, 4, 6), chosen(a));
        Workbench.settle(200);
        Workbench.save(Workbench.picture(), "cycles-chosen");
        // there is no cycle 7
        Workbench.key(editor.canvas(), SWT.PAGE_DOWN, 0);
        assertEquals("2, 4, 6", a.recipe().step("profiles").orElseThrow().parameters().get("cycles"));
        a.undo();
        Workbench.waitForResult(a);
        assertEquals(List.of(1, 3, 5), chosen(a));
        entry.setText("9");
        entry.notifyListeners(SWT.DefaultSelection, null);
        Workbench.waitForResult(a);
        assertFalse(a.result().orElseThrow().run().isComplete());
        assertTrue(Workbench.one(Composite.class, "interphase.id", "choice").isVisible(), "the entry can't be mended");
    }

    private static List<Integer> chosen(Analysis a) {
        return List.copyOf(a.result().orElseThrow().run().dataset().product(PartChoice.class).orElseThrow().chosen());
    }
}
