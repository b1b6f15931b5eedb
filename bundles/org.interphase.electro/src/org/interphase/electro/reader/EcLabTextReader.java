package org.interphase.electro.reader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.electro.impedance.EisColumns;
import org.interphase.electro.impedance.EisTables;
import org.interphase.electro.record.UniqueNames;
import org.interphase.io.TextDecoder;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/**
 * BioLogic EC-Lab (and BT-Lab) text: the second line tells how many lines the header has, the last of them names the
 * tab-separated columns. Decimal comma or point.
 */
public final class EcLabTextReader implements DatasetReader {

    private static final long LARGEST = 1L << 30;
    private static final Pattern HEADER_LINES = Pattern.compile("Nb header lines\\s*:\\s*(\\d{1,6})\\s*");
    private static final Pattern AREA = Pattern.compile("([-+0-9.,eE]+)\\s*cm.*");
    private static final Map<String, String> KEYS = Map.of("Acquisition started on", "acquisition started", "Device",
            "instrument", "Run on channel", "channel", "Electrode material", "electrode material", "Electrolyte",
            "electrolyte", "Comments", "comment", "Technique started on", "technique started", "User", "operator",
            "Initial state", "initial state");

    @Override
    public String id() {
        return "electrochemistry.eclab-text";
    }

    @Override
    public String title() {
        return "BioLogic EC-Lab text";
    }

    @Override
    public List<String> extensions() {
        return List.of("mpt", "txt");
    }

    @Override
    public List<String> kinds() {
        return List.of(EisColumns.KIND, "cv", "gcpl", "ocv", "lsv", "ca", "cp", "electrochemistry.record");
    }

    @Override
    public int confidence(SourceHead head) {
        return isEcLab(head.text()) ? 98 : 0;
    }

    private static boolean isEcLab(String text) {
        return text.startsWith("EC-Lab ASCII FILE") || text.startsWith("BT-Lab ASCII FILE");
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        String file = source.name();
        String[] lines = InstrumentText.of(TextDecoder.decode(file, source.readAll(LARGEST)));
        if (!isEcLab(lines[0])) {
            throw new DatasetFormatException(file, "line 1", "an EC-Lab text file starts with 'EC-Lab ASCII FILE'");
        }
        Matcher m = HEADER_LINES.matcher(lines.length > 1 ? lines[1] : "");
        if (!m.matches()) {
            throw new DatasetFormatException(file, "line 2", "'Nb header lines : n' is missing");
        }
        int header = Integer.parseInt(m.group(1));
        if (header < 3 || header > lines.length) {
            throw new DatasetFormatException(file, "line 2", "the header is said to have " + header
                    + " lines, but the file has " + lines.length);
        }
        List<Column> columns = columns(file, lines, header, progress);
        String technique = technique(lines, header);
        Metadata metadata = metadata(lines, header, technique);
        String name = EisTables.baseName(file);
        return EcLabImpedance.datasets(source, name, technique, metadata, columns);
    }

    private static List<Column> columns(String file, String[] lines, int header, Progress progress)
            throws DatasetFormatException {
        String[] headings = names(lines[header - 1]);
        int last = lines.length;
        while (last > header && lines[last - 1].isBlank()) {
            last--;
        }
        int rows = last - header;
        if (headings.length < 2 || rows < 1) {
            throw new DatasetFormatException(file, "line " + header, rows < 1
                    ? "there are no data behind the header: the record has no rows (nothing was measured or exported)"
                    : "the last line of the header must name the columns");
        }
        double[][] values = new double[headings.length][rows];
        for (int r = 0; r < rows; r++) {
            if ((r & 0xfff) == 0) {
                progress.checkCancelled();
                progress.report(r / (double) rows, "");
            }
            row(file, lines[header + r], header + r + 1, headings, values, r);
        }
        List<Column> out = new ArrayList<>();
        for (int c = 0; c < headings.length; c++) {
            out.add(EcLabColumns.column(headings[c], values[c]));
        }
        return UniqueNames.of(out);
    }

    private static void row(String file, String line, int number, String[] headings, double[][] values, int r)
            throws DatasetFormatException {
        int from = 0;
        for (int c = 0; c < headings.length; c++) {
            int tab = line.indexOf('\t', from);
            int to = tab < 0 ? line.length() : tab;
            if (from > line.length()) {
                throw mismatch(file, number, headings.length, c);
            }
            values[c][r] = InstrumentText.number(file, number, headings[c], line.substring(from, to));
            from = to + 1;
        }
        if (from < line.length() && !line.substring(from).isBlank()) {
            throw mismatch(file, number, headings.length, line.stripTrailing().split("\t", -1).length);
        }
    }

    /** Names of the columns: EC-Lab ends the line with a tab, and may leave a name blank. */
    private static String[] names(String line) {
        String[] names = line.split("\t", -1);
        int count = names.length > 1 && names[names.length - 1].isBlank() ? names.length - 1 : names.length;
        String[] out = Arrays.copyOf(names, count);
        for (int c = 0; c < count; c++) {
            out[c] = out[c].isBlank() ? "column " + (c + 1) : out[c];
        }
        return out;
    }

    private static DatasetFormatException mismatch(String file, int line, int names, int columns) {
        return new DatasetFormatException(file, "line " + line, "names and columns do not match: the header names "
                + names + " columns, this row has " + columns + " numbers, so which belongs to which name "
                + "can't be told");
    }

    private static String technique(String[] lines, int header) {
        for (int i = 2; i < header - 1; i++) {
            if (!lines[i].isBlank()) {
                return lines[i].strip();
            }
        }
        return "";
    }

    private static Metadata metadata(String[] lines, int header, String technique) {
        Metadata m = Metadata.EMPTY.with("technique", technique);
        boolean settings = false;
        for (int i = 3; i < header - 1; i++) {
            String line = lines[i];
            int colon = line.indexOf(" : ");
            if (colon > 0 && !settings) {
                String key = line.substring(0, colon).strip();
                String value = line.substring(colon + 3).strip();
                if (KEYS.containsKey(key)) {
                    m = m.with(KEYS.get(key), value);
                } else if (key.equals("Electrode surface area") || key.equals("Characteristic mass")) {
                    m = quantity(m, key, value);
                }
                settings = key.equals("Cycle Definition");
            } else if (settings && line.length() > 20 && !line.startsWith("Loop ") && !line.startsWith("Number of")) {
                m = m.with(line.substring(0, 20).strip(), line.substring(20).strip().replaceAll("\\s{2,}", "; "));
            }
        }
        return m.text("Va (mV)").isPresent() ? amplitude(m) : m;
    }

    private static Metadata quantity(Metadata m, String key, String value) {
        Matcher area = AREA.matcher(value);
        if (key.equals("Electrode surface area") && area.matches()) {
            return m.with("electrode area", InstrumentText.numberOrNaN(area.group(1)), "cm2");
        }
        String[] parts = value.split("\\s+");
        return parts.length == 2 && Unit.isKnown(parts[1])
                ? m.with(key.toLowerCase(Locale.ROOT), InstrumentText.numberOrNaN(parts[0]), parts[1]) : m;
    }

    private static Metadata amplitude(Metadata m) {
        return m.with("amplitude", InstrumentText.numberOrNaN(m.text("Va (mV)").orElse("").split(";")[0]), "mV");
    }
}
