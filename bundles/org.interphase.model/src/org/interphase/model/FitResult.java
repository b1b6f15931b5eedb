package org.interphase.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of a least-squares fit as one immutable value.
 *
 * @param title what was fitted
 * @param components names of the components in order
 * @param parameters all parameters in order, tied and fixed ones included
 * @param covariance square matrix over {@code parameters} in their order (rows and columns of fixed ones are zero);
 *     copied
 * @param x abscissa of the fitted points; copied
 * @param residuals weighted residuals (data - model) / sigma at x; copied
 * @param statistics goodness of fit
 */
public record FitResult(String title, List<String> components, List<FitParameter> parameters, double[][] covariance,
        double[] x, double[] residuals, Statistics statistics) implements Product {

    /**
     * Goodness of fit.
     *
     * @param chiSquare sum of squared weighted residuals
     * @param degreesOfFreedom points minus free parameters
     * @param aic Akaike's information criterion
     * @param bic Bayesian information criterion
     * @param converged whether the fit met its tolerance
     * @param reason why it stopped, for people
     * @param evaluations number of model evaluations
     */
    public record Statistics(double chiSquare, int degreesOfFreedom, double aic, double bic, boolean converged,
            String reason, int evaluations) {

        /** Chi-square per degree of freedom; NaN if there is none. */
        public double reducedChiSquare() {
            return degreesOfFreedom > 0 ? chiSquare / degreesOfFreedom : Double.NaN;
        }
    }

    /** @throws IllegalArgumentException if the covariance is not square over the parameters */
    public FitResult {
        Objects.requireNonNull(title, "title");
        components = List.copyOf(components);
        parameters = List.copyOf(parameters);
        covariance = deepCopy(covariance);
        x = x.clone();
        residuals = residuals.clone();
        if (covariance.length != parameters.size()) {
            throw new IllegalArgumentException(
                    "covariance of " + covariance.length + " rows for " + parameters.size() + " parameters");
        }
    }

    private static double[][] deepCopy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    /** A copy of the covariance matrix. */
    @Override
    public double[][] covariance() {
        return deepCopy(covariance);
    }

    /** A copy of the abscissa. */
    @Override
    public double[] x() {
        return x.clone();
    }

    /** A copy of the weighted residuals. */
    @Override
    public double[] residuals() {
        return residuals.clone();
    }

    /** A component's parameter by name. */
    public Optional<FitParameter> parameter(String component, String name) {
        return parameters.stream().filter(p -> p.component().equals(component) && p.name().equals(name)).findFirst();
    }

    /** Index of a component's parameter in {@link #parameters()} and {@link #covariance()}, or -1. */
    public int indexOf(String component, String name) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).component().equals(component) && parameters.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
