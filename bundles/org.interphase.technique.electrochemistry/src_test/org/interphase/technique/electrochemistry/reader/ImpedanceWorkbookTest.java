package org.interphase.technique.electrochemistry.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

/** An impedance spectrum in a sheet of a workbook reads as in its text twin. */
class ImpedanceWorkbookTest {

    private static final String TEXT = """
            Frequency (Hz),Z' (Ohm),-Z'' (Ohm)
            100000,20,1
            10000,22,5
            1000,,
            100,45,15
            10,60,8
            1,64,2
            """;

    private static byte[] book() throws IOException {
        StringBuilder sheet = new StringBuilder("<worksheet><sheetData>");
        for (String line : TEXT.split("\n")) {
            sheet.append("<row>");
            for (String cell : line.split(",")) {
                sheet.append(cell.startsWith("F") || cell.contains("Z")
                        ? "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>" : "<c><v>" + cell + "</v></c>");
            }
            sheet.append("</row>");
        }
        String[][] parts = {{"xl/workbook.xml", "<workbook><sheets><sheet name=\"Cell 1\" r:id=\"r1\"/></sheets>"
                + "</workbook>"}, {"xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" "
                + "Target=\"worksheets/sheet1.xml\"/></Relationships>"},
            {"xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>"}};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String[] p : parts) {
                zip.putNextEntry(new ZipEntry(p[0]));
                zip.write(p[1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void aSheetReadsLikeItsTextTwin() throws IOException {
        ImpedanceTextReader reader = new ImpedanceTextReader();
        Source text = Source.of("a.csv", TEXT.getBytes(StandardCharsets.UTF_8));
        Source sheet = Source.of("a.xlsx", book());
        assertEquals(reader.confidence(SourceHead.of(text)), reader.confidence(SourceHead.of(sheet)));
        List<Dataset> one = reader.read(text, Progress.none());
        List<Dataset> two = reader.read(sheet, Progress.none());
        assertEquals(1, one.size());
        assertEquals(1, two.size());
        Table a = (Table) one.get(0);
        Table b = (Table) two.get(0);
        assertEquals(5, b.rows());
        for (int c = 0; c < a.columns().size(); c++) {
            assertEquals(a.columns().get(c).name(), b.columns().get(c).name());
            assertArrayEquals(a.columns().get(c).values(), b.columns().get(c).values());
        }
        String remark = b.header().remarks().get(0).text();
        assertTrue(remark.startsWith("Row 4 of sheet 'Cell 1' was left out"), remark);
    }
}
