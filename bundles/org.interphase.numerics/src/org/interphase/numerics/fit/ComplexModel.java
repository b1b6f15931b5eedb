package org.interphase.numerics.fit;

/**
 * A complex-valued model, such as an impedance over frequency, with the memory to evaluate it without allocating. For
 * one thread. Arrays returned are overwritten by the next {@link #evaluate} and not to be written to.
 */
public interface ComplexModel {

    /** Number of complex values. */
    int points();

    /**
     * Evaluates the model.
     *
     * @param p values of all parameters
     * @param derivatives whether derivatives by the parameters are wanted too
     */
    void evaluate(double[] p, boolean derivatives);

    /** Real parts. */
    double[] re();

    /** Imaginary parts. */
    double[] im();

    /** Derivatives of the real parts by a parameter. */
    double[] dRe(int parameter);

    /** Derivatives of the imaginary parts by a parameter. */
    double[] dIm(int parameter);
}
