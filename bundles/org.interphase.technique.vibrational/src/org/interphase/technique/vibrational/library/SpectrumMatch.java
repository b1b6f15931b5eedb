package org.interphase.technique.vibrational.library;

import java.util.Arrays;
import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.signal.Resample;
import org.interphase.numerics.signal.SavitzkyGolay;

/** How alike two spectra are, on the common part of their axes; 1 for the same spectrum up to a factor. */
public final class SpectrumMatch {

    private static final int MOST_POINTS = 4000;
    private static final int FEWEST_POINTS = 32;
    /** Features broader than this are baseline, cm-1. */
    private static final double BASELINE_WIDTH = 240;

    private final double[] a;
    private final double[] b;
    private final double step;

    private SpectrumMatch(double[] a, double[] b, double step) {
        this.a = a;
        this.b = b;
        this.step = step;
    }

    /**
     * Brings two spectra to a common grid and takes their baselines off.
     *
     * @param from lower end of the range to compare; NaN for all
     * @param to upper end
     * @return null if they do not overlap enough: at least a third of the first's range, and 32 points
     */
    public static SpectrumMatch of(double[] xa, double[] ya, double[] xb, double[] yb, double from, double to) {
        double low = Math.max(xa[0], xb[0]);
        double high = Math.min(xa[xa.length - 1], xb[xb.length - 1]);
        double wantedLow = Double.isNaN(from) ? xa[0] : Math.max(from, xa[0]);
        double wantedHigh = Double.isNaN(to) ? xa[xa.length - 1] : Math.min(to, xa[xa.length - 1]);
        low = Math.max(low, wantedLow);
        high = Math.min(high, wantedHigh);
        if (!(high > low) || high - low < (wantedHigh - wantedLow) / 3) {
            return null;
        }
        double step = Math.max((xa[xa.length - 1] - xa[0]) / (xa.length - 1),
                (xb[xb.length - 1] - xb[0]) / (xb.length - 1));
        int n = (int) Math.min(MOST_POINTS, Math.floor((high - low) / step) + 1);
        if (n < FEWEST_POINTS) {
            return null;
        }
        double[] grid = new double[n];
        for (int i = 0; i < n; i++) {
            grid[i] = Math.min(high, low + i * (high - low) / (n - 1));
        }
        double spacing = (high - low) / (n - 1);
        return new SpectrumMatch(flat(Resample.linear(xa, ya, grid), spacing),
                flat(Resample.linear(xb, yb, grid), spacing), spacing);
    }

    private static double[] flat(double[] y, double spacing) {
        double lambda = Math.min(1e10, Math.max(10, Math.pow(BASELINE_WIDTH / spacing / 2, 4)));
        return new ArPls(lambda).of(y).subtractFrom(y);
    }

    /** Pearson's correlation of the spectra without baseline. */
    public double correlation() {
        return pearson(a, b);
    }

    /** Pearson's correlation of the first derivatives (Savitzky-Golay, about 20 cm-1 wide). */
    public double derivativeCorrelation() {
        int window = Math.max(5, Math.min(a.length / 2, (int) Math.round(20 / step)) | 1);
        SavitzkyGolay filter = new SavitzkyGolay(window, 2);
        return pearson(filter.derivative(a, 1, step), filter.derivative(b, 1, step));
    }

    /** 1 - 2 angle / pi between the spectra as vectors. */
    public double spectralAngle() {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        double cosine = aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
        return 1 - 2 * Math.acos(Math.max(-1, Math.min(1, cosine))) / Math.PI;
    }

    private static double pearson(double[] u, double[] v) {
        double mu = Arrays.stream(u).average().orElse(0);
        double mv = Arrays.stream(v).average().orElse(0);
        double uv = 0;
        double uu = 0;
        double vv = 0;
        for (int i = 0; i < u.length; i++) {
            uv += (u[i] - mu) * (v[i] - mv);
            uu += (u[i] - mu) * (u[i] - mu);
            vv += (v[i] - mv) * (v[i] - mv);
        }
        return uu > 0 && vv > 0 ? uv / Math.sqrt(uu * vv) : 0;
    }

    /**
     * How well two lists of positions agree: harmonic mean of the height-weighted shares of either list that the other
     * has within the tolerance.
     */
    public static double peakLists(double[] pa, double[] ha, double[] pb, double[] hb, double tolerance) {
        double sa = share(pa, ha, pb, tolerance);
        double sb = share(pb, hb, pa, tolerance);
        return sa + sb > 0 ? 2 * sa * sb / (sa + sb) : 0;
    }

    private static double share(double[] p, double[] h, double[] others, double tolerance) {
        double hit = 0;
        double all = 0;
        for (int i = 0; i < p.length; i++) {
            // square roots of heights: weak bands count, strong ones do not decide alone
            double w = Math.sqrt(Math.max(0, h[i]));
            all += w;
            double nearest = Double.POSITIVE_INFINITY;
            for (double o : others) {
                nearest = Math.min(nearest, Math.abs(o - p[i]));
            }
            if (nearest <= tolerance) {
                hit += w;
            }
        }
        return all > 0 ? hit / all : 0;
    }
}
