package org.interphase.technique.vibrational.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.DelimitedText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * HORIBA LabSpec text: lines "#key=value", then a spectrum in two columns, or a map whose first row is the abscissa
 * behind one empty field per position column and whose further rows are positions and intensities.
 */
public final class LabSpecTextReader implements DatasetReader {

    private static final long LIMIT = 1L << 30;

    @Override
    public String id() {
        return "vibrational.labspec-text";
    }

    @Override
    public String title() {
        return "HORIBA LabSpec text";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt");
    }

    @Override
    public List<String> kinds() {
        return List.of("raman", "raman.map");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.isText()) {
            return 0;
        }
        String text = head.text();
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.startsWith("#") && (lower.contains("#axisunit") || lower.contains("#acq. time")
                || lower.contains("#spectro (") || lower.contains("#laser"))) {
            return 90;
        }
        return isAxisRow(DelimitedText.lines(text).get(0)) ? 65 : 0;
    }

    /** Whether a line is empty fields followed by many ascending or descending numbers. */
    private static boolean isAxisRow(String line) {
        String[] fields = line.split("\t", -1);
        if (fields.length < 8 || !fields[0].isBlank()) {
            return false;
        }
        try {
            int first = fields[1].isBlank() ? 2 : 1;
            double a = number(fields[first]);
            double b = number(fields[first + 1]);
            double c = number(fields[first + 2]);
            return (b - a) * (c - b) > 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static double number(String field) {
        return Double.parseDouble(field.strip().replace(',', '.'));
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        List<String> lines = DelimitedText.lines(TextDecoder.decode(file, source.readAll(LIMIT)));
        Metadata m = Metadata.EMPTY.with("format", "HORIBA LabSpec text");
        Map<String, String> keys = new LinkedHashMap<>();
        int at = 0;
        while (at < lines.size() && (lines.get(at).startsWith("#") || lines.get(at).isBlank()
                && !isAxisRow(lines.get(at)))) {
            String line = lines.get(at++);
            int equals = line.indexOf('=');
            if (equals > 1) {
                String key = line.substring(1, equals).strip();
                keys.putIfAbsent(key, line.substring(equals + 1).strip());
                m = m.with(key, line.substring(equals + 1).strip());
            }
        }
        if (at >= lines.size()) {
            throw new DatasetFormatException(file, "line " + Math.max(1, lines.size()), "no data follow the header");
        }
        double laser = LaserLine.find(keys);
        m = LaserLine.describe(m, laser);
        SpectrumAbscissa abscissa = LabSpecMap.abscissa(file, "AxisUnit[1]", m.text("AxisUnit[1]").orElse(""),
                source.stated());
        Ordinate ordinate = LabSpecMap.ordinate(m.text("AxisUnit[0]").orElse(""));
        return List.of(isAxisRow(lines.get(at)) ? map(source, lines, at, abscissa, ordinate, m, progress)
                : spectrum(source, lines, at, abscissa, ordinate, m));
    }

    private static SpectrumEvidence evidence(Source source, SpectrumAbscissa abscissa,
            Ordinate ordinate, double[] x,
            double[] y) {
        return new SpectrumEvidence(source.name(), LabSpecMap.kindOfSpectra(source.stated()),
                SpectrumEvidence.Technique.RAMAN, abscissa, ordinate, x, y);
    }

    private static double[] row(String file, int line, String[] fields, int from) throws DatasetFormatException {
        double[] out = new double[fields.length - from];
        for (int i = 0; i < out.length; i++) {
            if (fields[from + i].strip().equalsIgnoreCase("nan")) {
                out[i] = Double.NaN;
                continue;
            }
            try {
                out[i] = number(fields[from + i]);
            } catch (NumberFormatException e) {
                throw new DatasetFormatException(file, "line " + (line + 1) + ", field " + (from + i + 1), "'"
                        + fields[from + i] + "' is no number", e);
            }
        }
        return out;
    }

    private static Dataset spectrum(Source source, List<String> lines, int start, SpectrumAbscissa abscissa,
            Ordinate ordinate, Metadata m) throws DatasetFormatException {
        String file = source.name();
        List<double[]> rows = new ArrayList<>();
        for (int i = start; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                double[] r = row(file, i, lines.get(i).strip().split("[\t ;]+"), 0);
                if (r.length != 2) {
                    throw new DatasetFormatException(file, "line " + (i + 1), "the row has " + r.length
                            + " numbers, a spectrum has 2");
                }
                rows.add(r);
            }
        }
        double[] x = rows.stream().mapToDouble(r -> r[0]).toArray();
        double[] y = rows.stream().mapToDouble(r -> r[1]).toArray();
        return SpectrumFactory.spectrum(evidence(source, abscissa, ordinate, x, y), "line " + (start + 1),
                SpectrumFactory.baseName(file), Double.NaN, m);
    }

    private static Dataset map(Source source, List<String> lines, int start, SpectrumAbscissa abscissa,
            Ordinate ordinate,
            Metadata m, Progress progress) throws DatasetFormatException {
        String file = source.name();
        String[] axisFields = stripEnd(lines.get(start)).split("\t", -1);
        int lead = axisFields[1].isBlank() ? 2 : 1;
        double[] x = row(file, start, axisFields, lead);
        List<double[]> rows = new ArrayList<>();
        for (int i = start + 1; i < lines.size(); i++) {
            if ((i & 255) == 0) {
                progress.checkCancelled();
            }
            if (lines.get(i).isBlank()) {
                continue;
            }
            String[] fields = stripEnd(lines.get(i)).split("\t", -1);
            double[] r = fields.length == lead ? unmeasured(row(file, i, fields, 0), x.length)
                    : row(file, i, fields, 0);
            if (r.length != x.length + lead) {
                throw new DatasetFormatException(file, "line " + (i + 1), "the row has " + r.length
                        + " fields instead of " + lead + " positions and " + x.length + " intensities");
            }
            rows.add(r);
        }
        if (rows.isEmpty()) {
            throw new DatasetFormatException(file, "line " + (start + 1), "no spectra follow the abscissa");
        }
        double[] flat = new double[x.length * rows.size()];
        double[][] positions = new double[lead][rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            System.arraycopy(rows.get(i), lead, flat, i * x.length, x.length);
            for (int k = 0; k < lead; k++) {
                positions[k][i] = rows.get(i)[k];
            }
        }
        SpectrumEvidence e = evidence(source, abscissa, ordinate, x, Arrays.copyOf(flat, x.length));
        return LabSpecMap.of(e, "line " + (start + 1), flat, positions, names(m, lead), m);
    }

    /** A row of places without intensities: a pixel that was never measured. */
    private static double[] unmeasured(double[] places, int points) {
        double[] out = Arrays.copyOf(places, places.length + points);
        Arrays.fill(out, places.length, out.length, Double.NaN);
        return out;
    }

    private static String stripEnd(String line) {
        return line.replaceAll("[\t ]+$", "");
    }

    /** Names and units of the position columns from the header, where it has them. */
    private static List<Column> names(Metadata m, int lead) {
        List<Column> out = new ArrayList<>();
        for (int k = 0; k < lead; k++) {
            String type = m.text("AxisType[" + (k + 2) + "]").orElse(lead == 2 ? k == 0 ? "X" : "Y" : "position");
            String unit = m.text("AxisUnit[" + (k + 2) + "]").orElse("um");
            out.add(Column.of(LabSpecMap.positionName(type), Unit.isKnown(unit) ? Unit.of(unit) : Unit.of("um"),
                    new double[0]));
        }
        return out;
    }
}
