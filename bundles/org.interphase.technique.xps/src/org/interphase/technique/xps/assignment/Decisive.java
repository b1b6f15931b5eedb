package org.interphase.technique.xps.assignment;

import java.util.Map;

/** What other data would decide between readings of a state that its position can't tell apart. */
final class Decisive {

    private static final Map<String, String> ASK = Map.of(
            "LiCN", "Position alone does not tell LiCN (no published energy; other cyanides 397.3 to 400.1 eV) from "
                    + "cyclised PAN (398.6 to 399.3 eV). What decides: the nitrile band near 2240 cm-1 in infrared or "
                    + "Raman spectra, the ratio of carbon to nitrogen, and the amount of lithium in Li 1s.",
            "LiF", "What decides: Li 1s near 56 eV in the same amount, and P 2p or S 2p for other fluorine.",
            "C-O", "What decides: O 1s near 533 eV for C-O, F 1s and CF2 near 291 eV for PVDF, N 1s for nitrile.",
            "CF2", "What decides: F 1s near 688 eV with two fluorine atoms per carbon atom, and CH2 near 286.4 eV.",
            "Li2CO3", "What decides: the other line of the carbonate (C 1s near 289.8 eV, O 1s near 531.5 eV, one "
                    + "carbon per three oxygen) and Li 1s.");

    private Decisive() {
    }

    /** A sentence; a general one where nothing special is known. */
    static String of(StateAssignment a) {
        return ASK.getOrDefault(a.state().name(), "Its other lines, and a charge reference, would decide.");
    }
}
