package org.interphase.numerics.image;

/**
 * Divides the foreground into catchments of its distance map, flooding from the largest distance down (L. Vincent, P.
 * Soille, "Watersheds in digital spaces", IEEE Trans. Pattern Anal. Mach. Intell. 13 (1991) 583, on the inverted
 * distance map). A pixel belongs to the catchment of its neighbour with the largest distance. Two catchments that
 * meet are merged if the lower maximum rises above the pass between them by less than a given depth (its dynamics),
 * which removes the over-segmentation of rough pore walls.
 *
 * <p>The flood is not run pixel by pixel in order of distance, which jumps all over the picture. Where a pixel drains
 * to follows from its neighbours alone (the highest; among equals the first that a flood in rows would have reached),
 * so rows are gone through in storage order; only the few pixels where catchments meet are taken in order of distance.
 */
public final class Watershed {

    /**
     * Labels of catchments.
     *
     * @param labels per pixel, from 1; 0 in the background; no boundary pixels are lost
     * @param count number of catchments
     */
    public record Segments(int[] labels, int count) {
    }

    private Watershed() {
    }

    /**
     * Divides the foreground of a squared distance map.
     *
     * @param squaredDistance from {@link DistanceTransform}, not modified
     * @param depth smallest rise of a maximum above the pass to be a catchment of its own, in pixels; &gt;= 0
     * @param relative the same as a fraction of the lower maximum; a maximum must clear both
     */
    public static Segments ofDistance(int[] squaredDistance, int width, int height, double depth, double relative) {
        Grid.require(squaredDistance.length, width, height);
        int[] labels = new int[squaredDistance.length];
        Flood flood = new Flood(squaredDistance, labels, width, height);
        flood.drain();
        Basins basins = new Basins(depth, relative);
        for (int p : flood.descending(flood.collected())) {
            labels[p] = -1 - basins.create(squaredDistance[p]);
        }
        flood.resolve();
        flood.passes();
        for (int p : flood.descending(flood.collected())) {
            int n = flood.around(p);
            basins.meet(flood.seen, n, squaredDistance[p]);
        }
        int[] dense = basins.dense();
        for (int i = 0; i < labels.length; i++) {
            labels[i] = dense[-1 - labels[i]];
        }
        return new Segments(labels, basins.roots);
    }

    /**
     * Where pixels drain to. While it works, {@code labels} holds the index of the next pixel uphill, or -1 - label
     * (-1 in the background).
     */
    private static final class Flood {
        private final int[] distance;
        private final int[] labels;
        private final int width;
        private final int height;
        private final int[] seen = new int[8];
        /** By 7 - position in the order of rows, so that the first of equal neighbours has the largest number. */
        private final int[] offsets;
        private int[] list = new int[1024];
        private int listed;

        Flood(int[] distance, int[] labels, int width, int height) {
            this.distance = distance;
            this.labels = labels;
            this.width = width;
            this.height = height;
            offsets = new int[] {width + 1, width, width - 1, 1, -1, -width + 1, -width, -width - 1};
        }

        private void collect(int p) {
            if (listed == list.length) {
                list = java.util.Arrays.copyOf(list, listed * 2);
            }
            list[listed++] = p;
        }

        /** What was collected since the last call. */
        int[] collected() {
            int[] out = java.util.Arrays.copyOf(list, listed);
            listed = 0;
            return out;
        }

