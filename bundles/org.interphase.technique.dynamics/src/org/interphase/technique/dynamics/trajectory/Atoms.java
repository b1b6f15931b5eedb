package org.interphase.technique.dynamics.trajectory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The atoms of a trajectory, in the order of its coordinates.
 *
 * @param ids number of each atom: that of the file, or its place from 1
 * @param species different species, in the order in which they come: elements, types or names
 * @param speciesOf index of each atom's species
 * @param masses mass of each atom in u; NaN where it is not known
 */
public record Atoms(int[] ids, List<String> species, int[] speciesOf, double[] masses) {

    /** Copies the list of species; the arrays are handed over and not written to. */
    public Atoms {
        species = List.copyOf(species);
    }

    /** Atoms of these labels. */
    public static Atoms of(int[] ids, String[] labels, double[] masses) {
        Map<String, Integer> index = new LinkedHashMap<>();
        int[] of = new int[labels.length];
        for (int i = 0; i < of.length; i++) {
            of[i] = index.computeIfAbsent(labels[i], k -> index.size());
        }
        return new Atoms(ids, List.copyOf(index.keySet()), of, masses);
    }

    /** Number of atoms. */
    public int size() {
        return ids.length;
    }

    /** How many atoms each species has: {@code Li 24, S 48}. */
    public String counts() {
        int[] n = new int[species.size()];
        for (int s : speciesOf) {
            n[s]++;
        }
        StringBuilder out = new StringBuilder();
        for (int s = 0; s < n.length && s < 20; s++) {
            out.append(s == 0 ? "" : ", ").append(species.get(s)).append(' ').append(n[s]);
        }
        return out.append(n.length > 20 ? " ..." : "").toString();
    }
}
