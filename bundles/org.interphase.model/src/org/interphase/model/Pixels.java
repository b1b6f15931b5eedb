package org.interphase.model;

import java.util.Arrays;

/**
 * Immutable pixel values in their native width, row after row. Bytes and shorts are unsigned. Reading converts to
 * double or float; NaN marks a missing value where the storage is floating point.
 */
public abstract sealed class Pixels {

    private Pixels() {
    }

    /** Number of pixels. */
    public abstract int size();

    /** The value at an index. */
    public abstract double get(int index);

    /** Bits of a stored value: 8, 16, 32 or 64. */
    public abstract int bits();

    /** Whether values are whole numbers. */
    public abstract boolean isInteger();

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

    private static final class Bytes extends Pixels {
        private final byte[] values;

        Bytes(byte[] values) {
            this.values = values;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index] & 0xff;
        }

        @Override
        public int bits() {
            return 8;
        }

        @Override
        public boolean isInteger() {
            return true;
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] = values[from + i] & 0xff;
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Bytes b && Arrays.equals(b.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    private static final class Shorts extends Pixels {
        private final short[] values;

        Shorts(short[] values) {
            this.values = values;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index] & 0xffff;
        }

        @Override
        public int bits() {
            return 16;
        }

        @Override
        public boolean isInteger() {
            return true;
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] = values[from + i] & 0xffff;
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Shorts b && Arrays.equals(b.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    private static final class Floats extends Pixels {
        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public int bits() {
            return 32;
        }

        @Override
        public boolean isInteger() {
            return false;
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            System.arraycopy(values, from, target, targetFrom, count);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Floats b && Arrays.equals(b.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    private static final class Doubles extends Pixels {
        private final double[] values;

        Doubles(double[] values) {
            this.values = values;
        }

        @Override
        public int size() {
            return values.length;
        }

        @Override
        public double get(int index) {
            return values[index];
        }

        @Override
        public int bits() {
            return 64;
        }

        @Override
        public boolean isInteger() {
            return false;
        }

        @Override
        public void copyTo(int from, float[] target, int targetFrom, int count) {
            for (int i = 0; i < count; i++) {
                target[targetFrom + i] = (float) values[from + i];
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Doubles b && Arrays.equals(b.values, values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
