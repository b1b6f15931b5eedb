package org.interphase.technique.porosimetry.intrusion;

import org.interphase.model.Verdict;
import org.interphase.numerics.linear.StraightLine;

/**
 * The last octave of pressures, where what is no pore shows: a blank that is off, and solids that give way, make the
 * volume rise in proportion to the pressure; pores seldom do.
 *
 * @param rise volume taken up in it
 * @param linear whether the volume follows the pressure more closely than its logarithm, and steadily
 */
record HighPressure(double rise, boolean linear) {

    private static final int FEWEST = 6;
    /** Ratio of the sums of squares from which on one description is better than the other. */
    private static final double BETTER = 2;
    /** Part of the rise that the scatter about the line may be. */
    private static final double STEADY = 0.05;

    static HighPressure of(double[] p, double[] v) {
        int n = p.length;
        int from = n - 1;
        while (from > 0 && p[from - 1] >= p[n - 1] / 2) {
            from--;
        }
        double rise = v[n - 1] - v[from];
        int m = n - from;
        if (m < FEWEST) {
            return new HighPressure(rise, false);
        }
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
        boolean steady = Math.sqrt(straight / m) < STEADY * Math.abs(rise);
        return new HighPressure(rise, steady && curved > BETTER * straight);
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
        return linear && 2 * Math.abs(rise) > Math.max(2 * uncertainty, 0.005 * total)
                ? Verdict.doubtful("up to the highest pressure the volume rises in proportion to it, as solids that "
                        + "give way or a blank that is off make it, not as pores") : Verdict.SOUND;
    }
}
