package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;
import org.interphase.technique.xps.quantification.Transmission;
import org.interphase.technique.xps.reference.CoreLevel;
import org.interphase.technique.xps.storedfit.StoredFit;

/** Finds energy, signal, and a fit's columns among the columns of a block, and makes regions of them. */
final class ColumnsToRegions {

    /** A heading that gives the pass energy, as LG4X writes it: "PE: 20.0 eV". */
    private static final Pattern PASS_ENERGY = Pattern.compile("PE: *([0-9]+(?:\\.[0-9]+)?) *eV");

    private final String file;
    private final TextBlock block;
    private final Map<String, String> properties;
    private final Set<String> names;

    ColumnsToRegions(String file, TextBlock block, Map<String, String> properties, Set<String> names) {
        this.file = file;
        this.block = block;
        this.properties = properties;
        this.names = names;
    }

    /** Whether the file says that the first column counts points and is no energy (SPECS: fixed energies). */
    boolean isWithoutEnergy() {
        return label(0).equalsIgnoreCase("index") || label(0).equalsIgnoreCase("time");
    }

    List<Dataset> regions() throws DatasetFormatException {
        List<Dataset> out = new ArrayList<>();
        int binding = find(0, true);
        int kinetic = find(0, false);
        int energy = binding >= 0 ? binding : kinetic;
        boolean isKinetic = binding < 0 && kinetic >= 0;
        if (energy < 0) {
            energy = 0;
            isKinetic = property("Dimension 1 name", "Energy Axis").toLowerCase(Locale.ROOT).contains("kinetic");
        }
        int fitted = columnStarting("background", energy + 1);
        if (fitted > energy + 1) {
            out.add(withFit(energy, isKinetic, fitted));
            return out;
        }
        for (int c = energy + 1; c < block.columns().size(); c++) {
            TextColumn column = block.columns().get(c);
            if (isEnergy(column, true) || isEnergy(column, false)) {
                energy = c;
                isKinetic = isEnergy(column, false);
                continue;
            }
            if (column.isNumeric() && !isByproduct(label(c))) {
                out.add(region(energy, isKinetic, c));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, "line " + block.line(0), "there is no signal beside the energy");
        }
        return out;
    }

