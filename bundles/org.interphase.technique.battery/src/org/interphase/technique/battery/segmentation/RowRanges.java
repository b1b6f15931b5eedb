package org.interphase.technique.battery.segmentation;

import java.util.Arrays;

/** Consecutive ranges of rows that tile a record, each with a direction of the current and a type; grows at its end. */
final class RowRanges {

    private int[] starts = new int[64];
    private byte[] directions = new byte[64];
    private StepType[] types = new StepType[64];
    private int size;
    private int end;

    /** Adds a range behind the last one. */
    void add(int from, int direction, StepType type) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, 2 * size);
            directions = Arrays.copyOf(directions, 2 * size);
            types = Arrays.copyOf(types, 2 * size);
        }
        starts[size] = from;
        directions[size] = (byte) direction;
        types[size++] = type;
    }

    /** States where the last range ends. */
    void close(int to) {
        end = to;
    }

    int size() {
        return size;
    }

    int from(int k) {
        return starts[k];
    }

    /** The row after the last. */
    int to(int k) {
        return k + 1 < size ? starts[k + 1] : end;
    }

    int rows(int k) {
        return to(k) - from(k);
    }

    /** 1 charge, -1 discharge, 0 rest. */
    int direction(int k) {
        return directions[k];
    }

    StepType type(int k) {
        return types[k];
    }
}
