package org.interphase.technique.battery.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.record.UniqueNames;
import org.interphase.io.DelimitedText;
import org.interphase.io.StatedColumns;
import org.interphase.io.TableFile;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.battery.transport.TemperatureTable;

/**
 * Resistances or conductivities over temperature as columns of delimited text or of a workbook, with the units in their
 * headings: {@code temperature (degC), R (ohm), u(R) (ohm)}.
 */
public final class TemperatureTableReader implements DatasetReader {

    private static final int MOST_COLUMNS = 8;
    private static final int SMALL = 45;

    @Override
    public String id() {
        return "battery.temperatures";
    }

    @Override
    public String title() {
        return "Resistances or conductivities over temperature";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of(TemperatureTable.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        boolean stated = first.stated().kind().filter(TemperatureTable.KIND::equals).isPresent();
        SourceHead head = TableFile.head(first);
        int columns = DelimitedText.columnsIn(head);
        if (columns < 2) {
            return 0;
        }
        if (stated) {
            return StatedColumns.SURE;
        }
        try {
            String text = TextDecoder.decode(head.name(), head.bytes());
            int cut = head.size() > head.bytes().length ? text.lastIndexOf('\n') : text.length();
            TextBlock block = DelimitedText.parse(head.name(), text.substring(0, Math.max(cut, 0))).table();
            return block.columns().size() <= MOST_COLUMNS && isTable(block) ? SMALL : 0;
        } catch (DatasetFormatException | IllegalArgumentException e) {
            // no table of numbers
            return 0;
        }
    }

    /** Whether the first column is a temperature and another a resistance or conductivity, and none runs over time. */
    private static boolean isTable(TextBlock block) {
        List<TextColumn> columns = block.numericColumns();
        boolean over = columns.size() >= 2 && is(columns.get(0), "K");
        boolean value = columns.stream().skip(1).anyMatch(c -> is(c, "ohm") || is(c, "S/cm"));
        return over && value && columns.stream().noneMatch(c -> is(c, "s") || is(c, "Hz") || is(c, "V"));
    }

    private static boolean is(TextColumn c, String unit) {
        return c.hasUnit() && c.unit().isCompatible(Unit.of(unit));
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<Dataset> out = new ArrayList<>();
        for (TextBlock block : TableFile.read(source, progress).blocks()) {
            List<Column> columns = new ArrayList<>();
            for (TextColumn c : block.numericColumns()) {
                String name = c.name().isBlank() ? "column " + (columns.size() + 1) : c.name();
                columns.add(Column.of(name, c.hasUnit() ? c.unit() : Unit.ONE, c.values()));
            }
            if (columns.size() < 2) {
                continue;
            }
            DatasetHeader header = DatasetHeader.of(block.title().isBlank() ? source.name() : block.title(),
                    TemperatureTable.KIND, Metadata.EMPTY.with("file", source.name()));
            out.add(new Table(block.remarkOn(header), UniqueNames.of(columns)));
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "columns", "there are no two columns of numbers, one of "
                    + "temperatures and one of resistances or conductivities");
        }
        return out;
    }
}
