package org.interphase.technique.dynamics.displacement;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.model.Verdict;

/**
 * The slope of a table of mean squared displacements, whose covariance is not in the table. Its size follows from the
 * number of independent observations, from standard errors in the table, or, with doubt, from the residuals of an
 * ordinary line; its shape is that of random walks. The fit weighs by the variance over the ratio of independent
 * observations, var(t1) t2 / t1 for {@code t1 <= t2} (A. R. McCluskey, S. W. Coles, B. J. Morgan, J. Chem. Theory
 * Comput. 21 (2025) 79-87). Through overlapping windows means hang together more closely: in a run of length T as
 * {@code t1^2 t2 - t1^3 / 3} over T (the square of the time two windows share, summed over their offsets; 2/3 t^3 at
 * {@code t1 = t2}, as in H. Qian, M. P. Sheetz, E. L. Elson, Biophys. J. 60 (1991) 910-921), with which the uncertainty
 * of the slope is propagated.
 */
public final class TableEstimate {

    private static final double RATIO = 1.15;
    private static final int MOST = 30;
    private static final int PASSES = 3;
    /** Residuals over the largest displacement below which points were calculated to lie on a line. */
    private static final double EXACT = 1e-9;

    private TableEstimate() {
    }

    /**
     * The slope from the number of independent observations.
     *
     * @param observations independent displacements over the shortest time of the table: particles times the length of
     *     the run over that time
     * @param axes how many axes take part
     * @param start time from which on points count; NaN to choose it
     */
    public static SlopeEstimate ofObservations(double[] time, double[] msd, double observations, int axes,
            double start) throws AnalysisException {
        int[] kept = thinned(time, start);
        double[] t = pick(time, kept);
        double[] m = pick(msd, kept);
        double run = observations * time[0];
        double slope = (m[m.length - 1] - m[0]) / (t[t.length - 1] - t[0]);
        double[][] covariance = null;
        LinearRegime regime = null;
        for (int pass = 0; pass < PASSES; pass++) {
            double[] scale = new double[t.length];
            for (int i = 0; i < t.length; i++) {
                double line = regime == null ? m[i] : Math.max(regime.intercept() + slope * t[i], m[i] * 0.1);
                scale[i] = Math.sqrt(2.0 / axes / run) * line / t[i];
            }
            covariance = brownian(t, scale);
            regime = LinearRegime.of(t, m, weighing(t, covariance), 0, Double.isNaN(start)
                    ? t.length - LinearRegime.LEAST : 0);
            slope = regime.slope();
        }
        return estimate(t, m, covariance, regime, time, msd, whole(time, msd, axes, run));
    }

    /** The slope from standard errors of the mean squared displacements. */
    public static SlopeEstimate ofErrors(double[] time, double[] msd, double[] error, double start)
            throws AnalysisException {
        int[] kept = thinned(time, start);
        double[] t = pick(time, kept);
        double[] m = pick(msd, kept);
        double[] scale = pick(error, kept);
        for (int i = 0; i < t.length; i++) {
            scale[i] /= Math.sqrt(2.0 / 3 * t[i] * t[i] * t[i]);
        }
        double[][] covariance = brownian(t, scale);
        LinearRegime regime = LinearRegime.of(t, m, weighing(t, covariance), 0, Double.isNaN(start) ? t.length
                - LinearRegime.LEAST : 0);
        return estimate(t, m, covariance, regime, time, msd, error);
    }

    /** The slope of an ordinary line, with an uncertainty of residuals that hang together as those of walks do. */
    public static SlopeEstimate ofResiduals(double[] time, double[] msd, double start) throws AnalysisException {
        int from = 0;
        while (from < time.length && time[from] < start) {
            from++;
        }
        int n = time.length - from;
        if (n < LinearRegime.LEAST) {
            throw tooFew(n);
        }
        double[] t = Arrays.copyOfRange(time, from, time.length);
        double[] m = Arrays.copyOfRange(msd, from, time.length);
        double[][] one = new double[n][n];
        double[] ones = new double[n];
        for (int i = 0; i < n; i++) {
            one[i][i] = 1;
            ones[i] = 1;
        }
        GeneralisedLine line = GeneralisedLine.through(t, m, one, 0);
        double[][] shape = brownian(t, ones);
        double squares = 0;
        double expected = 0;
        double slopeVariance = 0;
        double interceptVariance = 0;
        double[] w0 = new double[n];
        double mean = Arrays.stream(t).average().orElseThrow();
        double sxx = Arrays.stream(t).map(v -> (v - mean) * (v - mean)).sum();
        for (int i = 0; i < n; i++) {
            w0[i] = 1.0 / n - mean * line.weights()[i];
            double r = m[i] - line.at(t[i]);
            squares += r * r;
        }
        for (int i = 0; i < n; i++) {
            expected += shape[i][i];
            for (int j = 0; j < n; j++) {
                // the trace of P S P, with P = 1 - hat matrix
                expected -= (1.0 / n + (t[i] - mean) * (t[j] - mean) / sxx) * shape[i][j];
                slopeVariance += line.weights()[i] * line.weights()[j] * shape[i][j];
                interceptVariance += w0[i] * w0[j] * shape[i][j];
            }
        }
        double scale = squares / expected;
        double[] u = new double[time.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = Math.sqrt(scale * 2 / 3 * time[i] * time[i] * time[i]);
        }
        boolean exact = squares < n * Math.pow(EXACT * m[n - 1], 2);
        double uSlope = exact ? Double.NaN : Math.sqrt(scale * slopeVariance);
        return new SlopeEstimate(line.slope(), uSlope, 0, line.intercept(),
                exact ? Double.NaN : Math.sqrt(scale * interceptVariance), t[0],
                t[n - 1], new SlopeEstimate.MsdCurve(time, msd, u), Verdict.doubtful("the table states neither the "
                + "number of independent observations nor standard errors: an ordinary line through all points, whose "
                + "residuals are assumed to hang together as those of random walks do").and(exact
                        ? Verdict.doubtful("all points lie on the line exactly, so that nothing tells an uncertainty")
                        : RegimeJudge.size(line.slope(), uSlope)));
    }

