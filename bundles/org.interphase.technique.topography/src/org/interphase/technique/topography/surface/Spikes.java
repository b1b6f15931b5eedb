package org.interphase.technique.topography.surface;

import org.interphase.api.Progress;
import org.interphase.numerics.signal.Robust;

/**
 * Points that stand off the median of their neighbours by more than the rest do, and by far more than these differ
 * among themselves: spikes, not the flank of a step or a rough spot. A window of radius 1 sees up to two of them side
 * by side, one of radius 2 six.
 *
 * @param mask where they are
 * @param count how many there are
 */
public record Spikes(boolean[] mask, int count) {

    private static final int ENOUGH = 400_000;
    /** How much farther off than the middle half of the neighbours is wide. */
    private static final double APART = 4;

    /**
     * The spikes of a map.
     *
     * @param radius half side of the window of neighbours in points
     * @param threshold in robust standard deviations of the distances from the median
     */
    public static Spikes of(HeightField f, int radius, double threshold, Progress progress) {
        int w = f.width();
        int h = f.height();
        float[] off = new float[w * h];
        float[] spread = new float[w * h];
        double[] window = new double[(2 * radius + 1) * (2 * radius + 1)];
        for (int y = 0; y < h; y++) {
            progress.checkCancelled();
            for (int x = 0; x < w; x++) {
                double v = f.z()[y * w + x];
                off[y * w + x] = Float.NaN;
                if (v == v) {
                    int n = sortedWindow(f, x, y, radius, window);
                    off[y * w + x] = (float) (v - (window[(n - 1) / 2] + window[n / 2]) / 2);
                    spread[y * w + x] = (float) (window[(3 * n - 1) / 4] - window[n / 4]);
                }
            }
        }
        double scale = scale(off);
        boolean[] mask = new boolean[off.length];
        int count = 0;
        for (int i = 0; i < off.length; i++) {
            mask[i] = scale > 0 && Math.abs(off[i]) > Math.max(threshold * scale, APART * spread[i]);
            count += mask[i] ? 1 : 0;
        }
        return new Spikes(mask, count);
    }

    private static int sortedWindow(HeightField f, int x, int y, int radius, double[] window) {
        int w = f.width();
        int n = 0;
        for (int v = Math.max(0, y - radius); v <= Math.min(f.height() - 1, y + radius); v++) {
            for (int u = Math.max(0, x - radius); u <= Math.min(w - 1, x + radius); u++) {
                double z = f.z()[v * w + u];
                if (z == z) {
                    // windows are small: insertion beats sorting
                    int k = n++;
                    while (k > 0 && window[k - 1] > z) {
                        window[k] = window[k - 1];
                        k--;
                    }
                    window[k] = z;
                }
            }
        }
        return n;
    }

    private static double scale(float[] off) {
        int step = Math.max(1, off.length / ENOUGH);
        double[] a = new double[off.length / step + 1];
        int n = 0;
        for (int i = 0; i < off.length; i += step) {
            if (off[i] == off[i]) {
                a[n++] = Math.abs(off[i]);
            }
        }
        double mad = n == 0 ? 0 : Robust.medianInPlace(a, n);
        if (mad > 0) {
            return Robust.SIGMA_PER_MAD * mad;
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += a[i];
        }
        return n == 0 ? 0 : Math.sqrt(Math.PI / 2) * sum / n;
    }

    /** The map with holes where the spikes are. */
    public HeightField takenFrom(HeightField f) {
        double[] out = f.z().clone();
        for (int i = 0; i < out.length; i++) {
            if (mask[i]) {
                out[i] = Double.NaN;
            }
        }
        return f.with(out);
    }
}
