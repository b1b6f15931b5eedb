package org.interphase.technique.dynamics.displacement;

import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.interphase.model.Verdict;

/** Whether a straight part of a mean squared displacement is one, and long enough for its slope to be published. */
final class RegimeJudge {

    /** Probability of a chi-square below which the points are not straight. */
    private static final double STRAIGHT = 1e-4;
    /** Largest share of the final displacement that may be the intercept: what does not grow. */
    private static final double INTERCEPT = 0.25;
    /** Standard uncertainties that a later slope may differ by. */
    private static final double LATER = 3;
    /** Relative uncertainty from which on a diffusion coefficient is no more than an order of magnitude. */
    private static final double RELATIVE = 0.35;

    private RegimeJudge() {
    }

    /**
     * The verdict on a regime.
     *
     * @param scale factor by which variances are larger than the covariance says
     * @param reported standard uncertainty of the slope that is reported
     */
    static Verdict of(double[] t, double[] msd, double[][] covariance, LinearRegime r, double scale,
            double reported) {
        int n = t.length - r.start();
        double end = t[t.length - 1];
        Verdict v = Verdict.SOUND;
        double p = 1 - new ChiSquaredDistribution(n - 2).cumulativeProbability(r.best().chiSquare() / scale);
        if (p < STRAIGHT) {
            v = v.and(Verdict.doubtful("the mean squared displacement is straight nowhere within its covariance"));
        }
        if (r.late() > 0.5) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the straight part begins behind a third of the "
                    + "longest time, %.3g ps: not converged", end)));
        }
        double u = Math.sqrt(scale * r.interceptVariance());
        double last = r.intercept() + r.slope() * end;
        if (Math.abs(r.intercept()) - u > INTERCEPT * Math.abs(last)) {
            v = v.and(Verdict.doubtful(r.intercept() > 0
                    ? String.format(Locale.ROOT, "%.0f %% of the largest mean squared displacement do not grow with "
                            + "time: caged or subdiffusive motion", 100 * Math.min(1, r.intercept() / last))
                    : "the mean squared displacement grows faster than time: ballistic motion or drift"));
        }
        Verdict later = later(t, msd, covariance, r, scale);
        return v.and(later).and(size(r.slope(), Math.max(reported, Math.sqrt(scale * r.variance()))));
    }

    /** Whether the slope from three times the start on is another. */
    private static Verdict later(double[] t, double[] msd, double[][] covariance, LinearRegime r, double scale) {
        if (t.length - r.start() <= LinearRegime.LEAST) {
            return Verdict.doubtful("too few points follow to see whether the slope still changes");
        }
        double[] d = later(t, msd, covariance, r);
        return Math.abs(d[0]) < LATER * Math.sqrt(scale * d[1]) ? Verdict.SOUND : Verdict.doubtful("the slope still "
                + (d[0] < 0 ? "falls" : "rises") + " at longer times");
    }

    /**
     * How much larger the slope is from three times the start on, and the variance of that: an efficient estimate is
     * not correlated with its difference to another (J. A. Hausman, Econometrica 46 (1978) 1251-1271). The last
     * points where fewer are left than a line needs; nothing where those are all there are.
     */
    static double[] later(double[] t, double[] msd, double[][] covariance, LinearRegime r) {
        int from = r.start();
        while (from < t.length && t[from] < 3 * t[r.start()]) {
            from++;
        }
        from = Math.min(from, t.length - LinearRegime.LEAST);
        if (from <= r.start()) {
            return new double[] {0, 1};
        }
        GeneralisedLine line = GeneralisedLine.through(t, msd, covariance, from);
        return new double[] {line.slope() - r.slope(), Math.max(line.slopeVariance() - r.best().slopeVariance(), 0.05
                * line.slopeVariance())};
    }

    /** Whether a slope stands out of its uncertainty. */
    static Verdict size(double slope, double u) {
        if (!(slope > 3 * u)) {
            return Verdict.doubtful("the displacement does not grow beyond its uncertainty: the run is too short, or "
                    + "nothing diffuses");
        }
        return u > RELATIVE * slope ? Verdict.doubtful(String.format(Locale.ROOT, "it is uncertain by %.0f %%",
                100 * u / slope)) : Verdict.SOUND;
    }
}
