package org.interphase.technique.topography.areal;

import java.util.Arrays;
import org.interphase.technique.topography.surface.HeightField;

/**
 * Peaks of the hills that stand out by at least a height: hills are joined, the least prominent first, until every one
 * rises by that much above the saddle to a higher one (Wolf pruning; ISO 25178-2:2021, 3.3 and annex C; M. Wolf,
 * Technisches Messen 60 (1993) 84). Points next to each other also at a corner belong together.
 *
 * @param peaks indices of the peaks, the highest first
 */
public record Hills(int[] peaks) {

    /** The hills of a map. */
    public static Hills of(HeightField f, double least) {
        return of(f, least, 1);
    }

    /** The dales of a map, by their lowest points, the deepest first. */
    public static Hills dales(HeightField f, double least) {
        return of(f, least, -1);
    }

    private static Hills of(HeightField f, double least, int sign) {
        int w = f.width();
        int h = f.height();
        double[] z = f.z();
        int[] order = descending(z, sign);
        int[] parent = new int[z.length];
        Arrays.fill(parent, -1);
        // of a root: its highest point
        int[] summit = new int[z.length];
        int[] found = new int[16];
        int n = 0;
        for (int i : order) {
            int x = i % w;
            int y = i / w;
            int best = -1;
            parent[i] = i;
            summit[i] = i;
            for (int v = Math.max(0, y - 1); v <= Math.min(h - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
                    int j = v * w + u;
                    if (j == i || parent[j] < 0) {
                        continue;
                    }
                    int root = root(parent, j);
                    if (best < 0 || root == best) {
                        best = root;
                        continue;
                    }
                    boolean lower = sign * z[summit[root]] <= sign * z[summit[best]];
                    int less = lower ? root : best;
                    best = lower ? best : root;
                    if (sign * (z[summit[less]] - z[i]) >= least) {
                        found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
                        found[n++] = summit[less];
                    }
                    parent[less] = best;
                }
            }
            if (best >= 0) {
                parent[i] = best;
            }
        }
        // parts of the map that holes keep apart have a highest point each
        for (int i : order) {
            if (parent[i] == i && (i == order[0] || stands(z, summit[i], order, sign, least))) {
                found = n == found.length ? Arrays.copyOf(found, 2 * n) : found;
                found[n++] = summit[i];
            }
        }
        int[] peaks = Arrays.stream(found, 0, n).boxed().sorted((a, b) -> Double.compare(sign * z[b], sign * z[a]))
                .mapToInt(Integer::intValue).toArray();
        return new Hills(peaks);
    }

    private static boolean stands(double[] z, int summit, int[] order, int sign, double least) {
        return summit == order[0] || sign * (z[summit] - z[order[order.length - 1]]) >= least;
    }

    /** Measured points from the highest to the lowest; heights are told apart to 2^-31 of their range. */
    private static int[] descending(double[] z, int sign) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        int n = 0;
        for (double v : z) {
            if (v == v) {
                low = Math.min(low, v);
                high = Math.max(high, v);
                n++;
            }
        }
        double scale = high > low ? (double) Integer.MAX_VALUE / (high - low) : 0;
        long[] keys = new long[n];
        int k = 0;
        for (int i = 0; i < z.length; i++) {
            if (z[i] == z[i]) {
                long level = Math.round((sign > 0 ? high - z[i] : z[i] - low) * scale);
                keys[k++] = level << 32 | i;
            }
        }
        Arrays.parallelSort(keys);
        int[] out = new int[n];
        for (int i = 0; i < n; i++) {
            out[i] = (int) keys[i];
        }
        return out;
    }

    private static int root(int[] parent, int of) {
        int r = of;
        while (parent[r] != r) {
            parent[r] = parent[parent[r]];
            r = parent[r];
        }
        return r;
    }

    /** How many there are. */
    public int count() {
        return peaks.length;
    }
}
