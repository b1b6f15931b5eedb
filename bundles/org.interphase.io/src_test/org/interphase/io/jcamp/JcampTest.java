package org.interphase.io.jcamp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Direction;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JCAMP-DX tables against numbers worked out by hand from the standard, and files no technique claims. */
class JcampTest {

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static JcampTable table(String records) throws DatasetFormatException {
        return JcampParser.parse("a.dx", ascii("##TITLE=t\n##JCAMP-DX=4.24\n" + records + "\n##END=\n")).withTables()
                .get(0).tables().get(0);
    }

    private static List<Dataset> read(String text) throws IOException {
        JcampReader reader = new JcampReader();
        Source source = Source.of("a.jdx", ascii(text));
        assertTrue(reader.confidence(SourceHead.of(source)) >= 90);
        return reader.read(source, Progress.none());
    }

    /** Each line by hand: a duplicate count says how often the item stands altogether. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // AFFN, PAC
        "1 5 5 5 7 | 5 5 5 7", "1+5+5+5+7 | 5 5 5 7", "1+5-5+15-700 | 5 -5 15 -700", "1 5,-5; +7 | 5 -5 7",
        // SQZ: @ 0, A..I 1..9, a..i -1..-9, digits behind
        "1@A1B23c4i | 0 11 223 -34 -9", "1E88F | 588 6",
        // DUP of values: S 1, T 2, U 3 ... Z 8, s 9, V0 40
        "1A5T | 15 15", "1A5U | 15 15 15", "1A5S | 15", "1A5TB | 15 15 2", "1A5W | 15 15 15 15 15",
        "1@Y | 0 0 0 0 0 0 0", "1@Z | 0 0 0 0 0 0 0 0", "1@s | 0 0 0 0 0 0 0 0 0",
        "1@S2 | 0 0 0 0 0 0 0 0 0 0 0 0", "1+5T | 5 5", "1 5T 6 | 5 5 6",
        // DIF: % 0, J..R 1..9, j..r -1..-9; DUP of a difference repeats the difference
        "1A0J | 10 11", "1A0J5 | 10 25", "1A0j5 | 10 -5", "1A0%J2% | 10 10 22 22", "1A0JT | 10 11 12",
        "1A0KU | 10 12 14 16", "1A0kU | 10 8 6 4", "1A0%V | 10 10 10 10 10", "1A0KUkT | 10 12 14 16 14 12",
        "1A0JTB0 | 10 11 12 20", "1A0JA0T | 10 11 10 10"})
    void aLineMeansTheseNumbers(String line, String numbers) throws DatasetFormatException {
        double[] wanted = Arrays.stream(numbers.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
        JcampTable t = table("##FIRSTX=1\n##DELTAX=1\n##NPOINTS=" + wanted.length + "\n##XYDATA=(X++(Y..Y))\n" + line);
        assertArrayEquals(wanted, t.y());
    }

    @Test
    void linesInDifferenceFormBeginWithACheck() throws DatasetFormatException {
        String head = "##FIRSTX=1\n##DELTAX=1\n##YFACTOR=0.5\n##XYDATA=(X++(Y..Y))\n";
        assertArrayEquals(new double[] {5, 6, 7, 8, 9}, table(head + "1A0KT\n3A4KT\n5A8").y());
        // behind a line that does not end in a difference there is no check
        assertArrayEquals(new double[] {5, 6, 6.5}, table(head + "1A0A2\n3A3").y());
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> table(head + "1A0KT\n3A7KT\n5B1"));
        assertTrue(e.getMessage().contains("line 8") && e.getMessage().contains("check ordinate 17"), e.getMessage());
        JcampTable near = table(head + "1A0KT\n3A5KT\n5A8");
        assertArrayEquals(new double[] {5, 6, 7, 8, 9}, near.y());
        assertTrue(near.notes().get(0).contains("line 8"), near.notes().toString());
        assertEquals(List.of(), table(head + "1A0KT\n3A4KT\n5A8").notes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // packed digits behind a decimal abscissa: E is the digit 5, e the digit -5
        "544.813E883E884 | 5883 5884", "544.813e883E884 | -5883 5884", "544.813E8 | 58",
        "544.813A000E1 | 1000 51",
        // an exponent has a sign; without one it is told by decimal points behind it
        "5.44813E+2 7 8 | 7 8", "5.44813E2 7.5 8.5 | 7.5 8.5", "544.813 7.5E1 8.5E-1 | 75 0.85",
        "5.44813E2 7 8 | 7 8"})
    void theExponentIsToldFromThePackedDigit(String line, String numbers) throws DatasetFormatException {
        double[] wanted = Arrays.stream(numbers.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
        JcampTable t = table("##FIRSTX=544.813\n##DELTAX=2\n##NPOINTS=" + wanted.length + "\n##XYDATA=(X++(Y..Y))\n"
                + line);
        assertArrayEquals(wanted, t.y());
    }

    @Test
    void theEndsAndTheNumberOfPointsOutweighARoundedStep() throws DatasetFormatException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i += 10) {
            lines.append(1000 - 1.929 * i).append(" 1 2 3 4 5 6 7 8 9 10\n");
        }
        JcampTable t = table("##FIRSTX=1000\n##LASTX=" + (1000 - 1.929 * 499) + "\n##NPOINTS=500\n##DELTAX=-2\n"
                + "##XYDATA=(X++(Y..Y))\n" + lines);
        assertEquals(1000 - 1.929 * 250, t.x()[250], 1e-9);
        assertEquals(1000 - 1.929 * 499, t.x()[499], 1e-9);
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> table("##FIRSTX=1000\n##LASTX="
                + (1000 - 1.929 * 499) + "\n##NPOINTS=500\n##DELTAX=-2\n##XYDATA=(X++(Y..Y))\n"
                + lines.toString().replaceFirst(" 10\n", " 10 11 12 13 14 15\n")));
        assertTrue(e.getMessage().contains("should follow"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"400 1 2 3 4", "400 1 2", "400 1 2 3 x"})
    void aTableThatDoesNotHaveItsPointsIsRefused(String line) {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> table("##FIRSTX=400\n##LASTX=402\n##NPOINTS=3\n##XYDATA=(X++(Y..Y))\n" + line));
        assertTrue(e.getMessage().contains("line 7"), e.getMessage());
    }

    private static final String TABLE = "##FIRSTX=200\n##LASTX=202\n##NPOINTS=3\n##XYDATA=(X++(Y..Y))\n200 1 2 3\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "UV/VIS SPECTRUM | NANOMETERS | ABSORBANCE | Wavelength | nm | Absorbance | 1",
        "ULTRAVIOLET SPECTRUM | NM | TRANSMITTANCE | Wavelength | nm | Transmittance | 1",
        "EPR SPECTRUM | mT | ARBITRARY UNITS | Magnetic field | mT | Intensity | a.u.",
        "NMR SPECTRUM | HZ | ARBITRARY UNITS | Frequency | Hz | Intensity | a.u.",
        "NMR SPECTRUM | PPM | ARBITRARY UNITS | Chemical shift | ppm | Intensity | a.u.",
        "MASS SPECTRUM | M/Z | RELATIVE ABUNDANCE | m/z | 1 | Relative abundance | 1",
        "SIMPLE GRAPH | ARBITRARY | ARBITRARY | Abscissa | a.u. | Intensity | a.u."})
    void otherTypesOfDataArePlainCurvesOverTheirOwnAxis(String type, String xUnits, String yUnits, String x,
            String xUnit, String y, String yUnit) throws IOException {
        Curve c = (Curve) read("##TITLE=t\n##DATA TYPE=" + type + "\n##XUNITS=" + xUnits + "\n##YUNITS=" + yUnits
                + "\n" + TABLE + "##END=\n").get(0);
        assertEquals("curve", c.kind().id());
        assertEquals(x, c.axis().quantity());
        assertEquals(xUnit, c.axis().unit().text());
        assertEquals(y, c.signal().quantity());
        assertEquals(yUnit, c.signal().unit().text());
        assertEquals(x.equals("Chemical shift") ? Direction.DESCENDING : Direction.ASCENDING, c.axis().direction());
        assertArrayEquals(new double[] {200, 201, 202}, c.axis().values());
        assertTrue(c.header().remarks().isEmpty(), c.header().remarks().toString());
    }

    @Test
    void aFileWithoutATypeOfDataAsksForIt() throws IOException {
        Dataset d = read("##TITLE=t\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n" + TABLE + "##END=\n").get(0);
        assertEquals("curve", d.kind().id());
        assertTrue(d.header().remarks().get(0).text().contains("--as raman"), d.header().remarks().toString());
    }

    @Test
    void aRecordOfSeparatorsAloneIsNoNumber() {
        for (String nothing : new String[] {";", ",", ", ;"}) {
            assertThrows(DatasetFormatException.class, () -> table("##FIRSTX=" + nothing + "\n##LASTX=" + nothing
                    + "\n##DELTAX=" + nothing + "\n##XYDATA=(X++(Y..Y))\n1 2 3\n"));
        }
    }

    @Test
    void peakTablesAreTables() throws IOException {
        Table t = (Table) read("##TITLE=t\n##DATA TYPE=MASS SPECTRUM\n##XUNITS=M/Z\n##YUNITS=RELATIVE ABUNDANCE\n"
                + "##NPOINTS=3\n##PEAK TABLE=(XY..XY)\n18,12 28,100\n44,7\n##END=\n").get(0);
        assertArrayEquals(new double[] {18, 28, 44}, t.columns().get(0).values());
        assertArrayEquals(new double[] {12, 100, 7}, t.columns().get(1).values());
    }

    @Test
    void aMissingEndIsReadOnlyWhereNothingCanBeMissing() throws IOException {
        String whole = "##TITLE=t\n##=a comment\n##DATA TYPE=UV/VIS SPECTRUM\n##XUNITS=NANOMETERS\n"
                + "##YUNITS=ABSORBANCE\n" + TABLE;
        Dataset d = read(whole).get(0);
        assertTrue(d.header().remarks().get(0).text().contains("##END="), d.header().remarks().toString());
        assertThrows(DatasetFormatException.class, () -> read(whole.strip()));
        assertThrows(DatasetFormatException.class, () -> read(whole.replace("##NPOINTS=3\n", "")));
    }

    @Test
    void cutAtAnyByteAFileIsRefusedOrSaysSo() throws IOException {
        String whole = "##TITLE=t\n##DATA TYPE=UV/VIS SPECTRUM\n##XUNITS=NANOMETERS\n##YUNITS=ABSORBANCE\n" + TABLE
                + "##END=\n";
        for (int cut = 12; cut < whole.length() - 2; cut++) {
            String part = whole.substring(0, cut);
            try {
                assertFalse(read(part).get(0).header().remarks().isEmpty(), "cut at " + cut);
            } catch (DatasetFormatException e) {
                assertTrue(e.getMessage().contains("a.jdx"), e.getMessage());
            }
        }
    }
}
