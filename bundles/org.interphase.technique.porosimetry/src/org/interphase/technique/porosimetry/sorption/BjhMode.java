package org.interphase.technique.porosimetry.sorption;

/**
 * Where the volume per logarithm of diameter is greatest, smoothed by a triangle of a twentieth of a decade to each
 * side.
 *
 * @param diameter nm
 * @param step ratio of the diameters between which the measured step at the mode lies
 * @param end whether it lies at an end of the diameters
 */
public record BjhMode(double diameter, double step, boolean end) {

    private static final double SIDE = Math.log(10) / 20;
    private static final double GRID = SIDE / 8;

    /** The mode. */
    public static BjhMode of(BjhPores pores) {
        double low = Math.log(2 * pores.edge()[pores.edge().length - 1]);
        double high = Math.log(2 * pores.edge()[0]);
        int n = (int) Math.ceil((high - low) / GRID) + 1;
        double best = Double.NEGATIVE_INFINITY;
        int at = 0;
        double[] density = new double[n];
        double[] ends = java.util.Arrays.stream(pores.edge()).map(r -> Math.log(2 * r)).toArray();
        for (int k = 0; k < n; k++) {
            double x = low + k * GRID;
            for (int i = 0; i < pores.volume().length; i++) {
                double a = ends[i + 1];
                double b = ends[i];
                if (a > x + SIDE || b < x - SIDE) {
                    continue;
                }
                density[k] += pores.volume()[i] / (b - a) * (under((b - x) / SIDE) - under((a - x) / SIDE));
            }
            if (density[k] > best) {
                best = density[k];
                at = k;
            }
        }
        double shift = 0;
        if (at > 0 && at + 1 < n) {
            double bend = density[at - 1] - 2 * best + density[at + 1];
            shift = bend < 0 ? 0.5 * (density[at - 1] - density[at + 1]) / bend : 0;
        }
        double x = low + (at + shift) * GRID;
        double step = 1;
        for (int i = 0; i < pores.volume().length; i++) {
            if (ends[i] >= x && ends[i + 1] <= x) {
                step = pores.edge()[i] / pores.edge()[i + 1];
            }
        }
        return new BjhMode(Math.exp(x), step, x - low < SIDE || high - x < SIDE);
    }

    /** Area under a triangle of half-width and area 1, left of a place. */
    private static double under(double x) {
        double c = Math.max(-1, Math.min(1, x));
        return c < 0 ? (1 + c) * (1 + c) / 2 : 1 - (1 - c) * (1 - c) / 2;
    }
}
