package org.interphase.numerics.verdict;

/**
 * What the parameters of a fit take up of a change of the data, and what of it stays in the residuals, to first order
 * (the added variable: R. D. Cook, S. Weisberg, Residuals and Influence in Regression, 1982, section 2.3). Arrays are
 * not copied.
 *
 * @param jacobian weighted derivatives of the model, a row per parameter; zeros for one that is held
 * @param unit covariance of the parameters for weighted residuals of variance one; zeros for one that counts as known
 */
public record Absorption(double[][] jacobian, double[][] unit) {

    /**
     * How much of a shape the residuals hold.
     *
     * @param value times the shape
     * @param information inverse variance of the value for residuals of variance one; 0 where the parameters take up
     *     all of the shape
     */
    public record Amplitude(double value, double information) {
    }

    /** How the parameters change with the weighted data: C J^t b. */
    public double[] taken(double[] change) {
        int k = unit.length;
        double[] pull = new double[k];
        for (int a = 0; a < k; a++) {
            pull[a] = dot(jacobian[a], change);
        }
        double[] out = new double[k];
        for (int a = 0; a < k; a++) {
            out[a] = dot(unit[a], pull);
        }
        return out;
    }

    /** What the parameters leave of a change of which they took up so much: b - J^t t. */
    public double[] left(double[] change, double[] taken) {
        double[] out = change.clone();
        for (int a = 0; a < jacobian.length; a++) {
            double part = taken[a];
            double[] row = jacobian[a];
            if (part == 0) {
                continue;
            }
            // a loop with one condition is one the compiler does several points at a time
            for (int i = 0; i < out.length; i++) {
                out[i] -= part * row[i];
            }
        }
        return out;
    }

    /** Amplitude of a change in weighted residuals, by least squares. */
    public Amplitude amplitude(double[] change, double[] residuals) {
        return amplitude(change, taken(change), residuals);
    }

    /** The same where it is known what the parameters take up of the change. */
    Amplitude amplitude(double[] change, double[] taken, double[] residuals) {
        double[] left = left(change, taken);
        double information = dot(left, left);
        return new Amplitude(information > 0 ? dot(left, residuals) / information : 0, information);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
