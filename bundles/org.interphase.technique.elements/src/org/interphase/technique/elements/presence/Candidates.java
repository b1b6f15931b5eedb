package org.interphase.technique.elements.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.interphase.technique.elements.reference.ElementFacts;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.XrayFamily;

/** Which families of which elements a spectrum can show. */
final class Candidates {

    /** Nobody looks for these in a solid unless by name: noble gases, and what decays too fast to be there. */
    private static final Set<String> RARE = Set.of("H", "He", "Li", "Be", "Ne", "Ar", "Kr", "Xe", "Tc", "Pm", "Po",
            "At", "Rn", "Fr", "Ra", "Ac", "Pa");
    /** What most specimens are made of; other elements need better evidence. The choice is the founders'. */
    private static final Set<String> COMMON = Set.of("C", "N", "O", "F", "Na", "Mg", "Al", "Si", "P", "S", "Cl", "K",
            "Ca", "Ti", "V", "Cr", "Mn", "Fe", "Co", "Ni", "Cu", "Zn", "Zr", "Nb", "Mo", "Ag", "Sn", "Ba", "La", "Ce",
            "W", "Pt", "Au", "Pb");
    private static final double UNCOMMON = 10;
    /** Least overvoltage that gives a line worth looking for. */
    private static final double OVERVOLTAGE = 1.1;
    private static final int FIRST_L = 19;
    private static final int FIRST_M = 57;

    private Candidates() {
    }

    /**
     * Families of an element in a range.
     *
     * @param from lowest energy in eV
     * @param to highest energy in eV
     * @param beam energy of the electrons in eV
     */
    static List<XrayFamily> families(ElementFacts element, double from, double to, double beam) {
        List<XrayFamily> out = new ArrayList<>();
        for (char shell : new char[] {'K', 'L', 'M'}) {
            if (shell == 'L' && element.z() < FIRST_L || shell == 'M' && element.z() < FIRST_M) {
                continue;
            }
            XrayFamily.of(element, shell, beam).filter(f -> f.edge() * OVERVOLTAGE < beam && f.mainEnergy() > from
                    && f.mainEnergy() < to).ifPresent(out::add);
        }
        return out;
    }

    /** By how much chi-square must fall more for an element that is not common. */
    static double penalty(String symbol) {
        return COMMON.contains(symbol) ? 0 : UNCOMMON;
    }

    /** Elements worth looking for, and those asked for by name. */
    static List<ElementFacts> elements(Collection<String> named, Collection<String> excluded) {
        return XrayTables.all().stream().filter(e -> named.contains(e.symbol())
                || !RARE.contains(e.symbol()) && !excluded.contains(e.symbol())).toList();
    }
}
