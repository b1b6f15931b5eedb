package org.interphase.technique.mechanics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * Indentation tests as tables: load and depth, with time and the stiffness by an oscillation where they are there, in
 * delimited text or a workbook (NanoSuite and others), a test in each block or sheet.
 */
public final class IndentReader implements DatasetReader {

    private static final Pattern LOAD = Pattern.compile("\\b(force|load|fn)\\b|load on sample|kraft");
    private static final Pattern WAY = Pattern.compile("displacement|depth|penetration|eindring|enfoncement|profondeur"
            + "|\\bpd\\b");
    private static final Pattern INDENT = Pattern.compile("indent|hardness|eindring|enfoncement|into "
            + "surface|\\bdepth\\b|penetration|\\(nm\\)"
            + "|\\[nm\\]|displacement_nm|\\bnm\\b");
    private static final Pattern TAGGED = Pattern.compile("(?i)\\btagged\\b");
    /** NanoSuite writes the greatest double where a channel is not valid. */
    private static final double INVALID = 1e90;
    private static final int HEADED = 63;

    @Override
    public String id() {
        return "mechanics.indentation-table";
    }

    @Override
    public String title() {
        return "Indentation, table";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "dat", "xlsx", "xls");
    }

    @Override
    public List<String> kinds() {
        return List.of(IndentTable.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        boolean workbook = head.bytes() != first.bytes();
        if (!head.isText() || !workbook && DelimitedText.columnsIn(head) < 2) {
            return 0;
        }
        if (first.stated().kind().isPresent()) {
            return first.stated().kind().filter(IndentTable.KIND::equals).isPresent() ? StatedColumns.SURE : 0;
        }
        String text = head.text().toLowerCase(Locale.ROOT);
        // sheets of results and inputs stand before those of the tests
        String top = workbook ? text : text.substring(0, Math.min(3000, text.length()));
        boolean headed = DelimitedText.lines(top).stream().limit(workbook ? Long.MAX_VALUE : 60).anyMatch(l ->
                LOAD.matcher(l).find() && WAY.matcher(l).find());
        return headed && INDENT.matcher(top).find() ? HEADED : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<MachineTable> tests = new ArrayList<>();
        TableFile file = TableFile.read(source, progress);
        for (TextBlock whole : file.blocks()) {
            for (TextBlock b : whole.sideBySide()) {
                MachineTable t = MachineTable.of(b, source.stated(), source.name());
                if (t.has(ColumnRole.FORCE) && t.has(ColumnRole.EXTENSION) && !TAGGED.matcher(b.sheet()).find()) {
                    tests.add(t);
                }
            }
        }
        if (tests.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there are no columns of load and depth; there are "
                    + file.table().columns().stream().map(c -> c.name()).toList());
        }
        Metadata inputs = RequiredInputs.of(file);
        List<Dataset> out = new ArrayList<>();
        for (MachineTable t : tests) {
            String sheet = t.block().sheet().isBlank() ? "indent " + (out.size() + 1) : t.block().sheet();
            out.add(table(source, t, inputs, tests.size() == 1 ? source.name() : source.name() + ", " + sheet));
        }
        return out;
    }

    private static Table table(Source source, MachineTable t, Metadata inputs, String name)
            throws DatasetFormatException {
        List<Column> columns = new ArrayList<>();
        if (t.has(ColumnRole.TIME)) {
            columns.add(t.column(ColumnRole.TIME, IndentTable.TIME, Unit.of("s"), source));
        }
        columns.add(t.column(ColumnRole.EXTENSION, IndentTable.DEPTH, Unit.of("nm"), source));
        columns.add(t.column(ColumnRole.FORCE, IndentTable.FORCE, Unit.of("mN"), source));
        if (t.has(ColumnRole.STIFFNESS)) {
            columns.add(t.column(ColumnRole.STIFFNESS, IndentTable.STIFFNESS, Unit.of("N/m"), source));
        }
        Metadata m = StagePosition.of(inputs.with("file", source.name()), t.block());
        return new Table(t.remarkOn(DatasetHeader.of(name, IndentTable.KIND, m)), columns.stream().map(c -> Column.of(
                c.name(), c.unit(), Arrays.stream(c.values()).map(v -> Math.abs(v) < INVALID ? v : Double.NaN)
                        .toArray())).toList());
    }
}
