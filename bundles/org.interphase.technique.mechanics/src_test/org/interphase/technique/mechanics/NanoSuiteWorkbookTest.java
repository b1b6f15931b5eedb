package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.technique.mechanics.reader.IndentReader;
import org.junit.jupiter.api.Test;

/** Workbooks as NanoSuite writes them: sheets of inputs and results, then a sheet for each test. */
class NanoSuiteWorkbookTest {

    private static final String SHEET = "<worksheet "
            + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";

    private static String row(String... cells) {
        StringBuilder out = new StringBuilder("<row>");
        for (String c : cells) {
            out.append(c.isEmpty() ? "<c/>" : "<c t=\"str\"><v>" + c + "</v></c>");
        }
        return out.append("</row>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws Exception {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Source workbook(String[] names, String[] sheets) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(zip, "[Content_Types].xml", "<Types/>");
            StringBuilder book = new StringBuilder("<workbook xmlns:r=\"r\"><sheets>");
            StringBuilder relations = new StringBuilder("<Relationships>");
            for (int i = 0; i < names.length; i++) {
                book.append("<sheet name=\"" + names[i] + "\" r:id=\"r" + i + "\"/>");
                relations.append("<Relationship Id=\"r" + i + "\" Type=\"x/worksheet\" Target=\"s" + i + ".xml\"/>");
                part(zip, "xl/s" + i + ".xml", SHEET + sheets[i] + "</sheetData></worksheet>");
            }
            part(zip, "xl/workbook.xml", book + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        }
        return Source.of("tests.xlsx", out.toByteArray());
    }

    private static String test(int rows, double x) {
        StringBuilder out = new StringBuilder(row("Segment", "Displacement Into Surface", "Load On Sample",
                "Time On Sample", "Harmonic Contact Stiffness", "X Position", "Y Position"));
        out.append(row("", "nm", "mN", "s", "N/m", "mm", "mm"));
        for (int i = 0; i < rows; i++) {
            out.append(row("", Integer.toString(i), Double.toString(0.01 * i), Integer.toString(i), i < 3
                    ? "1.79769313486231E+308" : Integer.toString(100 * i), Double.toString(x), "-0.5"));
        }
        return out.toString();
    }

    private static Source of(String firstPoisson, String secondPoisson) throws Exception {
        String inputs = row("Test", "Poissons Ratio") + row("", "") + row("1", firstPoisson) + row("2", secondPoisson);
        return workbook(new String[] {"Required Inputs", "Test 001", "Test 001 Tagged", "Test 002"}, new String[] {
            inputs, test(40, 1.25), test(5, 1.25), test(40, 1.3)});
    }

    @Test
    void testsAreReadWithTheirInputsAndPlaces() throws Exception {
        Source source = of("0.18", "0.18");
        assertTrue(new IndentReader().confidence(SourceHead.of(source)) > 60);
        List<Dataset> all = new IndentReader().read(source, Progress.none());
        assertEquals(List.of("tests.xlsx, Test 001", "tests.xlsx, Test 002"), all.stream().map(Dataset::name).toList());
        Table t = (Table) all.get(1);
        assertEquals(0.18, t.metadata().number(IndentTable.POISSON).orElseThrow());
        assertEquals(1300, t.metadata().number(IndentTable.X, "um").orElseThrow(), 1e-9);
        assertEquals(-500, t.metadata().number(IndentTable.Y, "um").orElseThrow(), 1e-9);
        assertEquals(0.39, t.column(IndentTable.FORCE).orElseThrow().get(39), 1e-12);
    }

    /** The greatest double stands for a channel that is not valid. */
    @Test
    void whatIsNotValidIsNoNumber() throws Exception {
        Table t = (Table) new IndentReader().read(of("0.18", "0.18"), Progress.none()).get(0);
        assertTrue(Double.isNaN(t.column(IndentTable.STIFFNESS).orElseThrow().get(2)));
        assertEquals(300, t.column(IndentTable.STIFFNESS).orElseThrow().get(3));
    }

    @Test
    void inputsThatDifferAreNobodys() throws Exception {
        Dataset d = new IndentReader().read(of("0.18", "0.3"), Progress.none()).get(0);
        assertFalse(d.metadata().has(IndentTable.POISSON));
    }
}
