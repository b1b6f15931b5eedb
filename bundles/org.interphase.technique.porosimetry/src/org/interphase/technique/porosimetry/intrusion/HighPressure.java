package org.interphase.technique.porosimetry.intrusion;

import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;

/**
 * The last octave of pressures, where what is no pore shows: a blank that is off, and solids that give way, make the
 * volume rise in proportion to the pressure; pores seldom do.
 *
 * @param rise volume taken up in it
 * @param linear whether it is evident, steady, and follows the pressure at least as closely as its logarithm
 */
record HighPressure(double rise, boolean linear) {

    private static final int FEWEST = 6;
    /** Pressure at the end over that of the first point that may take part: three octaves. */
    private static final double WIDEST = 8;
    /** Part of the rise that the scatter about the line may be where it is more than that of readings. */
    private static final double STEADY = 0.05;
    /** Readings above which a rise is one. */
    private static final double EVIDENT = 4;
    /** Part of the total volume below which a rise does no harm. */
    private static final double SMALL = 0.002;

    static HighPressure of(double[] p, double[] v, double reading) {
        int n = p.length;
        int from = n - 1;
        while (from > 0 && p[from - 1] >= p[n - 1] / 2) {
            from--;
        }
        double rise = v[n - 1] - v[from];
        // tables of few points a decade show a line over more than one octave only
        while (n - from < FEWEST && from > 0 && p[from - 1] >= p[n - 1] / WIDEST) {
            from--;
        }
        int m = n - from;
        if (m < FEWEST) {
            return new HighPressure(rise, false);
        }
        double seen = v[n - 1] - v[from];
        double[] x = new double[m];
        double[] log = new double[m];
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            x[i] = p[from + i] / p[n - 1];
            log[i] = Math.log(x[i]);
            y[i] = v[from + i];
        }
        double straight = squares(x, y);
        double curved = squares(log, y);
        boolean steady = Math.sqrt(straight / m) < Math.max(STEADY * Math.abs(seen), 2 * reading);
        return new HighPressure(rise, steady && curved >= straight && Math.abs(seen) > EVIDENT * reading);
    }

    private static double squares(double[] x, double[] y) {
        StraightLine l = StraightLine.through(x, y, new double[x.length]);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(y[i] - l.at(x[i]), 2);
        }
        return sum;
    }

    /** What a rise in proportion to pressure means for a total: part of the volume may be compression. */
    Verdict verdict(double total, double uncertainty) {
        return linear && 2 * Math.abs(rise) > Math.max(2 * uncertainty, SMALL * total)
                ? Verdict.doubtful("up to the highest pressure the volume rises in proportion to it, as solids that "
                        + "give way or a blank that is off make it, not as pores") : Verdict.SOUND;
    }
}
