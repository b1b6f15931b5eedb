package org.interphase.technique.vibrational.pvdf;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.interphase.numerics.shape.PeakFeatures;
import org.interphase.technique.vibrational.bands.LocalFit;

/** Share of the beta phase from the absorbances of one alpha and one beta band. */
public final class BetaFraction {

    /** Beyond so many standard uncertainties outside of 0 to 1 no share explains the absorbances. */
    public static final double IMPOSSIBLE = 3;
    private static final double TINY = 1e-10;
    private static final double BELOW = 0.05;

    private BetaFraction() {
    }

    /**
     * F = A_b / (k A_a + A_b) with k = K_b / K_a (Gregorio and Cestari, J. Polym. Sci. B 32 (1994) 859), and its
     * standard uncertainty by the law of propagation: dF/dA_b = k A_a / D^2, dF/dA_a = -k A_b / D^2, D = k A_a + A_b.
     *
     * @param alpha absorbance of the alpha band
     * @param alphaU its standard uncertainty
     * @param beta absorbance of the beta band
     * @param betaU its standard uncertainty
     * @param covariance of the two
     * @param k ratio of absorption coefficients
     * @return F and its standard uncertainty
     */
    public static double[] of(double alpha, double alphaU, double beta, double betaU, double covariance, double k) {
        double d = k * alpha + beta;
        double da = -k * beta / (d * d);
        double db = k * alpha / (d * d);
        double variance = da * da * alphaU * alphaU + db * db * betaU * betaU + 2 * da * db * covariance;
        return new double[] {beta / d, Math.sqrt(Math.max(0, variance))};
    }

    /** The same from a fit that holds both bands, with their covariance; the choice of the baseline is not in it. */
    public static double[] of(LocalFit fit, String alpha, String beta, LocalFit.Quantity quantity, double k) {
        PeakFeatures.Estimate a = fit.estimate(alpha, quantity);
        PeakFeatures.Estimate b = fit.estimate(beta, quantity);
        return of(a.value(), a.uncertainty(), b.value(), b.uncertainty(), fit.covariance(alpha, beta, quantity), k);
    }

    /** The share that is exceeded with 95 %, of the same distribution as {@link #withinRange}. */
    public static double atLeast(double f, double u) {
        if (!(u > 0)) {
            return withinRange(f, u)[0];
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double below = normal.cumulativeProbability(-f / u);
        double inside = normal.cumulativeProbability((1 - f) / u) - below;
        if (inside < TINY) {
            double[] end = withinRange(f, u);
            return Math.max(0, end[0] + end[1] * (1 + Math.log(BELOW)));
        }
        return f + u * normal.inverseCumulativeProbability(below + BELOW * inside);
    }

    /**
     * What is known of a share that was measured as f with the standard uncertainty u, given that shares lie between
     * 0 and 1: mean and standard deviation of the normal distribution cut off there (Johnson, Kotz and Balakrishnan,
     * Continuous Univariate Distributions, vol. 1, 1994, 13.10.1).
     */
    public static double[] withinRange(double f, double u) {
        if (!(u > 0)) {
            return new double[] {Math.min(1, Math.max(0, f)), u};
        }
        NormalDistribution normal = new NormalDistribution(null, 0, 1);
        double a = -f / u;
        double b = (1 - f) / u;
        double inside = normal.cumulativeProbability(b) - normal.cumulativeProbability(a);
        if (inside < TINY) {
            // far outside the tail falls exponentially from the end of the range
            double depth = u / Math.max(1, Math.abs(f > 0.5 ? b : a));
            return new double[] {f > 0.5 ? 1 - depth : depth, depth};
        }
        double pa = normal.density(a);
        double pb = normal.density(b);
        double shift = (pa - pb) / inside;
        // far away ends have no density, and infinity times zero is to be zero
        double ends = ((pa > 0 ? a * pa : 0) - (pb > 0 ? b * pb : 0)) / inside;
        return new double[] {f + u * shift, u * Math.sqrt(Math.max(0, 1 + ends - shift * shift))};
    }
}
