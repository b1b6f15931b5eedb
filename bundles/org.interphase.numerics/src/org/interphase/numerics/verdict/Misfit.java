package org.interphase.numerics.verdict;

import java.util.Arrays;
import org.apache.commons.math3.exception.MathArithmeticException;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.interphase.numerics.linear.SymmetricEigen;

/**
 * What a model leaves out, as a random smooth function beside the noise (model discrepancy: Kennedy and O'Hagan, J. R.
 * Stat. Soc. B 63 (2001) 425). Weighted residuals r = P (e + s B z): e is noise of variance sigma^2, B holds bells of
 * one width at regular places, z is standard normal, P takes off what the fitted parameters absorb. The variances
 * sigma^2 and s^2 and the width are those of the largest restricted likelihood (Patterson and Thompson, Biometrika 58
 * (1971) 545).
 * The part of the misfit that the parameters did absorb is invisible in the residuals; it is taken to be as large as
 * the part one sees, and its effect on the parameters is s^2 M M^t with M = C J^t B.
 */
final class Misfit {

    private static final double NARROWEST = 2;
    /** Widths double so often at least, and on while more bells than can be handled would lie side by side. */
    private static final int WIDTHS = 6;
    private static final int MOST_BELLS = 60;
    private static final int SEARCH = 40;
    /** Share of the largest below which a direction of the misfit counts as invisible. */
    private static final double LEAST = 1e-6;
    /** How much larger than what is left a part of the misfit may be taken that the parameters absorb. */
    private static final double TIMES = 4;

    /** Variance of the noise over what the weights say. */
    final double noise;
    /** How much better, as a difference of 2 ln(likelihood), the misfit describes the residuals than noise alone. */
    final double evidence;
    private final double variance;
    private final double[][] bells;
    private final double[][] absorbed;
    private final Eigen eigen;

    private Misfit(double noise, double evidence, double variance, double[][] bells, double[][] absorbed,
            Eigen eigen) {
        this.noise = noise;
        this.evidence = evidence;
        this.variance = variance;
        this.bells = bells;
        this.absorbed = absorbed;
        this.eigen = eigen;
    }

    /** Whether there is a misfit. */
    boolean exists() {
        return absorbed != null;
    }

    /** Covariance that the misfit adds to that of the parameters. */
    double[][] covariance() {
        return square(absorbed);
    }

    /**
     * The same without what the residuals can't show: of each independent direction of the misfit, the part that the
     * parameters absorb counts up to {@link #TIMES} the part that is left.
     */
    double[][] visibleCovariance() {
        int m = bells.length;
        int k = absorbed[0].length;
        double largest = Arrays.stream(eigen.values()).max().orElse(0);
        double[][] effect = new double[m][k];
        for (int j = 0; j < m; j++) {
            if (eigen.values()[j] <= LEAST * largest) {
                continue;
            }
            double[] whole = new double[bells[0].length];
            for (int b = 0; b < m; b++) {
                double v = eigen.vectors()[j][b];
                for (int i = 0; i < whole.length; i++) {
                    whole[i] += v * bells[b][i];
                }
                for (int a = 0; a < k; a++) {
                    effect[j][a] += v * absorbed[b][a];
                }
            }
            double seen = eigen.values()[j] / dot(whole, whole);
            double counted = seen < 1 ? Math.min(1, TIMES * Math.sqrt(seen / (1 - seen))) : 1;
            for (int a = 0; a < k; a++) {
                effect[j][a] *= counted;
            }
        }
        return square(effect);
    }

