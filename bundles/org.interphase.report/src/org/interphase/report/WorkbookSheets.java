package org.interphase.report;

import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;
import org.interphase.engine.project.ProjectGap;
import org.interphase.engine.recipe.InputReference;
import org.interphase.model.Measurement;

/** The sheets of a report's spreadsheet beside its numbers. */
final class WorkbookSheets {

    private static final double TEXT = 60;

    private WorkbookSheets() {
    }

    /** What answers, by technique; a line for each sample. */
    static void keys(Worksheet sheet, ReportData data) {
        ResultsWorkbook.header(sheet, List.of("technique", "question", "quantity", "sample", "value", "uncertainty",
                "unit", "quality", "differs"));
        int r = 1;
        for (Chapter chapter : Chapter.of(data)) {
            for (ReportLayout.Section section : chapter.sections()) {
                List<ReportEntry> entries = data.byRecipe().get(section.recipe());
                for (Comparison c : Conclusions.keys(Comparison.of(data, entries))) {
                    for (int i = 0; i < c.values().size() && r < ResultsWorkbook.MOST_ROWS; i++) {
                        Measurement m = c.values().get(i);
                        if (m != null) {
                            row(sheet, r++, chapter.title(), Chapter.title(data, section), c.name(),
                                    data.samples().get(i).name(), m.isDetected() ? (Object) m.value()
                                            : m.verdict().isWithheld() ? "withheld" : "not detected", m.uncertainty(),
                                    m.unit().text(), m.verdict().quality().word(), c.isSignificant(i) ? "yes" : "");
                        }
                    }
                }
            }
        }
        widths(sheet, 0, 28, 1, 28, 2, 32);
    }

    /** Every remark with where it is from. */
    static void remarks(Worksheet sheet, ReportData data) {
        ResultsWorkbook.header(sheet, List.of("sample", "file", "recipe", "step", "level", "remark"));
        int r = 1;
        for (ReportEntry e : data.entries()) {
            for (int i = 0; i < e.remarks().size() && r < ResultsWorkbook.MOST_ROWS; i++) {
                row(sheet, r++, e.sample(), e.file(), e.recipe(), e.remarks().get(i).step(),
                        e.remarks().get(i).level().name().toLowerCase(java.util.Locale.ROOT),
                        e.remarks().get(i).text());
            }
        }
        widths(sheet, 1, 32, 2, 24, 5, 2 * TEXT);
    }

    /** What failed and what is in no result. */
    static void leftOut(Worksheet sheet, ReportData data) {
        ResultsWorkbook.header(sheet, List.of("kind", "name", "why"));
        List<List<String>> rows = new ArrayList<>();
        data.inputFailures().forEach((file, why) -> rows.add(List.of("failed", file, why)));
        data.entries().forEach(e -> e.failure().ifPresent(f -> rows.add(List.of("failed", e.file(), e.recipe() + ": "
                + f))));
        for (ProjectGap g : data.setting().gaps()) {
            rows.add(List.of(g.kind().noun(), g.what(), g.why()));
        }
        for (int r = 0; r < Math.min(rows.size(), ResultsWorkbook.MOST_ROWS - 1); r++) {
            row(sheet, r + 1, rows.get(r).toArray());
        }
        widths(sheet, 1, TEXT, 2, TEXT);
    }

    /** A line a raw file of an analysis. */
    static void provenance(Worksheet sheet, ReportData data) {
        ResultsWorkbook.header(sheet, List.of("sample", "file", "SHA-256", "recipe", "operations", "document"));
        int r = 1;
        for (ReportEntry e : data.entries()) {
            InputReference input = e.provenance().input();
            String operations = String.join(", ", e.provenance().steps().stream()
                    .map(s -> s.operation() + " v" + s.version()).toList());
            for (int i = 0; i < e.raws().size() && r < ResultsWorkbook.MOST_ROWS; i++) {
                row(sheet, r++, e.sample(), e.raws().get(i).name(), input.isSeries() && i < input.members().size()
                        ? input.members().get(i).sha256() : input.sha256(), e.recipe(), operations, e.document());
            }
        }
        widths(sheet, 1, 40, 2, 66, 3, 24, 4, 40, 5, TEXT);
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int c = 0; c < cells.length; c++) {
            ResultsWorkbook.put(sheet, row, c, cells[c]);
        }
    }

    // pairs of column and width in characters
    private static void widths(Worksheet sheet, double... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            sheet.width((int) pairs[i], pairs[i + 1]);
        }
        sheet.freezePane(0, 1);
    }
}
