package org.interphase.technique.vibrational.bands;

import java.util.Arrays;
import java.util.Optional;

/**
 * A sine that runs all through a spectrum, as interference in a plane film or a window makes it: between its troughs a
 * baseline leaves what looks like bands in a row.
 *
 * @param period in units of the abscissa
 * @param amplitude of the sine
 */
public record Ripple(double period, double amplitude) {

    /** Least part of the scatter that a sine must explain; bands at places of their own leave it far below. */
    private static final double SHARE = 0.58;
    /** Fewest periods in the spectrum, and fewest points in a period. */
    private static final double FEWEST_PERIODS = 4;
    private static final double FEWEST_POINTS = 8;
    /** Trials per period more in the spectrum. */
    private static final double FINE = 4;
    /** What stands out by more than so many standard deviations is cut off: it belongs to bands. */
    private static final double CUT = 2;
    private static final double NORMAL = 1.4826;
    /** A band this much narrower than a period is none of the ripple's. */
    private static final double NARROW = 0.25;
    /** A band stands out of the ripple from so many of its heights from trough to crest. */
    private static final double STANDS_OUT = 6;

    /**
     * The ripple of a spectrum; empty where no sine explains a good part of its scatter.
     *
     * @param x abscissa, ascending
     * @param net ordinate over the baseline
     */
    public static Optional<Ripple> of(double[] x, double[] net) {
        double[] best = best(x, cut(net));
        return best[2] >= SHARE ? Optional.of(new Ripple(best[0], best[1])) : Optional.empty();
    }

    /** Whether a band may be one of the ripple's crests, or be much changed by them. */
    boolean mayHold(Band b) {
        return b.fwhm() >= NARROW * period && b.height() < STANDS_OUT * 2 * amplitude;
    }

    /** Period, amplitude and share of the sine that explains most; a share of 0 where the spectrum is too short. */
    private static double[] best(double[] x, double[] y) {
        double span = x[x.length - 1] - x[0];
        double total = Arrays.stream(y).map(v -> v * v).sum();
        double[] best = new double[3];
        double most = x.length / FEWEST_POINTS;
        for (double periods = FEWEST_PERIODS; periods <= most && total > 0; periods += 1 / FINE) {
            double c = 0;
            double s = 0;
            for (int i = 0; i < x.length; i++) {
                double phase = 2 * Math.PI * periods * (x[i] - x[0]) / span;
                c += y[i] * Math.cos(phase);
                s += y[i] * Math.sin(phase);
            }
            // of a whole number of periods or many, cosine and sine have half the points for their sums of squares
            double share = (c * c + s * s) * 2 / x.length / total;
            if (share > best[2]) {
                best = new double[] {span / periods, Math.hypot(c, s) * 2 / x.length, share};
            }
        }
        return best;
    }

    /** About its median, what stands out cut off, and about its mean then. */
    private static double[] cut(double[] net) {
        double median = median(net);
        double scatter = NORMAL * median(Arrays.stream(net).map(v -> Math.abs(v - median)).toArray());
        double[] out = Arrays.stream(net).map(v -> Math.clamp(v - median, -CUT * scatter, CUT * scatter)).toArray();
        double mean = Arrays.stream(out).average().orElse(0);
        return Arrays.stream(out).map(v -> v - mean).toArray();
    }

    private static double median(double[] v) {
        double[] s = v.clone();
        Arrays.sort(s);
        return s[s.length / 2];
    }
}
