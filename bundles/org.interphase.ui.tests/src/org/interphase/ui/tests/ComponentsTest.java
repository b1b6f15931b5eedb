package org.interphase.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Table;
import org.interphase.api.Recipe;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Remark;
import org.interphase.model.figure.Handle;
import org.interphase.model.figure.Layer;
import org.interphase.model.figure.Panel;
import org.interphase.ui.editor.AnalysisEditor;
import org.interphase.ui.results.ResultsView;
import org.interphase.ui.session.Analysis;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** ComponentEdits of an F 1s region in the chart: handles, keys, remarks, and what the form offers. */
@ExtendWith(Stalls.class)
class ComponentsTest {

    @TempDir
    private Path folder;
    private AnalysisEditor editor;
    private Analysis analysis;
    private Control plot;

    @BeforeEach
    void openTheRegion() throws IOException {
        editor = Workbench.open(Samples.fluorine(folder.resolve("F 1s.csv")));
        analysis = editor.analysis().orElseThrow();
        Workbench.use(editor, "xps/f1s-lif-cf2");
        plot = editor.canvas().plotControl(Panel.MAIN);
    }

    @AfterEach
    void close() {
        Workbench.closeAll();
    }

    private Run run() {
        Workbench.waitForResult(analysis);
        return analysis.result().orElseThrow().run();
    }

    private Handle handle(String component, Handle.Kind kind) {
        return run().handles().stream().filter(h -> h.component().equals(component) && h.kind() == kind).findFirst()
                .orElseThrow(() -> new AssertionError(component + " has no handle " + kind));
    }

    private Point at(double x, double y) {
        return plot.getDisplay().map(editor.canvas(), plot, editor.canvas().toPixels(Panel.MAIN, x, y));
    }

    private String parameter(int component, String name) {
        return String.valueOf(((Map<?, ?>) ((List<?>) analysis.recipe().step("fit").orElseThrow().parameters()
                .get("components")).get(component)).get(name));
    }

    private static double start(String constraint) {
        return Double.parseDouble(constraint.replaceAll("\\s*\\[.*", ""));
    }

    /** Drags as a hand does; returns how often the recipe followed before the button was released. */
    private int drag(Point from, Point to) {
        Recipe last = analysis.recipe();
        int followed = 0;
        Workbench.mouse(plot, SWT.MouseDown, from, 1);
        for (int i = 1; i <= 5; i++) {
            Workbench.mouse(plot, SWT.MouseMove, new Point(from.x + (to.x - from.x) * i / 5,
                    from.y + (to.y - from.y) * i / 5), 0);
            Workbench.settle(60);
            followed += analysis.recipe().equals(last) ? 0 : 1;
            last = analysis.recipe();
        }
        Workbench.mouse(plot, SWT.MouseUp, to, 1);
        return followed;
    }

    @Test
    void componentsAreFilledOverTheDataWithTheResidualBelow() {
        List<Panel> panels = editor.canvas().figure().panels();
        assertEquals(List.of("CF2", "LiF"), panels.get(0).layers().stream().filter(Layer.Band.class::isInstance)
                .map(Layer::label).toList());
        assertTrue(panels.get(0).layers().stream().anyMatch(l -> l instanceof Layer.Points
                || l instanceof Layer.Line && l.label().equals("F 1s")));
        assertEquals(Panel.RESIDUAL, panels.get(1).id());
        assertEquals(panels.get(0).x().direction(), org.interphase.model.Direction.DESCENDING);
    }

    @Test
    void draggingUpwardsMovesTheStartOfTheAreaAndRefitsLive() {
        Recipe before = analysis.recipe();
        String position = parameter(1, "position");
        Handle h = handle("LiF", Handle.Kind.Y);
        Point from = at(h.x(), h.y());
        Point to = at(h.x(), h.y() + 600);
        double wanted = h.valueAt(h.y() + 600);
        assertTrue(drag(from, to) >= 3, "the fit does not follow the mouse");
        assertEquals(wanted, start(parameter(1, "area")), 0.01 * wanted);
        assertEquals(position, parameter(1, "position"), "an upward drag moved the position");
        assertTrue(run().isComplete());
        analysis.undo();
        assertEquals(before, analysis.recipe());
    }

