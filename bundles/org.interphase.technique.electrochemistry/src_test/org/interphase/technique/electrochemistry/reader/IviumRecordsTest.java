package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of Ivium, whose columns only the technique tells apart. */
class IviumRecordsTest {

    private static String block(String technique, String rows) {
        return "\u0001\u0002Version=11\r\nstarttime=13/02/2024 09:08:07\r\nTitle=cell\r\n" + technique
                + "Mconfig=0\r\nprimary_data\r\n3\r\n" + rows.split("\r\n").length + "\r\n" + rows;
    }

    private static List<Dataset> read(String text) throws IOException {
        return new IviumReader().read(SampleFiles.text("a.idf", text), Progress.none());
    }

    @ParameterizedTest
    @CsvSource({"Mixed Mode, electrochemistry.record, false", "ChronoAmperometry, ca, false",
        "ChronoPotentiometry, cp, true"})
    void theTechniqueTellsPotentialAndCurrentApart(String technique, String kind, boolean potentialFirst)
            throws Exception {
        String rows = potentialFirst ? "0 3.5 0.001\r\n1 3.6 0.001\r\n2.5 3.7 -0.002\r\n"
                : "0 0.001 3.5\r\n1 0.001 3.6\r\n2.5 -0.002 3.7\r\n";
        Dataset d = read(block("Technique=" + technique + "\r\n", rows)).get(0);
        CellRecord r = CellRecord.of((Table) d).orElseThrow();
        assertEquals(kind, d.kind().id());
        assertArrayEquals(new double[] {0, 1, 2.5}, r.time().values());
        assertArrayEquals(new double[] {3.5, 3.6, 3.7}, r.voltage().values());
        assertArrayEquals(new double[] {0.001, 0.001, -0.002}, r.current().orElseThrow().values());
        assertEquals("2024-02-13T09:08:07", d.metadata().text("started").orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"13/02/2024 09:08:07, 2024-02-13T09:08:07", "02/13/2024 09:08:07, 2024-02-13T09:08:07",
        "05/05/2024 9:8:7, 2024-05-05T09:08:07", "05/11/2024 09:08:07, ''", "31/02/2024 09:08:07, ''",
        "yesterday, ''"})
    void aDateThatCouldBeTwoIsNone(String text, String moment) throws Exception {
        Dataset d = read(block("Technique=ChronoAmperometry\r\n", "0 1 3\r\n1 1 3\r\n").replace(
                "13/02/2024 09:08:07", text)).get(0);
        assertEquals(moment, d.metadata().text("started").orElse(""));
        assertEquals(moment.isEmpty() ? text : "", d.metadata().text("start").orElse(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CyclicVoltammetry", "Linear Sweep Voltammetry", "Transients", "ChronoCoulometry"})
    void columnsThatAreNotKnownAreNeverTakenForImpedance(String technique) {
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(block("Technique=" + technique
                + "\r\n", "0.1 1e-3 5\r\n0.3 2e-3 6\r\n0.2 1e-3 8\r\n")));
        assertTrue(e.getMessage().contains("'" + technique + "'"), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"Cyclic Voltammetry, cv", "LinearSweep, lsv", "Linear Sweep Voltammetry, lsv"})
    void aSweepIsPotentialAndCurrentWithoutTimes(String technique, String kind) throws Exception {
        Table t = (Table) read(block("Technique=" + technique + "\r\n", "0.1 1e-3 0\r\n0.3 -2e-3 0\r\n0.2 1e-3 0\r\n"))
                .get(0);
        assertEquals(kind, t.kind().id());
        assertTrue(new IviumReader().kinds().contains(kind));
        assertArrayEquals(new double[] {0.1, 0.3, 0.2}, t.column("voltage").orElseThrow().values());
        assertArrayEquals(new double[] {1e-3, -2e-3, 1e-3}, t.column("current").orElseThrow().values());
        assertEquals("time", CellRecord.missing(t));
        assertTrue(t.header().remarks().stream().anyMatch(r -> r.code().equals("no-times")));
    }

    @Test
    void timesWithoutATechniqueAreNoImpedance() throws Exception {
        StringBuilder transientRows = new StringBuilder();
        StringBuilder spectrum = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            transientRows.append(i / 10.0).append(" 0.001 ").append(3 + 0.1 * i).append("\r\n");
            spectrum.append(10 + i * i).append(" -").append(1 + i).append(' ').append(1000.0 / (1 + i)).append("\r\n");
        }
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(block("",
                transientRows.toString())));
        assertTrue(e.getMessage().contains("like a time"), e.getMessage());
        assertEquals("eis", read(block("", spectrum.toString())).get(0).kind().id());
        assertEquals("eis", read(block("Technique=Constant E\r\n", spectrum.toString())).get(0).kind().id());
    }

    @Test
    void eachMeasurementHasItsOwnTechnique() throws Exception {
        String rows = "0 1 3\r\n1 1 3\r\n2 1 3\r\n";
        String two = block("Technique=ChronoAmperometry\r\n", rows)
                + block("", "10 -1 100\r\n11 -2 50\r\n13 -1 10\r\n");
        assertEquals(List.of("ca", "eis"), read(two).stream().map(d -> d.kind().id()).toList());
        List<Dataset> unknown = read(block("Technique=CyclicVoltammetry\r\n", rows) + two);
        assertEquals(List.of("ca", "eis"), unknown.stream().map(d -> d.kind().id()).toList());
        assertTrue(unknown.get(0).header().remarks().toString().contains("'CyclicVoltammetry'"));
        List<Dataset> left = read(two + "primary_data\r\n4\r\n1\r\n1 2 3 4\r\n");
        assertTrue(left.get(0).header().remarks().toString().contains("1 block has no rows or other than three"));
    }

    @Test
    void aTechniqueNobodyKnowsIsNoImpedance() {
        for (String technique : List.of("Potential Steps", "Tafel", "Custom")) {
            assertThrows(DatasetFormatException.class, () -> read(block("Technique=" + technique + "\r\n",
                    "10 -1 100\r\n11 -2 50\r\n13 -1 10\r\n")), technique);
        }
    }

    @Test
    void aTechniqueHoldsForAllBlocksOfItsMeasurement() throws Exception {
        String more = "primary_data\r\n3\r\n3\r\n3 1 3\r\n4.5 1 3\r\n5 1 3\r\n";
        assertEquals(List.of("ca", "ca", "eis"), read(block("Technique=ChronoAmperometry\r\n",
                "0 1 3\r\n1 1 3\r\n2 1 3\r\n") + more + block("", "10 -1 100\r\n11 -2 50\r\n13 -1 10\r\n")).stream()
                .map(d -> d.kind().id()).toList());
    }
}
