package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.interphase.api.Outcome;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.battery.segmentation.RecordedTables;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.testkit.battery.SymmetricTruth;
import org.junit.jupiter.api.Test;

class SymmetricOverpotentialTest {

    private static final SymmetricOverpotential OPERATION = new SymmetricOverpotential();

    private static List<String> codes(Outcome o) {
        return o.remarks().stream().map(Remark::code).toList();
    }

    @Test
    void aThousandHoursHaveTheirOverpotentialAndTrend() throws Exception {
        SymmetricTruth truth = SymmetricTruth.healthy(1000, 60, 0.004, 1);
        Outcome o = Runs.run(OPERATION, truth.table(true), "record.voltage", "0.01");
        assertEquals(1000, Runs.of(o, "half cycles").value());
        assertEquals(1000, Runs.of(o, "time with current").value(), 1);
        for (int h : new int[] {0, 1, 8, 999}) {
            Measurement m = Runs.of(o, "overpotential of half cycle " + (h + 1));
            assertEquals(1000 * truth.mean(h), m.value(), 3 * m.uncertainty() + 1e-3, "half cycle " + h);
            assertTrue(m.uncertainty() < 0.1, m.pretty());
            assertEquals(truth.mean(h) / 1e-3, Runs.of(o, "resistance in half cycle " + (h + 1)).value(), 0.1);
        }
        double slope = 1000 * (truth.mean(999) - truth.mean(0)) / 9.99;
        Measurement trend = Runs.of(o, "change of the overpotential in 100 h");
        assertEquals(slope, trend.value(), 0.01);
        assertEquals(0, Runs.of(o, "shorts").value());
        assertFalse(codes(o).contains("one-way"));
    }

    @Test
    void withoutACurrentTheSignOfTheVoltageTellsTheHalfCyclesAndItIsDoubted() throws Exception {
        SymmetricTruth truth = SymmetricTruth.healthy(20, 60, 0.004, 2);
        Outcome o = Runs.run(OPERATION, truth.table(false));
        assertEquals(20, Runs.of(o, "half cycles").value());
        Measurement m = Runs.of(o, "overpotential of half cycle 3");
        assertEquals(1000 * truth.mean(2), m.value(), 0.1);
        assertFalse(m.verdict().isSound());
        assertTrue(codes(o).contains("no-current"));
    }

    @Test
    void aSoftShortIsFoundAndComesBack() throws Exception {
        Table t = SymmetricTruth.healthy(200, 60, 0.004, 3).shorted(120, 6, 0.4).table(true);
        Outcome o = Runs.run(OPERATION, t);
        assertEquals(1, Runs.of(o, "shorts").value());
        assertEquals(120, Runs.of(o, "time to the first short").value(), 0.5);
        assertTrue(codes(o).contains("soft-short"));
    }

    @Test
    void aShortThatStaysIsNoSoftOne() throws Exception {
        Table t = SymmetricTruth.healthy(200, 60, 0.004, 4).shorted(150, 50, 0.1).table(true);
        Outcome o = Runs.run(OPERATION, t);
        assertEquals(1, Runs.of(o, "shorts").value());
        assertEquals(150, Runs.of(o, "time to the first short").value(), 0.5);
        assertTrue(codes(o).contains("short"));
    }

    @Test
    void healthyCellsHaveNoShorts() throws Exception {
        for (int seed = 0; seed < 20; seed++) {
            Outcome o = Runs.run(OPERATION, SymmetricTruth.healthy(60, 120, seed % 2 == 0 ? 0.02 : -0.01, seed)
                    .table(seed % 3 > 0));
            assertEquals(0, Runs.of(o, "shorts").value(), "seed " + seed);
            assertFalse(codes(o).contains("collapse"));
            assertFalse(codes(o).contains("erratic"));
        }
    }

    @Test
    void theEndOfLifeIsWhereALimitThatIsStatedIsReached() throws Exception {
        SymmetricTruth truth = SymmetricTruth.healthy(300, 120, 0.02, 5);
        Outcome o = Runs.run(OPERATION, truth.table(true), "limit", "60");
        // the plateau of 30 mV grows by 20 mV in 100 h; its median is a little above it
        assertEquals(145, Runs.of(o, "end of life by overpotential").value(), 8);
        assertTrue(codes(Runs.run(OPERATION, truth.table(true), "limit", "500")).contains("alive"));
    }

