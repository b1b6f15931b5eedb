package org.interphase.technique.battery.operation;

import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.parameters.Param;
import org.interphase.electro.record.CellRecord;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.technique.battery.instrument.InstrumentAccuracy;
import org.interphase.technique.battery.segmentation.CellSegmentation;
import org.interphase.technique.battery.segmentation.CurrentSign;
import org.interphase.technique.battery.segmentation.CycleRule;
import org.interphase.technique.battery.segmentation.SegmentationRules;
import org.interphase.technique.battery.segmentation.Segmenter;

/**
 * How a record is taken apart: part of the parameters of every operation on cycles.
 *
 * @param cycles how half cycles make cycles
 * @param sign what the sign of the current means
 * @param restCurrent current in A below which the cell rests; null to find it
 * @param accuracy relative standard uncertainty of the current in %; null for what cyclers usually have
 * @param voltage standard uncertainty of the voltage in mV; null for what cyclers usually have
 * @param timeFactor seconds that one unit of the recorded time is
 */
public record RecordReading(
        @Param(label = "Cycles", def = "automatic", help = "What a cycle is: as recorded, a charge and the discharge "
                + "after it, a discharge and the charge after it; automatic takes the recorded numbers where they are "
                + "right, else the order of the record, and says which.") CycleRule cycles,
        @Param(label = "Sign of the current", def = "automatic", help = "What a positive current means; unsigned takes "
                + "the direction of each step from the voltage. Automatic believes the record unless the voltage "
                + "contradicts it, and says so.", advanced = true) CurrentSign sign,
        @Param(label = "Rest below", unit = "A", min = 0, max = 1e6, help = "Magnitude of the current below which the "
                + "cell rests; empty to find the gap between noise and the currents that are set.", advanced = true)
        Double restCurrent,
        @Param(label = "Accuracy of the current", unit = "%", min = 0, max = 100, help = "Relative standard "
                + "uncertainty of the current by the cycler's data sheet or calibration. It moves all charges, "
                + "energies and resistances alike; in efficiencies and retention all but a tenth of it cancels "
                + "(founders' choice). Empty takes 0.1 %, as data sheets of cyclers often say (unverified).",
                advanced = true)
        Double accuracy,
        @Param(label = "Accuracy of the voltage", unit = "mV", min = 0, max = 1e4, help =
                InstrumentReading.VOLTAGE_HELP, advanced = true) Double voltage,
        @Param(label = "Unit of time in seconds", def = "1", min = 1e-9, max = 1e9, help = "Seconds that one unit of "
                + "the recorded time is, where the file states it wrongly: 0.001 for milliseconds under the name of "
                + "seconds.", advanced = true) double timeFactor) {

    /** Relative standard uncertainty of the current. */
    double gain() {
        return accuracy == null ? InstrumentAccuracy.CYCLER_CURRENT : accuracy / 100;
    }

    /** How well the cycler knows current and voltage. */
    InstrumentAccuracy instrument() {
        return new InstrumentAccuracy(gain(), voltage == null ? InstrumentAccuracy.VOLTAGE : voltage / 1000);
    }

    /**
     * Relative standard uncertainty of the current that two half cycles do not share: no instrument repeats itself to
     * the last digit of its counters.
     */
    double unshared() {
        return instrument().currentRatio();
    }

    /** Says so where the accuracy of the voltage is not stated. */
    void remarkOnVoltage(Outcome.Builder out) {
        if (voltage == null) {
            out.remark(Remark.info("The accuracy of the voltage is not stated; 1.5 mV are taken, which all voltages "
                    + "share; in differences a tenth of it is left, and 0.03 % of the difference.")
                    .coded("no-voltage-accuracy"));
        }
    }

    /** Says so where the accuracy of the current is not stated. */
    void remarkOnGain(Outcome.Builder out) {
        if (accuracy == null) {
            out.remark(Remark.info("The accuracy of the current is not stated; 0.1 % is taken, which all charges, "
                    + "energies and resistances share; in efficiencies and retention a tenth of it is left.")
                    .coded("no-accuracy"));
        }
    }

    /** The rules. */
    SegmentationRules rules() {
        return new SegmentationRules(cycles, sign, restCurrent, timeFactor, SegmentationRules.MINOR_SHARE);
    }

    /**
     * A record taken apart, what had to be decided told in the outcome.
     *
     * @throws AnalysisException if the table is no record or its steps can't be known
     */
    CellSegmentation of(Table table, Outcome.Builder out) throws AnalysisException {
        CellRecord record = CellRecord.of(table).orElseThrow(() -> new AnalysisException("the table has no "
                + CellRecord.missing(table) + ", so it is no record of a cell"));
        CellSegmentation s = Segmenter.segment(record, rules());
        s.remarks().forEach(out::remark);
        if (s.cycles().isEmpty()) {
            throw new AnalysisException("no current flows in the record, so there are no cycles");
        }
        return s;
    }
}
