package org.interphase.numerics.signal;

import java.util.Arrays;
import org.interphase.numerics.internal.Checks;

/**
 * Removes cosmic-ray spikes and says which points it touched.
 *
 * @param values the cleaned signal
 * @param touched positions of the replaced points, ascending
 */
public record Despike(double[] values, int[] touched) {

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
    /** From this correlation of neighbours' noise on, a spectrum was smoothed, and its noise has bumps. */
    private static final double SMOOTHED = 2;

    /**
     * Removes narrow runs and spares sharp lines. A run of one to three points is a spike if it stands out of the cubic
     * through the two points on either side by more than noise, and its neighbours are not lifted with it as a line
     * lifts the points next to its top over those further out. Where lines may be narrower than four points (because
     * {@code narrowest} says so, or because the signal has such lines, see {@link NarrowestLine}) a run must also
     * exceed what the cubic can be off under one: for a Lorentz line of height h and FWHM f points the fourth
     * derivative at the top is 384 h / f^4, and the interpolation error that derivative times 1/6, 1/2 or 3/2 for a
     * gap of one, two or three points. The most significant run is replaced first; then the search starts again.
     *
     * @param y signal, at least 8 points; not changed
     * @param noise noise of each point
     * @param narrowest FWHM of the narrowest real line, in points
     * @param threshold excess over its standard uncertainty
     */
    public static Despike narrowRuns(double[] y, NoiseLevel noise, double narrowest, double threshold) {
        Checks.finite(y, 8);
        if (!(threshold > 0) || !(narrowest > 0) || noise.sigma().length != y.length) {
            throw new IllegalArgumentException("Despiking needs positive threshold and width and the noise of every "
                    + "point, got " + threshold + ", " + narrowest + ", " + noise.sigma().length + " for " + y.length);
        }
        double[] v = y.clone();
        double factor = noise.correlation() >= SMOOTHED ? noise.correlation() : 1;
        double[] sigma = Arrays.stream(noise.sigma()).map(s -> s * factor).toArray();
        double line = Math.min(narrowest, NarrowestLine.find(y, sigma));
        boolean[] touched = new boolean[y.length];
        // no spectrum has more hits than a tenth of its points
        for (int round = 0; round < Math.max(1, y.length / 10); round++) {
            int best = -1;
            int width = 0;
            double most = threshold;
            for (int w = 1; w <= WIDEST; w++) {
                for (int i = 2; i + w + 1 < v.length; i++) {
                    double s = significance(v, sigma, i, w, line);
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
        return new Despike(v, Arrays.copyOf(indices, n));
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

    /** The cubic, but not below the line between the neighbours: beside a steep band it swings under the foot. */
    private static double predicted(double[] v, int from, int width, int k) {
        double[] c = WEIGHTS[width][k];
        double cubic = c[0] * v[from - 2] + c[1] * v[from - 1] + c[2] * v[from + width] + c[3] * v[from + width + 1];
        double t = (k + 1.0) / (width + 1);
        return Math.max(cubic, (1 - t) * v[from - 1] + t * v[from + width]);
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

    /**
     * Comparison with neighbours in a map: a point is a spike where it exceeds the median of the same channel in the
     * neighbouring spectra, after scaling each neighbour to this spectrum, by more than {@code threshold} robust
     * standard deviations of that difference over the spectrum. Sharp bands, which the neighbours share, are spared.
     *
     * @param y spectrum to clean
     * @param neighbours spectra beside it, at least 2, same length
     * @param threshold number of robust standard deviations
     */
    public static Despike byNeighbours(double[] y, double[][] neighbours, double threshold) {
        Checks.finite(y, 5);
        if (neighbours.length < 2 || !(threshold > 0)) {
            throw new IllegalArgumentException("At least two neighbours and a positive threshold are needed, got "
                    + neighbours.length + " and " + threshold);
        }
        int n = y.length;
        double[][] scaled = new double[neighbours.length][];
        for (int k = 0; k < neighbours.length; k++) {
            Checks.finite(neighbours[k], 5);
            Checks.sameLength(y, neighbours[k]);
            scaled[k] = scaledTo(y, neighbours[k]);
        }
        double[] reference = new double[n];
        double[] difference = new double[n];
        double[] channel = new double[neighbours.length];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < neighbours.length; k++) {
                channel[k] = scaled[k][i];
            }
            reference[i] = Robust.medianInPlace(channel);
            difference[i] = y[i] - reference[i];
        }
        double centre = Robust.median(difference);
        double spread = Robust.mad(difference) * Robust.SIGMA_PER_MAD;
        double[] cleaned = y.clone();
        int[] touched = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            if (spread > 0 && difference[i] - centre > threshold * spread) {
                cleaned[i] = reference[i] + centre;
                touched[count++] = i;
            }
        }
        return new Despike(cleaned, Arrays.copyOf(touched, count));
    }

    /**
     * Gain and offset by least squares, repeated with bisquare weights so that spikes in either spectrum do not count.
     */
    private static double[] scaledTo(double[] y, double[] other) {
        int n = y.length;
        double[] weight = new double[n];
        Arrays.fill(weight, 1);
        double[] out = new double[n];
        for (int round = 0; round < 6; round++) {
            double s = 0;
            double mx = 0;
            double my = 0;
            for (int i = 0; i < n; i++) {
                s += weight[i];
                mx += weight[i] * other[i];
                my += weight[i] * y[i];
            }
            mx /= s;
            my /= s;
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < n; i++) {
                sxx += weight[i] * (other[i] - mx) * (other[i] - mx);
                sxy += weight[i] * (other[i] - mx) * (y[i] - my);
            }
            double gain = sxx > 0 ? sxy / sxx : 1;
            double[] residual = new double[n];
            for (int i = 0; i < n; i++) {
                out[i] = my + gain * (other[i] - mx);
                residual[i] = y[i] - out[i];
            }
            double limit = 6 * Robust.mad(residual) * Robust.SIGMA_PER_MAD;
            for (int i = 0; i < n; i++) {
                double t = limit > 0 ? residual[i] / limit : 0;
                weight[i] = Math.abs(t) < 1 ? (1 - t * t) * (1 - t * t) : 0;
            }
        }
        return out;
    }
}
