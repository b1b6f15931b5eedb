package org.interphase.technique.elements.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.interphase.api.Citation;
import org.interphase.api.Publication;
import org.interphase.api.ReferenceTable;

/**
 * Lines and subshells of the elements, as compiled in xraylib 4.0.0 (BSD licence; copyright 2009 B. Golosio,
 * A. Brunetti, M. Sanchez del Rio, T. Schoonjans, T. Ikonen), which names the original sources of each quantity: T.
 * Schoonjans et al., "The xraylib library for X-ray-matter interactions. Recent developments", Spectrochim. Acta B 66
 * (2011) 776, doi:10.1016/j.sab.2011.09.011. Lines that lie within 1.5 eV of each other stand as one. Atomic weights:
 * IUPAC Commission on Isotopic Abundances and Atomic Weights, abridged table of 2021.
 */
public final class XrayTables {

    /** Where the numbers come from. */
    public static final Citation SOURCE =
            Publication.article("T. Schoonjans, A. Brunetti, B. Golosio, M. Sanchez del Rio, "
                    + "V. A. Sole, C. Ferrero, L. Vincze",
                    "The xraylib library for X-ray-matter interactions. Recent developments")
                    .in("Spectrochim. Acta B", 2011, "66", "776-784")
                    .doi("10.1016/j.sab.2011.09.011").seen().cited("Schoonjans 2011");

    /** Emission lines. */
    public static final ReferenceTable LINES = load("lines.csv", "elements.lines", "X-ray emission lines");
    /** Subshells. */
    public static final ReferenceTable SHELLS = load("shells.csv", "elements.shells", "Subshells of the elements");

    private static final Map<String, ElementFacts> ELEMENTS = elements();

    private XrayTables() {
    }

    private static ReferenceTable load(String file, String id, String title) {
        try (InputStream in = XrayTables.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> header = List.of(reader.readLine().split(","));
            List<List<String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(List.of(line.split(",")));
            }
            return new ReferenceTable(id, title, header, rows);
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + file + " cannot be read", e);
        }
    }

    private static Map<String, ElementFacts> elements() {
        Map<String, List<XrayLine>> lines = new LinkedHashMap<>();
        for (List<String> r : LINES.rows()) {
            lines.computeIfAbsent(r.get(0), k -> new ArrayList<>()).add(new XrayLine(r.get(1), r.get(2),
                    Double.parseDouble(r.get(3)), Double.parseDouble(r.get(4))));
        }
        Map<String, ElementFacts> out = new LinkedHashMap<>();
        for (List<String> r : SHELLS.rows()) {
            ElementFacts before = out.get(r.get(0));
            List<ShellFacts> shells = before == null ? new ArrayList<>() : new ArrayList<>(before.shells());
            shells.add(new ShellFacts(r.get(3), Double.parseDouble(r.get(4)), Double.parseDouble(r.get(5)),
                    Double.parseDouble(r.get(6)), Double.parseDouble(r.get(7)), Double.parseDouble(r.get(8))));
            out.put(r.get(0), new ElementFacts(r.get(0), Integer.parseInt(r.get(1)), Double.parseDouble(r.get(2)),
                    shells, lines.getOrDefault(r.get(0), List.of())));
        }
        return out;
    }

    /** All elements from hydrogen to uranium. */
    public static List<ElementFacts> all() {
        return List.copyOf(ELEMENTS.values());
    }

    /** The element of a symbol. */
    public static Optional<ElementFacts> element(String symbol) {
        return Optional.ofNullable(ELEMENTS.get(symbol));
    }

    /**
     * The element of a symbol that is known to be one.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static ElementFacts require(String symbol) {
        return element(symbol).orElseThrow(() -> new IllegalArgumentException("'" + symbol + "' is no element"));
    }
}
