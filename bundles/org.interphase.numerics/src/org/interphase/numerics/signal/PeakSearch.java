package org.interphase.numerics.signal;

import org.interphase.numerics.fit.Abscissa;
import org.interphase.numerics.internal.Checks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds peaks and gives start values for a fit. The signal is smoothed by Savitzky-Golay; maxima whose prominence
 * (height above the higher of the two saddles that separate it from anything taller) exceeds a number of standard
 * deviations of the smoothed noise count, and, if asked for, shoulders: minima of the second derivative that are as
 * significant but are no maxima. Noise is estimated from second differences unless given.
 *
 * @param window smoothing window in points, odd, at least 5, no wider than the narrowest peak's width at half height
 * @param significance least prominence in standard deviations of the smoothed noise; 8 gives practically no false
 *     peaks in white noise
 * @param shoulders whether to look for shoulders
 */
public record PeakSearch(int window, double significance, boolean shoulders) {

    /**
     * A peak to start from.
     *
     * @param index nearest point
     * @param centre position of the maximum, by a parabola through three points
     * @param height smoothed value at the maximum above the local base (the mean of the two saddles)
     * @param prominence height above the higher saddle; for a shoulder, its height estimate
     * @param width full width at half the height above the base, in units of x
     * @param significance prominence over the standard deviation of the smoothed noise
     * @param shoulder whether it is a shoulder rather than a maximum
     */
    public record Candidate(int index, double centre, double height, double prominence, double width,
            double significance, boolean shoulder) {
    }

    /** Checks the numbers. */
    public PeakSearch {
        if (window < 5 || window % 2 == 0 || !(significance > 0)) {
            throw new IllegalArgumentException("Peak search needs an odd window of at least 5 and a positive "
                    + "significance, got "
                    + window + " and " + significance);
        }
    }

    /** Candidates in order of position along the array; noise estimated from the data. */
    public List<Candidate> find(double[] x, double[] y) {
        return find(x, y, Robust.noise(y));
    }

    /**
     * Candidates in order of position along the array.
     *
     * @param noise standard deviation of a point
     * @throws IllegalArgumentException for bad abscissae, unequal lengths, fewer points than the window, or
     *     negative noise
     */
    public List<Candidate> find(double[] x, double[] y, double noise) {
        Abscissa.require(x);
        Checks.sameLength(x, y);
        Checks.finite(y, window);
        if (!(noise >= 0)) {
            throw new IllegalArgumentException("Noise must not be negative, got " + noise);
        }
        SavitzkyGolay filter = new SavitzkyGolay(window, 2);
        double[] s = filter.smooth(y);
        double scale = rounding(y);
        double sigma = Math.max(noise * norm(filter.coefficients(0, 0)), scale);
        List<Candidate> found = new ArrayList<>();
        for (int i = 1; i < s.length - 1; i++) {
            if (s[i] > s[i - 1] && s[i] >= s[i + 1]) {
                Candidate candidate = maximum(x, s, i, sigma);
                if (candidate.significance >= significance) {
                    found.add(candidate);
                }
            }
        }
        if (shoulders) {
            addShoulders(x, y, s, filter, Math.max(noise * norm(filter.coefficients(0, 2)), scale), found);
        }
        found.sort(Comparator.comparingInt(Candidate::index));
        return found;
    }

    private static Candidate maximum(double[] x, double[] s, int i, double sigma) {
        double left = saddle(s, i, -1);
        double right = saddle(s, i, 1);
        double prominence = s[i] - Math.max(left, right);
        double base = 0.5 * (left + right);
        double height = s[i] - base;
        double shift = 0.5 * (s[i - 1] - s[i + 1]) / (s[i - 1] - 2 * s[i] + s[i + 1]);
        double centre = x[i] + shift * (shift > 0 ? x[i + 1] - x[i] : x[i] - x[i - 1]);
        double half = s[i] - 0.5 * height;
        double width = Math.abs(crossing(x, s, i, 1, half) - crossing(x, s, i, -1, half));
        return new Candidate(i, centre, height, prominence, width, prominence / sigma, false);
    }

    /** Lowest value on the way from the peak to anything taller, or to the end. */
    private static double saddle(double[] s, int peak, int step) {
        double lowest = s[peak];
        for (int k = peak + step; k >= 0 && k < s.length && s[k] <= s[peak]; k += step) {
            lowest = Math.min(lowest, s[k]);
        }
        return lowest;
    }

    private static double crossing(double[] x, double[] s, int peak, int step, double level) {
        int k = peak;
        while (k + step >= 0 && k + step < s.length && s[k + step] > level) {
            k += step;
        }
        int next = k + step;
        if (next < 0 || next >= s.length) {
            return x[k];
        }
        return x[k] + (x[next] - x[k]) * (s[k] - level) / (s[k] - s[next]);
    }

    private void addShoulders(double[] x, double[] y, double[] s, SavitzkyGolay filter, double sigma,
            List<Candidate> found) {
        double[] bend = negate(filter.derivative(y, 2, 1));
        List<Candidate> maxima = List.copyOf(found);
        for (int i = 1; i < s.length - 1; i++) {
            if (!(bend[i] > bend[i - 1] && bend[i] >= bend[i + 1]) || near(maxima, i)) {
                continue;
            }
            double depth = bend[i] - Math.max(0, Math.max(saddle(bend, i, -1), saddle(bend, i, 1)));
            if (depth < significance * sigma) {
                continue;
            }
            // between the inflections of a Gaussian lie two standard deviations
            double width = Math.abs(crossing(x, bend, i, 1, 0) - crossing(x, bend, i, -1,
                    0)) * Math.sqrt(2 * Math.log(2));
            double inPoints = width / (Math.abs(x[i + 1] - x[i - 1]) / 2);
            double height = bend[i] * inPoints * inPoints / (8 * Math.log(2));
            found.add(new Candidate(i, x[i], height, height, width, depth / sigma, true));
        }
    }

    private boolean near(List<Candidate> maxima, int i) {
        return maxima.stream().anyMatch(c -> Math.abs(c.index - i) <= window / 2);
    }

    private static double[] negate(double[] y) {
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            out[i] = -y[i];
        }
        return out;
    }

    /** Rounding of the data: noise-free signals must not yield peaks out of their last digits. */
    private static double rounding(double[] y) {
        double largest = 0;
        for (double value : y) {
            largest = Math.max(largest, Math.abs(value));
        }
        return Math.max(largest * 1e-12, Double.MIN_NORMAL);
    }

    private static double norm(double[] c) {
        double sum = 0;
        for (double value : c) {
            sum += value * value;
        }
        return Math.sqrt(sum);
    }
}
