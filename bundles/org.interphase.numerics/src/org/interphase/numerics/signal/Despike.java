package org.interphase.numerics.signal;

import org.interphase.numerics.internal.Checks;

import java.util.Arrays;

/**
 * Removes cosmic-ray spikes and says which points it touched.
 *
 * @param values the cleaned signal
 * @param touched positions of the replaced points, ascending
 */
public record Despike(double[] values, int[] touched) {

    /**
     * Modified z-score of the differenced signal: D. A. Whitaker and K. Hayes, "A simple algorithm for despiking Raman
     * spectra", Chemom. Intell. Lab. Syst. 179 (2018) 82. To spare sharp real bands, a spike must also rise and fall
     * again within {@code maxWidth} points; a band as wide as the instrument's line takes more. Replaced by the mean of
     * clean points within {@code reach}.
     *
     * @param y signal, at least 5 points
     * @param threshold modified z-score, for example 6 to 8
     * @param maxWidth largest number of points a spike may cover
     * @param reach points on either side to average for the replacement
     */
    public static Despike whitakerHayes(double[] y, double threshold, int maxWidth, int reach) {
        Checks.finite(y, 5);
        if (!(threshold > 0) || maxWidth < 1 || reach < 1) {
            throw new IllegalArgumentException("Despiking needs positive threshold, width and reach, got " + threshold
                    + ", "
                    + maxWidth + ", " + reach);
        }
        int n = y.length;
        double[] difference = new double[n - 1];
        for (int i = 0; i < n - 1; i++) {
            difference[i] = y[i + 1] - y[i];
        }
        double centre = Robust.median(difference);
        double spread = Robust.mad(difference) * Robust.SIGMA_PER_MAD;
        boolean[] spike = new boolean[n];
        if (spread > 0) {
            for (int i = 0; i < n - 1; i++) {
                double rise = (difference[i] - centre) / spread;
                double before = i > 0 ? (difference[i - 1] - centre) / spread : 0;
                // a spike starts from its surroundings; the last step up to a band's top follows other steps
                if (rise > threshold && before < 0.5 * rise) {
                    markIfItFalls(difference, centre, spread, i, maxWidth, spike);
                }
            }
        }
        return replace(y, spike, reach);
    }

    /**
     * A rise into point {@code i + 1}: a spike if the signal is back at its level from before within maxWidth points.
     */
    private static void markIfItFalls(double[] difference, double centre, double spread, int i, int maxWidth,
            boolean[] spike) {
        double height = 0;
        double top = 0;
        for (int k = i; k < difference.length && k <= i + maxWidth; k++) {
            height += difference[k] - centre;
            top = Math.max(top, height);
            // within noise, or, on the flank of a band, within a tenth of the spike
            if (height < Math.max(2 * spread, 0.1 * top)) {
                Arrays.fill(spike, i + 1, k + 1, true);
                return;
            }
        }
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

    private static Despike replace(double[] y, boolean[] spike, int reach) {
        double[] cleaned = y.clone();
        int[] touched = new int[y.length];
        int count = 0;
        for (int i = 0; i < y.length; i++) {
            if (spike[i]) {
                touched[count++] = i;
                cleaned[i] = cleanMean(y, spike, i, reach);
            }
        }
        return new Despike(cleaned, Arrays.copyOf(touched, count));
    }

    private static double cleanMean(double[] y, boolean[] spike, int centre, int reach) {
        for (int r = reach; r < y.length; r++) {
            double sum = 0;
            int count = 0;
            for (int k = Math.max(0, centre - r); k <= Math.min(y.length - 1, centre + r); k++) {
                if (!spike[k]) {
                    sum += y[k];
                    count++;
                }
            }
            if (count > 0) {
                return sum / count;
            }
        }
        return y[centre];
    }
}
