package org.interphase.technique.porosimetry.sorption;

import java.util.Arrays;
import org.interphase.numerics.linear.StraightLine;

/**
 * How much surface outside of the pores of a branch an isotherm allows. Its film thins as pores empty, and Barrett,
 * Joyner and Halenda take what it loses for pores. What is adsorbed at the lowest pressure beyond the film on the walls
 * of the pores is the most it can be; and with the film on these walls it grows over the thickness no faster than the
 * isotherm does before pores fill (the slope of a t-plot over 0.35 to 0.5 nm, ISO 15901-3). All three go linearly with
 * this area.
 */
final class OpenSurface {

    private static final double FROM = 0.35;
    private static final double TO = 0.5;
    private static final int FEWEST = 4;
    private static final double AREA = 1e3;
    /** What films of other surfaces differ from the formulas (the founders' choice). */
    private static final double FILM = 1.15;

    private OpenSurface() {
    }

    /** The greatest area in m2/g, whichever of the formulas, or what between them, the film obeys. */
    static double of(SorptionBranch b, Thickness thickness, Isotherm iso) {
        double[] one = by(b, thickness, iso);
        double[] other = by(b, thickness.other(), iso);
        // a formula too thick at the lowest pressure may be too flat below it: each bound by that which gives more
        double slope = Double.isNaN(one[1]) || other[1] > one[1] ? other[1] : one[1];
        double left = Math.max(one[0], other[0]);
        return FILM * Math.max(0, Double.isNaN(slope) ? left : Math.min(left, slope));
    }

    /** Areas in m2/g by what is left at the lowest pressure, and by the slope; NaN where too few points tell. */
    private static double[] by(SorptionBranch b, Thickness thickness, Isotherm iso) {
        BjhPores none = BjhPores.of(b, thickness);
        BjhPores.Terms nominal = BjhPores.Terms.nominal(b.size());
        BjhPores one = BjhPores.of(b, thickness, new BjhPores.Terms(1, 0, 1, 1, nominal.place(), nominal.noise()));
        double left = none.left() / (none.left() - one.left());
        double faster = one.walls() + 1 - none.walls();
        double slope = (slope(thickness, iso) - none.walls()) / faster;
        return new double[] {left, faster > 0 ? slope : Double.NaN};
    }

    /** Slope of the adsorbed liquid over the thickness of the film, in m2/g, at most; NaN for too few points. */
    private static double slope(Thickness thickness, Isotherm iso) {
        int[] use = java.util.stream.IntStream.range(0, iso.size()).filter(i -> thickness.at(iso.pressure()[i]) >= FROM
                && thickness.at(iso.pressure()[i]) <= TO).toArray();
        if (use.length < FEWEST) {
            return Double.NaN;
        }
        double[] t = Arrays.stream(use).mapToDouble(i -> thickness.at(iso.pressure()[i])).toArray();
        double[] v = Arrays.stream(use).mapToDouble(i -> TPlot.LIQUID * iso.amount()[i]).toArray();
        StraightLine line = StraightLine.through(t, v, new double[t.length]);
        return AREA * (line.slope() + 2 * line.slopeSigma());
    }
}
