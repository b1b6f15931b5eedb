package org.interphase.technique.battery.titration;

/**
 * A constant current that flowed from one time to another.
 *
 * @param from s
 * @param to s
 * @param current A; charging is positive
 */
record PastCurrent(double from, double to, double current) {

    /** A charge in A s whose centre in time lies within a stretch of time, as a current that is even about it. */
    static PastCurrent around(double from, double to, double centre, double charge) {
        double half = Math.min(centre - from, to - centre);
        return new PastCurrent(centre - half, centre + half, charge / (2 * half));
    }

    /** Charge that went through, A s. */
    double charge() {
        return current * (to - from);
    }
}
