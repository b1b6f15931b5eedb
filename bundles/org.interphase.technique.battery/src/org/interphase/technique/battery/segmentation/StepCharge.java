package org.interphase.technique.battery.segmentation;

import org.interphase.model.Verdict;

/**
 * Charge and energy a step moved, both positive in its own direction.
 *
 * @param integral integral of the current over time, A.h
 * @param integralU its standard uncertainty: when the current was turned on and off between two rows (half the charge
 *     of the open part of the interval, I dt / 2, at each end), and the error of the trapezoid by comparison with every
 *     other row
 * @param energy integral of the power over time, W.h
 * @param energyU its standard uncertainty, by the same terms
 * @param meanVoltageU standard uncertainty of the mean voltage, V: the error of the trapezoid, which charge and energy
 *     share as they share their open ends, and the digit to which the voltage is written
 * @param counter what the recorded counter advanced, A.h; NaN where there is none
 * @param resets how often the counter started anew within the step or at its beginning
 * @param resolution what one digit of the counter is, A.h; 0 where it has no end of digits, NaN without a counter
 * @param energyCounter what the recorded counter of energy advanced, W.h; NaN where there is none
 * @param gap time within the step over which nothing is integrated, s
 * @param capacity the charge to be used, A.h
 * @param capacityU its standard uncertainty, A.h
 * @param verdict on the charge and the energy, by what lies within the step
 */
public record StepCharge(double integral, double integralU, double energy, double energyU, double meanVoltageU,
        double counter, int resets, double resolution, double energyCounter, double gap, double capacity,
        double capacityU, Verdict verdict) {

    /** Of a rest. */
    static final StepCharge NONE = new StepCharge(0, 0, 0, 0, 0, Double.NaN, 0, Double.NaN, Double.NaN, 0,
            0, 0, Verdict.SOUND);

    /** The same with the charge to be used. */
    StepCharge using(double value, double uncertainty) {
        return new StepCharge(integral, integralU, energy, energyU, meanVoltageU, counter, resets, resolution,
                energyCounter, gap, value, uncertainty, verdict);
    }

    /** The same with another verdict. */
    StepCharge judged(Verdict other) {
        return new StepCharge(integral, integralU, energy, energyU, meanVoltageU, counter, resets, resolution,
                energyCounter, gap, capacity, capacityU, other);
    }

    /** Mean voltage by energy over charge, V; NaN where no charge was moved. */
    public double meanVoltage() {
        return integral > 0 ? energy / integral : Double.NaN;
    }
}
