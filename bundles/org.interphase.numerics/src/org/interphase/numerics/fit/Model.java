package org.interphase.numerics.fit;

/**
 * A differentiable model: {@link #parameters()} numbers in, {@link #points()} predicted values out.
 *
 * <p>A model is an immutable description and may be shared by threads; all scratch memory lives in the
 * {@link Evaluator}s it hands out, one per thread. Complex data (impedance) are stacked into one vector, all real parts
 * first, then all imaginary parts. A model of residuals is fitted against data that are all zero.
 */
public interface Model {

    /** Number of predicted values, that is the length of the data vector this model is fitted to. */
    int points();

    /** Number of parameters. */
    int parameters();

    /** A new evaluator with scratch memory of its own, for use by one thread at a time. */
    Evaluator evaluator();

    /** Computes predicted values into {@code f}; see {@link #of(int, int, Values, Jacobian)}. */
    @FunctionalInterface
    interface Values {
        /** Reads parameters {@code p} (not modified) and overwrites {@code f[0..points)}. */
        void compute(double[] p, double[] f);
    }

    /** Computes partial derivatives, one column per parameter. */
    @FunctionalInterface
    interface Jacobian {
        /** Reads parameters {@code p} (not modified) and overwrites {@code columns[j][i] = d f_i / d p_j}. */
        void compute(double[] p, double[][] columns);
    }

    /**
     * A model from two stateless functions.
     *
     * @param points number of predicted values, at least 1
     * @param parameters number of parameters, at least 1
     * @param values predicted values
     * @param jacobian analytic partial derivatives, {@code columns[parameter][point]}
     */
    static Model of(int points, int parameters, Values values, Jacobian jacobian) {
        return new FunctionModel(points, parameters, values, jacobian);
    }

    /**
     * A model whose derivatives are formed by central differences with step
     * {@code cbrt(2^-52) * max(|p|, 1e-8)}: about ten digits at twice the parameter count in evaluations. Meant for
     * models whose derivative is not at hand and for tests of analytic derivatives, not for the hot path.
     */
    static Model numeric(int points, int parameters, Values values) {
        return new FunctionModel(points, parameters, values, new CentralDifferences(points, values));
    }
}
