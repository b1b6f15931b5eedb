package org.interphase.technique.battery.cycle;

import java.util.Locale;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellStep;

/**
 * What the voltage moves by in the direction of a current when that is turned on after a rest: up for a charge, down
 * for a discharge. The uncertainty holds the scatter of the voltage, and when the current was turned on: unless a row
 * or the time of the step tells, anywhere in the interval between two rows.
 *
 * @param step the step whose current is turned on
 * @param drop V, positive in the direction of the current; NaN where it is withheld
 * @param u standard uncertainty, V
 * @param delay time from turning on to reading, s
 * @param delayU its standard uncertainty, s
 * @param verdict on the drop
 */
public record VoltageDrop(CellStep step, double drop, double u, double delay, double delayU, Verdict verdict) {

    /** Uncertainties from nothing within which a drop is doubtful, and beyond which one against the current is none. */
    private static final double SEEN = 2;
    private static final String SMALL = "it is no larger than twice its uncertainty";

    /** A drop that was read, judged by its sign and size too. */
    static VoltageDrop of(CellStep step, double drop, double u, double delay, double delayU, Verdict verdict) {
        if (drop >= SEEN * u) {
            return new VoltageDrop(step, drop, u, delay, delayU, verdict);
        }
        if (drop >= -SEEN * u) {
            return new VoltageDrop(step, drop, u, delay, delayU, verdict.and(Verdict.doubtful(SMALL)));
        }
        return withheld(step, delay, delayU, String.format(Locale.ROOT, "the voltage moves against the current, by "
                + "%.3g ± %.2g mV", -1000 * drop, 1000 * u));
    }

    /**
     * The same with what the instrument adds to a difference of two voltages; doubtful where it is no larger than twice
     * its uncertainty then.
     */
    public VoltageDrop known(InstrumentAccuracy instrument) {
        if (verdict.isWithheld()) {
            return this;
        }
        double whole = Math.hypot(u, instrument.difference(drop));
        return new VoltageDrop(step, drop, whole, delay, delayU, drop >= SEEN * whole || drop < SEEN * u ? verdict
                : verdict.and(Verdict.doubtful(SMALL)));
    }

    /** No drop, and why. */
    static VoltageDrop withheld(CellStep step, double delay, double delayU, String why) {
        return new VoltageDrop(step, Double.NaN, Double.NaN, delay, delayU, Verdict.withheld(why));
    }

    /**
     * Resistance, ohm.
     *
     * @param gain relative standard uncertainty of the current
     */
    public Uncertain resistance(double gain) {
        double r = drop / Math.abs(step.current());
        return new Uncertain(r, Math.hypot(u / Math.abs(step.current()), r * gain));
    }
}
