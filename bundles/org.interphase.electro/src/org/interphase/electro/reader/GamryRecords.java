package org.interphase.electro.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Source;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.UniqueNames;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;

/**
 * The records over time in a Gamry file. Curves that go on in time and have the same columns are the cycles of one
 * record; others stand on their own.
 */
final class GamryRecords {

    /** Metadata key of the experiment's short name. */
    static final String TAG = "tag";

    private static final Map<String, String> KINDS = Map.of("CV", RecordKinds.CV, "LSV", RecordKinds.LSV,
            "CHRONOA", RecordKinds.CA, "CHRONOP", RecordKinds.CP, "CORPOT", RecordKinds.OCV, "OCP", RecordKinds.OCV);
    private static final Map<String, String> NAMES = Map.of("T", RecordColumns.TIME, "Vf", RecordColumns.VOLTAGE, "Im",
            RecordColumns.CURRENT, "Temp", RecordColumns.TEMPERATURE);

    private final Source source;
    private final String[] lines;
    private final List<Curve> curves = new ArrayList<>();
    private boolean unended;

    /** Columns of a table, all of one length, and whether it is of the open circuit. */
    private record Curve(String title, boolean open, Metadata metadata, List<Column> columns) {

        boolean goesOnIn(Curve next) {
            double[] own = column(RecordColumns.TIME).values();
            return open == next.open && columns.stream().map(Column::name).toList().equals(next.columns.stream()
                    .map(Column::name).toList()) && next.column(RecordColumns.TIME).get(0) > own[own.length - 1];
        }

        Column column(String name) {
            return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
        }
    }

    GamryRecords(Source source, String[] lines) {
        this.source = source;
        this.lines = lines;
    }

    /**
     * Takes a table if it is a record over time.
     *
     * @param table line of its name
     * @param end line behind its last
     * @throws DatasetFormatException if a row has fewer fields than there are names, or a number is none
     */
    void table(int table, int end, Metadata metadata) throws DatasetFormatException {
        String title = lines[table].split("\t", -1)[0];
        if (!title.matches("(OCV)?CURVE.*") || end - table < 2) {
            return;
        }
        String[] names = lines[table + 1].split("\t", -1);
        List<String> own = List.of(names).stream().map(String::strip).toList();
        if (!own.contains("T") || !own.contains("Vf")) {
            return;
        }
        String file = source.name();
        int rows = end - table - 3;
        String[] head = lines[table].split("\t", -1);
        if (head.length > 2 && head[2].strip().matches("\\d{1,9}") && Integer.parseInt(head[2].strip()) > rows) {
            throw new DatasetFormatException(file, "line " + end, "the table " + title + " is said to have "
                    + head[2].strip() + " rows, but " + rows + " are there; the file is cut off");
        }
        if (rows < 1) {
            return;
        }
        unended |= end == lines.length;
        String[] units = lines[table + 2].split("\t", -1);
        int count = names.length;
        while (count > 1 && names[count - 1].isBlank()) {
            count--;
        }
        curves.add(new Curve(title, title.startsWith("OCV"), metadata, columns(table + 3, rows, names, units, count)));
    }

    private List<Column> columns(int from, int rows, String[] names, String[] units, int count)
            throws DatasetFormatException {
        double[][] values = new double[count][rows];
        boolean[] words = new boolean[count];
        for (int r = 0; r < rows; r++) {
            String[] fields = lines[from + r].split("\t", -1);
            if (fields.length < count) {
                throw new DatasetFormatException(source.name(), "line " + (from + r + 1), "the row has "
                        + (fields.length - 1) + " numbers where " + (count - 1) + " columns are named");
            }
            for (int c = 1; c < count; c++) {
                boolean needed = NAMES.containsKey(names[c].strip());
                values[c][r] = needed ? InstrumentText.number(source.name(), from + r + 1, names[c], fields[c])
                        : InstrumentText.numberOrNaN(fields[c]);
                words[c] |= r == 0 && !needed && Double.isNaN(values[c][r]);
            }
        }
        List<Column> out = new ArrayList<>();
        for (int c = 1; c < count; c++) {
            if (!words[c] && !names[c].isBlank()) {
                String name = names[c].strip();
                out.add(GamryReader.column(NAMES.getOrDefault(name, name), c < units.length ? units[c].strip() : "",
                        values[c]));
            }
        }
        return UniqueNames.of(out);
    }

    /** What is to be said where the file is one of spectra, beside which its records are not given. */
    List<Remark> left() {
        return curves.isEmpty() ? List.of() : List.of(Remark.info("Beside the spectra the file holds "
                + (curves.size() == 1 ? "a record" : curves.size() + " records") + " over time ("
                + String.join(", ", curves.stream().map(c -> c.title + " of " + c.columns.get(0).size() + " rows")
                        .toList()) + "), which " + (curves.size() == 1 ? "is" : "are") + " not given.")
                .coded("records-left"));
    }

    /** The records, none if there was no table of one. */
    List<Dataset> datasets() {
        List<List<Curve>> groups = new ArrayList<>();
        for (Curve c : curves) {
            List<Curve> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (!last.isEmpty() && last.get(last.size() - 1).goesOnIn(c)) {
                last.add(c);
            } else {
                groups.add(new ArrayList<>(List.of(c)));
            }
        }
        List<Dataset> out = new ArrayList<>();
        for (List<Curve> group : groups) {
            Curve first = group.get(0);
            String base = EisTables.baseName(source.name());
            String kind = first.open ? RecordKinds.OCV : KINDS.getOrDefault(first.metadata.text(TAG).orElse(""),
                    RecordKinds.RECORD);
            String name = groups.size() == 1 ? base : base + " (" + (out.size() + 1) + ")";
            out.add(EcLabColumns.record(source, name, kind, first.metadata, joined(group), unended ? List.of(
                    Remark.warning("The last line of the file has no end; it may be cut off there.")) : List.of()));
        }
        return out;
    }

    private static List<Column> joined(List<Curve> group) {
        int rows = group.stream().mapToInt(c -> c.columns.get(0).size()).sum();
        List<Column> out = new ArrayList<>();
        for (Column first : group.get(0).columns) {
            double[] values = new double[rows];
            int at = 0;
            for (Curve c : group) {
                double[] own = c.column(first.name()).values();
                System.arraycopy(own, 0, values, at, own.length);
                at += own.length;
            }
            out.add(Column.of(first.name(), first.unit(), values));
        }
        if (group.size() > 1) {
            double[] cycle = new double[rows];
            int at = 0;
            for (int k = 0; k < group.size(); k++) {
                int n = group.get(k).columns.get(0).size();
                Arrays.fill(cycle, at, at + n, k + 1);
                at += n;
            }
            out.add(Column.of(RecordColumns.CYCLE, "1", cycle));
        }
        return UniqueNames.of(out);
    }
}
