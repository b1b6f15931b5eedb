package org.interphase.numerics.background;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.interphase.numerics.fit.Abscissa;

/**
 * Curve through anchors: a natural cubic spline (a line for two anchors, a constant for one), continued beyond the
 * outer anchors by its tangent. The value at an anchor is the mean of the data over a window, so that noise at one
 * point does not steer the curve.
 *
 * @param window number of points averaged at each anchor, odd
 */
public record SplineBackground(int window) {

    /** Checks the number. */
    public SplineBackground {
        if (window < 1 || window % 2 == 0) {
            throw new IllegalArgumentException("The anchor window must be odd and positive, got " + window);
        }
    }

    /**
     * The baseline.
     *
     * @param anchors abscissae of the anchors, strictly ascending, inside the range of x; each is moved to the
     *     nearest point
     * @throws IllegalArgumentException for bad abscissae, an anchor outside, two anchors at one point, or none
     */
    public Baseline of(double[] x, double[] y, double... anchors) {
        Abscissa.require(x);
        Inputs.require(x.length, y, 1);
        if (anchors.length == 0) {
            throw new IllegalArgumentException("A spline background needs at least one anchor");
        }
        double[] ax = new double[anchors.length];
        double[] ay = new double[anchors.length];
        double low = Math.min(x[0], x[x.length - 1]);
        double high = Math.max(x[0], x[x.length - 1]);
        for (int k = 0; k < anchors.length; k++) {
            if (!(anchors[k] >= low && anchors[k] <= high)) {
                throw new IllegalArgumentException("Anchor " + anchors[k] + " is outside the data (" + low + " to "
                        + high + ")");
            }
            int i = nearest(x, anchors[k]);
            ax[k] = x[i];
            ay[k] = mean(y, i);
            if (k > 0 && ax[k] <= ax[k - 1]) {
                throw new IllegalArgumentException("Anchors must ascend and lie at different points: " + anchors[k - 1]
                        + " and " + anchors[k]);
            }
        }
        return new Baseline(through(ax, ay, x), 0, true);
    }

    private static double[] through(double[] ax, double[] ay, double[] x) {
        int k = ax.length;
        double[] z = new double[x.length];
        if (k == 1) {
            java.util.Arrays.fill(z, ay[0]);
            return z;
        }
        PolynomialSplineFunction spline = k > 2 ? new SplineInterpolator().interpolate(ax, ay) : null;
        double first = k > 2 ? spline.derivative().value(ax[0]) : (ay[1] - ay[0]) / (ax[1] - ax[0]);
        double last = k > 2 ? spline.derivative().value(ax[k - 1]) : first;
        for (int i = 0; i < x.length; i++) {
            if (x[i] <= ax[0]) {
                z[i] = ay[0] + first * (x[i] - ax[0]);
            } else if (x[i] >= ax[k - 1]) {
                z[i] = ay[k - 1] + last * (x[i] - ax[k - 1]);
            } else {
                z[i] = k > 2 ? spline.value(x[i]) : ay[0] + first * (x[i] - ax[0]);
            }
        }
        return z;
    }

    private static int nearest(double[] x, double at) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (Math.abs(x[i] - at) < Math.abs(x[best] - at)) {
                best = i;
            }
        }
        return best;
    }

    private double mean(double[] y, int centre) {
        int from = Math.max(0, centre - window / 2);
        int to = Math.min(y.length - 1, centre + window / 2);
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += y[i];
        }
        return sum / (to - from + 1);
    }
}
