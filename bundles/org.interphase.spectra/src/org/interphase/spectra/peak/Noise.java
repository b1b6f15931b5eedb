package org.interphase.spectra.peak;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.interphase.model.Curve;
import org.interphase.model.Metadata;

/**
 * What is known about the noise of a curve: standard uncertainties stated with the data, counting statistics, or an
 * estimate from the scatter of neighbouring points.
 *
 * @param kind where it comes from
 * @param countsPerUnit for counting statistics: counts per unit of the signal (seconds of acquisition for a rate)
 * @param sigma for the other kinds: standard uncertainty of each point
 * @param text one sentence for the remarks
 */
public record Noise(Kind kind, double countsPerUnit, double[] sigma, String text) {

    /** Where the noise is known from. */
    public enum Kind {
        /** The dataset states it. */
        STATED,
        /** Poisson statistics of unsubtracted counts. */
        COUNTING,
        /** Poisson-like, with the counts per unit found from the scatter. */
        ESTIMATED_COUNTING,
        /** The same at every point, from the scatter. */
        ESTIMATED
    }

    /** Median of the square of a standard normal number. */
    private static final double MEDIAN_CHI2 = 0.454936423119572;
    /** Variance of y[i-1] - 3 y[i] + 3 y[i+1] - y[i+2] over that of y. */
    private static final double THIRD_DIFFERENCE = 20;

    /**
     * Noise of a curve: stated uncertainties if it has them; counting statistics if its unit is counts, or counts per
     * second with known acquisition time; an estimate otherwise.
     */
    public static Noise of(Curve curve) {
        if (curve.signal().hasSigma() && Arrays.stream(curve.signal().sigma()).allMatch(s -> s > 0)) {
            return new Noise(Kind.STATED, Double.NaN, curve.signal().sigma(), "Weights are the standard uncertainties "
                    + "stated with the data.");
        }
        String unit = curve.signal().unit().text();
        double[] y = curve.signal().values();
        boolean counting = Arrays.stream(y).allMatch(v -> v >= 0);
        OptionalDouble seconds = acquisitionTime(curve.metadata());
        double stated = unit.equals("counts") ? 1 : unit.equals("counts/s") ? seconds.orElse(Double.NaN) : Double.NaN;
        if (counting && stated > 0 && contradicts(y, stated)) {
            double perUnit = estimateCountsPerUnit(y);
            return new Noise(Kind.ESTIMATED_COUNTING, perUnit, null, String.format(Locale.ROOT, "By unit and time a "
                    + "signal of 1 should stand for %.3g counts, but the values are no whole counts and scatter as "
                    + "if it stood for %.3g; they have been scaled, and uncertainties follow from the scatter.",
                    stated, perUnit));
        }
        if (counting && unit.equals("counts")) {
            return new Noise(Kind.COUNTING, 1, null, "Weights are Poisson statistics of the measured counts.");
        }
        if (counting && unit.equals("counts/s") && seconds.isPresent()) {
            return new Noise(Kind.COUNTING, seconds.getAsDouble(), null, String.format(Locale.ROOT,
                    "Weights are Poisson statistics of the counts (rate times %.4g s of acquisition).",
                    seconds.getAsDouble()));
        }
        if (counting && unit.startsWith("counts")) {
            double perUnit = estimateCountsPerUnit(y);
            if (perUnit > 0) {
                return new Noise(Kind.ESTIMATED_COUNTING, perUnit, null, String.format(Locale.ROOT,
                        "The file does not say how many counts a signal of 1 stands for; %.3g is estimated from the "
                                + "scatter of neighbouring points, and uncertainties follow from it.", perUnit));
            }
        }
        double[] sigma = new double[y.length];
        Arrays.fill(sigma, estimateUniform(y));
        return new Noise(Kind.ESTIMATED, Double.NaN, sigma, "The file states no noise; the same noise at every point "
                + "is estimated from the scatter of neighbouring points.");
    }

