package org.interphase.technique.battery.segmentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.electro.record.CellRecord;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** Recorded files: what is known of them from elsewhere holds. */
class RecordedCyclesTest {

    private static CellSegmentation of(Table table) throws Exception {
        return Segmenter.segment(CellRecord.of(table).orElseThrow(), SegmentationRules.AUTOMATIC);
    }

    @Test
    void halfCyclesOfEcLabAreThoseOfTheRecordedIncrements() throws Exception {
        CellSegmentation s = of(RecordedTables.gcpl());
        double[] truth = {3.25196, 2.61607, 2.25243, 2.09263, 2.11951, 1.98816, 2.08828, 1.97890};
        assertEquals(truth.length, s.halfCycles().size());
        for (int i = 0; i < truth.length; i++) {
            assertEquals(i % 2 == 0 ? -1 : 1, s.halfCycles().get(i).direction());
            assertEquals(truth[i], s.halfCycles().get(i).capacity() * 1000, 5e-6, "half cycle " + i);
        }
        assertEquals(4, s.cycles().size());
    }

    @Test
    void pulsesAgainstADischargeOpenNoHalfCycle() throws Exception {
        CellSegmentation s = of(RecordedTables.pulses());
        assertEquals(1, s.halfCycles().size());
        assertEquals(9, s.steps().stream().filter(c -> c.type() == StepType.PULSE && c.direction() > 0).count());
    }

    @Test
    void aNewareHalfCellHasItsRecordedCycles() throws Exception {
        CellSegmentation s = of(RecordedTables.neware());
        // the fourth recorded number is borne by two cycles
        assertEquals(5, s.cycles().size());
        HalfCycle first = s.cycles().get(0).discharge().orElseThrow();
        assertEquals(4.68031 + 0.28183 + 0.12414, first.capacity() * 1000, 2e-5);
        assertEquals(4.24934, s.cycles().get(0).charge().orElseThrow().capacity() * 1000, 2e-5);
        assertEquals(1.73322, s.cycles().get(0).charge().orElseThrow().energy() * 1000, 2e-3);
        assertTrue(!s.cycles().get(4).isComplete());
    }

    @Test
    void anArbinRecordThatBeginsInAChargeIsReadByItsCounters() throws Exception {
        CellSegmentation s = of(RecordedTables.arbin());
        CellCycle second = s.cycles().get(s.cycles().size() - 1);
        assertEquals(1.072532, second.charge().orElseThrow().capacity(), 2e-5);
        assertEquals(1.072909, second.discharge().orElseThrow().capacity(), 2e-5);
    }

    @Test
    void theRowOfEachStepWhoseTimeIsZeroIsReported() throws Exception {
        CellSegmentation s = of(RecordedTables.rateTest());
        assertTrue(Rows.codes(s).contains("time-stray"));
        assertTrue(Rows.codes(s).contains("cycles-by-order"));
    }

    @Test
    void slowChargingIsOneHalfCycleEach() throws Exception {
        CellSegmentation s = of(RecordedTables.slow());
        assertEquals(3, s.halfCycles().size(), Rows.types(s));
        // its time is 3600 times what it should be, which nothing in it tells but its length
        assertFalse(s.verdict().isSound());
        CellSegmentation told = Segmenter.segment(CellRecord.of(RecordedTables.slow()).orElseThrow(),
                new SegmentationRules(CycleRule.AUTOMATIC, CurrentSign.AUTOMATIC, null, 1 / 3600.0, 0.05));
        assertTrue(told.verdict().isSound());
        assertEquals(6.41, told.halfCycles().get(1).capacity() * 1000, 0.01);
    }
}
