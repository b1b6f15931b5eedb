package org.interphase.technique.battery.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Counters, half cycles and cycles. */
class CyclesTest {

    private static final String C = "charge capacity";
    private static final String D = "discharge capacity";

    private static Rows record(boolean chargeFirst) {
        Rows rows = new Rows().rest(11, 60, 3.5);
        for (int i = 0; i < 4; i++) {
            rows.constant(61, 60, chargeFirst ? 1 : -1, chargeFirst ? 3.1 : 3.9, chargeFirst ? 4.1 : 2.9)
                    .rest(11, 60, 3.5);
            rows.constant(58, 60, chargeFirst ? -1 : 1, chargeFirst ? 3.9 : 3.1, chargeFirst ? 2.9 : 4.1)
                    .rest(11, 60, 3.5).nextCycle();
        }
        return rows;
    }

    private static void resetting(Rows rows, int by) {
        double c = 0;
        double d = 0;
        double[] before = null;
        for (double[] r : rows.rows) {
            double[] raw = r.clone();
            if (before != null && r[by] != before[by]) {
                c = before[5];
                d = before[6];
            }
            before = raw;
            r[5] -= c;
            r[6] -= d;
        }
    }

    private static void agree(CellSegmentation s) {
        assertEquals(8, s.halfCycles().size());
        for (int i = 0; i < 8; i++) {
            double truth = i % 2 == 0 ? 1 : 57 / 60.0;
            assertEquals(truth, s.halfCycles().get(i).capacity(), 1e-9, "half cycle " + i);
            assertEquals(truth, s.halfCycles().get(i).counter(), 1e-9, "counter of half cycle " + i);
        }
        assertTrue(Rows.codes(s).contains("counter-agrees"));
    }

    @Test
    void countersThatRunOnAreRead() throws Exception {
        CellSegmentation s = record(true).segment(C, D);
        agree(s);
        assertEquals("run on", s.counters());
    }

    @Test
    void countersThatStartAnewWithEachStepAreRead() throws Exception {
        Rows rows = record(true);
        resetting(rows, 3);
        CellSegmentation s = rows.segment(C, D);
        agree(s);
    }

    @Test
    void countersThatStartAnewWithEachCycleAreRead() throws Exception {
        Rows rows = record(true);
        resetting(rows, 4);
        CellSegmentation s = rows.segment(C, D);
        agree(s);
        assertEquals("start anew with each cycle", s.counters());
    }

    @Test
    void countersThatCountDoubleAreLeftForTheIntegral() throws Exception {
        Rows rows = record(true);
        rows.rows.forEach(r -> {
            r[5] *= 2;
            r[6] *= 2;
        });
        CellSegmentation s = rows.segment(C, D);
        assertEquals(1, s.halfCycles().get(0).capacity(), 1e-9);
        assertFalse(s.verdict().isSound());
        assertTrue(s.remarks().stream().anyMatch(r -> r.text().contains("count double")));
    }

    private static CellSegmentation gained(double gain) throws Exception {
        Rows rows = record(true);
        rows.rows.forEach(r -> {
            r[5] *= gain;
            r[6] *= gain;
        });
        return rows.segment(C, D);
    }

    @Test
    void aCounterOffByWhatTheIntegralCantExplainIsAsUnsure() throws Exception {
        HalfCycle h = gained(1.005).halfCycles().get(2);
        assertEquals(1.005, h.capacity(), 1e-9);
        assertEquals(0.005, h.capacityU(), 5e-4);
        // a counter that agrees and has no end of digits is not as unsure as its advance from row to row
        assertTrue(record(true).segment(C, D).halfCycles().get(2).capacityU() < 1e-6);
    }

    @Test
    void aCounterATenthOffMakesEveryChargeDoubtful() throws Exception {
        CellSegmentation s = gained(1.1);
        assertEquals(1, s.halfCycles().get(2).capacity(), 1e-9);
        assertFalse(s.verdict().isSound());
        assertTrue(s.verdict().reason().contains("1.1"), s.verdict().reason());
    }

    @Test
    void aDigitOfACounterIsItsSmallestDifferenceNotItsSmallestAdvance() throws Exception {
        Rows rows = record(true);
        rows.rows.forEach(r -> {
            r[5] = Math.rint(r[5] * 1e4) / 1e4;
            r[6] = Math.rint(r[6] * 1e4) / 1e4;
        });
        CellStep s = rows.segment(C, D).halfCycles().get(1).steps().get(0);
        assertEquals(1e-4, s.charge().resolution(), 1e-9);
    }

