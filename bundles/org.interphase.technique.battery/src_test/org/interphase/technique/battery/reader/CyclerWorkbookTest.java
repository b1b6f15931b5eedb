package org.interphase.technique.battery.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.interphase.api.Source;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Table;
import org.junit.jupiter.api.Test;

class CyclerWorkbookTest {

    private static final String HEADINGS = "Data_Point,Test_Time(s),Step_Time(s),Step_Index,Cycle_Index,Current(A),"
            + "Voltage(V),Charge_Capacity(Ah),Discharge_Capacity(Ah)\n";

    /** A workbook whose cells are those of texts with commas, by name of the sheet. */
    private static Source workbook(Map<String, String> sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            StringBuilder types = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                    + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-"
                    + "package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/"
                    + "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>");
            StringBuilder book = new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/"
                    + "2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                    + "<sheets>");
            StringBuilder links = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/"
                    + "2006/relationships\">");
            int n = 0;
            for (Map.Entry<String, String> e : sheets.entrySet()) {
                n++;
                book.append("<sheet name=\"").append(e.getKey()).append("\" sheetId=\"").append(n).append("\" r:id=\"r")
                        .append(n).append("\"/>");
                links.append("<Relationship Id=\"r").append(n).append("\" Type=\"http://schemas.openxmlformats.org/"
                        + "officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s").append(n)
                        .append(".xml\"/>");
                types.append("<Override PartName=\"/xl/worksheets/s").append(n).append(".xml\" ContentType="
                        + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
                put(zip, "xl/worksheets/s" + n + ".xml", sheet(e.getValue()));
            }
            put(zip, "[Content_Types].xml", types + "</Types>");
            put(zip, "xl/workbook.xml", book + "</sheets></workbook>");
            put(zip, "xl/_rels/workbook.xml.rels", links + "</Relationships>");
            put(zip, "_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                    + "relationships\"><Relationship Id=\"r\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                    + "2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        }
        return Source.of("book.xlsx", bytes.toByteArray());
    }

    private static String sheet(String text) {
        StringBuilder out = new StringBuilder("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/"
                + "main\"><sheetData>");
        int row = 0;
        for (String line : text.split("\n")) {
            row++;
            out.append("<row r=\"").append(row).append("\">");
            char column = 'A';
            for (String cell : line.split(",")) {
                String at = " r=\"" + column + row + "\"";
                out.append(cell.isEmpty() ? "" : cell.matches("-?[0-9.]+") ? "<c" + at + "><v>" + cell + "</v></c>"
                        : "<c" + at + " t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
                column++;
            }
            out.append("</row>");
        }
        return out + "</sheetData></worksheet>";
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void eachChannelIsARecordAndAFullSheetGoesOnOnTheNext() throws IOException {
        Map<String, String> sheets = new TreeMap<>();
        sheets.put("A Info", "TEST REPORT\nSchedule,formation\n");
        sheets.put("Channel_1_1", HEADINGS + "1,0,0,1,1,0,3,0,0\n2,10,0,2,1,1,3.2,0,0\n3,20,10,2,1,1,3.3,0.0028,0\n");
        sheets.put("Channel_1_2", HEADINGS + "4,30,20,2,1,1,3.4,0.0056,0\n5,40,30,2,2,1,3.5,0.0083,0\n");
        sheets.put("Channel_2_1", HEADINGS + "1,0,0,1,1,0,2.5,0,0\n"
                + "2,10,0,2,1,-1,2.4,0,0\n3,20,10,2,1,-1,2.3,0,0.0028\n");
        List<Table> tables = CyclerFiles.all(workbook(sheets));
        assertEquals(2, tables.size());
        assertArrayEquals(new double[] {0, 10, 20, 30, 40}, CyclerFiles.time(tables.get(0)));
        assertArrayEquals(new double[] {1, 1, 1, 1, 2}, CyclerFiles.values(tables.get(0), RecordColumns.CYCLE));
        assertArrayEquals(new double[] {0, -1, -1}, CyclerFiles.current(tables.get(1)));
        assertTrue(tables.get(1).name().contains("Channel_2_1"), tables.get(1).name());
    }

    @Test
    void recordsAndCyclesOnSheetsOfTheirOwnAreBothGiven() throws IOException {
        Map<String, String> sheets = new TreeMap<>();
        sheets.put("cycle", "Cycle Index,Chg. Cap.(mAh),DChg. Cap.(mAh)\n1,6,5.5\n2,5.8,5.5\n");
        sheets.put("record", "DataPoint,Cycle Index,Step Type,Total Time,Current(mA),Voltage(V),Chg. Cap.(mAh),"
                + "DChg. Cap.(mAh)\n1,1,Rest,00:00:00,0,3,0,0\n"
                + "2,1,CC Chg,00:01:00,360,3.2,0,0\n3,1,CC DChg,00:02:00,-360,3,6,6\n");
        List<Table> tables = CyclerFiles.all(workbook(sheets));
        assertEquals(List.of(RecordColumns.CYCLE_TABLE, RecordColumns.CYCLING),
                tables.stream().map(t -> t.kind().id()).toList());
        assertArrayEquals(new double[] {0, 60, 120}, CyclerFiles.time(tables.get(1)));
        assertArrayEquals(new double[] {0, 0.36, -0.36}, CyclerFiles.current(tables.get(1)));
    }
}
