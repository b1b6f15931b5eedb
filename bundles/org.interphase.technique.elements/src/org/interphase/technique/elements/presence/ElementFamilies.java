package org.interphase.technique.elements.presence;

import java.util.Comparator;
import java.util.List;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.technique.elements.spectrum.XrayFamily;

/** The families of an element that a spectrum can show, the one to be quantified by first. */
public final class ElementFamilies {

    /** Least overvoltage at which a line is strong enough to be quantified by. */
    private static final double OVERVOLTAGE = 1.6;

    private ElementFamilies() {
    }

    /**
     * The families.
     *
     * @param from lowest energy in eV
     * @param to highest energy in eV
     * @param beam energy of the electrons in eV
     */
    public static List<XrayFamily> of(String symbol, double from, double to, double beam) {
        // the hardest line that is well excited is absorbed least
        return Candidates.families(XrayTables.require(symbol), from, to, beam).stream().sorted(Comparator.comparing(
                (XrayFamily f) -> f.edge() * OVERVOLTAGE > beam).thenComparing(f -> -f.edge())).toList();
    }
}