    @Test
    void draggingAslantMovesPositionAndAreaInOneStep() {
        Recipe before = analysis.recipe();
        Handle h = handle("LiF", Handle.Kind.X);
        drag(at(h.x(), h.y()), at(h.x() - 0.3, h.y() + 300));
        assertEquals(h.x() - 0.3, start(parameter(1, "position")), 0.03);
        assertTrue(start(parameter(1, "area")) > 0);
        run();
        analysis.undo();
        assertEquals(before, analysis.recipe(), "one drag is more than one undo step");
    }

    @Test
    void draggingTheSideMovesTheWidth() {
        Recipe before = analysis.recipe();
        analysis.select("fit", "CF2");
        Handle h = handle("CF2", Handle.Kind.WIDTH);
        assertTrue(drag(at(h.x(), h.y()), at(h.x() + 0.2, h.y())) >= 3);
        assertEquals(2 * (h.x() + 0.2 - handleX("CF2")), start(parameter(0, "fwhm")), 0.05);
        analysis.undo();
        assertEquals(before, analysis.recipe());
    }

    private double handleX(String component) {
        return handle(component, Handle.Kind.X).x();
    }

    @Test
    void aClickOnAHandleSelectsAndChangesNothing() {
        Recipe before = analysis.history().current();
        Handle h = handle("LiF", Handle.Kind.X);
        Workbench.mouse(plot, SWT.MouseDown, at(h.x(), h.y()), 1);
        Workbench.mouse(plot, SWT.MouseUp, at(h.x(), h.y()), 1);
        assertEquals("LiF", analysis.selectedComponent());
        assertEquals(before, analysis.history().current());
        assertFalse(analysis.history().current() != before && analysis.history().canUndo());
    }

    @Test
    void arrowKeysNudgeTheSelectedHandleAndShiftIsFiner() {
        analysis.select("fit", "CF2");
        double before = handleX("CF2");
        Workbench.key(editor.canvas(), SWT.ARROW_LEFT, 0);
        double coarse = start(parameter(0, "position")) - before;
        assertTrue(coarse > 0, "left is towards higher binding energy: " + coarse);
        analysis.undo();
        run();
        analysis.select("fit", "");
        analysis.select("fit", "CF2");
        Workbench.key(editor.canvas(), SWT.ARROW_LEFT, SWT.SHIFT);
        double fine = start(parameter(0, "position")) - before;
        assertTrue(fine > 0 && fine < coarse / 3, "shift " + fine + ", plain " + coarse);
        analysis.undo();
        run();
        double area = handle("CF2", Handle.Kind.Y).valueAt(handle("CF2", Handle.Kind.Y).y());
        Workbench.key(editor.canvas(), SWT.ARROW_UP, 0);
        assertTrue(start(parameter(0, "area")) > area);
    }

    @Test
    void spaceAndDragPansAndHomeFits() {
        double from = editor.canvas().view().panels().get(Panel.MAIN).x().min();
        Recipe before = analysis.recipe();
        Event space = new Event();
        space.character = ' ';
        space.keyCode = ' ';
        editor.canvas().notifyListeners(SWT.KeyDown, space);
        Workbench.mouse(plot, SWT.MouseDown, at(687, 12000), 1);
        Workbench.mouse(plot, SWT.MouseMove, at(686, 12000), 0);
        Workbench.mouse(plot, SWT.MouseUp, at(686, 12000), 1);
        editor.canvas().notifyListeners(SWT.KeyUp, space);
        assertEquals(1, editor.canvas().view().panels().get(Panel.MAIN).x().min() - from, 0.05);
        assertFalse(editor.canvas().isFitted());
        Workbench.key(editor.canvas(), SWT.HOME, 0);
        assertEquals(from, editor.canvas().view().panels().get(Panel.MAIN).x().min(), 1e-9);
        assertEquals(before, analysis.recipe());
    }

