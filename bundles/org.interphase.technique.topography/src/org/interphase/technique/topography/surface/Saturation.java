package org.interphase.technique.topography.surface;

/**
 * Points that touch each other, also at corners, and are all exactly as high as the highest or the lowest one: no
 * summit, but an end of the range of the instrument.
 *
 * @param largest most points that hang together so
 * @param share part of the measured points that lie in groups of {@link #FEWEST} and more
 */
public record Saturation(int largest, double share) {

    /** Touching points from which on they are no summit. */
    public static final int FEWEST = 5;

    /** What of a map is cut off. */
    public static Saturation of(HeightField f) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (double v : f.z()) {
            high = v > high ? v : high;
            low = v < low ? v : low;
        }
        boolean[] seen = new boolean[f.z().length];
        int[] queue = new int[f.z().length];
        int most = 0;
        long all = 0;
        int measured = 0;
        for (int i = 0; i < seen.length; i++) {
            double v = f.z()[i];
            measured += v == v ? 1 : 0;
            if (v == high || v == low) {
                int n = touching(f, i, seen, queue);
                most = Math.max(most, n);
                all += n >= FEWEST ? n : 0;
            }
        }
        return new Saturation(most, measured == 0 ? 0 : (double) all / measured);
    }

    /** Whether there are such points. */
    public boolean isCut() {
        return largest >= FEWEST;
    }

    /** How many points not seen before are as high as this one and hang together with it. */
    private static int touching(HeightField f, int start, boolean[] seen, int[] queue) {
        int w = f.width();
        int end = 0;
        if (!seen[start]) {
            seen[start] = true;
            queue[end++] = start;
        }
        for (int begin = 0; begin < end; begin++) {
            int x = queue[begin] % w;
            int y = queue[begin] / w;
            for (int v = Math.max(0, y - 1); v <= Math.min(f.height() - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
                    int j = v * w + u;
                    if (!seen[j] && f.z()[j] == f.z()[start]) {
                        seen[j] = true;
                        queue[end++] = j;
                    }
                }
            }
        }
        return end;
    }
}
