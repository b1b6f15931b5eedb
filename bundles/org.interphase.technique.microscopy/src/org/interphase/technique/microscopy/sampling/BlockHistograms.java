package org.interphase.technique.microscopy.sampling;

import java.util.SplittableRandom;

/**
 * Weighted histograms of a quantity in blocks of a picture, resampled block by block: how well mean and percentiles
 * are known although neighbouring pixels are not independent.
 */
public final class BlockHistograms {

    /** Percentiles reported beside the mean, in percent. */
    private static final double[] PERCENTILES = {10, 50, 90};

    private final double[] values;
    private final double[][] weights;

    /**
     * @param values value of each class, ascending
     * @param weights weight [block][class]
     */
    public BlockHistograms(double[] values, double[][] weights) {
        this.values = values;
        this.weights = weights;
    }

    /** Percentiles reported beside the mean, in percent. */
    public static double[] percentiles() {
        return PERCENTILES.clone();
    }

    /** Mean, then the percentiles, then the standard deviation. */
    public double[] statistics() {
        int[] once = new int[weights.length];
        java.util.Arrays.fill(once, 1);
        return statistics(once);
    }

    /** Standard errors of {@link #statistics()} by resampling blocks; NaN with fewer than four blocks in use. */
    public double[] standardErrors(int resamples, long seed) {
        int used = 0;
        for (double[] w : weights) {
            double sum = 0;
            for (double v : w) {
                sum += v;
            }
            used += sum > 0 ? 1 : 0;
        }
        double[] out = new double[2 + PERCENTILES.length];
        if (used < 4) {
            java.util.Arrays.fill(out, Double.NaN);
            return out;
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] sum = new double[out.length];
        double[] squares = new double[out.length];
        int n = 0;
        int[] times = new int[weights.length];
        for (int k = 0; k < resamples; k++) {
            java.util.Arrays.fill(times, 0);
            for (int b = 0; b < weights.length; b++) {
                times[random.nextInt(weights.length)]++;
            }
            double[] s = statistics(times);
            if (Double.isNaN(s[0])) {
                continue;
            }
            n++;
            for (int i = 0; i < s.length; i++) {
                sum[i] += s[i];
                squares[i] += s[i] * s[i];
            }
        }
        for (int i = 0; i < out.length; i++) {
            double mean = sum[i] / n;
            out[i] = Math.sqrt(Math.max(0, squares[i] / n - mean * mean) * weights.length / (weights.length - 1.0));
        }
        return out;
    }

    private double[] statistics(int[] times) {
        double[] total = new double[values.length];
        double sum = 0;
        double moment = 0;
        double second = 0;
        for (int b = 0; b < weights.length; b++) {
            if (times[b] == 0) {
                continue;
            }
            double[] w = weights[b];
            for (int i = 0; i < total.length; i++) {
                total[i] += times[b] * w[i];
            }
        }
        for (int i = 0; i < total.length; i++) {
            sum += total[i];
            moment += total[i] * values[i];
            second += total[i] * values[i] * values[i];
        }
        double[] out = new double[2 + PERCENTILES.length];
        out[0] = moment / sum;
        out[out.length - 1] = Math.sqrt(Math.max(0, second / sum - out[0] * out[0]));
        for (int k = 0; k < PERCENTILES.length; k++) {
            double wanted = PERCENTILES[k] / 100 * sum;
            double at = 0;
            int i = 0;
            while (i < total.length - 1 && at + total[i] < wanted) {
                at += total[i++];
            }
            out[k + 1] = sum > 0 ? values[i] : Double.NaN;
        }
        return out;
    }

    /** Standard deviation of the quantity. */
    public double deviation() {
        double[] s = statistics();
        return s[s.length - 1];
    }

    /** Value of each class; not to be written to. */
    public double[] values() {
        return values;
    }

    /** Total weight of each class. */
    public double[] total() {
        double[] out = new double[values.length];
        for (double[] w : weights) {
            for (int i = 0; i < out.length; i++) {
                out[i] += w[i];
            }
        }
        return out;
    }
}
