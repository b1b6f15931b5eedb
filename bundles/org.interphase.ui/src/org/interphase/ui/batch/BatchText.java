package org.interphase.ui.batch;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.interphase.engine.text.SpreadsheetCell;
import org.interphase.ui.results.CopiedNumbers;

/**
 * Rows of a batch as a text that a spreadsheet pastes: one line of headings, one line per row.
 *
 * @param numbers how numbers are written
 */
record BatchText(CopiedNumbers numbers) {

    String table(List<BatchRow> rows, List<String> quantities) {
        List<String> named = quantities.stream().filter(q -> !q.isEmpty()).toList();
        List<String> head = new ArrayList<>(List.of(Messages.BatchColumns_data));
        for (String q : named) {
            head.add(SpreadsheetCell.of(q, "\t"));
            CopiedNumbers.heads().stream().skip(1).forEach(h -> head.add(NLS.bind(Messages.BatchText_of, q, h)));
        }
        head.add(Messages.BatchText_error);
        StringBuilder out = new StringBuilder(String.join("\t", head)).append('\n');
        for (BatchRow r : rows) {
            List<String> line = new ArrayList<>(List.of(SpreadsheetCell.of(r.name(), "\t")));
            named.forEach(q -> line.addAll(numbers.cells(r.measurement(q).orElse(null))));
            line.add(SpreadsheetCell.of(r.error().replaceAll("\\s+", " "), "\t"));
            out.append(String.join("\t", line)).append('\n');
        }
        return out.toString();
    }
}
