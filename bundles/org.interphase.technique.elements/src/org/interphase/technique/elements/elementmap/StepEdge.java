package org.interphase.technique.elements.elementmap;

import java.util.Arrays;
import org.interphase.numerics.image.StepProfile;

/**
 * A step between two levels, smeared by the beam and the interface, found anywhere along a line and fitted by weighted
 * least squares ({@link StepProfile} with one edge); its width from 10 to 90 % is 2.563 s. Whether there is one is told
 * by what a constant and a slanted line leave.
 */
public final class StepEdge {

    /** Width from 10 to 90 % in standard deviations of the smearing. */
    public static final double TEN_TO_NINETY = 2.5631;
    private static final int REFITS = 3;
    private static final double LEAST_VARIANCE = 0.5;

    private final double[] x;
    private final double[] y;
    private final double[] variance;
    private double[] p;
    private double[] u;
    private double chi;
    private double flat;
    private double slanted;

    private StepEdge(double[] x, double[] y, double[] variance) {
        this.x = x;
        this.y = y;
        this.variance = variance;
    }

    /**
     * Fits.
     *
     * @param variance variance of each value, above zero
     * @throws IllegalArgumentException for fewer than 8 points
     */
    public static StepEdge of(double[] x, double[] y, double[] variance) {
        if (x.length < 8) {
            throw new IllegalArgumentException("the line has only " + x.length + " points");
        }
        StepEdge e = new StepEdge(x, y, variance);
        e.flat = e.line(false);
        e.slanted = e.line(true);
        e.search();
        e.refine();
        return e;
    }

    /**
     * Fits counts. Variances are those of the fitted counts: of the observed ones low counts would weigh more, and
     * levels come out about one count low. Whether there is a step is told with the variance that a line without one
     * has.
     *
     * @throws IllegalArgumentException for fewer than 8 points
     */
    public static StepEdge ofCounts(double[] x, double[] y) {
        double[] variance = new double[y.length];
        Arrays.fill(variance, Math.max(LEAST_VARIANCE, Arrays.stream(y).average().orElse(0)));
        StepEdge edge = of(x, y, variance);
        double gain = edge.gain();
        for (int refit = 0; refit < REFITS; refit++) {
            edge = of(x, y, Arrays.stream(edge.curve()).map(v -> Math.max(LEAST_VARIANCE, v)).toArray());
        }
        edge.flat = gain + edge.chi;
        return edge;
    }

    private double line(boolean slope) {
        double n = 0;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < x.length; i++) {
            double w = 1 / variance[i];
            n += w;
            sx += w * x[i];
            sy += w * y[i];
            sxx += w * x[i] * x[i];
            sxy += w * x[i] * y[i];
        }
        double d = n * sxx - sx * sx;
        double b = slope && d > 0 ? (n * sxy - sx * sy) / d : 0;
        double a = (sy - b * sx) / n;
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            s += (y[i] - a - b * x[i]) * (y[i] - a - b * x[i]) / variance[i];
        }
        return s;
    }

    private void search() {
        double span = x[x.length - 1] - x[0];
        double step = span / (x.length - 1);
        chi = Double.POSITIVE_INFINITY;
        for (double s = 0.3 * step; s < 0.3 * span; s *= 1.6) {
            for (int k = 1; k < x.length - 1; k++) {
                double[] trial = levels(x[k] - 0.5 * step, s);
                double c = square(trial);
                if (c < chi) {
                    chi = c;
                    p = trial;
                }
            }
        }
    }

    /** The best levels for a place and a width. */
    private double[] levels(double centre, double s) {
        double[] m = new double[3];
        double[] g = new double[2];
        for (int i = 0; i < x.length; i++) {
            double f = StepProfile.phi((x[i] - centre) / s);
            double w = 1 / variance[i];
            m[0] += w * (1 - f) * (1 - f);
            m[1] += w * f * (1 - f);
            m[2] += w * f * f;
            g[0] += w * (1 - f) * y[i];
            g[1] += w * f * y[i];
        }
        double d = m[0] * m[2] - m[1] * m[1];
        return d > 0 ? new double[] {(m[2] * g[0] - m[1] * g[1]) / d, (m[0] * g[1] - m[1] * g[0]) / d, centre, s}
                : new double[] {0, 0, centre, s};
    }

    private double square(double[] q) {
        double s = 0;
        for (int i = 0; i < x.length; i++) {
            double r = y[i] - value(x[i], q);
            s += r * r / variance[i];
        }
        return s;
    }

    private static double value(double at, double[] q) {
        return StepProfile.value(at, new double[] {q[0], q[1]}, new double[] {q[2]}, q[3]);
    }

    private void refine() {
        StepProfile.Fit fit = StepProfile.fit(x, y, variance, new double[] {p[0], p[1]}, new double[] {p[2]}, p[3]);
        p = new double[] {fit.levels()[0], fit.levels()[1], fit.positions()[0], fit.blur()};
        chi = square(p);
        u = new double[] {fit.levelSigma()[0], fit.levelSigma()[1], fit.positionSigma()[0], fit.blurSigma()};
    }

    /** Level before the step, level behind it, place, and standard deviation of the smearing. */
    public double[] values() {
        return p.clone();
    }

    /** Standard uncertainties of {@link #values()}; NaN where the data do not determine them. */
    public double[] uncertainties() {
        return u.clone();
    }

    /** By how much chi-square falls against a constant. */
    public double gain() {
        return flat - chi;
    }

    /** By how much chi-square falls against a slanted line. */
    public double gainOverSlope() {
        return slanted - chi;
    }

    /** Chi-square over its degrees of freedom. */
    public double reducedChiSquare() {
        return chi / (x.length - 4);
    }

    /** Values of the step at its points. */
    public double[] curve() {
        double[] out = new double[x.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = value(x[i], p);
        }
        return out;
    }
}
