package org.interphase.technique.xps.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.interphase.api.ReferenceTable;
import org.interphase.io.TextLayout;
import org.interphase.model.Dataset;
import org.interphase.model.Species;

/** The reference tables of the bundle, with the rows a project adds. */
public final class XpsReferences {

    /** Identifier of the table of binding energies. */
    public static final String ENERGIES = "xps.binding-energies";
    /** Identifier of the table of sensitivity factors. */
    public static final String SENSITIVITY = "xps.sensitivity-factors";
    /** Identifier of the table of lines for surveys. */
    public static final String LINES = "xps.lines";

    /** Identifier of the table of spin-orbit doublets. */
    public static final String DOUBLETS = "xps.doublets";

    private static final ReferenceTable ENERGY_TABLE =
            load(ENERGIES, "XPS binding energies", "binding-energies.csv");

    private static final ReferenceTable SENSITIVITY_TABLE =
            load(SENSITIVITY, "XPS sensitivity factors", "sensitivity-factors.csv");

    private static final ReferenceTable LINE_TABLE =
            load(LINES, "XPS lines of the elements", "lines.csv");

    private static final ReferenceTable DOUBLET_TABLE =
            load(DOUBLETS, "XPS spin-orbit doublets", "doublets.csv");

    private XpsReferences() {
    }

    /** Binding energies of chemical states. */
    public static ReferenceTable energies() {
        return ENERGY_TABLE;
    }

    /** Relative sensitivity factors. */
    public static ReferenceTable sensitivity() {
        return SENSITIVITY_TABLE;
    }

    /** Photoelectron and Auger lines of the elements for surveys. */
    public static ReferenceTable lines() {
        return LINE_TABLE;
    }

    /** Spin-orbit doublets. */
    public static ReferenceTable doublets() {
        return DOUBLET_TABLE;
    }

    private static ReferenceTable load(String id, String title, String resource) {
        try (InputStream in = XpsReferences.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks " + resource);
            }
            TextLayout csv = new TextLayout(',', false);
            List<List<String>> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(csv.split(line));
                }
            }
            return new ReferenceTable(id, title, rows.get(0), rows.subList(1, rows.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A state of the binding energy table.
     *
     * @param line such as "F 1s"
     * @param state such as "LiF"
     * @param low lowest reported energy in eV
     * @param high highest reported energy in eV
     * @param components what fits call it
     * @param species what it is, whatever line shows it; empty where a table does not say
     * @param partner state of the same line that must be there in the same amount; empty for none
     * @param source where from; starts with "unverified" where no source was found
     */
    public record State(String line, String state, double low, double high, List<String> components,
            Optional<Species> species, String partner, String source) {

        /** Copies the list. */
        public State {
            components = List.copyOf(components);
        }

        /** Whether a component of this name is meant to be this state. */
        public boolean isCalled(String component) {
            return state.equalsIgnoreCase(component) || components.stream().anyMatch(component::equalsIgnoreCase);
        }

        /** Whether a source says so; a component is not named by a state without one. */
        public boolean isVerified() {
            return !source.isBlank() && !source.startsWith("unverified");
        }

        /** Middle of the range. */
        public double middle() {
            return 0.5 * (low + high);
        }
    }

    /** The states of a line: the project's rows first, then the bundle's. */
    public static List<State> states(Dataset dataset, String line) {
        return states(dataset).stream().filter(s -> s.line().equalsIgnoreCase(line)).toList();
    }

    /** The states of all lines: the project's rows first, then the bundle's. */
    public static List<State> states(Dataset dataset) {
        List<State> out = new ArrayList<>();
        for (ReferenceTable t : tables(dataset, energies())) {
            int cLine = t.columns().indexOf("line");
            int cState = t.columns().indexOf("state");
            int cLow = t.columns().indexOf("low_eV");
            int cHigh = t.columns().indexOf("high_eV");
            int cSource = t.columns().indexOf("source");
            int cPartner = t.columns().indexOf("partner");
            int cComponents = t.columns().indexOf("components");
            int cSpecies = t.columns().indexOf("species");
            if (Math.min(Math.min(cLine, cState), Math.min(cLow, cHigh)) < 0) {
                continue;
            }
            for (List<String> row : t.rows()) {
                Optional<Double> low = number(row.get(cLow));
                Optional<Double> high = number(row.get(cHigh));
                if (low.isPresent() && high.isPresent()) {
                    out.add(new State(row.get(cLine), row.get(cState), low.get(), high.get(),
                            cComponents < 0 ? List.of() : List.of(row.get(cComponents).split("\\s*;\\s*")),
                            cSpecies < 0 || row.get(cSpecies).isBlank() ? Optional.empty()
                                    : Optional.of(Species.of(row.get(cSpecies))),
                            cPartner < 0 ? "" : row.get(cPartner), cSource < 0 ? "" : row.get(cSource)));
                }
            }
        }
        return out;
    }

    /** Sensitivity factor of a line for a source of X-rays ("Al" or "Mg"); the project's row wins. */
    public static Optional<Double> sensitivity(Dataset dataset, String line, String anode) {
        for (ReferenceTable t : tables(dataset, sensitivity())) {
            int cLine = t.columns().indexOf("line");
            int cAnode = t.columns().indexOf("anode");
            int cFactor = t.columns().indexOf("factor");
            if (Math.min(cLine, Math.min(cAnode, cFactor)) < 0) {
                continue;
            }
            for (List<String> row : t.rows()) {
                if (row.get(cLine).equalsIgnoreCase(line) && row.get(cAnode).equalsIgnoreCase(anode)) {
                    Optional<Double> factor = number(row.get(cFactor));
                    if (factor.isPresent()) {
                        return factor;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<ReferenceTable> tables(Dataset dataset, ReferenceTable own) {
        List<ReferenceTable> out = new ArrayList<>();
        dataset.header().products().stream().filter(p -> p instanceof ReferenceTable t && t.id().equals(own.id()))
                .forEach(p -> out.add((ReferenceTable) p));
        out.add(own);
        return out;
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
