package org.interphase.ui.chart;

import org.interphase.report.figure.Scale;

/**
 * A line in pixels, thinned so that it looks the same: first, smallest, largest and last value per pixel column. NaN
 * breaks the line.
 *
 * @param x pixels
 * @param y pixels
 * @param size how many of them count
 */
record Polyline(float[] x, float[] y, int size) {

    /** Beyond this a pixel coordinate is held, as drawing libraries lose lines that run far outside. */
    private static final double FAR = 20_000;

    static Polyline of(double[] xs, double[] ys, Scale sx, Scale sy, int width) {
        int n = xs.length;
        int from = 0;
        int to = n;
        boolean ascending = isAscending(xs);
        if (ascending && n > 16) {
            double lo = Math.min(sx.min(), sx.max());
            double hi = Math.max(sx.min(), sx.max());
            from = Math.max(0, lowerBound(xs, lo) - 1);
            to = Math.min(n, lowerBound(xs, hi) + 2);
        }
        if (!ascending || to - from <= 6 * Math.max(width, 50)) {
            return plain(xs, ys, sx, sy, from, to);
        }
        return thinned(xs, ys, sx, sy, from, to);
    }

    private static Polyline plain(double[] xs, double[] ys, Scale sx, Scale sy, int from, int to) {
        float[] px = new float[to - from];
        float[] py = new float[to - from];
        for (int i = from; i < to; i++) {
            px[i - from] = pixel(sx, xs[i]);
            py[i - from] = pixel(sy, ys[i]);
        }
        return new Polyline(px, py, px.length);
    }

    private static Polyline thinned(double[] xs, double[] ys, Scale sx, Scale sy, int from, int to) {
        Builder out = new Builder();
        double slope = (sx.end() - sx.start()) / (sx.max() - sx.min());
        double zero = sx.start() - slope * sx.min();
        int i = from;
        while (i < to) {
            float column = column(sx, xs[i], slope, zero);
            double bucket = Math.floor(column);
            int first = i;
            int min = -1;
            int max = -1;
            int last = i;
            while (i < to && Math.floor(column(sx, xs[i], slope, zero)) == bucket) {
                double y = ys[i];
                if (y == y) {
                    min = min < 0 || y < ys[min] ? i : min;
                    max = max < 0 || y > ys[max] ? i : max;
                }
                last = i++;
            }
            if (last == first && !(column == column)) {
                i = Math.max(i, first + 1);
                continue;
            }
            if (min < 0) {
                out.add(column, Float.NaN);
                continue;
            }
            out.add(column, pixel(sy, ys[first]));
            out.add(column, pixel(sy, ys[Math.min(min, max)]));
            out.add(column, pixel(sy, ys[Math.max(min, max)]));
            out.add(column(sx, xs[last], slope, zero), pixel(sy, ys[last]));
        }
        return new Polyline(out.x, out.y, out.size);
    }

    /** As {@link #pixel}, without its division for the many points of a long linear axis. */
    private static float column(Scale s, double value, double slope, double zero) {
        return s.logarithmic() ? pixel(s, value) : (float) Math.max(-FAR, Math.min(FAR, zero + slope * value));
    }

    private static final class Builder {
        private float[] x = new float[4096];
        private float[] y = new float[4096];
        private int size;

        void add(float px, float py) {
            if (size == x.length) {
                x = java.util.Arrays.copyOf(x, 2 * size);
                y = java.util.Arrays.copyOf(y, 2 * size);
            }
            x[size] = px;
            y[size++] = py;
        }
    }

    static float pixel(Scale s, double value) {
        if (s.logarithmic() && !(value > 0)) {
            return Float.NaN;
        }
        double p = s.at(value);
        return Double.isNaN(p) ? Float.NaN : (float) Math.max(-FAR, Math.min(FAR, p));
    }

    static boolean isAscending(double[] xs) {
        for (int i = 1; i < xs.length; i++) {
            if (!(xs[i] >= xs[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static int lowerBound(double[] xs, double value) {
        int i = java.util.Arrays.binarySearch(xs, value);
        return i >= 0 ? i : -i - 1;
    }
}
