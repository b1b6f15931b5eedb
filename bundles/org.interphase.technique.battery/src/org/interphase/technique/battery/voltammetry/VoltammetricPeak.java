package org.interphase.technique.battery.voltammetry;

import org.interphase.model.Verdict;
import org.interphase.technique.battery.segmentation.PotentialSweep;

/**
 * A peak of one sweep. Heights and areas are positive for oxidation and negative for reduction; uncertainties are
 * standard uncertainties and hold noise, sampling, and what other baselines and shapes would give.
 *
 * @param sweep its sweep
 * @param position potential of the maximum, V
 * @param height current above the baseline, A
 * @param area charge above the baseline, C
 * @param width full width at half height, V; NaN where the current does not fall to half
 * @param common part of the height's uncertainty that the choice of baseline and shape makes, A; sweeps of a series
 *     miss alike by it
 * @param base the baseline at two potentials
 * @param overlapped whether its numbers come from a fit of a sum
 * @param returning whether it goes against the sweep: an oxidation while the potential falls, or a reduction while it
 *     rises
 */
public record VoltammetricPeak(PotentialSweep sweep, Number position, Number height, Number area, double width,
        double common, BaseLine base, boolean overlapped, boolean returning) {

    /** A value with its standard uncertainty and verdict. */
    public record Number(double value, double uncertainty, Verdict verdict) {

        /** The same with a further verdict. */
        public Number judged(Verdict other) {
            return new Number(value, uncertainty, verdict.and(other));
        }
    }

    /**
     * A straight baseline, A over V, with the potentials it was drawn through and to which the peak was integrated.
     *
     * @param level current at potential 0, A
     * @param slope A/V
     * @param footFrom beginning of the foot, in the direction of the sweep
     * @param footTo its end; the area begins there
     * @param end where the area ends
     */
    public record BaseLine(double level, double slope, double footFrom, double footTo, double end) {

        /** Current of the baseline at a potential, A. */
        public double at(double potential) {
            return level + slope * potential;
        }
    }

    /** The same peak with the height, area and width of another. */
    VoltammetricPeak sized(VoltammetricPeak other) {
        return new VoltammetricPeak(sweep, position, other.height, other.area, other.width, other.common, base,
                false, returning);
    }

    /** Whether it is an oxidation. */
    public boolean oxidation() {
        return sweep.rises() != returning;
    }

    /** The same peak doubted as a whole. */
    public VoltammetricPeak judged(Verdict verdict) {
        return new VoltammetricPeak(sweep, position.judged(verdict), height.judged(verdict), area.judged(verdict),
                width, common, base, overlapped, returning);
    }
}
