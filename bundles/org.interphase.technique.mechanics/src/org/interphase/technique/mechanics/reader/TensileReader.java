package org.interphase.technique.mechanics.reader;

import java.io.IOException;
import java.util.ArrayList;
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
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.mechanics.tensile.TensileTable;

/**
 * Tensile tests as tables of a testing machine, in delimited text (Zwick testXpert, Instron and others) or a workbook:
 * force or stress over extension or strain, by headings. Sizes of the specimen stand above the table or in columns of
 * one number.
 */
public final class TensileReader implements DatasetReader {

    private static final Pattern LOAD = Pattern.compile("\\b(force|load|stress|kraft|spannung)\\b|standard force");
    private static final Pattern WAY = Pattern.compile("extension|extensi?ometer|elongation|\\bstrain\\b|travel"
            + "|displacement|crosshead|stroke|dehnung|verformung");
    private static final Pattern INDENT = Pattern.compile("indent|hardness|into surface|\\bdepth\\b|\\(nm\\)|\\[nm\\]"
            + "|hysitron");
    private static final int HEADED = 62;

    @Override
    public String id() {
        return "mechanics.tensile-table";
    }

    @Override
    public String title() {
        return "Tensile test, table";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tra", "dat", "tsv", "xlsx", "xls");
    }

    @Override
    public List<String> kinds() {
        return List.of(TensileTable.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (!head.isText() || DelimitedText.columnsIn(head) < 2) {
            return 0;
        }
        if (first.stated().kind().isPresent()) {
            return first.stated().kind().filter(TensileTable.KIND::equals).isPresent() ? StatedColumns.SURE : 0;
        }
        String top = head.text().substring(0, Math.min(3000, head.text().length())).toLowerCase(Locale.ROOT);
        boolean headed = DelimitedText.lines(top).stream().limit(60).anyMatch(l -> LOAD.matcher(l).find()
                && WAY.matcher(l).find());
        return headed && !INDENT.matcher(top).find() ? HEADED : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<TextBlock> blocks = new ArrayList<>();
        for (TextBlock b : TableFile.read(source, progress).blocks()) {
            blocks.addAll(b.sideBySide());
        }
        List<MachineTable> tests = new ArrayList<>();
        for (TextBlock b : blocks) {
            MachineTable t = MachineTable.of(b, source.stated(), source.name());
            boolean load = t.has(ColumnRole.FORCE) || t.has(ColumnRole.STRESS);
            boolean way = t.has(ColumnRole.STRAIN) || t.has(ColumnRole.EXTENSION) || t.has(
                    ColumnRole.EXTENSOMETER) || t.has(ColumnRole.CROSSHEAD);
            if (load && way) {
                tests.add(t);
            }
        }
        if (tests.isEmpty()) {
            throw new DatasetFormatException(source.name(), "", "there are no columns of force or stress beside "
                    + "extension or strain; there are " + blocks.get(0).columns().stream().map(c -> c.name()).toList());
        }
        List<Dataset> out = new ArrayList<>();
        for (MachineTable t : tests) {
            out.add(table(source, t, name(source, t.block(), out.size() + 1, tests.size())));
        }
        return out;
    }

    private static String name(Source source, TextBlock b, int number, int of) {
        if (of == 1) {
            return source.name();
        }
        String part = !b.title().isBlank() ? b.title() : !b.sheet().isBlank() ? b.sheet() : "test " + number;
        return source.name() + ", " + part;
    }

    private static Table table(Source source, MachineTable t, String name) throws DatasetFormatException {
        List<Column> columns = new ArrayList<>();
        add(columns, source, t, ColumnRole.TIME, TensileTable.TIME, "s");
        // what a record without times is drawn over
        add(columns, source, t, ColumnRole.STRAIN, TensileTable.STRAIN, "1");
        add(columns, source, t, ColumnRole.EXTENSOMETER, TensileTable.EXTENSION, "mm");
        // machines call the travel of their crosshead displacement or extension too
        add(columns, source, t, t.has(ColumnRole.EXTENSION) ? ColumnRole.EXTENSION : ColumnRole.CROSSHEAD,
                TensileTable.CROSSHEAD, "mm");
        add(columns, source, t, ColumnRole.FORCE, TensileTable.FORCE, "N");
        add(columns, source, t, ColumnRole.STRESS, TensileTable.STRESS, "MPa");
        DatasetHeader header = DatasetHeader.of(name, TensileTable.KIND,
                SpecimenFacts.of(t.block()).with("file", source.name()));
        return new Table(t.remarkOn(header), columns);
    }

    private static void add(List<Column> columns, Source source, MachineTable t, ColumnRole role, String name,
            String unit) throws DatasetFormatException {
        if (t.has(role)) {
            columns.add(t.column(role, name, Unit.of(unit), source));
        }
    }
}
