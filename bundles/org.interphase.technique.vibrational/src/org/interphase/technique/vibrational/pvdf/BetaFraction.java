package org.interphase.technique.vibrational.pvdf;

/** Share of the beta phase from the absorbances of one alpha and one beta band. */
public final class BetaFraction {

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
}
