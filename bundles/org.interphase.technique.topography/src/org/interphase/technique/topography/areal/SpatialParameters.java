package org.interphase.technique.topography.areal;

import java.util.ArrayList;
import java.util.List;

/**
 * Spatial parameters of ISO 25178-2:2021, 4.3, from the part of the autocorrelation function around lag zero that lies
 * above a threshold (0.2, ISO 25178-3:2012, 4.4): rays go from lag zero to the points just outside of it; where a ray,
 * sampled at {@link #SAMPLES} points of a cubic spline, comes nearest to the threshold is its decay length.
 *
 * @param sal autocorrelation length: the shortest decay length; NaN if there is none
 * @param str texture aspect ratio: the shortest over the longest; NaN if there is none
 * @param bounded whether the part ends within the lags on all sides; else {@code str} is only an upper bound
 * @param std texture direction in degrees, counter-clockwise from x: along the longest decay, 0 to 180
 */
public record SpatialParameters(double sal, double str, boolean bounded, double std) {

    /** The threshold of ISO 25178-3. */
    public static final double THRESHOLD = 0.2;
    /** Of what has no texture. */
    public static final SpatialParameters NONE = new SpatialParameters(Double.NaN, Double.NaN, false, Double.NaN);
    /** Points on a ray. */
    private static final int SAMPLES = 1000;
    /** Points around the part that the spline sees: its coefficients forget a neighbour by 0.27 per point. */
    private static final int MARGIN = 16;

    /** The parameters of an autocorrelation function. */
    public static SpatialParameters of(Autocorrelation acf, double threshold) {
        int w = acf.width();
        int h = acf.height();
        int centre = h / 2 * w + w / 2;
        boolean[] part = new boolean[w * h];
        int[] queue = new int[w * h];
        int end = 0;
        part[centre] = true;
        queue[end++] = centre;
        int x0 = w / 2;
        int x1 = x0;
        int y0 = h / 2;
        int y1 = y0;
        List<Integer> rim = new ArrayList<>();
        boolean[] seen = new boolean[w * h];
        boolean border = false;
        for (int begin = 0; begin < end; begin++) {
            int i = queue[begin];
            int x = i % w;
            int y = i / w;
            x0 = Math.min(x0, x);
            x1 = Math.max(x1, x);
            y0 = Math.min(y0, y);
            y1 = Math.max(y1, y);
            border |= x == 0 || y == 0 || x == w - 1 || y == h - 1;
            for (int k = 0; k < 4; k++) {
                int nx = x + (k == 0 ? 1 : k == 1 ? -1 : 0);
                int ny = y + (k == 2 ? 1 : k == 3 ? -1 : 0);
                if (nx < 0 || ny < 0 || nx >= w || ny >= h) {
                    continue;
                }
                int j = ny * w + nx;
                if (part[j] || seen[j]) {
                    continue;
                }
                if (acf.values()[j] > threshold) {
                    part[j] = true;
                    queue[end++] = j;
                } else {
                    seen[j] = true;
                    rim.add(j);
                }
            }
        }
        if (rim.isEmpty()) {
            return NONE;
        }
        CubicPatch patch = CubicPatch.of(acf.values(), w, h, x0 - MARGIN, y0 - MARGIN, x1 + MARGIN, y1 + MARGIN);
        int across = w / 2;
        int down = h / 2;
        double shortest = Double.POSITIVE_INFINITY;
        double longest = 0;
        double direction = 0;
        for (int j : rim) {
            int row = j / w;
            double dx = j % w - across;
            double dy = row - down;
            double length = Math.hypot(dx * acf.stepX(), dy * acf.stepY()) * crossing(patch, across, down, dx, dy,
                    threshold);
            shortest = Math.min(shortest, length);
            if (length > longest) {
                longest = length;
                // rows go down, y goes up
                direction = Math.toDegrees(Math.atan2(-dy * acf.stepY(), dx * acf.stepX()));
            }
        }
        return new SpatialParameters(shortest, shortest / longest, !border, (direction + 360) % 180);
    }

    /**
     * The longest decay length, in the unit of length: with lay the texture hangs together over it.
     *
     * @param extent what it is at least where the texture does not end within the lags
     */
    public double longest(double extent) {
        return bounded ? sal / str : Double.isNaN(sal) ? Double.NaN : Math.max(extent, sal / str);
    }

    /** Where on a ray, from 0 to 1, the function is nearest to the threshold. */
    private static double crossing(CubicPatch patch, double cx, double cy, double dx, double dy, double threshold) {
        double best = Double.POSITIVE_INFINITY;
        int at = 0;
        for (int k = 0; k < SAMPLES; k++) {
            double t = (double) k / (SAMPLES - 1);
            double off = Math.abs(patch.value(cx + t * dx, cy + t * dy) - threshold);
            if (off < best) {
                best = off;
                at = k;
            }
        }
        return (double) at / (SAMPLES - 1);
    }
}