        /** Finds the next pixel uphill of each; collects the maxima. */
        void drain() {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int p = y * width + x;
                    if (distance[p] == 0) {
                        labels[p] = -1;
                        continue;
                    }
                    boolean inside = x > 0 && y > 0 && x < width - 1 && y < height - 1;
                    int up = inside ? uphill(p) : uphillAtEdge(p, x, y);
                    labels[p] = up;
                    if (up == p) {
                        collect(p);
                    }
                }
            }
        }

        private int uphill(int p) {
            int above = p - width;
            int below = p + width;
            long a = Math.max((long) distance[above - 1] << 3 | 7, (long) distance[above] << 3 | 6);
            long b = Math.max((long) distance[above + 1] << 3 | 5, (long) distance[p - 1] << 3 | 4);
            long c = Math.max((long) distance[p + 1] << 3 | 3, (long) distance[below - 1] << 3 | 2);
            long d = Math.max((long) distance[below] << 3 | 1, (long) distance[below + 1] << 3);
            long highest = Math.max(Math.max(a, b), Math.max(c, d));
            int k = (int) highest & 7;
            long rise = (highest >> 3) - distance[p];
            // the first four come before the pixel itself in a flood of one level
            return rise > 0 || rise == 0 && k >= 4 ? p + offsets[k] : p;
        }

        private int uphillAtEdge(int p, int x, int y) {
            int best = p;
            int highest = distance[p];
            for (int k = 7; k >= 0; k--) {
                int q = neighbour(p, x, y, k);
                if (q >= 0 && (distance[q] > highest || distance[q] == highest && best == p && k >= 4)) {
                    highest = distance[q];
                    best = q;
                }
            }
            return best;
        }

        /** A neighbour by its number, or -1 outside the picture. */
        private int neighbour(int p, int x, int y, int k) {
            int dy = k >= 5 ? -1 : k >= 3 ? 0 : 1;
            int dx = offsets[k] - dy * width;
            return x + dx < 0 || x + dx >= width || y + dy < 0 || y + dy >= height ? -1 : p + offsets[k];
        }

        /** Follows the ways uphill to the labels of the maxima. */
        void resolve() {
            for (int p = 0; p < labels.length; p++) {
                if (labels[p] < 0) {
                    continue;
                }
                int top = p;
                while (labels[top] >= 0) {
                    top = labels[top];
                }
                int label = labels[top];
                for (int q = p; labels[q] >= 0;) {
                    int next = labels[q];
                    labels[q] = label;
                    q = next;
                }
            }
        }

        /** Collects the pixels that touch catchments other than their own. */
        void passes() {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int p = y * width + x;
                    if (labels[p] == -1) {
                        continue;
                    }
                    boolean inside = x > 0 && y > 0 && x < width - 1 && y < height - 1;
                    if ((!inside || foreign(p)) && around(p) > 1) {
                        collect(p);
                    }
                }
            }
        }

        private boolean foreign(int p) {
            int own = labels[p];
            int above = p - width;
            int below = p + width;
            return (other(labels[above - 1], own) | other(labels[above], own) | other(labels[above + 1], own)
                    | other(labels[p - 1], own) | other(labels[p + 1], own) | other(labels[below - 1], own)
                    | other(labels[below], own) | other(labels[below + 1], own)) != 0;
        }

        /** Not 0 if a label is neither the background's nor the given one. */
        private static int other(int label, int own) {
            return (label == -1 ? own : label) ^ own;
        }

        /** Fills {@code seen} with the labels round a pixel that a flood would have set before it; how many. */
        int around(int p) {
            int y = p / width;
            int x = p - y * width;
            int n = 0;
            for (int k = 7; k >= 0; k--) {
                int q = neighbour(p, x, y, k);
                boolean before = q >= 0 && labels[q] != -1 && (distance[q] > distance[p]
                        || distance[q] == distance[p] && q < p);
                if (before && (n == 0 || -1 - labels[q] != seen[n - 1])) {
                    seen[n++] = -1 - labels[q];
                }
            }
            return n;
        }

        /** Pixels by descending distance, those of one distance as they come (counting sort). */
        int[] descending(int[] pixels) {
            int largest = 0;
            for (int p : pixels) {
                largest = Math.max(largest, distance[p]);
            }
            int[] first = new int[largest + 1];
            for (int p : pixels) {
                first[distance[p]]++;
            }
            int at = 0;
            for (int v = largest; v >= 0; v--) {
                int c = first[v];
                first[v] = at;
                at += c;
            }
            int[] out = new int[pixels.length];
            for (int p : pixels) {
                out[first[distance[p]]++] = p;
            }
            return out;
        }
    }

    /** Union-find over catchments with the height of their maxima. */
    private static final class Basins {
        private final double depth;
        private final double relative;
        private int[] parent = new int[1024];
        private float[] peak = new float[1024];
        private int count;
        private int roots;

        Basins(double depth, double relative) {
            this.depth = depth;
            this.relative = relative;
        }

        int create(int squared) {
            count++;
            if (count == parent.length) {
                parent = java.util.Arrays.copyOf(parent, 2 * count);
                peak = java.util.Arrays.copyOf(peak, 2 * count);
            }
            parent[count] = count;
            peak[count] = (float) Math.sqrt(squared);
            return count;
        }

        int find(int i) {
            int at = i;
            while (parent[at] != at) {
                parent[at] = parent[parent[at]];
                at = parent[at];
            }
            return at;
        }

        /** Merges what is too shallow among the catchments that touch at a pixel. */
        void meet(int[] seen, int n, int squared) {
            int best = find(seen[0]);
            double pass = -1;
            for (int k = 1; k < n; k++) {
                int other = find(seen[k]);
                if (other == best) {
                    continue;
                }
                if (pass < 0) {
                    pass = Math.sqrt(squared);
                }
                int low = lower(best, other) ? best : other;
                int high = low == best ? other : best;
                if (peak[low] - pass <= Math.max(depth, relative * peak[low])) {
                    parent[low] = high;
                }
                best = high;
            }
        }

        private boolean lower(int a, int b) {
            return peak[a] < peak[b] || peak[a] == peak[b] && a > b;
        }

        int[] dense() {
            int[] dense = new int[count + 1];
            for (int i = 1; i <= count; i++) {
                if (parent[i] == i) {
                    dense[i] = ++roots;
                }
            }
            for (int i = 1; i <= count; i++) {
                dense[i] = dense[find(i)];
            }
            return dense;
        }
    }
}
