package org.interphase.technique.xps.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.Fact;
import org.interphase.api.Source;
import org.interphase.io.TextBlock;
import org.interphase.io.TextColumn;
import org.interphase.model.Curve;
import org.interphase.model.Dataset;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.unit.Numbers;
import org.interphase.technique.xps.quantification.Transmission;
import org.interphase.technique.xps.reference.CoreLevel;
import org.interphase.technique.xps.storedfit.StoredFit;

/** Finds energy, signal, and a fit's columns among the columns of a block, and makes regions of them. */
final class ColumnsToRegions {

    /** A heading that gives the pass energy, as LG4X writes it: "PE: 20.0 eV". */
    private static final Pattern PASS_ENERGY = Pattern.compile("PE: *([0-9]+(?:\\.[0-9]+)?) *eV");

    /** The head of a channel recorded beside the electrons; the settings of the export name such channels too. */
    private static final Pattern EXTERNAL = Pattern.compile("(?i)external channel(?!( data)?:\\s*(yes|no)\\s*$)");
    /** Headings that say what is counted, not where. */
    private static final Pattern PLAIN = Pattern.compile("(k?cps|k?counts?|intensity|intensitat|intensite|signal|"
            + "z(a|ae)hlimpulse|impulse|ereignisse|coups|impulsions|column|y)\\b");

    private final Source source;
    private final String file;
    private final TextBlock block;
    private final HeaderFacts facts;
    private final Set<String> names;

    ColumnsToRegions(Source source, TextBlock block, HeaderFacts facts, Set<String> names) {
        this.source = source;
        this.file = source.name();
        this.block = block;
        this.facts = facts;
        this.names = names;
    }

    /** Why the block is no spectrum of electron energies by what SPECS says of it; empty if it may be one. */
    Optional<String> otherThanEnergies() {
        if (label(0).equalsIgnoreCase("index") || label(0).equalsIgnoreCase("time")) {
            return Optional.of("values over an index, as of an alignment at fixed energy");
        }
        if (block.preamble().stream().anyMatch(l -> EXTERNAL.matcher(l).find())) {
            return Optional.of("an external channel");
        }
        return facts.text("Scan Mode").startsWith("ConstantFinalState") ? Optional.of("a scan of the excitation energy")
                : Optional.empty();
    }

    /** Whether neither a heading nor the header tells which energies these are. */
    boolean isUnclear() {
        return find(EnergyHeading.BINDING) < 0 && find(EnergyHeading.KINETIC) < 0 && facts.kinetic().isEmpty()
                && !facts.isOfAnalyser();
    }

    List<Dataset> regions() throws DatasetFormatException {
        List<Dataset> out = new ArrayList<>();
        int energy = find(EnergyHeading.BINDING);
        energy = energy >= 0 ? energy : find(EnergyHeading.KINETIC);
        EnergyScale scale;
        if (energy >= 0) {
            scale = scale(EnergyHeading.of(block.columns().get(energy)).orElseThrow() == EnergyHeading.KINETIC);
        } else {
            energy = 0;
            scale = unheaded();
        }
        int fitted = columnStarting("background", energy + 1);
        if (fitted > energy + 1) {
            out.add(withFit(energy, scale, fitted));
            return out;
        }
        for (int c = energy + 1; c < block.columns().size(); c++) {
            TextColumn column = block.columns().get(c);
            Optional<EnergyHeading> next = EnergyHeading.of(column);
            if (next.isPresent()) {
                energy = c;
                scale = scale(next.get() == EnergyHeading.KINETIC);
                continue;
            }
            if (column.isNumeric() && !isByproduct(label(c))) {
                out.add(region(RegionRows.of(file, block, energy, c, scale), scale, c));
            }
        }
        if (out.isEmpty()) {
            throw new DatasetFormatException(file, block.place(0), "there is no signal beside the energy");
        }
        return out;
    }

    private EnergyScale scale(boolean kinetic) {
        EnergyScale scale = EnergyScale.of(kinetic, facts.photonEnergy(), facts.source(), source.stated());
        double work = facts.metadata().number("work function", "eV").orElse(0);
        return !scale.isConverted() || !(work > 0) || scale.workFunction() > 0 ? scale : scale.remarking(Remark.info(
                "Binding energy is photon minus kinetic energy; the work function of " + Numbers.plain(work, 6)
                        + " eV in the header is part of the analyser's kinetic energies and not taken off again ("
                        + Fact.WORK_FUNCTION.option() + " takes it off)."));
    }

