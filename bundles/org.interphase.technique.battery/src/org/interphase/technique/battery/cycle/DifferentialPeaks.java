package org.interphase.technique.battery.cycle;

import java.util.ArrayList;
import java.util.List;
import org.interphase.model.Verdict;
import org.interphase.numerics.signal.PeakSearch;

/**
 * Peaks of a differential capacity, found in the smoothed curve; position and height are those of a parabola through
 * the top of the curve that is not smoothed, since smoothing lowers peaks. What a wider parabola would change is part
 * of the uncertainty.
 *
 * @param curve the curve
 * @param smoothing standard deviation of the Gaussian, V
 * @param peaks in ascending order of the voltage
 */
public record DifferentialPeaks(DifferentialCurve curve, double smoothing, List<Peak> peaks) {

    private static final double CLASSES = 2;
    private static final int WINDOW = 5;
    private static final double SIGNIFICANCE = 8;
    /** Peaks lower than this share of the highest are not told of. */
    private static final double LOW = 0.05;
    /** Part of the full width at half height on each side of a top that a parabola is laid through, and a wider one. */
    private static final double NEAR = 0.3;
    private static final double WIDE = 0.45;
    /** Part of the width or of the height by which half the difference of the parabolas is that of a plain peak. */
    private static final double SHIFTED = 0.02;
    private static final double LOWERED = 0.05;

    /** Height over its uncertainty below which a peak is doubtful. */
    private static final double SEEN = 2;

    /**
     * A peak.
     *
     * @param position V
     * @param positionU its standard uncertainty, V
     * @param height A.h/V
     * @param heightU its standard uncertainty
     * @param verdict whether it may be published
     */
    public record Peak(double position, double positionU, double height, double heightU, Verdict verdict) {

        /** A peak no higher than its uncertainty may be none. */
        public Peak {
            if (!(Math.abs(height) > SEEN * heightU)) {
                verdict = verdict.and(Verdict.doubtful("it is no higher than twice the uncertainty of its height"));
            }
        }
    }

    /** Copies the list. */
    public DifferentialPeaks {
        peaks = List.copyOf(peaks);
    }

    /**
     * The curve of a step and its peaks.
     *
     * @param width width of the classes, V; NaN for automatic
     * @param smoothing standard deviation, V; NaN for two classes
     */
    public static DifferentialPeaks of(VoltageCurve steps, double width, double smoothing) {
        DifferentialCurve raw = DifferentialCurve.of(steps, width, 0);
        double sigma = Double.isNaN(smoothing) ? CLASSES * raw.width() : smoothing;
        DifferentialCurve curve = DifferentialCurve.of(steps, raw.width(), sigma);
        List<Peak> out = new ArrayList<>();
        if (curve.voltage().length < WINDOW + 2) {
            return new DifferentialPeaks(curve, sigma, out);
        }
        List<PeakSearch.Candidate> found = new PeakSearch(WINDOW, SIGNIFICANCE, false).find(curve.voltage(),
                curve.capacity());
        double highest = 0;
        for (PeakSearch.Candidate c : found) {
            highest = Math.max(highest, curve.capacity()[c.index()]);
        }
        for (PeakSearch.Candidate c : found) {
            if (c.prominence() < LOW * highest || c.index() < 2 || c.index() > curve.voltage().length - 3) {
                continue;
            }
            Peak near = top(raw, c, NEAR);
            Peak wide = top(raw, c, WIDE);
            if (near != null) {
                double bias = wide == null ? near.positionU : (wide.position - near.position) / 2;
                double lower = wide == null ? near.heightU : (wide.height - near.height) / 2;
                Verdict v = c.width() > 3 * sigma ? Verdict.SOUND
                        : Verdict.doubtful("the peak is hardly wider than the smoothing");
                // no top is a parabola to the last digit: its misfit speaks against it where more than that is off
                if (Math.abs(bias) > SHIFTED * c.width() || Math.abs(lower) > LOWERED * near.height) {
                    v = v.and(near.verdict);
                }
                out.add(new Peak(near.position, Math.hypot(near.positionU, bias), near.height,
                        Math.hypot(near.heightU, lower), v));
            }
        }
        return new DifferentialPeaks(curve, sigma, out);
    }

    /** A parabola through the top of a peak of the curve that is not smoothed; null where it has no top there. */
    private static Peak top(DifferentialCurve raw, PeakSearch.Candidate c, double part) {
        double half = Math.max(part * c.width(), 3 * raw.width());
        int from = 0;
        while (from < raw.voltage().length && raw.voltage()[from] < c.centre() - half) {
            from++;
        }
        int to = from;
        while (to < raw.voltage().length && raw.voltage()[to] <= c.centre() + half) {
            to++;
        }
        int n = to - from;
        if (n < WINDOW) {
            return null;
        }
        double[][] basis = new double[3][n];
        double[] x = new double[n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = (raw.voltage()[from + i] - c.centre()) / half;
            y[i] = raw.capacity()[from + i];
            basis[0][i] = 1;
            basis[1][i] = x[i];
            basis[2][i] = x[i] * x[i];
        }
        LineFit fit = LineFit.of(basis, y, x);
        double a = fit.coefficients()[2];
        double b = fit.coefficients()[1];
        if (!(a < 0) || Math.abs(b) > -2 * a) {
            return null;
        }
        double at = -b / (2 * a);
        double[][] v = fit.covariance();
        double[] position = {0, -1 / (2 * a), b / (2 * a * a)};
        double[] height = {1, at, at * at};
        return new Peak(c.centre() + half * at, half * propagate(v, position), fit.coefficients()[0] + b * at
                + a * at * at, propagate(v, height), fit.verdict());
    }

    private static double propagate(double[][] covariance, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                sum += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }
}