    @Test
    void countersThatCountTheOtherDirectionTooAreRead() throws Exception {
        Rows rows = record(true);
        rows.rows.forEach(r -> {
            double both = r[5] + r[6];
            r[5] = both;
            r[6] = both;
        });
        agree(rows.segment(C, D));
    }

    @Test
    void oneCounterThatFallsInADischargeIsReadThroughZero() throws Exception {
        Rows rows = record(true);
        // what was charged less what was discharged, that begins anew at zero in the middle of the first discharge
        rows.rows.forEach(r -> r[5] -= r[6] + 0.5);
        CellSegmentation s = rows.segmentCapacity();
        for (int i = 0; i < 8; i++) {
            assertEquals(i % 2 == 0 ? 1 : 57 / 60.0, s.halfCycles().get(i).counter(), 1e-9, "half cycle " + i);
        }
    }

    @Test
    void aRestThatWasNotLoggedMovesNothingWhereStepsHaveTheirTimes() throws Exception {
        Rows rows = new Rows();
        for (int n = 0; n < 3; n++) {
            rows.constant(61, 60, 1, 3.1, 4.1).pause(900).constant(58, 60, -1, 3.9, 2.9).pause(900);
        }
        CellSegmentation s = rows.segmentStepTime();
        for (int i = 0; i < 5; i++) {
            HalfCycle h = s.halfCycles().get(i);
            double truth = i % 2 == 0 ? 1 : 57 / 60.0;
            assertEquals(truth, h.capacity(), 2 * h.capacityU(), "half cycle " + i);
            assertEquals(truth, h.capacity(), 0.02, "half cycle " + i);
            // an interval more or less at the end moves the mean, which lies half a volt from there
            double mean = i % 2 == 0 ? 3.6 : 3.4;
            StepCharge c = h.steps().get(0).charge();
            assertEquals(mean, c.meanVoltage(), 2 * c.meanVoltageU(), "mean voltage of half cycle " + i);
        }
    }

    @Test
    void aCounterInAnotherUnitMakesEveryChargeDoubtful() throws Exception {
        Rows rows = record(true);
        rows.rows.forEach(r -> {
            r[5] *= 1000;
            r[6] *= 1000;
        });
        CellSegmentation s = rows.segment(C, D);
        assertFalse(s.verdict().isSound());
    }

    @Test
    void aCounterThatFailsInOneStepIsReplacedThere() throws Exception {
        Rows rows = record(true);
        double stuck = rows.rows.get(20)[5];
        for (double[] r : rows.rows) {
            if (r[3] == 2 && r[5] > stuck) {
                r[5] = stuck;
            } else if (r[3] > 2) {
                r[5] -= 1 - stuck;
            }
        }
        CellSegmentation s = rows.segment(C, D);
        assertEquals(1, s.halfCycles().get(0).capacity(), 1e-9);
        assertTrue(Rows.codes(s).contains("counter-step"));
    }

    @Test
    void aDischargeFirstCellMakesCyclesThatBeginWithADischarge() throws Exception {
        CellSegmentation s = record(false).segment();
        assertEquals(4, s.cycles().size());
        for (CellCycle c : s.cycles()) {
            assertEquals(-1, c.halfCycles().get(0).direction());
            assertTrue(c.isComplete());
        }
        CellSegmentation forced = record(false).segment(SegmentationRules.AUTOMATIC.with(CycleRule.CHARGE_FIRST));
        assertEquals(5, forced.cycles().size());
        assertEquals("there is no charge", forced.cycles().get(0).incomplete());
    }

    @Test
    void aRestThatOpensACycleMovesNothing() throws Exception {
        CellSegmentation s = record(true).segment("cycle");
        assertEquals(List.of(1, 2, 3, 4), s.cycles().stream().map(CellCycle::number).toList());
        assertTrue(Rows.codes(s).contains("cycles-recorded"));
        // the same record with each rest in the next cycle
        Rows rows = record(true);
        rows.rows.forEach(r -> r[4] = r[2] == 0 && r[3] % 4 == 1 && r[3] > 1 ? r[4] + 1 : r[4]);
        assertEquals(4, rows.segment("cycle").cycles().size());
    }

