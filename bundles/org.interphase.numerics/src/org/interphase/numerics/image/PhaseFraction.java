package org.interphase.numerics.image;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Area fraction of a phase with the uncertainty that comes from seeing only a part of a random structure. Pixels of
 * one pore belong together, so the picture is resampled in blocks larger than the structure (moving-block bootstrap,
 * H. R. Kunsch, Ann. Statist. 17 (1989) 1217, in two dimensions) and not pixel by pixel.
 */
public final class PhaseFraction {

    private static final int MOST_CELLS = 192;

    /**
     * An area fraction.
     *
     * @param value fraction of the selected pixels that are foreground
     * @param standardError of the value as estimate of the structure's fraction
     * @param low lower end of the 95 % interval
     * @param high upper end of the 95 % interval
     * @param blockSide side of the blocks in pixels
     * @param blocks how many blocks fit the selection
     * @param correlationLength distance in pixels at which the structure's correlation falls below 0.1
     */
    public record Estimate(double value, double standardError, double low, double high, double blockSide,
            double blocks, double correlationLength) {
    }

    /**
     * How the fraction scatters between windows of one size.
     *
     * @param side side of the windows in pixels
     * @param mean mean over the windows
     * @param deviation standard deviation between windows
     * @param windows number of windows
     */
    public record Window(double side, double mean, double deviation, int windows) {
    }

    private final int columns;
    private final int rows;
    private final int cell;
    /** Sums from the top left corner of the grid of cells: foreground and selected pixels. */
    private final long[] foreground;
    private final long[] selected;
    private final double value;
    private final double length;
    private final long total;

    private PhaseFraction(int columns, int rows, int cell, long[] foreground, long[] selected, double length) {
        this.columns = columns;
        this.rows = rows;
        this.cell = cell;
        this.foreground = foreground;
        this.selected = selected;
        this.length = length;
        this.total = selected[selected.length - 1];
        this.value = total == 0 ? Double.NaN : (double) foreground[foreground.length - 1] / total;
    }

    /**
     * Counts a mask in small cells.
     *
     * @param mask 0 or 1 per pixel
     * @param within 0 or 1 per pixel: the selection; null for all
     */
    public static PhaseFraction of(byte[] mask, byte[] within, int width, int height) {
        Grid.require(mask.length, width, height);
        int cell = Math.max(1, (Math.max(width, height) + MOST_CELLS - 1) / MOST_CELLS);
        int columns = (width + cell - 1) / cell;
        int rows = (height + cell - 1) / cell;
        long[] fg = new long[(columns + 1) * (rows + 1)];
        long[] in = new long[(columns + 1) * (rows + 1)];
        for (int y = 0; y < height; y++) {
            int r = (y / cell + 1) * (columns + 1);
            for (int c = 0; c < columns; c++) {
                int from = y * width + c * cell;
                int to = y * width + Math.min(width, (c + 1) * cell);
                int n = 0;
                int s = 0;
                for (int i = from; i < to; i++) {
                    int w = within == null ? 1 : within[i];
                    s += w;
                    n += mask[i] & w;
                }
                fg[r + c + 1] += n;
                in[r + c + 1] += s;
            }
        }
        cumulate(fg, columns, rows);
        cumulate(in, columns, rows);
        return new PhaseFraction(columns, rows, cell, fg, in, correlationLength(mask, within, width, height));
    }

    private static void cumulate(long[] sums, int columns, int rows) {
        for (int r = 1; r <= rows; r++) {
            for (int c = 1; c <= columns; c++) {
                int i = r * (columns + 1) + c;
                sums[i] += sums[i - 1] + sums[i - columns - 1] - sums[i - columns - 2];
            }
        }
    }

    /** Lag along rows and columns at which the autocorrelation falls below 0.1 (mean of both). */
    private static double correlationLength(byte[] mask, byte[] within, int width, int height) {
        double p = mean(mask, within);
        double variance = p * (1 - p);
        if (!(variance > 0)) {
            return 1;
        }
        int stride = Math.max(1, (int) Math.sqrt((double) width * height / 400_000));
        int most = Math.max(1, Math.min(width, height) / 4);
        for (int lag = 1; lag < most; lag = Math.max(lag + 1, lag * 21 / 20)) {
            double sum = 0;
            long n = 0;
            for (int y = 0; y < height; y += stride) {
                for (int x = 0; x < width; x += stride) {
                    int i = y * width + x;
                    if (within != null && within[i] == 0) {
                        continue;
                    }
                    double a = mask[i] - p;
                    if (x + lag < width && (within == null || within[i + lag] != 0)) {
                        sum += a * (mask[i + lag] - p);
                        n++;
                    }
                    if (y + lag < height && (within == null || within[i + lag * width] != 0)) {
                        sum += a * (mask[i + lag * width] - p);
                        n++;
                    }
                }
            }
            if (n == 0 || sum / n < 0.1 * variance) {
                return lag;
            }
        }
        return most;
    }

    private static double mean(byte[] mask, byte[] within) {
        long n = 0;
        long s = 0;
        for (int i = 0; i < mask.length; i++) {
            int w = within == null ? 1 : within[i];
            s += w;
            n += mask[i] & w;
        }
        return s == 0 ? Double.NaN : (double) n / s;
    }

    /** The fraction itself. */
    public double value() {
        return value;
    }

