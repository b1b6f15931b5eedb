package org.interphase.numerics.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The outcome of one fit; immutable. Arrays returned are copies. Parameters are addressed by position or by name; fixed
 * parameters have zero uncertainty, tied ones the uncertainty that follows from their sources.
 */
public final class FitResult {

    /** Everything a fitter hands over; arrays belong to the result from then on. */
    record Raw(Parameters parameters, int[] free, double[] values, double[] sigma, double[] covariance,
            double[] unbound, double[] data, double[] fitted, double[] inverseSigma, Weights weights, double chiSquare,
            double cost, StopReason reason, int iterations, int evaluations, Identifiability identifiability) {
    }

    private final Raw raw;

    FitResult(Raw raw) {
        this.raw = raw;
    }

    /** The parameters as given (start values, bounds, ties). */
    public Parameters parameters() {
        return raw.parameters;
    }

    /** Fitted values in parameter order. */
    public double[] values() {
        return raw.values.clone();
    }

    /** Fitted value of parameter i. */
    public double value(int i) {
        return raw.values[i];
    }

    /** Fitted value of a parameter; the name must be one of {@link #parameters()}. */
    public double value(String name) {
        return raw.values[raw.parameters.indexOf(name)];
    }

    /** Standard uncertainties in parameter order. */
    public double[] uncertainties() {
        return raw.sigma.clone();
    }

    /** Standard uncertainty; +Infinity where the data do not determine the parameter; see {@link Identifiability}. */
    public double uncertainty(int i) {
        return raw.sigma[i];
    }

    /** As {@link #uncertainty(int)}, by name. */
    public double uncertainty(String name) {
        return raw.sigma[raw.parameters.indexOf(name)];
    }

    /** Covariance of parameters i and j. */
    public double covariance(int i, int j) {
        return raw.covariance[i * raw.values.length + j];
    }

    /** Covariance matrix of all parameters (zero rows for fixed ones and those at a bound). */
    public double[][] covariance() {
        return square(raw.covariance);
    }

    /**
     * Covariance matrix of all parameters as it would be without bounds, at the same place: what a bound takes from
     * the uncertainties is given back. Equal to {@link #covariance()} if no bound was reached; empty if the data do
     * not determine the parameters without their bounds.
     */
    public Optional<double[][]> unboundCovariance() {
        if (raw.identifiability.atBound().isEmpty()) {
            return Optional.of(covariance());
        }
        return raw.unbound == null ? Optional.empty() : Optional.of(square(raw.unbound));
    }

    private double[][] square(double[] rows) {
        int k = raw.values.length;
        double[][] c = new double[k][];
        for (int i = 0; i < k; i++) {
            c[i] = java.util.Arrays.copyOfRange(rows, i * k, (i + 1) * k);
        }
        return c;
    }

    /** Correlation of parameters i and j; zero if either has no variance, one on the diagonal. */
    public double correlation(int i, int j) {
        double v = covariance(i, i) * covariance(j, j);
        return i == j ? 1 : v > 0 ? covariance(i, j) / Math.sqrt(v) : 0;
    }

    /** Standard uncertainty of a derived quantity with the given gradient by all parameters: sqrt(g^T C g). */
    public double propagate(double[] gradient) {
        int k = raw.values.length;
        if (gradient.length != k) {
            throw new IllegalArgumentException("Expected a gradient of " + k + " entries, got " + gradient.length);
        }
        double sum = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k && gradient[i] != 0; j++) {
                sum += gradient[i] * raw.covariance[i * k + j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(sum, 0));
    }

    /** Predicted values. */
    public double[] fitted() {
        return raw.fitted.clone();
    }

    /** Data minus predicted values, not divided by sigma. */
    public double[] residuals() {
        double[] d = new double[raw.data.length];
        for (int i = 0; i < d.length; i++) {
            d[i] = raw.data[i] - raw.fitted[i];
        }
        return d;
    }

    /** Residuals divided by the standard deviations the weights state. */
    public double[] weightedResiduals() {
        double[] d = residuals();
        for (int i = 0; i < d.length; i++) {
            d[i] *= raw.inverseSigma[i];
        }
        return d;
    }

    /** Weighted sum of squared residuals. */
    public double chiSquare() {
        return raw.chiSquare;
    }

    /** The minimised function: chi-square, or the robust loss. */
    public double cost() {
        return raw.cost;
    }

    /** Points minus free parameters. */
    public int degreesOfFreedom() {
        return raw.data.length - raw.free.length;
    }

    /** Chi-square per degree of freedom; NaN without degrees of freedom. */
    public double reducedChiSquare() {
        return degreesOfFreedom() > 0 ? raw.chiSquare / degreesOfFreedom() : Double.NaN;
    }

    /**
     * Akaike's information criterion up to a constant of the data: {@code chi2 + 2k} for absolute weights, {@code n
     * ln(chi2/n) + 2k} otherwise (k free parameters, one more for the unknown noise).
     */
    public double aic() {
        return misfit() + 2.0 * informationParameters();
    }

    /** Schwarz's criterion, as {@link #aic()} with {@code k ln n} in place of {@code 2k}. */
    public double bic() {
        return misfit() + informationParameters() * Math.log(raw.data.length);
    }

    private double misfit() {
        int n = raw.data.length;
        return raw.weights.absolute() ? raw.chiSquare : n * Math.log(raw.chiSquare / n);
    }

    private int informationParameters() {
        return raw.free.length + (raw.weights.absolute() ? 0 : 1);
    }

    /** The weights the data were fitted with. */
    public Weights weights() {
        return raw.weights;
    }

    /** Why the iteration ended. */
    public StopReason stopReason() {
        return raw.reason;
    }

    /** Whether the fit ended in a minimum. */
    public boolean converged() {
        return raw.reason.converged();
    }

    /** Steps tried. */
    public int iterations() {
        return raw.iterations;
    }

    /** Evaluations of the model. */
    public int evaluations() {
        return raw.evaluations;
    }

    /** Positions of the free parameters. */
    public int[] free() {
        return raw.free.clone();
    }

    /** How well the data determine the parameters. */
    public Identifiability identifiability() {
        return raw.identifiability;
    }

    /** What an analyst should know about this fit, each a sentence; empty when all is well. */
    public List<String> remarks() {
        List<String> sentences = new ArrayList<>();
        if (!converged()) {
            sentences.add("The fit " + raw.reason.text() + " after " + raw.iterations + " steps.");
        }
        if (degreesOfFreedom() == 0 && !raw.weights.absolute()) {
            sentences.add("There are as many parameters as points: no uncertainty can be estimated.");
        }
        sentences.addAll(raw.identifiability.findings());
        return sentences;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                "%s, chi-square %.6g, %d degrees of freedom%n",
                raw.reason.text(), raw.chiSquare, degreesOfFreedom()));
        for (int i = 0; i < raw.values.length; i++) {
            text.append(String.format(Locale.ROOT, "  %s = %.8g +- %.3g%n", raw.parameters.get(i).name(), raw.values[i],
                    raw.sigma[i]));
        }
        return text.toString();
    }
}
