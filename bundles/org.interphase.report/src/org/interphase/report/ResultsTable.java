package org.interphase.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.engine.text.ResultText;
import org.interphase.engine.text.SpreadsheetCell;
import org.interphase.model.Measurement;

/** All numbers of a report as plain rows, for CSV, JSON and spreadsheets. */
public final class ResultsTable {

    /** Column names in order. */
    public static final List<String> COLUMNS = List.of("sample", "file", "dataset", "recipe", "step", "name", "symbol",
            "value", "uncertainty", "limit", "unit", "quality", "reason", "document");

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
        Map<String, Object> all = e.place();
        all.putAll(ResultText.measurement(m));
        all.put("document", e.document());
        return picked(COLUMNS, all);
    }

    /** Some columns in order; null where there is nothing. */
    static Map<String, Object> picked(List<String> columns, Map<String, Object> all) {
        Map<String, Object> row = new LinkedHashMap<>();
        columns.forEach(c -> row.put(c, all.get(c)));
        return row;
    }

    /** The rows as CSV; see {@link #csv(List, List)}. */
    public static String csv(ReportData data) {
        return csv(COLUMNS, rows(data));
    }

    /**
     * Rows as CSV (RFC 4180, comma, LF); numbers that are not finite are left empty, and texts that a spreadsheet would
     * take for a formula get an apostrophe.
     */
    public static String csv(List<String> columns, List<Map<String, Object>> rows) {
        StringBuilder out = new StringBuilder(String.join(",", columns)).append('\n');
        for (Map<String, Object> row : rows) {
            for (int i = 0; i < columns.size(); i++) {
                out.append(i == 0 ? "" : ",").append(switch (row.get(columns.get(i))) {
                    case null -> "";
                    case String s -> SpreadsheetCell.of(s, ",");
                    case Double d when !Double.isFinite(d) -> "";
                    case Object v -> v;
                });
            }
            out.append('\n');
        }
        return out.toString();
    }
}
