package org.interphase.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;

/**
 * The generic datasets of blocks of columns: two columns of numbers over a first one without repetition are a curve,
 * one column is a curve over the number of the row, anything else is a table.
 */
final class BlockDatasets {

    private final Source source;
    private final TableFile file;

    BlockDatasets(Source source, TableFile file) {
        this.source = source;
        this.file = file;
    }

    List<Dataset> all(Progress progress) throws DatasetFormatException {
        List<Dataset> out = new ArrayList<>();
        List<TextBlock> blocks = new ArrayList<>();
        for (TextBlock b : file.blocks()) {
            // beside wider blocks a lone column is a list of parameters
            if (b.numericColumns().size() >= 2 || file.blocks().size() == 1 && !b.numericColumns().isEmpty()) {
                blocks.add(b);
            }
        }
        if (blocks.isEmpty()) {
            throw new DatasetFormatException(source.name(), file.table().place(0), "there is no column of numbers");
        }
        for (TextBlock b : blocks) {
            progress.checkCancelled();
            List<TextBlock> tables = b.sideBySide();
            for (TextBlock t : tables) {
                String name = name(b, blocks);
                String own = tables.size() == 1 ? name : name + " " + (t.title().isEmpty()
                        ? "#" + (tables.indexOf(t) + 1) : t.title());
                out.add(dataset(own, StatedColumns.of(t, source.stated())));
            }
        }
        if (!file.hidden().isEmpty()) {
            Dataset first = out.get(0);
            out.set(0, first.withHeader(first.header().remarking(Remark.info("Hidden sheets were not read: "
                    + String.join(", ", file.hidden()) + "."))));
        }
        return out;
    }

    private String name(TextBlock block, List<TextBlock> all) {
        List<TextBlock> same = all.stream().filter(b -> b.sheet().equals(block.sheet())).toList();
        String base = block.sheet().isEmpty() ? source.name() : block.sheet();
        return same.size() == 1 ? base : base + " #" + (same.indexOf(block) + 1);
    }

    private static Dataset dataset(String name, StatedColumns said) {
        TextBlock block = said.block();
        Metadata metadata = Metadata.EMPTY;
        for (Map.Entry<String, String> e : block.properties().entrySet()) {
            metadata = metadata.with(e.getKey(), e.getValue());
        }
        List<TextColumn> numeric = block.numericColumns();
        if (numeric.size() == 1) {
            return overRows(said.remark(DatasetHeader.of(name, "curve", metadata)), block,
                    block.columns().indexOf(numeric.get(0)));
        }
        if (block.columns().size() == 2 && numeric.size() == 2 && block.complete(0, 1).size() > 1
                && block.complete(0, 1).repeated(0) < 0) {
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

    private static Curve overRows(DatasetHeader header, TextBlock block, int column) {
        CompleteRows rows = block.complete(column);
        double[] x = new double[rows.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = rows.blockRow(i) + 1;
        }
        TextColumn c = block.columns().get(column);
        DatasetHeader remarked = rows.remarkOn(header).remarking(Remark.warning("There is one column of numbers only; "
                + "it is drawn over the number of the row, as the file gives no axis."));
        return Curve.ofUnsorted(remarked, "row", Unit.ONE, Direction.ASCENDING, x, c.name(), c.unit(), rows.values(0),
                null);
    }
}
