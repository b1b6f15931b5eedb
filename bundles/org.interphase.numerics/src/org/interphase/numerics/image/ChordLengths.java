package org.interphase.numerics.image;

/**
 * Lengths of the straight lines along rows or columns that lie in the foreground. Chords cut by the edge of the
 * picture are left out, because their length is not known.
 */
public final class ChordLengths {

    private ChordLengths() {
    }

    /** How many chords along x have each length in pixels; index 0 is unused. */
    public static long[] alongX(byte[] mask, int width, int height) {
        return alongX(mask, null, width, height);
    }

    /**
     * The same where only a part of the picture is known: chords cut by its edge are left out as well.
     *
     * @param within 0 or 1 per pixel: the part; null for all
     */
    public static long[] alongX(byte[] mask, byte[] within, int width, int height) {
        Runs runs = Runs.of(mask, width, height);
        long[] counts = new long[width + 1];
        int y = 0;
        for (int i = 0; i < runs.count(); i++) {
            while (y + 1 < height && i >= runs.firstOf(y + 1)) {
                y++;
            }
            int row = y * width;
            if (runs.start(i) > 0 && runs.end(i) < width && (within == null
                    || within[row + runs.start(i) - 1] != 0 && within[row + runs.end(i)] != 0)) {
                counts[runs.end(i) - runs.start(i)]++;
            }
        }
        return counts;
    }

    /** How many chords along y have each length in pixels; index 0 is unused. */
    public static long[] alongY(byte[] mask, int width, int height) {
        return alongY(mask, null, width, height);
    }

    /**
     * The same where only a part of the picture is known: chords cut by its edge are left out as well.
     *
     * @param within 0 or 1 per pixel: the part; null for all
     */
    public static long[] alongY(byte[] mask, byte[] within, int width, int height) {
        Grid.require(mask.length, width, height);
        long[] counts = new long[height + 1];
        int[] start = new int[width];
        java.util.Arrays.fill(start, -1);
        for (int y = 0; y < height; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                if (mask[row + x] != 0) {
                    // a chord that begins at an edge is marked as cut
                    boolean cut = y == 0 || within != null && within[row - width + x] == 0;
                    start[x] = start[x] >= 0 || start[x] == -2 ? start[x] : cut ? -2 : y;
                } else {
                    if (start[x] >= 0 && (within == null || within[row + x] != 0)) {
                        counts[y - start[x]]++;
                    }
                    start[x] = -1;
                }
            }
        }
        return counts;
    }

    /**
     * Standard error of the mean chord length in pixels, from how it differs between strips of the picture: linearised
     * ratio of summed lengths to number of chords, strips taken as independent.
     *
     * @param alongX chords along x, strips of rows; else chords along y, strips of columns
     * @return NaN with fewer than four strips that hold chords
     */
    public static double standardError(byte[] mask, int width, int height, boolean alongX) {
        return standardError(mask, null, width, height, alongX);
    }

    /**
     * The same where only a part of the picture is known.
     *
     * @param within 0 or 1 per pixel: the part; null for all
     * @param alongX chords along x, strips of rows; else chords along y, strips of columns
     * @return NaN with fewer than four strips that hold chords
     */
    public static double standardError(byte[] mask, byte[] within, int width, int height, boolean alongX) {
        int across = alongX ? height : width;
        int strips = Math.min(16, across);
        double[] sums = new double[strips];
        double[] numbers = new double[strips];
        double sum = 0;
        double number = 0;
        int used = 0;
        for (int k = 0; k < strips; k++) {
            int from = (int) ((long) k * across / strips);
            int n = (int) ((k + 1L) * across / strips) - from;
            long[] counts = alongX
                    ? alongX(rows(mask, width, from, n), rows(within, width, from, n), width, n)
                    : alongY(columns(mask, width, height, from, n), columns(within, width, height, from, n), n,
                            height);
            numbers[k] = count(counts);
            sums[k] = numbers[k] > 0 ? mean(counts) * numbers[k] : 0;
            sum += sums[k];
            number += numbers[k];
            used += numbers[k] > 0 ? 1 : 0;
        }
        if (used < 4) {
            return Double.NaN;
        }
        double squares = 0;
        for (int k = 0; k < strips; k++) {
            double d = sums[k] - sum / number * numbers[k];
            squares += d * d;
        }
        return Math.sqrt(squares * strips / (strips - 1.0)) / number;
    }

    private static byte[] rows(byte[] mask, int width, int from, int n) {
        return mask == null ? null : java.util.Arrays.copyOfRange(mask, from * width, (from + n) * width);
    }

    private static byte[] columns(byte[] mask, int width, int height, int from, int n) {
        if (mask == null) {
            return null;
        }
        byte[] out = new byte[n * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(mask, y * width + from, out, y * n, n);
        }
        return out;
    }

    /** Mean length in pixels; NaN without chords. */
    public static double mean(long[] counts) {
        double n = 0;
        double sum = 0;
        for (int l = 1; l < counts.length; l++) {
            n += counts[l];
            sum += (double) l * counts[l];
        }
        return n == 0 ? Double.NaN : sum / n;
    }

    /** Number of chords. */
    public static long count(long[] counts) {
        long n = 0;
        for (long c : counts) {
            n += c;
        }
        return n;
    }
}
