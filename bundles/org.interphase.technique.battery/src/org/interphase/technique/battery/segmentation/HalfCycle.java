package org.interphase.technique.battery.segmentation;

import java.util.List;
import org.interphase.model.Verdict;

/**
 * The steps from one turn of the current to the next, rests among them.
 *
 * @param direction 1 charge, -1 discharge
 * @param steps in the order of time; the first and the last are active
 * @param incomplete why it is not whole, as a clause; empty where it is
 */
public record HalfCycle(int direction, List<CellStep> steps, String incomplete) {

    /** Copies the list. */
    public HalfCycle {
        steps = List.copyOf(steps);
    }

    /** Whether it is whole. */
    public boolean isComplete() {
        return incomplete.isEmpty();
    }

    /** The same, not whole for a reason. */
    HalfCycle cut(String why) {
        return new HalfCycle(direction, steps, why);
    }

    /** First row. */
    public int from() {
        return steps.get(0).from();
    }

    /** Row after the last. */
    public int to() {
        return steps.get(steps.size() - 1).to();
    }

    /** Charge moved in its direction, A.h. */
    public double capacity() {
        return steps.stream().filter(s -> s.direction() == direction).mapToDouble(s -> s.charge().capacity()).sum();
    }

    /** Standard uncertainty of the capacity, A.h. */
    public double capacityU() {
        return Math.sqrt(steps.stream().filter(s -> s.direction() == direction)
                .mapToDouble(s -> Math.pow(s.charge().capacityU(), 2)).sum());
    }

    /** Integral of the current in its direction, A.h. */
    public double integral() {
        return steps.stream().filter(s -> s.direction() == direction).mapToDouble(s -> s.charge().integral()).sum();
    }

    /** Advance of the counters in its direction, A.h; NaN where there are none. */
    public double counter() {
        return steps.stream().filter(s -> s.direction() == direction).mapToDouble(s -> s.charge().counter()).sum();
    }

    /** Energy moved in its direction, W.h: the mean voltage of the integrals times the capacity. */
    public double energy() {
        return steps.stream().filter(s -> s.direction() == direction && s.charge().integral() > 0)
                .mapToDouble(s -> s.charge().meanVoltage() * s.charge().capacity()).sum();
    }

    /** Standard uncertainty of the energy, W.h. */
    public double energyU() {
        return Math.sqrt(steps.stream().filter(s -> s.direction() == direction && s.charge().integral() > 0)
                .mapToDouble(s -> Math.pow(s.charge().meanVoltage() * s.charge().capacityU(), 2)
                        + Math.pow(s.charge().meanVoltageU() * s.charge().capacity(), 2)).sum());
    }

    /**
     * Part of the variance of a mean voltage over several half cycles that is this one's, V2 A2 h2 (to be divided by
     * the square of the charge): an unsure charge of a step moves it towards that step's own voltage.
     *
     * @param mean the mean voltage, V
     */
    public double varianceAbout(double mean) {
        return steps.stream().filter(s -> s.direction() == direction && s.charge().integral() > 0)
                .mapToDouble(s -> Math.pow((s.charge().meanVoltage() - mean) * s.charge().capacityU(), 2)
                        + Math.pow(s.charge().meanVoltageU() * s.charge().capacity(), 2)).sum();
    }

    /** Charge moved against its direction by pulses, A.h. */
    public double against() {
        return steps.stream().filter(s -> s.direction() == -direction).mapToDouble(s -> s.charge().capacity()).sum();
    }

    /** What speaks against its charge and energy: the verdicts on its steps in its direction. */
    public Verdict verdict() {
        return steps.stream().filter(s -> s.direction() == direction).map(s -> s.charge().verdict())
                .reduce(Verdict.SOUND, Verdict::and);
    }

    /** Voltage at the last row with current in its direction, V. */
    public double endVoltage() {
        return steps.get(steps.size() - 1).last();
    }

    /** Mean magnitude of the current of the step that moves most charge, A. */
    public double mainCurrent() {
        return Math.abs(steps.stream().filter(s -> s.direction() == direction)
                .max((a, b) -> Double.compare(a.charge().integral(), b.charge().integral())).orElseThrow().current());
    }
}
