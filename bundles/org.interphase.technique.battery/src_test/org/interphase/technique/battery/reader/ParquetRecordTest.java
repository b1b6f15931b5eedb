package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.Table;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.synthetic.ParquetFileBytes;
import org.junit.jupiter.api.Test;

/** Records of cyclers kept as Parquet. */
class ParquetRecordTest {

    private static double[] column(Table t, String name) {
        Column c = t.columns().stream().filter(x -> x.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError(name + " is not in " + t.columns().stream().map(Column::name).toList()));
        double[] out = new double[t.rows()];
        Arrays.setAll(out, c::get);
        return out;
    }

    @Test
    void batteryDataFormatIsReadAsItsText() throws IOException {
        double[] time = {0, 10, 20, 30};
        double[] voltage = {3.2, 3.3, 3.35, 3.3};
        double[] current = {0.5, 0.5, -0.25, 0};
        StringBuilder text = new StringBuilder("Test Time / s,Voltage / V,Current / A,Cycle Count / 1\n");
        for (int i = 0; i < time.length; i++) {
            text.append(time[i]).append(',').append(voltage[i]).append(',').append(current[i]).append(",1\n");
        }
        Table expected = CyclerFiles.read("a.bdf.csv", text.toString());
        Source file = Source.of("a.bdf.parquet", new ParquetFileBytes().doubles("Test Time / s", time)
                .doubles("Voltage / V", voltage).doubles("Current / A", current).longs("Cycle Count / 1", 1, 1, 1, 1)
                .gzip().bytes());
        assertTrue(CyclerFiles.confidence(file) >= 90);
        Table t = CyclerFiles.read(file);
        assertEquals(RecordColumns.CYCLING, t.kind().id());
        assertEquals(expected.columns().stream().map(Column::name).toList(), t.columns().stream().map(Column::name)
                .toList());
        for (Column c : expected.columns()) {
            assertArrayEquals(column(expected, c.name()), column(t, c.name()), 0, c.name());
        }
        assertArrayEquals(current, column(t, RecordColumns.CURRENT), 0);
    }

    @Test
    void momentsAndWordsMeanWhatTheyMeanInText() throws IOException {
        Table t = CyclerFiles.read(Source.of("a.parquet", new ParquetFileBytes().moments("DateTime", 1_700_000_000_000L,
                1_700_000_060_000L, 1_700_000_120_500L).doubles("Voltage(V)", 3.5, 3.6, 3.4)
                .doubles("Current(mA)", 100, 100, 50).words("Step Type", "Charge", "Charge", "Discharge")
                .longs("Cycle Index", 1, 1, 1).bytes()));
        assertArrayEquals(new double[] {0, 60, 120.5}, column(t, RecordColumns.TIME), 1e-6);
        assertArrayEquals(new double[] {0.1, 0.1, -0.05}, column(t, RecordColumns.CURRENT), 1e-15);
    }

    @Test
    void aRecordedSummaryAgreesWithTheRecordInEveryCycle() throws IOException {
        Table summary = CyclerFiles.read(Source.of(SharedData.require("cycling/summary.parquet")));
        Table record = (Table) new ArbinResReader().read(Source.of(SharedData.require(
                "cycling/20160805_test001_45_cc_01.res")), Progress.none()).get(0);
        assertEquals(RecordColumns.CYCLE_TABLE, summary.kind().id());
        Map<Double, double[]> most = new TreeMap<>();
        List<double[]> columns = List.of(column(record, "cycle"), column(record, "charge capacity"),
                column(record, "discharge capacity"));
        for (int i = 0; i < record.rows(); i++) {
            double[] q = most.computeIfAbsent(columns.get(0)[i], k -> new double[2]);
            q[0] = Math.max(q[0], columns.get(1)[i]);
            q[1] = Math.max(q[1], columns.get(2)[i]);
        }
        double[] cycles = column(summary, "cycle");
        assertEquals(18, cycles.length);
        for (int k = 0; k < cycles.length; k++) {
            assertEquals(most.get(cycles[k])[0], column(summary, "charge_capacity")[k], 1e-12, "cycle " + cycles[k]);
            assertEquals(most.get(cycles[k])[1], column(summary, "discharge_capacity")[k], 1e-12, "cycle "
                    + cycles[k]);
        }
    }
}
