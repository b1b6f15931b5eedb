package org.interphase.technique.vibrational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Outcome;
import org.interphase.api.Source;
import org.interphase.api.Stated;
import org.interphase.model.Curve;
import org.interphase.model.CurveStack;
import org.interphase.model.Dataset;
import org.interphase.model.Measurement;
import org.interphase.testkit.vibrational.RamanMapTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text and map formats of Raman instruments. */
class RamanTextFormatsTest {

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"';' | true", "';' | false", "',' | false"})
    void bwTekPixelsWithoutAShiftAreLeftOutAndSaid(char delimiter, boolean comma) throws IOException {
        Curve c = (Curve) Steps.read("a.txt", Files.bwTek(delimiter, comma)).get(0);
        assertEquals("raman", c.kind().id());
        assertEquals(Files.POINTS - 6, c.axis().size());
        assertEquals(Files.x(4), c.axis().min(), 1e-9);
        assertEquals(Files.y(30), c.signal().get(26), 1e-3);
        assertEquals("counts", c.signal().unit().text());
        assertEquals(784.9, c.metadata().number("laser wavelength", "nm").orElseThrow());
        assertTrue(c.header().remarks().get(0).text().startsWith("6 of 60 pixels"), c.header().remarks().toString());
    }

    @Test
    void bwTekWithoutShiftsMakesThemFromItsLaser() throws IOException {
        String text = new String(Files.bwTek(';', false), StandardCharsets.US_ASCII).replace("Raman Shift", "unused");
        Curve c = (Curve) Steps.read("a.txt", ascii(text)).get(0);
        assertEquals(Files.x(4), c.axis().min(), 1e-6);
        assertEquals(Files.x(57), c.axis().max(), 1e-6);
    }

    @Test
    void wireListsOfPointsAreMaps() throws IOException {
        CurveStack map = (CurveStack) Steps.read("m.txt", Files.wireMap()).get(0);
        assertEquals("raman.map", map.kind().id());
        assertEquals(new CurveStack.Grid(3, 2), map.grid().orElseThrow());
        assertEquals(Files.y(30) + 40, map.get(4, 30), 1e-4);
        assertEquals(2.0, map.positions().get(0).get(4));
        assertEquals(3.0, map.positions().get(1).get(4));
        assertEquals(Files.x(0), map.axis().min());
    }

    @Test
    void aCutListIsRefusedAndAWaveThatMayBeWavelengthsIsAskedFor() {
        byte[] whole = Files.wireMap();
        String text = new String(whole, StandardCharsets.US_ASCII);
        byte[] cut = ascii(text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1));
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> Steps.read("m.txt", cut));
        assertTrue(e.getMessage().contains("cut short"), e.getMessage());
        StringBuilder nm = new StringBuilder("#Wave\t\t#Intensity\n");
        for (int i = 0; i < 20; i++) {
            nm.append(540 + i).append('\t').append(100 + i).append('\n');
        }
        MissingFactException open = assertThrows(MissingFactException.class,
                () -> Steps.read("s.txt", ascii(nm.toString())));
        assertEquals(List.of(Fact.UNIT), open.needed());
    }

    @Test
    void labSpecUnitsAreObeyed() throws IOException {
        String map = new String(Files.labSpecMap(), StandardCharsets.ISO_8859_1);
        CurveStack nm = (CurveStack) Steps.read("m.txt", ascii(map.replace("=1/cm", "=nm"))).get(0);
        assertEquals("nm", nm.axis().unit().text());
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> Steps.read("m.txt", ascii(map.replace("=1/cm", "=eV"))));
        assertTrue(e.getMessage().contains("eV"), e.getMessage());
    }

    @Test
    void labSpecXmlEntriesKeepTheirOwnTexts() throws IOException {
        String xml = new String(Files.labSpecXml(1, 1), StandardCharsets.UTF_8);
        String entry = "<LSX ID=\"0x6D7361DE\"><LSX ID=\"0x6D6D616E\">%s</LSX>%s</LSX>";
        String text = "<LSX ID=\"0x7D6C61DB\">%s</LSX>";
        String entries = "<LSX ID=\"0x6C62D4D9\">" + entry.formatted("Sample", text.formatted("LTO"))
                + entry.formatted("Remark", "") + "<LSX ID=\"0x6D7361DE\">" + text.formatted("633")
                + "<LSX ID=\"0x6D6D616E\">Laser (nm)</LSX></LSX>" + entry.formatted("Grating", text.formatted("600"))
                + "</LSX>";
        Dataset d = Steps.read("a.xml", xml.replaceFirst("<LSX_Tree>", "<LSX_Tree>" + entries).getBytes(
                StandardCharsets.UTF_8)).get(0);
        assertEquals("LTO", d.metadata().text("Sample").orElseThrow());
        assertEquals("633", d.metadata().text("Laser (nm)").orElseThrow());
        assertEquals("600", d.metadata().text("Grating").orElseThrow());
        assertTrue(d.metadata().text("Remark").isEmpty());
        assertEquals(633, d.metadata().number("laser wavelength", "nm").orElseThrow());
    }

    @Test
    void aWdfFileWithAShortLastBlockKeepsItsSpectra() throws IOException {
        byte[] whole = Files.wdf(3, 2);
        ByteBuffer longer = ByteBuffer.allocate(whole.length + 16 + 5).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(whole).put(ascii("ZLDC")).putInt(0).putLong(400);
        Dataset d = Steps.read("a.wdf", longer.array()).get(0);
        assertEquals(new CurveStack.Grid(3, 2), ((CurveStack) d).grid().orElseThrow());
        assertTrue(d.header().remarks().get(0).text().contains("ZLDC"), d.header().remarks().toString());
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> Steps.read("a.wdf", Arrays.copyOf(whole, whole.length - 9)));
        assertTrue(e.getMessage().contains("ORGN"), e.getMessage());
    }

    @Test
    void wavelengthsOfAWdfMapBecomeShiftsWithTheLaserStated() throws IOException {
        byte[] nm = Files.wdf(3, 2);
        int axis = new String(nm, StandardCharsets.ISO_8859_1).indexOf("XLST") + 16 + 4;
        ByteBuffer b = ByteBuffer.wrap(nm).order(ByteOrder.LITTLE_ENDIAN).putInt(axis, 3);
        for (int i = 0; i < Files.POINTS; i++) {
            b.putFloat(axis + 4 + 4 * i, 540 + i);
        }
        assertEquals("nm", ((CurveStack) Steps.read("a.wdf", nm).get(0)).axis().unit().text());
        CurveStack shift = (CurveStack) Steps.read(Source.of("a.wdf", nm).stating(Stated.NOTHING.with(Fact.LASER,
                "532"))).get(0);
        assertEquals(1e7 / 532 - 1e7 / 540, shift.axis().min(), 1e-3);
    }

    @Test
    void pixelsWithoutASpectrumCountNowhere() throws AnalysisException {
        CurveStack whole = RamanMapTruth.of(4, 3, 300, 3, 1).stack();
        double[] values = whole.values();
        Arrays.fill(values, 0, 3 * whole.axis().size(), Double.NaN);
        Outcome o = Steps.run("vibrational.map-bands", whole.withValues(whole.axis(), values), Map.of());
        List<Measurement> shares = o.measurements().stream().filter(m -> m.name().endsWith("detected in")).toList();
        Outcome all = Steps.run("vibrational.map-bands", whole, Map.of());
        assertTrue(all.measurements().stream().anyMatch(m -> m.name().endsWith("detected in") && m.value() == 100));
        assertTrue(shares.stream().anyMatch(m -> m.value() == 100), shares.toString());
        assertTrue(o.remarks().stream().anyMatch(r -> r.text().startsWith("3 of 12 pixels")), o.remarks().toString());
    }
}
