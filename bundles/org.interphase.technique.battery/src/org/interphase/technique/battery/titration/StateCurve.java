package org.interphase.technique.battery.titration;

import java.util.List;
import java.util.Optional;
import org.interphase.model.Verdict;

/**
 * A quantity of one cell over its state, known at the pulses of a titration, straight between two of them. Never
 * looked at beyond its ends.
 */
public final class StateCurve {

    /** Parts of a step between two points that count as being at a point. */
    private static final double AT = 1e-9;

    private final double[] state;
    private final double[] value;
    private final double[] uncertainty;
    private final List<Verdict> verdicts;

    /**
     * A value between the points.
     *
     * @param value the value
     * @param uncertainty its standard uncertainty
     * @param verdict whether it may be published
     */
    public record Reading(double value, double uncertainty, Verdict verdict) {
    }

    /**
     * The points, by rising state.
     *
     * @param state the state of each
     * @param value the quantity; NaN where it is withheld
     * @param uncertainty its standard uncertainty
     * @param verdicts whether each may be published
     * @throws IllegalArgumentException if lengths differ or the state does not rise
     */
    public StateCurve(double[] state, double[] value, double[] uncertainty, List<Verdict> verdicts) {
        if (state.length != value.length || state.length != uncertainty.length || state.length != verdicts.size()) {
            throw new IllegalArgumentException("a curve needs as many states as values");
        }
        for (int i = 1; i < state.length; i++) {
            if (!(state[i] > state[i - 1])) {
                throw new IllegalArgumentException("the state does not rise");
            }
        }
        this.state = state.clone();
        this.value = value.clone();
        this.uncertainty = uncertainty.clone();
        this.verdicts = List.copyOf(verdicts);
    }

    /** The smallest state with a value; NaN if there is none. */
    public double first() {
        int i = next(0, 1);
        return i < 0 ? Double.NaN : state[i];
    }

    /** The largest state with a value; NaN if there is none. */
    public double last() {
        int i = next(state.length - 1, -1);
        return i < 0 ? Double.NaN : state[i];
    }

    /**
     * The quantity at a state. Its uncertainty holds those of the two points beside it, independent of each other; what
     * the straight line between them misses of a parabola through a third point, the worse of either side (Newton's
     * divided differences, Abramowitz and Stegun, 25.2.3; rectangular, JCGM 100:2008, 4.3.7); and what the state is
     * not known by.
     *
     * @param at the state
     * @param stateUncertainty its standard uncertainty
     * @return empty beyond the ends
     */
    public Optional<Reading> at(double at, double stateUncertainty) {
        int high = next(0, 1);
        while (high >= 0 && state[high] < at) {
            high = next(high + 1, 1);
        }
        int low = next(state.length - 1, -1);
        while (low >= 0 && state[low] > at) {
            low = next(low - 1, -1);
        }
        if (high < 0 || low < 0) {
            return Optional.empty();
        }
        if (low == high) {
            double slope = slope(Math.max(0, next(low - 1, -1)), Math.max(next(low + 1, 1), low));
            return Optional.of(new Reading(value[low], Math.hypot(uncertainty[low], slope * stateUncertainty),
                    verdicts.get(low)));
        }
        double w = (at - state[low]) / (state[high] - state[low]);
        double v = (1 - w) * value[low] + w * value[high];
        double own = Math.hypot((1 - w) * uncertainty[low], w * uncertainty[high]);
        Verdict verdict = w < AT ? verdicts.get(low) : w > 1 - AT ? verdicts.get(high)
                : verdicts.get(low).and(verdicts.get(high));
        int before = next(low - 1, -1);
        int after = next(high + 1, 1);
        double bend = Math.max(bend(low, high, before), bend(low, high, after));
        if (before < 0 && after < 0 && w > AT && w < 1 - AT) {
            verdict = verdict.and(Verdict.doubtful("there are two points alone, which do not tell how the curve "
                    + "bends between them"));
        }
        if (high - low > 1) {
            verdict = verdict.and(Verdict.doubtful("a pulse between the two points beside it is withheld"));
        }
        double missed = bend * (at - state[low]) * (state[high] - at) / Math.sqrt(3);
        return Optional.of(new Reading(v, Math.hypot(Math.hypot(own, missed), slope(low, high) * stateUncertainty),
                verdict));
    }

    private double slope(int low, int high) {
        return low == high || Double.isNaN(value[low]) ? 0 : (value[high] - value[low]) / (state[high] - state[low]);
    }

    /** Size of the second divided difference of two points and a third; 0 where there is none. */
    private double bend(int low, int high, int third) {
        return third < 0 ? 0 : Math.abs((slope(high, third) - slope(low, high)) / (state[third] - state[low]));
    }

    /** The first point with a value from here in this direction; -1 if there is none. */
    private int next(int from, int step) {
        int i = from;
        while (i >= 0 && i < value.length && (Double.isNaN(value[i]) || verdicts.get(i).isWithheld())) {
            i += step;
        }
        return i >= 0 && i < value.length ? i : -1;
    }
}
