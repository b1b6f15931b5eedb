package org.interphase.electro.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordColumns;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.UniqueNames;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * Text that Autolab's NOVA exports of a record: a line of names with units in brackets, {@code WE(1).Potential (V)} and
 * {@code WE(1).Current (A)} among them, then rows, separated by tabs, semicolons or commas. Columns of different
 * lengths
 * stand side by side and end in blanks: rows without time and potential are no rows of the record.
 */
public final class AutolabTextReader implements DatasetReader {

    private static final long LARGEST = 512L << 20;
    private static final String POTENTIAL = "WE(1).Potential (V)";
    private static final String APPLIED = "Potential applied (V)";
    /** Part of the span of the potential that a sweep back has at least. */
    private static final double TURNED = 0.02;
    private static final String CURRENT = "WE(1).Current (A)";
    private static final Map<String, String> NAMES = Map.of("WE(1).Potential", RecordColumns.VOLTAGE, "WE(1).Current",
            RecordColumns.CURRENT, "Time", RecordColumns.TIME, "Scan", RecordColumns.CYCLE);

    @Override
    public String id() {
        return "electrochemistry.autolab-text";
    }

    @Override
    public String title() {
        return "Autolab NOVA text";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "csv");
    }

    @Override
    public List<String> kinds() {
        return List.of(RecordKinds.CV, RecordKinds.LSV, RecordKinds.CA, RecordKinds.CP, RecordKinds.OCV,
                RecordKinds.RECORD);
    }

    @Override
    public int confidence(SourceHead head) {
        String line = InstrumentText.head(head)[0];
        return line.contains(POTENTIAL) && line.contains(CURRENT) && line.contains("Time (s)") ? 93 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        String separator = lines[0].contains("\t") ? "\t" : lines[0].contains(";") ? ";" : ",";
        List<String> names = Arrays.stream(lines[0].split(separator, -1)).map(n -> n.replace("\ufeff", "").strip())
                .toList();
        int time = names.indexOf("Time (s)");
        int potential = names.indexOf(POTENTIAL);
        if (time < 0 || potential < 0 || !names.contains(CURRENT)) {
            throw new DatasetFormatException(file, "line 1", "'Time (s)', '" + POTENTIAL + "' and '" + CURRENT
                    + "' are not all among the names of the columns");
        }
        int last = lines.length;
        while (last > 1 && lines[last - 1].isBlank()) {
            last--;
        }
        double[][] values = new double[names.size()][last - 1];
        int rows = 0;
        for (int i = 1; i < last; i++) {
            if ((i & 0xfff) == 0) {
                progress.checkCancelled();
            }
            String[] fields = lines[i].split(separator, -1);
            boolean blank = field(fields, time).isBlank() && field(fields, potential).isBlank();
            if (!blank && fields.length < names.size()) {
                throw new DatasetFormatException(file, "line " + (i + 1), "the row has " + fields.length
                        + " fields where " + names.size() + " columns are named");
            }
            for (int c = 0; c < names.size() && !blank; c++) {
                values[c][rows] = InstrumentText.number(file, i + 1, names.get(c), field(fields, c));
            }
            rows += blank ? 0 : 1;
        }
        if (rows == 0) {
            throw new DatasetFormatException(file, "", "no row has a time and a potential");
        }
        List<Column> columns = columns(names, values, rows);
        List<Remark> remarks = rows == last - 1 ? List.of() : List.of(Remark.info((last - 1 - rows) + " of "
                + (last - 1)
                + " rows have no time and no potential and are left out."));
        int applied = names.contains("Scan") ? names.indexOf(APPLIED) : -1;
        String kind = source.stated().kind().orElse(applied < 0 ? RecordKinds.RECORD
                : sweep(values[applied], rows));
        return List.of(EcLabColumns.record(source, EisTables.baseName(file), kind, Metadata.EMPTY.with("instrument",
                "Autolab"), columns, remarks));
    }

    /** Kind of a record by its applied potential, which stands, goes one way, or turns. */
    private static String sweep(double[] applied, int rows) {
        double lowest = Double.NaN;
        double highest = Double.NaN;
        double up = 0;
        double down = 0;
        for (int i = 0; i < rows; i++) {
            double v = applied[i];
            lowest = v < lowest || Double.isNaN(lowest) ? v : lowest;
            highest = v > highest || Double.isNaN(highest) ? v : highest;
            up = Math.max(up, v - lowest);
            down = Math.max(down, highest - v);
        }
        return !(highest > lowest) ? RecordKinds.RECORD : Math.min(up, down) > TURNED * (highest - lowest)
                ? RecordKinds.CV : RecordKinds.LSV;
    }

    private static String field(String[] fields, int column) {
        return column < fields.length ? fields[column] : "";
    }

    private static List<Column> columns(List<String> names, double[][] values, int rows) {
        List<Column> out = new ArrayList<>();
        for (int c = 0; c < values.length; c++) {
            double[] own = Arrays.copyOf(values[c], rows);
            if (names.get(c).isEmpty() || Arrays.stream(own).allMatch(Double::isNaN)) {
                continue;
            }
            String n = names.get(c);
            int bracket = n.endsWith(")") ? n.lastIndexOf('(') : -1;
            String unit = bracket > 0 ? n.substring(bracket + 1, n.length() - 1).strip() : "";
            String name = bracket > 0 && Unit.isKnown(unit) ? n.substring(0, bracket).strip() : n;
            out.add(Column.of(NAMES.getOrDefault(name, name), name.equals(n) ? Unit.ONE : Unit.of(unit), own));
        }
        return UniqueNames.of(out);
    }
}
