package org.interphase.technique.microscopy.layer;

import java.util.Arrays;
import org.interphase.numerics.image.Interpolation;
import org.interphase.numerics.image.StepProfile;

/**
 * Follows an interface line by line: on each line across it a blurred step is fitted to the grey levels, starting where
 * the neighbouring lines lead to.
 *
 * @param offset position across the layer on each line, NaN where no step was found
 * @param sigma its standard uncertainty from the fit
 * @param blur fitted width of the step
 * @param misfit root mean square of the residuals relative to the noise, which is seen between lines: 1 where a blurred
 *     step describes the profiles
 */
public record InterfaceTrace(double[] offset, double[] sigma, double[] blur, double[] misfit) {

    /** Lines across the layer: line k runs through (along(k), offset) in coordinates turned by the angle. */
    public record Lines(float[] pixels, int width, int height, double cos, double sin, double first, double spacing,
            int count, int average) {

        public double along(int k) {
            return first + k * spacing;
        }

        public double x(double along, double across) {
            return across * cos - along * sin;
        }

        public double y(double along, double across) {
            return across * sin + along * cos;
        }

        /** Grey level, averaged over neighbouring parallel lines; NaN outside. */
        public double level(double along, double across) {
            double sum = 0;
            for (int j = -average; j <= average; j++) {
                sum += Interpolation.bilinear(pixels, width, height, x(along + j, across), y(along + j, across));
            }
            return sum / (2 * average + 1);
        }
    }

    /**
     * Traces an interface.
     *
     * @param start rough position on the middle line
     * @param reach half length of the fitted profile in pixels
     * @param sign +1 for a step up, -1 down
     */
    public static InterfaceTrace of(Lines lines, double start, double reach, double sign) {
        int n = lines.count();
        double[] offset = new double[n];
        double[] sigma = new double[n];
        double[] blur = new double[n];
        Arrays.fill(offset, Double.NaN);
        Arrays.fill(sigma, Double.NaN);
        double[] rms = new double[n];
        Arrays.fill(blur, Double.NaN);
        Arrays.fill(rms, Double.NaN);
        int middle = n / 2;
        double first = search(lines, middle, start, 2 * reach, sign);
        follow(lines, middle, n, 1, first, reach, sign, offset, sigma, blur, rms);
        follow(lines, middle - 1, -1, -1, Double.isNaN(offset[middle]) ? first : offset[middle], reach, sign, offset,
                sigma, blur, rms);
        dropOutliers(offset);
        double noise = noise(lines, offset, reach);
        return new InterfaceTrace(offset, sigma, blur, Arrays.stream(rms).map(v -> v / noise).toArray());
    }

    /**
     * Noise of a profile's points: from differences between profiles that share no pixels, each about its own
     * interface, where the level is flat on both.
     */
    private static double noise(Lines lines, double[] offset, double reach) {
        int apart = 2 * lines.average() + 2;
        double[] d = new double[offset.length * 2];
        int n = 0;
        for (int k = 0; k + apart < offset.length; k++) {
            if (!Double.isNaN(offset[k]) && !Double.isNaN(offset[k + apart])) {
                for (int side = -1; side <= 1; side += 2) {
                    double a = lines.level(lines.along(k), offset[k] + side * 0.8 * reach);
                    double b = lines.level(lines.along(k + apart), offset[k + apart] + side * 0.8 * reach);
                    if (!Double.isNaN(a - b)) {
                        d[n++] = Math.abs(a - b);
                    }
                }
            }
        }
        Arrays.sort(d, 0, n);
        // 1.4826: median of the absolute values of a normal distribution; sqrt 2: a difference of two
        return n == 0 ? Double.NaN : Math.max(0.3, 1.4826 * d[n / 2] / Math.sqrt(2));
    }

    /** Where the grey level, averaged over some lines, changes most. */
    private static double search(Lines lines, int line, double start, double reach, double sign) {
        double best = 0;
        double at = start;
        for (double t = start - reach; t <= start + reach; t += 0.5) {
            double up = 0;
            for (int k = -6; k <= 6; k++) {
                double a = lines.along(line) + k * lines.spacing();
                up += lines.level(a, t + 1.5) - lines.level(a, t - 1.5);
            }
            if (up * sign > best) {
                best = up * sign;
                at = t;
            }
        }
        return at;
    }

    private static void follow(Lines lines, int from, int to, int step, double start, double reach, double sign,
            double[] offset, double[] sigma, double[] blur, double[] rms) {
        int m = (int) Math.ceil(reach);
        double[] t = new double[2 * m + 1];
        double[] v = new double[2 * m + 1];
        double expected = start;
        double slope = 0;
        int lost = 0;
        for (int k = from; k != to; k += step) {
            double guess = expected + slope * step;
            double low = 0;
            double high = 0;
            for (int i = -m; i <= m; i++) {
                t[i + m] = guess + i;
                v[i + m] = lines.level(lines.along(k), guess + i);
                low += i < -m / 2 ? v[i + m] : 0;
                high += i > m / 2 ? v[i + m] : 0;
            }
            int side = m - m / 2;
            if (!Double.isFinite(low + high)) {
                expected = guess;
                continue;
            }
            StepProfile.Fit fit = StepProfile.fit(t, v, new double[] {low / side, high / side},
                    new double[] {guess}, 1.5, true, true);
            double p = fit.positions()[0];
            double height = (fit.levels()[1] - fit.levels()[0]) * sign;
            boolean good = fit.converged() && height > 3 * fit.rms() && Math.abs(p - guess) < 0.7 * m
                    && fit.blur() < m && fit.positionSigma()[0] < 2;
            if (good) {
                offset[k] = p;
                sigma[k] = fit.positionSigma()[0];
                blur[k] = fit.blur();
                // four parameters were fitted
                rms[k] = fit.rms() * Math.sqrt(t.length / Math.max(1.0, t.length - 4));
                double moved = p - guess;
                expected = guess + 0.35 * moved;
                slope = Math.max(-1, Math.min(1, slope + 0.04 * moved * step));
                lost = 0;
            } else {
                expected = guess;
                slope *= ++lost > 20 ? 0 : 0.98;
            }
        }
    }

    /** Positions far from the median of their neighbours are no interface. */
    private static void dropOutliers(double[] offset) {
        int half = 12;
        double[] clean = offset.clone();
        double[] window = new double[2 * half + 1];
        double[] residual = new double[offset.length];
        int total = 0;
        for (int k = 0; k < offset.length; k++) {
            int n = 0;
            for (int j = Math.max(0, k - half); j <= Math.min(offset.length - 1, k + half); j++) {
                if (!Double.isNaN(offset[j])) {
                    window[n++] = offset[j];
                }
            }
            if (Double.isNaN(offset[k])) {
                continue;
            }
            Arrays.sort(window, 0, n);
            clean[k] = Math.abs(offset[k] - window[n / 2]);
            residual[total++] = clean[k];
        }
        if (total < 8) {
            return;
        }
        double[] sorted = Arrays.copyOf(residual, total);
        Arrays.sort(sorted);
        // 1.4826 times the median absolute deviation is the standard deviation of a normal distribution
        double limit = Math.max(1, 6 * 1.4826 * sorted[total / 2]);
        for (int k = 0; k < offset.length; k++) {
            if (!Double.isNaN(offset[k]) && clean[k] > limit) {
                offset[k] = Double.NaN;
            }
        }
    }

    /** Number of lines on which the interface was found. */
    public int found() {
        return (int) Arrays.stream(offset).filter(v -> !Double.isNaN(v)).count();
    }
}
