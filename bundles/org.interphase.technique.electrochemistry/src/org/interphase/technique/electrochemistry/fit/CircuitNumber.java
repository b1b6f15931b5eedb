package org.interphase.technique.electrochemistry.fit;

import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceAccuracy;

/**
 * A number of a fitted circuit.
 *
 * @param measurement named as in the circuit
 * @param element label of the element it tells something of; empty for what it tells of the whole fit
 * @param isOfParameter whether it is the value of a parameter itself, not one that follows from it
 * @param power with which power of the impedance it goes; 0 for what does not hang on the instrument's gain
 */
public record CircuitNumber(Measurement measurement, String element, boolean isOfParameter, int power) {

    /** A number that follows from parameters. */
    public CircuitNumber(Measurement measurement, String element, int power) {
        this(measurement, element, false, power);
    }

    /** The same with the accuracy of the instrument. */
    public CircuitNumber counting(ImpedanceAccuracy accuracy) {
        return new CircuitNumber(accuracy.counted(measurement, power), element, isOfParameter, power);
    }

    /** Whether it is a number of an element, which means something in its circuit only. */
    public boolean isOfElement() {
        return !element.isEmpty();
    }

    /** The same with a further verdict; a number of the whole fit is what it is. */
    public CircuitNumber judged(Verdict further) {
        return isOfElement() ? new CircuitNumber(measurement.judged(further), element, isOfParameter, power) : this;
    }

    /**
     * The same under a name that tells the circuit by its description code, because R1 of one arc is not R1 of two:
     * {@code R1 of R(RQ)(RQ)}. The inductance of the leads is no part of what is measured and not of the name.
     */
    public CircuitNumber of(Circuit circuit) {
        return isOfElement() ? new CircuitNumber(measurement.withName(measurement.name() + " of " + code(circuit)),
                element, isOfParameter, power) : this;
    }

    /** The description code without the inductance of the leads. */
    public static String code(Circuit circuit) {
        StringBuilder out = new StringBuilder();
        for (CircuitLayout.Block b : new CircuitLayout(circuit).blocks()) {
            out.append(b.kind() == CircuitLayout.Kind.INDUCTIVE ? "" : Circuit.of(b.node()).description());
        }
        return out.toString();
    }
}
