package org.interphase.technique.xps.storedfit;

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
     * How a stored parameter was constrained.
     *
     * @param lower lower bound in the parameter's unit; equal to the upper one for a held parameter, above it for none
     * @param upper upper bound
     * @param reference index of the component it follows; -1 for none
     * @param factor factor on the followed width or area, or eV added to the followed position
     */
    public record Limits(double lower, double upper, int reference, double factor) {

        /** No constraint. */
        public static final Limits NONE = new Limits(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1, 1);

        /** Whether it follows another of so many components. */
        public boolean isTied(int components, int own) {
            return reference >= 0 && reference < components && reference != own;
        }
    }

    /**
     * A component as stored.
     *
     * @param name name
     * @param shape line shape as written, for example "GL(30)"
     * @param position binding energy in eV
     * @param fwhm full width at half maximum in eV
     * @param area area in counts per second times eV
     * @param positionLimits constraint of the position in eV of binding energy
     * @param fwhmLimits constraint of the width
     * @param areaLimits constraint of the area
     */
    public record StoredComponent(String name, String shape, double position, double fwhm, double area,
            Limits positionLimits, Limits fwhmLimits, Limits areaLimits) {

        /** A component without constraints. */
        public StoredComponent(String name, String shape, double position, double fwhm, double area) {
            this(name, shape, position, fwhm, area, Limits.NONE, Limits.NONE, Limits.NONE);
        }
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

    /** Copies lists and arrays. */
    public StoredFit {
        components = List.copyOf(components);
        backgrounds = List.copyOf(backgrounds);
        columns = columns.stream().map(double[]::clone).toList();
        background = copy(background);
        envelope = copy(envelope);
    }

    private static double[] copy(double[] values) {
        return values == null ? null : values.clone();
    }

    @Override
    public List<double[]> columns() {
        return columns.stream().map(double[]::clone).toList();
    }

    @Override
    public double[] background() {
        return copy(background);
    }

    @Override
    public double[] envelope() {
        return copy(envelope);
    }

    @Override
    public String title() {
        return "Fit stored in the file";
    }
}
