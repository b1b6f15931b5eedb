package org.interphase.model;

import java.util.Arrays;

/**
 * Consecutive values of a long column, stored as compactly as they allow without changing one of them: numbers written
 * in decimal are kept as integers over a common power of ten, in as few bytes as their spread needs. An integer below
 * 2^53 over a power of ten up to 10^22 is rounded once when it is divided, so that the value read is the double nearest
 * to what was written (Clinger 1990).
 */
public final class ColumnPage {

    /** Rows of every page of a column but the last. */
    public static final int ROWS = 1 << 14;

    /** Decimals of a value that is missing. */
    public static final byte MISSING = -1;
    /** Most decimals a value may have. */
    public static final int MOST_DECIMALS = 22;
    /** Largest integer that is exact in a double. */
    public static final long LARGEST = 1L << 53;

    /** Decimals tried for numbers of binary files: counts, and milliseconds. */
    private static final int[] WHOLE_OVER = {0, 3};
    private static final double[] POWERS = new double[MOST_DECIMALS + 1];
    private static final long[] WHOLE = new long[16];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            // products of exact powers stay exact up to 10^22
            POWERS[i] = POWERS[i - 1] * 10;
        }
        WHOLE[0] = 1;
        for (int i = 1; i < WHOLE.length; i++) {
            WHOLE[i] = WHOLE[i - 1] * 10;
        }
    }

    private final int size;
    private final long base;
    private final int places;
    private final double power;
    // one of these, or none where all values are the same
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;
    private final double[] doubles;
    private final float[] floats;
    private final Double same;

    private ColumnPage(int size, long base, int places, Object store) {
        this.size = size;
        this.base = base;
        this.places = places;
        this.power = POWERS[places];
        this.bytes = store instanceof byte[] b ? b : null;
        this.shorts = store instanceof short[] s ? s : null;
        this.ints = store instanceof int[] i ? i : null;
        this.doubles = store instanceof double[] d ? d : null;
        this.floats = store instanceof float[] f ? f : null;
        this.same = store instanceof Double v ? v : null;
    }

    /** A page of numbers as they are; the first {@code size} of an array are copied. */
    public static ColumnPage of(double[] values, int size) {
        return new ColumnPage(size, 0, 0, Arrays.copyOf(values, size));
    }

    /**
     * A page of numbers of a binary file: one number where all are the same bit for bit, whole numbers over 1 or 1000
     * where all of them are that exactly, single precision where that holds them exactly, else as they are.
     *
     * @param values not kept
     */
    public static ColumnPage compact(double[] values, int size) {
        boolean equal = size > 0;
        boolean single = true;
        for (int i = 0; i < size; i++) {
            equal &= Double.doubleToRawLongBits(values[i]) == Double.doubleToRawLongBits(values[0]);
            single &= Double.isNaN(values[i]) || (float) values[i] == values[i];
        }
        if (equal) {
            return new ColumnPage(size, 0, 0, values[0]);
        }
        for (int decimals : WHOLE_OVER) {
            ColumnPage whole = whole(values, size, decimals);
            if (whole != null && whole.doubles == null) {
                return whole;
            }
        }
        if (single) {
            float[] out = new float[size];
            for (int i = 0; i < size; i++) {
                out[i] = (float) values[i];
            }
            return new ColumnPage(size, 0, 0, out);
        }
        return of(values, size);
    }

    private static ColumnPage whole(double[] values, int size, int decimals) {
        double scale = POWERS[decimals];
        for (int i = 0; i < size; i++) {
            double v = values[i];
            double m = Math.rint(v * scale);
            // the negative zero is no whole number; a missing value is none either, and has its own code
            if (!Double.isNaN(v) && (Math.abs(m) > LARGEST || m / scale != v || m == 0 && 1 / v < 0)) {
                return null;
            }
        }
        long[] mantissas = new long[size];
        byte[] places = new byte[size];
        for (int i = 0; i < size; i++) {
            boolean missing = Double.isNaN(values[i]);
            mantissas[i] = missing ? 0 : (long) Math.rint(values[i] * scale);
            places[i] = missing ? MISSING : (byte) decimals;
        }
        return ofDecimals(mantissas, places, size);
    }

    /**
     * A page of numbers written in decimal: {@code mantissa / 10^decimals}, not more than {@link #LARGEST} and
     * {@link #MOST_DECIMALS}.
     *
     * @param mantissas digits as integers; not kept
     * @param decimals digits behind the decimal mark, {@link #MISSING} where there is no value; not kept
     * @param size number of rows
     */
    public static ColumnPage ofDecimals(long[] mantissas, byte[] decimals, int size) {
        int most = 0;
        boolean missing = false;
        for (int i = 0; i < size; i++) {
            most = Math.max(most, decimals[i]);
            missing |= decimals[i] < 0;
        }
        long min = Long.MAX_VALUE;
        long max = Long.MIN_VALUE;
        for (int i = 0; i < size; i++) {
            if (decimals[i] >= 0) {
                long v = mantissas[i];
                if (decimals[i] < most) {
                    v = widened(v, most - decimals[i]);
                    if (v == Long.MIN_VALUE) {
                        return of(plain(mantissas, decimals, size), size);
                    }
                }
                min = Math.min(min, v);
                max = Math.max(max, v);
            }
        }
        if (min > max) {
            double[] none = new double[size];
            Arrays.fill(none, Double.NaN);
            return of(none, size);
        }
        return packed(mantissas, decimals, size, most, min, max, missing);
    }

    /** The integer with zeros behind it, or the smallest long if it is then not exact in a double. */
    private static long widened(long mantissa, int zeros) {
        if (mantissa == 0) {
            return 0;
        }
        if (zeros >= WHOLE.length || Math.abs(mantissa) > LARGEST / WHOLE[zeros]) {
            return Long.MIN_VALUE;
        }
        return mantissa * WHOLE[zeros];
    }

    private static double[] plain(long[] mantissas, byte[] decimals, int size) {
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            out[i] = decimals[i] < 0 ? Double.NaN : mantissas[i] / POWERS[decimals[i]];
        }
        return out;
    }

    private static ColumnPage packed(long[] m, byte[] d, int size, int most, long min, long max, boolean missing) {
        long spread = max - min;
        if (spread == 0 && !missing) {
            return new ColumnPage(size, min, most, null);
        }
        // the smallest code of each width says that a value is missing
        if (spread <= 2L * Byte.MAX_VALUE) {
            long base = min + Byte.MAX_VALUE;
            byte[] out = new byte[size];
            for (int i = 0; i < size; i++) {
                out[i] = d[i] < 0 ? Byte.MIN_VALUE : (byte) (widened(m[i], most - d[i]) - base);
            }
            return new ColumnPage(size, base, most, out);
        }
        if (spread <= 2L * Short.MAX_VALUE) {
            long base = min + Short.MAX_VALUE;
            short[] out = new short[size];
            for (int i = 0; i < size; i++) {
                out[i] = d[i] < 0 ? Short.MIN_VALUE : (short) (widened(m[i], most - d[i]) - base);
            }
            return new ColumnPage(size, base, most, out);
        }
        if (spread <= 2L * Integer.MAX_VALUE) {
            long base = min + Integer.MAX_VALUE;
            int[] out = new int[size];
            for (int i = 0; i < size; i++) {
                out[i] = d[i] < 0 ? Integer.MIN_VALUE : (int) (widened(m[i], most - d[i]) - base);
            }
            return new ColumnPage(size, base, most, out);
        }
        return of(plain(m, d, size), size);
    }

    /**
     * The page with each value times {@code factor / 10^decimals}: still the double nearest to the decimal number where
     * the digits allow it.
     */
    public ColumnPage times(long factor, int decimals) {
        if (isWhole() && factor == 1 && places + decimals <= MOST_DECIMALS) {
            return new ColumnPage(size, base, places + decimals, bytes != null ? bytes : shorts != null ? shorts
                    : ints);
        }
        if (isWhole() && places + decimals <= MOST_DECIMALS) {
            long[] m = new long[size];
            byte[] d = new byte[size];
            boolean exact = true;
            for (int i = 0; i < size && exact; i++) {
                long code = code(i);
                exact = code == Long.MIN_VALUE || Math.abs(code) <= LARGEST / Math.abs(factor);
                m[i] = code * factor;
                d[i] = code == Long.MIN_VALUE ? MISSING : (byte) (places + decimals);
            }
            if (exact) {
                return ofDecimals(m, d, size);
            }
        }
        double[] out = new double[size];
        for (int i = 0; i < size; i++) {
            out[i] = get(i) * factor / POWERS[decimals];
        }
        return of(out, size);
    }

    private boolean isWhole() {
        return doubles == null && floats == null && same == null;
    }

    /** The integer of a row, the smallest long where it is missing; of pages that hold integers. */
    private long code(int row) {
        if (bytes != null) {
            return bytes[row] == Byte.MIN_VALUE ? Long.MIN_VALUE : base + bytes[row];
        }
        if (shorts != null) {
            return shorts[row] == Short.MIN_VALUE ? Long.MIN_VALUE : base + shorts[row];
        }
        return ints == null ? base : ints[row] == Integer.MIN_VALUE ? Long.MIN_VALUE : base + ints[row];
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** The value in a row of the page, NaN where it is missing. */
    public double get(int row) {
        if (shorts != null) {
            short v = shorts[row];
            return v == Short.MIN_VALUE ? Double.NaN : (base + v) / power;
        }
        if (ints != null) {
            int v = ints[row];
            return v == Integer.MIN_VALUE ? Double.NaN : (base + v) / power;
        }
        if (doubles != null) {
            return doubles[row];
        }
        if (bytes != null) {
            byte v = bytes[row];
            return v == Byte.MIN_VALUE ? Double.NaN : (base + v) / power;
        }
        return floats != null ? floats[row] : same != null ? same : base / power;
    }

    /** Writes all values into an array from a place on. */
    public void copyTo(double[] out, int at) {
        if (doubles != null) {
            System.arraycopy(doubles, 0, out, at, size);
        } else if (shorts != null) {
            for (int i = 0; i < size; i++) {
                out[at + i] = shorts[i] == Short.MIN_VALUE ? Double.NaN : (base + shorts[i]) / power;
            }
        } else if (ints != null) {
            for (int i = 0; i < size; i++) {
                out[at + i] = ints[i] == Integer.MIN_VALUE ? Double.NaN : (base + ints[i]) / power;
            }
        } else if (bytes != null) {
            for (int i = 0; i < size; i++) {
                out[at + i] = bytes[i] == Byte.MIN_VALUE ? Double.NaN : (base + bytes[i]) / power;
            }
        } else if (floats != null) {
            for (int i = 0; i < size; i++) {
                out[at + i] = floats[i];
            }
        } else {
            Arrays.fill(out, at, at + size, same != null ? same : base / power);
        }
    }

    /** Whether a value is infinite; whole numbers never are. */
    boolean hasInfinite() {
        if (doubles != null || floats != null) {
            for (int i = 0; i < size; i++) {
                if (Double.isInfinite(get(i))) {
                    return true;
                }
            }
            return false;
        }
        return same != null && Double.isInfinite(same);
    }

    /** Bytes its values take. */
    public long bytes() {
        return bytes != null ? bytes.length : shorts != null ? 2L * shorts.length : ints != null ? 4L * ints.length
                : doubles != null ? 8L * doubles.length : floats != null ? 4L * floats.length : 0;
    }
}
