package org.interphase.numerics.image;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The foreground of a mask as runs along rows: a compact form from which components, areas and chords follow without
 * touching pixels again.
 */
public final class Runs {

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class,
            ByteOrder.LITTLE_ENDIAN);

    private final int width;
    private final int height;
    /** Start and end (exclusive) of each run, alternating. */
    private final int[] ends;
    /** Index of the first run of each row; one entry more than rows. */
    private final int[] rows;

    private Runs(int width, int height, int[] ends, int[] rows) {
        this.width = width;
        this.height = height;
        this.ends = ends;
        this.rows = rows;
    }

    /**
     * The runs of a mask.
     *
     * @param mask 0 or 1 per pixel, not modified
     */
    public static Runs of(byte[] mask, int width, int height) {
        Grid.require(mask.length, width, height);
        int[] rows = new int[height + 1];
        int[] ends = new int[Math.max(64, 2 * (height + 1))];
        int n = 0;
        for (int y = 0; y < height; y++) {
            // a row has at most width + 1 changes
            if (n + width + 2 > ends.length) {
                ends = Arrays.copyOf(ends, Math.max(n + width + 2, (int) Math.min(Integer.MAX_VALUE - 8L,
                        ends.length * 3L / 2)));
            }
            n = row(mask, y * width, width, ends, n);
            rows[y + 1] = n / 2;
        }
        return new Runs(width, height, ends, rows);
    }

    /** Writes the changes of one row, eight pixels at a time. */
    private static int row(byte[] mask, int offset, int width, int[] ends, int start) {
        int n = start;
        long before = 0;
        int x = 0;
        for (; x + 8 <= width; x += 8) {
            long v = (long) EIGHT.get(mask, offset + x);
            long changes = v ^ (v << 8 | before);
            while (changes != 0) {
                ends[n++] = x + (Long.numberOfTrailingZeros(changes) >>> 3);
                changes &= changes - 1;
            }
            before = v >>> 56;
        }
        for (; x < width; x++) {
            if (mask[offset + x] != before) {
                ends[n++] = x;
                before = mask[offset + x];
            }
        }
        if (before != 0) {
            ends[n++] = width;
        }
        return n;
    }

    /** Pixels per row. */
    public int width() {
        return width;
    }

    /** Number of rows. */
    public int height() {
        return height;
    }

    /** Number of runs. */
    public int count() {
        return rows[height];
    }

    /** Index of the first run of a row; of row {@code height}: the number of runs. */
    public int firstOf(int row) {
        return rows[row];
    }

    /** First pixel of a run. */
    public int start(int run) {
        return ends[2 * run];
    }

    /** One past the last pixel of a run. */
    public int end(int run) {
        return ends[2 * run + 1];
    }

    /** Number of foreground pixels. */
    public long area() {
        long sum = 0;
        for (int i = 0; i < count(); i++) {
            sum += ends[2 * i + 1] - ends[2 * i];
        }
        return sum;
    }

    int[] raw() {
        return ends;
    }
}
