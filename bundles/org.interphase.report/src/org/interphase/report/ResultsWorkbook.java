package org.interphase.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** All numbers of a report as a spreadsheet: one sheet of rows, one of the comparison of samples. */
public final class ResultsWorkbook {

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
            rows(workbook.newWorksheet("Results"), data);
            comparison(workbook.newWorksheet("Comparison"), data);
        }
        return out.toByteArray();
    }

    private static void rows(Worksheet sheet, ReportData data) {
        header(sheet, ResultsTable.COLUMNS);
        int r = 1;
        for (Map<String, Object> row : ResultsTable.rows(data)) {
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
            titles.add(ResultsTable.harmless(s.name()));
            titles.add("u(" + s.name() + ")");
        });
        header(sheet, titles);
        int r = 1;
        for (List<ReportEntry> entries : data.byRecipe().values()) {
            for (Comparison row : Comparison.of(data, entries)) {
                put(sheet, r, 0, row.recipe());
                put(sheet, r, 1, row.name());
                put(sheet, r, 2, row.reference() == null ? "" : row.reference().unit().text());
                for (int i = 0; i < row.values().size(); i++) {
                    if (row.values().get(i) != null) {
                        put(sheet, r, 3 + 2 * i, row.values().get(i).isDetected() ? (Object) row.values().get(i).value()
                                : "not detected");
                        put(sheet, r, 4 + 2 * i, row.values().get(i).uncertainty());
                    }
                }
                r++;
            }
        }
        sheet.freezePane(2, 1);
    }

    private static void header(Worksheet sheet, List<String> titles) {
        for (int c = 0; c < titles.size(); c++) {
            sheet.value(0, c, titles.get(c));
            sheet.style(0, c).bold().set();
        }
    }

    private static void put(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Double d) {
            if (Double.isFinite(d)) {
                sheet.value(row, column, d);
            }
        } else if (value instanceof String s && !s.isEmpty()) {
            sheet.value(row, column, ResultsTable.harmless(s));
        }
    }
}
