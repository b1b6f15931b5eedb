package org.interphase.numerics.background;

import java.util.ArrayDeque;

/**
 * Rolling ball: M. A. Kneen and H. J. Annegarn, Nucl. Instrum. Methods B 109/110 (1996) 209: moving minimum, moving
 * maximum of the minima, then a moving mean. Windows are cut at the ends.
 *
 * @param halfWindow points on either side for minimum and maximum
 * @param smoothing points on either side for the mean
 */
public record RollingBall(int halfWindow, int smoothing) {

    /** Checks the numbers. */
    public RollingBall {
        if (halfWindow < 1 || smoothing < 0) {
            throw new IllegalArgumentException("A rolling ball needs a half window of at least 1 and smoothing "
                    + "of at least 0, got "
                    + halfWindow + " and " + smoothing);
        }
    }

    /**
     * The baseline.
     *
     * @throws IllegalArgumentException for no points or a value that is not finite
     */
    public Baseline of(double[] y) {
        Inputs.require(y.length, y, 1);
        double[] low = extreme(y, halfWindow, 1);
        double[] high = extreme(low, halfWindow, -1);
        int n = y.length;
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            int from = Math.max(0, i - smoothing);
            int to = Math.min(n - 1, i + smoothing);
            double sum = 0;
            for (int k = from; k <= to; k++) {
                sum += high[k];
            }
            z[i] = sum / (to - from + 1);
        }
        return new Baseline(z, 0, true);
    }

    /** Moving minimum of {@code sign * y}, times sign, in linear time. */
    private static double[] extreme(double[] y, int half, int sign) {
        int n = y.length;
        double[] out = new double[n];
        ArrayDeque<Integer> candidates = new ArrayDeque<>();
        for (int i = 0; i < n + half; i++) {
            if (i < n) {
                while (!candidates.isEmpty() && sign * y[candidates.peekLast()] >= sign * y[i]) {
                    candidates.removeLast();
                }
                candidates.addLast(i);
            }
            int centre = i - half;
            if (centre >= 0) {
                while (candidates.peekFirst() < centre - half) {
                    candidates.removeFirst();
                }
                out[centre] = y[candidates.peekFirst()];
            }
        }
        return out;
    }
}
