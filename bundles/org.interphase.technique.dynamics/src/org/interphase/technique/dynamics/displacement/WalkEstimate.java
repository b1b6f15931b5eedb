package org.interphase.technique.dynamics.displacement;

import java.util.Locale;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;

/**
 * The slope of the mean squared displacement of walks, by generalised least squares with the covariance that follows
 * from the displacements themselves.
 */
public final class WalkEstimate {

    /** Weight of the theory against the scatter between walkers, in degrees of freedom. */
    private static final double THEORY = 20;
    /** Least factor by which the scatter between walkers may lower the variance. */
    private static final double LEAST_SCATTER = 0.5;
    /** Scatter between walkers over what the theory says, from which on they are not all alike. */
    private static final double ALIKE = 2;
    /** Jumps of all walkers together below which their number is hardly known. */
    private static final double JUMPS = 40;
    /** Jumps of each particle within the longest lag, so that those taken back are seen as such. */
    private static final double EACH = 3;
    /** Windows that tell whether walkers move together. */
    private static final int WINDOWS = 8;
    private static final int PASSES = 3;

    private final Walks walks;
    private final SquaredDisplacements d;
    private final double[] t;
    private LinearRegime regime;
    private double[][] covariance;
    // fourth cumulant that a frame adds
    private double cumulant;

    private WalkEstimate(Walks walks, SquaredDisplacements d) {
        this.walks = walks;
        this.d = d;
        this.t = new double[d.lags().length];
        for (int i = 0; i < t.length; i++) {
            t[i] = d.lags()[i] * walks.interval();
        }
    }

    /**
     * The slope.
     *
     * @param start time in ps at which the straight part begins; NaN to choose it
     * @param longest longest time in ps that counts; NaN for half of the run
     * @throws AnalysisException if the run is too short
     */
    public static SlopeEstimate of(Walks walks, double start, double longest, Progress progress)
            throws AnalysisException {
        int[] lags = SquaredDisplacements.lags(walks.frames(), walks.walkers(), walks.axes());
        int n = lags.length;
        while (n > 0 && lags[n - 1] * walks.interval() > longest) {
            n--;
        }
        int first = 0;
        while (first < n && lags[first] * walks.interval() < start * (1 - 1e-9)) {
            first++;
        }
        if (n - first < LinearRegime.LEAST) {
            throw new AnalysisException(String.format(Locale.ROOT, "the run is too short for a diffusion coefficient: "
                    + "%d places of %d walkers, %.4g ps apart, leave %d lags with enough independent displacements, "
                    + "%d are needed", walks.frames(), walks.walkers(), walks.interval(), Math.max(0, n - first),
                    LinearRegime.LEAST));
        }
        WalkEstimate e = new WalkEstimate(walks, SquaredDisplacements.of(walks, java.util.Arrays.copyOf(lags, n),
                progress));
        if (!(e.d.mean()[n - 1] > 0)) {
            throw new AnalysisException("nothing moves: all displacements are zero");
        }
        e.regress(first, Double.isNaN(start) ? n - LinearRegime.LEAST : first);
        return e.estimate();
    }

    private void regress(int first, int last) {
        int frames = walks.frames();
        int early = Math.max(first, t.length / 3);
        double perFrame = d.mean()[early] / d.lags()[early];
        double[] msd = extended(frames, d.lags()[early], 0, perFrame);
        for (int pass = 0; pass < PASSES; pass++) {
            int at = regime == null ? first : regime.start();
            double axes = d.activeAxes(at);
            cumulant = cumulant(at, axes);
            covariance = new DisplacementCovariance(msd, axes, cumulant).at(d.lags(), frames, walks.walkers());
            regime = LinearRegime.of(t, d.mean(), covariance, Math.min(last, Math.max(first, beyondJump(perFrame))),
                    last);
            perFrame = regime.slope() * walks.interval();
            if (!(regime.slope() > 0)) {
                return;
            }
            // the line takes the place of noisy long lags
            msd = extended(frames, d.lags()[regime.start()], regime.intercept(), regime.slope() * walks.interval());
        }
    }

    /**
     * The first lag at which atoms have moved as far as they jump: before, jumps that are taken back or blocked are not
     * yet seen (X. He, Y. Zhu, A. Epstein, Y. Mo, npj Comput. Mater. 4 (2018) 18, leave out what is below half of the
     * squared distance of sites). Jumps of one length a add a^2 to the displacement and a^4 to the cumulant each.
     */
    private int beyondJump(double perFrame) {
        double square = perFrame > 0 ? cumulant / perFrame : 0;
        int at = 0;
        while (at < t.length - 1 && d.mean()[at] < square) {
            at++;
        }
        return at;
    }

    /** Mean squared displacement at all lags: as measured below one, from there on the line. */
    private double[] extended(int frames, int from, double intercept, double perFrame) {
        double[] out = measured(frames);
        for (int l = from; l < frames; l++) {
            out[l] = Math.max(out[1], intercept + perFrame * l);
        }
        return out;
    }

    /** Mean squared displacement at all lags, between and beyond those measured along straight lines. */
    private double[] measured(int frames) {
        double[] out = new double[frames];
        int[] lags = d.lags();
        int at = 0;
        for (int l = 1; l < frames; l++) {
            while (at < lags.length - 1 && lags[at] < l) {
                at++;
            }
            int lower = at == 0 ? 0 : lags[at - 1];
            double before = at == 0 ? 0 : d.mean()[at - 1];
            out[l] = l > lags[at] ? d.mean()[at] * l / lags[at]
                    : before + (d.mean()[at] - before) * (l - lower) / (lags[at] - lower);
        }
        return out;
    }

