package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.testkit.fuzz.ReaderTrial;
import org.junit.jupiter.api.Test;

/** Workbooks of a few hundred kilobytes whose texts, cells or attributes go on for 50 MB. */
class WorkbookBombsTest {

    private static final long MOST_BYTES = 512L << 20;
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";

    private static byte[] growing(String part, String start, String piece) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/workbook.xml", "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships\"><sheets><sheet name=\"A\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id=\"r1\" Type=\"http://schemas."
                + "openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                + "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + "sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        parts.put(SHEET, "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>");
        parts.put(STRINGS, "<sst/>");
        parts.put(part, start);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> e : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
                byte[] pieces = piece.repeat((1 << 20) / piece.length()).getBytes(StandardCharsets.UTF_8);
                for (int k = 0; e.getKey().equals(part) && k < 50; k++) {
                    zip.write(pieces);
                }
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** What reads tables, as a reader, whose memory is measured. */
    private static final class Tables implements DatasetReader {
        @Override
        public String id() {
            return "io.tables";
        }

        @Override
        public String title() {
            return "Tables";
        }

        @Override
        public List<String> extensions() {
            return List.of("xlsx");
        }

        @Override
        public List<String> kinds() {
            return List.of();
        }

        @Override
        public int confidence(SourceHead head) {
            return 1;
        }

        @Override
        public List<Dataset> read(Source source, Progress progress) throws IOException {
            Workbook.read(source, progress);
            throw new IllegalStateException("it was read");
        }
    }

    private static void assertRefused(String part, String start, String piece) throws IOException {
        ReaderTrial.Reading r = new ReaderTrial(new Tables(), MOST_BYTES, 20).read(Source.of("b.xlsx", growing(part,
                start, piece)));
        assertEquals(Optional.empty(), r.fault(), start + piece);
        assertNotNull(r.error(), start + piece);
    }

    @Test
    void cellsWithoutEnd() throws IOException {
        assertRefused(SHEET, "<worksheet><sheetData><row>", "<c><v>1</v></c>");
        assertRefused(SHEET, "<worksheet><sheetData>", "<row><c><v>1</v></c></row>");
    }

    @Test
    void textsWithoutEnd() throws IOException {
        assertRefused(SHEET, "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>", "a");
        assertRefused(STRINGS, "<sst>", "<si><t>a</t></si>");
        assertRefused(STRINGS, "<sst><si>", "<t>a</t>");
    }

    @Test
    void namesAndAttributesWithoutEnd() throws IOException {
        assertRefused(SHEET, "<worksheet a=\"", "a");
        assertRefused(SHEET, "<", "a");
    }
}
