package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variants of WDF, OPUS, JCAMP-DX and text that the formats allow. */
class FormatVariantsTest {

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A WDF map of 3 x 2 with a WMAP block; positions all zero. */
    private static byte[] planned(int flags, int measured) {
        byte[] plain = Files.wdf(3, 2);
        ByteBuffer b = ByteBuffer.allocate(plain.length + 16 + 48).order(ByteOrder.LITTLE_ENDIAN);
        b.put(plain).putLong(72, measured);
        int orgn = plain.length - 2 * (24 + 8 * 6);
        for (int axis = 0; axis < 2; axis++) {
            for (int k = 0; k < 6; k++) {
                b.putDouble(orgn + axis * 72 + 24 + 8 * k, 0);
            }
        }
        b.put(ascii("WMAP")).putInt(0).putLong(16 + 48).putInt(flags).putInt(0).putFloat(10).putFloat(20).putFloat(0)
                .putFloat(2).putFloat(-3).putFloat(0).putInt(3).putInt(2).putInt(1).putInt(0);
        return b.array();
    }

    /** Height of the band over its foot tells which spectrum it is: spectrum k has k added. */
    private static int spectrum(CurveStack map, int cell) {
        return (int) Math.round(map.get(cell, 0) - Files.y(0));
    }

    @Test
    void aStoppedWdfMapKeepsItsGridAndMarksWhatIsMissing() throws IOException {
        byte[] file = Files.wdf(4, 3);
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(72, 10);
        CurveStack map = assertInstanceOf(CurveStack.class, Steps.read("a.wdf", file).get(0));
        assertEquals(new CurveStack.Grid(4, 3), map.grid().orElseThrow());
        assertEquals(9, spectrum(map, 9));
        assertTrue(Double.isNaN(map.get(10, 30)));
        assertArrayEquals(new double[] {0, 2, 4, 6}, java.util.Arrays.copyOfRange(map.positions().get(0).values(), 8,
                12));
        assertTrue(map.metadata().text("reader note").orElseThrow().contains("2 of 12"));
    }

    @Test
    void thePlannedMapServesWherePositionsDoNot() throws IOException {
        CurveStack rows = (CurveStack) Steps.read("a.wdf", planned(0, 6)).get(0);
        assertEquals(new CurveStack.Grid(3, 2), rows.grid().orElseThrow());
        // the stage went down: the first three spectra are the upper row
        assertEquals(0, spectrum(rows, 3));
        assertEquals(20.0, rows.positions().get(1).get(3));
        assertEquals(17.0, rows.positions().get(1).get(0));
        CurveStack alternating = (CurveStack) Steps.read("a.wdf", planned(4, 6)).get(0);
        assertEquals(5, spectrum(alternating, 0));
        CurveStack columns = (CurveStack) Steps.read("a.wdf", planned(2, 6)).get(0);
        assertEquals(2, spectrum(columns, 4));
        CurveStack stopped = (CurveStack) Steps.read("a.wdf", planned(0, 5)).get(0);
        assertTrue(Double.isNaN(stopped.get(2, 0)));
    }

    @Test
    void aShakyStageStillGivesAGrid() throws IOException {
        byte[] file = Files.wdf(5, 4);
        ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int first = file.length - 8 * 20;
        for (int k = 0; k < 20; k++) {
            b.putDouble(first + 8 * k, 3.0 * (k / 5) + 0.2 * Math.sin(k * 1.7));
        }
        CurveStack map = (CurveStack) Steps.read("a.wdf", file).get(0);
        assertEquals(new CurveStack.Grid(5, 4), map.grid().orElseThrow());
        assertEquals(7, spectrum(map, 7));
    }

    private record Spectrum(int source, int type, double first, double last, double... y) {
    }