    @Test
    void aCycleNumberThatNeverChangesIsIgnoredAndSaidSo() throws Exception {
        Rows rows = record(true);
        rows.rows.forEach(r -> r[4] = 1);
        CellSegmentation s = rows.segment("cycle");
        assertEquals(4, s.cycles().size());
        assertTrue(Rows.codes(s).contains("cycles-by-order"));
        CellSegmentation asked = rows.segment(SegmentationRules.AUTOMATIC.with(CycleRule.AS_RECORDED), "cycle");
        assertEquals(1, asked.cycles().size());
    }

    @Test
    void heldVoltagesBreakNoCycle() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3);
        for (int i = 0; i < 3; i++) {
            rows.constant(61, 60, 1, 3.1, 4.1).held(30, 60, 1, 0.05, 4.1).nextCycle().rest(11, 60, 4)
                    .constant(61, 60, -1, 3.9, 2.9).held(30, 60, -1, -0.05, 2.9).nextCycle().rest(11, 60, 3);
        }
        CellSegmentation s = rows.segment("cycle");
        assertEquals(6, s.halfCycles().size());
        assertEquals(3, s.cycles().size());
        assertTrue(s.cycles().stream().allMatch(CellCycle::isComplete));
    }

    @Test
    void halfCycleNumbersThatSkipMeanNothing() throws Exception {
        Rows rows = record(false);
        rows.rows.forEach(r -> r[4] = r[4] * 2 + 3);
        CellSegmentation s = rows.segment("cycle");
        assertEquals(4, s.cycles().size());
        assertEquals(5, s.cycles().get(0).number());
    }

    @Test
    void aLastCycleThatIsCutIsKeptAndMarked() throws Exception {
        Rows rows = record(true).constant(31, 60, 1, 3.1, 3.6);
        CellSegmentation s = rows.segment();
        assertEquals(5, s.cycles().size());
        assertFalse(s.halfCycles().get(8).isComplete());
        assertFalse(s.cycles().get(4).isComplete());
        assertTrue(s.cycles().get(3).isComplete());
        Rows half = record(true).constant(61, 60, 1, 3.1, 4.1).rest(3, 60, 3.5).constant(30, 60, -1, 3.9, 3.5);
        assertEquals("the record ends in it", half.segment().cycles().get(4).incomplete());
    }

    @Test
    void aLastHalfCycleThatReachesItsEndIsWhole() throws Exception {
        Rows rows = record(true).constant(61, 60, 1, 3.1, 4.1).rest(3, 60, 3.5).constant(56, 60, -1, 3.9, 2.9);
        assertTrue(rows.segment().cycles().get(4).isComplete());
    }

    @Test
    void aRecordThatBeginsInAChargeSaysSo() throws Exception {
        Rows rows = new Rows().constant(11, 60, 1, 4, 4.1).rest(5, 60, 4).constant(61, 60, -1, 3.9, 2.9)
                .rest(5, 60, 3).cycle(1);
        CellSegmentation s = rows.segment();
        assertEquals("it was begun before the record", s.halfCycles().get(0).incomplete());
    }

    @Test
    void whenTheCurrentTurnedOnBetweenTwoRowsIsInTheUncertainty() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).pause(60).constant(60, 60, 1, 3.1, 4.1).pause(60).rest(5, 60, 4);
        HalfCycle h = rows.segment().halfCycles().get(0);
        assertEquals(1, h.integral(), 1e-9);
        assertEquals(60 / 3600.0 / Math.sqrt(2), h.capacityU(), 1e-9);
    }

    @Test
    void aRecordedNumberThatStartsAnewIsCountedOn() throws Exception {
        Rows rows = record(true);
        double[] odd = {0, 3, 4, 1, 2};
        rows.rows.forEach(r -> r[4] = odd[(int) r[4]]);
        CellSegmentation s = rows.segment("cycle");
        assertEquals(List.of(3, 4, 5, 6), s.cycles().stream().map(CellCycle::number).toList());
        assertTrue(Rows.codes(s).contains("cycles-counted-on"));
        assertFalse(Rows.codes(record(true).segment("cycle")).contains("cycles-counted-on"));
    }
}
