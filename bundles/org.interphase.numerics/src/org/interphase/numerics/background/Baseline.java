package org.interphase.numerics.background;

/**
 * A baseline estimate that stands beside the fit: one value per point, the input untouched.
 *
 * @param values the baseline
 * @param iterations iterations used (0 for direct methods)
 * @param converged whether an iterative method met its tolerance
 */
public record Baseline(double[] values, int iterations, boolean converged) {

    /** {@code y} minus the baseline, freshly allocated. */
    public double[] subtractFrom(double[] y) {
        double[] d = new double[y.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = y[i] - values[i];
        }
        return d;
    }
}
