package org.interphase.spectra.peak;

/**
 * A number that follows from the parameters of a fit.
 *
 * @param value the number; NaN if the fit has none
 * @param gradient its derivatives by all parameters of the fit, in their order
 * @param approximated by how much it would change if the lines were what their shape approximates
 */
record Derived(double value, double[] gradient, double approximated) {

    /** A number that does not hang on what a line's shape approximates. */
    Derived(double value, double[] gradient) {
        this(value, gradient, 0);
    }

    /** A parameter itself if there is exactly one whose derivative is 1 and no other counts; else -1. */
    int parameter() {
        int found = -1;
        for (int i = 0; i < gradient.length; i++) {
            if (gradient[i] != 0) {
                if (found >= 0 || gradient[i] != 1) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }
}
