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
 * RelaxIS spectrum exports: a title line, the date, a line that names the columns ("Data: Frequency" ...), a line of
 * properties, and tab-separated rows. A line of names starts the next spectrum.
 */
public final class RelaxisReader implements DatasetReader {

    private static final long LARGEST = 256L << 20;

    @Override
    public String id() {
        return "electrochemistry.relaxis";
    }

    @Override
    public String title() {
        return "RelaxIS text export";
    }

    @Override
    public List<String> extensions() {
        return List.of("txt");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = head.text();
        return t.substring(0, Math.min(200, t.length())).contains("RelaxIS") && t.contains("Data:") ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = Lines.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        List<Dataset> out = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        Metadata metadata = Metadata.EMPTY;
        int[] at = null;
        for (int i = 0; i < lines.length; i++) {
            String[] fields = lines[i].split("\t");
            if (lines[i].startsWith("Data:")) {
                finish(file, metadata, rows, out);
                rows = new ArrayList<>();
                at = places(file, i, fields);
            } else if (at != null && !lines[i].isBlank()) {
                if (Double.isNaN(Lines.numberOrNaN(fields[0])) && rows.isEmpty()) {
                    metadata = fields.length > 2 ? metadata.with("spectrum", fields[2].strip()) : metadata;
                    continue;
                }
                double[] row = new double[3];
                for (int c = 0; c < 3; c++) {
                    if (at[c] >= fields.length) {
                        throw new DatasetFormatException(file, "line " + (i + 1), "the row has " + fields.length
                                + " columns; column " + (at[c] + 1) + " is needed");
                    }
                    row[c] = Lines.number(file, i + 1, "column " + (at[c] + 1), fields[at[c]]);
                }
                rows.add(row);
            } else if (lines[i].startsWith("Date:")) {
                metadata = metadata.with("date", lines[i].substring(5).strip());
            }
        }
        finish(file, metadata, rows, out);
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "", "there is no line 'Data: Frequency ...' with rows behind it");
        }
        return out;
    }

    private static int[] places(String file, int line, String[] fields) throws DatasetFormatException {
        int[] out = {-1, -1, -1};
        for (int i = 0; i < fields.length; i++) {
            String n = fields[i].replace("Data:", "").strip();
            out[0] = n.equals("Frequency") ? i : out[0];
            out[1] = n.equals("Z'") ? i : out[1];
            out[2] = n.equals("Z''") ? i : out[2];
        }
        if (out[0] < 0 || out[1] < 0 || out[2] < 0) {
            throw new DatasetFormatException(file, "line " + (line + 1), "the columns Frequency, Z' and Z'' are "
                    + "needed");
        }
        return out;
    }

    private static void finish(String file, Metadata metadata, List<double[]> rows, List<Dataset> out)
            throws DatasetFormatException {
        if (rows.isEmpty()) {
            return;
        }
        String name = EisTables.baseName(file) + (out.isEmpty() ? "" : " (" + (out.size() + 1) + ")");
        out.addAll(EisTables.of(file, name, metadata, List.of(
                EisTables.frequency(rows.stream().mapToDouble(r -> r[0]).toArray()),
                EisTables.real(rows.stream().mapToDouble(r -> r[1]).toArray()),
                EisTables.minusImaginary(rows.stream().mapToDouble(r -> r[2]).toArray()))));
    }
}
