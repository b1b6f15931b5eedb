package org.interphase.numerics.image;

/**
 * Divides the foreground into catchments of its distance map, flooding from the largest distance down (L. Vincent, P.
 * Soille, "Watersheds in digital spaces", IEEE Trans. Pattern Anal. Mach. Intell. 13 (1991) 583, on the inverted
 * distance map). A pixel belongs to the catchment of its neighbour with the largest distance. Two catchments that
 * meet are merged if the lower maximum rises above the pass between them by less than a given depth (its dynamics),
 * which removes the over-segmentation of rough pore walls.
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
        int[] order = descending(squaredDistance);
        int[] labels = new int[squaredDistance.length];
        Basins basins = new Basins(depth, relative);
        int[] seen = new int[8];
        for (int p : order) {
            int y = p / width;
            int x = p - y * width;
            int x0 = x > 0 ? -1 : 0;
            int x1 = x < width - 1 ? 1 : 0;
            int y0 = y > 0 ? -width : 0;
            int y1 = y < height - 1 ? width : 0;
            int n = 0;
            int steepest = 0;
            int upwards = 0;
            for (int dy = y0; dy <= y1; dy += width) {
                for (int dx = x0; dx <= x1; dx++) {
                    int label = labels[p + dy + dx];
                    if (label == 0) {
                        continue;
                    }
                    if (n == 0 || label != seen[n - 1]) {
                        seen[n++] = label;
                    }
                    if (squaredDistance[p + dy + dx] > steepest) {
                        steepest = squaredDistance[p + dy + dx];
                        upwards = label;
                    }
                }
            }
            int d = squaredDistance[p];
            labels[p] = n == 0 ? basins.create(d) : upwards;
            if (n > 1) {
                basins.meet(seen, n, d);
            }
        }
        int[] dense = basins.dense();
        for (int p : order) {
            labels[p] = dense[labels[p]];
        }
        return new Segments(labels, basins.roots);
    }

    /** Foreground pixels by descending distance (counting sort). */
    private static int[] descending(int[] d) {
        int largest = 0;
        int n = 0;
        for (int v : d) {
            largest = Math.max(largest, v);
            n += v > 0 ? 1 : 0;
        }
        int[] first = new int[largest + 2];
        for (int v : d) {
            first[v]++;
        }
        int at = 0;
        for (int v = largest; v > 0; v--) {
            int c = first[v];
            first[v] = at;
            at += c;
        }
        int[] order = new int[n];
        for (int i = 0; i < d.length; i++) {
            if (d[i] > 0) {
                order[first[d[i]]++] = i;
            }
        }
        return order;
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
