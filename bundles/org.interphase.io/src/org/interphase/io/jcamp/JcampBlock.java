package org.interphase.io.jcamp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A JCAMP-DX block, from its TITLE to its END record.
 *
 * @param line line of the TITLE record, from 1
 * @param labels records of the block in order: label as written to value; data tables are not among them
 * @param tables data tables
 * @param children blocks inside a LINK block
 */
public record JcampBlock(int line, Map<String, String> labels, List<JcampTable> tables, List<JcampBlock> children) {

    /** Copies the collections. */
    public JcampBlock {
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        tables = List.copyOf(tables);
        children = List.copyOf(children);
    }

    /**
     * A label as labels are compared: upper case without spaces, '-', '/' and '_' (JCAMP-DX 4.24, section 3.2).
     */
    public static String normalise(String label) {
        StringBuilder out = new StringBuilder(label.length());
        for (char c : label.toCharArray()) {
            if (c != ' ' && c != '-' && c != '/' && c != '_' && c != '\t') {
                out.append(c);
            }
        }
        return out.toString().toUpperCase(Locale.ROOT);
    }

    /** The value of a record, without comments and surrounding space; empty if missing or blank. */
    public Optional<String> text(String label) {
        String wanted = normalise(label);
        return labels.entrySet().stream().filter(e -> normalise(e.getKey()).equals(wanted)).map(Map.Entry::getValue)
                .map(String::strip).filter(s -> !s.isEmpty()).findFirst();
    }

    /**
     * Whether numbers are written with decimal commas, which the standard does not know but programs set to a language
     * that has them write: told by records that hold a single number.
     */
    public boolean hasDecimalCommas() {
        return Stream.of("FIRSTX", "LASTX", "DELTAX", "XFACTOR", "YFACTOR", "FIRSTY", "MAXX", "MINX", "MAXY", "MINY")
                .map(this::text).flatMap(Optional::stream).anyMatch(t -> t.matches("[-+]?\\d+,\\d+([eE][-+]?\\d+)?"));
    }

    /** The value of a record as a number; empty if missing or no number. */
    public OptionalDouble number(String label) {
        try {
            return text(label).map(t -> t.matches("[-+]?\\d+,\\d+([eE][-+]?\\d+)?") && hasDecimalCommas()
                    ? t.replace(',', '.') : t).map(t -> OptionalDouble.of(Double.parseDouble(
                            t.split("[\\s,;]+", 2)[0]))).orElse(OptionalDouble.empty());
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /** The unit of a variable: XUNITS or YUNITS, or the entry of an NTUPLES block's UNITS for the symbol. */
    public String unit(String symbol) {
        Optional<String> plain = text(symbol + "UNITS");
        if (plain.isPresent()) {
            return plain.get();
        }
        List<String> symbols = list("SYMBOL");
        List<String> units = list("UNITS");
        int i = symbols.indexOf(symbol);
        return i >= 0 && i < units.size() ? units.get(i) : "";
    }

    /** The entries of a record that is a list separated by commas. */
    public List<String> list(String label) {
        List<String> out = new ArrayList<>();
        for (String part : text(label).orElse("").split(",")) {
            out.add(part.strip());
        }
        return out.size() == 1 && out.get(0).isEmpty() ? List.of() : out;
    }

    /** This block and all blocks inside it that have tables, in the file's order. */
    public List<JcampBlock> withTables() {
        List<JcampBlock> out = new ArrayList<>();
        if (!tables.isEmpty()) {
            out.add(this);
        }
        children.forEach(c -> out.addAll(c.withTables()));
        return out;
    }
}