    /** Lag in pixels at which the autocorrelation has fallen to a tenth (mean of rows and columns). */
    public double correlationLength() {
        return length;
    }

    /**
     * Block bootstrap.
     *
     * @param blockSide side of a block in pixels; NaN for four correlation lengths, but at most a fifth of the picture
     * @param resamples number of bootstrap pictures
     * @param seed of the random numbers
     */
    public Estimate estimate(double blockSide, int resamples, long seed) {
        double shorter = Math.min(columns, rows) * (double) cell;
        double wanted = Double.isNaN(blockSide) ? Math.min(4 * length, shorter / 5) : blockSide;
        int b = (int) Math.max(1, Math.min(Math.min(columns, rows), Math.round(wanted / cell)));
        int nx = columns - b + 1;
        int ny = rows - b + 1;
        double full = (double) b * b * cell * cell;
        double[] f = new double[nx * ny];
        double[] s = new double[nx * ny];
        int n = 0;
        for (int r = 0; r < ny; r++) {
            for (int c = 0; c < nx; c++) {
                double in = sum(selected, c, r, b);
                if (in >= 0.5 * full) {
                    f[n] = sum(foreground, c, r, b);
                    s[n++] = in;
                }
            }
        }
        double blocks = total / full;
        if (n < 2 || blocks < 2) {
            return new Estimate(value, Double.NaN, 0, 1, b * cell, blocks, length);
        }
        int draws = (int) Math.max(2, Math.round(blocks));
        SplittableRandom random = new SplittableRandom(seed);
        double[] estimates = new double[resamples];
        double mean = 0;
        for (int k = 0; k < resamples; k++) {
            double sf = 0;
            double ss = 0;
            for (int d = 0; d < draws; d++) {
                int i = random.nextInt(n);
                sf += f[i];
                ss += s[i];
            }
            estimates[k] = sf / ss;
            mean += estimates[k] / resamples;
        }
        // moving blocks weigh the middle of the picture more: keep the spread, put it round the plain fraction. The
        // spread between so few blocks is itself uncertain: Student's factor, and n - 1 for the mean taken out.
        // Blocks cut correlations at their sides: with a correlation that falls linearly to 0.1 at its length l, a
        // block of side L shows 1 - 0.7 l / L of the variance (both directions, mean lag 0.35 l).
        double shown = 1 - 0.7 * Math.min(0.6, length / ((double) b * cell));
        double widen = Math.sqrt(draws / (draws - 1.0) / shown);
        double error = 0;
        for (int k = 0; k < resamples; k++) {
            estimates[k] = (estimates[k] - mean) * widen;
            error += estimates[k] * estimates[k] / (resamples - 1);
        }
        Arrays.sort(estimates);
        double student = studentQuantile(draws - 1) / 1.959964;
        double low = value + student * quantile(estimates, 0.025);
        double high = value + student * quantile(estimates, 0.975);
        return new Estimate(value, Math.sqrt(error), Math.max(0, low), Math.min(1, high), b * cell, blocks, length);
    }

    /** 97.5 % quantile of Student's distribution by the expansion 26.7.5 of Abramowitz and Stegun. */
    static double studentQuantile(int freedom) {
        double z = 1.959963985;
        double n = freedom;
        if (freedom == 1) {
            return 12.7062;
        }
        double g1 = (z * z * z + z) / 4;
        double g2 = (5 * Math.pow(z, 5) + 16 * z * z * z + 3 * z) / 96;
        double g3 = (3 * Math.pow(z, 7) + 19 * Math.pow(z, 5) + 17 * z * z * z - 15 * z) / 384;
        return z + g1 / n + g2 / (n * n) + g3 / (n * n * n);
    }

    private static double quantile(double[] sorted, double q) {
        double at = q * (sorted.length - 1);
        int i = (int) at;
        return i + 1 >= sorted.length ? sorted[i] : sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]);
    }

    private double sum(long[] sums, int c, int r, int b) {
        int stride = columns + 1;
        return sums[(r + b) * stride + c + b] - sums[r * stride + c + b] - sums[(r + b) * stride + c]
                + sums[r * stride + c];
    }

    /**
     * Scatter of the fraction between windows side by side, from small windows to a third of the picture: where the
     * curve has become flat enough, the window is representative.
     */
    public Window[] representative(int steps) {
        int largest = Math.max(1, Math.min(columns, rows) / 3);
        Window[] out = new Window[steps];
        int n = 0;
        int before = 0;
        for (int k = 0; k < steps; k++) {
            int b = (int) Math.round(Math.pow(largest, (k + 1.0) / steps));
            if (b <= before) {
                continue;
            }
            before = b;
            double sum = 0;
            double squares = 0;
            int windows = 0;
            double full = (double) b * b * cell * cell;
            for (int r = 0; r + b <= rows; r += b) {
                for (int c = 0; c + b <= columns; c += b) {
                    double in = sum(selected, c, r, b);
                    if (in >= 0.9 * full) {
                        double v = sum(foreground, c, r, b) / in;
                        sum += v;
                        squares += v * v;
                        windows++;
                    }
                }
            }
            if (windows >= 4) {
                double mean = sum / windows;
                double variance = Math.max(0, squares / windows - mean * mean) * windows / (windows - 1);
                out[n++] = new Window(b * cell, mean, Math.sqrt(variance), windows);
            }
        }
        return Arrays.copyOf(out, n);
    }
}
