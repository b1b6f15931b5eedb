package org.interphase.technique.microscopy.layer;

import java.util.Arrays;
import java.util.stream.IntStream;
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

    /** Lines on each side over which the grey levels beside an interface are compared: longer than pores are wide. */
    private static final int LEVELS_ALIKE = 60;
    /** Least half length of a profile round a path, in pixels, and that in widths of the blur. */
    private static final double SHORTEST = 5;
    private static final double WIDTHS = 4;
    /** Widths and residuals beyond this multiple of the median are those of something else. */
    private static final double OFTEN = 3;
    /** How many standard deviations a grey level beside the interface may be from those of its neighbours. */
    private static final double LEVEL_SCATTER = 2.5;

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
        return finished(lines, reach, offset, sigma, blur, rms);
    }

    private static InterfaceTrace finished(Lines lines, double reach, double[] offset, double[] sigma, double[] blur,
            double[] rms) {
        dropOutliers(offset);
        double noise = noise(lines, offset, reach);
        return new InterfaceTrace(offset, sigma, blur, Arrays.stream(rms).map(v -> v / noise).toArray());
    }

    /**
     * Traces an interface that is interrupted on many lines, as where pores touch it: round the path along which the
     * grey level steps most.
     *
     * @param start rough position on the middle line
     * @param band how far from there the interface may come, in pixels
     * @param reach half length of the fitted profile in pixels
     * @param sign +1 for a step up, -1 down
     */
    public static InterfaceTrace alongPath(Lines lines, double start, int band, double reach, double sign) {
        double[] path = InterfacePath.of(lines, start, band, (int) Math.ceil(reach), sign);
        double[] blur = Arrays.stream(near(lines, path, reach, sign).blur()).filter(v -> !Double.isNaN(v)).sorted()
                .toArray();
        // no longer than it takes to see both levels: a pore just behind the interface pulls the fitted step inwards
        double enough = blur.length == 0 ? reach : Math.max(SHORTEST, Math.min(reach, WIDTHS * blur[blur.length / 2]));
        return near(lines, path, enough, sign);
    }

    /** Steps fitted round a path, those whose levels on both sides are the interface's. */
    private static InterfaceTrace near(Lines lines, double[] path, double reach, double sign) {
        int n = lines.count();
        double[][] found = new double[6][n];
        for (double[] v : found) {
            Arrays.fill(v, Double.NaN);
        }
        Profile profile = new Profile(reach);
        for (int k = 0; k < n; k++) {
            StepProfile.Fit fit = profile.fit(lines, k, path[k], sign);
            if (fit != null) {
                profile.store(fit, k, found[0], found[1], found[2], found[3]);
                found[4][k] = fit.levels()[0];
                found[5][k] = fit.levels()[1];
            }
        }
        // the rim of a pore is a step too, but not from the one material to the other
        dropFarFromNeighbours(found[0], found[4], LEVELS_ALIKE, LEVEL_SCATTER, 0);
        dropFarFromNeighbours(found[0], found[5], LEVELS_ALIKE, LEVEL_SCATTER, 0);
        InterfaceTrace trace = finished(lines, reach, found[0], found[1], found[2], found[3]);
        // nor is what a pore close behind it has widened or bent
        dropAbove(trace.offset, trace.blur);
        dropAbove(trace.offset, trace.misfit);
        return trace;
    }

    /** Takes out the positions on lines whose value is much above the median. */
    private static void dropAbove(double[] offset, double[] value) {
        double[] sorted = IntStream.range(0, offset.length).filter(k -> !Double.isNaN(offset[k]))
                .mapToDouble(k -> value[k]).sorted().toArray();
        for (int k = 0; k < offset.length && sorted.length > 0; k++) {
            if (value[k] > OFTEN * sorted[sorted.length / 2]) {
                offset[k] = Double.NaN;
            }
        }
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
        Profile profile = new Profile(reach);
        double expected = start;
        double slope = 0;
        int lost = 0;
        for (int k = from; k != to; k += step) {
            double guess = expected + slope * step;
            if (profile.outside(lines, k, guess)) {
                expected = guess;
                continue;
            }
            StepProfile.Fit fit = profile.fit(lines, k, guess, sign);
            if (fit != null) {
                profile.store(fit, k, offset, sigma, blur, rms);
                double moved = fit.positions()[0] - guess;
                expected = guess + 0.35 * moved;
                slope = Math.max(-1, Math.min(1, slope + 0.04 * moved * step));
                lost = 0;
            } else {
                expected = guess;
                slope *= ++lost > 20 ? 0 : 0.98;
            }
        }
    }

    /** The grey levels on a line about a place, and the blurred step that is fitted to them. */
    private static final class Profile {

        private final int m;
        private final double[] t;
        private final double[] v;
        private double low;
        private double high;

        Profile(double reach) {
            m = (int) Math.ceil(reach);
            t = new double[2 * m + 1];
            v = new double[2 * m + 1];
        }

        /** Whether the profile leaves the picture. */
        boolean outside(Lines lines, int k, double guess) {
            low = 0;
            high = 0;
            for (int i = -m; i <= m; i++) {
                t[i + m] = guess + i;
                v[i + m] = lines.level(lines.along(k), guess + i);
                low += i < -m / 2 ? v[i + m] : 0;
                high += i > m / 2 ? v[i + m] : 0;
            }
            return !Double.isFinite(low + high);
        }

        /** The step near the place, or null where there is none of this sign. */
        StepProfile.Fit fit(Lines lines, int k, double guess, double sign) {
            if (outside(lines, k, guess)) {
                return null;
            }
            int side = m - m / 2;
            StepProfile.Fit fit = StepProfile.fit(t, v, new double[] {low / side, high / side},
                    new double[] {guess}, 1.5, true, true);
            double height = (fit.levels()[1] - fit.levels()[0]) * sign;
            boolean good = fit.converged() && height > 3 * fit.rms() && Math.abs(fit.positions()[0] - guess) < 0.7 * m
                    && fit.blur() < m && fit.positionSigma()[0] < 2;
            return good ? fit : null;
        }

        void store(StepProfile.Fit fit, int k, double[] offset, double[] sigma, double[] blur, double[] rms) {
            offset[k] = fit.positions()[0];
            sigma[k] = fit.positionSigma()[0];
            blur[k] = fit.blur();
            // four parameters were fitted
            rms[k] = fit.rms() * Math.sqrt(t.length / Math.max(1.0, t.length - 4));
        }
    }

    /** Positions far from the median of their neighbours are no interface. */
    private static void dropOutliers(double[] offset) {
        dropFarFromNeighbours(offset, offset.clone(), 12, 6, 1);
    }

    /**
     * Takes out the positions on lines whose value is far from the median of that of their neighbours.
     *
     * @param half neighbours on each side
     * @param scatters the limit in standard deviations, as the median of all differences gives them
     * @param least the least limit
     */
    private static void dropFarFromNeighbours(double[] offset, double[] value, int half, double scatters,
            double least) {
        double[] away = new double[offset.length];
        double[] window = new double[2 * half + 1];
        double[] sorted = new double[offset.length];
        int total = 0;
        for (int k = 0; k < offset.length; k++) {
            int n = 0;
            for (int j = Math.max(0, k - half); j <= Math.min(offset.length - 1, k + half); j++) {
                if (!Double.isNaN(value[j])) {
                    window[n++] = value[j];
                }
            }
            if (Double.isNaN(value[k])) {
                continue;
            }
            Arrays.sort(window, 0, n);
            away[k] = Math.abs(value[k] - window[n / 2]);
            sorted[total++] = away[k];
        }
        if (total < 8) {
            return;
        }
        Arrays.sort(sorted, 0, total);
        // 1.4826 times the median absolute deviation is the standard deviation of a normal distribution
        double limit = Math.max(least, scatters * 1.4826 * sorted[total / 2]);
        for (int k = 0; k < offset.length; k++) {
            if (!Double.isNaN(value[k]) && away[k] > limit) {
                offset[k] = Double.NaN;
            }
        }
    }

    /** Number of lines on which the interface was found. */
    public int found() {
        return (int) Arrays.stream(offset).filter(v -> !Double.isNaN(v)).count();
    }
}
