package org.interphase.technique.topography.areal;

import java.util.Arrays;
import org.apache.commons.math3.distribution.TDistribution;
import org.interphase.numerics.linear.Cholesky;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Two levels that share a tilt: z = c + a x + b y + d on the upper one, fitted by least squares to the points of both
 * away from the edge between them; the areal form of the step fit of ISO 5436-1:2000, 8.2.
 *
 * @param step height of the upper level above the lower one
 * @param u standard uncertainty, from tiles of the area left out in turn
 * @param scatter root-mean-square distance of the points from their level
 * @param upper share of the points used on the upper level
 * @param used share of the measured points that took part
 * @param tiles tiles that hold points
 */
public record TwoLevels(double step, double u, double scatter, double upper, double used, int tiles) {

    private static final int TERMS = 4;
    private static final int TILES = 5;
    private static final int BINS = 512;

    /**
     * The levels of a map that is roughly level already.
     *
     * @param rough the same map, levelled well enough to tell the levels apart by height alone
     * @param margin points left out on both sides of the edge
     */
    public static TwoLevels of(HeightField f, HeightField rough, int margin) {
        double threshold = threshold(rough.sorted());
        int w = f.width();
        int h = f.height();
        byte[] side = new byte[w * h];
        for (int i = 0; i < side.length; i++) {
            double v = rough.z()[i];
            side[i] = (byte) (v != v ? 0 : v > threshold ? 1 : -1);
        }
        byte[] kept = away(away(side, w, h, margin, true), w, h, margin, false);
        double mean = f.mean();
        int cells = TILES * TILES;
        double[][] a = new double[cells][TERMS * TERMS];
        double[][] b = new double[cells][TERMS];
        double[] squares = new double[cells];
        int[] n = new int[cells];
        int up = 0;
        double[] t = new double[TERMS];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                int i = y * w + x;
                if (kept[i] == 0) {
                    continue;
                }
                int k = (int) ((long) y * TILES / h) * TILES + (int) ((long) x * TILES / w);
                t[0] = 1;
                t[1] = 2.0 * x / (w - 1) - 1;
                t[2] = 2.0 * y / (h - 1) - 1;
                t[3] = kept[i] > 0 ? 1 : 0;
                double z = f.z()[i] - mean;
                for (int r = 0; r < TERMS; r++) {
                    b[k][r] += t[r] * z;
                    for (int c = 0; c <= r; c++) {
                        a[k][r * TERMS + c] += t[r] * t[c];
                    }
                }
                squares[k] += z * z;
                n[k]++;
                up += kept[i] > 0 ? 1 : 0;
            }
        }
        return solve(a, b, squares, n, up, f.measured());
    }

    private static TwoLevels solve(double[][] a, double[][] b, double[] squares, int[] n, int up, int measured) {
        double[] sumA = new double[TERMS * TERMS];
        double[] sumB = new double[TERMS];
        double sumS = 0;
        int points = 0;
        int tiles = 0;
        for (int k = 0; k < n.length; k++) {
            add(sumA, a[k], 1);
            add(sumB, b[k], 1);
            sumS += squares[k];
            points += n[k];
            tiles += n[k] > 0 ? 1 : 0;
        }
        double[] all = fit(sumA, sumB);
        if (all == null || points < 20) {
            return new TwoLevels(Double.NaN, Double.NaN, Double.NaN, 0, 0, tiles);
        }
        double rest = sumS;
        for (int i = 0; i < TERMS; i++) {
            rest -= all[i] * sumB[i];
        }
        double[] left = new double[tiles];
        int m = 0;
        for (int k = 0; k < n.length; k++) {
            if (n[k] > 0) {
                double[] lessA = sumA.clone();
                double[] lessB = sumB.clone();
                add(lessA, a[k], -1);
                add(lessB, b[k], -1);
                double[] c = fit(lessA, lessB);
                if (c != null) {
                    left[m++] = c[3];
                }
            }
        }
        double centre = Arrays.stream(left, 0, m).average().orElse(Double.NaN);
        int used = m;
        double sum = Arrays.stream(left, 0, m).map(v -> (v - centre) * (v - centre)).sum();
        double u = used < 3 ? Double.NaN : new TDistribution(used - 1.0).inverseCumulativeProbability(0.9772) / 2
                * Math.sqrt(sum * (used - 1) / used);
        return new TwoLevels(all[3], u, Math.sqrt(Math.max(0, rest) / points), (double) up / points,
                (double) points / measured, tiles);
    }

    private static void add(double[] to, double[] what, double sign) {
        for (int i = 0; i < to.length; i++) {
            to[i] += sign * what[i];
        }
    }

    private static double[] fit(double[] a, double[] b) {
        double[] l = a.clone();
        double[] x = b.clone();
        if (!Cholesky.factor(l, TERMS, TERMS) || l[TERMS * TERMS - 1] * l[TERMS * TERMS - 1] < 1e-9 * a[0]) {
            return null;
        }
        Cholesky.solve(l, TERMS, TERMS, x);
        return x;
    }

    /** Level between two kinds of heights: largest variance between them (N. Otsu, IEEE Trans. SMC 9 (1979) 62). */
    private static double threshold(double[] sorted) {
        double low = sorted[(int) (0.001 * sorted.length)];
        double high = sorted[(int) Math.min(sorted.length - 1, 0.999 * sorted.length)];
        double[] bins = new double[BINS];
        for (double v : sorted) {
            bins[(int) Math.clamp((v - low) / (high - low) * BINS, 0, BINS - 1)]++;
        }
        double total = 0;
        double moment = 0;
        for (int i = 0; i < BINS; i++) {
            total += bins[i];
            moment += i * bins[i];
        }
        double below = 0;
        double part = 0;
        double best = -1;
        double first = 0;
        double last = 0;
        for (int i = 0; i < BINS - 1; i++) {
            below += bins[i];
            part += i * bins[i];
            double above = total - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double d = part / below - (moment - part) / above;
            double between = below * above * d * d;
            if (between > best * (1 + 1e-12)) {
                best = between;
                first = i;
                last = i;
            } else if (between >= best * (1 - 1e-12)) {
                last = i;
            }
        }
        return low + (high - low) * ((first + last) / 2 + 1) / BINS;
    }

    /** Takes out what has a point of the other side within reach, along rows or along columns. */
    private static byte[] away(byte[] side, int w, int h, int margin, boolean rows) {
        byte[] out = side.clone();
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                byte s = side[y * w + x];
                for (int k = -margin; k <= margin && out[y * w + x] != 0; k++) {
                    int u = rows ? x + k : x;
                    int v = rows ? y : y + k;
                    if (u >= 0 && v >= 0 && u < w && v < h && side[v * w + u] == -s) {
                        out[y * w + x] = 0;
                    }
                }
            }
        }
        return out;
    }
}
