package org.interphase.technique.elements.reference;

/**
 * A subshell of an atom.
 *
 * @param name K, L1 to L3, M1 to M5
 * @param edge ionisation energy in eV
 * @param fluorescence fluorescence yield, 0 to 1
 * @param jump ratio of the photoelectric absorption above and below the edge
 * @param toNext Coster-Kronig probability to the next subshell (L1 to L2, L2 to L3)
 * @param toSecond Coster-Kronig probability to the one after (L1 to L3)
 */
public record ShellFacts(String name, double edge, double fluorescence, double jump, double toNext, double toSecond) {
}