    /** Fourth cumulant of the displacements that a frame adds, where the straight part begins. */
    private double cumulant(int at, double axes) {
        double sum = 0;
        int count = 0;
        for (int i = at; i < t.length && (i == at || t[i] <= 3 * t[at]); i++) {
            double m = d.mean()[i];
            sum += (d.spread()[i] - 2 / axes * m * m) / d.lags()[i];
            count++;
        }
        return Math.max(0, sum / count);
    }

    private SlopeEstimate estimate() {
        double theory = 0;
        for (int i = 0; i < t.length; i++) {
            for (int j = 0; j < t.length; j++) {
                theory += regime.weights()[i] * regime.weights()[j] * covariance[i][j];
            }
        }
        int n = walks.walkers();
        double ratio = n < 2 || !(theory > 0) ? 1 : scatter() / theory;
        double pooled = Math.max(LEAST_SCATTER, (THEORY + (n - 1) * ratio) / (THEORY + n - 1));
        double scale = pooled * together();
        double[] later = RegimeJudge.later(t, d.mean(), covariance, regime);
        // a slope that still changes is not yet the one asked for; half of what noise does not explain is taken
        double unsettled = Math.max(0, later[0] * later[0] - scale * later[1]) / 2;
        double variance = regime.choice() + unsettled + scale * theory;
        double u = Math.sqrt(variance);
        double relative = u / Math.abs(regime.slope());
        // the variance is that of a larger slope where the slope is too low by chance
        double wide = u / (1 - Math.min(0.5, relative));
        Verdict v = RegimeJudge.of(t, d.mean(), covariance, regime, Math.max(1, scale), wide).and(jumps());
        if (!(theory > 0) || !(variance > 0)) {
            v = v.and(Verdict.withheld("the covariance of the displacements gives the slope no positive variance"));
        }
        if (n >= WINDOWS && ratio > ALIKE && ratio > 1 + 4 * Math.sqrt(2.0 / (n - 1))) {
            v = v.and(Verdict.doubtful(String.format(Locale.ROOT, "the particles are not alike: they scatter %.1f "
                    + "times more than walks of one diffusion coefficient, which the mean hides", Math.sqrt(ratio))));
        }
        double[] uMsd = new double[t.length];
        for (int i = 0; i < t.length; i++) {
            uMsd[i] = Math.sqrt(scale * covariance[i][i]);
        }
        return new SlopeEstimate(regime.slope(), wide, Math.sqrt(regime.choice() + unsettled), regime.intercept(),
                Math.sqrt(scale * regime.interceptVariance()), t[regime.start()], t[t.length - 1],
                new SlopeEstimate.MsdCurve(t, d.mean(), uMsd), v);
    }

    /** Variance of the slope from its scatter between walkers. */
    private double scatter() {
        int n = walks.walkers();
        double[] slope = new double[n];
        double mean = 0;
        for (int w = 0; w < n; w++) {
            for (int i = 0; i < t.length; i++) {
                slope[w] += regime.weights()[i] * d.ofWalker()[i][w];
            }
            mean += slope[w] / n;
        }
        double sum = 0;
        for (double s : slope) {
            sum += (s - mean) * (s - mean);
        }
        return sum / (n - 1) / n;
    }

    /**
     * By how much walkers that move together raise the variance: the variance over windows of the sum of squared
     * displacements, over the sum of the variances; 1 where it does not stand out.
     */
    private double together() {
        int lag = d.lags()[regime.start()];
        int windows = (walks.frames() - 1) / lag;
        int n = walks.walkers();
        if (windows < WINDOWS || n < 2) {
            return 1;
        }
        double[] total = new double[windows];
        double separate = 0;
        for (float[] x : walks.places()) {
            double sum = 0;
            double squares = 0;
            for (int k = 0; k < windows; k++) {
                double square = 0;
                for (int a = 0; a < walks.axes(); a++) {
                    double s = (double) x[(k + 1) * lag * walks.axes() + a] - x[k * lag * walks.axes() + a];
                    square += s * s;
                }
                total[k] += square;
                sum += square;
                squares += square * square;
            }
            separate += squares - sum * sum / windows;
        }
        double sum = 0;
        double squares = 0;
        for (double s : total) {
            sum += s;
            squares += s * s;
        }
        double ratio = (squares - sum * sum / windows) / separate;
        return ratio > 1 + 3 * Math.sqrt(2.0 / (windows - 1)) ? ratio : 1;
    }

    /** Whether enough jumps happened, where the displacements show single ones. */
    private Verdict jumps() {
        if (!(cumulant > 0)) {
            return Verdict.SOUND;
        }
        // jumps of one length a: slope = rate a^2, cumulant = rate a^4
        double perFrame = regime.slope() * walks.interval();
        double rate = perFrame * perFrame / cumulant;
        double jumps = rate * walks.walkers() * (walks.frames() - 1);
        Verdict v = jumps < JUMPS ? Verdict.doubtful(String.format(Locale.ROOT, "it rests on about %.0f jumps of all "
                + "particles together", jumps)) : Verdict.SOUND;
        double each = rate * d.lags()[t.length - 1];
        return each < EACH ? v.and(Verdict.doubtful(String.format(Locale.ROOT, "a particle jumps %.1f times within the "
                + "longest time: jumps that are taken back later are not seen", each))) : v;
    }
}
