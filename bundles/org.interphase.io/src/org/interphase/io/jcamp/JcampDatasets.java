package org.interphase.io.jcamp;

import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.model.Column;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;

/** The tables of JCAMP-DX blocks as datasets: what every technique does with them alike, and what none claims. */
public final class JcampDatasets {

    private JcampDatasets() {
    }

    /** The type of data a block states, in upper case; empty where neither it nor the block around it does. */
    public static String dataType(JcampBlock outer, JcampBlock block) {
        String stated = block.text("DATA TYPE").or(() -> block.text("DATATYPE")).orElse("");
        if (stated.isEmpty() && !outer.text("DATA TYPE").orElse("").equalsIgnoreCase("LINK")) {
            stated = outer.text("DATA TYPE").orElse("");
        }
        return stated.toUpperCase(java.util.Locale.ROOT);
    }

    /** Name of a table's dataset: title of its block, and page. */
    public static String name(String file, JcampBlock block, JcampTable table) {
        int dot = file.lastIndexOf('.');
        String title = block.text("TITLE").orElse(dot > 0 ? file.substring(0, dot) : file);
        return table.page().isEmpty() ? title : title + " " + table.page();
    }

    /** The records of a block and the block around it. */
    public static Metadata metadata(JcampBlock outer, JcampBlock block, JcampTable table) {
        Metadata m = Metadata.EMPTY.with("format", "JCAMP-DX");
        for (Map.Entry<String, String> e : outer.labels().entrySet()) {
            m = m.with(term(e.getKey()), e.getValue());
        }
        if (block != outer) {
            for (Map.Entry<String, String> e : block.labels().entrySet()) {
                m = m.with(term(e.getKey()), e.getValue());
            }
        }
        return m.with("page", table.page());
    }

    private static String term(String label) {
        return switch (JcampBlock.normalise(label)) {
            case "TITLE" -> "title";
            case "ORIGIN" -> "origin";
            case "OWNER" -> "owner";
            case "RESOLUTION" -> "resolution";
            case "SPECTROMETERDATASYSTEM" -> "instrument";
            case "STATE" -> "state";
            default -> label;
        };
    }

    /** A header with the notes of a table as remarks. */
    public static DatasetHeader remarking(DatasetHeader header, JcampTable table) {
        DatasetHeader out = header;
        for (String note : table.notes()) {
            out = out.remarking(Remark.warning(note));
        }
        return out;
    }

    /**
     * A table as it stands: a curve over its own axis, or, of peaks, a table of two columns. No technique's kind.
     *
     * @throws DatasetFormatException if an abscissa is missing or occurs twice
     */
    public static Dataset plain(String file, JcampBlock outer, JcampBlock block, JcampTable table)
            throws DatasetFormatException {
        JcampQuantity x = JcampQuantity.abscissa(block.unit(table.xSymbol()), block.text("XLABEL").orElse(""));
        JcampQuantity y = JcampQuantity.ordinate(block.unit(table.ySymbol()), block.text("YLABEL").orElse(""));
        DatasetHeader header = remarking(DatasetHeader.of(name(file, block, table),
                table.peaks() ? "table" : "curve", metadata(outer, block, table)), table);
        try {
            if (table.peaks()) {
                String second = y.name().equals(x.name()) ? y.name() + " (2)" : y.name();
                return new Table(header, List.of(Column.of(x.name(), x.unit(), table.x()),
                        Column.of(second, y.unit(), table.y())));
            }
            return Curve.ofUnsorted(header, x.name(), x.unit(), x.direction(), table.x(), y.name(), y.unit(),
                    table.y(), null);
        } catch (IllegalArgumentException e) {
            throw new DatasetFormatException(file, "line " + table.line(), e.getMessage(), e);
        }
    }
}
