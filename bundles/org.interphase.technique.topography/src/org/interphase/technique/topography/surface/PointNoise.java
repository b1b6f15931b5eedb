package org.interphase.technique.topography.surface;

import org.interphase.numerics.signal.Robust;

/**
 * Height differences from point to point that a smooth surface does not have: the standard deviation of noise, or of
 * texture finer than the distance of points; the two can't be told apart. From double second differences over 3 x 3
 * points (J. Immerkaer, Comput. Vis. Image Underst. 64 (1996) 300, doi:10.1006/cviu.1996.0060), by their median, so
 * that spikes and steps do not count.
 */
public final class PointNoise {

    /** Root of the sum of squared weights of the mask. */
    private static final double MASK = 6;
    private static final int ENOUGH = 400_000;

    private PointNoise() {
    }

    /** Standard deviation in the unit of heights; 0 if no 3 x 3 points were measured. */
    public static double of(HeightField f) {
        int w = f.width();
        int step = Math.max(1, (int) Math.sqrt((double) f.z().length / ENOUGH));
        double[] d = new double[((w - 2) / step + 1) * ((f.height() - 2) / step + 1)];
        double[] z = f.z();
        int n = 0;
        for (int y = 1; y < f.height() - 1; y += step) {
            for (int x = 1; x < w - 1; x += step) {
                int i = y * w + x;
                double v = z[i - w - 1] - 2 * z[i - w] + z[i - w + 1] - 2 * (z[i - 1] - 2 * z[i] + z[i + 1])
                        + z[i + w - 1] - 2 * z[i + w] + z[i + w + 1];
                if (v == v) {
                    d[n++] = Math.abs(v);
                }
            }
        }
        if (n == 0) {
            return 0;
        }
        double median = Robust.medianInPlace(d, n);
        if (median > 0) {
            return Robust.SIGMA_PER_MAD * median / MASK;
        }
        // heights in coarse steps: more than half of the differences are zero
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += d[i];
        }
        return Math.sqrt(Math.PI / 2) * sum / n / MASK;
    }
}
