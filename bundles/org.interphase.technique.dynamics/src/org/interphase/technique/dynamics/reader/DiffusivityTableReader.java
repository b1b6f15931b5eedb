package org.interphase.technique.dynamics.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
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
import org.interphase.technique.dynamics.activation.DiffusivityTable;

/** Diffusion coefficients over temperature under headings with units: {@code T (K), D (cm2/s), u(D) (cm2/s)}. */
public final class DiffusivityTableReader implements DatasetReader {

    private static final int HEADED = 56;

    @Override
    public String id() {
        return "dynamics.diffusivities";
    }

    @Override
    public String title() {
        return "Diffusion coefficients over temperature";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt", "tsv", "xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of(DiffusivityTable.KIND);
    }

    @Override
    public int confidence(SourceHead first) {
        SourceHead head = TableFile.head(first);
        if (!head.isText()) {
            return 0;
        }
        if (StatedColumns.suits(head, kinds())) {
            return StatedColumns.SURE;
        }
        String top = head.text().substring(0, Math.min(3000, head.text().length()));
        if (!top.contains("m2/s") && !top.contains("m\u00b2/s") && !top.contains("s-1") && !top.contains("m^2/s")) {
            return 0;
        }
        try {
            String text = TextDecoder.decode(head.name(), head.bytes());
            int cut = head.size() > head.bytes().length ? text.lastIndexOf('\n') : text.length();
            return isTable(DelimitedText.parse(head.name(), text.substring(0, Math.max(cut, 0))).table()) ? HEADED : 0;
        } catch (DatasetFormatException | IllegalArgumentException e) {
            // no table of numbers
            return 0;
        }
    }

    private static boolean isTable(TextBlock block) {
        return has(block, "K") && has(block, "m2/s");
    }

    private static boolean has(TextBlock block, String unit) {
        return block.numericColumns().stream().anyMatch(c -> unit(c).filter(u -> u.isCompatible(Unit.of(unit)))
                .isPresent());
    }

    private static Optional<Unit> unit(TextColumn c) {
        // a unit to a power of many digits is none, and the units library would never end
        return c.hasUnit() && !c.unit().text().matches(".*\\d{3}.*") ? Optional.of(c.unit()) : Optional.empty();
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        TextBlock block = TableFile.read(source, progress).table();
        if (!isTable(block)) {
            throw new DatasetFormatException(source.name(), "columns", "there is no column of temperatures in K or "
                    + "degC "
                    + "and one of diffusion coefficients in cm2/s or m2/s");
        }
        List<Column> columns = new ArrayList<>();
        for (TextColumn c : block.numericColumns()) {
            String name = c.name().isBlank() ? "column" : c.name();
            String unique = name;
            for (int k = 2; isTaken(columns, unique); k++) {
                unique = name + " " + k;
            }
            columns.add(Column.of(unique, unit(c).orElse(Unit.ONE), c.values()));
        }
        return List.of(new Table(block.remarkOn(DatasetHeader.of(source.name(), DiffusivityTable.KIND,
                Metadata.EMPTY.with("file", source.name()))), columns));
    }

    private static boolean isTaken(List<Column> columns, String name) {
        return columns.stream().anyMatch(c -> c.name().equals(name));
    }
}