    @Test
    void plateausThatNeverTurnAreToldOfAsPlatingOneWayUntilTheyShort() throws Exception {
        Table t = RecordedTables.csv("cycling/LiLi_1MLiTFSI_TEGDME_1mA_03_GCPL_C05.txt", "time/s", "time", "1", "Ewe/V",
                "voltage", "1");
        Outcome o = Runs.run(OPERATION, t);
        assertTrue(codes(o).contains("one-way"));
        assertEquals(1, Runs.of(o, "half cycles").value());
        assertEquals(663.4, Runs.of(o, "largest overpotential").value(), 0.1);
        assertTrue(Runs.of(o, "shorts").value() >= 1);
        assertEquals(31, Runs.of(o, "time to the first short").value(), 12);
    }

    private static Table changed(Table t, int column, IntToDoubleFunction value) {
        List<Column> columns = new ArrayList<>(t.columns());
        Column c = columns.get(column);
        double[] v = new double[c.size()];
        Arrays.setAll(v, value::applyAsDouble);
        columns.set(column, Column.of(c.name(), c.unit().text(), v));
        return new Table(t.header(), columns);
    }

    @Test
    void aSlowFallIsNoShortButMakesThatDoubtful() throws Exception {
        Outcome o = Runs.run(OPERATION, SymmetricTruth.healthy(120, 60, -0.015, 6).table(true));
        Measurement shorts = Runs.of(o, "shorts");
        assertEquals(0, shorts.value());
        assertFalse(shorts.verdict().isSound());
        assertTrue(codes(o).contains("slow-fall"));
        Outcome after = Runs.run(OPERATION, SymmetricTruth.healthy(120, 60, -0.01, 6).shorted(100, 6, 0.4)
                .table(true));
        assertEquals(1, Runs.of(after, "shorts").value());
        assertEquals(100, Runs.of(after, "time to the first short").value(), 0.5);
    }

