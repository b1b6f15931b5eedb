package org.interphase.numerics.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What may be said of a fit and its parameters. Standard uncertainties hold the noise as it is, what the misfit of the
 * model implies, and what a bound that was reached may have changed.
 */
public final class FitVerdict {

    /**
     * What uncertainties are made of; square over all parameters in their order.
     *
     * @param scatter covariance by the noise, bounds not held against it
     * @param misfit covariance by the misfit
     * @param visible the same without what the parameters absorb out of sight
     * @param shift how far the parameters would move without bounds
     * @param strong whether the misfit may cast doubt
     */
    record Parts(double[][] scatter, double[][] misfit, double[][] visible, double[] shift, boolean strong) {
    }

    private final Parts parts;
    private final double noise;
    private final ResidualTests tests;
    private final List<Ground> common;
    private final Map<Integer, List<Ground>> own;

    FitVerdict(Parts parts, double noise, ResidualTests tests, List<Ground> common, Map<Integer, List<Ground>> own) {
        this.parts = parts;
        this.noise = noise;
        this.tests = tests;
        this.common = List.copyOf(common);
        this.own = Map.copyOf(own);
    }

    /** Covariance of all parameters, in their order, widened by the misfit and by the effect of bounds. */
    public double[][] covariance() {
        int k = parts.shift.length;
        double[][] out = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                out[i][j] = parts.scatter[i][j] + parts.misfit[i][j] + parts.shift[i] * parts.shift[j];
            }
        }
        return out;
    }

    /** Standard uncertainty of a quantity with this gradient by all parameters. */
    public double propagate(double[] gradient) {
        double n = scatter(gradient);
        double m = misfit(gradient);
        double s = shift(gradient);
        return Math.sqrt(n * n + m * m + s * s);
    }

    /** The part of a quantity's standard uncertainty that comes from the noise. */
    public double scatter(double[] gradient) {
        return form(gradient, parts.scatter);
    }

    /** The part of a quantity's standard uncertainty that comes from the misfit. */
    public double misfit(double[] gradient) {
        return form(gradient, parts.misfit);
    }

    /**
     * The same without what the parameters absorb out of sight: for callers that find out by other models what the
     * residuals can't show.
     */
    public double visibleMisfit(double[] gradient) {
        return form(gradient, parts.visible);
    }

    /** Whether the misfit is established and may cast doubt; it widens uncertainties already before. */
    public boolean misfitEstablished() {
        return parts.strong;
    }

    /** By how much a quantity would change if the bounds that were reached were taken away, to first order. */
    public double shift(double[] gradient) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            sum += gradient[i] * parts.shift[i];
        }
        return sum;
    }

    private static double form(double[] gradient, double[][] covariance) {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length && gradient[i] != 0; j++) {
                sum += gradient[i] * covariance[i][j] * gradient[j];
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    /** Variance of the noise over what the weights say; 1 where they are right. */
    public double noise() {
        return noise;
    }

    /** The tests of the residuals. */
    public ResidualTests tests() {
        return tests;
    }

    /** What speaks against all parameters alike. */
    public List<Ground> grounds() {
        return common;
    }

    /** What speaks against one parameter, the common grounds included. */
    public List<Ground> grounds(int parameter) {
        List<Ground> all = new ArrayList<>(own.getOrDefault(parameter, List.of()));
        all.addAll(common);
        return all;
    }
}
