package org.interphase.technique.mechanics.reader;

import java.io.IOException;
import java.util.ArrayList;
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
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;

/**
 * Hysitron load-displacement files (.hld): lines {@code key: value unit}, then tables, each behind a line
 * {@code ... Data Points: n} and a line of headings with units after an underscore. No description by the maker was
 * found; what is taken off the depths is told by the file itself, which holds the voltages and their calibration.
 */
public final class HysitronReader implements DatasetReader {

    private static final String SIGNATURE = "File Version: Hysitron";
    private static final String TEST = "Test Data Points";
    private static final long LIMIT = 256L << 20;

    @Override
    public String id() {
        return "mechanics.hysitron";
    }

    @Override
    public String title() {
        return "Hysitron indentation (.hld)";
    }

    @Override
    public List<String> extensions() {
        return List.of("hld");
    }

    @Override
    public List<String> kinds() {
        return List.of(IndentTable.KIND);
    }

    @Override
    public int confidence(SourceHead head) {
        return head.isText() && head.text().startsWith(SIGNATURE) ? 95 : 0;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<String> lines = DelimitedText.lines(TextDecoder.decode(source.name(), source.readAll(LIMIT)));
        if (lines.isEmpty() || !lines.get(0).startsWith(SIGNATURE)) {
            throw new DatasetFormatException(source.name(), "line 1", "it does not begin with '" + SIGNATURE + "'");
        }
        Map<String, String> keys = new LinkedHashMap<>();
        int at = 0;
        while (at < lines.size() && !lines.get(at).startsWith(TEST + ":")) {
            int colon = lines.get(at).indexOf(':');
            if (colon > 0) {
                keys.putIfAbsent(lines.get(at).substring(0, colon).strip(), lines.get(at).substring(colon + 1).strip());
            }
            at++;
        }
        if (at + 1 >= lines.size()) {
            throw new DatasetFormatException(source.name(), "", "there is no table of the test ('" + TEST + "')");
        }
        return List.of(table(source, keys, rows(source.name(), lines, at)));
    }

    /** The columns of the test by heading. */
    private static Map<String, double[]> rows(String file, List<String> lines, int at) throws DatasetFormatException {
        String count = lines.get(at).substring(lines.get(at).indexOf(':') + 1).strip();
        String[] headings = lines.get(at + 1).strip().split("\t");
        List<double[]> rows = new ArrayList<>();
        for (int i = at + 2; i < lines.size() && !lines.get(i).isBlank(); i++) {
            String[] cells = lines.get(i).strip().split("\t");
            double[] row = new double[headings.length];
            for (int k = 0; k < row.length; k++) {
                try {
                    row[k] = Double.parseDouble(cells[k].strip());
                } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                    throw new DatasetFormatException(file, "line " + (i + 1) + ", column " + (k + 1), "there is no "
                            + "number '" + headings[k] + "'", e);
                }
            }
            rows.add(row);
        }
        if (!count.equals(Integer.toString(rows.size()))) {
            throw new DatasetFormatException(file, "line " + (at + 1), count + " points are announced, " + rows.size()
                    + " follow");
        }
        Map<String, double[]> out = new LinkedHashMap<>();
        for (int k = 0; k < headings.length; k++) {
            int column = k;
            out.put(headings[k].strip(), rows.stream().mapToDouble(r -> r[column]).toArray());
        }
        return out;
    }

    private static Table table(Source source, Map<String, String> keys, Map<String, double[]> rows)
            throws DatasetFormatException {
        double[] t = column(source, rows, "Time_s");
        double[] h = column(source, rows, "Disp_nm");
        String force = rows.keySet().stream().filter(k -> k.startsWith("Force_") && !k.equals("Force_V")).findFirst()
                .orElseThrow(() -> new DatasetFormatException(source.name(), "", "there is no column 'Force_uN'"));
        double factor = switch (force.substring(6).toLowerCase(Locale.ROOT)) {
            case "mn" -> 1;
            case "nn" -> 1e-6;
            case "n" -> 1e3;
            // the sign of micro is written in several ways, and lost in some encodings
            case "un", "\u00b5n", "\u03bcn", "\u00c2\u00b5n", "\ufffdn" -> 1e-3;
            default -> throw new DatasetFormatException(source.name(), "", "the unit of the column '" + force
                    + "' is none of N, mN, uN and nN");
        };
        double[] p = rows.get(force).clone();
        for (int i = 0; i < p.length; i++) {
            p[i] *= factor;
        }
        if (t.length == 0) {
            throw new DatasetFormatException(source.name(), "", "the test has no points");
        }
        HysitronFacts facts = HysitronFacts.of(keys, rows, p);
        Metadata m = facts.metadata().with("file", source.name());
        DatasetHeader header = DatasetHeader.of(source.name(), IndentTable.KIND, m);
        for (Remark r : facts.remarks()) {
            header = header.remarking(r);
        }
        return new Table(header, List.of(Column.of(IndentTable.TIME, "s", t), Column.of(IndentTable.DEPTH, "nm", h),
                Column.of(IndentTable.FORCE, "mN", p)));
    }

    private static double[] column(Source source, Map<String, double[]> rows, String name)
            throws DatasetFormatException {
        double[] v = rows.get(name);
        if (v == null) {
            throw new DatasetFormatException(source.name(), "", "there is no column '" + name + "'; there are "
                    + rows.keySet());
        }
        return v;
    }
}