    /** An OPUS file: all data blocks first, then all status blocks in the same order. */
    private static byte[] opus(Spectrum... spectra) {
        ByteBuffer b = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(0, 0xfefe0a0a).putDouble(4, 920622).putInt(12, 24).putInt(16, 40).putInt(20, 2 * spectra.length);
        int at = 24 + 12 * 40;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < spectra.length; i++) {
                Spectrum s = spectra[i];
                int entry = 24 + 12 * (pass * spectra.length + i);
                b.position(at);
                if (pass == 0) {
                    for (double v : s.y()) {
                        b.putFloat((float) v);
                    }
                } else {
                    b.put(ascii("NPT\0")).putShort((short) 0).putShort((short) 2).putInt(s.y().length);
                    b.put(ascii("FXV\0")).putShort((short) 1).putShort((short) 4).putDouble(s.first());
                    b.put(ascii("LXV\0")).putShort((short) 1).putShort((short) 4).putDouble(s.last());
                    b.put(ascii("END\0")).putInt(0);
                }
                b.putInt(entry, 3 | s.source() << 2 | s.type() << 10 | (pass == 0 ? 0 : 1 << 4))
                        .putInt(entry + 4, (b.position() - at) / 4).putInt(entry + 8, at);
                at = b.position();
            }
        }
        byte[] out = new byte[at];
        b.get(0, out);
        return out;
    }

    @Test
    void opusBlocksOfOneKindKeepTheirOwnAxes() throws IOException {
        List<Dataset> all = Steps.read("a.0", opus(new Spectrum(1, 1, 4000, 400, 3, 4, 5),
                new Spectrum(2, 1, 4001, 399, 6, 7, 8), new Spectrum(3, 4, 4000, 400, 0.1, 0.2, 0.3),
                new Spectrum(3, 4, 2000, 1000, 0.4, 0.5), new Spectrum(1, 2, 0, 100, 1, 2, 3)));
        assertEquals(List.of("a", "a #2", "a (sample channel)", "a (reference channel)"),
                all.stream().map(Dataset::name).toList());
        Curve second = (Curve) all.get(1);
        assertArrayEquals(new double[] {1000, 2000}, second.axis().values());
        assertArrayEquals(new double[] {0.5, 0.4}, second.signal().values(), 1e-7);
        assertEquals(399, ((Curve) all.get(3)).axis().min());
    }

    @Test
    void anOpusFileWithInterferogramsOnlyIsRefused() {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> Steps.read("a.0", opus(new Spectrum(1, 2, 0, 100, 1, 2, 3))));
        assertTrue(e.getMessage().contains("interferograms"), e.getMessage());
    }

    private static Curve jcamp(String records) throws IOException {
        return (Curve) Steps.read("a.jdx", ascii("##TITLE=x\n##JCAMP-DX=5.01 $$ some program\n" + records
                + "\n##END=\n")).get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        // comments, odd label spelling, abscissae scaled, descending
        "$$ a comment\n##data_type=INFRARED SPECTRUM\n##X UNITS=1/CM $$ unit\n##YUNITS=ABSORBANCE\n##XFACTOR=0.5\n"
            + "##YFACTOR=0.001\n##FIRSTX=406\n##LASTX=400\n##NPOINTS=4\n##XYDATA=(X++(Y..Y)) $$ table\n"
            + "812 400 300 $$ two\n\n804 200 100",
        // neither LASTX nor DELTAX: the abscissae of the lines tell
        "##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##YFACTOR=0.001\n##FIRSTX=400\n"
            + "##XYDATA=(X++(Y..Y))\n400 100 200\n404 300 400",
        // DELTAX only, differences with check, a last line with nothing but the check
        "##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##YFACTOR=0.001\n##DELTAX=2\n"
            + "##XYDATA=(X++(Y..Y))\n400A00J00T\n404C00J00\n406D00",
        // decimal commas
        "##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##XFACTOR=1,0\n##YFACTOR=0,001\n"
            + "##FIRSTX=400,0\n##LASTX=406,0\n##NPOINTS=4\n##XYDATA=(X++(Y..Y))\n400,0 100,0 200,0\n404,0 300,0 400,0",
        "##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n##MAXY=0,4\n##NPOINTS=4\n"
            + "##XYPOINTS=(XY..XY)\n400,0; 0,1\n402,0; 0,2\n404,0; 0,3\n406,0; 0,4",
        // exponents, points in pairs over several lines, descending
        "##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=cm^-1\n##YUNITS=ABSORBANCE\n##XYPOINTS=(XY..XY)\n"
            + "4.06E+02,4.0E-01 4.04E+02,3E-1\n4.02E2,0.2;400,.1"})
    void jcampVariantsGiveTheSameSpectrum(String records) throws IOException {
        Curve c = jcamp(records);
        assertArrayEquals(new double[] {400, 402, 404, 406}, c.axis().values(), 1e-9);
        assertArrayEquals(new double[] {0.1, 0.2, 0.3, 0.4}, c.signal().values(), 1e-12);
        assertEquals("ftir.absorbance", c.kind().id());
    }

    @Test
    void jcampUnitsDecideKindAndScale() throws IOException {
        String table = "\n##FIRSTX=400\n##LASTX=404\n##NPOINTS=3\n##XYDATA=(X++(Y..Y))\n400 90 20 80";
        Curve percent = jcamp("##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=TRANSMITTANCE" + table);
        assertEquals("%", percent.signal().unit().text());
        Curve raman = jcamp("##DATA TYPE=RAMAN SPECTRUM\n##XUNITS=RAMAN SHIFT (CM-1)\n##YUNITS=COUNTS" + table);
        assertEquals("Raman shift", raman.axis().quantity());
        Curve diffuse = jcamp("##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=KUBELKA-MUNK" + table);
        assertEquals("ftir.kubelka-munk", diffuse.kind().id());
        Curve apparent = jcamp("##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=LOG(1/R)" + table);
        assertEquals("ftir.absorbance", apparent.kind().id());
        assertEquals("Apparent absorbance lg(1/R)", apparent.signal().quantity());
    }

    @Test
    void jcampPeakTablesAreNoSpectra() throws IOException {
        String peaks = "##DATA TYPE=INFRARED SPECTRUM\n##XUNITS=1/CM\n##YUNITS=ABSORBANCE\n"
                + "##PEAK TABLE=(XY..XY)\n1700,0.5 1200,0.3\n";
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> jcamp(peaks));
        assertTrue(e.getMessage().contains("peaks") && e.position().equals("line 7"), e.getMessage());
        assertEquals(3, jcamp(peaks + "##XYPOINTS=(XY..XY)\n400,1 401,2 402,3").axis().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"400,5;0,1\n402,5;0,2\n404,5;0,3", "400,5\t0,1\n402,5\t0,2\n404,5\t0,3",
        "Wavenumber;Absorbance\n404,5;0,3\n402,5;0,2\n400,5;0,1",
        "\"400.5\",\"0.1\"\n\"402.5\",\"0.2\"\n\"404.5\",\"0.3\"",
        "sample 12\n\ncm-1,A\n400.5,0.1\n402.5,0.2\n404.5,0.3",
        "# Wavenumber\tAbsorbance\r\n400.5 0.1\r\n402.5 0.2\r\n404.5 0.3",
        "400.50000,0.10000\r\n402.50000,0.20000\r\n404.50000,0.30000"})
    void textIsReadWithItsSeparatorsAndDecimals(String rows) throws IOException {
        // enough rows for a spectrum, of the same step
        StringBuilder text = new StringBuilder(rows);
        boolean comma = rows.contains("0,1");
        String between = rows.contains(";") ? ";" : rows.contains("\t0") ? "\t" : rows.contains("\"") ? "," : rows
                .contains(",") ? "," : " ";
        boolean falling = rows.indexOf("404") < rows.indexOf("400");
        for (int i = 0; i < 40; i++) {
            String x = "" + (falling ? 398.5 - 2 * i : 406.5 + 2 * i);
            String line = x + between + "0.25";
            text.append('\n').append(comma ? line.replace('.', ',') : line);
        }
        Source source = Source.of("ir_sample.dpt", ascii(text.toString())).stating(Stated.NOTHING.with(Fact.KIND,
                "ftir.absorbance"));
        Curve c = (Curve) Steps.read(source).get(0);
        assertEquals(43, c.axis().size());
        int at = falling ? 40 : 0;
        assertEquals(400.5, c.axis().get(at), 1e-12);
        assertEquals(0.1, c.signal().get(at), 1e-12);
        assertEquals("ftir.absorbance", c.kind().id());
    }

    @Test
    void perkinElmerTextWithDecimalCommasIsRead() throws IOException {
        Curve c = (Curve) Steps.read("a.asp", ascii("3\n404,5\n400,5\n1\n2\n4\n0,3\n0,2\n0,1\n")).get(0);
        assertArrayEquals(new double[] {400.5, 402.5, 404.5}, c.axis().values(), 1e-12);
        assertArrayEquals(new double[] {0.1, 0.2, 0.3}, c.signal().values(), 1e-12);
    }
}
