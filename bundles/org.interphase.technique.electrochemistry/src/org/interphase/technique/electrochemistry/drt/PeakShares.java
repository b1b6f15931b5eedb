package org.interphase.technique.electrochemistry.drt;

import java.util.Arrays;
import org.interphase.numerics.fit.LeastSquares;
import org.interphase.numerics.fit.Model;
import org.interphase.numerics.fit.Parameter;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.Weights;

/**
 * Which part of a distribution of relaxation times belongs to which of its overlapping peaks. Each peak is given the
 * shape a ZARC element has, R/(2π) sin((1-φ)π) / (cosh(φ ln(τ/τ0)) - cos((1-φ)π)), their sum is fitted to the
 * distribution, and every grid point is shared in proportion. The shares add up to one, so the total is kept.
 */
final class PeakShares {

    private static final double LEAST_PHI = 0.3;
    private static final double MOST_PHI = 0.99;

    private PeakShares() {
    }

    /**
     * Shares per peak and grid point.
     *
     * @param tau time constants, ascending
     * @param gamma distribution
     * @param tops grid indices of the maxima
     * @return for each peak a share of each grid point between 0 and 1
     */
    static double[][] of(double[] tau, double[] gamma, int[] tops) {
        int peaks = tops.length;
        double[][] out = new double[peaks][tau.length];
        if (peaks == 1) {
            Arrays.fill(out[0], 1);
            return out;
        }
        double[] log = Arrays.stream(tau).map(Math::log).toArray();
        Parameter[] start = new Parameter[3 * peaks];
        for (int i = 0; i < peaks; i++) {
            double h = gamma[tops[i]];
            double t = log[tops[i]];
            start[3 * i] = Parameter.of("height" + i, h, 0.3 * h, 2 * h);
            start[3 * i + 1] = Parameter.of("position" + i, t, t - 1.2, t + 1.2);
            start[3 * i + 2] = Parameter.of("phi" + i, 0.7, LEAST_PHI, MOST_PHI);
        }
        Model model = Model.numeric(tau.length, start.length, (p, f) -> {
            Arrays.fill(f, 0);
            for (int i = 0; i < peaks; i++) {
                for (int k = 0; k < f.length; k++) {
                    f[k] += shape(p, i, log[k]);
                }
            }
        });
        double[] p = LeastSquares.fit(model, Parameters.of(start), gamma, Weights.unit()).values();
        for (int k = 0; k < tau.length; k++) {
            double sum = 0;
            for (int i = 0; i < peaks; i++) {
                out[i][k] = shape(p, i, log[k]);
                sum += out[i][k];
            }
            for (int i = 0; i < peaks; i++) {
                out[i][k] /= sum;
            }
        }
        return out;
    }

    /** Height times the ZARC shape normalised to one at its maximum. */
    private static double shape(double[] p, int peak, double log) {
        double c = Math.cos((1 - p[3 * peak + 2]) * Math.PI);
        double x = p[3 * peak + 2] * (log - p[3 * peak + 1]);
        return p[3 * peak] * (1 - c) / (Math.cosh(Math.min(Math.abs(x), 300)) - c);
    }
}
