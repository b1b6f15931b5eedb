package org.interphase.electro.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EC-Lab text whose names and columns are not what they should be. */
class EcLabNamesTest {

    private static final String HEAD = "EC-Lab ASCII FILE\nNb header lines : 5\n\nPotentio Electrochemical Impedance "
            + "Spectroscopy\n";

    private static Table read(String body) throws Exception {
        return (Table) new EcLabTextReader().read(EcLabSamples.text("a.mpt", HEAD + body), Progress.none()).get(0);
    }

    private static String refusal(String body) {
        return assertThrows(DatasetFormatException.class, () -> read(body)).getMessage();
    }

    @Test
    void aBlankNameKeepsTheOthersAtTheirColumns() throws Exception {
        Table t = read("freq/Hz\t\tRe(Z)/Ohm\t-Im(Z)/Ohm\t\n100\t7\t1\t2\n10\t8\t3\t4\n");
        assertEquals(3, t.column("Re(Z)").orElseThrow().get(1));
        assertEquals(8, t.column("column 2").orElseThrow().get(1));
        Table last = read("freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t\t\n100\t1\t2\t7\n10\t3\t4\t8\n");
        assertEquals(8, last.column("column 4").orElseThrow().get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re(Z)/Ohm\t-Im(Z)/Ohm\t\n100\t1\t2\n10\t3\t4\n",
        "freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\n100\t1\t2\t5\n10\t3\t4\t6\n",
        "freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t\n100\t1\t2\n10\t3\t4\t9\n",
        "freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\ttime/s\t\n100\t1\t2\n10\t3\t4\n"})
    void namesThatDoNotMatchTheColumnsAreRefused(String body) {
        String message = refusal(body);
        assertTrue(message.contains("names and columns do not match"), message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\n100\t1\t2\t\n10\t3\t4\t\n",
        "freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t\n100\t1\t2\n10\t3\t4\n",
        "freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t\n100\t1\t2\t\n10\t3\t4\t\n\n"})
    void aTabAtTheEndIsNoColumn(String body) throws Exception {
        assertEquals(4, read(body).column("-Im(Z)").orElseThrow().get(1));
    }

    @Test
    void aRecordWithoutRowsSaysSo() {
        String message = refusal("freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm\t\n");
        assertTrue(message.contains("no rows"), message);
    }

    @Test
    void anImpedanceExportWithoutImpedanceIsARecord() throws Exception {
        assertEquals("electrochemistry.record", read("time/s\t<Ewe>/V\t\n1\t3\n2\t3.1\n").kind().id());
    }

    private static String moduloBat(String columns, String... rows) {
        return "BT-Lab ASCII FILE\nNb header lines : 5\n\nModulo Bat\n" + columns + "\t\n" + String.join("\n", rows)
                + "\n";
    }

    @Test
    void aTechniqueThatCyclesAndMeasuresImpedanceGivesBoth() throws Exception {
        String text = moduloBat("time/s\tEcell/V\tfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm", "1\t3\t0\t0\t0",
                "2\t3.1\t0\t0\t0", "3\t3.1\t100\t5\t1", "4\t3.1\t10\t6\t2", "5\t3.1\t1\t7\t1",
                "6\t3.2\t0\t0\t0", "7\t3.2\t90\t8\t1", "8\t3.2\t9\t9\t2", "9\t3.2\t1\t10\t3");
        List<Dataset> all = new EcLabTextReader().read(EcLabSamples.text("mb.mpt", text), Progress.none());
        assertEquals(List.of("electrochemistry.record", "eis", "eis"), all.stream().map(d -> d.kind().id()).toList());
        assertEquals(3, ((Table) all.get(0)).rows());
        assertEquals(List.of("mb", "mb EIS 1", "mb EIS 2"), all.stream().map(Dataset::name).toList());
        assertEquals(10, ((Table) all.get(2)).column("Re(Z)").orElseThrow().get(2));
        String cycling = moduloBat("time/s\tfreq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm", "1\t0\t0\t0", "2\t0\t0\t0");
        assertEquals(List.of("electrochemistry.record"), new EcLabTextReader().read(
                EcLabSamples.text("mb.mpt", cycling), Progress.none()).stream().map(d -> d.kind().id()).toList());
    }

    @Test
    void modulusAndPhaseAloneAreAnImpedance() throws Exception {
        Table t = read("freq/Hz\t|Z|/Ohm\tPhase(Z)/deg\t\n100\t2\t-30\n10\t2\t-60\n");
        assertEquals("eis", t.kind().id());
        assertEquals(Math.sqrt(3), t.column("Re(Z)").orElseThrow().get(0), 1e-12);
        assertEquals(1, t.column("-Im(Z)").orElseThrow().get(0), 1e-12);
    }
}
