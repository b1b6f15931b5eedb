package org.interphase.technique.xps;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Source;

/** Small .xlsx files written part by part, in the layout of Avantage's exports. */
final class Workbooks {

    private Workbooks() {
    }

    static byte[] zip(Map<String, String> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> e : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Parts of a workbook with these sheets (name to rows) and shared strings. */
    static Map<String, String> parts(Map<String, String> sheets) {
        StringBuilder book = new StringBuilder("<workbook xmlns:r=\"rel\"><sheets>");
        StringBuilder relations = new StringBuilder("<Relationships>");
        Map<String, String> out = new LinkedHashMap<>();
        out.put("xl/sharedStrings.xml", "<sst><si><t>Binding Energy (E)</t></si><si><t>eV</t></si>"
                + "<si><r><t>Counts</t></r><r><t> / s</t></r></si><si><t>Backgnd.</t></si></sst>");
        int k = 0;
        for (Map.Entry<String, String> e : sheets.entrySet()) {
            k++;
            book.append("<sheet name=\"").append(e.getKey()).append("\" sheetId=\"").append(k).append("\" r:id=\"rId")
                    .append(k).append("\"/>");
            relations.append("<Relationship Id=\"rId").append(k).append("\" Target=\"worksheets/sheet").append(k)
                    .append(".xml\"/>");
            out.put("xl/worksheets/sheet" + k + ".xml", "<worksheet><sheetData>" + e.getValue()
                    + "</sheetData></worksheet>");
        }
        out.put("xl/workbook.xml", book + "</sheets></workbook>");
        out.put("xl/_rels/workbook.xml.rels", relations + "</Relationships>");
        return out;
    }

    /** A region from an energy downwards in steps of 0.1 eV; the signal in column C, a background in column E. */
    static String region(double from, int points) {
        StringBuilder b = new StringBuilder("<row r=\"3\"><c r=\"H3\" t=\"inlineStr\"><is><t>Source Gun Type</t></is>"
                + "</c><c r=\"I3\" t=\"inlineStr\"><is><t>Al K Alpha</t></is></c></row><row r=\"4\"><c r=\"H4\" "
                + "t=\"inlineStr\"><is><t>Pass Energy</t></is></c><c r=\"I4\" t=\"str\"><v>50.0 eV</v></c></row>"
                + "<row r=\"5\"><c r=\"H5\" t=\"inlineStr\"><is><t>Dwell Time</t></is></c><c r=\"I5\" t=\"str\">"
                + "<v>50.0 ms</v></c></row><row r=\"6\"><c r=\"H6\" t=\"inlineStr\"><is><t>Number of Scans</t></is>"
                + "</c><c r=\"I6\"><v>20</v></c></row>"
                + "<row r=\"15\"><c r=\"A15\" t=\"s\"><v>0</v></c><c r=\"E15\" t=\"s\"><v>3</v></c></row>"
                + "<row r=\"16\"><c r=\"A16\" t=\"s\"><v>1</v></c><c r=\"C16\" t=\"s\"><v>2</v></c>"
                + "<c r=\"E16\" t=\"s\"><v>2</v></c></row>");
        for (int i = 0; i < points; i++) {
            int r = 17 + i;
            b.append("<row r=\"").append(r).append("\"><c r=\"A").append(r).append("\"><v>")
                    .append(Math.rint((from - 0.1 * i) * 100) / 100).append("</v></c><c r=\"C").append(r)
                    .append("\"><f>1+1</f><v>").append(1000 + 10 * i).append("</v></c><c r=\"E").append(r)
                    .append("\"><v>0</v></c></row>");
        }
        return b.toString();
    }

    static Source avantage() throws IOException {
        Map<String, String> sheets = new LinkedHashMap<>();
        sheets.put("Titles", "<row><c t=\"inlineStr\"><is><t>Experiment</t></is></c></row>");
        sheets.put("C1s Scan", region(296, 40));
        sheets.put("F1s Scan", region(695, 30));
        return Source.of("sample.xlsx", zip(parts(sheets)));
    }
}
