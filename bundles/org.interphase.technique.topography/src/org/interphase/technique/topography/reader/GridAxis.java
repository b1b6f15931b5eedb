package org.interphase.technique.topography.reader;

import java.util.Arrays;
import org.interphase.api.DatasetFormatException;

/**
 * Equally spaced places that scattered numbers lie on.
 *
 * @param start the lowest
 * @param step distance of neighbours
 * @param count how many there are
 */
record GridAxis(double start, double step, int count) {

    /** How far from its place a number may lie, in steps: text rounds. */
    private static final double TOLERANCE = 0.2;
    /** Numbers nearer to each other than this part of the range are one place. */
    private static final double SAME = 1e-7;
    private static final int MOST = 1 << 16;

    /** The axis of numbers in any order; those that are not finite are left out. */
    static GridAxis of(double[] values, String file, String column) throws DatasetFormatException {
        double[] v = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (v.length == 0) {
            throw new DatasetFormatException(file, column, "there is no number");
        }
        double range = v[v.length - 1] - v[0];
        if (range == 0) {
            return new GridAxis(v[0], 1, 1);
        }
        double least = SAME * range;
        double[] gaps = new double[v.length - 1];
        int n = 0;
        for (int i = 1; i < v.length; i++) {
            if (v[i] - v[i - 1] > least) {
                gaps[n++] = v[i] - v[i - 1];
            }
        }
        double[] sorted = Arrays.copyOf(gaps, n);
        Arrays.sort(sorted);
        double step = sorted[n / 2];
        // gaps that come of rounding within one place are far shorter than the usual one
        double count = Math.rint(range / step) + 1;
        if (!(count >= 2 && count <= MOST)) {
            throw new DatasetFormatException(file, column, "the places lie " + step + " apart over " + range
                    + ", which is no grid");
        }
        GridAxis axis = new GridAxis(v[0], range / (count - 1), (int) count);
        for (double at : v) {
            double place = (at - axis.start) / axis.step;
            if (Math.abs(place - Math.rint(place)) > TOLERANCE) {
                throw new DatasetFormatException(file, column, at + " lies between the places of a grid of step "
                        + axis.step + "; points on no grid are not read");
            }
        }
        return axis;
    }

    int index(double value) {
        return (int) Math.rint((value - start) / step);
    }
}
