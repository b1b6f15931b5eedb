package org.interphase.numerics.fit;

import java.util.Arrays;
import org.interphase.numerics.linear.SymmetricEigen;

/**
 * Covariance of fitted parameters from the information matrix J'WJ in the varying coordinates.
 *
 * @param covariance over all model parameters, natural values; NaN rows where a parameter is not determined
 * @param correlation over the varying parameters
 * @param condition ratio of the largest to the smallest eigenvalue of the scaled information matrix
 */
public record FitUncertainty(double[][] covariance, double[][] correlation, double condition) {

    /** Relative eigenvalue below which a direction is lost in rounding. */
    private static final double SINGULAR = 1e-13;

    /**
     * @param information J'WJ over the varying parameters
     * @param variance factor on its inverse: 1 for absolute weights, else chi-square per degree of freedom
     * @param p natural values of all parameters
     * @param excluded varying parameters on a bound, taken as exactly known
     */
    static FitUncertainty of(double[] information, double variance, double[] p, ParameterSpace space,
            boolean[] excluded) {
        int m = space.size();
        double[] scale = new double[m];
        double[][] scaled = new double[m][m];
        for (int i = 0; i < m; i++) {
            double d = information[i * m + i];
            scale[i] = d > 0 ? 1 / Math.sqrt(d) : 0;
        }
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                scaled[i][j] = excluded[i] || excluded[j] ? i == j ? 1 : 0
                        : information[i * m + j] * scale[i] * scale[j];
            }
        }
        SymmetricEigen eigen = new SymmetricEigen(scaled);
        double largest = Arrays.stream(eigen.values()).max().orElse(1);
        double smallest = Arrays.stream(eigen.values()).min().orElse(1);
        boolean[] lost = new boolean[m];
        double[][] inverse = new double[m][m];
        for (int e = 0; e < m; e++) {
            double value = Math.max(eigen.values()[e], SINGULAR * largest);
            for (int i = 0; i < m; i++) {
                lost[i] |= eigen.values()[e] < SINGULAR * largest && Math.abs(eigen.vector(i, e)) > 1e-3;
                for (int j = 0; j < m; j++) {
                    inverse[i][j] += eigen.vector(i, e) * eigen.vector(j, e) / value;
                }
            }
        }
        double[][] correlation = new double[m][m];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < m; j++) {
                correlation[i][j] = inverse[i][j] / Math.sqrt(inverse[i][i] * inverse[j][j]);
            }
        }
        int n = space.all();
        double[][] natural = new double[n][n];
        int[] number = new int[n];
        double[] factor = new double[n];
        Arrays.fill(number, -1);
        for (int k = 0; k < m; k++) {
            int i = space.parameter(k);
            number[i] = k;
            factor[i] = excluded[k] ? 0 : (space.isLog(k) ? p[i] : 1) * (scale[k] > 0 ? scale[k] : Double.NaN);
            factor[i] = lost[k] ? Double.NaN : factor[i];
        }
        for (int i = 0; i < n; i++) {
            if (space.source(i) >= 0) {
                number[i] = number[space.source(i)];
                factor[i] = factor[space.source(i)] * space.ratio(i);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                natural[i][j] = number[i] < 0 || number[j] < 0 ? 0
                        : variance * inverse[number[i]][number[j]] * factor[i] * factor[j];
            }
        }
        return new FitUncertainty(natural, correlation, smallest > 0 ? largest / smallest : Double.POSITIVE_INFINITY);
    }

    /** Standard uncertainty of a model parameter; 0 if held, NaN if not determined. */
    public double of(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }
}
