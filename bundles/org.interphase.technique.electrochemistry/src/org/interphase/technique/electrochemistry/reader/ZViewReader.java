package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.reader.InstrumentText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * ZPlot/ZView data files and the Z60W files Autolab's FRA software writes for ZView: a header, then rows of frequency,
 * amplitude, bias, time, Z', Z'', and three status columns, separated by blanks, tabs or commas.
 */
public final class ZViewReader implements DatasetReader {

    private static final long LARGEST = 256L << 20;
    private static final int COLUMNS = 6;
    /** Frequency, Z', Z'', then amplitude, bias and time. */
    private static final int[] PLACES = {0, 4, 5, 1, 2, 3};

    @Override
    public String id() {
        return "electrochemistry.zview";
    }

    @Override
    public String title() {
        return "ZPlot/ZView data (.z) and Autolab FRA (Z60W)";
    }

    @Override
    public List<String> extensions() {
        return List.of("z", "txt");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return isZView(t.substring(0, Math.min(60, t.length()))) ? 95 : 0;
    }

    private static boolean isZView(String start) {
        String s = start.replaceAll("^[^A-Za-z]*", "").toUpperCase(Locale.ROOT);
        return s.startsWith("ZPLOT2 ASCII") || s.startsWith("Z60W DATA FILE") || s.startsWith("ZPLOT ASCII")
                || s.startsWith("ZPLOTW DATA FILE");
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        if (!isZView(lines[0])) {
            throw new DatasetFormatException(file, "line 1", "a ZView file starts with "
                    + "'ZPLOT2 ASCII', 'ZPlotW' or 'Z60W'");
        }
        Metadata metadata = Metadata.EMPTY;
        ImpedanceRows rows = new ImpedanceRows();
        boolean body = false;
        for (int i = 1; i < lines.length; i++) {
            if (!body) {
                body = lines[i].contains("End Comments") || lines[i].contains("Freq") && lines[i].contains("Z'");
                metadata = header(metadata, lines[i]);
            } else if (!lines[i].isBlank() && !lines[i].contains("End Comments")) {
                String[] fields = fields(lines[i]);
                if (fields.length < COLUMNS) {
                    throw new DatasetFormatException(file, "line " + (i + 1), "a row of at least " + COLUMNS
                            + " numbers was expected, not '" + shown(lines[i]) + "'");
                }
                rows.add(file, i + 1, fields, PLACES);
            }
        }
        if (rows.isEmpty()) {
            throw new DatasetFormatException(file, "line " + lines.length, "there are no data behind a line "
                    + "'End Comments' or of column names");
        }
        return rows.spectra(source, EisTables.baseName(file), metadata, List.of(
                Column.of("amplitude", "1", rows.values(3)), Column.of("bias", "1", rows.values(4)),
                Column.of("time", "s", rows.values(5))));
    }

    private static String[] fields(String line) {
        String t = line.strip();
        return t.indexOf(',') >= 0 && t.indexOf('\t') < 0 && t.indexOf(' ') < 0 ? t.split(",") : t.split("[,\\s]+");
    }

    private static String shown(String line) {
        return line.strip().substring(0, Math.min(40, line.strip().length()));
    }

    private static Metadata header(Metadata m, String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.indexOf('"') >= 0) {
            return m;
        }
        String value = line.substring(colon + 1).strip();
        return switch (line.substring(0, colon).strip()) {
            case "Date" -> m.with("date", value);
            case "Time" -> m.with("time", value);
            case "Measured Data, ZPlot" -> m.with("software", "ZPlot " + value);
            case "Experiment Type" -> m.with("technique", value);
            case "Open Circuit Potential (V)" -> m.with("open circuit potential", InstrumentText.numberOrNaN(value),
                    "V");
            case "Potential-DC" -> m.with("bias", InstrumentText.numberOrNaN(value), "V");
            case "Potential-AC" -> m.with("amplitude", InstrumentText.numberOrNaN(value), "mV");
            default -> m;
        };
    }
}