    private static SlopeEstimate estimate(double[] t, double[] m, double[][] covariance, LinearRegime r,
            double[] time, double[] msd, double[] u) {
        double birge = Math.max(1, r.best().chiSquare() / (t.length - r.start() - 2));
        double own = 0;
        for (int i = 0; i < t.length; i++) {
            for (int j = 0; j < t.length; j++) {
                own += r.weights()[i] * r.weights()[j] * covariance[i][j];
            }
        }
        double variance = r.choice() + birge * own;
        Verdict v = RegimeJudge.of(t, m, weighing(t, covariance), r, 1, Math.sqrt(variance));
        return new SlopeEstimate(r.slope(), Math.sqrt(variance), Math.sqrt(r.choice()), r.intercept(),
                Math.sqrt(birge * r.interceptVariance()), t[r.start()], t[t.length - 1],
                new SlopeEstimate.MsdCurve(time, msd, u), v);
    }

    private static double[] whole(double[] time, double[] msd, int axes, double run) {
        double[] u = new double[time.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = msd[i] * Math.sqrt(2.0 / axes * 2 / 3 * time[i] / run);
        }
        return u;
    }

    /** Covariance of Brownian motion in a run of length 1, times a scale for each time. */
    private static double[][] brownian(double[] t, double[] scale) {
        double[][] out = new double[t.length][t.length];
        for (int i = 0; i < t.length; i++) {
            for (int j = i; j < t.length; j++) {
                out[i][j] = scale[i] * scale[j] * (t[i] * t[i] * t[j] - t[i] * t[i] * t[i] / 3);
                out[j][i] = out[i][j];
            }
        }
        return out;
    }

    /** Covariance of windows that do not overlap, of the same variances. */
    private static double[][] weighing(double[] t, double[][] covariance) {
        double[][] out = new double[t.length][t.length];
        for (int i = 0; i < t.length; i++) {
            for (int j = i; j < t.length; j++) {
                out[i][j] = covariance[i][i] * t[j] / t[i];
                // variances that grow less than t^2 would make points correlate by more than one
                out[i][j] = Math.min(out[i][j], 0.999 * Math.sqrt(covariance[i][i] * covariance[j][j]));
                out[j][i] = out[i][j];
            }
            out[i][i] = covariance[i][i];
        }
        return out;
    }

    /** Indices of points far enough from each other that each says something of its own. */
    private static int[] thinned(double[] time, double start) throws AnalysisException {
        double ratio = RATIO;
        while (true) {
            int[] out = new int[time.length];
            int n = 0;
            double last = 0;
            for (int i = 0; i < time.length; i++) {
                if (!(time[i] < start) && (time[i] >= last * ratio || i == time.length - 1)) {
                    out[n++] = i;
                    last = time[i];
                }
            }
            if (n <= MOST) {
                if (n < LinearRegime.LEAST) {
                    return all(time, start);
                }
                return Arrays.copyOf(out, n);
            }
            ratio *= 1.05;
        }
    }

    private static int[] all(double[] time, double start) throws AnalysisException {
        int[] out = java.util.stream.IntStream.range(0, time.length).filter(i -> !(time[i] < start)).toArray();
        if (out.length < LinearRegime.LEAST) {
            throw tooFew(out.length);
        }
        int[] some = new int[Math.min(MOST, out.length)];
        for (int k = 0; k < some.length; k++) {
            some[k] = out[(int) Math.round((double) k * (out.length - 1) / (some.length - 1))];
        }
        return some;
    }

    private static AnalysisException tooFew(int n) {
        return new AnalysisException("a slope with its uncertainty needs " + LinearRegime.LEAST + " points or more; "
                + n + " count here");
    }

    private static double[] pick(double[] of, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> of[i]).toArray();
    }
}
