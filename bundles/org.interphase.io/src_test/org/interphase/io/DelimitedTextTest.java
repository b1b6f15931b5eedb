package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

class DelimitedTextTest {

    private static DelimitedText parse(String text) throws DatasetFormatException {
        return DelimitedText.parse("t.txt", text);
    }

    private static DelimitedText bytes(byte[] b) throws java.io.IOException {
        return DelimitedText.read(Source.of("t.txt", b));
    }

    @Test
    void everyDelimiterAndDecimalMarkGivesTheSameNumbers() throws Exception {
        String[] dialects = {"x,y\n1.5,2.5\n3.5,-4e2\n", "x;y\n1,5;2,5\n3,5;-4e2\n", "x\ty\n1,5\t2,5\n3,5\t-4E+02\n",
            "x y\r\n 1.5   2.5\r\n3.5 -4.0D2\r\n", "x;y\r1.5;2.5\r3.5;-400\r", "# x y\n1,5 2,5\n3,5 -400\n",
            "\"x\",\"y\"\n\"1.5\",\"2.5\"\n\"3.5\",\"-400\"\n", "x|y\n1.5|2.5\n3.5|-400\n"};
        for (String d : dialects) {
            TextBlock b = parse(d).table();
            assertEquals(2, b.columns().size(), d);
            assertEquals("x", b.columns().get(0).name(), d);
            assertEquals("y", b.columns().get(1).name(), d);
            assertArrayEquals(new double[] {1.5, 3.5}, b.columns().get(0).values(), d);
            assertArrayEquals(new double[] {2.5, -400}, b.columns().get(1).values(), d);
        }
    }

