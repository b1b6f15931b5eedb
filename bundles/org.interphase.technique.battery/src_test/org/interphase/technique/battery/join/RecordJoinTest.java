package org.interphase.technique.battery.join;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
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

    private static RecordJoin.Joined join(List<Table> parts, JoinOrder order) throws AnalysisException {
        return RecordJoin.of(parts, order, Progress.none());
    }

    private static double[] values(RecordJoin.Joined j, String column) {
        return j.table().column(column).orElseThrow().values();
    }

    @Test
    void timesThatRunOnPutThePartsInOrder() throws AnalysisException {
        RecordJoin.Joined j = join(List.of(
                part("b", null, new double[] {20, 30, 40}, W, new double[] {1, 1, 2}),
                part("a", null, new double[] {0, 10, 20}, V, new double[] {1, 1, 1})), JoinOrder.AUTOMATIC);
        assertArrayEquals(new double[] {0, 10, 20, 20, 30, 40}, values(j, RecordColumns.TIME));
        assertArrayEquals(new double[] {1, 1, 1, 1, 1, 2}, values(j, RecordColumns.CYCLE));
    }

    @Test
    void timesThatBeginAgainAreCountedFromTheDates() throws AnalysisException {
        RecordJoin.Joined j = join(List.of(
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
        assertTrue(assertThrows(AnalysisException.class, () -> join(parts, JoinOrder.AUTOMATIC)).getMessage()
                .contains("as-given"));
        RecordJoin.Joined j = join(parts, JoinOrder.AS_GIVEN);
        assertArrayEquals(new double[] {0, 10, 20, 20, 30, 40}, values(j, RecordColumns.TIME));
        assertArrayEquals(new double[] {1, 1, 1, 2, 2, 2}, values(j, RecordColumns.CYCLE));
    }

    @Test
    void whatTwoPartsHoldIsTakenOnce() throws AnalysisException {
        RecordJoin.Joined j = join(List.of(
                part("a", null, new double[] {0, 10, 20}, V, new double[] {1, 1, 1}),
                part("b", null, new double[] {20, 30, 40}, new double[] {3.2, 3.3, 3.4}, new double[] {1, 1, 1})),
                JoinOrder.AUTOMATIC);
        assertArrayEquals(new double[] {0, 10, 20, 30, 40}, values(j, RecordColumns.TIME));
    }

    @Test
    void aCopyAddsNothingAndIsNamed() throws AnalysisException {
        Table whole = part("a", "2024-01-01T00:00:00", new double[] {0, 10, 20}, V, new double[] {1, 1, 2});
        RecordJoin.Joined j = join(List.of(whole, whole.withHeader(whole.header().withName("b"))),
                JoinOrder.AUTOMATIC);
        assertEquals(3, j.table().rows());
        assertTrue(j.remarks().stream().anyMatch(r -> r.code().equals("part-contained")), j.remarks().toString());
    }

    @Test
    void partsThatContradictEachOtherAreRefused() {
        AnalysisException e = assertThrows(AnalysisException.class, () -> join(List.of(
                part("a", "2024-01-01T00:00:00", new double[] {0, 10, 20}, V, new double[] {1, 1, 1}),
                part("b", "2024-01-01T00:00:05", new double[] {0, 10, 20}, W, new double[] {1, 1, 1})),
                JoinOrder.DATE));
        assertTrue(e.getMessage().contains("'b'") && e.getMessage().contains("'a'"), e.getMessage());
    }

    private static Table rows(String name, int from, int to, double step, double charging) {
        int n = (int) Math.round((to - from) / step) + 1;
        double[] t = new double[n];
        double[] v = new double[n];
        double[] i = new double[n];
        for (int k = 0; k < n; k++) {
            t[k] = from + k * step;
            v[k] = 3 + 1e-3 * t[k];
            i[k] = charging;
        }
        return new Table(DatasetHeader.of(name, RecordColumns.CYCLING, Metadata.EMPTY), List.of(
                Column.of(RecordColumns.TIME, "s", t), Column.of(RecordColumns.VOLTAGE, "V", v),
                Column.of(RecordColumns.CURRENT, "mA", i)));
    }

    @Test
    void anOverlapIsSoughtInThePartThatEndsLast() throws AnalysisException {
        // the second part lies within the first, and the third goes on from the first
        RecordJoin.Joined j = join(List.of(rows("a", 0, 100, 10, 1), rows("b", 10, 20, 10, 1),
                rows("c", 90, 200, 10, 1)), JoinOrder.TIME);
        double[] t = values(j, RecordColumns.TIME);
        assertEquals(21, t.length);
        for (int k = 0; k < t.length; k++) {
            assertEquals(10 * k, t[k]);
        }
        assertTrue(j.remarks().stream().anyMatch(r -> r.code().equals("part-contained") && r.text().contains("'b'")));
        AnalysisException e = assertThrows(AnalysisException.class, () -> join(List.of(rows("a", 0, 100, 10, 1),
                rows("b", 10, 20, 10, 1), rows("c", 95, 205, 10, 1)), JoinOrder.TIME));
        assertTrue(e.getMessage().contains("'c'") && e.getMessage().contains("'a'"), e.getMessage());
    }

    @Test
    void anOverlapWithAnotherCurrentIsRefused() {
        AnalysisException e = assertThrows(AnalysisException.class, () -> join(List.of(rows("a", 0, 100, 10, 1),
                rows("b", 50, 150, 10, -1)), JoinOrder.TIME));
        assertTrue(e.getMessage().contains("3.05 V and -0.001 A in 'b' at 50.0 s"), e.getMessage());
    }

    @Test
    void longOverlapsTakeNoLongerThanTheirRows() throws AnalysisException {
        List<Table> parts = List.of(rows("a", 0, 400_000, 1, 1), rows("b", 1, 400_100, 1, 1));
        RecordJoin.Joined j = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> join(parts, JoinOrder.TIME));
        assertEquals(400_101, j.table().rows());
    }

    @Test
    void whatThePartsStateDifferentlyIsNotTaken() throws AnalysisException {
        Metadata a = Metadata.EMPTY.with("mass", 12, "mg").with("instrument", "Arbin").with("electrode area", 2, "cm2")
                .with("electrode area source", "stated").with("comment", "first").with("started", "2024-01-01T00:00");
        Metadata b = Metadata.EMPTY.with("mass", 0.014, "g").with("instrument", "Neware").with("electrode area", 200,
                "mm2").with("comment", "second").with("started", "2024-01-02T00:00");
        RecordJoin.Joined j = join(List.of(with(rows("a", 0, 10, 1, 1), a), with(rows("b", 11, 20, 1, 1), b)),
                JoinOrder.TIME);
        Metadata m = j.table().metadata();
        assertFalse(m.has("mass") || m.has("instrument") || m.has("comment"), m.toString());
        assertEquals(2, m.number("electrode area", "cm2").orElseThrow());
        assertEquals("stated", m.text("electrode area source").orElseThrow());
        assertEquals("2024-01-01T00:00", m.text("started").orElseThrow());
        String said = j.remarks().stream().filter(r -> r.code().equals("parts-differ")).findFirst().orElseThrow()
                .text();
        assertTrue(said.contains("mass") && said.contains("14") && said.contains("instrument"), said);
    }

    @Test
    void anotherAreaIsNoStatedOne() throws AnalysisException {
        Metadata stated = Metadata.EMPTY.with("electrode area", 2, "cm2").with("electrode area source", "stated");
        Metadata m = join(List.of(with(rows("a", 0, 10, 1, 1), stated), with(rows("b", 11, 20, 1, 1), Metadata.EMPTY
                .with("electrode area", 3, "cm2"))), JoinOrder.TIME).table().metadata();
        assertFalse(m.has("electrode area") || m.has("electrode area source"), m.toString());
    }

    @Test
    void aMassThatOnlyALaterPartStatesCountsForAll() throws AnalysisException {
        RecordJoin.Joined j = join(List.of(rows("a", 0, 10, 1, 1), with(rows("b", 11, 20, 1, 1), Metadata.EMPTY
                .with("mass", 12, "mg"))), JoinOrder.TIME);
        assertEquals(12, j.table().metadata().number("mass", "mg").orElseThrow());
        assertTrue(j.remarks().stream().anyMatch(r -> r.text().contains("Not all parts state the mass")));
    }

    private static Table with(Table t, Metadata m) {
        return t.withHeader(t.header().withMetadata(m));
    }

    @Test
    void recordedPulsesRunOn() throws Exception {
        List<Table> parts = new ArrayList<>();
        for (int k = 12; k >= 1; k--) {
            Source s = Source.of(SharedData.require(String.format("cycling/gitt_pulse_%02d.csv", k)));
            parts.add((Table) new CyclerReader().read(s, Progress.none()).get(0));
        }
        RecordJoin.Joined j = join(parts, JoinOrder.AUTOMATIC);
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
        RecordJoin.Joined j = join(parts, JoinOrder.AUTOMATIC);
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
