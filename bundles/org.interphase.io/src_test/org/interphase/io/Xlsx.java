package org.interphase.io;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Progress;
import org.interphase.api.Source;

/** Small workbooks written part by part. */
final class Xlsx {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder relations = new StringBuilder();
    private int count;
    private String properties = "";

    static Xlsx of(String rows) {
        return new Xlsx().sheet("Sheet1", "", rows);
    }

    /** Adds a sheet; rows are the content of sheetData. */
    Xlsx sheet(String name, String attributes, String rows) {
        count++;
        sheets.append("<sheet name=\"").append(name).append("\" sheetId=\"").append(count).append("\" r:id=\"rId")
                .append(count).append("\" ").append(attributes).append("/>");
        relations.append("<Relationship Id=\"rId").append(count).append("\" Type=\"x/worksheet\" Target=\"worksheets/"
                + "sheet").append(count).append(".xml\"/>");
        parts.put("xl/worksheets/sheet" + count + ".xml", "<worksheet xmlns=\"" + MAIN + "\"><dimension "
                + "ref=\"A1:XFD1048576\"/><sheetData>" + rows + "</sheetData></worksheet>");
        return this;
    }

    Xlsx properties(String text) {
        properties = text;
        return this;
    }

    Xlsx part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    Xlsx strings(String... items) {
        StringBuilder out = new StringBuilder("<sst xmlns=\"" + MAIN + "\">");
        for (String s : items) {
            out.append("<si>").append(s).append("</si>");
        }
        return part("xl/sharedStrings.xml", out + "</sst>");
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Map<String, String> all = new LinkedHashMap<>(parts);
        all.put("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"http://schemas.openxmlformats.org/"
                + "officeDocument/2006/relationships\">" + properties + "<sheets>" + sheets + "</sheets></workbook>");
        all.put("xl/_rels/workbook.xml.rels", "<Relationships>" + relations + "</Relationships>");
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> e : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(e.getKey()));
                zip.write(e.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    Source source() throws IOException {
        return Source.of("book.xlsx", bytes());
    }

    Workbook read() throws IOException {
        return Workbook.read(source(), Progress.none());
    }

    Sheet first() throws IOException {
        return read().sheets().get(0);
    }

    /** Rows of cells: numbers as numbers, other texts as inline strings, empty texts as no cells. */
    static String rows(String table) {
        StringBuilder out = new StringBuilder();
        int r = 0;
        for (String line : table.split("\n")) {
            r++;
            out.append("<row r=\"").append(r).append("\">");
            int c = 0;
            for (String cell : line.split(",", -1)) {
                String at = CellName.of(r - 1, c++);
                if (!cell.isEmpty()) {
                    out.append(Double.isNaN(Numeral.parse(cell, 0, cell.length(), false, Numeral.UNGROUPED))
                            ? "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>"
                            : "<c r=\"" + at + "\"><v>" + cell + "</v></c>");
                }
            }
            out.append("</row>");
        }
        return out.toString();
    }
}