    @Test
    void theTimeWithCurrentHoldsNoRests() throws Exception {
        Rows rows = new Rows().rest(5, 60, 0);
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            rows.step(61, 60, f -> 1e-3 * sign, f -> 0.05 * sign).rest(121, 60, 0);
        }
        Measurement t = Runs.of(Runs.run(OPERATION, rows.table()), "time with current");
        assertEquals(6, t.value(), 1e-9);
        assertTrue(t.verdict().isSound());
        // rows that stand a minute apart around each turn to a rest
        Rows apart = new Rows().rest(5, 60, 0);
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            apart.pause(60).step(60, 60, f -> 1e-3 * sign, f -> 0.05 * sign).pause(60).rest(121, 60, 0);
        }
        Measurement unsure = Runs.of(Runs.run(OPERATION, apart.table()), "time with current");
        assertEquals(6, unsure.value(), 1e-9);
        // and the first and the last time of each, read to whole seconds
        assertEquals(12 / 60.0 / Math.sqrt(12), unsure.uncertainty(), 1e-6);
    }

    @Test
    void aVoltageOfFewDigitsIsNoBetterThanOne() throws Exception {
        SymmetricTruth truth = SymmetricTruth.healthy(20, 60, 0.004, 2);
        Table t = truth.table(true);
        Outcome o = Runs.run(OPERATION, changed(t, 1, i -> Math.rint(200 * t.columns().get(1).get(i)) / 200),
                "record.voltage", "0");
        for (int h = 0; h < 10; h++) {
            Measurement m = h < 5 ? Runs.of(o, "overpotential of half cycle " + (h + 1)) : null;
            assertTrue(m == null || m.uncertainty() > 0.28, "half cycle " + h);
        }
        Outcome fine = Runs.run(OPERATION, t, "record.voltage", "0");
        assertTrue(Runs.of(fine, "overpotential of half cycle 3").uncertainty() < 0.1);
    }

    @Test
    void rowsWithoutAVoltageAreLeftOut() throws Exception {
        SymmetricTruth truth = SymmetricTruth.healthy(20, 60, 0.004, 2);
        for (boolean current : new boolean[] {true, false}) {
            Table t = truth.table(current);
            Outcome o = Runs.run(OPERATION, changed(t, 1, i -> i % 37 == 5 ? Double.NaN : t.columns().get(1).get(i)));
            assertEquals(20, Runs.of(o, "half cycles").value());
            Measurement m = Runs.of(o, "overpotential of half cycle 3");
            assertEquals(1000 * truth.mean(2), m.value(), 0.3);
            assertTrue(Runs.of(o, "largest overpotential").value() > 40);
        }
    }

    @Test
    void aSingleReadingMakesNoLargestOverpotential() throws Exception {
        Table t = SymmetricTruth.healthy(20, 60, 0.004, 2).table(true);
        double plain = Runs.of(Runs.run(OPERATION, t), "largest overpotential").value();
        Table spiked = changed(t, 1, i -> i == 200 ? 2 : t.columns().get(1).get(i));
        assertEquals(plain, Runs.of(Runs.run(OPERATION, spiked), "largest overpotential").value(), 0.5);
    }

    @Test
    void whatIsDoubtfulOfTheRecordIsDoubtfulOfEveryNumber() throws Exception {
        Outcome o = Runs.run(OPERATION, SymmetricTruth.healthy(60, 60, 0.004, 2).shorted(40, 5, 0.3).table(false),
                "limit", "40");
        for (Measurement m : o.measurements()) {
            assertFalse(m.verdict().isSound(), m.name());
        }
        assertTrue(Runs.names(o).containsAll(List.of("shorts", "time to the first short", "noise of the voltage")));
    }

    @Test
    void resistancesHoldTheAccuracyOfTheCurrent() throws Exception {
        Table t = SymmetricTruth.healthy(20, 60, 0.004, 2).table(true);
        Measurement r = Runs.of(Runs.run(OPERATION, t, "record.accuracy", "3", "record.voltage", "0"),
                "resistance in half cycle 3");
        assertEquals(0.03 * r.value(), r.uncertainty(), 0.002 * r.value());
    }

    @Test
    void aPauseThatWasNotLoggedIsNoTimeWithCurrent() throws Exception {
        Rows rows = new Rows();
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            rows.step(61, 60, f -> 1e-3 * sign, f -> 0.05 * sign).pause(k == 2 ? 36060 : 60);
        }
        Measurement t = Runs.of(Runs.run(OPERATION, rows.table()), "time with current");
        assertEquals(6 + 5 / 60.0 + 5, t.value(), 1e-9);
        assertFalse(t.verdict().isSound());
        // ten hours, and a minute at both ends
        assertEquals(Math.hypot(10 / Math.sqrt(12), 2 / 60.0 / Math.sqrt(3)), t.uncertainty(), 1e-3);
        Rows whole = new Rows();
        for (int k = 0; k < 6; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            whole.step(61, 60, f -> 1e-3 * sign, f -> 0.05 * sign).pause(60);
        }
        Measurement closed = Runs.of(Runs.run(OPERATION, whole.table()), "time with current");
        assertEquals(6 + 5 / 60.0, closed.value(), 1e-9);
        assertTrue(closed.verdict().isSound());
        assertEquals(2 / 60.0 / Math.sqrt(3), closed.uncertainty(), 1e-3);
    }

    @Test
    void aCellThatIsShortedFromTheBeginningHasNoSoundNumberOfShorts() throws Exception {
        Random random = new Random(1);
        Rows rows = new Rows();
        for (int k = 0; k < 12; k++) {
            double sign = k % 2 == 0 ? 1 : -1;
            rows.step(61, 60, f -> 1e-3 * sign, f -> 2e-5 * sign + 1e-4 * random.nextGaussian()).rest(5, 60, 0);
        }
        Measurement shorts = Runs.of(Runs.run(OPERATION, rows.table()), "shorts");
        assertTrue(shorts.verdict().reason().contains("shorted from the beginning"), shorts.pretty());
    }

    @Test
    void whereNothingCouldHaveFallenShortsAreWithheld() throws Exception {
        assertTrue(Runs.of(Runs.run(OPERATION, SymmetricTruth.healthy(3, 60, 0.004, 2).table(true)), "shorts").verdict()
                .isWithheld());
        assertTrue(Runs.of(Runs.run(OPERATION, SymmetricTruth.healthy(4, 60, 0.004, 2).table(true)), "shorts").verdict()
                .isSound());
    }
}
