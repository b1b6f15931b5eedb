package org.interphase.technique.battery.segmentation;

import org.interphase.electro.record.Channel;

/**
 * Advance of a counter over the rows of a step. A fall is a new start, and what it shows then has been counted since.
 */
final class CounterReading {

    private final Channel counter;
    /** 0 for a magnitude that starts anew; else the direction in which a signed counter is read. */
    private final int signed;
    private double before = Double.NaN;
    private double sum;
    private int resets;
    private double smallest = Double.POSITIVE_INFINITY;
    private double lastFalls;

    CounterReading(Channel counter, int signed) {
        this.counter = counter;
        this.signed = signed;
    }

    /** Begins with the value in the row before the step; -1 if there is none. */
    void begin(int rowBefore) {
        before = rowBefore < 0 ? Double.NaN : counter.get(rowBefore);
    }

    void add(int row) {
        double c = counter.get(row);
        if (Double.isNaN(c)) {
            return;
        }
        if (Double.isNaN(before)) {
            before = c;
            return;
        }
        double d = c - before;
        if (signed != 0) {
            sum += signed * d;
        } else if (d >= 0) {
            sum += d;
        } else if (Math.abs(c) < Math.abs(before) / 2 || c == 0) {
            resets++;
            sum += c;
        } else {
            // falls a little: it counts the other direction back
            sum += d;
            lastFalls += d;
        }
        if (d != 0) {
            smallest = Math.min(smallest, Math.abs(d));
        }
        before = c;
    }

    /** Reads the first row of the rest after the step; a counter that starts anew there says nothing. */
    void finish(int row) {
        double c = counter.get(row);
        if (signed != 0 || c >= before) {
            add(row);
        }
    }

    double advance() {
        return Math.abs(sum);
    }

    int resets() {
        return resets;
    }

    double resolution() {
        return Double.isInfinite(smallest) ? Double.NaN : smallest;
    }

    /** Whether it fell without starting anew. */
    boolean falls() {
        return lastFalls < 0;
    }
}
