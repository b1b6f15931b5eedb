package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.battery.segmentation.RecordedTables;
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
        Outcome o = Runs.run(OPERATION, truth.table(true));
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
}
