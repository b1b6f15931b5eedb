package org.interphase.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    private static DatasetFormatException refused(Xlsx book) {
        return assertThrows(DatasetFormatException.class, book::read);
    }

    private static String cell(String xml) throws IOException {
        return Xlsx.of("<row r=\"1\">" + xml + "</row>").first().text(0, 0);
    }

    @Test
    void aSheetReadsLikeItsTextTwin() throws Exception {
        String[] tables = {"Energy (eV),Counts\n1,2\n2,3\n3,4\n", "x,y\n1,2\n2,\n3,4\n,5\n4,6\n",
            "Sample: A,\nEnergy,Counts\neV,counts/s\n1,2\n2,3\n\n3,4\n",
            "Step,t (s),U (V)\nCharge,1,3.1\nCharge,2,3.2\nRest,3,3.15\n", "1,2\n3,4\n5,6\n",
            "a,b,,c,d\n1,2,,3,4\n5,6,,7,8\n9,10,,,\n", "x,y\n1,2\n2,n/a\n3,#N/A\n4,5\n"};
        for (String t : tables) {
            List<TextBlock> text = DelimitedText.parse("t", t).blocks();
            List<TextBlock> sheet = Xlsx.of(Xlsx.rows(t)).first().blocks();
            assertEquals(text.size(), sheet.size(), t);
            for (int b = 0; b < text.size(); b++) {
                TextBlock one = text.get(b);
                TextBlock two = sheet.get(b);
                assertEquals(one.columns().size(), two.columns().size(), t);
                assertEquals(one.properties(), two.properties(), t);
                for (int c = 0; c < one.columns().size(); c++) {
                    TextColumn x = one.columns().get(c);
                    TextColumn y = two.columns().get(c);
                    assertEquals(x.name() + x.unit() + x.heading() + x.words(), y.name() + y.unit() + y.heading()
                            + y.words(), t);
                    assertArrayEquals(x.values(), y.values(), t);
                }
                assertEquals(one.rows(), two.rows());
                for (int r = 0; r < one.rows(); r++) {
                    assertEquals(one.line(r), two.line(r), t);
                }
                assertEquals(one.notes().size(), two.notes().size(), t);
            }
        }
    }

    @Test
    void everyKindOfCellGivesItsValue() throws Exception {
        assertEquals("1.25", cell("<c r=\"A1\"><f>1+0.25</f><v>1.25</v></c>"));
        assertEquals("#N/A", cell("<c r=\"A1\"><f>A2</f></c>"));
        assertEquals("TRUE", cell("<c r=\"A1\" t=\"b\"><v>1</v></c>"));
        assertEquals("#DIV/0!", cell("<c r=\"A1\" t=\"e\"><v>#DIV/0!</v></c>"));
        assertEquals("rich text", cell("<c t=\"inlineStr\"><is><r><t>rich </t></r><rPh sb=\"0\" eb=\"1\"><t>no</t>"
                + "</rPh><r><t>text</t></r></is></c>"));
        assertEquals("a\rb", cell("<c t=\"str\"><v>a_x000D_b</v></c>"));
        assertEquals("2024-02-28T12:30:00", cell("<c t=\"d\"><v>2024-02-28T12:30:00</v></c>"));
        assertEquals(694.5, Xlsx.of("<row><c t=\"str\"><v> 694.5 </v></c></row>").first().number(0, 0));
        Sheet s = Xlsx.of("<row r=\"2\"><c r=\"B2\" t=\"s\"><v>1</v></c></row>").strings("<t>a</t>", "<t>b</t>")
                .first();
        assertEquals("b", s.text(1, 1));
        assertEquals("", s.text(0, 0) + s.text(1, 0) + s.text(7, 7));
        assertEquals("sheet 'Sheet1', cell B2", s.position(1, 1));
    }

    @Test
    void numbersOfDateFormatsAreDates() throws Exception {
        String styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/>"
                + "<numFmt numFmtId=\"165\" formatCode=\"0.00\\ &quot;mm&quot;;[Red]-0.00\"/><numFmt numFmtId=\"166\""
                + " formatCode=\"[h]:mm:ss\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
                + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
                + "<xf numFmtId=\"166\"/><xf numFmtId=\"11\"/><xf numFmtId=\"21\"/></cellXfs></styleSheet>";
        String[][] cases = {{"0", "45350", "45350"}, {"1", "45350", "2024-02-28"}, {"2", "45350.5", "2024-02-28T12:00"},
            {"3", "45350", "45350"}, {"4", "1.5", "36:00:00"}, {"5", "45350", "45350"}, {"6", "0.75", "18:00"},
            {"1", "59", "1900-02-28"}, {"1", "61", "1900-03-01"}};
        for (String[] c : cases) {
            String row = "<row><c s=\"" + c[0] + "\"><v>" + c[1] + "</v></c></row>";
            assertEquals(c[2], Xlsx.of(row).part("xl/styles.xml", styles).first().text(0, 0));
        }
        assertEquals("2028-02-29", Xlsx.of("<row><c s=\"1\"><v>45350</v></c></row>").part("xl/styles.xml", styles)
                .properties("<workbookPr date1904=\"1\"/>").first().text(0, 0));
    }

    @Test
    void theStrictFormReadsAlike() throws Exception {
        String main = "http://purl.oclc.org/ooxml/spreadsheetml/main";
        Xlsx book = new Xlsx().sheet("S", "", "");
        book.part("xl/worksheets/sheet1.xml", "<x:worksheet xmlns:x=\"" + main + "\"><x:sheetData><x:row r=\"1\">"
                + "<x:c r=\"A1\"><x:v>1</x:v></x:c><x:c r=\"B1\"><x:v>2</x:v></x:c></x:row></x:sheetData>"
                + "</x:worksheet>");
        assertEquals(2, book.first().number(0, 1));
    }

    @Test
    void hiddenSheetsAreKnownAndStayOut() throws Exception {
        String rows = Xlsx.rows("x,y\n1,2\n2,3\n3,4\n");
        Xlsx book = new Xlsx().sheet("A", "", rows).sheet("B", "state=\"hidden\"", rows).sheet("C", "", rows);
        assertTrue(book.read().sheets().get(1).isHidden());
        List<Dataset> all = new WorkbookReader().read(book.source(), Progress.none());
        assertEquals(List.of("A", "C"), all.stream().map(Dataset::name).toList());
        assertEquals("Hidden sheets were not read: B.", all.get(0).header().remarks().get(0).text());
        assertEquals(1, new WorkbookReader().read(new Xlsx().sheet("B", "state=\"veryHidden\"", rows).source(),
                Progress.none()).size());
    }

    @Test
    void aMissingCellIsNamedByItsRowAndSheet() throws Exception {
        Curve c = (Curve) new WorkbookReader().read(Xlsx.of(Xlsx.rows("x,y\n1,2\n2,\n3,4\n")).source(),
                Progress.none()).get(0);
        assertEquals(2, c.axis().size());
        assertEquals(List.of("Row 3 of sheet 'Sheet1' was left out: there is no number in 'y'."),
                c.header().remarks().stream().map(Remark::text).toList());
    }

    @Test
    void nothingIsAllocatedOnSayso() throws Exception {
        // one cell far out in a sheet that claims all rows and columns
        Sheet s = Xlsx.of("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>").first();
        assertEquals(1, s.number(1048575, 16383));
        StringBuilder far = new StringBuilder();
        for (int i = 1; i < 4000; i++) {
            far.append("<row r=\"").append(i).append("\"><c r=\"XFD").append(i).append("\"><v>1</v></c></row>");
        }
        assertTrue(refused(Xlsx.of(far.toString())).getMessage().contains("spread over more than"));
    }

    @Test
    void damageIsNamedByItsPlace() throws Exception {
        assertEquals("sheet 'Sheet1', cell B1", refused(Xlsx.of("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\">"
                + "<v>x1</v></c></row>")).position());
        assertTrue(refused(Xlsx.of("<row><c t=\"s\"><v>7</v></c></row>")).getMessage().contains("shared string 7"));
        refused(Xlsx.of("<row><c r=\"1A\"><v>1</v></c></row>"));
        refused(Xlsx.of("<row r=\"0\"><c><v>1</v></c></row>"));
        refused(Xlsx.of("<row r=\"2\"/><row r=\"1\"/>"));
        refused(Xlsx.of("<row><c r=\"B1\"/><c r=\"A1\"/></row>"));
        refused(Xlsx.of("<row><c s=\"-1\"><v>1</v></c></row>"));
        refused(Xlsx.of("<row><c>"));
        refused(Xlsx.of("").part("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">"
                + "]><worksheet><sheetData><row><c><v>&e;</v></c></row></sheetData></worksheet>"));
    }

    @Test
    void everyTruncationIsAnswered() throws Exception {
        byte[] whole = Xlsx.of(Xlsx.rows("x,y\n1,2\n2,3\n3,4\n")).bytes();
        for (int n = 4; n < whole.length; n++) {
            Source cut = Source.of("a.xlsx", Arrays.copyOf(whole, n));
            assertThrows(DatasetFormatException.class, () -> Workbook.read(cut, Progress.none()));
        }
        Random random = new Random(5);
        for (int k = 0; k < 3000; k++) {
            byte[] b = whole.clone();
            b[random.nextInt(b.length)] = (byte) random.nextInt(256);
            try {
                for (Sheet s : Workbook.read(Source.of("a.xlsx", b), Progress.none()).sheets()) {
                    assertEquals(2, s.number(1, 1));
                    assertEquals(4, s.number(3, 1));
                }
            } catch (IOException e) {
                assertTrue(e instanceof DatasetFormatException, e.toString());
            }
        }
    }

    @Test
    void aBombIsStoppedWhileItUnpacks() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            zip.write("<workbook>".getBytes(StandardCharsets.US_ASCII));
            for (long n = 0; n <= ZipParts.UNPACKED_LIMIT; n += blanks.length) {
                zip.write(blanks);
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
            zip.write("<Relationships/>".getBytes(StandardCharsets.US_ASCII));
        }
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> Workbook.read(Source.of("b.xlsx", bytes.toByteArray()), Progress.none()));
        assertTrue(e.getMessage().contains("unpacks to more"), e.getMessage());
    }

    @Test
    void theHeadOfAWorkbookIsItsHeadingsAsText() throws Exception {
        Source source = Xlsx.of("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
                + Xlsx.rows("0,0\n4000,0.1\n3998,0.2\n3996,0.3\n").replaceFirst("<row r=\"1\">.*?</row>", ""))
                .strings("<t>Wavenumber (cm-1)</t>", "<t>Absorbance</t>").source();
        SourceHead head = TableFile.head(SourceHead.of(source));
        assertTrue(head.text().startsWith("Wavenumber (cm-1)\tAbsorbance\n4000\t0.1\n"), head.text());
        assertEquals(2, DelimitedText.columnsIn(head));
        assertEquals(3, TableFile.read(source, Progress.none()).table().rows());
        assertFalse(Workbook.is(SourceHead.of(Source.of("x.csv", "1,2\n".getBytes(StandardCharsets.US_ASCII)))));
    }

    @Test
    void otherSpreadsheetsAreRefusedByName() {
        byte[] old = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1, 0, 0};
        OtherSpreadsheets reader = new OtherSpreadsheets();
        DatasetFormatException e = assertThrows(DatasetFormatException.class,
                () -> reader.read(Source.of("a.xls", old), Progress.none()));
        assertTrue(e.getMessage().contains(".xls)") && e.getMessage().contains("save it as .xlsx"), e.getMessage());
        assertEquals(90, reader.confidence(new SourceHead("a.xls", old.length, old)));
        assertEquals(0, reader.confidence(new SourceHead("a.doc", old.length, old)));
    }
}
