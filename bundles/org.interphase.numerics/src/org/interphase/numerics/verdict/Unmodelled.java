package org.interphase.numerics.verdict;

import java.util.List;
import org.apache.commons.math3.special.Erf;

/**
 * What data may hold of known shapes that a fitted model does not have, though the residuals do not show them: the
 * average over models with none and with one of the shapes (J. A. Hoeting, D. Madigan, A. E. Raftery, C. T. Volinsky,
 * Statistical Science 14 (1999) 382), amplitudes normally distributed before the data are looked at, effects on the
 * parameters to first order. Where the data exclude a shape it adds nothing; where they can't tell, its usual size
 * does.
 */
public final class Unmodelled {

    /**
     * A shape.
     *
     * @param change what an amplitude of one adds to the weighted data
     * @param size standard deviation of the amplitude before the data are looked at
     * @param probability that the data hold it, before they are looked at
     * @param positive whether the amplitude can't be negative
     */
    public record Shape(double[] change, double size, double probability, boolean positive) {
    }

    private Unmodelled() {
    }

    /**
     * What the shapes add to the covariance of the parameters: the mean square of their effects, each with the
     * probability that the data leave it.
     *
     * @param fit what the parameters take up
     * @param residuals weighted
     * @param noise variance of the noise of the weighted data
     */
    public static double[][] covariance(Absorption fit, double[] residuals, double noise, List<Shape> shapes) {
        int k = fit.unit().length;
        double[][] out = new double[k][k];
        double[][] effects = new double[shapes.size()][];
        double[] odds = new double[effects.length];
        double[] squares = new double[effects.length];
        double none = 1;
        for (Shape s : shapes) {
            none -= s.probability;
        }
        double most = Math.log(none);
        for (int j = 0; j < effects.length; j++) {
            Shape s = shapes.get(j);
            effects[j] = fit.taken(s.change);
            Absorption.Amplitude a = fit.amplitude(s.change, effects[j], residuals);
            double precision = a.information() / noise + 1 / (s.size * s.size);
            double mean = a.value() * a.information() / noise / precision;
            double z = mean * Math.sqrt(precision);
            odds[j] = Math.log(s.probability / (s.size * Math.sqrt(precision))) + 0.5 * z * z;
            squares[j] = mean * mean + 1 / precision;
            if (s.positive) {
                // the normal distribution cut at zero, of which the one before the data keeps a half
                double above = 0.5 * Erf.erfc(-z / Math.sqrt(2));
                odds[j] += above > 0 ? Math.log(2 * above) : Double.NEGATIVE_INFINITY;
                double hazard = above > 0 ? Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI) / above : 0;
                squares[j] = above > 0 ? Math.max(0, 1 + z * z + z * hazard) / precision : 0;
            }
            most = Math.max(most, odds[j]);
        }
        double sum = Math.exp(Math.log(none) - most);
        for (double o : odds) {
            sum += Math.exp(o - most);
        }
        for (int j = 0; j < effects.length; j++) {
            double weight = squares[j] * Math.exp(odds[j] - most) / sum;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    out[a][b] += weight * effects[j][a] * effects[j][b];
                }
            }
        }
        return out;
    }
}
