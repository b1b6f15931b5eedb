package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.editor.AnalysisInput;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Impedance spectra: circuit, schematic, parameter table, residuals, series. */
@ExtendWith(Stalls.class)
class ImpedanceTest {

    @TempDir
    private Path folder;
    private AnalysisEditor editor;
    private Analysis analysis;

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private Path cell(String name, double r0, double r1, double c1) throws IOException {
        return Samples.cell(folder.resolve(name), r0, r1, c1);
    }

    private Path first() throws IOException {
        return cell("first.csv", 29.14, 46.65, 1.043e-5);
    }

    private void open(Path file) throws IOException {
        editor = Workbench.open(file);
        analysis = editor.analysis().orElseThrow();
        Workbench.use(editor, "eis/fit");
        analysis.select("fit", "");
    }

    private Run run() {
        Workbench.waitForResult(analysis);
        Run run = analysis.result().orElseThrow().run();
        assertTrue(run.isComplete(), () -> run.failure().orElseThrow().pretty());
        return run;
    }

    private Measurement measured(String name) {
        return run().measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static List<String> labels(Figure figure) {
        return figure.panels().get(0).layers().stream().filter(Layer.Labels.class::isInstance)
                .flatMap(l -> ((Layer.Labels) l).texts().stream()).map(Layer.Text::text).toList();
    }

    @Test
    void aCircuitIsTypedAndAMistakeIsShownWithLineAndColumnWhereItWasTyped() throws IOException {
        open(first());
        Recipe before = analysis.recipe();
        Workbench.enter("circuit", "R0-p(R1,Y1)");
        Label reason = Workbench.find(Label.class, l -> l.isVisible() && l.getText().contains("line 1, column 9"))
                .stream().findFirst().orElseThrow(() -> new AssertionError("no place of the mistake is shown"));
        Text field = Workbench.one(Text.class, "interphase.path", "circuit");
        assertTrue(distance(field, reason) < 100, "the reason stands far from the field");
        Workbench.save(Workbench.picture(), "circuit-mistake");
        assertEquals(before, analysis.recipe(), "a circuit that cannot be read was applied");
        Workbench.enter("circuit", "R0-p(R1,C1)");
        assertFalse(reason.isVisible(), "the reason stays");
        assertEquals(46.65, measured("R1").value(), 0.25);
        Workbench.figure("Circuit");
        List<String> drawn = labels(editor.canvas().figure());
        for (String element : List.of("R0", "R1", "C1")) {
            assertTrue(drawn.stream().anyMatch(t -> t.startsWith(element)), element + " is not in " + drawn);
        }
        Workbench.save(Workbench.picture(), "circuit");
        analysis.undo();
        assertEquals(before, analysis.recipe());
    }

    private static int distance(Text field, Label reason) {
        return Math.abs(reason.toDisplay(0, 0).y - field.toDisplay(0, 0).y);
    }

    @Test
    void aCircuitIsPickedAndAnElementPutInAtTheCaret() throws IOException {
        open(Samples.battery(folder.resolve("battery.csv")));
        Workbench.pick("circuit\u25be", "R0-p(R1-W1,CPE1)");
        assertEquals("R0-p(R1-W1,CPE1)", analysis.recipe().step("fit").orElseThrow().parameters().get("circuit"));
        assertTrue(measured("W1").value() > 0);
        Text field = Workbench.one(Text.class, "interphase.path", "circuit");
        field.setText("R0--p(R1,CPE1)");
        field.setSelection(3);
        Workbench.pick("circuit\u25be", "L");
        assertEquals("R0-L-p(R1,CPE1)", field.getText());
        field.notifyListeners(SWT.DefaultSelection, null);
        assertTrue(run().measurements().stream().anyMatch(m -> m.name().startsWith("L")));
    }

    @Test
    void parametersAreFixedStartedAndBoundedInTheTable() throws IOException {
        open(first());
        Workbench.enter("circuit", "R0-p(R1,C1)");
        run();
        Recipe before = analysis.recipe();
        Table table = Workbench.one(Table.class, "interphase.path", "parameters");
        assertEquals(List.of("Parameter", "Start", "Fixed", "From", "To"),
                List.of(table.getColumns()).stream().map(c -> c.getText()).toList());
        assertEquals(3, table.getItemCount());
        assertEquals("R0", table.getItem(0).getText(0));
        Workbench.editCell("parameters", 0, 1, "30");
        run();
        Workbench.editCell("parameters", 0, 2, "");
        assertEquals(30, measured("R0").value());
        assertEquals("fixed 30", setting(0));
        Workbench.editCell("parameters", 0, 2, "");
        assertEquals("30", setting(0));
        assertNotEquals(30, measured("R0").value());
        Workbench.editCell("parameters", 1, 4, "40");
        assertTrue(Workbench.find(Label.class, l -> l.isVisible() && l.getText().contains("outside")).size() == 1,
                "a start value outside its bounds is not refused");
        Workbench.editCell("parameters", 1, 1, "39");
        run();
        Workbench.editCell("parameters", 1, 3, "1");
        run();
        Workbench.editCell("parameters", 1, 4, "40");
        assertEquals("39 [1, 40]", setting(1));
        assertTrue(measured("R1").value() <= 40, "the bound does not hold");
        Workbench.editCell("parameters", 1, 1, "= R0 * 1.5");
        assertEquals(1.5, measured("R1").value() / measured("R0").value(), 1e-9);
        assertEquals("R0", table.getItem(0).getText(0));
        Workbench.save(Workbench.picture(), "circuit-parameters");
        Workbench.enter("circuit", "R0-p(R1,CPE1)");
        assertTrue(measured("CPE1_1").value() > 0, "settings of another circuit stand in the way");
        while (!analysis.recipe().equals(before)) {
            assertTrue(analysis.history().canUndo(), "undo does not lead back");
            analysis.undo();
        }
    }

    private Object setting(int row) {
        return ((Map<?, ?>) ((List<?>) analysis.recipe().step("fit").orElseThrow().parameters().get("parameters"))
                .get(row)).get("value");
    }

    @Test
    void theFitLiesOverTheDataWithItsResidualsBelow() throws IOException {
        open(Samples.battery(folder.resolve("battery.csv")));
        Panel nyquist = editor.canvas().figure().panels().get(0);
        assertTrue(nyquist.equalScale());
        assertTrue(nyquist.layers().stream().anyMatch(l -> l instanceof Layer.Line && l.label().startsWith("fit")));
        assertTrue(nyquist.layers().stream().anyMatch(Layer.Points.class::isInstance));
        Panel residual = editor.canvas().figure().panels().get(1);
        assertEquals(Panel.RESIDUAL, residual.id());
        assertEquals("%", residual.y().unit().text());
        Point zero = editor.canvas().toPixels(nyquist.id(), 0, 0);
        Point one = editor.canvas().toPixels(nyquist.id(), 0.01, 0.01);
        assertEquals(one.x - zero.x, zero.y - one.y, 1, "unequal scales");
        assertTrue(one.y < zero.y, "-Z'' points down");
        Workbench.save(Workbench.picture(), "impedance-residuals");
    }

    @Test
    void aSeriesStandsAsWaterfallAndAsTrends() throws IOException {
        List<AnalysisInput.Member> members = new ArrayList<>();
        for (Path file : List.of(first(), cell("second.csv", 150.4, 502.4, 3.116e-8))) {
            members.add(new AnalysisInput.Member(file, 0));
        }
        editor = Workbench.open(AnalysisInput.ofSeries(members));
        analysis = editor.analysis().orElseThrow();
        Button offer = Workbench.find(Button.class, b -> "Fit a series".equals(b.getData("interphase.offer"))).get(0);
        offer.notifyListeners(SWT.Selection, null);
        run();
        Workbench.enter("circuit", "R0-p(R1,C1)");
        Workbench.waitForResult(analysis);
        Workbench.figure("Waterfall");
        long lines = editor.canvas().figure().panels().get(0).layers().stream()
                .filter(Layer.Points.class::isInstance).map(Layer::label).distinct().count();
        assertEquals(2, lines);
        Workbench.save(Workbench.picture(), "impedance-waterfall");
        Workbench.figure("Trends");
        List<Layer.Points> trends = editor.canvas().figure().panels().stream().flatMap(p -> p.layers().stream())
                .filter(Layer.Points.class::isInstance).map(Layer.Points.class::cast).toList();
        assertEquals(List.of("R0", "R1", "C1"), trends.stream().map(Layer.Points::label).toList());
        Layer.Points r1 = trends.get(1);
        assertEquals(46.65, r1.y()[0], 0.25);
        assertEquals(502.4, r1.y()[1], 2.6);
        Workbench.save(Workbench.picture(), "impedance-trends");
        assertEquals(3, Workbench.one(Table.class, "interphase.path", "parameters").getItemCount());
    }
}
