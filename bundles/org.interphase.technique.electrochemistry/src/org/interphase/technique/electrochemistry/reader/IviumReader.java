package org.interphase.technique.electrochemistry.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.reader.InstrumentText;
import org.interphase.electro.record.RecordKinds;
import org.interphase.model.Dataset;
import org.interphase.model.Remark;

/**
 * Ivium data files (.idf, .ids): text with binary parts between. Each measurement has a {@code Title=} line and a
 * block {@code primary_data}: the number of columns, the number of rows, and the rows. The line {@code Technique=}
 * tells what three columns are ({@link IviumBlock}) of all blocks up to the next title; without it they are Z', Z'' and
 * frequency. Unverified against instrument files: known from public descriptions of the format.
 */
public final class IviumReader implements DatasetReader {

    private static final long LARGEST = 256L << 20;
    private static final int MAX_ROWS = 10_000_000;

    @Override
    public String id() {
        return "electrochemistry.ivium";
    }

    @Override
    public String title() {
        return "Ivium data (.idf, .ids; layout unverified)";
    }

    @Override
    public List<String> extensions() {
        return List.of("idf", "ids");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND, RecordKinds.CA, RecordKinds.CP, RecordKinds.CV, RecordKinds.LSV,
                RecordKinds.RECORD);
    }

    @Override
    public int confidence(SourceHead head) {
        String t = new String(head.bytes(), StandardCharsets.ISO_8859_1);
        boolean named = head.hasExtension("idf", "ids");
        return t.contains("primary_data") && (named || t.contains("Title=")) ? 92
                : named && t.contains("Title=") ? 70 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(new String(source.readAll(LARGEST), StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7e\\r\\n\\t]", ""));
        List<Dataset> out = new ArrayList<>();
        String title = "";
        String technique = "";
        String started = "";
        boolean used = false;
        int left = 0;
        Map<String, Integer> notRead = new LinkedHashMap<>();
        for (int i = 0; i < lines.length; i++) {
            progress.checkCancelled();
            if (lines[i].strip().startsWith("Title=")) {
                title = value(lines[i]);
                // a measurement may have several blocks; the next one names its own
                technique = used ? "" : technique;
                used = false;
            } else if (lines[i].strip().startsWith("Technique=")) {
                technique = value(lines[i]);
                used = false;
            } else if (lines[i].strip().startsWith("starttime=")) {
                started = value(lines[i]);
            } else if (lines[i].contains("primary_data")) {
                int columns = count(file, lines, i + 1, "columns");
                int rows = count(file, lines, i + 2, "rows");
                if (columns == 3 && rows > 0) {
                    String name = title.isEmpty() ? EisTables.baseName(file) : title;
                    IviumBlock block = new IviumBlock(out.isEmpty() ? name : name + " (" + (out.size() + 1) + ")",
                            technique, started);
                    double[][] v = columns(source, lines, i + 3, rows);
                    String unknown = block.unknown(v);
                    if (unknown.isEmpty()) {
                        out.addAll(block.datasets(source, v));
                    } else {
                        notRead.putIfAbsent(unknown, i + 4);
                    }
                    i += 2 + rows;
                } else {
                    left++;
                }
                used = true;
                started = "";
            }
        }
        for (Map.Entry<String, Integer> e : notRead.entrySet()) {
            if (out.isEmpty()) {
                throw new DatasetFormatException(file, "line " + e.getValue(), e.getKey());
            }
            Remark remark = Remark.warning("A block is left out (line " + e.getValue() + "): " + e.getKey() + ".")
                    .coded("blocks-left");
            out.replaceAll(d -> d.withHeader(d.header().remarking(remark)));
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "", "there is no block 'primary_data' of three columns, so neither "
                    + "an impedance nor a record");
        }
        if (left > 0) {
            Remark remark = Remark.warning(left + (left == 1 ? " block has" : " blocks have") + " no rows or other "
                    + "than three columns, of which is not known what they are, and " + (left == 1 ? "is" : "are")
                    + " left out.").coded("blocks-left");
            out.replaceAll(d -> d.withHeader(d.header().remarking(remark)));
        }
        return out;
    }

    private static int count(String file, String[] lines, int i, String what) throws DatasetFormatException {
        String t = i < lines.length ? lines[i].strip() : "";
        if (!t.matches("\\d{1,8}") || Integer.parseInt(t) > MAX_ROWS) {
            throw new DatasetFormatException(file, "line " + (i + 1), "the number of " + what + " was expected, not '"
                    + t.substring(0, Math.min(30, t.length())) + "'");
        }
        return Integer.parseInt(t);
    }

    private static String value(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }

    private static double[][] columns(Source source, String[] lines, int from, int rows)
            throws DatasetFormatException {
        String file = source.name();
        if (from + rows > lines.length) {
            throw new DatasetFormatException(file, "line " + lines.length, rows + " rows were announced, but the file "
                    + "ends after " + (lines.length - from));
        }
        double[][] v = new double[3][rows];
        for (int r = 0; r < rows; r++) {
            String[] fields = lines[from + r].strip().split("\\s+");
            if (fields.length != 3) {
                throw new DatasetFormatException(file, "line " + (from + r + 1), "three numbers were expected");
            }
            for (int c = 0; c < 3; c++) {
                v[c][r] = InstrumentText.number(file, from + r + 1, "column " + (c + 1), fields[c]);
            }
        }
        return v;
    }
}
