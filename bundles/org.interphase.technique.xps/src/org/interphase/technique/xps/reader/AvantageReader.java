package org.interphase.technique.xps.reader;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.reader.Spreadsheet.Cell;
import org.interphase.technique.xps.reader.Spreadsheet.Sheet;
import org.interphase.technique.xps.storedfit.StoredFit;

/**
 * Workbooks as Thermo Avantage exports them: one sheet per region with a row of headings ("Binding Energy (E)"), a
 * row of units ("eV", "Counts / s") and the data below; acquisition parameters as label and value beside each other.
 * Sheets without such headings (peak tables, titles) are passed over; {@link AvantageFit columns of a fit} beside a
 * single signal are kept with it.
 */
public final class AvantageReader implements DatasetReader {

    private static final int HEAD_LIMIT = 1 << 18;

    @Override
    public String id() {
        return "xps.xlsx";
    }

    @Override
    public String title() {
        return "XPS workbook (Thermo Avantage .xlsx)";
    }

    @Override
    public List<String> extensions() {
        return List.of("xlsx");
    }

    @Override
    public List<String> kinds() {
        return List.of("xps.region", "xps.survey");
    }

    @Override
    public int confidence(SourceHead head) {
        if (!head.hasBytes(0, 'P', 'K', 3, 4) || !head.hasExtension("xlsx")) {
            return 0;
        }
        // the headings lie in a compressed part that may begin after the head; a workbook is then a mere chance
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(head.bytes()))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                String text = new String(zip.readNBytes(HEAD_LIMIT), StandardCharsets.UTF_8);
                if (text.contains("Binding Energy") || text.contains("Kinetic Energy")) {
                    return 85;
                }
                if (zip.available() > 0 && zip.read() >= 0) {
                    return 25;
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            return 25;
        }
        return 25;
    }

    @Override
    public List<Dataset> read(Source source, Progress progress) throws IOException {
        List<Dataset> out = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Sheet sheet : Spreadsheet.read(source, progress).sheets()) {
            progress.checkCancelled();
            for (int r = 0; r < sheet.height(); r++) {
                int energy = energyColumn(sheet.row(r));
                if (energy >= 0 && isData(sheet, r, energy)) {
                    regions(source, sheet, r, energy, names, out);
                    break;
                }
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(source.name(), "",
                    "no sheet has a heading 'Binding Energy' with numbers and counts below");
        }
        return out;
    }

    private static int energyColumn(Map<Integer, Cell> row) {
        for (Map.Entry<Integer, Cell> e : new TreeMap<>(row).entrySet()) {
            String t = e.getValue().text().toLowerCase(Locale.ROOT);
            if (t.startsWith("binding energy") || t.startsWith("kinetic energy")) {
                return e.getKey();
            }
        }
        return -1;
    }

    /** Whether a units row "eV" or a number follows; a peak table with such a heading has neither counts nor this. */
    private static boolean isData(Sheet s, int heading, int energy) {
        return !signals(s, heading, energy).isEmpty()
                && (s.text(heading + 1, energy).equalsIgnoreCase("eV") || !Double.isNaN(s.number(heading + 1, energy)));
    }

    private static List<Integer> signals(Sheet s, int heading, int energy) {
        List<Integer> out = new ArrayList<>();
        Set<Integer> columns = new HashSet<>(s.row(heading).keySet());
        columns.addAll(s.row(heading + 1).keySet());
        for (int c : columns.stream().filter(c -> c > energy).sorted().toList()) {
            String h = s.text(heading, c).toLowerCase(Locale.ROOT);
            String u = s.text(heading + 1, c).toLowerCase(Locale.ROOT);
            // Avantage leaves the heading above the measured counts empty or repeats the unit
            if (h.startsWith("counts") || h.isEmpty() && u.startsWith("counts")) {
                out.add(c);
            }
        }
        return out;
    }

    private static void regions(Source from, Sheet s, int heading, int energy, Set<String> names, List<Dataset> out)
            throws DatasetFormatException {
        String file = from.name();
        int first = heading + (Double.isNaN(s.number(heading + 1, energy)) ? 2 : 1);
        int end = first;
        while (end < s.height() && !s.text(end, energy).isEmpty()) {
            end++;
        }
        if (end - first < 3) {
            throw new DatasetFormatException(file, s.position(end, energy), "the region has fewer than three rows");
        }
        boolean kinetic = s.text(heading, energy).toLowerCase(Locale.ROOT).startsWith("kinetic");
        String source = parameter(s, heading, "source gun type", "source type", "x-ray source", "source");
        EnergyScale scale = EnergyScale.of(kinetic, Double.NaN, source, from.stated());
        Metadata m = Metadata.EMPTY.with("format", "Thermo Avantage workbook").with("source", source)
                .with("pass energy", quantity(parameter(s, heading, "pass energy"), "ev", 1), "eV")
                .with("dwell time", dwell(parameter(s, heading, "dwell time")), "s");
        double scans = quantity(parameter(s, heading, "number of scans"), "", 1);
        m = scans > 0 ? m.with("scans", scans) : m;
        double[] x = column(file, s, first, end, energy);
        for (int c : signals(s, heading, energy)) {
            double[] y = column(file, s, first, end, c);
            String label = (s.text(heading, c) + " " + s.text(heading + 1, c)).toLowerCase(Locale.ROOT);
            Unit unit = Unit.of(label.replace(" ", "").contains("counts/s") ? "counts/s" : "counts");
            String name = RegionCurves.unique(s.name(), names);
            Curve curve = RegionCurves.curve(file, s.position(first, energy), name, x, scale, y, unit, m);
            boolean reversed = RegionCurves.over(x, scale).isConverted();
            Optional<StoredFit> fit = signals(s, heading, energy).size() > 1 ? Optional.empty()
                    : AvantageFit.of(fitColumns(s, heading, first, end, energy, x, reversed));
            out.add(RegionCurves.asStated(fit.isPresent() ? curve.with(fit.get()) : curve, from.stated()));
        }
    }

    /** Columns with a heading of their own and counts as unit, in the order of the curve. */
    private static List<AvantageFit.Column> fitColumns(Sheet s, int heading, int first, int end, int energy,
            double[] x, boolean reversed) {
        List<AvantageFit.Column> out = new ArrayList<>();
        for (int c : new TreeMap<>(s.row(heading)).tailMap(energy, false).keySet()) {
            String h = s.text(heading, c).strip();
            if (h.isEmpty() || !s.text(heading + 1, c).toLowerCase(Locale.ROOT).startsWith("counts")) {
                continue;
            }
            double[] v = new double[end - first];
            for (int i = 0; i < v.length; i++) {
                v[i] = s.number(first + i, c);
            }
            out.add(new AvantageFit.Column(h, RegionCurves.inOrder(x, reversed, v)));
        }
        return out;
    }

    private static double[] column(String file, Sheet s, int first, int end, int column)
            throws DatasetFormatException {
        double[] v = new double[end - first];
        for (int i = 0; i < v.length; i++) {
            v[i] = s.number(first + i, column);
            if (!Double.isFinite(v[i])) {
                throw new DatasetFormatException(file, s.position(first + i, column), "there is no number");
            }
        }
        return v;
    }

    /** Value beside, or after the colon of, the first label above or beside the data that is one of these. */
    private static String parameter(Sheet s, int heading, String... labels) {
        for (String label : labels) {
            for (int r = 0; r < Math.min(s.height(), heading + 60); r++) {
                for (Map.Entry<Integer, Cell> e : new TreeMap<>(s.row(r)).entrySet()) {
                    String[] split = e.getValue().text().split(":", 2);
                    if (split[0].strip().equalsIgnoreCase(label)) {
                        return split.length > 1 && !split[1].isBlank() ? split[1].strip()
                                : s.text(r, e.getKey() + 1);
                    }
                }
            }
        }
        return "";
    }

    private static double dwell(String text) {
        double ms = quantity(text, "ms", 1e-3);
        return Double.isNaN(ms) ? quantity(text, "s", 1) : ms;
    }

    /** The number of "50.0 eV" where the unit is this one, times a factor; NaN otherwise. */
    private static double quantity(String text, String unit, double factor) {
        String[] words = text.strip().split("\\s+");
        boolean same = words.length == 2 ? Arrays.asList(unit, unit + "ecs", unit + "ec").contains(words[1]
                .toLowerCase(Locale.ROOT)) : words.length == 1 && unit.isEmpty();
        try {
            return same && !words[0].isEmpty() ? Double.parseDouble(words[0]) * factor : Double.NaN;
        } catch (NumberFormatException e) {
            // a parameter that is no number is not known
            return Double.NaN;
        }
    }
}
