package org.interphase.ui.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Verdict;
import org.interphase.model.figure.Figure;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Unit;
import org.interphase.ui.editor.AnalysisInput;
import org.junit.jupiter.api.Test;

/** The rows of a batch are sorted, searched and plotted as they are meant. */
class BatchTableTest {

    private static BatchRow row(String name, String error, double celsius, Measurement... numbers) {
        return new BatchRow(new AnalysisInput.Member(Path.of(name).toAbsolutePath(), 0), name, List.of(numbers), error,
                List.of(new BatchCondition("temperature", celsius, Unit.of("degC")), new BatchCondition("scans", 3,
                        Unit.ONE)));
    }

    private static BatchTable table() {
        BatchTable t = new BatchTable();
        t.add(row("cell 10", "", 30, Measurement.of("R", "", 2000, 10, "ohm")));
        t.add(row("cell 9", "", 40, Measurement.of("R", "", 1.5, 0.02, "kohm").judged(Verdict.doubtful("few points"))));
        t.add(row("cell 2", "line 3: 'abc' is no number", 50));
        t.add(row("Cell 01", "", 60, Measurement.withheld("R", "", "ohm", "no arc")));
        t.add(row("cell 4", "", 70, Measurement.notDetected("R", "", 5, "ohm")));
        return t;
    }

    private static List<String> names(BatchTable t) {
        return t.shown().stream().map(BatchRow::name).toList();
    }

    @Test
    void namesAreSortedAsPeopleCount() {
        BatchTable t = table();
        t.sort(t.order().pressed(BatchOrder.By.NAME, ""));
        assertEquals(List.of("Cell 01", "cell 2", "cell 4", "cell 9", "cell 10"), names(t));
        t.sort(t.order().pressed(BatchOrder.By.NAME, ""));
        assertEquals(List.of("cell 10", "cell 9", "cell 4", "cell 2", "Cell 01"), names(t));
        t.sort(t.order().pressed(BatchOrder.By.NAME, ""));
        assertEquals(List.of("cell 10", "cell 9", "cell 2", "Cell 01", "cell 4"), names(t));
    }

    @Test
    void rowsWithoutTheNumberComeLastEitherWay() {
        BatchTable t = new BatchTable();
        t.add(row("none", "", 1, Measurement.notDetected("R", "", 5, "ohm")));
        t.add(row("high", "", 1, Measurement.of("R", "", 3, 1, "ohm")));
        t.add(row("low", "", 1, Measurement.of("R", "", -4, 1, "ohm")));
        t.sort(t.order().pressed(BatchOrder.By.NUMBER, "R"));
        assertEquals(List.of("low", "high", "none"), names(t));
        t.sort(t.order().pressed(BatchOrder.By.NUMBER, "R"));
        assertEquals(List.of("high", "low", "none"), names(t));
    }

    @Test
    void numbersAreSortedInOneUnit() {
        BatchTable t = table();
        t.sort(t.order().pressed(BatchOrder.By.NUMBER, "R"));
        assertEquals(List.of("cell 9", "cell 10"), names(t).subList(0, 2), "1.5 kohm is less than 2000 ohm");
    }

    @Test
    void failuresComeFirstWhenSortedByTheirCause() {
        BatchTable t = table();
        t.sort(t.order().pressed(BatchOrder.By.CAUSE, ""));
        assertEquals("cell 2", names(t).get(0));
        t.sort(t.order().pressed(BatchOrder.By.CAUSE, ""));
        assertEquals("cell 2", names(t).get(0));
    }

    @Test
    void aSearchFindsNamesCausesAndVerdicts() {
        BatchTable t = table();
        t.search("CELL 1");
        assertEquals(List.of("cell 10", "Cell 01"), names(t));
        t.search("failed");
        assertEquals(List.of("cell 2"), names(t));
        t.search("abc number");
        assertEquals(List.of("cell 2"), names(t));
        t.search(Verdict.doubtful("x").quality().word());
        assertEquals(List.of("cell 9"), names(t));
        t.search("not detected");
        assertEquals(List.of("cell 4"), names(t));
        assertEquals("Fit: 5 datasets, 1 failed, 1 shown", t.told("Fit"));
        t.search("  ");
        assertEquals(5, names(t).size());
        assertEquals("Fit: 5 datasets, 1 failed", t.told("Fit"));
    }

    @Test
    void aNewBatchForgetsTheNumberItWasSortedBy() {
        BatchTable t = table();
        t.sort(t.order().pressed(BatchOrder.By.NUMBER, "R"));
        t.clear();
        assertEquals(BatchOrder.AS_CHOSEN, t.order());
        assertTrue(t.quantities().isEmpty());
        assertEquals(0, t.failed());
    }

    @Test
    void onlyWhatDiffersIsACondition() {
        List<BatchPlot.Abscissa> all = BatchPlot.abscissas(table().rows());
        assertEquals(List.of("Temperature", "Place in the list", "R"), all.stream().map(BatchPlot.Abscissa::label)
                .toList());
    }

    @Test
    void aPlotHasTheSoundAndTheDoubtfulInOneUnitAndNothingElse() {
        List<BatchRow> rows = table().rows();
        Figure f = BatchPlot.of(rows, BatchPlot.abscissas(rows).get(0), "R").orElseThrow();
        List<Layer> layers = f.panels().get(0).layers();
        assertEquals(2, layers.size());
        Layer.Points sound = (Layer.Points) layers.get(0);
        Layer.Points doubtful = (Layer.Points) layers.get(1);
        assertArrayEquals(new double[] {30}, sound.x());
        assertArrayEquals(new double[] {2000}, sound.y());
        assertArrayEquals(new double[] {10}, sound.yError());
        assertArrayEquals(new double[] {40}, doubtful.x());
        assertArrayEquals(new double[] {1500}, doubtful.y(), 1e-9);
        assertArrayEquals(new double[] {20}, doubtful.yError(), 1e-9);
        assertEquals("Temperature (\u00b0C)", f.panels().get(0).x().title());
    }

    @Test
    void theShownOrderIsThatOfThePlaces() {
        List<BatchRow> rows = table().rows();
        Figure f = BatchPlot.of(rows, new BatchPlot.Abscissa(BatchPlot.Abscissa.Kind.PLACE, ""), "R").orElseThrow();
        assertArrayEquals(new double[] {2}, ((Layer.Points) f.panels().get(0).layers().get(1)).x());
        assertEquals(Optional.empty(), BatchPlot.of(rows, new BatchPlot.Abscissa(BatchPlot.Abscissa.Kind.PLACE, ""),
                "nothing"));
    }

    @Test
    void numbersAmongWhatAFileStatesAreConditions() {
        assertEquals(List.of(new BatchCondition("temperature", 50, Unit.of("degC")), new BatchCondition("scans", 10,
                Unit.ONE), new BatchCondition("x", 0.5, Unit.ONE)), BatchCondition.in(Metadata.EMPTY.with("sample",
                        "a").with("temperature", 50, "degC").with("scans", 10).with("x", 0.5).with("ok", true)));
    }
}