    /**
     * Whether values are no whole counts and their scatter differs from that of counts by more than a factor of two:
     * they were averaged, scaled or corrected for transmission.
     */
    private static boolean contradicts(double[] y, double countsPerUnit) {
        int whole = 0;
        for (double v : y) {
            double counts = v * countsPerUnit;
            // rates are written with a few digits, so that whole counts come back only nearly whole
            whole += Math.abs(counts - Math.rint(counts)) <= 0.02 + 1e-5 * counts ? 1 : 0;
        }
        double factor = estimateCountsPerUnit(y) / countsPerUnit;
        return y.length >= 20 && whole < 0.5 * y.length && (factor > 2 || factor < 0.5);
    }

    /** Total time per point in seconds: "acquisition time", or "dwell time" times "scans". */
    public static OptionalDouble acquisitionTime(Metadata m) {
        OptionalDouble total = m.number("acquisition time", "s");
        if (total.isPresent() && total.getAsDouble() > 0) {
            return total;
        }
        OptionalDouble dwell = m.number("dwell time", "s");
        if (dwell.isPresent() && dwell.getAsDouble() > 0) {
            double scans = m.number("scans").orElse(1);
            return OptionalDouble.of(dwell.getAsDouble() * (scans > 0 ? scans : 1));
        }
        return OptionalDouble.empty();
    }

    /**
     * Counts per unit of signal from the median squared third difference over the mean level; NaN if there are too few
     * points.
     */
    public static double estimateCountsPerUnit(double[] y) {
        double[] ratio = new double[Math.max(0, y.length - 3)];
        int n = 0;
        for (int i = 1; i + 2 < y.length; i++) {
            double level = (y[i - 1] + y[i] + y[i + 1] + y[i + 2]) / 4;
            double d = y[i - 1] - 3 * y[i] + 3 * y[i + 1] - y[i + 2];
            if (level > 0 && Double.isFinite(d)) {
                ratio[n++] = d * d / THIRD_DIFFERENCE / level;
            }
        }
        double median = median(ratio, n);
        return median > 0 ? MEDIAN_CHI2 / median : Double.NaN;
    }

    /** Standard deviation from the median squared third difference; a tiny positive number for smooth data. */
    public static double estimateUniform(double[] y) {
        double[] square = new double[Math.max(0, y.length - 3)];
        int n = 0;
        double largest = 0;
        for (int i = 1; i + 2 < y.length; i++) {
            double d = y[i - 1] - 3 * y[i] + 3 * y[i + 1] - y[i + 2];
            if (Double.isFinite(d)) {
                square[n++] = d * d / THIRD_DIFFERENCE;
            }
        }
        for (double v : y) {
            largest = Math.max(largest, Double.isFinite(v) ? Math.abs(v) : 0);
        }
        double median = median(square, n);
        double floor = Math.max(largest * 1e-9, 1e-300);
        return median > 0 ? Math.max(Math.sqrt(median / MEDIAN_CHI2), floor) : floor;
    }

    private static double median(double[] values, int n) {
        if (n == 0) {
            return Double.NaN;
        }
        double[] v = Arrays.copyOf(values, n);
        Arrays.sort(v);
        return n % 2 != 0 ? v[n / 2] : 0.5 * (v[n / 2 - 1] + v[n / 2]);
    }

    /** Whether sigma follows from the level of the signal. */
    public boolean isCounting() {
        return kind == Kind.COUNTING || kind == Kind.ESTIMATED_COUNTING;
    }

    /**
     * Standard uncertainties for signal levels: of a point with no counts that of one count.
     *
     * @param level expected signal at each point, background included
     */
    public double[] at(double[] level) {
        if (!isCounting()) {
            return sigma.clone();
        }
        double[] out = new double[level.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.sqrt(Math.max(level[i] * countsPerUnit, 1)) / countsPerUnit;
        }
        return out;
    }

    /** The part from an index to another. */
    public Noise slice(int from, int to) {
        return sigma == null ? this : new Noise(kind, countsPerUnit, Arrays.copyOfRange(sigma, from, to), text);
    }
}
