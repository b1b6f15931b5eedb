package org.interphase.technique.vibrational.internal.bands;

import java.util.Arrays;

/**
 * Removes cosmic rays from a spectrum and spares sharp bands. A run of one to three points is a spike if it stands
 * out of the cubic through the two points on either side by more than noise, and its neighbours are not lifted with it
 * as a line lifts the points next to its top over those further out. Where lines may be narrower than four points it
 * must also exceed what the cubic can be off under one: for a Lorentz line of height h and FWHM f points the fourth
 * derivative at the top is 384 h / f^4, and the interpolation error that derivative times 1/6, 1/2 or 3/2 for a gap of
 * one, two or three points. The most significant run is replaced first; then the search starts again.
 *
 * @param values the spectrum without spikes
 * @param touched indices of replaced points, ascending
 */
public record Spikes(double[] values, int[] touched) {

    private static final int WIDEST = 3;
    /**
     * Rise of the neighbours over the points beyond, relative to the excess, for gaps of one to three points; Lorentz
     * lines of at least three points FWHM have more wherever the gap lies (1.69, 0.83 and 0.49 at least).
     */
    private static final double[] LIFTED = {0, 0.8, 0.75, 0.45};
    /** From this FWHM in points on, the lift of the neighbours alone tells lines from spikes. */
    private static final double RESOLVED = 4;
    private static final double[][][] WEIGHTS = allWeights();
    private static final double[] ERROR = {0, 1.0 / 6, 1.0 / 2, 3.0 / 2};

    /**
     * Looks for spikes.
     *
     * @param y spectrum; not changed
     * @param sigma noise of each point
     * @param narrowest FWHM of the narrowest real band, in points
     * @param threshold excess over its standard uncertainty
     */
    public static Spikes remove(double[] y, double[] sigma, double narrowest, double threshold) {
        double[] v = y.clone();
        boolean[] touched = new boolean[y.length];
        // no spectrum has more hits than a tenth of its points
        for (int round = 0; round < Math.max(1, y.length / 10); round++) {
            int best = -1;
            int width = 0;
            double most = threshold;
            for (int w = 1; w <= WIDEST; w++) {
                for (int i = 2; i + w + 1 < v.length; i++) {
                    double s = significance(v, sigma, i, w, narrowest);
                    if (s > most) {
                        most = s;
                        best = i;
                        width = w;
                    }
                }
            }
            if (best < 0) {
                break;
            }
            double[] filled = new double[width];
            for (int k = 0; k < width; k++) {
                filled[k] = predicted(v, best, width, k);
                touched[best + k] = true;
            }
            System.arraycopy(filled, 0, v, best, width);
        }
        int[] indices = new int[y.length];
        int n = 0;
        for (int i = 0; i < y.length; i++) {
            if (touched[i]) {
                indices[n++] = i;
            }
        }
        return new Spikes(v, Arrays.copyOf(indices, n));
    }

    private static double significance(double[] v, double[] sigma, int from, int width, double narrowest) {
        double sum = 0;
        double variance = 0;
        double top = 0;
        for (int k = 0; k < width; k++) {
            double predicted = predicted(v, from, width, k);
            double excess = v[from + k] - predicted;
            double[] c = WEIGHTS[width][k];
            double own = sigma[from + k] * Math.sqrt(1 + c[0] * c[0] + c[1] * c[1] + c[2] * c[2] + c[3] * c[3]);
            if (excess < 2.5 * own) {
                return 0;
            }
            sum += excess / width;
            variance += own * own / (width * width);
            top = Math.max(top, predicted);
        }
        double lifted = 0.5 * (v[from - 1] - v[from - 2] + v[from + width] - v[from + width + 1]);
        if (lifted > LIFTED[width] * sum) {
            return 0;
        }
        if (narrowest >= RESOLVED) {
            return sum / Math.sqrt(variance);
        }
        double height = Math.max(0, top - floor(v, from, width, narrowest));
        double allowed = height * Math.min(50, 384 * ERROR[width] / Math.pow(narrowest, 4));
        return (sum - allowed) / Math.sqrt(variance);
    }

    /** Lowest level within three widths of the narrowest band: what a band there would rise from. */
    private static double floor(double[] v, int from, int width, double narrowest) {
        int reach = (int) Math.ceil(3 * Math.max(2, narrowest));
        double low = Double.POSITIVE_INFINITY;
        for (int i = Math.max(0, from - reach); i < Math.min(v.length, from + width + reach); i++) {
            low = Math.min(low, v[i]);
        }
        return low;
    }

    private static double predicted(double[] v, int from, int width, int k) {
        double[] c = WEIGHTS[width][k];
        return c[0] * v[from - 2] + c[1] * v[from - 1] + c[2] * v[from + width] + c[3] * v[from + width + 1];
    }

    private static double[][][] allWeights() {
        double[][][] out = new double[WIDEST + 1][WIDEST][];
        for (int w = 1; w <= WIDEST; w++) {
            for (int k = 0; k < w; k++) {
                out[w][k] = weights(w, k);
            }
        }
        return out;
    }

    /** Lagrange weights at point k of a gap for the nodes -2, -1, width, width + 1. */
    private static double[] weights(int width, int k) {
        double[] nodes = {-2, -1, width, width + 1};
        double[] out = new double[4];
        for (int a = 0; a < 4; a++) {
            out[a] = 1;
            for (int b = 0; b < 4; b++) {
                if (b != a) {
                    out[a] *= (k - nodes[b]) / (nodes[a] - nodes[b]);
                }
            }
        }
        return out;
    }
}
