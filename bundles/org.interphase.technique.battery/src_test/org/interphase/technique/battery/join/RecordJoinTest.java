package org.interphase.technique.battery.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.electro.reader.EcLabTextReader;
import org.interphase.electro.record.CellRecord;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.battery.reader.CyclerReader;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

class RecordJoinTest {

    private static Table part(String name, String started, double[] time, double[] voltage, double[] cycle) {
        return new Table(DatasetHeader.of(name, RecordColumns.CYCLING, Metadata.EMPTY.with(RecordColumns.STARTED,
                started)), List.of(Column.of(RecordColumns.TIME, "s", time),
                        Column.of(RecordColumns.VOLTAGE, "V", voltage), Column.of(RecordColumns.CYCLE, "1", cycle)));
    }

    private static final double[] V = {3, 3.1, 3.2};
    private static final double[] W = {3.3, 3.4, 3.5};

    private static double[] values(RecordJoin.Joined j, String column) {
        return j.table().column(column).orElseThrow().values();
    }

    @Test
    void timesThatRunOnPutThePartsInOrder() throws AnalysisException {
        RecordJoin.Joined j = RecordJoin.of(List.of(
                part("b", null, new double[] {20, 30, 40}, W, new double[] {1, 1, 2}),
                part("a", null, new double[] {0, 10, 20}, V, new double[] {1, 1, 1})), JoinOrder.AUTOMATIC);
        assertArrayEquals(new double[] {0, 10, 20, 20, 30, 40}, values(j, RecordColumns.TIME));
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 2}, values(j, RecordColumns.CYCLE));
    }

    @Test
    void timesThatBeginAgainAreCountedFromTheDates() throws AnalysisException {
        RecordJoin.Joined j = RecordJoin.of(List.of(
                part("b", "2024-01-01T01:00:00", new double[] {0, 10, 20}, W, new double[] {1, 1, 2}),
                part("a", "2024-01-01T00:00:00", new double[] {0, 10, 20}, V, new double[] {1, 2, 3})),
                JoinOrder.AUTOMATIC);
        assertArrayEquals(new double[] {0, 10, 20, 3600, 3610, 3620}, values(j, RecordColumns.TIME));
        assertArrayEquals(new double[] {1, 2, 3, 4, 4, 5}, values(j, RecordColumns.CYCLE));
    }

    @Test
    void withoutDatesTheOrderIsNotGuessed() throws AnalysisException {
        List<Table> parts = List.of(part("a", null, new double[] {0, 10, 20}, V, new double[] {1, 1, 1}),
                part("b", null, new double[] {0, 10, 20}, W, new double[] {1, 1, 1}));
        assertTrue(assertThrows(AnalysisException.class, () -> RecordJoin.of(parts, JoinOrder.AUTOMATIC)).getMessage()
                .contains("as-given"));
        RecordJoin.Joined j = RecordJoin.of(parts, JoinOrder.AS_GIVEN);
        assertArrayEquals(new double[] {0, 10, 20, 20, 30, 40}, values(j, RecordColumns.TIME));
        assertArrayEquals(new double[] {1, 1, 1, 2, 2, 2}, values(j, RecordColumns.CYCLE));
    }

    @Test
    void whatTwoPartsHoldIsTakenOnce() throws AnalysisException {
        RecordJoin.Joined j = RecordJoin.of(List.of(
                part("a", null, new double[] {0, 10, 20}, V, new double[] {1, 1, 1}),
                part("b", null, new double[] {20, 30, 40}, new double[] {3.2, 3.3, 3.4}, new double[] {1, 1, 1})),
                JoinOrder.AUTOMATIC);
        assertArrayEquals(new double[] {0, 10, 20, 30, 40}, values(j, RecordColumns.TIME));
    }

    @Test
    void aCopyAddsNothingAndIsNamed() throws AnalysisException {
        Table whole = part("a", "2024-01-01T00:00:00", new double[] {0, 10, 20}, V, new double[] {1, 1, 2});
        RecordJoin.Joined j = RecordJoin.of(List.of(whole, whole.withHeader(whole.header().withName("b"))),
                JoinOrder.AUTOMATIC);
        assertEquals(3, j.table().rows());
        assertTrue(j.remarks().stream().anyMatch(r -> r.code().equals("part-contained")), j.remarks().toString());
    }

    @Test
    void partsThatContradictEachOtherAreRefused() {
        AnalysisException e = assertThrows(AnalysisException.class, () -> RecordJoin.of(List.of(
                part("a", "2024-01-01T00:00:00", new double[] {0, 10, 20}, V, new double[] {1, 1, 1}),
                part("b", "2024-01-01T00:00:05", new double[] {0, 10, 20}, W, new double[] {1, 1, 1})),
                JoinOrder.DATE));
        assertTrue(e.getMessage().contains("'b'") && e.getMessage().contains("'a'"), e.getMessage());
    }

    @Test
    void recordedPulsesRunOn() throws Exception {
        List<Table> parts = new ArrayList<>();
        for (int k = 12; k >= 1; k--) {
            Source s = Source.of(SharedData.require(String.format("cycling/gitt_pulse_%02d.csv", k)));
            parts.add((Table) new CyclerReader().read(s, Progress.none()).get(0));
        }
        RecordJoin.Joined j = RecordJoin.of(parts, JoinOrder.AUTOMATIC);
        int rows = parts.stream().mapToInt(Table::rows).sum();
        assertEquals(rows - 11, j.table().rows());
        double[] t = values(j, RecordColumns.TIME);
        for (int i = 1; i < t.length; i++) {
            assertTrue(t[i] > t[i - 1], "row " + i);
        }
        assertEquals(105749.3767, t[0]);
        assertEquals(127402.8, t[t.length - 1], 0.1);
    }

    @Test
    void recordedPartsOfAnEcLabTestAreOneTest() throws Exception {
        List<Table> parts = new ArrayList<>();
        for (String k : List.of("03", "01", "02")) {
            Source s = Source.of(SharedData.require("cycling/Sample_data_biologic_" + k + "_MB_CA1.txt"));
            parts.add((Table) new EcLabTextReader().read(s, Progress.none()).get(0));
        }
        RecordJoin.Joined j = RecordJoin.of(parts, JoinOrder.AUTOMATIC);
        CellRecord r = CellRecord.of(j.table()).orElseThrow();
        int last = r.rows() - 1;
        assertEquals(parts.stream().mapToInt(Table::rows).sum(), r.rows());
        assertEquals(3.062546, r.voltage().get(last), 1e-6);
        assertEquals(0.450135, r.current().orElseThrow().get(last), 1e-6);
        for (int i = 1; i <= last; i++) {
            assertTrue(r.time().get(i) >= r.time().get(i - 1), "row " + i);
        }
    }
}
