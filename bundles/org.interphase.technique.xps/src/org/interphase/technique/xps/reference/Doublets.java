package org.interphase.technique.xps.reference;

import java.util.List;
import java.util.Optional;

/** Spin-orbit doublets, from the table of that name. */
public final class Doublets {

    /**
     * A doublet.
     *
     * @param low smallest known energy of the weaker line above the stronger one in eV; it depends on the compound
     * @param high largest known
     * @param ratio area of the weaker over the stronger line: of cross-sections, not of degeneracies
     */
    public record Doublet(double low, double high, double ratio) {

        /** Middle of what is known of the splitting in eV. */
        public double splitting() {
            return 0.5 * (low + high);
        }

        /** Distance of a splitting from what is known, in eV; 0 within. */
        public double off(double splitting) {
            return Math.max(0, Math.max(low - splitting, splitting - high));
        }
    }

    private Doublets() {
    }

    /** The doublet of a line such as "S 2p"; empty for s levels and lines not listed. */
    public static Optional<Doublet> of(String line) {
        for (List<String> row : XpsReferences.doublets().rows()) {
            if (row.get(0).equals(line)) {
                return Optional.of(new Doublet(Double.parseDouble(row.get(1)), Double.parseDouble(row.get(2)),
                        Double.parseDouble(row.get(3))));
            }
        }
        return Optional.empty();
    }
}
