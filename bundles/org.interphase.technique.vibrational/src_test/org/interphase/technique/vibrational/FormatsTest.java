package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {

    private static List<Dataset> read(String name, byte[] content) throws IOException {
        return Steps.read(name, content);
    }

    private static void assertSpectrum(Dataset d, String kind, double scale, double tolerance) {
        Curve c = assertInstanceOf(Curve.class, d);
        assertEquals(kind, c.kind().id());
        assertEquals("cm-1", c.axis().unit().text());
        assertEquals(kind.equals("raman") ? Direction.ASCENDING : Direction.DESCENDING, c.axis().direction());
        for (int i = 0; i < Files.POINTS; i++) {
            assertEquals(Files.x(i), c.axis().get(i), 1e-3);
            assertEquals(scale * Files.y(i), c.signal().get(i), tolerance);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 9, 1e-6", "1, 9, 4e-3", "0, -128, 1e-5", "128, -128, 1e-5", "128, 9, 1e-6"})
    void spcNewFormatIsReadInEveryOrdinateForm(int flags, int exponent, double tolerance) throws IOException {
        assertSpectrum(read("a.spc", Files.spc(flags, exponent, 13, 4, 1)).get(0), "raman", 1, tolerance);
    }

    @Test
    void spcSubfilesOnACommonAxisAreAStack() throws IOException {
        CurveStack s = assertInstanceOf(CurveStack.class, read("a.spc", Files.spc(4, 10, 13, 4, 3)).get(0));
        assertEquals(3, s.curves());
        assertEquals(3 * Files.y(30), s.get(2, 30), 1e-5);
        assertEquals("raman.map", s.kind().id());
    }

    @Test
    void spcSubfilesWithOwnAxesAreSpectraOfTheirOwn() throws IOException {
        List<Dataset> all = read("a.spc", Files.spc(0x40 | 0x80 | 4, -128, 13, 4, 2));
        assertEquals(2, all.size());
        assertSpectrum(all.get(1), "raman", 2, 1e-4);
    }

    @Test
    void spcAxisCodesDecideTheKind() throws IOException {
        assertSpectrum(read("a.spc", Files.spc(0, -128, 1, 11, 1)).get(0), "ftir.transmittance", 1, 1e-4);
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read("a.spc", Files.spc(0, -128, 5, 4, 1)));
        assertTrue(e.getMessage().contains("byte 28") && e.getMessage().contains("minutes"), e.getMessage());
    }

    @Test
    void spcOldFormatIsRead() throws IOException {
        assertSpectrum(read("a.spc", Files.oldSpc()).get(0), "raman", 1, 1e-5);
    }

    @Test
    void wdfSpectrumAndMapAreRead() throws IOException {
        assertSpectrum(read("a.wdf", Files.wdf(1, 1)).get(0), "raman", 1, 1e-4);
        CurveStack map = assertInstanceOf(CurveStack.class, read("a.wdf", Files.wdf(4, 3)).get(0));
        assertEquals(new CurveStack.Grid(4, 3), map.grid().orElseThrow());
        assertEquals("um", map.positions().get(0).unit().text());
        assertEquals(Files.y(30) + 5, map.get(5, 30), 1e-4);
        assertEquals(2.0, map.positions().get(0).get(5));
        assertEquals(3.0, map.positions().get(1).get(5));
    }

    @Test
    void opusResultSpectraAreRead() throws IOException {
        assertSpectrum(read("a.0", Files.opus(4)).get(0), "ftir.absorbance", 1 / 200.0, 1e-6);
        assertSpectrum(read("a.0", Files.opus(5)).get(0), "ftir.transmittance", 1 / 200.0, 1e-6);
        assertSpectrum(read("a.0", Files.opus(1)).get(0), "ftir.single-beam", 1 / 200.0, 1e-6);
    }

    @Test
    void spaIsRead() throws IOException {
        assertSpectrum(read("a.spa", Files.spa()).get(0), "ftir.absorbance", 1 / 200.0, 1e-6);
    }

    @Test
    void textAndLabSpecAreRead() throws IOException {
        assertSpectrum(read("a.csv", Files.csv()).get(0), "raman", 1, 1e-3);
        CurveStack map = assertInstanceOf(CurveStack.class, read("map.txt", Files.labSpecMap()).get(0));
        assertEquals(new CurveStack.Grid(2, 3), map.grid().orElseThrow());
        // x ascends in the grid although the file runs to negative x
        assertEquals(-2, map.positions().get(0).get(0));
        assertEquals(Files.y(30) + 10, map.get(0, 30), 1e-3);
        assertSpectrum(read("a.xml", Files.labSpecXml(1, 1)).get(0), "raman", 1, 1e-3);
        CurveStack xml = assertInstanceOf(CurveStack.class, read("a.xml", Files.labSpecXml(2, 3)).get(0));
        assertEquals(new CurveStack.Grid(2, 3), xml.grid().orElseThrow());
        assertEquals(Files.y(30) + 3, xml.get(3, 30), 1e-3);
        assertEquals(3.0, xml.positions().get(1).get(3));
    }

    @Test
    void perkinElmerTextIsRead() throws IOException {
        StringBuilder asp = new StringBuilder("60\n1580\n400\n1\n2\n4\n");
        for (int i = Files.POINTS - 1; i >= 0; i--) {
            asp.append(Files.y(i) / 200).append('\n');
        }
        assertSpectrum(read("a.asp", asp.toString().getBytes(StandardCharsets.US_ASCII)).get(0), "ftir.absorbance",
                1 / 200.0, 1e-9);
    }

    /** The same ten ordinates 100, 103, 106, 106, 106, 104, 100, -5, 0, 7 in every form of the standard. */
    @ParameterizedTest
    @ValueSource(strings = {
        "##XYDATA=(X++(Y..Y))\n400 100 103 106 106 106\n405 104 100 -5 0 7",
        "##XYDATA=(X++(Y..Y))\n400+100+103+106+106+106\n405+104+100-5+0+7",
        "##XYDATA=(X++(Y..Y))\n400A00A03A06A06A06\n405A04A00e@G",
        "##XYDATA=(X++(Y..Y))\n400A00A03A06U\n405A04A00e@G",
        "##XYDATA=(X++(Y..Y))\n400A00LL%%\n404A06kmj05NP",
        "##XYDATA=(X++(Y..Y))\n400A00LT%T\n404A06kmj05NP",
        "##XYPOINTS=(XY..XY)\n400,100; 401,103; 402,106; 403,106; 404,106\n405,104 406,100 407,-5 408,0 409,7"})
    void jcampTableFormsGiveTheSameNumbers(String table) throws IOException {
        Curve c = (Curve) read("a.jdx", Files.jcamp(table, 10)).get(0);
        assertArrayEquals(new double[] {1, 1.03, 1.06, 1.06, 1.06, 1.04, 1, -0.05, 0, 0.07}, c.signal().values(),
                1e-12);
        assertEquals(400, c.axis().min());
        assertEquals(409, c.axis().max());
    }

    @Test
    void jcampLinkedBlocksAndNTuplesGiveSeveralSpectra() throws IOException {
        String block = new String(Files.jcamp("##XYDATA=(X++(Y..Y))\n400 1 2 3", 3), StandardCharsets.US_ASCII);
        String link = "##TITLE=both\n##DATA TYPE=LINK\n##BLOCKS=2\n" + block + block + "##END=\n";
        assertEquals(2, read("a.jdx", link.getBytes(StandardCharsets.US_ASCII)).size());
        String ntuples = """
                ##TITLE=pages
                ##JCAMP-DX=5.00
                ##DATA TYPE=INFRARED SPECTRUM
                ##NTUPLES=INFRARED SPECTRUM
                ##SYMBOL=X, Y, N
                ##VAR_DIM=3, 3, 2
                ##UNITS=1/CM, ABSORBANCE,
                ##FIRST=400, 0, 1
                ##LAST=402, 0, 2
                ##FACTOR=1, 0.1, 1
                ##PAGE=N=1
                ##DATA TABLE=(X++(Y..Y)), XYDATA
                400 1 2 3
                ##PAGE=N=2
                ##DATA TABLE=(X++(Y..Y)), XYDATA
                400 4 5 6
                ##END NTUPLES=INFRARED SPECTRUM
                ##END=
                """;
        List<Dataset> pages = read("a.jdx", ntuples.getBytes(StandardCharsets.US_ASCII));
        assertEquals(2, pages.size());
        assertArrayEquals(new double[] {0.4, 0.5, 0.6}, ((Curve) pages.get(1)).signal().values(), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"'400 100 103\n402 104 105\n409 1 2', 'points are missing'", "'400A00LL\n402A00%', 'check ordinate'",
        "'400 100 1x3', 'belongs to no number'", "'400 1 2', 'NPOINTS says'"})
    void brokenJcampTablesAreRefusedWithTheirLine(String table, String reason) {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> read("a.jdx", Files.jcamp("##XYDATA=(X++(Y..Y))\n" + table, 6)));
        assertTrue(e.getMessage().contains("line 1") && e.getMessage().contains(reason), e.getMessage());
    }

    private static Map<String, byte[]> all() {
        Map<String, byte[]> m = new LinkedHashMap<>();
        m.put("a.spc", Files.spc(0, 9, 13, 4, 1));
        m.put("own.spc", Files.spc(0x44, -128, 13, 4, 2));
        m.put("old.spc", Files.oldSpc());
        m.put("a.wdf", Files.wdf(3, 2));
        m.put("a.0", Files.opus(4));
        m.put("a.spa", Files.spa());
        m.put("a.jdx", Files.jcamp("##XYDATA=(X++(Y..Y))\n400 1 2 3", 3));
        m.put("map.txt", Files.labSpecMap());
        m.put("a.xml", Files.labSpecXml(2, 3));
        return m;
    }

    @Test
    void filesCutOffAnywhereAreRefusedWithFileAndPosition() {
        all().forEach((name, content) -> {
            for (int cut = 24; cut < content.length - 40; cut += Math.max(1, content.length / 37)) {
                byte[] part = Arrays.copyOf(content, cut);
                try {
                    // a text map cut between rows is still a map; everything else must be refused
                    List<Dataset> d = readWithOwn(name, content, part);
                    assertTrue(name.equals("map.txt"), name + " cut at " + cut + " gave " + d.size());
                } catch (DatasetFormatException e) {
                    assertTrue(e.getMessage().contains(name), e.getMessage());
                } catch (IOException e) {
                    throw new AssertionError(name, e);
                }
            }
        });
    }

    private static List<Dataset> readWithOwn(String name, byte[] whole, byte[] part) throws IOException {
        return Steps.reader(name, whole).read(Source.of(name, part), Progress.none());
    }

    @Test
    void headersThatClaimTwoGigabytesAllocateNothingBig() {
        Map<String, byte[]> claims = new LinkedHashMap<>();
        claims.put("points.spc", claim(Files.spc(0, 9, 13, 4, 1), 4, 0x1fffffff));
        claims.put("subfiles.spc", claim(Files.spc(4, 9, 13, 4, 1), 24, 0x1fffffff));
        byte[] own = Files.spc(0x44, -128, 13, 4, 1);
        claims.put("own.spc", claim(own, 512 + 16, 0x1fffffff));
        byte[] old = Files.oldSpc();
        java.nio.ByteBuffer.wrap(old).order(java.nio.ByteOrder.LITTLE_ENDIAN).putFloat(4, 5e8f);
        claims.put("old.spc", old);
        claims.put("points.wdf", claim(Files.wdf(1, 1), 60, 0x1fffffff));
        claims.put("spectra.wdf", claim(claim(Files.wdf(1, 1), 72, 0x7fffff), 64, 0x7fffff));
        claims.put("blocks.0", claim(Files.opus(4), 20, 0x1fffffff));
        claims.put("length.0", claim(Files.opus(4), 28, 0x1fffffff));
        byte[] opus = Files.opus(4);
        claims.put("points.0", claim(opus, 24 + 36 + 8, 0x1fffffff));
        claims.put("points.spa", claim(Files.spa(), 304 + 48 + 4, 0x1fffffff));
        claims.put("length.spa", claim(Files.spa(), 326, 0x7fffffff));
        claims.put("dup.jdx", Files.jcamp("##XYDATA=(X++(Y..Y))\n400A00Z99999999999999", 536870912));
        claims.forEach((name, content) -> {
            long before = allocated();
            DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> read(name, content), name);
            long used = allocated() - before;
            assertTrue(used < 32L << 20, name + " allocated " + used + " bytes");
            assertTrue(!e.position().isEmpty(), e.getMessage());
        });
    }

    private static byte[] claim(byte[] content, int offset, int value) {
        byte[] out = content.clone();
        java.nio.ByteBuffer.wrap(out).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        return out;
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