    private int find(int from, boolean binding) {
        for (int i = from; i < block.columns().size(); i++) {
            if (isEnergy(block.columns().get(i), binding)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isEnergy(TextColumn c, boolean binding) {
        String n = c.heading().toLowerCase(Locale.ROOT).replace('_', ' ').replace(".", "").strip();
        return binding ? n.contains("binding energy") || n.equals("be") || n.startsWith("be ") || n.startsWith("be/")
                || n.startsWith("be(")
                : n.contains("kinetic energy") || n.equals("ke") || n.startsWith("ke ") || n.startsWith("ke/");
    }

    /** What a column is called: its heading, or its place in the line of labels that SPECS writes. */
    private String label(int column) {
        String[] labels = property("ColumnLabels").strip().split("\\s+");
        return labels.length == block.columns().size() ? labels[column] : block.columns().get(column).heading();
    }

    private static boolean isByproduct(String label) {
        String n = label.toLowerCase(Locale.ROOT);
        return n.startsWith("background") || n.startsWith("envelope") || n.startsWith("residual")
                || n.contains("transmission");
    }

    private int columnStarting(String word, int from) {
        for (int i = from; i < block.columns().size(); i++) {
            if (block.columns().get(i).heading().toLowerCase(Locale.ROOT).startsWith(word)) {
                return i;
            }
        }
        return -1;
    }

    private String property(String... keys) {
        for (String key : keys) {
            for (Map.Entry<String, String> e : properties.entrySet()) {
                if (e.getKey().equalsIgnoreCase(key)) {
                    return e.getValue();
                }
            }
        }
        return "";
    }

    private double number(String... keys) {
        String t = property(keys).replaceFirst("[^0-9.eE+-].*$", "");
        try {
            return t.isEmpty() ? Double.NaN : Double.parseDouble(t);
        } catch (NumberFormatException e) {
            // a property that is no number is not known
            return Double.NaN;
        }
    }

    /** Values of a column without empty cells at its end; an empty cell inside is an error. */
    private double[] values(int column, int length) throws DatasetFormatException {
        double[] v = Arrays.copyOf(block.columns().get(column).values(), length);
        for (int i = 0; i < length; i++) {
            if (Double.isNaN(v[i])) {
                throw new DatasetFormatException(file, block.position(i, column), "there is no number");
            }
        }
        return v;
    }

    private Curve region(int energy, boolean kinetic, int signal) throws DatasetFormatException {
        int length = Math.max(block.trimmed(energy).length, block.trimmed(signal).length);
        double[] x = values(energy, length);
        double[] y = values(signal, length);
        double photon = number("Characteristic Energy eV", "Excitation Energy", "Photon Energy", "photon energy");
        TextColumn column = block.columns().get(signal);
        Metadata m = Metadata.EMPTY.with("acquisition time", number("Acquisition Time s", "Acquisition Time"), "s")
                .with("dwell time", number("Dwell Time", "Step Time", "Dwell Time (s)"), "s")
                .with("pass energy", number("Pass Energy"), "eV").with("sample", property("Sample", "Sample ID"))
                .with("source", property("Source", "X-Ray Source"));
        double scans = number("Number of Scans", "Number of Sweeps", "Scans", "Sweeps");
        if (scans > 0) {
            m = m.with("scans", scans);
        }
        String label = label(signal);
        Matcher pass = PASS_ENERGY.matcher(label);
        if (pass.matches()) {
            m = m.with("pass energy", Double.parseDouble(pass.group(1)), "eV");
        }
        Curve c = RegionCurves.curve(file, "line " + block.line(0), name(column), x, kinetic, photon, y,
                unit(column, label, y), m);
        for (int t = signal + 1; t < block.columns().size(); t++) {
            if (label(t).toLowerCase(Locale.ROOT).startsWith("transmission")) {
                boolean reversed = kinetic && c.axis().quantity().startsWith("Binding");
                return c.with(new Transmission(RegionCurves.inOrder(x, reversed, values(t, length))));
            }
        }
        return c;
    }

    private String name(TextColumn column) {
        String region = property("Region", "Region Name", "Spectrum");
        String inColumn = CoreLevel.in(column.heading().replace("CPS_", " ").replace("Counts_", " "));
        String inFile = CoreLevel.in(file);
        String base = !region.isEmpty() ? region : !casaTitle().isEmpty() ? casaTitle() : !inColumn.isEmpty()
                ? inColumn : !inFile.isEmpty() ? inFile
                : isPlain(column.heading()) ? stem(file) : column.heading();
        String name = base;
        for (int k = 2; !names.add(name); k++) {
            name = base + " #" + k;
        }
        return name;
    }

    /** The region in the title line of a CasaXPS export ("Cycle 3:Ni:Survey"); empty if there is no such line. */
    private String casaTitle() {
        for (int i = 0; i + 1 < block.preamble().size(); i++) {
            if (block.preamble().get(i + 1).strip().startsWith("Characteristic Energy")) {
                String title = block.preamble().get(i).replaceAll("[,;\\t]+$", "").strip();
                return title.substring(title.lastIndexOf(':') + 1).strip();
            }
        }
        return "";
    }

    private static boolean isPlain(String heading) {
        return heading.isBlank() || PASS_ENERGY.matcher(heading).matches()
                || heading.toLowerCase(Locale.ROOT).matches("(cps|counts?|intensity|y)\\b.*");
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    private static Unit unit(TextColumn column, String label, double[] y) {
        if (column.unit().text().startsWith("counts")) {
            return column.unit();
        }
        String n = label.toLowerCase(Locale.ROOT);
        if (n.startsWith("cps") || n.contains("counts/s") || n.contains("counts / s") || n.contains("counts per "
                + "second")) {
            return Unit.of("counts/s");
        }
        boolean counting = Arrays.stream(y).allMatch(v -> v >= 0) && Arrays.stream(y).max().orElse(0) > 20;
        boolean whole = Arrays.stream(y).allMatch(v -> v == Math.rint(v));
        if (counting && whole) {
            return Unit.of("counts");
        }
        // a rate whose counts are not known; the fit estimates them from the scatter and says so
        return counting ? Unit.of("counts/s") : Unit.of("a.u.");
    }

    /** A region with background, components and envelope as CasaXPS writes them: between signal and background. */
    private Curve withFit(int energy, boolean kinetic, int background) throws DatasetFormatException {
        int signal = energy + 1;
        Curve c = region(energy, kinetic, signal);
        int n = c.axis().size();
        double[] x = values(energy, n);
        boolean reversed = kinetic && c.axis().quantity().startsWith("Binding");
        List<double[]> columns = new ArrayList<>();
        for (int k = signal + 1; k < background; k++) {
            columns.add(RegionCurves.inOrder(x, reversed, values(k, n)));
        }
        int envelope = columnStarting("envelope", background);
        double[] bg = RegionCurves.inOrder(x, reversed, values(background, n));
        double[] y = c.signal().values();
        // outside the fitted region CasaXPS writes the data themselves
        for (int i = 0; i < n && bg[i] == y[i]; i++) {
            bg[i] = Double.NaN;
        }
        for (int i = n - 1; i >= 0 && bg[i] == y[i]; i--) {
            bg[i] = Double.NaN;
        }
        return c.with(new StoredFit(List.of(), List.of(), columns, bg,
                envelope < 0 ? null : RegionCurves.inOrder(x, reversed, values(envelope, n))));
    }
}
