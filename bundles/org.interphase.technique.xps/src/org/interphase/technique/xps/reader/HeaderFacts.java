package org.interphase.technique.xps.reader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.interphase.io.TextBlock;
import org.interphase.model.Metadata;
import org.interphase.model.unit.Unit;

/** What the lines above the columns of an XPS text export say, by the keys that exports use. */
final class HeaderFacts {

    private static final Pattern QUANTITY = Pattern.compile("([-+]?[0-9]+(?:\\.[0-9]*)?(?:[eE][-+]?[0-9]+)?)\\s*"
            + "[\\[(]?([A-Za-z\u00b5]*)[\\])]?.*");
    private static final Pattern KEY_UNIT = Pattern.compile("(.*?)\\s*[\\[(]\\s*([A-Za-z\u00b5]+)\\s*[\\])]");
    private static final Pattern LINE = Pattern.compile("(?:#\\s*([A-Za-z][^:=]{0,60}?)\\s*:|"
            + "([A-Za-z][^:=]{0,60}?)\\s*=)\\s*(\\S.*?)\\s*");
    /** Keys of which the headers of SPECS' programs have many, and other files hardly two. */
    private static final List<String> SPECS = List.of("Region", "Excitation Energy", "Pass Energy", "Analyzer",
            "Analyzer Lens", "Analysis Method", "Scan Mode", "Eff. Workfunction", "Spectrum ID", "ColumnLabels",
            "Energy Axis", "Kinetic Energy Axis", "Values/Curve", "Dwell Time");
    private static final List<String> SCIENTA = List.of("Dimension 1 name", "Dimension 1 size", "Region Name",
            "Energy Scale", "Lens Mode", "Number of Sweeps", "Acquisition Mode");
    private static final int ENOUGH = 3;

    private final Map<String, String> properties;

    HeaderFacts(Map<String, String> properties) {
        this.properties = properties;
    }

    /**
     * Keys and values of the lines above a block: those the text reader found, and lines of analysers' programs
     * ("# Key: value", "Key=value") that it may have taken for headings.
     */
    static Map<String, String> of(TextBlock block) {
        Map<String, String> out = new LinkedHashMap<>(block.properties());
        for (String line : block.preamble()) {
            Matcher m = LINE.matcher(line.strip());
            if (m.matches()) {
                out.put(m.group(1) == null ? m.group(2) : m.group(1), m.group(3));
            }
        }
        return out;
    }

    /** The value of the first of these keys that is there and not blank; a unit in brackets behind a key counts not. */
    String text(String... keys) {
        return entry(keys).map(Map.Entry::getValue).orElse("");
    }

    private Optional<Map.Entry<String, String>> entry(String... keys) {
        for (String key : keys) {
            for (Map.Entry<String, String> e : properties.entrySet()) {
                Matcher m = KEY_UNIT.matcher(e.getKey());
                String bare = m.matches() ? m.group(1) : e.getKey();
                if (bare.strip().equalsIgnoreCase(key) && !e.getValue().isBlank()) {
                    return Optional.of(e);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The first of these quantities.
     *
     * @param unit unit of the result, and of a value whose unit neither key nor value tells
     * @return NaN if it is not there, no number, or of another quantity
     */
    double quantity(String unit, String... keys) {
        Optional<Map.Entry<String, String>> found = entry(keys);
        Matcher m = QUANTITY.matcher(found.map(e -> e.getValue().strip()).orElse(""));
        if (!m.matches()) {
            return Double.NaN;
        }
        Matcher key = KEY_UNIT.matcher(found.get().getKey());
        String in = !m.group(2).isEmpty() ? m.group(2) : key.matches() ? key.group(2) : unit;
        Unit to = Unit.of(unit);
        Unit from = Unit.isKnown(in) ? Unit.of(in) : to;
        return from.isCompatible(to) ? from.convert(Double.parseDouble(m.group(1)), to) : Double.NaN;
    }

    private double number(String... keys) {
        Matcher m = QUANTITY.matcher(text(keys).strip());
        return m.matches() ? Double.parseDouble(m.group(1)) : Double.NaN;
    }

    /** Whether this is the header of a program of SPECS or Scienta, which writes nothing but electron spectra. */
    boolean isOfAnalyser() {
        return count(SPECS) >= ENOUGH || count(SCIENTA) >= ENOUGH;
    }

    private long count(List<String> keys) {
        return keys.stream().filter(k -> entry(k).isPresent()).count();
    }

    /** Whether the header says that the energies are kinetic; empty if it says nothing of it. */
    Optional<Boolean> kinetic() {
        String yes = text("Kinetic Energy Axis").strip().toLowerCase(Locale.ROOT);
        if (yes.equals("yes") || yes.equals("no")) {
            return Optional.of(yes.equals("yes"));
        }
        for (String key : List.of("Energy Axis", "Dimension 1 name", "Energy Scale", "Scan Variable")) {
            String t = text(key).toLowerCase(Locale.ROOT);
            if (t.contains("kinetic") != t.contains("binding")) {
                return Optional.of(t.contains("kinetic"));
            }
        }
        // SPECS names the energy a scan starts from by what the axis is
        boolean kinetic = entry("Kinetic Energy").isPresent();
        return kinetic != entry("Binding Energy").isPresent() ? Optional.of(kinetic) : Optional.empty();
    }

    /** Photon energy in eV; NaN if the header is silent, as written (perhaps 0) otherwise. */
    double photonEnergy() {
        return quantity("eV", "Characteristic Energy eV", "Excitation Energy", "Photon Energy", "Characteristic Energy",
                "Excitation");
    }

    /** The label of the source of X-rays; empty if there is none. */
    String source() {
        return text("Source", "X-Ray Source", "Anode", "Excitation Source");
    }

    /** The name of the region; empty if there is none. */
    String region() {
        return text("Region", "Region Name", "Spectrum");
    }

    /** What is known of the measurement. */
    Metadata metadata() {
        // Scienta counts the time of a step in milliseconds
        double dwell = quantity("s", "Dwell Time");
        Metadata m = Metadata.EMPTY.with("acquisition time", quantity("s", "Acquisition Time s", "Acquisition Time",
                "Time per Spectrum Channel"),
                "s").with("dwell time", Double.isNaN(dwell) ? quantity("ms", "Step Time") / 1000 : dwell, "s")
                .with("pass energy", quantity("eV", "Pass Energy"), "eV")
                .with("work function", quantity("eV", "Eff. Workfunction", "Work Function", "Workfunction"), "eV")
                .with("sample", text("Sample", "Sample ID")).with("source", source());
        double scans = number("Number of Scans", "Number of Sweeps", "Scans", "Sweeps");
        // with the scans apart, each block is one of them
        boolean apart = text("Separate Scan Data").strip().equalsIgnoreCase("yes");
        return scans > 0 ? m.with("scans", apart ? 1 : scans) : m;
    }
}
