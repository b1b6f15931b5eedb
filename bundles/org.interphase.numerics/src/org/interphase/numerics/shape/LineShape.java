package org.interphase.numerics.shape;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.ParameterSpec;

import java.util.List;

/**
 * A peak profile with parameters {@code centre, height, fwhm} and then its own dimensionless ones, in this order. For
 * every shape the centre is the position of the maximum, the height the value there, and fwhm the full width at half
 * maximum, whatever the formula behind it uses; so start values, bounds and reported numbers mean the same for all
 * shapes.
 *
 * <p>All shapes scale: {@code f(x) = height * u((x - centre) / fwhm; extras)}. Therefore the area over the whole axis
 * is {@code height * fwhm * unitArea(extras)}, independent of the plotted window.
 */
public interface LineShape extends Component {

    /** Position of the centre among the parameters. */
    int CENTRE = 0;
    /** Position of the height among the parameters. */
    int HEIGHT = 1;
    /** Position of the full width at half maximum among the parameters. */
    int FWHM = 2;
    /** Position of the first parameter of the shape's own. */
    int EXTRAS = 3;

    /** Short name, such as {@code pseudo-voigt}. */
    String id();

    /** The shape's own parameters; none unless it says so. */
    default List<ParameterSpec> extras() {
        return List.of();
    }

    /**
     * Area of the profile of unit height and unit width, or +Infinity where the integral diverges.
     *
     * @param p array that holds the extras
     * @param at position of the first extra in {@code p}
     */
    double unitArea(double[] p, int at);

    /** Derivatives of {@link #unitArea} by the extras, written to {@code gradient[0..extras)}. */
    default void unitAreaGradient(double[] p, int at, double[] gradient) {
        // without extras there is nothing to write
    }

    /** Whether the area is finite for the extras at {@code at}. */
    default boolean hasFiniteArea(double[] p, int at) {
        return Double.isFinite(unitArea(p, at));
    }

    @Override
    default List<ParameterSpec> parameters() {
        List<ParameterSpec> list = new java.util.ArrayList<>(List.of(ParameterSpec.free("centre", 0),
                ParameterSpec.free("height", 1), ParameterSpec.positive("fwhm", 1)));
        list.addAll(extras());
        return List.copyOf(list);
    }
}
