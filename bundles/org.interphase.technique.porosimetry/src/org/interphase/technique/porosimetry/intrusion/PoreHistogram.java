package org.interphase.technique.porosimetry.intrusion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Volume per decade of diameter, on steps of equal length on the logarithmic scale.
 *
 * @param diameter middle of the steps in m, descending
 * @param density volume per decade
 * @param uncertainty standard uncertainty of each by the readings
 * @param step length of a step in decades
 */
public record PoreHistogram(double[] diameter, double[] density, double[] uncertainty, double step) {

    private static final double FINEST = 0.05;
    /** A mode stands out of the valleys beside it by this part of the highest, and by so many uncertainties. */
    private static final double PROMINENCE = 0.05;
    private static final double SIGMAS = 4;

    /** The histogram of an intrusion: volumes between points grow evenly with the logarithm of the pressure. */
    public static PoreHistogram of(Intrusion in) {
        int n = in.size();
        double[] x = Arrays.stream(in.pressure()).map(Math::log10).toArray();
        double[] gaps = new double[n - 1];
        for (int i = 1; i < n; i++) {
            gaps[i - 1] = x[i] - x[i - 1];
        }
        Arrays.sort(gaps);
        double step = Math.max(FINEST, 1.5 * gaps[(n - 1) / 2]);
        int bins = Math.max(2, (int) Math.ceil((x[n - 1] - x[0]) / step));
        double[] d = new double[bins];
        double[] f = new double[bins];
        double[] u = new double[bins];
        // from the highest pressure down, so that the narrowest pores have whole steps
        for (int k = 0; k < bins; k++) {
            double high = x[n - 1] - (bins - 1 - k) * step;
            double low = high - step;
            d[k] = in.law().diameter(Math.pow(10, (high + low) / 2));
            f[k] = (at(x, in.volume(), high) - at(x, in.volume(), low)) / step;
            u[k] = Math.sqrt(2) * in.reading() / step;
        }
        return new PoreHistogram(d, f, u, step);
    }

    private static double at(double[] x, double[] v, double where) {
        if (where <= x[0]) {
            return v[0];
        }
        int i = Arrays.binarySearch(x, where);
        if (i >= 0) {
            return v[i];
        }
        int k = Math.min(-i - 1, x.length - 1);
        return v[k - 1] + (v[k] - v[k - 1]) * (Math.min(where, x[k]) - x[k - 1]) / (x[k] - x[k - 1]);
    }

    /** Steps at which the density has a maximum that stands out, the highest first. */
    public List<Integer> modes() {
        double highest = Arrays.stream(density).max().orElse(0);
        List<Integer> out = new ArrayList<>();
        for (int k = 0; k < density.length; k++) {
            double here = density[k];
            boolean top = here > 0 && (k == 0 || density[k - 1] < here)
                    && (k == density.length - 1 || density[k + 1] <= here);
            if (top && here - Math.max(valley(k, -1), valley(k, 1)) > Math.max(PROMINENCE * highest,
                    SIGMAS * uncertainty[k])) {
                out.add(k);
            }
        }
        out.sort((a, b) -> Double.compare(density[b], density[a]));
        return out;
    }

    /** Lowest density on the way to a higher one; nothing lies beyond the ends. */
    private double valley(int from, int way) {
        double low = density[from];
        for (int k = from + way; k >= 0 && k < density.length; k += way) {
            if (density[k] > density[from]) {
                return low;
            }
            low = Math.min(low, density[k]);
        }
        return Math.min(low, 0);
    }

    /** Diameter of a maximum in m, by the parabola through it and its neighbours. */
    public double top(int k) {
        if (k == 0 || k == density.length - 1) {
            return diameter[k];
        }
        double a = density[k - 1] - density[k];
        double b = density[k + 1] - density[k];
        double shift = a + b < 0 ? (a - b) / (2 * (a + b)) : 0;
        return diameter[k] * Math.pow(10, -step * Math.max(-1, Math.min(1, shift)));
    }

    /** Whether a maximum lies at the end of the range, where its other flank is not seen. */
    public boolean isEnd(int k) {
        return k == 0 || k >= density.length - 1;
    }

    /** The diameter in m of the lowest step between two others. */
    public int lowestBetween(int a, int b) {
        int low = Math.min(a, b);
        for (int k = low; k <= Math.max(a, b); k++) {
            low = density[k] < density[low] ? k : low;
        }
        return low;
    }
}
