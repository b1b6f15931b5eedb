package org.interphase.numerics.image;

/**
 * Exact squared Euclidean distance of every foreground pixel to the nearest background pixel centre: A. Meijster,
 * J. B. T. M. Roerdink, W. H. Hesselink, "A general algorithm for computing distance transforms in linear time", in
 * Mathematical Morphology and its Applications to Image and Signal Processing, 2000. The row pass works run by run,
 * because a background pixel hides everything behind it in its row.
 */
public final class DistanceTransform {

    /** Largest width + 2 * height accepted, so that squares stay within an int. */
    public static final int LARGEST = 46340;

    private DistanceTransform() {
    }

    /**
     * Squared distances in pixels squared; 0 in the background. Outside the picture there is neither foreground nor
     * background. Without any background pixel every value is at least (width + height) squared.
     *
     * @param mask 0 or 1 per pixel
     */
    public static int[] squared(byte[] mask, int width, int height) {
        int[] out = new int[mask.length];
        squared(mask, width, height, out);
        return out;
    }

    /**
     * As above into an array of the caller.
     *
     * @param out overwritten, one value per pixel
     * @throws IllegalArgumentException if sizes do not fit or width + 2 * height exceeds {@link #LARGEST}
     */
    public static void squared(byte[] mask, int width, int height, int[] out) {
        Grid.require(mask.length, width, height);
        Grid.require(out.length, width, height);
        if (width + 2L * height > LARGEST) {
            throw new IllegalArgumentException(width + " x " + height + " is too large for a distance transform");
        }
        columnsDown(mask, width, height, out);
        int[] below = new int[width];
        int[] squares = new int[width];
        int[] site = new int[width + 1];
        int[] from = new int[width + 1];
        double[] inverse = new double[width + 1];
        for (int d = 1; d <= width; d++) {
            inverse[d] = 0.5 / d;
        }
        java.util.Arrays.fill(below, width + height);
        for (int y = height - 1; y >= 0; y--) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                int g = Math.min(out[row + x], below[x] + 1);
                below[x] = g;
                squares[x] = g * g;
            }
            rows(squares, width, out, row, site, from, inverse);
        }
    }

    private static void columnsDown(byte[] mask, int width, int height, int[] out) {
        int far = width + height;
        for (int x = 0; x < width; x++) {
            out[x] = far & -mask[x];
        }
        for (int y = 1; y < height; y++) {
            int row = y * width;
            int above = row - width;
            for (int x = 0; x < width; x++) {
                out[row + x] = (out[above + x] + 1) & -mask[row + x];
            }
        }
    }

    private static void rows(int[] squares, int width, int[] out, int row, int[] site, int[] from,
            double[] inverse) {
        int x = 0;
        while (x < width) {
            if (squares[x] == 0) {
                out[row + x] = 0;
                x++;
                continue;
            }
            int end = x + 1;
            while (end < width && squares[end] != 0) {
                end++;
            }
            run(squares, Math.max(0, x - 1), Math.min(width - 1, end), x, end, out, row, site, from, inverse);
            x = end;
        }
    }

    /** Lower envelope of the parabolas with sites first..last, written for the pixels begin..end-1. */
    private static void run(int[] squares, int first, int last, int begin, int end, int[] out, int row, int[] site,
            int[] from, double[] inverse) {
        int q = 0;
        site[0] = first;
        from[0] = first;
        for (int u = first + 1; u <= last; u++) {
            int su = squares[u];
            while (q >= 0) {
                int t = from[q];
                int a = t - site[q];
                int b = t - u;
                if (a * a + squares[site[q]] <= b * b + su) {
                    break;
                }
                q--;
            }
            if (q < 0) {
                q = 0;
                site[0] = u;
                from[0] = first;
            } else {
                int i = site[q];
                // floor of a quotient of integers: the half keeps rounding away from whole numbers
                int w = 1 + (int) ((u * u - i * i + su - squares[i] + 0.5) * inverse[u - i]);
                if (w <= last) {
                    q++;
                    site[q] = u;
                    from[q] = w;
                }
            }
        }
        for (int u = last; u >= begin; u--) {
            int d = u - site[q];
            if (u < end) {
                out[row + u] = d * d + squares[site[q]];
            }
            if (u == from[q]) {
                q--;
            }
        }
    }
}
