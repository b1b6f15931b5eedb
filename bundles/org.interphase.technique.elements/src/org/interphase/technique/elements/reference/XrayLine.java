package org.interphase.technique.elements.reference;

/**
 * An emission line.
 *
 * @param shell subshell that had the vacancy: K, L1 ... M5
 * @param transition IUPAC name such as {@code K-L3}
 * @param energy photon energy in eV
 * @param share share of the subshell's radiative transitions, 0 to 1
 */
public record XrayLine(String shell, String transition, double energy, double share) {
}
