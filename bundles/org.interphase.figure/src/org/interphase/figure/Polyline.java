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
        boolean up = n > 16;
        boolean down = n > 16;
        for (int i = 1; i < n && (up || down); i++) {
            up &= xs[i] >= xs[i - 1];
            down &= xs[i] <= xs[i - 1];
        }
        if (up) {
            return new int[] {Math.max(0, first(xs, low, true) - 1), Math.min(n, first(xs, high, true) + 2)};
        }
        return down ? new int[] {Math.max(0, first(xs, high, false) - 1), Math.min(n, first(xs, low, false) + 2)}
                : new int[] {0, n};
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
        double slope = (sx.end() - sx.start()) / (sx.max() - sx.min());
        double zero = sx.start() - slope * sx.min();
        int i = from;
        while (i < to) {
            double column = column(sx, xs[i], slope, zero);
            double bucket = Math.floor(column);
            boolean gap = !(ys[i] == ys[i]) || !(column == column);
            int first = i;
            int min = i;
            int max = i;
            while (i < to && (gap ? !(ys[i] == ys[i]) || !(xs[i] == xs[i]) || i == first
                    : ys[i] == ys[i] && Math.floor(column(sx, xs[i], slope, zero)) == bucket)) {
                min = ys[i] < ys[min] ? i : min;
                max = ys[i] > ys[max] ? i : max;
                i++;
            }
            int[] keep = gap ? new int[] {first} : new int[] {first, Math.min(min, max), Math.max(min, max), i - 1};
            if (n + 4 > px.length) {
                px = Arrays.copyOf(px, 2 * n);
                py = Arrays.copyOf(py, 2 * n);
            }
            for (int k = 0; k < keep.length; k++) {
                if (k == 0 || keep[k] > keep[k - 1]) {
                    px[n] = column(sx, xs[keep[k]], slope, zero);
                    py[n++] = gap ? Double.NaN : position(sy, ys[keep[k]]);
                }
            }
        }
        return new Polyline(Arrays.copyOf(px, n), Arrays.copyOf(py, n));
    }

    /** As {@link #position}, without its division for the many points of a long linear axis. */
    private static double column(Scale s, double value, double slope, double zero) {
        return s.logarithmic() ? position(s, value) : Math.max(-FAR, Math.min(FAR, zero + slope * value));
    }

    /** Where a value is; NaN for one that a logarithmic scale can't show. */
    static double position(Scale s, double value) {
        return s.logarithmic() && !(value > 0) ? Double.NaN : Math.max(-FAR, Math.min(FAR, s.at(value)));
    }
}
