package org.interphase.numerics.internal.kernel;

/**
 * The few loops in which a fit spends its time. There is a plain implementation and, where the incubating Vector API is
 * present, one that uses it; both agree to rounding. All methods work on the first {@code n} entries of their arrays,
 * are free of side effects other than on the arrays named as output, and allocate nothing.
 *
 * <p>Peak loops use t = (x - centre) / width, L = 1 / (1 + 4 t^2) and G = exp(-4 ln2 t^2): the unit-height Lorentzian
 * and Gaussian of full width at half maximum {@code width}.
 */
public interface Kernel {

    /** Name for reports: {@code plain} or {@code vector}. */
    String name();

    /** {@code r = (y - f) * s}; returns the sum of squares. */
    double residuals(double[] y, double[] f, double[] s, double[] r, int n);

    /**
     * Normal equations: lower triangle of {@code a[j * m + k] = sum_i columns[j][i] * columns[k][i]} and
     * {@code g[j] = sum_i columns[j][i] * r[i]}.
     */
    void normal(double[][] columns, int m, double[] r, int n, double[] a, double[] g);

    /** Stores L and adds {@code height * L} to {@code f}. */
    void lorentzian(double[] x, double centre, double width, double height, double[] lorentz, double[] f, int n);

    /** Stores G and adds {@code height * G} to {@code f}. */
    void gaussian(double[] x, double centre, double width, double height, double[] gauss, double[] f, int n);

    /** Stores L and G and adds {@code height * (mix * L + (1 - mix) * G)} to {@code f}. */
    void pseudoVoigt(double[] x, double centre, double width, double height, double mix, double[] lorentz,
            double[] gauss, double[] f, int n);

    /** Columns centre, height, width of a Lorentzian, each times {@code s}, from the stored L. */
    void lorentzianColumns(double[] x, double centre, double width, double height, double[] lorentz, double[] s,
            double[] dCentre, double[] dHeight, double[] dWidth, int n);

    /** Columns centre, height, width of a Gaussian, each times {@code s}, from the stored G. */
    void gaussianColumns(double[] x, double centre, double width, double height, double[] gauss, double[] s,
            double[] dCentre, double[] dHeight, double[] dWidth, int n);

    /** Columns centre, height, width, mix of a pseudo-Voigt, each times {@code s}, from the stored L and G. */
    void pseudoVoigtColumns(double[] x, double centre, double width, double height, double mix, double[] lorentz,
            double[] gauss, double[] s, double[] dCentre, double[] dHeight, double[] dWidth, double[] dMix, int n);

    /** {@code out = exp(z)} for {@code z <= 0}; relative error below 1e-15, zero below the smallest normal number. */
    void expNegative(double[] z, double[] out, int n);
}
