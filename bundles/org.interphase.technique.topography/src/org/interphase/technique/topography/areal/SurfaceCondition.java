package org.interphase.technique.topography.areal;

import org.interphase.api.Progress;
import org.interphase.technique.topography.surface.Coarser;
import org.interphase.technique.topography.surface.FormRemoval;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.Levelling;
import org.interphase.technique.topography.surface.PointNoise;
import org.interphase.technique.topography.surface.Saturation;
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
 * @param saturation points that the range of the instrument cut off
 * @param removed about what share of the texture levelling took along
 */
public record SurfaceCondition(HeightParameters all, double plane, double form, double planeSq, double noise,
        double noiseShare, double gradientShare, int spikes, HeightParameters withoutSpikes, double missing,
        double lines, double correlation, double longest, double side, Saturation saturation, double removed) {

    /** Longest side at which the correlation length is looked for. */
    private static final int COARSE = 512;
    private static final double SPIKE = 7;

    /**
     * The condition of a map.
     *
     * @param removal what was taken out of it before
     */
    public static SurfaceCondition of(HeightField f, HeightParameters all, HybridParameters hybrid, FormRemoval removal,
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
        double longest = texture.longest(Math.max(f.sideX(), f.sideY()));
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
                longest, Math.min(f.sideX(), f.sideY()), Saturation.of(f), removal.share(texture.sal(), longest,
                f.sideX(), f.sideY()));
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
