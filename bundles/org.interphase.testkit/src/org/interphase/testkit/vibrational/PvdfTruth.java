package org.interphase.testkit.vibrational;

import java.util.SplittableRandom;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;

/**
 * Infrared absorbance of a mixture of alpha and beta (and gamma) PVDF with a curved baseline and normal noise. The
 * heights at 763 and 840 cm-1 follow Beer's law with 6.1e4 and 7.7e4 cm2/mol, so that the beta fraction is exact.
 *
 * @param curve the spectrum
 * @param beta true beta fraction
 * @param alphaHeight true height at 763 cm-1
 * @param betaHeight true height at 840 cm-1
 */
public record PvdfTruth(Curve curve, double beta, double alphaHeight, double betaHeight) {

    private static final double K_ALPHA = 6.1e4;
    private static final double K_BETA = 7.7e4;

    /**
     * A mixture.
     *
     * @param beta beta fraction of alpha and beta
     * @param gamma height of gamma's band at 1234 cm-1 over that of a pure beta's at 1275; adds to 840 too
     * @param noise standard deviation of the noise
     */
    public static PvdfTruth of(double beta, double gamma, double noise, long seed) {
        double amount = 2e-6;
        return ofHeights(K_ALPHA * amount * (1 - beta), K_BETA * amount * beta, gamma, noise, seed);
    }

    /** A spectrum with given heights at 763 and 840 cm-1. */
    public static PvdfTruth ofHeights(double alpha, double beta, double gamma, double noise, long seed) {
        double[] x = Bands.grid(500, 1800, 1);
        double[] y = new double[x.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            double t = (v - 1150) / 650;
            double a = 0;
            a += Bands.lorentzian(v, 532, 10, 0.9 * alpha) + Bands.lorentzian(v, 614, 9, 1.1 * alpha);
            a += Bands.lorentzian(v, 763, 11, alpha) + Bands.lorentzian(v, 795, 12, 0.8 * alpha);
            a += Bands.gaussian(v, 855, 16, 0.7 * alpha) + Bands.lorentzian(v, 976, 13, 0.9 * alpha);
            a += Bands.gaussian(v, 1210, 16, 1.0 * alpha);
            double b = beta + gamma * 0.3 * beta;
            a += Bands.gaussian(v, 510, 14, 0.6 * b) + Bands.gaussian(v, 840, 18, b);
            a += Bands.gaussian(v, 1275, 16, 1.1 * beta) + Bands.gaussian(v, 1234, 15, gamma * 1.1 * beta);
            double all = alpha + beta;
            a += Bands.gaussian(v, 877, 20, 1.5 * all) + Bands.gaussian(v, 1180, 30, 2 * all)
                    + Bands.gaussian(v, 1403, 22, 1.3 * all) + Bands.gaussian(v, 1072, 18, 0.9 * all);
            double baseline = 0.05 + 0.03 * t + 0.04 * t * t + 0.05 * Math.exp(-(v - 500) / 350);
            y[i] = baseline + a + noise * random.nextGaussian();
        }
        DatasetHeader header = DatasetHeader.of("simulated PVDF", "ftir.absorbance",
                Metadata.EMPTY.with("synthetic", true));
        Curve curve = new Curve(header, Axis.of("Wavenumber", Unit.of("cm-1"), x, Direction.DESCENDING),
                Signal.of("Absorbance", Unit.ONE, y));
        double fraction = beta / (K_BETA / K_ALPHA * alpha + beta);
        return new PvdfTruth(curve, fraction, alpha, beta);
    }
}
