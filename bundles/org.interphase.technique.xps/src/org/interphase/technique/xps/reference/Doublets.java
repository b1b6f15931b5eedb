package org.interphase.technique.xps.reference;

import java.util.Map;
import java.util.Optional;

/**
 * Spin-orbit doublets. Ratios follow from the degeneracies 2j+1 (p 1:2, d 2:3, f 3:4); splittings as in J. F. Moulder
 * et al., Handbook of X-ray Photoelectron Spectroscopy, Perkin-Elmer 1992, S 2p 1.18 eV as usual in fits.
 */
public final class Doublets {

    /**
     * A doublet.
     *
     * @param splitting energy of the weaker line above the stronger one in eV
     * @param ratio area of the weaker over the stronger line
     */
    public record Doublet(double splitting, double ratio) {
    }

    private static final Map<String, Double> SPLITTINGS = Map.ofEntries(Map.entry("Si 2p", 0.63), Map.entry("P 2p",
            0.84),
            Map.entry("S 2p", 1.18), Map.entry("Cl 2p", 1.60), Map.entry("Ti 2p", 6.17), Map.entry("Mn 2p", 11.05),
            Map.entry("Fe 2p", 13.10), Map.entry("Co 2p", 14.97), Map.entry("Ni 2p", 17.27), Map.entry("Cu 2p", 19.80),
            Map.entry("Zr 3d", 2.43), Map.entry("Ag 3d", 6.00), Map.entry("La 3d", 16.78), Map.entry("Ta 4f", 1.91),
            Map.entry("Au 4f", 3.67));

    private Doublets() {
    }

    /** The doublet of a line such as "S 2p"; empty for s levels and lines not listed. */
    public static Optional<Doublet> of(String line) {
        Double splitting = SPLITTINGS.get(line);
        if (splitting == null) {
            return Optional.empty();
        }
        double ratio = switch (line.charAt(line.length() - 1)) {
            case 'p' -> 1.0 / 2;
            case 'd' -> 2.0 / 3;
            default -> 3.0 / 4;
        };
        return Optional.of(new Doublet(splitting, ratio));
    }
}
