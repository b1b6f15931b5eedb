package org.interphase.numerics.image;

/**
 * Exact squared Euclidean distance of every foreground pixel to the nearest background pixel centre: A. Meijster,
 * J. B. T. M. Roerdink, W. H. Hesselink, "A general algorithm for computing distance transforms in linear time", in
 * Mathematical Morphology and its Applications to Image and Signal Processing, 2000. The row pass first tries the
 * neighbours up to some distance for all pixels of a row at once, in loops that the compiler turns into vector
 * instructions; that settles every pixel nearer to the background than this distance. Only runs with farther pixels go
 * through the lower envelope, run by run, because a background pixel hides everything behind it in its row.
 */
public final class DistanceTransform {

    /** Largest width + 2 * height accepted, so that squares stay within an int. */
    public static final int LARGEST = 46340;

    /** Neighbours tried in the row; beyond about this many the lower envelope is the quicker way. */
    private static final int REACH = 48;

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
        Near near = new Near(width);
        Envelope envelope = null;
        java.util.Arrays.fill(below, width + height);
        for (int y = height - 1; y >= 0; y--) {
            int row = y * width;
            System.arraycopy(out, row, near.best, 0, width);
            up(near.best, below, squares);
            int reached = near.row(squares);
            System.arraycopy(near.best, 0, out, row, width);
            if (reached >= 0) {
                envelope = envelope == null ? new Envelope(width) : envelope;
                envelope.row(squares, width, out, row, (reached + 1) * (reached + 1));
            }
        }
    }

    /** Distances to the background above become the nearer of those above and below, and their squares. */
    private static void up(int[] above, int[] below, int[] squares) {
        for (int x = 0; x < below.length; x++) {
            int g = Math.min(above[x], below[x] + 1);
            below[x] = g;
            squares[x] = g * g;
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

    /** Tries the neighbours of all pixels of a row, nearest first. */
    private static final class Near {
        private final int[] best;
        private final int[] wide;
        private final int[] left;
        private final int[] right;

        Near(int width) {
            best = new int[width];
            left = new int[width];
            right = new int[width];
            wide = new int[width + 2 * REACH];
            // nothing beyond the edges; squares of the reach can be added without overflow
            java.util.Arrays.fill(wide, Integer.MAX_VALUE - 2 * REACH * REACH);
        }

        /** Fills {@code best}; the distance tried if pixels may be left that have not got their least, else -1. */
        int row(int[] squares) {
            int width = best.length;
            System.arraycopy(squares, 0, best, 0, width);
            System.arraycopy(squares, 0, wide, REACH, width);
            int largest = largest();
            int next = 3;
            for (int k = 1; k <= REACH; k++) {
                // no candidate at this distance is below its square
                if (k * k >= largest) {
                    return -1;
                }
                System.arraycopy(wide, REACH - k, left, 0, width);
                System.arraycopy(wide, REACH + k, right, 0, width);
                lower(best, left, right, k * k);
                if (k == next) {
                    largest = largest();
                    next += 1 + next / 3;
                }
            }
            return (REACH + 1) * (REACH + 1) >= largest() ? -1 : REACH;
        }

        // one index for all arrays: else the compiler fears that they overlap and keeps to single numbers
        private static void lower(int[] best, int[] left, int[] right, int square) {
            for (int x = 0; x < best.length; x++) {
                best[x] = Math.min(best[x], Math.min(left[x], right[x]) + square);
            }
        }

        /** The largest of {@code best}, by folding it in halves: a plain running maximum takes one number at a time. */
        private int largest() {
            int n = best.length;
            int half = (n + 1) / 2;
            System.arraycopy(best, n - half, right, 0, half);
            fold(best, right, left, half);
            for (n = half; n > 1; n = half) {
                half = (n + 1) / 2;
                System.arraycopy(left, n - half, right, 0, half);
                fold(left, right, left, half);
            }
            return left[0];
        }

        private static void fold(int[] a, int[] b, int[] out, int n) {
            for (int i = 0; i < n; i++) {
                out[i] = Math.max(a[i], b[i]);
            }
        }
    }

    /** The row pass by lower envelopes of parabolas. */
    private static final class Envelope {
        private final int[] site;
        private final int[] from;
        private final double[] inverse;

        Envelope(int width) {
            site = new int[width + 1];
            from = new int[width + 1];
            inverse = new double[width + 1];
            for (int d = 1; d <= width; d++) {
                inverse[d] = 0.5 / d;
            }
        }

        /** Works out the runs that hold a value above {@code settled}. */
        void row(int[] squares, int width, int[] out, int row, int settled) {
            int x = 0;
            while (x < width) {
                if (squares[x] == 0) {
                    x++;
                    continue;
                }
                int end = x;
                int largest = 0;
                while (end < width && squares[end] != 0) {
                    largest = Math.max(largest, out[row + end]);
                    end++;
                }
                if (largest > settled) {
                    run(squares, Math.max(0, x - 1), Math.min(width - 1, end), x, end, out, row);
                }
                x = end;
            }
        }

        /** Lower envelope of the parabolas with sites first..last, written for the pixels begin..end-1. */
        private void run(int[] squares, int first, int last, int begin, int end, int[] out, int row) {
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
}
