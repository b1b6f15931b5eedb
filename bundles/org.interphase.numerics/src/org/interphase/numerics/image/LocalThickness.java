package org.interphase.numerics.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Exact local thickness: for every foreground pixel the largest disc inside the foreground that covers it (T.
 * Hildebrand, P. Ruegsegger, "A new method for the model-independent assessment of thickness in three-dimensional
 * images", J. Microsc. 185 (1997) 67). A disc is centred on a pixel and holds the pixels nearer to the centre than the
 * nearest background pixel is. Discs that lie wholly inside a neighbour's disc are dropped, the rest painted in
 * ascending order; the result equals painting them all.
 */
public final class LocalThickness {

    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class,
            ByteOrder.nativeOrder());

    private static final int BAND_BYTES = 1 << 19;

    private LocalThickness() {
    }

    /**
     * Squared radius of the largest covering disc for each pixel, 0 in the background. The local thickness is twice
     * its square root, in pixels.
     *
     * @param squaredDistance from {@link DistanceTransform}; not modified
     * @throws IllegalArgumentException if there is foreground but no background, where no disc is bounded
     */
    public static int[] squaredRadii(int[] squaredDistance, int width, int height) {
        int[] out = new int[squaredDistance.length];
        squaredRadii(squaredDistance, width, height, out);
        return out;
    }

    /** As above into an array of the caller, overwritten. */
    public static void squaredRadii(int[] squaredDistance, int width, int height, int[] out) {
        Grid.require(squaredDistance.length, width, height);
        Grid.require(out.length, width, height);
        int largest = 0;
        for (int d : squaredDistance) {
            largest = Math.max(largest, d);
        }
        if (largest >= (width + height) * (width + height)) {
            throw new IllegalArgumentException("there is no background: the discs are unbounded");
        }
        int[] straight = new int[largest + 2];
        int[] diagonal = new int[largest + 2];
        containment(largest, straight, diagonal);
        int[] ends = new int[largest + 2];
        int[] discs = discs(squaredDistance, width, height, ends, straight, diagonal);
        short[] half = halfWidths(largest);
        // pixels of dropped discs lie inside kept ones, so everything in the foreground gets painted
        if (!paintByRank(discs, ends, width, height, half, out)) {
            Arrays.fill(out, 0);
            for (int c : discs) {
                paint(out, width, height, c, squaredDistance[c], half);
            }
        }
    }

    /**
     * Paints ranks of radii in 16 bits, four pixels a store, and turns them into radii at the end: rows of discs are so
     * short that the number of stores decides. The picture is painted band by band, so that a band stays in the cache.
     *
     * @param discs by ascending radius
     * @param ends for each squared radius where its discs end
     * @return false if there are too many different radii
     */
    private static boolean paintByRank(int[] discs, int[] ends, int w, int h, short[] half, int[] out) {
        int[] radius = new int[1 << 16];
        char[] rankOf = new char[discs.length];
        int rank = 0;
        for (int r = 1; r < ends.length; r++) {
            if (ends[r] > ends[r - 1]) {
                if (rank == 0xffff) {
                    return false;
                }
                radius[++rank] = r;
                Arrays.fill(rankOf, ends[r - 1], ends[r], (char) rank);
            }
        }
        byte[] ranks = new byte[2 * w * h];
        int band = Math.max(16, BAND_BYTES / (2 * w));
        int bands = (h + band - 1) / band;
        int[] first = new int[bands + 1];
        for (int k = 0; k < discs.length; k++) {
            int reach = half[radius[rankOf[k]]];
            int y = discs[k] / w;
            for (int q = Math.max(0, y - reach) / band; q <= Math.min(h - 1, y + reach) / band; q++) {
                first[q + 1]++;
            }
        }
        for (int q = 0; q < bands; q++) {
            first[q + 1] += first[q];
        }
        int[] order = new int[first[bands]];
        int[] at = first.clone();
        for (int k = 0; k < discs.length; k++) {
            int reach = half[radius[rankOf[k]]];
            int y = discs[k] / w;
            for (int q = Math.max(0, y - reach) / band; q <= Math.min(h - 1, y + reach) / band; q++) {
                order[at[q]++] = k;
            }
        }
        for (int q = 0; q < bands; q++) {
            int top = q * band;
            int bottom = Math.min(h, top + band) - 1;
            for (int i = first[q]; i < first[q + 1]; i++) {
                int k = order[i];
                rows(ranks, w, discs[k], radius[rankOf[k]], half, rankOf[k] * 0x0001_0001_0001_0001L, top, bottom);
            }
            for (int i = top * w; i < (bottom + 1) * w; i++) {
                out[i] = radius[(short) SHORT.get(ranks, 2 * i) & 0xffff];
            }
        }
        return true;
    }

    private static void rows(byte[] ranks, int w, int centre, int r, short[] half, long four, int top, int bottom) {
        int cy = centre / w;
        int cx = centre - cy * w;
        int reach = half[r];
        int last = Math.min(bottom, cy + reach);
        for (int y = Math.max(top, cy - reach); y <= last; y++) {
            int dy = y - cy;
            int hw = half[r - dy * dy];
            int at = 2 * (y * w + Math.max(0, cx - hw));
            int end = 2 * (y * w + Math.min(w - 1, cx + hw)) + 2;
            if (end - at >= 8) {
                int overlapping = end - 8;
                for (; at < overlapping; at += 8) {
                    FOUR.set(ranks, at, four);
                }
                FOUR.set(ranks, overlapping, four);
            } else {
                for (; at < end; at += 2) {
                    SHORT.set(ranks, at, (short) four);
                }
            }
        }
    }

    /** Thickness (twice the radius) of one squared radius. */
    public static double thickness(int squaredRadius) {
        return 2 * Math.sqrt(squaredRadius);
    }

    /**
     * For each squared radius r the smallest squared radius that a disc one pixel beside (straight) or diagonally
     * beside must have to contain it: one more than the largest squared distance of the disc's pixels from there.
     */
    private static void containment(int largest, int[] straight, int[] diagonal) {
        int side = Grid.isqrt(largest);
        for (int x = 0; x <= side; x++) {
            for (int y = 0; y <= x; y++) {
                int s = x * x + y * y;
                if (s > largest) {
                    break;
                }
                straight[s + 1] = Math.max(straight[s + 1], s + 2 * x + 2);
                diagonal[s + 1] = Math.max(diagonal[s + 1], s + 2 * (x + y) + 3);
            }
        }
        for (int r = 1; r < straight.length; r++) {
            straight[r] = Math.max(straight[r], straight[r - 1]);
            diagonal[r] = Math.max(diagonal[r], diagonal[r - 1]);
        }
    }

    /**
     * Centres of the discs that no neighbour's disc contains, by ascending radius.
     *
     * @param first receives for each squared radius where its discs end
     */
    private static int[] discs(int[] d, int w, int h, int[] first, int[] straight, int[] diagonal) {
        int[] kept = new int[1024];
        int n = 0;
        for (int y = 0; y < h; y++) {
            int row = y * w;
            for (int x = 0; x < w; x++) {
                int i = row + x;
                int r = d[i];
                if (r == 0) {
                    continue;
                }
                boolean hidden = x > 0 && y > 0 && x < w - 1 && y < h - 1 ? hiddenInside(d, w, i, straight[r],
                        diagonal[r]) : hiddenAtBorder(d, w, h, x, y, straight[r], diagonal[r]);
                if (!hidden) {
                    if (n == kept.length) {
                        kept = Arrays.copyOf(kept, n + (n >> 1));
                    }
                    kept[n++] = i;
                    first[r + 1]++;
                }
            }
        }
        for (int r = 1; r < first.length; r++) {
            first[r] += first[r - 1];
        }
        int[] sorted = new int[n];
        for (int k = 0; k < n; k++) {
            sorted[first[d[kept[k]]]++] = kept[k];
        }
        return sorted;
    }

    private static boolean hiddenInside(int[] d, int w, int i, int s, int g) {
        return d[i - 1] >= s || d[i + 1] >= s || d[i - w] >= s || d[i + w] >= s || d[i - w - 1] >= g
                || d[i - w + 1] >= g || d[i + w - 1] >= g || d[i + w + 1] >= g;
    }

    private static boolean hiddenAtBorder(int[] d, int w, int h, int x, int y, int s, int g) {
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int xx = x + dx;
                int yy = y + dy;
                if ((dx != 0 || dy != 0) && xx >= 0 && yy >= 0 && xx < w && yy < h
                        && d[yy * w + xx] >= (dx == 0 || dy == 0 ? s : g)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** half[n] = largest dx with dx * dx &lt; n. */
    private static short[] halfWidths(int largest) {
        short[] half = new short[largest + 1];
        int root = 0;
        for (int n = 1; n <= largest; n++) {
            while ((root + 1) * (root + 1) < n) {
                root++;
            }
            half[n] = (short) root;
        }
        return half;
    }

    private static void paint(int[] out, int w, int h, int centre, int r, short[] half) {
        int cy = centre / w;
        int cx = centre - cy * w;
        int reach = half[r];
        int bottom = Math.min(h - 1, cy + reach);
        for (int y = Math.max(0, cy - reach); y <= bottom; y++) {
            int dy = y - cy;
            int hw = half[r - dy * dy];
            int from = y * w + Math.max(0, cx - hw);
            int to = y * w + Math.min(w - 1, cx + hw);
            for (int i = from; i <= to; i++) {
                out[i] = r;
            }
        }
    }
}
