package org.interphase.numerics.image;

import java.util.Arrays;

/**
 * Exact local thickness: for every foreground pixel the largest disc inside the foreground that covers it (T.
 * Hildebrand, P. Ruegsegger, "A new method for the model-independent assessment of thickness in three-dimensional
 * images", J. Microsc. 185 (1997) 67). A disc is centred on a pixel and holds the pixels nearer to the centre than the
 * nearest background pixel is. Discs that lie wholly inside a neighbour's disc are dropped, the rest painted in
 * ascending order; the result equals painting them all.
 */
public final class LocalThickness {

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
        int[] discs = discs(squaredDistance, width, height, largest, straight, diagonal);
        short[] half = halfWidths(largest);
        // pixels of dropped discs lie inside kept ones, so everything in the foreground gets painted
        Arrays.fill(out, 0);
        for (int c : discs) {
            paint(out, width, height, c, squaredDistance[c], half);
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

    /** Centres of the discs that no neighbour's disc contains, by ascending radius. */
    private static int[] discs(int[] d, int w, int h, int largest, int[] straight, int[] diagonal) {
        int[] first = new int[largest + 2];
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
