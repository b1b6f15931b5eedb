package org.interphase.technique.topography.areal;

import java.util.Arrays;
import org.interphase.api.Progress;
import org.interphase.technique.topography.surface.Coarser;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.PlaneTransform;

/**
 * The areal autocorrelation function (ISO 25178-2:2021, 3.2.8): products of heights about the mean, averaged over the
 * pairs of measured points of each lag, over that at lag zero. Lags run from -(n-1) to n-1 along both sides.
 *
 * @param values correlation, row after row; 0 for lags of which no pair was measured
 * @param width 2 * columns - 1
 * @param height 2 * rows - 1
 * @param stepX lag of neighbouring columns, in the unit of length
 * @param stepY lag of neighbouring rows
 * @param variance mean square of the heights
 */
public record Autocorrelation(double[] values, int width, int height, double stepX, double stepY, double variance) {

    /** Longest side before heights are averaged over squares: lags need four times the room. */
    private static final int LONGEST = 2048;

    /** The function of a surface; large ones are averaged over squares of points first. */
    public static Autocorrelation of(HeightField surface, Progress progress) {
        double mean = surface.mean();
        double variance = 0;
        int n = 0;
        for (double v : surface.z()) {
            if (v == v) {
                variance += (v - mean) * (v - mean);
                n++;
            }
        }
        variance /= n;
        int factor = (Math.max(surface.width(), surface.height()) + LONGEST - 1) / LONGEST;
        HeightField f = Coarser.of(surface, factor);
        int w = f.width();
        int h = f.height();
        int pw = PlaneTransform.powerOfTwo(2 * w - 1);
        int ph = PlaneTransform.powerOfTwo(2 * h - 1);
        double[] sums = spectrumSquared(f, mean, false, pw, ph, progress);
        boolean holes = f.measured() < w * h;
        double[] pairs = holes ? spectrumSquared(f, mean, true, pw, ph, progress) : null;
        int lw = 2 * w - 1;
        int lh = 2 * h - 1;
        double[] out = new double[lw * lh];
        for (int y = 0; y < lh; y++) {
            int dy = y - (h - 1);
            for (int x = 0; x < lw; x++) {
                int dx = x - (w - 1);
                int at = (dy + ph) % ph * pw + (dx + pw) % pw;
                double count = holes ? Math.rint(pairs[at]) : (double) (w - Math.abs(dx)) * (h - Math.abs(dy));
                out[y * lw + x] = count < 1 || variance == 0 ? 0 : sums[at] / count / variance;
            }
        }
        // averaging over squares takes noise away at lag zero only
        out[(h - 1) * lw + w - 1] = 1;
        return new Autocorrelation(out, lw, lh, f.stepX(), f.stepY(), variance);
    }

    /** Sums over pairs of points by lag: of products of heights, or of ones. */
    private static double[] spectrumSquared(HeightField f, double mean, boolean ones, int pw, int ph,
            Progress progress) {
        double[] re = new double[pw * ph];
        double[] im = new double[pw * ph];
        for (int y = 0; y < f.height(); y++) {
            for (int x = 0; x < f.width(); x++) {
                double v = f.z()[y * f.width() + x];
                re[y * pw + x] = v != v ? 0 : ones ? 1 : v - mean;
            }
        }
        PlaneTransform.transform(re, im, pw, ph, false, progress);
        for (int i = 0; i < re.length; i++) {
            re[i] = re[i] * re[i] + im[i] * im[i];
        }
        Arrays.fill(im, 0);
        PlaneTransform.transform(re, im, pw, ph, true, progress);
        return re;
    }

    /** Correlation at a lag in points. */
    public double at(int dx, int dy) {
        return values[(height / 2 + dy) * width + width / 2 + dx];
    }
}
