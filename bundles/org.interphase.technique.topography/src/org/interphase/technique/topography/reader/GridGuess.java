package org.interphase.technique.topography.reader;

import java.util.Arrays;

/**
 * Whether the first points of a text look like those of a grid.
 *
 * @param isGrid both coordinates take few, equally spaced values, and every pair comes once
 * @param mayBeGrid one of them does as far as one sees
 */
record GridGuess(boolean isGrid, boolean mayBeGrid) {

    static GridGuess of(double[][] xy) {
        int n = xy[0].length;
        if (n < 4) {
            return new GridGuess(false, false);
        }
        int nx = places(xy[0]);
        int ny = places(xy[1]);
        boolean one = nx > 0 && ny > 0;
        boolean both = one && nx > 1 && ny > 1;
        long cells = (long) nx * ny;
        // complete rows but the last, as seen; a table of measurements does not fill a grid
        boolean filled = cells <= 2L * n && n <= cells && Math.min(nx, ny) < n && Math.max(nx, ny) < n;
        return new GridGuess(both && filled && distinct(xy) == n, one && distinct(xy) == n);
    }

    /** How many equally spaced values there are; 0 if they are not equally spaced. */
    private static int places(double[] values) {
        double[] v = Arrays.stream(values).distinct().sorted().toArray();
        if (v.length < 3) {
            return v.length;
        }
        double step = Double.POSITIVE_INFINITY;
        for (int i = 1; i < v.length; i++) {
            step = Math.min(step, v[i] - v[i - 1]);
        }
        for (double at : v) {
            double place = (at - v[0]) / step;
            if (Math.abs(place - Math.rint(place)) > 0.2) {
                return 0;
            }
        }
        return v.length;
    }

    private static int distinct(double[][] xy) {
        java.util.Set<java.util.List<Double>> seen = new java.util.HashSet<>();
        for (int i = 0; i < xy[0].length; i++) {
            seen.add(java.util.List.of(xy[0][i], xy[1][i]));
        }
        return seen.size();
    }
}
