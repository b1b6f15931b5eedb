package org.interphase.technique.topography.areal;

import org.interphase.api.Progress;
import org.interphase.technique.topography.surface.Coarser;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.technique.topography.surface.PlaneTransform;

/**
 * Power spectral density of heights, averaged over all directions: the integral over the plane of wave vectors (in
 * cycles per length) is the mean square height. Heights are tapered by a Hann window and scaled for what it takes away
 * (T. D. B. Jacobs, T. Junge, L. Pastewka, Surf. Topogr. Metrol. Prop. 5 (2017) 013001, doi:10.1088/2051-672X/aa51f8).
 *
 * @param frequency middle of each ring, in cycles per length, ascending
 * @param density mean of each ring, height squared times length squared
 */
public record PowerSpectrum(double[] frequency, double[] density) {

    private static final int LONGEST = 2048;
    private static final double RATIO = 1.12;

    /** The spectrum of a map; missing points count as lying at the mean. */
    public static PowerSpectrum of(HeightField surface, Progress progress) {
        HeightField f = Coarser.of(surface, (Math.max(surface.width(), surface.height()) + LONGEST - 1) / LONGEST);
        int w = f.width();
        int h = f.height();
        int pw = PlaneTransform.powerOfTwo(w);
        int ph = PlaneTransform.powerOfTwo(h);
        double mean = f.mean();
        double[] re = new double[pw * ph];
        double[] im = new double[pw * ph];
        double taken = 0;
        for (int y = 0; y < h; y++) {
            double hy = Math.sin(Math.PI * (y + 0.5) / h);
            for (int x = 0; x < w; x++) {
                double hx = Math.sin(Math.PI * (x + 0.5) / w);
                double window = hx * hx * hy * hy;
                double v = f.z()[y * w + x];
                if (v == v) {
                    re[y * pw + x] = (v - mean) * window;
                    taken += window * window;
                }
            }
        }
        PlaneTransform.transform(re, im, pw, ph, false, progress);
        double lengthX = pw * f.stepX();
        double lengthY = ph * f.stepY();
        double lowest = 1 / Math.max(w * f.stepX(), h * f.stepY());
        double highest = 0.5 / Math.max(f.stepX(), f.stepY());
        int rings = (int) Math.max(4, Math.ceil(Math.log(highest / lowest) / Math.log(RATIO)));
        double[] sum = new double[rings];
        double[] at = new double[rings];
        double[] count = new double[rings];
        // |Z|^2 over the sum of squared weights is a mean square per mode of the padded grid; times the cell of a mode
        double scale = f.stepX() * f.stepY() / taken;
        for (int y = 0; y < ph; y++) {
            double qy = (y <= ph / 2 ? y : y - ph) / lengthY;
            for (int x = 0; x < pw; x++) {
                double qx = (x <= pw / 2 ? x : x - pw) / lengthX;
                double q = Math.hypot(qx, qy);
                if (q < lowest || q >= highest) {
                    continue;
                }
                int k = (int) (rings * Math.log(q / lowest) / Math.log(highest / lowest));
                int i = y * pw + x;
                sum[k] += scale * (re[i] * re[i] + im[i] * im[i]);
                at[k] += q;
                count[k]++;
            }
        }
        int n = 0;
        for (int k = 0; k < rings; k++) {
            if (count[k] > 0) {
                at[n] = at[k] / count[k];
                sum[n++] = sum[k] / count[k];
            }
        }
        return new PowerSpectrum(java.util.Arrays.copyOf(at, n), java.util.Arrays.copyOf(sum, n));
    }
}
