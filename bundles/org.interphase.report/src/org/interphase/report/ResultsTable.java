package org.interphase.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.model.Measurement;

/** All numbers of a report as plain rows, for CSV, JSON and spreadsheets. */
public final class ResultsTable {

    /** Column names in order. */
    public static final List<String> COLUMNS = List.of("sample", "file", "dataset", "recipe", "step", "name", "symbol",
            "value", "uncertainty", "limit", "unit", "document");

    private ResultsTable() {
    }

    /**
     * One map per number, column name to String, Double or null (a value that was not detected or is not known). Rows
     * are made when they are asked for.
     */
    public static List<Map<String, Object>> rows(ReportData data) {
        return data.rows(ReportEntry::measurements, ResultsTable::row);
    }

    private static Map<String, Object> row(ReportEntry e, Measurement m) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sample", e.sample());
        row.put("file", e.file());
        row.put("dataset", e.dataset());
        row.put("recipe", e.recipe());
        row.put("step", m.step());
        row.put("name", m.name());
        row.put("symbol", m.symbol());
        row.put("value", number(m.value()));
        row.put("uncertainty", number(m.uncertainty()));
        row.put("limit", number(m.limit()));
        row.put("unit", m.unit().text());
        row.put("document", e.document());
        return row;
    }

    private static Double number(double v) {
        return Double.isFinite(v) ? v : null;
    }

    /** The rows as CSV (RFC 4180, comma, LF); texts that a spreadsheet would take for a formula get an apostrophe. */
    public static String csv(ReportData data) {
        StringBuilder out = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        for (Map<String, Object> row : rows(data)) {
            for (int i = 0; i < COLUMNS.size(); i++) {
                Object v = row.get(COLUMNS.get(i));
                out.append(i == 0 ? "" : ",").append(v == null ? "" : v instanceof String s ? cell(s) : v.toString());
            }
            out.append('\n');
        }
        return out.toString();
    }

    /** A text cell quoted where needed and made harmless for spreadsheets. */
    public static String cell(String text) {
        String safe = harmless(text);
        return safe.matches("(?s).*[\",\r\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** The text with an apostrophe before it if a spreadsheet would take it for a formula. */
    public static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
