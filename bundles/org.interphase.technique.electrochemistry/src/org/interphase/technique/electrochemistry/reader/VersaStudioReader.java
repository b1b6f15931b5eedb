package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.technique.electrochemistry.eis.EisColumns;

/**
 * Princeton Applied Research VersaStudio files (.par): sections in angle brackets; a segment names its columns in the
 * line {@code Definition=} and holds comma-separated rows up to its end tag. Rows without frequency (a conditioning
 * step, for example) are no impedance.
 */
public final class VersaStudioReader implements DatasetReader {

    private static final long LARGEST = 512L << 20;

    @Override
    public String id() {
        return "electrochemistry.versastudio";
    }

    @Override
    public String title() {
        return "VersaStudio (.par)";
    }

    @Override
    public List<String> extensions() {
        return List.of("par");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.startsWith("<Application>") && t.contains("VersaStudio") ? 95
                : t.startsWith("<Application>") && head.hasExtension("par") ? 60 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = Lines.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        Metadata metadata = Metadata.EMPTY;
        List<double[]> points = new ArrayList<>();
        int[] at = null;
        String[] names = new String[0];
        boolean segments = false;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].strip();
            if (line.startsWith("</")) {
                at = null;
            } else if (line.startsWith("Definition=")) {
                segments = true;
                names = line.substring(line.indexOf('=') + 1).split(",");
                at = places(names);
            } else if (at != null && !line.isEmpty()) {
                String[] fields = line.split(",");
                // recorded files end the definition with a ", 0" that has no column
                int needed = Math.max(at[0], Math.max(at[1], at[2])) + 1;
                if (fields.length < needed) {
                    throw new DatasetFormatException(file, "line " + (i + 1), "the row has " + fields.length
                            + " columns; column " + needed + " ('" + names[needed - 1].strip() + "') is needed");
                }
                double f = Lines.number(file, i + 1, names[at[0]], fields[at[0]]);
                if (f > 0) {
                    points.add(new double[] {f, Lines.number(file, i + 1, names[at[1]], fields[at[1]]),
                        Lines.number(file, i + 1, names[at[2]], fields[at[2]])});
                }
            } else if (line.startsWith("Name=") || line.startsWith("UserName=")) {
                metadata = metadata.with(line.startsWith("Name=") ? "technique" : "operator",
                        line.substring(line.indexOf('=') + 1));
            }
        }
        if (points.isEmpty()) {
            throw new DatasetFormatException(file, "", segments
                    ? "no segment has the columns Frequency, Z Real and Z Imag with points in them"
                    : "there is no segment with a 'Definition=' line in the file");
        }
        return EisTables.of(file, EisTables.baseName(file), metadata, List.of(
                EisTables.frequency(points.stream().mapToDouble(p -> p[0]).toArray()),
                EisTables.real(points.stream().mapToDouble(p -> p[1]).toArray()),
                EisTables.minusImaginary(points.stream().mapToDouble(p -> p[2]).toArray())));
    }

    /** Places of frequency, real and imaginary part among the columns, or null if one is missing. */
    private static int[] places(String[] names) {
        int[] out = {-1, -1, -1};
        for (int i = 0; i < names.length; i++) {
            String n = names[i].strip();
            out[0] = n.startsWith("Frequency") ? i : out[0];
            out[1] = n.startsWith("Z Real") ? i : out[1];
            out[2] = n.startsWith("Z Imag") ? i : out[2];
        }
        return out[0] < 0 || out[1] < 0 || out[2] < 0 ? null : out;
    }
}
