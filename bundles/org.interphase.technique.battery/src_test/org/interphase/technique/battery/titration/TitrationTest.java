package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;
import org.junit.jupiter.api.Test;

/** Pulses of 1 A and 100 s with rests of 300 s, in rows 10 s apart, found in a record. */
class TitrationTest {

    private static Rows record(int pulses) {
        Rows rows = new Rows().rest(20, 10, 3.5);
        for (int k = 0; k < pulses; k++) {
            double at = 3.5 + 0.05 * k;
            rows.pause(10).step(11, 10, f -> 1, f -> at + 0.05 + 0.05 * Math.sqrt(f)).pause(10)
                    .step(31, 10, f -> 0, f -> at + 0.05 + 0.03 * (1 - Math.sqrt(f)));
        }
        return rows;
    }

    private static Titration of(CellSegmentation cell) throws AnalysisException {
        return Titration.of(cell, null, ParticleShape.SPHERE, null, Progress.none());
    }

    @Test
    void aPulseBeginsAtItsFirstRowAndEndsAtItsLastAsUnsureAsTheSampling() throws Exception {
        Titration t = of(record(2).segment());
        assertEquals(2, t.points().size());
        Pulse p = t.points().get(0).pulse();
        assertEquals(new Pulse(1, 19, 20, 30, 61, 200, 300, p.timing(), 1), p);
        assertEquals(10 * Math.sqrt(2 / 3.0), p.timing(), 1e-9);
        Pulse second = t.points().get(1).pulse();
        assertEquals(2, second.number());
        assertEquals(61, second.before());
        assertEquals(62, second.first());
        assertEquals(103, second.end());
        assertEquals(100, second.charge(), 1e-9);
    }

    @Test
    void aPointStandsAtTheMiddleOfTheChargeOfItsPulse() throws Exception {
        List<PulsePoint> points = of(record(3).segment()).points();
        assertEquals(50 / 3600.0, points.get(0).charge(), 1e-12);
        assertEquals(150 / 3600.0, points.get(1).charge(), 1e-12);
        assertEquals(250 / 3600.0, points.get(2).charge(), 1e-12);
        PulsePoint first = points.get(0);
        assertEquals(3.55, first.rested(), 1e-12);
        assertEquals(0.05, first.polarisation(), 1e-9);
        assertEquals(0.05, first.classical().steady(), 1e-12);
        // a tenth of the pulse left out begins with its third row
        Titration less = Titration.of(record(3).segment(), null, ParticleShape.SPHERE, 15.0, Progress.none());
        assertEquals(220, less.points().get(0).fittedTimes()[1], 1e-9);
        assertEquals(210, first.fittedTimes()[1], 1e-9);
        assertEquals(first.fit().e0() + first.fit().equilibrium() - 3.55, first.remaining(), 1e-12);
    }

    @Test
    void anotherPotentialIsAnalysedWhereItIsNamed() throws Exception {
        CellSegmentation cell = record(1).segment();
        double[] half = new double[cell.record().rows()];
        for (int i = 0; i < half.length; i++) {
            half[i] = cell.record().voltage().get(i) / 2;
        }
        assertEquals(0.025, Titration.of(cell, Points.channel(half), ParticleShape.SLAB, null, Progress.none()).points()
                .get(0).polarisation(), 1e-9);
    }

    private static Pulse told(double since) throws Exception {
        Rows rows = record(1);
        double[] step = new double[rows.rows.size()];
        for (int i = 0; i < step.length; i++) {
            step[i] = rows.rows.get(i)[0] - (i < 20 ? 0 : i < 31 ? 200 - since : 310);
        }
        List<Column> columns = new ArrayList<>(rows.table().columns());
        columns.add(Column.of(RecordColumns.STEP_TIME, "s", step));
        return of(Segmenter.segment(CellRecord.of(new Table(rows.table().header(), columns)).orElseThrow(),
                SegmentationRules.AUTOMATIC)).points().get(0).pulse();
    }

    @Test
    void theTimeOfTheStepTellsWhenItBegan() throws Exception {
        assertEquals(196, told(4).on(), 1e-9);
        // the end alone is unsure then
        assertEquals(10 / Math.sqrt(3), told(4).timing(), 1e-9);
        // an interval before the row before is the most that can be
        assertEquals(180, told(20).on(), 1e-9);
        assertEquals(200, told(21).on(), 1e-9);
    }

    @Test
    void pulsesStandBetweenRests() throws Exception {
        Rows rows = record(1).pause(10).constant(31, 10, 1, 3.6, 3.7).constant(31, 10, -1, 3.6, 3.5);
        assertEquals(1, of(rows.segment()).points().size());
        AnalysisException none = assertThrows(AnalysisException.class, () -> of(new Rows().rest(20, 10, 3.5)
                .constant(31, 10, 1, 3.6, 3.7).segment()));
        assertTrue(none.getMessage().contains("a rest before and behind it"));
        assertTrue(List.of(Titration.kinds()).contains(RecordColumns.CYCLING));
    }

    @Test
    void interruptionsHaveAPulseOnEachSide() throws Exception {
        List<Interruptions> all = Titration.interruptions(record(4).segment(), ParticleShape.SPHERE, 5, 200,
                Progress.none());
        assertEquals(List.of(2, 3), all.stream().map(i -> i.pulse().number()).toList());
        // 30 mV over the root of 300 s, begun at the last row of the current
        assertEquals(-0.03 / Math.sqrt(300), all.get(0).root(), 0.2 * 0.03 / Math.sqrt(300));
        // the potential rises by 50 mV in 100 s of current
        assertEquals(5e-4, all.get(0).drift(), 1e-9);
    }
}
