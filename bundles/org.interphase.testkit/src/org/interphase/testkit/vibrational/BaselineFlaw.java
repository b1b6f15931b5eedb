package org.interphase.testkit.vibrational;

import java.util.SplittableRandom;

/** A smooth baseline, noise, and one flaw, over a spectrum of bands. */
final class BaselineFlaw {

    private BaselineFlaw() {
    }

    /**
     * Adds them.
     *
     * @param x ascending abscissa in cm-1
     * @param y bands so far; changed
     * @param level 0 to 1: how bad the flaw is
     * @param scale height of a usual band
     * @param noise standard deviation of the noise of a point
     */
    static void add(double[] x, double[] y, SpectrumFlaw flaw, double level, double scale, double noise,
            SplittableRandom random) {
        double from = x[0];
        double span = x[x.length - 1] - from;
        double period = 60 + 240 * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double slope = random.nextDouble();
        double bend = random.nextDouble() - 0.5;
        double edge = random.nextBoolean() ? from - 15 : from + span + 15;
        for (int i = 0; i < x.length; i++) {
            double t = (x[i] - from) / span;
            y[i] += scale * (2 + 0.5 * slope * t + 0.2 * bend * t * t);
            switch (flaw) {
                case FRINGES -> y[i] += scale * (0.01 + 0.2 * level) * Math.sin(2 * Math.PI * x[i] / period + phase);
                case CURVED -> y[i] += scale * (0.5 + 3 * level) * Math.exp(-(x[i] - from) / (80 + 150 * slope));
                case TILTED -> y[i] += scale * (1 + 8 * level) * Math.pow(from / x[i], 4);
                case AT_THE_EDGE -> y[i] += Bands.lorentzian(x[i], edge, 40, scale * (0.1 + level));
                default -> {
                }
            }
        }
        SpectrumNoise.add(y, noise, flaw == SpectrumFlaw.CORRELATED_NOISE, random);
        if (flaw == SpectrumFlaw.SPIKES) {
            SpectrumNoise.spikes(y, 1 + (int) (6 * level), 30 * noise, random);
        }
    }
}
