package org.interphase.numerics.fit;

/** The shortest way to a fit. */
public final class LeastSquares {

    private LeastSquares() {
    }

    /**
     * Minimises the weighted sum of squared residuals with default options.
     *
     * @see Fitter#fit(double[], Weights, double[])
     */
    public static FitResult fit(Model model, Parameters parameters, double[] y, Weights weights) {
        return fit(model, parameters, y, weights, FitOptions.defaults());
    }

    /**
     * Minimises the weighted sum of squared residuals.
     *
     * @see Fitter#fit(double[], Weights, double[])
     */
    public static FitResult fit(Model model, Parameters parameters, double[] y, Weights weights, FitOptions options) {
        return new Fitter(model, parameters, options).fit(y, weights);
    }
}
