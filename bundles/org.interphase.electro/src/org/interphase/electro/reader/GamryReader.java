package org.interphase.electro.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.RecordKinds;
import org.interphase.electro.record.UniqueNames;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;

/**
 * Gamry Framework files (.DTA): tagged lines, and tables that start with {@code NAME<tab>TABLE}, a line of column
 * names and a line of units. Every table whose name starts with ZCURVE is a spectrum; where it has drift-corrected
 * columns (ZrealDrCor, ZimagDrCor) these are the impedance, and the uncorrected spectrum is given beside it. Tables of
 * time, potential and current are records: CURVE, one for each cycle of a voltammogram, and OCVCURVE.
 */
public final class GamryReader implements DatasetReader {

    private static final long LARGEST = 512L << 20;

    @Override
    public String id() {
        return "electrochemistry.gamry";
    }

    @Override
    public String title() {
        return "Gamry Framework (.DTA)";
    }

    @Override
    public List<String> extensions() {
        return List.of("dta");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND, RecordKinds.CV, RecordKinds.LSV, RecordKinds.CA, RecordKinds.CP,
                RecordKinds.OCV, RecordKinds.RECORD);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.startsWith("EXPLAIN") && t.contains("TAG\t") ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        if (!lines[0].startsWith("EXPLAIN")) {
            throw new DatasetFormatException(file, "line 1", "a Gamry file starts with EXPLAIN");
        }
        Metadata metadata = Metadata.EMPTY;
        GamryRecords records = new GamryRecords(source, lines);
        List<Dataset> out = new ArrayList<>();
        for (int i = 0; i < lines.length; i++) {
            progress.checkCancelled();
            String[] parts = lines[i].split("\t", -1);
            if (parts.length > 1 && parts[1].equals("TABLE")) {
                int end = i + 1;
                while (end < lines.length && lines[end].startsWith("\t")) {
                    end++;
                }
                if (parts[0].startsWith("ZCURVE")) {
                    out.addAll(spectra(source, lines, i, end, metadata, out.size()));
                } else {
                    records.table(i, end, metadata);
                }
                i = end - 1;
            } else {
                metadata = tag(metadata, parts);
            }
        }
        if (out.isEmpty()) {
            out.addAll(records.datasets());
        } else {
            for (Remark r : records.left()) {
                out.replaceAll(d -> d.withHeader(d.header().remarking(r)));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "", "there is no table of an impedance (ZCURVE) or of a record "
                    + "over time "
                    + "(CURVE, OCVCURVE) in the file");
        }
        return out;
    }

    private static Metadata tag(Metadata m, String[] parts) {
        if (parts.length < 3) {
            return parts.length == 2 && parts[0].equals("TAG") ? m.with(GamryRecords.TAG, parts[1]) : m;
        }
        double number = InstrumentText.numberOrNaN(parts[2]);
        return switch (parts[0]) {
            case "SCANRATE" -> m.with("scan rate", number, "mV/s");
            case "TITLE" -> m.with("technique", parts[2]);
            case "DATE" -> m.with("date", parts[2]);
            case "TIME" -> m.with("time", parts[2]);
            case "PSTAT" -> m.with("instrument", parts[2]);
            case "VDC" -> m.with("bias", number, "V");
            case "VAC" -> m.with("amplitude", number, "mV");
            case "AREA" -> m.with("electrode area", number, "cm2");
            default -> m;
        };
    }

    private static List<Dataset> spectra(Source source, String[] lines, int table, int end, Metadata metadata,
            int before) throws DatasetFormatException {
        String file = source.name();
        if (end - table < 4) {
            throw new DatasetFormatException(file, "line " + (table + 1), "the table '" + lines[table].strip()
                    + "' has no rows");
        }
        String[] names = lines[table + 1].split("\t", -1);
        String[] units = lines[table + 2].split("\t", -1);
        int rows = end - table - 3;
        List<Column> columns = new ArrayList<>();
        for (int c = 1; c < names.length; c++) {
            boolean needed = List.of("Freq", "Zreal", "Zimag").contains(names[c].strip());
            double[] values = new double[rows];
            boolean numeric = true;
            for (int r = 0; r < rows && numeric; r++) {
                String[] fields = lines[table + 3 + r].split("\t", -1);
                String field = c < fields.length ? fields[c] : "";
                if (needed) {
                    values[r] = InstrumentText.number(file, table + 4 + r, names[c], field);
                } else {
                    values[r] = InstrumentText.numberOrNaN(field);
                    numeric = r > 0 || !Double.isNaN(values[r]);
                }
            }
            if (numeric && !names[c].isBlank()) {
                columns.add(column(names[c].strip(), c < units.length ? units[c].strip() : "", values));
            }
        }
        columns = UniqueNames.of(columns);
        String name = EisTables.baseName(file) + (before == 0 ? "" : " (" + (before + 1) + ")");
        Column re = find(file, table, columns, "Zreal");
        Column im = find(file, table, columns, "Zimag");
        Column corrected = columns.stream().filter(c -> c.name().equals("ZrealDrCor")).findFirst().orElse(null);
        Column correctedIm = columns.stream().filter(c -> c.name().equals("ZimagDrCor")).findFirst().orElse(null);
        List<Dataset> out = new ArrayList<>();
        if (corrected != null && correctedIm != null) {
            out.addAll(EisTables.of(source, name, metadata.with("drift correction", "by the instrument"),
                    with(file, table, columns, corrected, correctedIm)));
            name = name + ", not drift-corrected";
        }
        out.addAll(EisTables.of(source, name, metadata, with(file, table, columns, re, im)));
        return out;
    }

    private static List<Column> with(String file, int table, List<Column> all, Column re, Column im)
            throws DatasetFormatException {
        List<Column> out = new ArrayList<>();
        out.add(EisTables.frequency(find(file, table, all, "Freq").values()));
        out.add(EisTables.real(re.values()));
        out.add(EisTables.minusImaginary(im.values()));
        all.stream().filter(c -> !List.of("Freq", "Zreal", "Zimag", "ZrealDrCor", "ZimagDrCor").contains(c.name()))
                .forEach(out::add);
        return out;
    }

    private static Column find(String file, int table, List<Column> columns, String name)
            throws DatasetFormatException {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow(
                () -> new DatasetFormatException(file, "line " + (table + 2), "the column '" + name + "' is missing"));
    }

    static Column column(String name, String unit, double[] values) {
        String u = unit.equals("deg C") ? "degC" : unit.startsWith("V vs.") ? "V" : unit;
        return Column.of(name, Unit.isKnown(u) ? Unit.of(u) : Unit.ONE, values);
    }
}