    private double[][] square(double[][] effects) {
        int k = effects[0].length;
        double[][] out = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                for (double[] e : effects) {
                    out[a][b] += variance * e[a] * e[b];
                }
            }
        }
        return out;
    }

    /**
     * Estimates the misfit.
     *
     * @param r weighted residuals, channels one after the other
     * @param channels number of channels
     * @param jacobian weighted derivatives, one column per parameter (as fitted, ties included)
     * @param unit covariance of the parameters for noise of variance one
     * @param free number of fitted parameters
     * @param envelopes amplitudes of the misfit over the points that are tried; each at most about one
     */
    static Misfit of(double[] r, int channels, double[][] jacobian, double[][] unit, int free, double[][] envelopes) {
        int nu = Math.max(1, r.length - free);
        double total = 0;
        for (double v : r) {
            total += v * v;
        }
        double alone = nu * Math.log(total / nu) + nu;
        Misfit best = new Misfit(total / nu, 0, 0, null, null, null);
        Absorption absorption = new Absorption(jacobian, unit);
        for (double[] envelope : envelopes) {
            double each = (double) r.length / channels;
            double width = NARROWEST / 2;
            for (int k = 1; k <= WIDTHS || channels * count(each, width) > MOST_BELLS; k++) {
                width *= 2;
                if (width * 4 > each) {
                    break;
                }
                if (channels * count(each, width) > MOST_BELLS) {
                    continue;
                }
                Misfit tried = of(r, total, nu, alone, absorption, bells(r.length, channels, width, envelope));
                best = tried != null && tried.evidence > best.evidence ? tried : best;
            }
        }
        return best;
    }

    private static Misfit of(double[] r, double total, int nu, double alone, Absorption absorption,
            double[][] bells) {
        int m = bells.length;
        if (m < 2) {
            return null;
        }
        double[][] absorbed = new double[m][];
        double[][] seen = new double[m][];
        for (int b = 0; b < m; b++) {
            absorbed[b] = absorption.taken(bells[b]);
            seen[b] = absorption.left(bells[b], absorbed[b]);
        }
        double[][] gram = new double[m][m];
        double[] along = new double[m];
        for (int a = 0; a < m; a++) {
            along[a] = dot(seen[a], r);
            for (int b = 0; b <= a; b++) {
                gram[a][b] = dot(seen[a], seen[b]);
                gram[b][a] = gram[a][b];
            }
        }
        Eigen eigen = Eigen.of(gram);
        double[] d2 = eigen.values();
        double largest = 0;
        for (double d : d2) {
            largest = Math.max(largest, d);
        }
        double[] size = new double[m];
        double[] part = new double[m];
        int used = 0;
        double inside = 0;
        for (int j = 0; j < m; j++) {
            if (d2[j] > LEAST * largest && used < nu - 1) {
                double u = dot(eigen.vectors()[j], along) / Math.sqrt(d2[j]);
                size[used] = d2[j];
                part[used++] = u * u;
                inside += u * u;
            }
        }
        double rest = Math.max(total - inside, 0);
        int restPoints = nu - used;
        double ratio = largestLikelihood(size, part, used, rest, restPoints);
        double noise = noise(ratio, size, part, used, rest, restPoints, nu);
        double evidence = alone - deviance(ratio, size, part, used, rest, restPoints, nu);
        return ratio > 0 ? new Misfit(noise, evidence, ratio * noise, bells, absorbed, eigen)
                : new Misfit(noise, 0, 0, null, null, null);
    }

    /** Eigenvalues, and an eigenvector for each. */
    private record Eigen(double[] values, double[][] vectors) {

        static Eigen of(double[][] symmetric) {
            try {
                EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(symmetric, false));
                return new Eigen(e.getRealEigenvalues(), e.getVT().getData());
            } catch (MaxCountExceededException | MathArithmeticException e) {
                // bells that the parameters all but absorb leave nearly equal rows; rotations always converge
                SymmetricEigen slow = new SymmetricEigen(symmetric);
                double[][] vectors = new double[symmetric.length][symmetric.length];
                for (int j = 0; j < vectors.length; j++) {
                    for (int k = 0; k < vectors.length; k++) {
                        vectors[j][k] = slow.vector(k, j);
                    }
                }
                return new Eigen(slow.values(), vectors);
            }
        }
    }

    /** Ratio s^2/sigma^2 of the largest likelihood, 0 if none is better than pure noise; golden section in its log. */
    private static double largestLikelihood(double[] size, double[] part, int used, double rest, int restPoints) {
        int nu = used + restPoints;
        double best = deviance(0, size, part, used, rest, restPoints, nu);
        double found = 0;
        double top = 0;
        for (int j = 0; j < used; j++) {
            top = Math.max(top, size[j]);
        }
        for (int i = 0; i <= SEARCH; i++) {
            double ratio = Math.pow(10, -3 + 9.0 * i / SEARCH) / top;
            double d = deviance(ratio, size, part, used, rest, restPoints, nu);
            if (d < best) {
                best = d;
                found = ratio;
            }
        }
        return found;
    }

    private static double noise(double ratio, double[] size, double[] part, int used, double rest, int restPoints,
            int nu) {
        double sum = rest;
        for (int j = 0; j < used; j++) {
            sum += part[j] / (1 + ratio * size[j]);
        }
        return sum / nu;
    }

    private static double deviance(double ratio, double[] size, double[] part, int used, double rest, int restPoints,
            int nu) {
        double log = nu * Math.log(noise(ratio, size, part, used, rest, restPoints, nu)) + nu;
        for (int j = 0; j < used; j++) {
            log += Math.log1p(ratio * size[j]);
        }
        return log;
    }

    private static int count(double each, double width) {
        return (int) Math.ceil(each / width) + 1;
    }

    /** Bells of one width, one width apart, times the envelope; per channel. */
    private static double[][] bells(int n, int channels, double width, double[] envelope) {
        int each = n / channels;
        int count = count(each, width);
        double[][] out = new double[count * channels][n];
        for (int c = 0; c < channels; c++) {
            for (int b = 0; b < count; b++) {
                double centre = c * each + b * (each - 1.0) / (count - 1);
                double[] bell = out[c * count + b];
                int from = Math.max(c * each, (int) (centre - 4 * width));
                int to = Math.min((c + 1) * each, (int) (centre + 4 * width) + 1);
                for (int i = from; i < to; i++) {
                    double t = (i - centre) / width;
                    bell[i] = Math.exp(-0.5 * t * t) * envelope[i];
                }
            }
        }
        return out;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
