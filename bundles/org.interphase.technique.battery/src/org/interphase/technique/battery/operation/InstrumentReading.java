package org.interphase.technique.battery.operation;

import org.interphase.api.Outcome;
import org.interphase.api.parameters.Param;
import org.interphase.model.Remark;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;

/**
 * What is stated of the instrument: part of the parameters of operations on voltammograms, polarisations and
 * titrations.
 *
 * @param voltage standard uncertainty of a voltage, mV; null for a usual one
 * @param current relative standard uncertainty of a current, %; null for a usual one
 */
public record InstrumentReading(
        @Param(label = "Accuracy of the voltage", unit = "mV", min = 0, max = 1e4, help = VOLTAGE_HELP,
                advanced = true) Double voltage,
        @Param(label = "Accuracy of the current", unit = "%", min = 0, max = 100, help = "Relative standard "
                + "uncertainty of the current by the data sheet of the instrument or its calibration. It moves all "
                + "currents and charges alike; in ratios all but a tenth of it cancels. Empty takes 0.5 %, as of "
                + "potentiostats.", advanced = true) Double current) {

    /** Text of a form for the accuracy of the voltage. */
    static final String VOLTAGE_HELP = "Standard uncertainty of the voltage by the data sheet of the instrument or its "
            + "calibration: a limit of 0.05 % of 5 V is 2.5 mV, over the root of three. It moves all voltages alike; "
            + "in differences all but a tenth of it and a gain of as much at 5 V cancels. Empty takes 1.5 mV.";

    /** The accuracy. */
    InstrumentAccuracy accuracy() {
        return new InstrumentAccuracy(current == null ? InstrumentAccuracy.POTENTIOSTAT_CURRENT : current / 100,
                voltage == null ? InstrumentAccuracy.VOLTAGE : voltage / 1000);
    }

    /** Says what was taken where it is not stated. */
    void remark(Outcome.Builder out) {
        if (voltage == null || current == null) {
            String taken = (voltage == null ? "1.5 mV of the voltage" : "")
                    + (voltage == null && current == null ? " and " : "")
                    + (current == null ? "0.5 % of the current" : "");
            out.remark(Remark.info("The accuracy of the instrument is not stated; " + taken + " are taken. In "
                    + "differences of voltages and ratios of currents a tenth of it is left.").coded("no-accuracy"));
        }
    }
}
