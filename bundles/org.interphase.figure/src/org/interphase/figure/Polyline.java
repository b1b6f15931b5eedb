package org.interphase.figure;

import java.util.Arrays;

/**
 * A curve on the page, thinned so that it looks the same: first, lowest, highest and last point of each column one
 * page unit wide, in order. NaN breaks the line. What is far outside the plot area is left out or held near.
 *
 * @param x positions along the page
 * @param y positions down the page
 */
record Polyline(double[] x, double[] y) {

    /** Positions are held within this, as drawing libraries lose lines that run far outside. */
    private static final double FAR = 20_000;
    /** Points per column from which a line is thinned. */
    private static final int DENSE = 6;

    static Polyline of(double[] xs, double[] ys, Scale sx, Scale sy) {
        int[] seen = inSight(xs, Math.min(sx.min(), sx.max()), Math.max(sx.min(), sx.max()));
        if (seen[1] - seen[0] > DENSE * Math.max(Math.abs(sx.end() - sx.start()), 50)) {
            return thinned(xs, ys, sx, sy, seen[0], seen[1]);
        }
        double[] px = new double[seen[1] - seen[0]];
        double[] py = new double[px.length];
        for (int i = 0; i < px.length; i++) {
            px[i] = position(sx, xs[seen[0] + i]);
            py[i] = position(sy, ys[seen[0] + i]);
        }
        return new Polyline(px, py);
    }

    /** Whether there are so many points that symbols would only cover each other. */
    boolean isDense(double width) {
        return x.length > 3 * width;
    }

    /** The points from the last before a range to the first behind it, of values that run one way; else all. */
    private static int[] inSight(double[] xs, double low, double high) {
        int n = xs.length;
        boolean up = n > 1 && xs[0] <= xs[n - 1];
        boolean oneWay = n > 16;
        for (int i = 1; i < n && oneWay; i++) {
            oneWay = up ? xs[i] >= xs[i - 1] : xs[i] <= xs[i - 1];
        }
        return !oneWay ? new int[] {0, n} : new int[] {Math.max(0, first(xs, up ? low : high, up) - 1),
            Math.min(n, first(xs, up ? high : low, up) + 2)};
    }

    /** Index of the first value at or behind another. */
    private static int first(double[] xs, double value, boolean up) {
        int lo = 0;
        int hi = xs.length;
        while (lo < hi) {
            int mid = lo + hi >>> 1;
            if (up ? xs[mid] < value : xs[mid] > value) {
                lo = mid + 1;
            } else {
                hi = mid;
            }
        }
        return lo;
    }

    private static Polyline thinned(double[] xs, double[] ys, Scale sx, Scale sy, int from, int to) {
        double[] px = new double[4096];
        double[] py = new double[4096];
        int n = 0;
        int i = from;
        while (i < to) {
            double column = Math.floor(position(sx, xs[i]));
            // values of the column's edges: cheaper to compare with than the column of every point
            double a = sx.valueAt(column);
            double b = sx.valueAt(column + 1);
            double low = Math.min(a, b);
            double high = Math.max(a, b);
            int first = i;
            int min = i;
            int max = i;
            double least = ys[i];
            double most = ys[i];
            boolean gap = Double.isNaN(column) || Double.isNaN(least);
            for (i++; i < to; i++) {
                double y = ys[i];
                if (gap ? y == y && xs[i] == xs[i] : !(y == y && xs[i] >= low && xs[i] < high)) {
                    break;
                }
                if (y < least) {
                    least = y;
                    min = i;
                } else if (y > most) {
                    most = y;
                    max = i;
                }
            }
            if (n + 4 > px.length) {
                px = Arrays.copyOf(px, 2 * px.length);
                py = Arrays.copyOf(py, 2 * py.length);
            }
            int[] keep = gap ? new int[] {first} : new int[] {first, Math.min(min, max), Math.max(min, max), i - 1};
            for (int k = 0; k < keep.length; k++) {
                if (k == 0 || keep[k] > keep[k - 1]) {
                    px[n] = position(sx, xs[keep[k]]);
                    py[n++] = gap ? Double.NaN : position(sy, ys[keep[k]]);
                }
            }
        }
        return new Polyline(Arrays.copyOf(px, n), Arrays.copyOf(py, n));
    }

    /** Where a value is; NaN for one that a logarithmic scale can't show. */
    static double position(Scale s, double value) {
        return s.logarithmic() && !(value > 0) ? Double.NaN : Math.max(-FAR, Math.min(FAR, s.at(value)));
    }
}
