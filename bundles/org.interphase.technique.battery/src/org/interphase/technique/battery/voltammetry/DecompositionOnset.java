package org.interphase.technique.battery.voltammetry;

import java.util.Locale;
import java.util.Optional;
import org.interphase.model.Verdict;
import org.interphase.numerics.signal.SavitzkyGolay;
import org.interphase.technique.battery.segmentation.PotentialSweep;
import org.interphase.technique.battery.segmentation.PotentialSweeps;

/**
 * Where decomposition sets in on one sweep, by three methods: the potential at which the current density passes a
 * threshold and stays above it; the intersection of the straight line of the quiet current with the tangent to the
 * rise; and the potential at which the derivative reaches a tenth of its largest value. Tangent and derivative look at
 * the rise up to ten times the threshold, so that they don't depend on where the sweep ends; that it is ten and not
 * five or twenty is part of their uncertainty. Immutable.
 */
public final class DecompositionOnset {

    /** The rise looked at ends at so many thresholds. */
    private static final double RISE = 10;
    /** Where else it might end: the furthest is the end of a rectangular distribution (JCGM 100:2008, 4.3.7). */
    private static final double[] OTHER_RISES = {5, 20};
    /** The threshold must stand out of the noise by so many standard deviations. */
    private static final double NOISE = 5;
    /** Methods further apart than this, V, do not speak of one onset. */
    private static final double APART = 0.15;

    private final PotentialSweep sweep;
    private final VoltammetricPeak.Number threshold;
    private final VoltammetricPeak.Number tangent;
    private final VoltammetricPeak.Number derivative;
    private final String missing;
    private final double[] baseline;
    private final double[] slopeLine;

    private DecompositionOnset(PotentialSweep sweep, VoltammetricPeak.Number threshold, VoltammetricPeak.Number tangent,
            VoltammetricPeak.Number derivative, String missing, double[] baseline, double[] slopeLine) {
        this.sweep = sweep;
        this.threshold = threshold;
        this.tangent = tangent;
        this.derivative = derivative;
        this.missing = missing;
        this.baseline = baseline;
        this.slopeLine = slopeLine;
    }

    /**
     * Looks for the onset.
     *
     * @param limit current in A that the threshold stands for
     * @param limitUncertainty relative standard uncertainty of that, as of an area
     * @param stays potential in V over which the current must stay above the threshold
     * @param resistance ohm whose drop is taken off the potential
     */
    public static DecompositionOnset of(PotentialSweeps record, PotentialSweep sweep, double limit,
            double limitUncertainty, double stays, double resistance) {
        SweepCurve c = SweepCurve.of(record, sweep, resistance, false);
        if (c.size() < 20) {
            return none(sweep, "the sweep has only " + c.size() + " points");
        }
        double[] x = c.x();
        int half = (int) Math.max(2, Math.min(c.size() / 20, Math.round(0.005 / c.spacing() / 2)));
        double[] s = new SavitzkyGolay(2 * half + 1, 2).smooth(c.y());
        int from = 0;
        while (from < s.length && s[from] >= limit) {
            from++;
        }
        if (from == s.length) {
            return none(sweep, "the current is above the threshold from the beginning of the sweep");
        }
        int at = -1;
        boolean sustained = false;
        for (int k = from + 1; k < s.length && !sustained; k++) {
            if (s[k] >= limit && s[k - 1] < limit) {
                int end = k;
                while (end + 1 < s.length && s[end + 1] >= limit) {
                    end++;
                }
                sustained = x[end] - x[k] >= stays || end == s.length - 1 && x[end] - x[k] >= stays / 4;
                at = sustained ? k : at;
            }
        }
        if (at < 0) {
            return none(sweep, String.format(Locale.ROOT, "the current stays below the threshold up to the end of the "
                    + "sweep at %.4g V", sweep.end()));
        }
        return found(c, s, from, at, half, limit, limitUncertainty);
    }

    private static DecompositionOnset none(PotentialSweep sweep, String reason) {
        return new DecompositionOnset(sweep, null, null, null, reason, null, null);
    }

