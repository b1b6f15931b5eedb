package org.interphase.technique.elements.reference;

import java.util.List;
import java.util.Optional;

/**
 * An element as X-ray spectrometry sees it.
 *
 * @param symbol chemical symbol
 * @param z atomic number
 * @param weight standard atomic weight in g/mol
 * @param shells its subshells, innermost first
 * @param lines its emission lines
 */
public record ElementFacts(String symbol, int z, double weight, List<ShellFacts> shells, List<XrayLine> lines) {

    /** Copies the lists. */
    public ElementFacts {
        shells = List.copyOf(shells);
        lines = List.copyOf(lines);
    }

    /** The subshell of a name. */
    public Optional<ShellFacts> shell(String name) {
        return shells.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
