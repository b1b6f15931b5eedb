package org.interphase.technique.elements.matrix;

import java.util.HashMap;
import java.util.Map;
import org.interphase.technique.elements.reference.XrayTables;

/**
 * Oxygen that goes with the other elements by their valence. Usual valences in oxides and silicates are general
 * chemistry; where an element has two common ones the other counts in the uncertainty.
 */
public final class Oxides {

    private static final Map<String, double[]> VALENCES = new HashMap<>();

    static {
        String[] usual = {"Li 1", "Be 2", "B 3", "C 4", "Na 1", "Mg 2", "Al 3", "Si 4", "P 5", "S 6", "K 1", "Ca "
                + "2", "Sc 3",
            "Ti 4", "V 5 3", "Cr 3 6", "Mn 2 4", "Fe 2 3", "Co 2 3", "Ni 2 3", "Cu 2 1", "Zn 2", "Ga 3", "Ge 4",
                    "As 5 3",
            "Rb 1", "Sr 2", "Y 3", "Zr 4", "Nb 5", "Mo 6 4", "Cd 2", "In 3", "Sn 4 2", "Sb 3 5", "Te 4", "Cs 1", "Ba 2",
            "La 3", "Ce 4 3", "Pr 3", "Nd 3", "Sm 3", "Eu 3 2", "Gd 3", "Tb 3", "Dy 3", "Ho 3", "Er 3", "Tm 3", "Yb 3",
            "Lu 3", "Hf 4", "Ta 5", "W 6", "Pb 2 4", "Bi 3", "Th 4", "U 4 6"};
        for (String u : usual) {
            String[] p = u.split(" ");
            VALENCES.put(p[0], new double[] {Double.parseDouble(p[1]), Double.parseDouble(p[p.length - 1])});
        }
    }

    private final Map<String, Double> stated;

    /** @param stated valences that are known, by element */
    public Oxides(Map<String, Double> stated) {
        this.stated = Map.copyOf(stated);
    }

    private static double perMass(String symbol, double valence) {
        return valence / 2 * XrayTables.require("O").weight() / XrayTables.require(symbol).weight();
    }

    /** Mass of oxygen per mass of an element; 0 for one that forms no oxide. */
    public double ratio(String symbol) {
        double[] v = VALENCES.get(symbol);
        Double known = stated.get(symbol);
        return known != null ? perMass(symbol, known) : v == null ? 0 : perMass(symbol, v[0]);
    }

    /**
     * Standard uncertainty of that ratio: with another common valence anything between both may be true, uniformly
     * distributed.
     */
    public double uncertainty(String symbol) {
        double[] v = VALENCES.get(symbol);
        return v == null || stated.containsKey(symbol) ? 0 : Math.abs(perMass(symbol, v[1]) - perMass(symbol, v[0]))
                / Math.sqrt(3);
    }

    /** Mass fraction of oxygen that goes with all others. */
    public double oxygen(Map<String, Double> fractions) {
        double o = 0;
        for (Map.Entry<String, Double> e : fractions.entrySet()) {
            o += e.getKey().equals("O") ? 0 : e.getValue() * ratio(e.getKey());
        }
        return o;
    }
}
