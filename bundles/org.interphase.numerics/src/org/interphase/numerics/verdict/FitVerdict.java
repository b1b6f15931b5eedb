package org.interphase.numerics.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What may be said of a fit and its parameters. Standard uncertainties hold the noise as it is and what the misfit of
 * the model implies.
 */
public final class FitVerdict {

    private final double[][] covariance;
    private final double noise;
    private final ResidualTests tests;
    private final List<Ground> common;
    private final Map<Integer, List<Ground>> own;

    FitVerdict(double[][] covariance, double noise, ResidualTests tests, List<Ground> common,
            Map<Integer, List<Ground>> own) {
        this.covariance = covariance;
        this.noise = noise;
        this.tests = tests;
        this.common = List.copyOf(common);
        this.own = Map.copyOf(own);
    }

    /** Covariance of all parameters, in their order, widened by the misfit. */
    public double[][] covariance() {
        double[][] out = new double[covariance.length][];
        for (int i = 0; i < out.length; i++) {
            out[i] = covariance[i].clone();
        }
        return out;
    }

    /** Standard uncertainty of a quantity with this gradient by all parameters. */
    public double propagate(double[] gradient) {
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
