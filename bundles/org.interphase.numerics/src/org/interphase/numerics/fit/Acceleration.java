package org.interphase.numerics.fit;

/**
 * Second-order ("geodesic") correction of a step, from the second derivative of the model along it: M. K. Transtrum and
 * J. P. Sethna, "Improvements to the Levenberg-Marquardt algorithm for nonlinear least-squares minimization",
 * arXiv:1201.5885 (2012). It lets the iteration follow narrow curved valleys; one more evaluation per step, so only the
 * careful second attempt uses it.
 */
final class Acceleration {

    private static final double PROBE = 0.1;
    private static final double LARGEST_RATIO = 0.75;

    private final double[] probe;
    private final double[] values;
    private final double[] second;
    private final double[] correction;

    Acceleration(int n, int m) {
        probe = new double[m];
        values = new double[n];
        second = new double[n];
        correction = new double[m];
    }

    /** Bends the engine's trial step; false if the correction is so large that the step can't be trusted. */
    boolean apply(LevenbergMarquardt engine, double lambda) {
        if (engine.anyFixedInStep()) {
            return true;
        }
        double[] delta = engine.delta();
        double[] q = engine.freeValues();
        for (int j = 0; j < probe.length; j++) {
            probe[j] = q[j] + PROBE * delta[j];
        }
        if (!engine.valuesAt(probe, values)) {
            return false;
        }
        double[][] columns = engine.freeColumns();
        for (int i = 0; i < values.length; i++) {
            double slope = 0;
            for (int j = 0; j < probe.length; j++) {
                slope += columns[j][i] * delta[j];
            }
            second[i] = -2 / PROBE * ((values[i] - engine.f[i]) * engine.s[i] / PROBE - slope);
            if (!Double.isFinite(second[i])) {
                return false;
            }
        }
        engine.solveFor(lambda, second, correction);
        double length = 0;
        double bend = 0;
        for (int j = 0; j < probe.length; j++) {
            double norm = 0;
            for (double entry : columns[j]) {
                norm += entry * entry;
            }
            length += norm * delta[j] * delta[j];
            bend += norm * correction[j] * correction[j];
        }
        if (bend * 4 > LARGEST_RATIO * LARGEST_RATIO * length) {
            return false;
        }
        double[] trial = engine.trialFree();
        boolean inside = true;
        for (int j = 0; j < trial.length; j++) {
            inside &= engine.inside(j, q[j] + delta[j] + 0.5 * correction[j]);
        }
        for (int j = 0; j < trial.length && inside; j++) {
            trial[j] = q[j] + delta[j] + 0.5 * correction[j];
        }
        return true;
    }
}
