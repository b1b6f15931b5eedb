package org.interphase.technique.battery.voltammetry;

import org.interphase.api.parameters.Range;

/**
 * How peaks are looked for and what they stand on.
 *
 * @param range potentials in which a peak may lie, V
 * @param threshold least height over that of the highest peak of the sweep
 * @param narrowest full width at half maximum of the narrowest peak to be seen, V
 * @param base what peaks stand on
 * @param footOxidation potentials the baseline of rising sweeps is drawn through; all to find them
 * @param footReduction the same of falling sweeps
 * @param resistance uncompensated resistance in ohm whose drop is taken off the potential
 */
public record PeakSettings(Range range, double threshold, double narrowest, Base base, Range footOxidation,
        Range footReduction, double resistance) {

    /** What a peak stands on. */
    public enum Base {
        /** Both sides where the current returns to the line of the foot behind the peak, else the foot alone. */
        AUTO,
        /** The straight line of the foot before the peak, extrapolated below it. */
        FOOT,
        /** A straight line from the foot before the peak to the one behind it. */
        BOTH_SIDES
    }

    /** Everything found from the data. */
    public static PeakSettings automatic() {
        return new PeakSettings(Range.ALL, 0.05, 0.02, Base.AUTO, Range.ALL, Range.ALL, 0);
    }

    Range foot(boolean rising) {
        return rising ? footOxidation : footReduction;
    }
}
