package org.interphase.technique.battery.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What recorded times do wrong changes no capacity, and is said. */
class ClockTest {

    private static Rows record() {
        Rows rows = new Rows().rest(11, 60, 3);
        for (int i = 0; i < 5; i++) {
            rows.cycle(1);
        }
        return rows;
    }

    private static void right(CellSegmentation s, double tolerance) {
        assertEquals(10, s.halfCycles().size());
        for (HalfCycle h : s.halfCycles()) {
            assertEquals(1, h.integral(), tolerance);
        }
        double before = -1;
        for (int i = 0; i < s.record().rows(); i++) {
            assertTrue(s.clock().at(i) >= before, "row " + i);
            before = s.clock().at(i);
        }
    }

    @Test
    void timeThatStartsAnewWithEachStepIsJoined() throws Exception {
        Rows rows = record();
        double start = 0;
        double step = 0;
        for (double[] r : rows.rows) {
            if (r[3] != step) {
                step = r[3];
                start = r[0];
            }
            r[0] -= start;
        }
        CellSegmentation s = rows.segment();
        right(s, 1e-9);
        assertTrue(Rows.codes(s).contains("time-restart"));
    }

    @Test
    void timeThatStartsAnewIsJoinedByDatesWhereThereAreSome() throws Exception {
        Rows rows = record();
        double truth = rows.last()[0];
        rows.rows.subList(200, rows.rows.size()).forEach(r -> r[0] -= rows.rows.get(200)[7] - 1.7e9);
        CellSegmentation s = rows.segment("date");
        right(s, 1e-9);
        assertEquals(truth, s.clock().at(s.record().rows() - 1), 1e-6);
    }

    @Test
    void timeOfDayWrapsAtMidnight() throws Exception {
        Rows rows = record();
        rows.rows.forEach(r -> r[0] = (r[0] + 80000) % 86400);
        CellSegmentation s = rows.segment();
        right(s, 1e-9);
        assertTrue(Rows.codes(s).contains("time-midnight"));
    }

    @Test
    void aClockSetBackByAnHourIsCountedOn() throws Exception {
        Rows rows = record();
        rows.rows.subList(230, rows.rows.size()).forEach(r -> r[0] -= 3600);
        CellSegmentation s = rows.segment();
        right(s, 0.02);
        assertTrue(Rows.codes(s).contains("time-zone"));
    }

    @Test
    void oneStrayTimeMovesNothingElse() throws Exception {
        Rows rows = record();
        rows.rows.get(40)[0] = 5;
        CellSegmentation s = rows.segment();
        right(s, 1e-9);
        assertTrue(Rows.codes(s).contains("time-stray"));
    }

    @Test
    void millisecondsUnderTheNameOfSecondsAreSeenByTheDates() throws Exception {
        Rows rows = record();
        rows.rows.forEach(r -> r[0] *= 1000);
        CellSegmentation s = rows.segment("date");
        right(s, 1e-9);
        assertTrue(Rows.codes(s).contains("time-in-ms"));
    }

    @Test
    void millisecondsUnderTheNameOfSecondsMakeEveryChargeDoubtfulWhereOnlyTheCounterTells() throws Exception {
        Rows rows = record();
        rows.rows.forEach(r -> r[0] *= 1000);
        CellSegmentation s = rows.segment("charge capacity", "discharge capacity");
        assertFalse(s.verdict().isSound());
        assertTrue(Rows.codes(s).contains("counter-ignored"));
    }

    @Test
    void nothingIsIntegratedAcrossAGap() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).constant(31, 60, 1, 3.1, 3.6).pause(7 * 3600);
        rows.constant(31, 60, 1, 3.6, 4.1).rest(11, 60, 4);
        CellSegmentation s = rows.segment();
        assertEquals(1, s.halfCycles().get(0).integral(), 1e-9);
        assertTrue(Rows.codes(s).contains("gap"));
        // the charge may have flowed in it: that is in the uncertainty
        assertEquals(7 / Math.sqrt(3), s.halfCycles().get(0).capacityU(), 0.01);
        assertTrue(s.halfCycles().get(0).verdict().reason().contains("a gap of time"));
    }

    @Test
    void aJointOfUnknownLengthWithinAStepMakesItsChargeDoubtful() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).constant(61, 60, 1, 3.1, 4.1).rest(11, 60, 4);
        rows.rows.subList(40, rows.rows.size()).forEach(r -> r[0] -= rows.rows.get(40)[7] - 1.7e9);
        CellSegmentation s = rows.segment();
        assertTrue(s.halfCycles().get(0).verdict().reason().contains("joint of unknown length"));
        assertTrue(rows.segment("date").halfCycles().get(0).verdict().isSound());
    }

    @Test
    void aClockOfTheStepLosesNoMoreThanAnInterval() throws Exception {
        Rows rows = record();
        double start = 0;
        double step = 0;
        for (double[] r : rows.rows) {
            start = r[3] == step ? start : r[0];
            step = r[3];
            r[0] -= start;
        }
        HalfCycle h = rows.segment().halfCycles().get(1);
        assertTrue(h.verdict().isSound());
        assertEquals(Math.sqrt(2.0 / 3) * 60 / 3600, h.capacityU(), 1e-9);
    }

    @Test
    void aGapTheCounterCountedThroughIsCharged() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).constant(601, 6, 1, 3.1, 4.1).rest(11, 60, 4);
        List<double[]> kept = new ArrayList<>(rows.rows);
        kept.subList(200, 400).clear();
        rows.rows.clear();
        rows.rows.addAll(kept);
        CellSegmentation s = rows.segment("charge capacity", "discharge capacity");
        assertEquals(1, s.halfCycles().get(0).capacity(), 1e-6);
    }

    @Test
    void restsAndTheirLengthAddNoCharge() throws Exception {
        Rows rows = new Rows().rest(3, 100000, 3).cycle(1).pause(1e6).rest(2, 1e5, 3).cycle(1);
        CellSegmentation s = rows.segment();
        for (HalfCycle h : s.halfCycles()) {
            assertEquals(1, h.integral(), 1e-9);
        }
    }

    @Test
    void duplicatedRowsAddNothing() throws Exception {
        Rows rows = record();
        List<double[]> twice = new ArrayList<>();
        rows.rows.forEach(r -> {
            twice.add(r);
            twice.add(r);
        });
        rows.rows.clear();
        rows.rows.addAll(twice);
        CellSegmentation s = rows.segment();
        right(s, 1e-9);
        assertTrue(Rows.codes(s).contains("duplicate-rows"));
    }

    @Test
    void missingReadingsAreBridgedByTheirNeighbours() throws Exception {
        Rows rows = record();
        rows.rows.get(30)[2] = Double.NaN;
        rows.rows.get(45)[1] = Double.NaN;
        rows.rows.get(50)[0] = Double.NaN;
        CellSegmentation s = rows.segment();
        assertEquals(10, s.halfCycles().size());
        assertEquals(1, s.halfCycles().get(0).integral(), 1e-9);
    }
}
