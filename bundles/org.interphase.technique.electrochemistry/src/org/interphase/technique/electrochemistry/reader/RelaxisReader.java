package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.reader.InstrumentText;
import org.interphase.io.TextDecoder;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;

/**
 * RelaxIS spectrum exports: a title line, the date, a line that names the columns ("Data: Frequency" ...), a line of
 * properties, and tab-separated rows. A line of names starts the next spectrum.
 */
public final class RelaxisReader implements DatasetReader {

    private static final long LARGEST = 256L << 20;
    private static final Pattern FREQUENCY = Pattern.compile("(Data:)?\\s*Frequency");
    private static final Pattern REAL = Pattern.compile("(Data:)?\\s*Z'");
    private static final Pattern IMAGINARY = Pattern.compile("(Data:)?\\s*Z''");

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
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        List<Dataset> out = new ArrayList<>();
        ImpedanceRows rows = new ImpedanceRows();
        Metadata metadata = Metadata.EMPTY;
        int[] at = null;
        for (int i = 0; i < lines.length; i++) {
            String[] fields = lines[i].split("\t");
            if (lines[i].startsWith("Data:")) {
                finish(source, metadata, rows, out);
                rows = new ImpedanceRows();
                at = places(file, i, fields);
            } else if (at != null && !lines[i].isBlank()) {
                if (Double.isNaN(InstrumentText.numberOrNaN(fields[0])) && rows.isEmpty()) {
                    metadata = fields.length > 2 ? metadata.with("spectrum", fields[2].strip()) : metadata;
                    continue;
                }
                rows.add(file, i + 1, fields, at);
            } else if (lines[i].startsWith("Date:")) {
                metadata = metadata.with("date", lines[i].substring(5).strip());
            }
        }
        finish(source, metadata, rows, out);
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "", "there is no line 'Data: Frequency ...' with rows behind it");
        }
        return out;
    }

    private static int[] places(String file, int line, String[] fields) throws DatasetFormatException {
        int[] out = ImpedanceRows.places(fields, FREQUENCY, REAL, IMAGINARY);
        if (out == null) {
            throw new DatasetFormatException(file, "line " + (line + 1), "the columns Frequency, Z' and Z'' are "
                    + "needed");
        }
        return out;
    }

    private static void finish(Source source, Metadata metadata, ImpedanceRows rows, List<Dataset> out)
            throws DatasetFormatException {
        if (!rows.isEmpty()) {
            String name = EisTables.baseName(source.name()) + (out.isEmpty() ? "" : " (" + (out.size() + 1) + ")");
            out.addAll(rows.spectra(source, name, metadata, List.of()));
        }
    }
}
