package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** EC-Lab text whose names and columns are not what they should be. */
class EcLabNamesTest {

    private static final String HEAD = "EC-Lab ASCII FILE\nNb header lines : 5\n\nPotentio Electrochemical Impedance "
            + "Spectroscopy\n";

    private static Table read(String body) throws Exception {
        return (Table) new EcLabTextReader().read(SampleFiles.text("a.mpt", HEAD + body), Progress.none()).get(0);
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
}
