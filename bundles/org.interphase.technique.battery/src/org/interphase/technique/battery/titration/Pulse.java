package org.interphase.technique.battery.titration;

/**
 * A pulse of constant current and the rest behind it, as rows of a record.
 *
 * @param number from 1
 * @param before last row of the rest before the pulse
 * @param first first row with current
 * @param last last row with current
 * @param end last row of the rest behind it; {@code last} where there is none
 * @param on time the current was switched on, s
 * @param off time it was switched off, s
 * @param timing standard uncertainty of both times, from the sampling, s
 * @param current mean current, A; charging is positive
 */
public record Pulse(int number, int before, int first, int last, int end, double on, double off, double timing,
        double current) {

    /** The same pulse switched at other times. */
    Pulse switched(double atOn, double atOff) {
        return new Pulse(number, before, first, last, end, atOn, atOff, timing, current);
    }

    /** Length of the pulse, s. */
    public double duration() {
        return off - on;
    }

    /** Charge that went through, A s; charging is positive. */
    public double charge() {
        return current * duration();
    }

    /** Whether a rest follows. */
    public boolean hasRest() {
        return end > last;
    }
}
