package org.interphase.technique.battery.segmentation;

import org.interphase.electro.record.Channel;
import org.interphase.electro.record.LastDecimal;

/**
 * Advance of a counter over the rows of a step. A fall is a new start, and what it shows then has been counted since.
 */
final class CounterReading {

    /** Digits of a double that differences of a counter lose. */
    private static final double ROUNDING = 1e-13;
    /** Differences of advances of which the smallest is a digit. */
    private static final int SOME = 8;

    private final Channel counter;
    /** 0 for a magnitude that starts anew; else the direction in which a signed counter is read. */
    private final int signed;
    private double before = Double.NaN;
    private double sum;
    private int resets;
    private double smallest = Double.POSITIVE_INFINITY;
    private int differences;
    private double advanced = Double.NaN;
    private final LastDecimal decimal = new LastDecimal();

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
        } else if (d >= 0 || sum < 0 && resets == 0) {
            // one that has been falling counts both directions, and goes on through zero
            sum += d;
        } else if (Math.abs(c) < Math.abs(before) / 2 || c == 0) {
            resets++;
            sum += c;
        } else {
            // falls a little: it counts the other direction back
            sum += d;
        }
        resolve(d, Math.abs(c) + Math.abs(before));
        decimal.add(c);
        before = c;
    }

    /** Reads the first row of the rest after the step; a counter that starts anew there says nothing. */
    void finish(int row) {
        double c = counter.get(row);
        if (signed != 0 || c >= before) {
            add(row);
        }
    }

    /** Advances that differ do so by a digit at least. */
    private void resolve(double d, double scale) {
        double difference = Math.abs(d - advanced);
        if (difference > ROUNDING * scale) {
            smallest = Math.min(smallest, difference);
            differences++;
        }
        advanced = d;
    }

    double advance() {
        return Math.abs(sum);
    }

    int resets() {
        return resets;
    }

    /**
     * What one digit of the counter is: the smallest difference of its advances; where those are alike but for a few,
     * as at a constant current, the last decimal; 0 where there is none.
     */
    double resolution() {
        return differences < SOME ? decimal.value() : smallest;
    }
}
