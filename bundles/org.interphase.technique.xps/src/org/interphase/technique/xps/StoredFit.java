package org.interphase.technique.xps;

import java.util.List;
import org.interphase.model.Product;

/**
 * A fit that came with the file: as a definition (CasaXPS writes it into VAMAS comments) or as columns of numbers, or
 * both. Steps can start from it; nothing is computed from it when the file is read.
 *
 * @param components definitions of components; empty where the file only has columns
 * @param backgrounds definitions of backgrounds
 * @param columns columns of numbers, in the signal's unit on the curve's axis, background included; may be empty
 * @param background background column, NaN outside the fitted region; null where there is none
 * @param envelope envelope column; null where there is none
 */
public record StoredFit(List<StoredComponent> components, List<StoredBackground> backgrounds, List<double[]> columns,
        double[] background, double[] envelope) implements Product {

    /**
     * A component as stored.
     *
     * @param name name
     * @param shape line shape as written, for example "GL(30)"
     * @param position binding energy in eV
     * @param fwhm full width at half maximum in eV
     * @param area area in counts per second times eV
     */
    public record StoredComponent(String name, String shape, double position, double fwhm, double area) {
    }

    /**
     * A background as stored.
     *
     * @param name name of the region
     * @param kind kind as written, for example "U 3 Tougaard"
     * @param from lower end in eV of binding energy
     * @param to upper end
     * @param averaging points averaged at the ends, as written
     * @param crossSection B, C, D (eV^2) and gap (eV) of a Tougaard background; empty where not written
     */
    public record StoredBackground(String name, String kind, double from, double to, int averaging,
            List<Double> crossSection) {

        /** Copies the list. */
        public StoredBackground {
            crossSection = List.copyOf(crossSection);
        }
    }

    /** Copies lists. */
    public StoredFit {
        components = List.copyOf(components);
        backgrounds = List.copyOf(backgrounds);
        columns = List.copyOf(columns);
    }

    @Override
    public String title() {
        return "Fit stored in the file";
    }
}
