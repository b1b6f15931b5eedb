package org.interphase.technique.topography.surface;

import org.interphase.model.Product;

/**
 * What levelling took out of a map: every term and every row that is fitted takes a part of the texture along, so that
 * less of it is left than the surface has.
 *
 * @param terms terms of the surface that was taken out, the mean level included
 * @param rows whether the rows were shifted one by one
 */
public record FormRemoval(int terms, boolean rows) implements Product {

    /** Of a map as measured, whose parameters are about its mean. */
    public static final FormRemoval NONE = new FormRemoval(1, false);
    /** Area of a patch of texture, the integral of the autocorrelation, per product of decay lengths to 0.2. */
    private static final double PATCH = Math.PI / Math.log(5);
    /** Length of a patch along a line, per decay length. */
    private static final double STRETCH = Math.sqrt(Math.PI / Math.log(5));

    @Override
    public String title() {
        return "form that was taken out";
    }

    /** This and what a later step takes out; of surfaces the larger holds the smaller one. */
    public FormRemoval and(FormRemoval later) {
        return new FormRemoval(Math.max(terms, later.terms), rows || later.rows);
    }

    /**
     * About what share of the mean square of the texture went along: a term of a smooth surface takes that of one patch
     * of texture, and there are as many patches as fit into the area. For an autocorrelation exp(-(r / l)^2), which is
     * 0.2 at l sqrt(ln 5).
     *
     * @param shortest decay length of the autocorrelation to 0.2
     * @param longest the longest of all directions
     */
    public double share(double shortest, double longest, double sideX, double sideY) {
        double form = terms * PATCH * shortest * longest / (sideX * sideY);
        double lines = rows ? STRETCH * longest / sideX : 0;
        // texture that does not end has no patches; the area is doubted then
        return form == form ? Math.min(1, form + lines) : 0;
    }
}
