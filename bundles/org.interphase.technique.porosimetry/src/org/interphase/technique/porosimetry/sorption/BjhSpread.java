package org.interphase.technique.porosimetry.sorption;

import java.util.Random;

/**
 * Standard uncertainties of the numbers of a BJH distribution by drawing what they rest on (JCGM 101:2008): noise of
 * the amounts, Kelvin's equation, the film (from the formula chosen to the other one), the saturation pressure, where
 * within a step pores lie, and a film on open surface from none to the greatest possible.
 *
 * @param volume cm3/g
 * @param area m2/g
 * @param mean nm
 * @param median nm
 * @param mode nm
 */
public record BjhSpread(double volume, double area, double mean, double median, double mode) {

    /** Relative standard uncertainty of the saturation pressure (the founders' choice). */
    private static final double SATURATION = 0.001;
    private static final int DRAWS = 200;
    private static final long SEED = 1951;

    static BjhSpread of(SorptionBranch b, Thickness thickness, BjhPores pores, BjhMode mode, double open) {
        return of(b, thickness, pores, mode, open, new Random(SEED));
    }

    private static BjhSpread of(SorptionBranch b, Thickness thickness, BjhPores pores, BjhMode mode, double open,
            Random random) {
        double[] square = new double[5];
        double[] nominal = {pores.total(), pores.area(), pores.mean(), pores.median(), mode.diameter()};
        int n = b.size();
        for (int k = 0; k < DRAWS; k++) {
            double[] noise = new double[n];
            for (int i = 0; i < n; i++) {
                noise[i] = b.noise() * random.nextGaussian();
            }
            BjhPores p = BjhPores.of(b, thickness, new BjhPores.Terms(1 + Kelvin.UNCERTAINTY * random.nextGaussian(),
                    random.nextDouble(), 1 + SATURATION * random.nextGaussian(), open * random.nextDouble(),
                    random.doubles(n).toArray(), noise));
            double[] one = {p.total(), p.area(), p.mean(), p.median(), BjhMode.of(p).diameter()};
            for (int i = 0; i < one.length; i++) {
                double d = Double.isFinite(one[i]) ? one[i] - nominal[i] : nominal[i];
                square[i] += d * d / DRAWS;
            }
        }
        double step = mode.diameter() * Math.log(mode.step()) / Math.sqrt(12);
        return new BjhSpread(Math.sqrt(square[0]), Math.sqrt(square[1]), Math.sqrt(square[2]), Math.hypot(
                Math.sqrt(square[3]), medianStep(pores)), Math.hypot(Math.sqrt(square[4]), step));
    }

    /** What is not known of the place of the median within its step. */
    private static double medianStep(BjhPores pores) {
        double m = pores.median();
        for (int i = 0; i < pores.volume().length; i++) {
            if (2 * pores.edge()[i] >= m && 2 * pores.edge()[i + 1] <= m) {
                return 2 * (pores.edge()[i] - pores.edge()[i + 1]) / Math.sqrt(12);
            }
        }
        return 0;
    }
}
