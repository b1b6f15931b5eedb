package org.interphase.model;

import java.util.Arrays;
import java.util.Objects;

/**
 * Immutable pixel values in their native width, row after row. Bytes and shorts are unsigned. Reading converts to
 * double or float; NaN marks a missing value where the storage is floating point.
 */
public abstract sealed class Pixels {

    private final Object array;
    private final int size;
    private final int bits;
    private final boolean integer;

    private Pixels(Object array, int size, int bits, boolean integer) {
        this.array = array;
        this.size = size;
        this.bits = bits;
        this.integer = integer;
    }

    /** Number of pixels. */
    public final int size() {
        return size;
    }

    /** The value at an index. */
    public abstract double get(int index);

    /** Bits of a stored value: 8, 16, 32 or 64. */
    public final int bits() {
        return bits;
    }

    /** Whether values are whole numbers. */
    public final boolean isInteger() {
        return integer;
    }

    /** Copies values from index {@code from} into a target array. */
    public abstract void copyTo(int from, float[] target, int targetFrom, int count);

    /** A copy of all values as float. */
    public final float[] toFloats() {
        float[] out = new float[size()];
        copyTo(0, out, 0, out.length);
        return out;
    }

    /** Unsigned 8-bit pixels; the array is copied. */
    public static Pixels ofBytes(byte[] values) {
        return new Bytes(values.clone());
    }

    /** Unsigned 16-bit pixels; the array is copied. */
    public static Pixels ofShorts(short[] values) {
        return new Shorts(values.clone());
    }

    /** 32-bit floating point pixels; the array is copied. */
    public static Pixels ofFloats(float[] values) {
        return new Floats(values.clone());
    }

    /** 64-bit floating point pixels; the array is copied. */
    public static Pixels ofDoubles(double[] values) {
        return new Doubles(values.clone());
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Pixels p && Objects.deepEquals(p.array, array);
    }

    @Override
    public final int hashCode() {
        return Arrays.deepHashCode(new Object[] {array});
    }

    private static final class Bytes extends Pixels {
        private final byte[] values;

        Bytes(byte[] values) {
            super(values, values.length, 8, true);
            this.values = values;
        }

        @Override
        public double get(int index) {
            return values[index] & 0xff;
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] = values[from + i] & 0xff;
            }
        }
    }

    private static final class Shorts extends Pixels {
        private final short[] values;

        Shorts(short[] values) {
            super(values, values.length, 16, true);
            this.values = values;
        }

        @Override
        public double get(int index) {
            return values[index] & 0xffff;
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] = values[from + i] & 0xffff;
            }
        }
    }

    private static final class Floats extends Pixels {
        private final float[] values;

        Floats(float[] values) {
            super(values, values.length, 32, false);
            this.values = values;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            System.arraycopy(values, from, target, targetFrom, count);
        }
    }

    private static final class Doubles extends Pixels {
        private final double[] values;

        Doubles(double[] values) {
            super(values, values.length, 64, false);
            this.values = values;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] = (float) values[from + i];
            }
        }
    }
}