    /** The scale of a first column whose heading does not tell what it is. */
    private EnergyScale unheaded() {
        Optional<Boolean> kinetic = facts.kinetic();
        EnergyScale scale = scale(kinetic.orElse(false));
        return kinetic.isPresent() ? scale : scale.remarking(Remark.warning("The header does not say whether the "
                + "energies are binding or kinetic; they are taken as binding energies (" + Fact.AXIS.option()
                + " \"kinetic energy\" says otherwise)."));
    }

    private int find(EnergyHeading wanted) {
        for (int i = 0; i < block.columns().size(); i++) {
            if (EnergyHeading.of(block.columns().get(i)).filter(wanted::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    /** What a column is called: its heading, or its place in the line of labels that SPECS writes. */
    private String label(int column) {
        String[] labels = facts.text("ColumnLabels").strip().split("\\s+");
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

    private Curve region(RegionRows rows, EnergyScale scale, int signal) throws DatasetFormatException {
        double[] y = rows.signal();
        TextColumn column = block.columns().get(signal);
        Metadata m = facts.metadata();
        String label = label(signal);
        Matcher pass = PASS_ENERGY.matcher(label);
        if (pass.matches()) {
            m = m.with("pass energy", Double.parseDouble(pass.group(1)), "eV");
        }
        SignalUnit unit = SignalUnit.of(column, label, y);
        Curve c = rows.remarkOn(RegionCurves.curve(file, block.place(0), name(column), rows.energies(), scale,
                unit.of(y), unit.unit(), m));
        for (int t = signal + 1; t < block.columns().size(); t++) {
            if (label(t).toLowerCase(Locale.ROOT).startsWith("transmission")) {
                double[] transmission = rows.inOrder(t);
                return RegionRows.isWhole(transmission) ? c.with(new Transmission(transmission))
                        : c.withHeader(c.header().remarking(Remark.warning("The transmission column lacks numbers and "
                                + "was left out.")));
            }
        }
        return c;
    }

    private String name(TextColumn column) {
        String region = facts.region();
        String inColumn = CoreLevel.in(column.heading().replace("CPS_", " ").replace("Counts_", " "));
        String inSheet = CoreLevel.in(block.sheet());
        String inFile = CoreLevel.in(file);
        String base = !region.isEmpty() ? region : !casaTitle().isEmpty() ? casaTitle() : !inColumn.isEmpty()
                ? inColumn : !inSheet.isEmpty() ? inSheet : !inFile.isEmpty() ? inFile
                : !isPlain(column.heading()) ? column.heading() : block.sheet().isEmpty() ? stem(file) : block.sheet();
        return RegionCurves.unique(base, names);
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
                || PLAIN.matcher(EnergyHeading.plain(heading)).lookingAt();
    }

    private static String stem(String file) {
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }

    /** A region with background, components and envelope as CasaXPS writes them: between signal and background. */
    private Curve withFit(int energy, EnergyScale scale, int background) throws DatasetFormatException {
        int signal = energy + 1;
        RegionRows rows = RegionRows.of(file, block, energy, signal, scale);
        Curve c = region(rows, scale, signal);
        SignalUnit unit = SignalUnit.of(block.columns().get(signal), label(signal), rows.signal());
        List<double[]> columns = new ArrayList<>();
        for (int k = signal + 1; k < background; k++) {
            columns.add(unit.of(rows.inOrder(k)));
        }
        int last = columnStarting("envelope", background);
        double[] envelope = last < 0 ? null : unit.of(rows.inOrder(last));
        double[] bg = unit.of(rows.inOrder(background));
        if (!RegionRows.isWhole(bg) || envelope != null && !RegionRows.isWhole(envelope)
                || !columns.stream().allMatch(RegionRows::isWhole)) {
            return c.withHeader(c.header().remarking(Remark.warning("The columns of the fit lack numbers; the fit "
                    + "stored in the file was left out.")));
        }
        double[] y = c.signal().values();
        int n = y.length;
        // outside the fitted region CasaXPS writes the data themselves
        for (int i = 0; i < n && bg[i] == y[i]; i++) {
            bg[i] = Double.NaN;
        }
        for (int i = n - 1; i >= 0 && bg[i] == y[i]; i--) {
            bg[i] = Double.NaN;
        }
        return c.with(new StoredFit(List.of(), List.of(), columns, bg, envelope));
    }
}
