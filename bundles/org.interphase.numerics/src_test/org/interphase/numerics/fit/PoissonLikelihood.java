package org.interphase.numerics.fit;

/**
 * Maximum likelihood for counts. Weights from the data themselves pull every fit low by about chi-square counts in all,
 * because low fluctuations get high weights; here the variances come from the fitted curve and the fit is repeated
 * until it no longer moves. At the fixed point the weighted least-squares equations are those of the Poisson likelihood
 * (A. Charnes, E. L. Frome and P. L. Yu, J. Am. Stat. Assoc. 71 (1976) 169).
 */
final class PoissonLikelihood {

    private static final int ROUNDS = 20;
    private static final double SMALLEST_MEAN = 1e-3;

    private PoissonLikelihood() {
    }

    /**
     * Fits counts.
     *
     * @param counts unsubtracted counts, not negative
     * @return the fit of the last round; its weights are those of the fitted curve
     * @throws IllegalArgumentException as {@link Weights#poisson(double[])} and {@link Fitter#fit}
     */
    static FitResult fit(Model model, Parameters parameters, double[] counts, FitOptions options) {
        Fitter fitter = new Fitter(model, parameters, options);
        FitResult fit = fitter.fit(counts, Weights.poisson(counts));
        double[] sigma = new double[counts.length];
        for (int round = 0; round < ROUNDS; round++) {
            double[] curve = fit.fitted();
            for (int i = 0; i < sigma.length; i++) {
                sigma[i] = Math.sqrt(Math.max(curve[i], SMALLEST_MEAN));
            }
            FitResult next = fitter.fit(counts, Weights.sigma(sigma), fit.values());
            boolean settled = true;
            for (int j = 0; j < parameters.size(); j++) {
                double move = Math.abs(next.value(j) - fit.value(j));
                settled &= !(move > 1e-4 * next.uncertainty(j) && move > 1e-14 * Math.abs(next.value(j)));
            }
            fit = next;
            if (settled) {
                break;
            }
        }
        return fit;
    }
}
