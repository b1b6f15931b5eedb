package org.interphase.technique.topography.areal;

import org.interphase.api.Progress;
import org.interphase.technique.topography.surface.Coarser;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Levelling;
import org.interphase.technique.topography.surface.PointNoise;
import org.interphase.technique.topography.surface.Spikes;

/**
 * What in a map is not the texture of the surface: tilt, form, spikes, holes, noise, drifting lines, and whether the
 * area is large enough. Shares are parts of the mean square of the heights.
 *
 * @param all height parameters of the map as it is
 * @param plane share that a plane takes away
 * @param form share that a surface of second degree takes away, the plane included
 * @param planeSq root-mean-square height without the plane
 * @param noise standard deviation of height from point to point, see {@link PointNoise}
 * @param noiseShare share of that noise
 * @param gradientShare share of the mean square of gradients that such noise makes
 * @param spikes single points far off their neighbours
 * @param withoutSpikes height parameters without them
 * @param missing share of points that were not measured
 * @param lines share of shifts of single rows
 * @param correlation shortest length over which the texture hangs together, without form; NaN if it does not end in
 *     the area
 * @param longest the longest such length, which with lay is along it; the longer side if it does not end in the area
 * @param side shorter side of the area
 * @param clipped most points that touch each other and are all exactly as high as the highest or the lowest one
 */
public record SurfaceCondition(HeightParameters all, double plane, double form, double planeSq, double noise, double
        noiseShare,
        double gradientShare, int spikes, HeightParameters withoutSpikes, double missing, double lines,
        double correlation, double longest, double side, int clipped) {

    /** Longest side at which the correlation length is looked for. */
    private static final int COARSE = 512;
    private static final double SPIKE = 7;

    /** The condition of a map. */
    public static SurfaceCondition of(HeightField f, HeightParameters all, HybridParameters hybrid,
            Progress progress) {
        double square = all.sq() * all.sq();
        Levelling flat = Levelling.of(f, 1, false, progress);
        HeightField level = flat.takenFrom(f);
        double planeSq = HeightParameters.of(level).sq();
        HeightField formless = Levelling.of(f, 2, false, progress).takenFrom(f);
        double formSq = HeightParameters.of(formless).sq();
        // against rounding of a surface that is a plane
        double tiny = square * 1e-12;
        HeightField coarse = Coarser.of(formless, (Math.max(f.width(), f.height()) + COARSE - 1) / COARSE);
        SpatialParameters texture = formSq * formSq > tiny ? SpatialParameters.of(Autocorrelation.of(coarse,
                progress), SpatialParameters.THRESHOLD) : SpatialParameters.NONE;
        double noise = PointNoise.of(f);
        double slope = f.heightToLength();
        double gradient = 2 * noise * noise * slope * slope * (1 / (f.stepX() * f.stepX())
                + 1 / (f.stepY() * f.stepY()));
        Spikes spikes = Spikes.of(f, 1, SPIKE, progress);
        HeightParameters clean = spikes.count() > 0 ? HeightParameters.of(spikes.takenFrom(f)) : all;
        return new SurfaceCondition(all, square > 0 ? 1 - planeSq * planeSq / square : 0,
                square > 0 ? 1 - formSq * formSq / square : 0, planeSq, noise,
                square > 0 ? Math.min(1, noise * noise / square) : 0,
                hybrid.sdq() > 0 ? Math.min(1, gradient / (hybrid.sdq() * hybrid.sdq())) : 0, spikes.count(), clean,
                1 - (double) all.points() / f.z().length, square > 0 ? rowShifts(f, noise) / square : 0, texture.sal(),
                texture.longest(Math.max(f.sideX(), f.sideY())), Math.min(f.sideX(), f.sideY()), clipped(f));
    }

    /** Most points at the highest or the lowest height that touch each other, also at corners. */
    private static int clipped(HeightField f) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (double v : f.z()) {
            high = v > high ? v : high;
            low = v < low ? v : low;
        }
        boolean[] seen = new boolean[f.z().length];
        int[] queue = new int[f.z().length];
        int most = 0;
        for (int i = 0; i < seen.length; i++) {
            double v = f.z()[i];
            if (v == high || v == low) {
                most = Math.max(most, touching(f, i, seen, queue));
            }
        }
        return most;
    }

    /** How many points not seen before are as high as this one and hang together with it. */
    private static int touching(HeightField f, int start, boolean[] seen, int[] queue) {
        int w = f.width();
        int end = 0;
        if (!seen[start]) {
            seen[start] = true;
            queue[end++] = start;
        }
        for (int begin = 0; begin < end; begin++) {
            int x = queue[begin] % w;
            int y = queue[begin] / w;
            for (int v = Math.max(0, y - 1); v <= Math.min(f.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
                    int j = v * w + u;
                    if (!seen[j] && f.z()[j] == f.z()[start]) {
                        seen[j] = true;
                        queue[end++] = j;
                    }
                }
            }
        }
        return end;
    }

    /**
     * Mean square of shifts of single rows that know nothing of each other, from third differences of the means of rows
     * (20 times the mean square of what is independent from row to row; texture that goes on over some rows cancels),
     * less what noise from point to point leaves of itself in a mean.
     */
    private static double rowShifts(HeightField f, double noise) {
        int w = f.width();
        int h = f.height();
        double[] d = new double[h - 1];
        double points = 0;
        for (int y = 0; y + 1 < h; y++) {
            double sum = 0;
            int n = 0;
            for (int x = 0; x < w; x++) {
                double v = f.z()[(y + 1) * w + x] - f.z()[y * w + x];
                if (v == v) {
                    sum += v;
                    n++;
                }
            }
            d[y] = n == 0 ? Double.NaN : sum / n;
            points += n;
        }
        double square = 0;
        int n = 0;
        for (int y = 1; y + 1 < d.length; y++) {
            double third = d[y + 1] - 2 * d[y] + d[y - 1];
            if (third == third) {
                square += third * third;
                n++;
            }
        }
        return n < 4 ? 0 : Math.max(0, square / n / 20 - noise * noise / (points / d.length));
    }
}
