package org.interphase.technique.microscopy.layer;

import java.util.Arrays;

import org.interphase.technique.microscopy.layer.InterfaceTrace.Lines;

/**
 * The course of an interface as the path through all lines along which the grey level steps most, found by dynamic
 * programming. Following an interface from line to line loses it behind a pore that touches it; a path knows all lines
 * at once.
 *
 * <p>The sum of a step's height over the path less a price for its bends is made as great as it can be (D. H. Ballard,
 * C. M. Brown, Computer Vision, 1982, section 4.5: boundaries by dynamic programming).
 */
final class InterfacePath {

    /** Steepest course, in pixels across a line. */
    private static final int STEEPEST = 2;
    /** Price of a pixel's way across, as a part of the typical step; that of two is four times as much. */
    private static final double PRICE = 0.15;

    private InterfacePath() {
    }

    /**
     * The path, one place on each line.
     *
     * @param start place on the middle line, about
     * @param band how far from there the path may come
     * @param window length in pixels over which the grey level on either side is averaged
     * @param sign +1 for a step up, -1 down
     */
    static double[] of(Lines lines, double start, int band, int window, double sign) {
        int places = 2 * band + 1;
        double[][] step = new double[lines.count()][];
        double[] strongest = new double[lines.count()];
        for (int k = 0; k < lines.count(); k++) {
            step[k] = steps(lines, lines.along(k), start - band, places, window, sign);
            strongest[k] = Arrays.stream(step[k]).max().orElse(0);
        }
        double[] sorted = strongest.clone();
        Arrays.sort(sorted);
        int[] path = best(step, PRICE * Math.max(0, sorted[sorted.length / 2]));
        return Arrays.stream(path).mapToDouble(p -> start - band + p).toArray();
    }

    /** Mean grey level behind each place less that before it, times the sign; 0 where the picture ends. */
    private static double[] steps(Lines lines, double along, double first, int places, int window, double sign) {
        double[] level = new double[places + 2 * window];
        for (int i = 0; i < level.length; i++) {
            // half a pixel: a place lies between the levels before it and behind it
            level[i] = lines.level(along, first - window + 0.5 + i);
        }
        double[] out = new double[places];
        for (int i = 0; i < places; i++) {
            double sum = 0;
            for (int j = 0; j < window; j++) {
                sum += level[i + window + j] - level[i + j];
            }
            out[i] = Double.isNaN(sum) ? 0 : sign * sum / window;
        }
        return out;
    }

    private static int[] best(double[][] step, double price) {
        int n = step.length;
        int places = step[0].length;
        byte[][] from = new byte[n][places];
        double[] total = step[0].clone();
        for (int k = 1; k < n; k++) {
            double[] next = new double[places];
            for (int p = 0; p < places; p++) {
                double best = Double.NEGATIVE_INFINITY;
                for (int d = -STEEPEST; d <= STEEPEST; d++) {
                    if (p + d >= 0 && p + d < places && total[p + d] - price * d * d > best) {
                        best = total[p + d] - price * d * d;
                        from[k][p] = (byte) d;
                    }
                }
                next[p] = best + step[k][p];
            }
            total = next;
        }
        int at = 0;
        for (int p = 1; p < places; p++) {
            at = total[p] > total[at] ? p : at;
        }
        int[] path = new int[n];
        for (int k = n - 1; k >= 0; k--) {
            path[k] = at;
            at += from[k][at];
        }
        return path;
    }
}
