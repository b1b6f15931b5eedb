package org.interphase.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.interphase.engine.text.SpreadsheetCell;
import org.interphase.model.Measurement;

/**
 * All numbers of a report as a spreadsheet: a sheet each of the key results, of all numbers, of the comparison of
 * samples, of remarks, of what was left out, and of provenance. Each has filters over its headings.
 */
public final class ResultsWorkbook {

    // limits of the format: 1,048,576 rows and 16,384 columns a sheet
    static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ACROSS = 50;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 40;

    private ResultsWorkbook() {
    }

    /**
     * The spreadsheet as bytes (Office Open XML). Texts are written as texts, never as formulas.
     *
     * @throws IOException if it cannot be made
     */
    public static byte[] write(ReportData data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Interphase", "1.0")) {
            WorkbookSheets.keys(workbook.newWorksheet("Key results"), data);
            rows(workbook.newWorksheet("Results"), data);
            if (data.samples().size() <= MOST_ACROSS) {
                comparison(workbook.newWorksheet("Comparison"), data);
            } else {
                comparisonDown(workbook.newWorksheet("Comparison"), data);
            }
            WorkbookSheets.remarks(workbook.newWorksheet("Remarks"), data);
            WorkbookSheets.leftOut(workbook.newWorksheet("Left out"), data);
            WorkbookSheets.provenance(workbook.newWorksheet("Provenance"), data);
        }
        return out.toByteArray();
    }

    private static void rows(Worksheet sheet, ReportData data) {
        header(sheet, ResultsTable.COLUMNS);
        int r = 1;
        List<Map<String, Object>> all = ResultsTable.rows(data);
        for (Map<String, Object> row : all.subList(0, Math.min(MOST_ROWS - 1, all.size()))) {
            for (int c = 0; c < ResultsTable.COLUMNS.size(); c++) {
                put(sheet, r, c, row.get(ResultsTable.COLUMNS.get(c)));
            }
            r++;
        }
        sheet.freezePane(0, 1);
    }

    private static void comparison(Worksheet sheet, ReportData data) {
        List<String> titles = new java.util.ArrayList<>(List.of("recipe", "quantity", "unit"));
        data.samples().forEach(s -> {
            titles.add(SpreadsheetCell.harmless(s.name()));
            titles.add("u(" + s.name() + ")");
            titles.add("quality(" + s.name() + ")");
        });
        header(sheet, titles);
        int r = 1;
        for (List<ReportEntry> entries : data.byRecipe().values()) {
            for (Comparison row : Comparison.of(data, entries)) {
                put(sheet, r, 0, row.recipe());
                put(sheet, r, 1, row.name());
                put(sheet, r, 2, row.reference() == null ? "" : row.reference().unit().text());
                for (int i = 0; i < row.values().size(); i++) {
                    value(sheet, r, 3 + 3 * i, row.values().get(i));
                }
                r++;
            }
        }
        sheet.freezePane(2, 1);
    }

    /** Many samples: one row each, three columns for each quantity. */
    private static void comparisonDown(Worksheet sheet, ReportData data) {
        List<Comparison> quantities = data.byRecipe().values().stream()
                .flatMap(entries -> Comparison.of(data, entries).stream()).limit((MOST_COLUMNS - 1) / 3).toList();
        List<String> titles = new java.util.ArrayList<>(List.of("sample"));
        for (Comparison c : quantities) {
            String unit = c.reference() == null ? "1" : c.reference().unit().text();
            titles.add(SpreadsheetCell.harmless(c.name() + (unit.equals("1") ? "" : " (" + unit + ")")));
            titles.add("u");
            titles.add("quality");
        }
        header(sheet, titles);
        for (int i = 0; i < Math.min(MOST_ROWS - 1, data.samples().size()); i++) {
            put(sheet, i + 1, 0, data.samples().get(i).name());
            for (int q = 0; q < quantities.size(); q++) {
                value(sheet, i + 1, 1 + 3 * q, quantities.get(q).values().get(i));
            }
        }
        sheet.freezePane(1, 1);
    }

    private static void value(Worksheet sheet, int row, int column, Measurement m) {
        if (m != null) {
            put(sheet, row, column, m.isDetected() ? (Object) m.value()
                    : m.verdict().isWithheld() ? m.pretty() : "not detected");
            put(sheet, row, column + 1, m.uncertainty());
            put(sheet, row, column + 2, m.verdict().quality().word());
        }
    }

    static void header(Worksheet sheet, List<String> titles) {
        for (int c = 0; c < titles.size(); c++) {
            sheet.value(0, c, titles.get(c));
            sheet.style(0, c).bold().set();
            sheet.width(c, Math.clamp(titles.get(c).length() + 6L, NARROWEST, WIDEST));
        }
        sheet.setAutoFilter(0, 0, titles.size() - 1);
    }

    static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Double d) {
            if (Double.isFinite(d)) {
                sheet.value(row, column, d);
            }
        } else if (value instanceof String s && !s.isEmpty()) {
            sheet.value(row, column, SpreadsheetCell.harmless(s));
        }
    }
}