    @Test
    void aComponentIsAddedWithTheKeyboardAndTheMouseAndDeleted() {
        Recipe before = analysis.recipe();
        Workbench.key(editor.canvas(), SWT.INSERT, 0);
        assertTrue(editor.canvas().isPlacing());
        Workbench.mouse(plot, SWT.MouseDown, at(687.1, 11000), 1);
        Workbench.mouse(plot, SWT.MouseUp, at(687.1, 11000), 1);
        assertEquals(687.1, start(parameter(2, "position")), 0.03);
        run();
        assertEquals("C3", analysis.selectedComponent(), "the new component is not selected");
        Workbench.save(Workbench.picture(), "f1s-three");
        Workbench.key(editor.canvas(), SWT.DEL, 0);
        assertEquals(2, ((List<?>) analysis.recipe().step("fit").orElseThrow().parameters().get("components")).size());
        analysis.undo();
        analysis.undo();
        assertEquals(before, analysis.recipe());
    }

    @Test
    void aClickOnARemarkSelectsItsComponentAndHoverOnANumberNamesItsStep() {
        Remark about = run().remarks().stream().filter(r -> r.component().equals("LiF")).findFirst().orElseThrow();
        StyledText remarks = Workbench.one(StyledText.class, "interphase.id", "remarks");
        ResultsView results = (ResultsView) Workbench.page().findView(ResultsView.ID);
        results.unfold(true);
        int line = results.shownRemarks().indexOf(about);
        assertTrue(remarks.getLine(line).endsWith(about.text()), "a remark is not shown whole");
        remarks.setTopIndex(line);
        Point p = remarks.getLocationAtOffset(remarks.getOffsetAtLine(line));
        Workbench.mouse(remarks, SWT.MouseDown, new Point(p.x + 5, p.y + 5), 1);
        Workbench.mouse(remarks, SWT.MouseUp, new Point(p.x + 5, p.y + 5), 1);
        assertEquals("LiF", analysis.selectedComponent());
        assertEquals("fit", analysis.selectedStep());
        results.unfold(false);
        assertEquals(run().measurements().size(), results.shown().size());
        ColumnLabelProvider hover = results.valueTexts();
        assertTrue(hover.getToolTipText(results.shown().get(0)).contains("step 'fit'"),
                hover.getToolTipText(results.shown().get(0)));
        String number = hover.getText(results.shown().get(0));
        assertTrue(number.startsWith("688.8") && number.contains("\u00b1") && number.endsWith("eV"), number);
    }

    @Test
    void theFormConvertsUnitsMarksMistakesSlidesAndResets() {
        Recipe before = analysis.recipe();
        analysis.select("fit", "");
        Workbench.enter("detection", "abc");
        assertFalse(Workbench.find(Label.class, l -> l.isVisible() && l.getText().contains("abc")).isEmpty(),
                "the mistake is not marked");
        assertEquals(before, analysis.recipe());
        Scale slider = Workbench.one(Scale.class, "interphase.path", "detection");
        slider.setSelection(slider.getMaximum() / 2);
        slider.notifyListeners(SWT.Selection, null);
        assertNotEquals(before, analysis.recipe(), "the slider does not preview");
        assertEquals(before, analysis.history().current());
        slider.notifyListeners(SWT.MouseUp, null);
        assertNotEquals(before, analysis.history().current());
        Workbench.one(Button.class, "interphase.path", "detection\u21ba").notifyListeners(SWT.Selection, null);
        assertEquals(3, Double.parseDouble(String.valueOf(analysis.recipe().step("fit").orElseThrow().parameters()
                .getOrDefault("detection", 3))));
        Workbench.enter("width", "1900 meV");
        assertEquals("1.9", String.valueOf(analysis.recipe().step("fit").orElseThrow().parameters().get("width")));
        run();
        Workbench.pick("components[1].fwhm\u25be".replace("[1]", "[" + select(1) + "]"), "Tied to CF2");
        assertEquals("= CF2", parameter(1, "fwhm"));
        double ratio = value("LiF FWHM") / value("CF2 FWHM");
        assertEquals(1, ratio, 1e-12);
    }

    private int select(int row) {
        analysis.select("fit", "LiF");
        Workbench.waitFor("the row is selected", () -> Workbench.one(Table.class, "interphase.path", "components")
                .getSelectionIndex() == row);
        return row;
    }

    private double value(String name) {
        return run().measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow().value();
    }
}
