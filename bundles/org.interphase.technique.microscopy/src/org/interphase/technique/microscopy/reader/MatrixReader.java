package org.interphase.technique.microscopy.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.unit.Unit;
import org.interphase.technique.microscopy.reader.scale.ScaleFacts;

/**
 * Element maps as plain text: a matrix of numbers, one line per row, separated by comma, semicolon, tab or spaces. Only
 * files whose name tells of an element are taken.
 */
public final class MatrixReader implements DatasetReader {

    private static final int MOST_COLUMNS = 65536;

    @Override
    public String id() {
        return "microscopy.element-matrix";
    }

    @Override
    public String title() {
        return "Element map as text matrix";
    }

    @Override
    public List<String> extensions() {
        return List.of("csv", "txt");
    }

    @Override
    public List<String> kinds() {
        return List.of("element-map");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.hasExtension("csv", "txt") || ElementName.of(head.name()).isEmpty() || !head.isText()) {
            return 0;
        }
        String[] lines = head.text().split("\\R");
        if (lines.length < 4) {
            return 0;
        }
        int columns = -1;
        // the last line may be cut
        for (int i = 0; i < Math.min(6, lines.length - 1); i++) {
            double[] row = numbers(lines[i], separator(lines[i]));
            if (row == null || row.length < 4 || columns >= 0 && row.length != columns) {
                return 0;
            }
            columns = row.length;
        }
        return 65;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<float[]> rows = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(new InputStreamReader(source.open(),
                StandardCharsets.ISO_8859_1))) {
            String line;
            int number = 0;
            String separator = null;
            while ((line = in.readLine()) != null) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                separator = separator == null ? separator(line) : separator;
                double[] values = numbers(line, separator);
                if (values == null || values.length > MOST_COLUMNS) {
                    throw new DatasetFormatException(source.name(), "line " + number, "numbers are needed here");
                }
                if (!rows.isEmpty() && rows.get(0).length != values.length) {
                    throw new DatasetFormatException(source.name(), "line " + number, values.length
                            + " numbers instead of " + rows.get(0).length);
                }
                float[] row = new float[values.length];
                for (int i = 0; i < row.length; i++) {
                    row[i] = (float) values[i];
                }
                rows.add(row);
                progress.checkCancelled();
            }
        }
        if (rows.size() < 2 || rows.get(0).length < 2) {
            throw new DatasetFormatException(source.name(), "", "there is no matrix of numbers");
        }
        int w = rows.get(0).length;
        float[] all = new float[w * rows.size()];
        for (int y = 0; y < rows.size(); y++) {
            System.arraycopy(rows.get(y), 0, all, y * w, w);
        }
        String element = ElementName.of(source.name()).orElse("");
        String name = element.isEmpty() ? source.name() : element;
        ScaleFacts known = MicrographBuilder.stated(source, ScaleFacts.NONE, w);
        Metadata m = Metadata.EMPTY.with("element", element).with("scale", known.calibration().isPhysical() ? ""
                : "none: lengths are in pixels");
        DatasetHeader header = DatasetHeader.of(name, "element-map", m);
        for (Remark r : known.remarks()) {
            header = header.remarking(r);
        }
        return List.of(Raster.of(header, w, rows.size(), Pixels.ofFloats(all),
                element.isEmpty() ? "Signal" : element + " signal", Unit.of("a.u."), known.calibration()));
    }

    private static String separator(String line) {
        return line.indexOf('\t') >= 0 ? "\t" : line.indexOf(';') >= 0 ? ";" : line.indexOf(',') >= 0 ? "," : " ";
    }

    /** The numbers of a line, or null if something is none. */
    private static double[] numbers(String line, String separator) {
        String l = line.strip();
        if (l.endsWith(separator.strip()) && !separator.isBlank()) {
            l = l.substring(0, l.length() - 1);
        }
        String[] parts = separator.equals(" ") ? l.split("\\s+") : l.split(separator);
        double[] out = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            try {
                out[i] = Double.parseDouble(parts[i].strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return out;
    }
}
