package org.interphase.technique.topography.reader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /**
     * Axes that numbers in any order may lie on, of long steps first, at least one; numbers that are not finite are
     * left out. Where places come with jitter or there are wide holes, only the points tell which it is: no two of them
     * share a place.
     */
    static List<GridAxis> of(double[] values, String file, String column) throws DatasetFormatException {
        double[] v = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (v.length == 0) {
            throw new DatasetFormatException(file, column, "there is no number");
        }
        double range = v[v.length - 1] - v[0];
        if (range == 0) {
            return List.of(new GridAxis(v[0], 1, 1));
        }
        double least = SAME * range;
        double[] gaps = new double[v.length - 1];
        int n = 0;
        for (int i = 1; i < v.length; i++) {
            if (v[i] - v[i - 1] > least) {
                gaps[n++] = v[i] - v[i - 1];
            }
        }
        if (n == 0) {
            throw new DatasetFormatException(file, column, "the places reach over " + range + ", which is no grid");
        }
        double[] sorted = Arrays.copyOf(gaps, n);
        Arrays.sort(sorted);
        // a wide hole is longer than a step, and places that come with jitter have many short gaps within them: steps
        // are gaps of one size, tried from the longest ones on
        List<GridAxis> out = new ArrayList<>();
        for (int end = n; end > 0;) {
            int from = end - 1;
            while (from > 0 && sorted[from - 1] > sorted[end - 1] / 2) {
                from--;
            }
            GridAxis axis = ofPlaces(v, sorted[from]);
            if (axis != null) {
                out.add(axis);
            }
            end = from;
        }
        if (!out.isEmpty()) {
            return out;
        }
        double step = sorted[n / 2];
        if (!(range / step < MOST)) {
            throw new DatasetFormatException(file, column, "the places lie " + step + " apart over " + range
                    + ", which is no grid");
        }
        for (double at : v) {
            double place = (at - v[0]) / step;
            if (Math.abs(place - Math.rint(place)) > TOLERANCE) {
                throw new DatasetFormatException(file, column, at + " lies between the places of a grid of step "
                        + step + "; points on no grid are not read");
            }
        }
        throw new DatasetFormatException(file, column, "the places lie on no grid of one step; " + step
                + " is the usual one");
    }

    /**
     * The grid of places that lie at least this far from each other, each the mean of its numbers; null if these are
     * not equally far apart.
     */
    private static GridAxis ofPlaces(double[] v, double least) {
        double[] places = new double[v.length];
        int n = 0;
        for (int begin = 0, i = 1; i <= v.length; i++) {
            if (i == v.length || v[i] - v[i - 1] >= least) {
                places[n++] = Arrays.stream(v, begin, i).sum() / (i - begin);
                begin = i;
            }
        }
        double[] apart = new double[n - 1];
        for (int i = 1; i < n; i++) {
            apart[i - 1] = places[i] - places[i - 1];
        }
        Arrays.sort(apart);
        double range = places[n - 1] - places[0];
        double count = Math.rint(range / apart[(n - 1) / 2]) + 1;
        if (!(count >= 2 && count <= MOST)) {
            return null;
        }
        GridAxis axis = new GridAxis(places[0], range / (count - 1), (int) count);
        for (double at : v) {
            double place = (at - axis.start) / axis.step;
            if (Math.abs(place - Math.rint(place)) > TOLERANCE) {
                return null;
            }
        }
        return axis;
    }

    int index(double value) {
        return (int) Math.rint((value - start) / step);
    }
}
