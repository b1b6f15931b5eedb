package org.interphase.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;

/**
 * The fall-back for columns of numbers no technique claims: two columns over a monotonic first one give a curve,
 * anything else a table; each block of rows is a dataset of its own.
 */
final class DelimitedTextReader implements DatasetReader {

    @Override
    public String id() {
        return "io.text";
    }

    @Override
    public String title() {
        return "Delimited text";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "dat", "xy", "asc", "prn");
    }

    @Override
    public List<String> kinds() {
        return List.of("curve", "table");
    }

    @Override
    public int confidence(SourceHead head) {
        int columns = DelimitedText.columnsIn(head);
        if (columns < 2) {
            return 0;
        }
        return head.hasExtension("csv", "txt", "tsv", "dat", "xy", "asc", "prn") ? 15 : 10;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        DelimitedText text = DelimitedText.read(source);
        List<Dataset> out = new ArrayList<>();
        for (TextBlock block : text.blocks()) {
            progress.checkCancelled();
            if (block.numericColumns().size() >= 2) {
                String name = text.blocks().size() == 1 ? source.name() : source.name() + " #" + (out.size() + 1);
                out.add(dataset(name, StatedColumns.of(block, source.stated())));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there is only one column of numbers; a curve or "
                    + "table needs two");
        }
        return out;
    }

    private static Dataset dataset(String name, StatedColumns said) {
        TextBlock block = said.block();
        Metadata metadata = Metadata.EMPTY;
        for (Map.Entry<String, String> e : block.properties().entrySet()) {
            metadata = metadata.with(e.getKey(), e.getValue());
        }
        List<TextColumn> numeric = block.numericColumns();
        if (block.columns().size() == 2 && numeric.size() == 2
                && distinct(block.complete(0, 1).values(0))) {
            return said.curve(DatasetHeader.of(name, "curve", metadata));
        }
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (TextColumn c : numeric) {
            String unique = c.name();
            for (int k = 2; !names.add(unique); k++) {
                unique = c.name() + " (" + k + ")";
            }
            columns.add(Column.of(unique, c.unit(), c.values()));
        }
        return new Table(said.remark(block.remarkOn(DatasetHeader.of(name, "table", metadata))), columns);
    }

    private static boolean distinct(double[] x) {
        Set<Double> seen = new HashSet<>();
        for (double v : x) {
            if (!Double.isFinite(v) || !seen.add(v)) {
                return false;
            }
        }
        return true;
    }
}
