package org.interphase.technique.microscopy.segmentation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.interphase.model.Raster;
import org.interphase.model.Remark;

/** Whether a separated phase can be structure, or is the noise of single pixels. */
public final class SegmentQuality {

    /** A phase narrower than this on average, in pixels, is as fine as the noise that a 3 x 3 median leaves. */
    private static final double NARROW = 5;
    /**
     * Least distance of the phases' mean grey levels in standard deviations of the noise. A threshold through the
     * middle of normally distributed noise alone leaves 2 sqrt(2 / pi) = 1.6 of them between both sides.
     */
    private static final double CONTRAST = 2.5;
    /** Pixels so far apart share no noise after a 3 x 3 median. */
    private static final int APART = 3;
    private static final int MOST_PAIRS = 200_000;

    private SegmentQuality() {
    }

    /** A warning, where there is reason for it. */
    public static List<Remark> remarks(Raster input, Selection area, byte[] mask) {
        double width = meanWidth(mask, area.width());
        double contrast = contrast(input, area, mask);
        List<Remark> out = new ArrayList<>();
        String advice = "Reduce the noise more (for example a Gaussian filter of 2 px), open the phase, or use a "
                + "higher "
                + "magnification.";
        if (width < NARROW) {
            out.add(Remark.warning(String.format(Locale.ROOT, "The separated phase is only %.1f pixels wide on "
                    + "average, so noise of single pixels is counted as structure. %s", width, advice)));
        } else if (contrast < CONTRAST) {
            out.add(Remark.warning(String.format(Locale.ROOT, "Both phases differ by only %.1f times the noise of a "
                    + "pixel, so much of what is separated is noise. %s", contrast, advice)));
        }
        return out;
    }

    /** Mean length in pixels of the stretches of phase along the rows. */
    private static double meanWidth(byte[] mask, int width) {
        long pixels = 0;
        long stretches = 0;
        for (int i = 0; i < mask.length; i++) {
            pixels += mask[i];
            stretches += mask[i] != 0 && (i % width == 0 || mask[i - 1] == 0) ? 1 : 0;
        }
        return stretches == 0 ? Double.NaN : (double) pixels / stretches;
    }

    /** Distance of the mean grey levels over the noise; the noise from the median difference of near pixels. */
    private static double contrast(Raster input, Selection area, byte[] mask) {
        int w = area.width();
        int step = Math.max(1, mask.length / MOST_PAIRS);
        double[] d = new double[mask.length / step + 1];
        int n = 0;
        double[] sum = new double[2];
        long[] count = new long[2];
        for (int i = 0; i < mask.length; i += step) {
            int x = i % w;
            double v = input.get(area.x() + x, area.y() + i / w);
            if (!area.has(i) || Double.isNaN(v)) {
                continue;
            }
            sum[mask[i]] += v;
            count[mask[i]]++;
            double next = x + APART < w ? input.get(area.x() + x + APART, area.y() + i / w) : Double.NaN;
            if (!Double.isNaN(next)) {
                d[n++] = Math.abs(v - next);
            }
        }
        if (n < 100 || count[0] == 0 || count[1] == 0) {
            return Double.NaN;
        }
        Arrays.sort(d, 0, n);
        // 1.4826: median of the absolute values of a normal distribution; sqrt 2: a difference of two
        double noise = 1.4826 * d[n / 2] / Math.sqrt(2);
        return Math.abs(sum[0] / count[0] - sum[1] / count[1]) / Math.max(1e-12, noise);
    }
}
