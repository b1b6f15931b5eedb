package org.interphase.technique.vibrational.bands;

import java.util.Arrays;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Range;
import org.interphase.model.Background;
import org.interphase.model.Curve;
import org.interphase.model.unit.Unit;
import org.interphase.numerics.background.ArPls;
import org.interphase.numerics.signal.NoiseLevel;
import org.interphase.spectra.peak.Thinned;

/**
 * A curve as plain arrays over a range: ordinate, baseline under it and noise.
 *
 * @param x abscissa in cm-1, ascending
 * @param y ordinate as measured
 * @param baseline under it; zero if there is none
 * @param noise noise of y
 * @param hasBaseline whether an earlier step found the baseline
 */
public record BandSpectrum(double[] x, double[] y, double[] baseline, NoiseLevel noise, boolean hasBaseline) {

    /** Correlation over white noise from which on neighbours hang together. */
    public static final double CORRELATED = 1.15;
    /** Fewest points that tell how far their noise hangs together. */
    private static final int TELLING = 120;
    /** Unit of the abscissa. */
    public static final Unit WAVENUMBERS = Unit.of("cm-1");

    /**
     * The part of a curve in a range.
     *
     * @param least fewest points that make sense
     * @throws AnalysisException if the axis is not in wavenumbers, a point is missing, or the range holds too few
     */
    public static BandSpectrum of(Curve curve, Range range, int least) throws AnalysisException {
        requireWavenumbers(curve);
        double[] x = curve.axis().values();
        double[] y = curve.signal().values();
        Background b = curve.product(Background.class).orElse(null);
        double[] baseline = b == null ? new double[x.length] : b.values();
        int from = 0;
        int to = x.length;
        while (from < to && (!range.isAll() && x[from] < range.from() || Double.isNaN(baseline[from]))) {
            from++;
        }
        while (to > from && (!range.isAll() && x[to - 1] > range.to() || Double.isNaN(baseline[to - 1]))) {
            to--;
        }
        if (to - from < least) {
            throw new AnalysisException("Only " + (to - from) + " points lie in the range " + range + " cm-1 (the "
                    + "spectrum covers " + fmt(curve.axis().min()) + " to " + fmt(curve.axis().max())
                    + " cm-1); " + least + " are needed. Widen the range.");
        }
        double[] part = Arrays.copyOfRange(y, from, to);
        for (int i = 0; i < part.length; i++) {
            if (!Double.isFinite(part[i])) {
                throw new AnalysisException("The spectrum has no value at " + fmt(x[from + i])
                        + " cm-1. Crop the spectrum to leave that point out.");
            }
            if (Double.isNaN(baseline[from + i])) {
                baseline[from + i] = 0;
            }
        }
        double[] sigma = curve.signal().hasSigma() ? Arrays.copyOfRange(curve.signal().sigma(), from, to) : null;
        return new BandSpectrum(Arrays.copyOfRange(x, from, to), part, Arrays.copyOfRange(baseline, from, to),
                NoiseLevel.of(part, sigma), b != null);
    }

    /** @throws AnalysisException if the axis is not in wavenumbers */
    public static void requireWavenumbers(Curve curve) throws AnalysisException {
        if (!curve.axis().unit().equals(WAVENUMBERS)) {
            throw new AnalysisException("The axis is " + curve.axis().quantity() + " in " + curve.axis().unit()
                    + "; bands are looked for over wavenumbers. Convert the axis first (step 'Raman shift axis').");
        }
    }

    public static String fmt(double v) {
        return String.format(java.util.Locale.ROOT, "%.1f", v);
    }

    /** Ordinate minus baseline. */
    public double[] net() {
        double[] out = y.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] -= baseline[i];
        }
        return out;
    }

    /**
     * The same with a baseline by arPLS where no earlier step found one. The stiffness grows with the fourth power of
     * the number of points per width, so that the baseline follows the same features whatever the sampling.
     *
     * @param width features broader than about this are baseline, in cm-1
     */
    public BandSpectrum withBaseline(double width) {
        if (hasBaseline) {
            return this;
        }
        double step = (x[x.length - 1] - x[0]) / (x.length - 1);
        double lambda = Math.max(10, Math.pow(width / step / 2, 4));
        return new BandSpectrum(x, y, new ArPls(Math.min(lambda, 1e10)).of(y).values(), noise, true);
    }

    /** The part within a window, with the noise found on the whole. */
    public BandSpectrum part(double from, double to) {
        List<Integer> w = window(from, to);
        int a = w.get(0);
        int b = Math.max(a, w.get(1));
        return new BandSpectrum(Arrays.copyOfRange(x, a, b), Arrays.copyOfRange(y, a, b),
                Arrays.copyOfRange(baseline, a, b),
                new NoiseLevel(Arrays.copyOfRange(noise.sigma(), a, b), noise.correlation()), hasBaseline);
    }

    /**
     * At how many points' distance noise is independent: 1 where neighbours do not hang together or too few points
     * would be left.
     *
     * @param least fewest points to leave
     */
    public int stride(int least) {
        if (noise.correlation() <= CORRELATED) {
            return 1;
        }
        int every = (int) Math.ceil(noise.correlation() * noise.correlation());
        // the factor is over noise seen between neighbours, too small where they hang together: what is left tells more
        for (int k = 2; k < every && x.length / k >= Math.max(least, TELLING); k++) {
            if (NoiseLevel.of(Thinned.every(y, k), null).correlation() <= CORRELATED) {
                return k;
            }
        }
        while (every > 1 && x.length / every < least) {
            every--;
        }
        return every;
    }

    /**
     * Every second, third ... point, so that noise that hangs together between neighbours, as zero filling and
     * smoothing leave it, is independent; the same where it is so already. Fewer are left out where too few would
     * be left; the noise then says how far they still hang together.
     *
     * @param least fewest points to leave
     */
    public BandSpectrum independent(int least) {
        int every = stride(least);
        if (every == 1) {
            return this;
        }
        return new BandSpectrum(Thinned.every(x, every), Thinned.every(y, every), Thinned.every(baseline, every),
                new NoiseLevel(Thinned.every(noise.sigma(), every), correlationLeft(every)), hasBaseline);
    }

    /**
     * How much noisier averages are than white noise would make them when every so many points are kept: the points
     * that hang together are as many as the square of the factor.
     */
    public double correlationLeft(int every) {
        if (every > 1 && x.length / every >= TELLING) {
            return NoiseLevel.of(Thinned.every(y, every), null).correlation();
        }
        return Math.max(1, noise.correlation() / Math.sqrt(every));
    }

    /** Whether noise hangs together between the points that are left of every so many. */
    public boolean isCorrelated(int every) {
        return correlationLeft(every) > CORRELATED;
    }

    /** Index range of a window, the end exclusive. */
    public List<Integer> window(double from, double to) {
        int a = Arrays.binarySearch(x, from);
        int b = Arrays.binarySearch(x, to);
        return List.of(a >= 0 ? a : -a - 1, b >= 0 ? b + 1 : -b - 1);
    }

    /** Whether the whole window is measured. */
    public boolean covers(double from, double to) {
        return x[0] <= from && x[x.length - 1] >= to;
    }
}
