package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CellStep;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;
import org.junit.jupiter.api.Test;

class VoltageCurveTest {

    private static final String C = RecordColumns.CHARGE_CAPACITY;
    private static final String D = RecordColumns.DISCHARGE_CAPACITY;

    private static CellStep active(CellSegmentation s, int which) {
        return s.steps().stream().filter(CellStep::isActive).toList().get(which);
    }

    @Test
    void theChargeGrowsWithTheCurrentFromRowToRow() throws Exception {
        CellSegmentation s = new Rows().rest(11, 60, 3).cycle(1).segment();
        for (int direction = 0; direction < 2; direction++) {
            VoltageCurve c = VoltageCurve.of(s, active(s, direction));
            assertEquals(61, c.charge().length);
            double end = active(s, direction).charge().capacity();
            for (int i = 0; i <= 60; i++) {
                assertEquals(end * i / 60, c.charge()[i], 1e-12);
                assertEquals(60.0 * i, c.time()[i], 1e-9);
                assertEquals((direction == 0 ? 3.1 : 3.9) + (direction == 0 ? 1 : -1) * i / 60.0, c.voltage()[i],
                        1e-12);
            }
        }
    }

    @Test
    void itEndsWithTheChargeOfTheStepByTheCounter() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(1).cycle(1);
        rows.rows.forEach(r -> {
            r[5] *= 1.005;
            r[6] *= 1.005;
        });
        CellSegmentation s = rows.segment(C, D);
        VoltageCurve c = VoltageCurve.of(s, active(s, 0));
        assertEquals(1.005, c.charge()[60], 1e-9);
        assertEquals(1.005 / 2, c.charge()[30], 1e-9);
    }

    @Test
    void rowsWithoutAVoltageAreLeftOutAndTheirChargeIsNot() throws Exception {
        Rows rows = new Rows().rest(11, 60, 3).cycle(1);
        rows.rows.get(11 + 30)[1] = Double.NaN;
        CellSegmentation s = rows.segment();
        VoltageCurve c = VoltageCurve.of(s, active(s, 0));
        assertEquals(60, c.charge().length);
        assertEquals(c.charge()[59] * 29 / 60, c.charge()[29], 1e-9);
        assertEquals(c.charge()[59] * 31 / 60, c.charge()[30], 1e-9);
        assertEquals(1860, c.time()[30], 1e-9);
    }

    @Test
    void aCurrentThatChangesIsIntegratedByTrapezoids() throws Exception {
        // falls in a straight line from 1 to 0.5 A: charge goes as f - f^2 / 4
        Rows rows = new Rows().rest(11, 60, 3).step(61, 60, f -> 1 - f / 2, f -> 3.1 + f).rest(11, 60, 4);
        CellSegmentation s = rows.segment();
        VoltageCurve c = VoltageCurve.of(s, active(s, 0));
        double end = c.charge()[60];
        for (int i = 0; i <= 60; i += 15) {
            double f = i / 60.0;
            assertEquals(end * (f - f * f / 4) / 0.75, c.charge()[i], 1e-9);
        }
    }

    @Test
    void recordedIncrementsAreSummed() throws Exception {
        int n = 100;
        double[][] columns = new double[3][n];
        for (int i = 0; i < n; i++) {
            columns[0][i] = i < 50 ? 60.0 * i : 60.0 * 49 + 120.0 * (i - 49);
            boolean on = i >= 20 && i < 80;
            columns[1][i] = on ? 3.1 + 0.01 * (i - 20) : 3;
            // one current, of which A.h were put in during the interval that ends at the row
            columns[2][i] = on ? i < 50 ? 0.02 : 0.04 : 0;
        }
        Table t = new Table(DatasetHeader.of("cell", RecordColumns.CYCLING, Metadata.EMPTY), List.of(
                Column.of(RecordColumns.TIME, "s", columns[0]), Column.of(RecordColumns.VOLTAGE, "V", columns[1]),
                Column.of("dq", "A.h", columns[2])));
        CellSegmentation s = Segmenter.segment(CellRecord.of(t).orElseThrow(), SegmentationRules.AUTOMATIC);
        VoltageCurve c = VoltageCurve.of(s, active(s, 0));
        int last = c.charge().length - 1;
        assertEquals(59, last);
        double all = 29 * 0.02 + 30 * 0.04;
        assertEquals(29 * 0.02 / all, c.charge()[29] / c.charge()[last], 1e-9);
        assertEquals((29 * 0.02 + 10 * 0.04) / all, c.charge()[39] / c.charge()[last], 1e-9);
    }

    @Test
    void pointsAreThinnedEvenlyOverTheCharge() {
        int n = 101;
        double[][] all = new double[3][n];
        for (int i = 0; i < n; i++) {
            all[0][i] = i / 100.0;
            all[1][i] = 3 + i;
            all[2][i] = 10 * i;
        }
        VoltageCurve c = new VoltageCurve(all[0], all[1], all[2]);
        VoltageCurve five = c.thinned(5);
        assertArrayEquals(new double[] {0, 0.25, 0.5, 0.75, 1}, five.charge(), 1e-12);
        assertArrayEquals(new double[] {3, 28, 53, 78, 103}, five.voltage(), 1e-12);
        assertArrayEquals(new double[] {0, 250, 500, 750, 1000}, five.time(), 1e-12);
        assertSame(c, c.thinned(101));
        assertEquals(100, c.thinned(100).charge().length, 1);
        // points that come too late to be one of the even ones: the end is kept
        VoltageCurve gap = new VoltageCurve(new double[] {0, 0.1, 0.2, 1}, new double[] {1, 2, 3, 4}, new double[4])
                .thinned(3);
        assertArrayEquals(new double[] {0, 1}, gap.charge(), 1e-12);
        assertArrayEquals(new double[] {1, 4}, gap.voltage(), 1e-12);
    }
}
