package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * PalmSens sessions (.pssession): UTF-16 JSON. Each measurement has a data set of arrays; the unit's type tells which
 * is frequency (Hertz), Z' (ZRe) and -Z'' (ZIm, stored negated). Unverified against instrument files: known from
 * public descriptions of the format.
 */
public final class PalmSensReader implements DatasetReader {

    private static final long LARGEST = 256L << 20;

    @Override
    public String id() {
        return "electrochemistry.palmsens";
    }

    @Override
    public String title() {
        return "PalmSens session (.pssession; layout unverified)";
    }

    @Override
    public List<String> extensions() {
        return List.of("pssession");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String start = decode(head.bytes()).stripLeading();
        boolean json = start.startsWith("{");
        return json && start.contains("PalmSens.") ? 95 : json && head.hasExtension("pssession") ? 80 : 0;
    }

    /** UTF-16 with or without byte order mark, or UTF-8; a byte order mark and NULs at the end are dropped. */
    private static String decode(byte[] b) {
        boolean marked = b.length > 1 && (b[0] == -1 && b[1] == -2 || b[0] == -2 && b[1] == -1);
        String t = marked ? new String(b, StandardCharsets.UTF_16)
                : b.length > 1 && b[1] == 0 ? new String(b, StandardCharsets.UTF_16LE)
                        : new String(b, StandardCharsets.UTF_8);
        int end = t.length();
        while (end > 0 && (t.charAt(end - 1) == '\0' || t.charAt(end - 1) == '\ufeff')) {
            end--;
        }
        return end > 0 && t.startsWith("\ufeff") ? t.substring(1, end) : t.substring(0, end);
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        Object session = JsonTree.parse(file, decode(source.readAll(LARGEST)));
        List<?> measurements = JsonTree.list(session, "Measurements");
        if (measurements.isEmpty()) {
            throw new DatasetFormatException(file, "", "the session has no list 'Measurements'");
        }
        List<Dataset> out = new ArrayList<>();
        for (Object m : measurements) {
            progress.checkCancelled();
            Map<?, ?> set = JsonTree.map(m, "DataSet");
            if (JsonTree.text(set, "Type").contains("EIS")) {
                out.addAll(spectrum(source, m, set, out.size()));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "", "none of its " + measurements.size()
                    + " measurements is an impedance spectrum");
        }
        return out;
    }

    private static List<Dataset> spectrum(Source source, Object measurement, Map<?, ?> set, int before)
            throws DatasetFormatException {
        String file = source.name();
        double[] f = null;
        double[] re = null;
        double[] im = null;
        List<Column> others = new ArrayList<>();
        for (Object array : JsonTree.list(set, "Values")) {
            String unit = JsonTree.text(JsonTree.map(array, "Unit"), "Type");
            double[] values = values(array);
            if (unit.contains("Hertz") && f == null) {
                f = values;
            } else if (unit.contains("ZRe") && re == null) {
                re = values;
            } else if (unit.contains("ZIm") && im == null) {
                im = values;
            } else if (unit.contains("Time") && others.isEmpty()) {
                others.add(Column.of("time", "s", values));
            }
        }
        String title = JsonTree.text(measurement, "Title");
        if (f == null || re == null || im == null || re.length != f.length || im.length != f.length) {
            throw new DatasetFormatException(file, "measurement '" + title + "'",
                    "frequency, Z' and Z'' are not all there with one value per point");
        }
        List<Column> columns = new ArrayList<>(List.of(EisTables.frequency(f), EisTables.real(re),
                Column.of(EisColumns.MINUS_IM, "ohm", im)));
        int points = f.length;
        others.stream().filter(c -> c.size() == points).forEach(columns::add);
        String name = title.isEmpty() ? EisTables.baseName(file) : title;
        return EisTables.of(source, before == 0 ? name : name + " (" + (before + 1) + ")", Metadata.EMPTY, columns);
    }

    private static double[] values(Object array) {
        double[] out = new double[JsonTree.list(array, "DataValues").size()];
        Arrays.fill(out, Double.NaN);
        int i = 0;
        for (Object point : JsonTree.list(array, "DataValues")) {
            if (point instanceof Map<?, ?> m && m.get("V") instanceof Double v) {
                out[i] = v;
            }
            i++;
        }
        return out;
    }
}
