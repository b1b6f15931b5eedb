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
 * Infrared absorbance of PVDF with random shares, amounts, positions, widths and line shapes, and one flaw.
 *
 * @param curve the spectrum
 * @param beta true share of beta among alpha and beta
 * @param alpha763 true height at 763 cm-1
 * @param beta840 true height at 840 cm-1
 * @param beta1275 true height at 1275 cm-1
 * @param alpha614 true height at 614 cm-1
 */
public record PvdfChallenge(Curve curve, double beta, double alpha763, double beta840, double beta1275,
        double alpha614) {

    private static final double K = 7.7e4 / 6.1e4;

    /**
     * A spectrum.
     *
     * @param level 0 to 1: how bad the flaw is
     */
    public static PvdfChallenge of(SpectrumFlaw flaw, double level, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double amount = 0.05 + 0.25 * random.nextDouble();
        double fraction = random.nextInt(8) == 0 ? random.nextInt(2) : random.nextDouble();
        // heights that give this share
        double alpha = amount * (1 - fraction);
        double beta = K * amount * fraction;
        double lean = flaw == SpectrumFlaw.LEANING ? 0.05 + 0.25 * level : 0;
        double[] x = Bands.grid(500, 2800, flaw == SpectrumFlaw.COARSE ? 2 + 2 * level : 1);
        double[] y = new double[x.length];
        double all = alpha + beta;
        double[][] bands = {{532, 10, 0.9 * alpha}, {614, 9, 1.1 * alpha}, {763, 11, alpha}, {795, 12, 0.8 * alpha},
            {855, 16, 0.7 * alpha}, {976, 13, 0.9 * alpha}, {1149, 14, 0.5 * alpha}, {1210, 16, alpha},
            {510, 14, 0.6 * beta}, {840, 17, beta}, {1275, 16, 1.1 * beta}, {877, 20, 1.5 * all},
            {1180, 30, 2 * all}, {1403, 22, 1.3 * all}, {1072, 18, 0.9 * all}};
        for (double[] b : bands) {
            double centre = b[0] + 1.5 * (2 * random.nextDouble() - 1);
            double fwhm = b[1] * (0.85 + 0.3 * random.nextDouble());
            double m = random.nextDouble();
            for (int i = 0; i < x.length; i++) {
                y[i] += Bands.leaning(x[i], centre, fwhm, m, lean, b[2]);
            }
        }
        disturb(x, y, flaw, level, amount, random);
        double noise = amount * (0.001 + 0.01 * random.nextDouble() * random.nextDouble());
        SpectrumNoise.add(y, noise, flaw == SpectrumFlaw.CORRELATED_NOISE, random);
        DatasetHeader header = DatasetHeader.of("simulated PVDF", "ftir.absorbance",
                Metadata.EMPTY.with("synthetic", true));
        Curve curve = new Curve(header, Axis.of("Wavenumber", Unit.of("cm-1"), x, Direction.DESCENDING),
                Signal.of("Absorbance", Unit.ONE, y));
        return new PvdfChallenge(curve, fraction, alpha, beta, 1.1 * beta, 1.1 * alpha);
    }

    /** Baseline and what else the flaw adds. */
    private static void disturb(double[] x, double[] y, SpectrumFlaw flaw, double level, double amount,
            SplittableRandom random) {
        double period = 60 + 240 * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double place = 700 + 220 * random.nextDouble();
        double width = 12 + 30 * random.nextDouble();
        double slope = 0.1 * random.nextDouble();
        for (int i = 0; i < x.length; i++) {
            double t = (x[i] - 500) / 1300;
            y[i] += 0.05 + slope * t;
            switch (flaw) {
                case FRINGES -> y[i] += amount * (0.02 + 0.3 * level) * Math.sin(2 * Math.PI * x[i] / period + phase);
                case CURVED -> y[i] += amount * (0.5 + 4 * level) * Math.exp(-(x[i] - 500) / (120 + 200 * slope * 10));
                case TILTED -> y[i] += amount * (1 + 8 * level) * Math.pow(500 / x[i], 4);
                case NEIGHBOUR -> y[i] += Bands.gaussian(x[i], place, width, amount * (0.02 + 0.5 * level));
                case AT_THE_EDGE -> y[i] += Bands.lorentzian(x[i], level < 0.5 ? 940 : 690, 25, amount * 2 * level);
                default -> {
                }
            }
        }
    }
}
