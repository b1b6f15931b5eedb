package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.junit.jupiter.api.Test;

/** Workbooks in the layout of Avantage, whole and damaged. */
class AvantageTest {

    private static DatasetFormatException refused(byte[] content) {
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> XpsRuns.read(Source.of("sample.xlsx", content)));
        assertEquals("sample.xlsx", e.file());
        return e;
    }

    private static byte[] book(String rows) throws Exception {
        return Workbooks.zip(Workbooks.parts(Map.of("F1s Scan", rows)));
    }

    @Test
    void everySheetWithEnergiesBecomesARegion() throws Exception {
        List<Dataset> all = XpsRuns.read(Workbooks.avantage());
        assertEquals(List.of("C1s Scan", "F1s Scan"), all.stream().map(Dataset::name).toList());
        Curve c = (Curve) all.get(0);
        assertEquals("xps.region", c.kind().id());
        assertEquals("Binding energy", c.axis().quantity());
        assertEquals(40, c.axis().size());
        assertEquals(296, c.axis().max(), 1e-9);
        assertEquals(292.1, c.axis().min(), 1e-9);
        assertEquals("counts/s", c.signal().unit().text());
        assertEquals(1000 + 1390, c.signal().get(0) + c.signal().get(39));
        assertEquals("C 1s", c.metadata().text("line").orElseThrow());
        assertEquals(1486.6, c.metadata().number("photon energy", "eV").orElseThrow());
        assertEquals(50, c.metadata().number("pass energy", "eV").orElseThrow());
        assertEquals(0.05, c.metadata().number("dwell time", "s").orElseThrow(), 1e-12);
        assertEquals(20, c.metadata().number("scans").orElseThrow());
    }

    @Test
    void aMissingCountIsNamedByItsCell() throws Exception {
        String rows = Workbooks.region(695, 10).replace("<v>1030</v>", "");
        assertEquals("sheet 'F1s Scan', cell C20", refused(book(rows)).position());
    }

    @Test
    void aCellThatIsNoNumberIsNamed() throws Exception {
        DatasetFormatException e = refused(book(Workbooks.region(695, 10).replace("<v>1030</v>", "<v>x1</v>")));
        assertTrue(e.getMessage().contains("cell C20") && e.getMessage().contains("'x1'"), e.getMessage());
    }

    @Test
    void anIndexOutsideTheSharedStringsIsNamed() throws Exception {
        DatasetFormatException e = refused(book(Workbooks.region(695, 10).replace("t=\"s\"><v>3<", "t=\"s\"><v>99<")));
        assertTrue(e.getMessage().contains("cell E15") && e.getMessage().contains("shared string 99"), e.getMessage());
    }

    @Test
    void aWorkbookWithoutEnergiesIsRefused() throws Exception {
        refused(book("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"));
    }

    @Test
    void entitiesAreNotResolved() throws Exception {
        Map<String, String> parts = Workbooks.parts(Map.of("F1s Scan", Workbooks.region(695, 10)));
        parts.put("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + parts.get("xl/workbook.xml"));
        assertTrue(refused(Workbooks.zip(parts)).getMessage().contains("xl/workbook.xml"));
    }

    @Test
    void everyTruncationIsAnswered() throws Exception {
        byte[] whole = Workbooks.avantage().readAll(1 << 20);
        for (int n = 4; n < whole.length; n += 97) {
            refused(Arrays.copyOf(whole, n));
        }
    }

    @Test
    void aBombIsStoppedBeforeItUnpacks() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("media/zeros.bin"));
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 257; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }
        DatasetFormatException e = refused(bytes.toByteArray());
        assertTrue(e.getMessage().contains("media/zeros.bin") && e.getMessage().contains("unpacks to more"));
    }
}