    @Test
    void everyEncodingGivesTheSameUnit() throws Exception {
        String text = "t/\u00b0C;I/\u00b5A\n1,5;2\n2,5;3\n";
        for (Charset c : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16, StandardCharsets.ISO_8859_1}) {
            TextBlock b = bytes(text.getBytes(c)).table();
            assertEquals(Unit.of("degC"), b.columns().get(0).unit(), c.name());
            assertEquals(Unit.of("uA"), b.columns().get(1).unit(), c.name());
        }
        assertEquals("t", bytes(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).table().columns().get(0).name());
    }

    @Test
    void headingsAreTakenApart() {
        String[][] cases = {{"Binding energy (eV)", "Binding energy", "eV"}, {"BE/eV", "BE", "eV"},
            {"Wavenumber [cm-1]", "Wavenumber", "cm-1"}, {"Wavenumber / cm^-1", "Wavenumber", "cm-1"},
            {"I, mA", "I", "mA"}, {"Acquisition Time s", "Acquisition Time", "s"}, {"<I>/mA", "<I>", "mA"},
            {"-Im(Z)/Ohm", "-Im(Z)", "ohm"}, {"Capacity (mAh/g)", "Capacity", "mA.h/g"},
            {"Raman shift (cm\u207b\u00b9)", "Raman shift", "cm-1"}, {"F 1s", "F 1s", null},
            {"CPS_F 1s 7", "CPS_F 1s 7", null}, {"time_s", "time", "s"}, {"a_b_s", "a_b_s", null},
            {"F_1 _ s", "F_1", "s"}, {"Energy_ ( eV )", "Energy", "eV"},
            {"Z' (ohm)", "Z'", "ohm"}, {"S 2p_1_S 2p 2", "S 2p_1_S 2p 2", null}};
        for (String[] c : cases) {
            HeaderText h = HeaderText.parse(c[0]);
            assertEquals(c[1], h.name(), c[0]);
            assertEquals(c[2], h.unit().map(Unit::text).orElse(null), c[0]);
        }
    }

    @Test
    void headingsOfManyBlanksAndBracketsTakeNoTime() {
        for (String piece : List.of(" ", "(", " (", ",", " ,", "_", "/", "a ", "[ ", "\t")) {
            for (String begin : List.of("", "R (", "R (oh4", "R, ")) {
                for (int n : List.of(400, 300_000)) {
                    String heading = begin + piece.repeat(n) + "x";
                    HeaderText h = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> HeaderText.parse(heading),
                            begin + piece);
                    assertEquals(Optional.empty(), h.unit(), begin + piece);
                }
            }
        }
    }

    @Test
    void preambleIsKeptAsPropertiesAndAUnitRowIsUnderstood() throws Exception {
        TextBlock b = parse("Sample: NCM@PVDF\nPass energy = 20\nDate,2024-02-28\n\nEnergy,Intensity\n(eV),(counts/s)\n"
                + "684.5,100\n684.6,110\n684.7,120\n").table();
        assertEquals("NCM@PVDF", b.property("sample").orElseThrow());
        assertEquals("20", b.property("pass energy").orElseThrow());
        assertEquals("2024-02-28", b.property("Date").orElseThrow());
        assertEquals(Unit.of("eV"), b.columns().get(0).unit());
        assertEquals("Intensity", b.columns().get(1).name());
        assertEquals(7, b.line(0));
        assertEquals("line 8, column 2 ('Intensity')", b.position(1, 1));
    }

    @Test
    void aPreambleRowOfPairsIsNoDataRow() throws Exception {
        TextBlock b = parse(",,,,,\n,,,,,\nCharacteristic Energy eV,1486.6,Acquisition Time s,3,,\n"
                + "BE,CPS,a,b,Background,Envelope\n693.7,9114,1,2,3,4\n693.6,9044,1,2,3,4\n").table();
        assertEquals(2, b.rows());
        assertEquals("1486.6", b.property("Characteristic Energy eV").orElseThrow());
        assertEquals("3", b.property("Acquisition Time s").orElseThrow());
        assertEquals("Envelope", b.columns().get(5).name());
    }

    @Test
    void commentsSeparateBlocks() throws Exception {
        DelimitedText t = parse("# Region: A\n# x y\n1 2\n2 3\n\n3 4\n# Region: B\n# x y\n5 6\n7 8\n");
        assertEquals(2, t.blocks().size());
        assertEquals(3, t.blocks().get(0).rows());
        assertEquals("A", t.blocks().get(0).property("Region").orElseThrow());
        assertEquals("B", t.blocks().get(1).property("Region").orElseThrow());
        assertArrayEquals(new double[] {5, 7}, t.blocks().get(1).columns().get(0).values());
    }

    @Test
    void columnsOfWordsAreKept() throws Exception {
        TextBlock b = parse("Step,Time,V\nCharge CC,0,3.1\nCharge CC,1,3.2\nRest,2,3.15\n").table();
        assertFalse(b.columns().get(0).isNumeric());
        assertEquals("Rest", b.columns().get(0).words().get(2));
        assertEquals(2, b.numericColumns().size());
    }

    @Test
    void emptyCellsAreMissingNotZero() throws Exception {
        TextBlock b = parse("a,b,c\n1,,3\n2,NaN,4\n5,6,7\n").table();
        assertTrue(Double.isNaN(b.columns().get(1).values()[0]));
        assertTrue(Double.isNaN(b.columns().get(1).values()[1]));
        assertEquals(6, b.columns().get(1).values()[2]);
    }

    @Test
    void damageIsNamedWithLineAndColumn() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> parse("x,y\n1,2\n2,3\n3,4x\n4,5\n5,6\n"));
        assertEquals("line 4, column 2", e.position());
        assertTrue(e.getMessage().contains("4x"), e.getMessage());
        e = assertThrows(DatasetFormatException.class, () -> parse("x,y\n1,2\n2,3\n3,4,5\n4,5\n5,6\n"));
        assertEquals("line 4", e.position());
    }

    @Test
    void whatIsNoTableIsRefused() {
        for (String t : new String[] {"", "\n\n", "hello world\nthis is prose\n"}) {
            assertThrows(DatasetFormatException.class, () -> parse(t));
        }
        assertThrows(DatasetFormatException.class, () -> bytes(new byte[] {1, 2, 3, 0, 5, 6, 7, 0, 0, 0, 1, 2}));
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        assertThrows(DatasetFormatException.class, () -> bytes(noise));
    }

    @Test
    void theGenericReaderGivesCurvesAndTables() throws Exception {
        DelimitedTextReader reader = new DelimitedTextReader();
        org.interphase.model.Dataset d = reader.read(Source.of("a.csv",
                "2,20\n1,10\n3,30\n".getBytes(StandardCharsets.UTF_8)), org.interphase.api.Progress.none()).get(0);
        org.interphase.model.Curve c = (org.interphase.model.Curve) d;
        assertArrayEquals(new double[] {10, 20, 30}, c.signal().values());
        d = reader.read(Source.of("a.csv", "t/s,U/V,I/mA\n2,20,1\n1,10,2\n".getBytes(StandardCharsets.UTF_8)),
                org.interphase.api.Progress.none()).get(0);
        assertEquals(Unit.of("mA"), ((org.interphase.model.Table) d).columns().get(2).unit());
    }
}