    private static DecompositionOnset found(SweepCurve c, double[] s, int from, int at, int half, double limit,
            double limitUncertainty) {
        double[] x = c.x();
        int d = c.sweep().direction();
        int a = Math.max(0, at - half - 2);
        int b = Math.min(x.length, at + half + 3);
        LocalPolynomial local = LocalPolynomial.of(x, c.y(), a, b, 1);
        double slope = (local.at(x[b - 1]) - local.at(x[a])) / (x[b - 1] - x[a]);
        double sigma = Math.max(c.noise(), local.rms()) * c.correlation();
        double place = x[at - 1] + (limit - s[at - 1]) / (s[at] - s[at - 1]) * (x[at] - x[at - 1]);
        double uNoise = sigma * Math.sqrt(local.varianceAt(place)) / Math.abs(slope);
        double sampling = c.sweep().increment() / Math.sqrt(12);
        double uLimit = limit * limitUncertainty / Math.abs(slope);
        Verdict v = limit < NOISE * c.noise() ? Verdict.doubtful("the threshold lies within the noise of the current")
                : Verdict.SOUND;
        for (int k = at; k < s.length; k++) {
            if (s[k] < limit - NOISE * c.noise()) {
                v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the current falls below the threshold again at "
                        + "%.4g V: a species that is used up, or a layer that protects", c.potential(x[k]))));
                break;
            }
        }
        VoltammetricPeak.Number threshold = new VoltammetricPeak.Number(d * place, Math.sqrt(uNoise * uNoise
                + sampling * sampling + uLimit * uLimit), v);
        return rise(c, s, from, at, limit, threshold, half);
    }

    /** The other two methods, on the rise around the crossing. */
    private static DecompositionOnset rise(SweepCurve c, double[] s, int from, int at, double limit,
            VoltammetricPeak.Number threshold, int half) {
        OnsetRise rise = OnsetRise.of(c, s, from, at, half, RISE * limit);
        if (rise == null) {
            return new DecompositionOnset(c.sweep(), threshold.judged(Verdict.doubtful("there is no quiet current "
                    + "before the rise")), null, null, "", null, null);
        }
        double tangent = 0;
        double derivative = 0;
        for (double factor : OTHER_RISES) {
            OnsetRise other = OnsetRise.of(c, s, from, at, half, factor * limit);
            if (other != null) {
                tangent = Math.max(tangent, Math.abs(other.tangent() - rise.tangent()));
                derivative = Math.max(derivative, Math.abs(other.derivative() - rise.derivative()));
            }
        }
        Verdict v = threshold.verdict().and(rise.whole() ? Verdict.SOUND : Verdict.doubtful(String.format(Locale.ROOT,
                "the current does not rise to %.0f thresholds, so that the end of the rise decides", RISE)));
        int d = c.sweep().direction();
        double sign = c.sign();
        double third = Math.sqrt(3);
        return new DecompositionOnset(c.sweep(), threshold,
                new VoltammetricPeak.Number(d * rise.tangent(), Math.hypot(rise.uTangent(), tangent / third), v),
                new VoltammetricPeak.Number(d * rise.derivative(), Math.hypot(rise.uDerivative(), derivative / third),
                        v), "",
                new double[] {d * rise.foot()[0], sign * rise.foot()[1], d * rise.tangent(), sign * rise.level()},
                new double[] {d * rise.tangent(), sign * rise.level(), d * rise.top()[0], sign * rise.top()[1]});
    }

    /** The sweep. */
    public PotentialSweep sweep() {
        return sweep;
    }

    /** Potential at the threshold, V; empty where {@link #missing} says why. */
    public Optional<VoltammetricPeak.Number> threshold() {
        return Optional.ofNullable(threshold);
    }

    /** Potential by the tangent, V. */
    public Optional<VoltammetricPeak.Number> tangent() {
        return Optional.ofNullable(tangent);
    }

    /** Potential by the derivative, V. */
    public Optional<VoltammetricPeak.Number> derivative() {
        return Optional.ofNullable(derivative);
    }

    /** Why there is no onset, as a clause; empty if there is one. */
    public String missing() {
        return missing;
    }

    /** The threshold's potential with the spread between the methods as a part of its uncertainty; null without one. */
    public VoltammetricPeak.Number combined() {
        if (threshold == null) {
            return null;
        }
        double furthest = 0;
        for (VoltammetricPeak.Number n : new VoltammetricPeak.Number[] {tangent, derivative}) {
            furthest = n == null ? furthest : Math.max(furthest, Math.abs(n.value() - threshold.value()));
        }
        Verdict v = threshold.verdict();
        if (furthest > APART) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "tangent, derivative and threshold lie %.2f V apart",
                    furthest)));
        }
        // a rectangular distribution between the methods (JCGM 100:2008, 4.3.7)
        return new VoltammetricPeak.Number(threshold.value(), Math.hypot(threshold.uncertainty(), furthest
                / Math.sqrt(3)), v);
    }

    /** Ends of the line of the quiet current: potential, A, potential, A; null if there is none. */
    public double[] baseline() {
        return baseline == null ? null : baseline.clone();
    }

    /** Ends of the tangent: potential, A, potential, A; null if there is none. */
    public double[] tangentLine() {
        return slopeLine == null ? null : slopeLine.clone();
    }
}
