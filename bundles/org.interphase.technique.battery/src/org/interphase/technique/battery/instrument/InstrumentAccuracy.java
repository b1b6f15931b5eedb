package org.interphase.technique.battery.instrument;

/**
 * How well an instrument knows voltage and current, and what of that is left in a number. A voltage is off by an
 * offset, a gain and what its converter is bent by; a current by its gain. A difference of two voltages loses the
 * offset, a ratio of two currents the gain; {@link #UNSHARED} of the whole stays in either. Of the gain of a voltage no
 * more is known than that it can't be more than the whole at full scale, {@link #FULL_SCALE}.
 *
 * <p>Usual values, taken where nothing is stated. <em>Voltage</em>: data sheets of cyclers give limits in parts of full
 * scale (Neware BTS4000: 0.1 %; on 5 V a limit of 0.05 % is the 1.5 mV of {@link #VOLTAGE} as a rectangular
 * distribution, JCGM 100:2008, 4.3.7); those of potentiostats an offset and a gain (Gamry EIS Box, operator's manual,
 * appendix A: up to 2.5 mV at 1 V); four brands of potentiostats that were compared were known to 2 mV (coverage
 * factor 2) up to 1.5 V (Smith and others, on the uncertainty of instruments in electrochemistry).
 * <em>Current</em>: 0.1 % of full scale for cyclers (Neware BTS4000), below 1 % (coverage factor 2) from 0.1 uA to
 * 100 mA for those potentiostats. Which value is usual is the founders' choice between these, unverified.
 *
 * @param current relative standard uncertainty of a current
 * @param voltage standard uncertainty of a voltage, V
 */
public record InstrumentAccuracy(double current, double voltage) {

    /** Nothing is added. */
    public static final InstrumentAccuracy NONE = new InstrumentAccuracy(0, 0);
    /** Standard uncertainty of a voltage of which nothing is said, V. */
    public static final double VOLTAGE = 1.5e-3;
    /** Relative standard uncertainty of the current of a cycler of which nothing is said. */
    public static final double CYCLER_CURRENT = 1e-3;
    /** Relative standard uncertainty of the current of a potentiostat of which nothing is said. */
    public static final double POTENTIOSTAT_CURRENT = 5e-3;
    /** Part of the accuracy that two readings of one instrument do not share; founders' choice, unverified. */
    public static final double UNSHARED = 0.1;
    /** Voltage at which the whole accuracy may be a gain, V: full scale of most cyclers. */
    public static final double FULL_SCALE = 5;

    /** Relative standard uncertainty of the gain of the voltage. */
    public double voltageGain() {
        return voltage / FULL_SCALE;
    }

    /** Standard uncertainty of a difference of two voltages of this size, V: the offset is gone. */
    public double difference(double volts) {
        return Math.hypot(UNSHARED * voltage, voltageGain() * volts);
    }

    /** Relative standard uncertainty that is left in a ratio of two currents or charges. */
    public double currentRatio() {
        return UNSHARED * current;
    }

    /** Relative standard uncertainty of a ratio of two mean voltages: the offset is gone where they are the same. */
    public double voltageRatio(double a, double b) {
        return Math.hypot(voltage * (1 / a - 1 / b), UNSHARED * voltage / a);
    }

    /** Relative standard uncertainty of an energy at a mean voltage. */
    public double energy(double meanVoltage) {
        return Math.hypot(current, voltage / meanVoltage);
    }

    /** Relative standard uncertainty of a resistance, a difference of voltages of this size over a current. */
    public double resistance(double volts) {
        return Math.hypot(current, difference(volts) / volts);
    }
}
