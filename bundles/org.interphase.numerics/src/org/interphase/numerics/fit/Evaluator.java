package org.interphase.numerics.fit;

/**
 * Evaluates one {@link Model} for one thread. An implementation may keep factors computed by {@link #values} for the
 * {@link #jacobian} that follows at the same parameters.
 */
public interface Evaluator {

    /**
     * Predicted values.
     *
     * @param p parameters, input, not modified
     * @param f output, at least {@code points()} long, overwritten; a non-finite value makes the fitter reject the step
     */
    void values(double[] p, double[] f);

    /**
     * Partial derivatives at the parameters of the most recent {@link #values} call.
     *
     * @param p the same parameters as in that call, input, not modified
     * @param columns output: {@code columns[j][i] = d f_i / d p_j}, each column at least {@code points()} long,
     *     overwritten
     */
    void jacobian(double[] p, double[][] columns);

    /**
     * Partial derivatives times a factor per point, for evaluators that can fuse the two.
     *
     * @param p as in {@link #jacobian(double[], double[][])}
     * @param scale factor per point (one over the standard deviation), input, not modified
     * @param columns output: {@code columns[j][i] = scale[i] * d f_i / d p_j}
     */
    default void jacobian(double[] p, double[] scale, double[][] columns) {
        jacobian(p, columns);
        for (double[] column : columns) {
            for (int i = 0; i < scale.length; i++) {
                column[i] *= scale[i];
            }
        }
    }
}
