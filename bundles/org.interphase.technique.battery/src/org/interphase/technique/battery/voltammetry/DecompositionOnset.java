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
 * the rise up to ten times the threshold, so that they don't depend on where the sweep ends. Immutable.
 */
public final class DecompositionOnset {

    /** The rise looked at ends at so many thresholds. */
    private static final double RISE = 10;
    /** Part of the largest derivative at which the derivative sets in. */
    private static final double TENTH = 0.1;
    /** Potential over which the tangent is fitted at least, V. */
    private static final double TANGENT = 0.01;
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
        double[] x = c.x();
        int d = c.sweep().direction();
        int top = at;
        while (top + 1 < s.length && s[top + 1] < RISE * limit && s[top + 1] > s[top] - 2 * c.noise()) {
            top++;
        }
        int wide = Math.max(half, (int) Math.round(TANGENT / c.spacing() / 2));
        int steepest = -1;
        double most = 0;
        double[] slopes = new double[x.length];
        double uMost = 0;
        for (int k = from; k <= top; k++) {
            int lo = Math.max(0, k - wide);
            int hi = Math.min(x.length, k + wide + 1);
            LocalPolynomial line = LocalPolynomial.of(x, c.y(), lo, hi, 1);
            slopes[k] = line == null ? 0 : (line.at(x[hi - 1]) - line.at(x[lo])) / (x[hi - 1] - x[lo]);
            if (k >= at - wide && slopes[k] > most) {
                most = slopes[k];
                steepest = k;
                uMost = Math.max(c.noise(), line.rms()) * c.correlation()
                        / Math.sqrt(hi - lo) / ((x[hi - 1] - x[lo]) / Math.sqrt(12));
            }
        }
        FootLine foot = FootLine.of(c, s, from, Math.max(steepest, at), Math.max(steepest, at), x.length - 1,
                new FootLine.Choice(0.02, 2), PeakSettings.Base.FOOT);
        if (steepest < 0 || foot == null) {
            return new DecompositionOnset(c.sweep(), threshold.judged(Verdict.doubtful("there is no quiet current "
                    + "before the rise")), null, null, "", null, null);
        }
        double level = s[steepest];
        double base = foot.line().at(x[steepest]);
        double own = (foot.line().at(x[foot.to() - 1]) - foot.line().at(x[foot.from()]))
                / Math.max(1e-12, x[foot.to() - 1] - x[foot.from()]);
        double back = (level - base) / (most - own);
        double cross = x[steepest] - back;
        double uTangent = Math.hypot(back * uMost / (most - own), c.noise() * c.correlation() / Math.sqrt(2 * half + 1)
                / (most - own));
        double sampling = c.sweep().increment() / Math.sqrt(12);
        int k = steepest;
        while (k > from && slopes[k] - own > TENTH * (most - own)) {
            k--;
        }
        double bend = k + 1 < slopes.length ? (slopes[Math.min(slopes.length - 1, k + wide)]
                - slopes[Math.max(from, k - wide)]) / (x[Math.min(x.length - 1, k + wide)]
                - x[Math.max(from, k - wide)]) : 0;
        double uDerivative = bend > 0 ? Math.hypot(uMost / bend, sampling) : x[steepest] - x[k];
        VoltammetricPeak.Number tangent = new VoltammetricPeak.Number(d * cross, Math.hypot(uTangent, sampling),
                Verdict.SOUND);
        VoltammetricPeak.Number derivative = new VoltammetricPeak.Number(d * x[k], uDerivative, Verdict.SOUND);
        double sign = c.sign();
        return new DecompositionOnset(c.sweep(), threshold, tangent, derivative, "",
                new double[] {d * x[foot.from()], sign * foot.line().at(x[foot.from()]), d * cross,
                    sign * foot.line().at(cross)},
                new double[] {d * cross, sign * foot.line().at(cross), d * x[top], sign * (level + most * (x[top]
                        - x[steepest]))});
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
