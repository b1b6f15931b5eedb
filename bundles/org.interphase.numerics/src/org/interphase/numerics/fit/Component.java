package org.interphase.numerics.fit;

import java.util.List;

/**
 * One summand of a {@link SumModel}: a peak, a background polynomial, a step. Immutable; scratch memory lives in its
 * terms.
 */
public interface Component {

    /** Its parameters in order. */
    List<ParameterSpec> parameters();

    /** Binds the component to abscissae (not modified, kept by reference) for use by one thread. */
    Term on(double[] x);

    /** Values over {@code x} with the given parameters, freshly allocated. */
    default double[] values(double[] x, double... p) {
        double[] f = new double[x.length];
        on(x).addValues(p, 0, f);
        return f;
    }

    /** A component bound to abscissae, with scratch memory of its own. */
    interface Term {

        /**
         * Adds the component to {@code f}.
         *
         * @param p parameters of the whole model
         * @param at position of this component's first parameter in {@code p}
         * @param f sum so far, one entry per abscissa
         */
        void addValues(double[] p, int at, double[] f);

        /**
         * Overwrites this component's columns with its derivatives times {@code scale}, at the parameters of the most
         * recent {@link #addValues}.
         *
         * @param scale factor per point
         * @param columns columns of the whole model; this component's begin at {@code at}
         */
        void columns(double[] p, int at, double[] scale, double[][] columns);
    }
}
