package org.interphase.numerics.fit;

import java.util.List;

/**
 * A background that is computed from the sum of all peaks and fitted with them ("active"): {@code B = sum_k q_k
 * O_k[S]}, S the sum of the ordinary components and O_k linear operators, so that the Jacobian is exact: {@code dB/dp =
 * sum_k q_k O_k[dS/dp]}.
 */
public interface LinearOperator {

    /** The factors q_k. */
    List<ParameterSpec> parameters();

    /** Binds the operators to abscissae for use by one thread. */
    Bound on(double[] x);

    /** Operators bound to abscissae. */
    interface Bound {
        /** Overwrites {@code out} with {@code O_k[in]}; the arrays are distinct. */
        void apply(int k, double[] in, double[] out);
    }
}
