package org.interphase.technique.battery.segmentation;

/**
 * A step of a record: what it is and where, the current and the voltages, and the charge and energy it moved.
 *
 * @param number from 1 in the order of time
 * @param type what it is
 * @param direction 1 charge, -1 discharge, 0 rest
 * @param from first row
 * @param to row after the last
 * @param settled first row at which the current is at its level; a row before it is on the way there
 * @param start time of the first row, s
 * @param end time of the last row, s
 * @param current mean current by charge over time, A, charging positive
 * @param before voltage of the last row before the step, V; NaN for the first step
 * @param first voltage at the settled row, V
 * @param last voltage at the last row, V
 * @param charge what it moved
 */
public record CellStep(int number, StepType type, int direction, int from, int to, int settled, double start,
        double end, double current, double before, double first, double last, StepCharge charge) {

    /** Number of rows. */
    public int rows() {
        return to - from;
    }

    /** Time from the first to the last row, s. */
    public double duration() {
        return end - start;
    }

    /** Whether current flows. */
    public boolean isActive() {
        return direction != 0;
    }

    /** The same step with another type. */
    public CellStep with(StepType other) {
        return new CellStep(number, other, direction, from, to, settled, start, end, current, before, first, last,
                charge);
    }

    /** The same step with another charge. */
    public CellStep with(StepCharge other) {
        return new CellStep(number, type, direction, from, to, settled, start, end, current, before, first, last,
                other);
    }
}
