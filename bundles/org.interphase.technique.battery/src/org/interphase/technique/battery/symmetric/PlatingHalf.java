package org.interphase.technique.battery.symmetric;

/**
 * A stretch of a symmetric cell's record in which the current flows one way. Voltages are magnitudes.
 *
 * @param number from 1 in the order of time
 * @param direction sign of the voltage
 * @param from first row
 * @param to row after the last
 * @param start time of its first row, s
 * @param end time of its last row, s
 * @param mean mean overpotential over time, V
 * @param u its standard uncertainty by the scatter from row to row, the trapezoid and the resolution of the voltage, V
 * @param level median overpotential of the rows, V
 * @param noise scatter from row to row, V; no less than a digit of the voltage makes
 * @param highest largest overpotential that no single reading makes, V
 * @param current mean magnitude of the current, A; NaN where none is recorded
 */
public record PlatingHalf(int number, int direction, int from, int to, double start, double end, double mean, double u,
        double level, double noise, double highest, double current) {
}
