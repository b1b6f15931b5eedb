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
 * Raman or infrared spectrum of PVDF with a C=C band, without, or with another substance's band in its place; bands of
 * random width and line shape, and one flaw.
 *
 * @param curve the spectrum
 * @param present whether there is C=C
 * @param position true position of the C=C band
 * @param area its true area
 * @param height its true height
 * @param partnerArea true area of the CH2 band beside it
 */
public record DoubleBondChallenge(Curve curve, boolean present, double position, double area, double height,
        double partnerArea) {

    /** What lies where C=C is looked for. */
    public enum Content {
        /** C=C. */
        DOUBLE_BOND,
        /** Nothing. */
        NOTHING,
        /** Liquid water (infrared). */
        WATER,
        /** The amide bands I and II (infrared). */
        AMIDE,
        /** The D and G bands of carbon (Raman). */
        CARBON
    }

    /**
     * A spectrum.
     *
     * @param raman Raman or infrared absorbance
     * @param wide whether the spectrum reaches the partner bands of other substances
     * @param level 0 to 1: how bad the flaw is
     */
    public static DoubleBondChallenge of(boolean raman, Content content, boolean wide, SpectrumFlaw flaw, double level,
            long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double scale = raman ? 200 : 0.1;
        double step = flaw == SpectrumFlaw.COARSE ? 4 : 2;
        double[] x = wide ? Bands.grid(raman ? 900 : 1200, raman ? 1900 : 3900, step)
                : Bands.grid(raman ? 1380 : 1320, raman ? 1720 : 1800, step);
        double[] y = new double[x.length];
        double lean = flaw == SpectrumFlaw.LEANING ? 0.05 + 0.25 * level : 0;
        double chPosition = raman ? 1430 + random.nextDouble() : 1402 + 2 * random.nextDouble();
        double chWidth = 18 + 6 * random.nextDouble();
        double chMixing = random.nextDouble();
        double chHeight = scale * (0.7 + 0.6 * random.nextDouble());
        double position = raman ? 1505 + 60 * random.nextDouble() : 1605 + 30 * random.nextDouble();
        double fwhm = 28 + 14 * random.nextDouble();
        double mixing = random.nextDouble();
        double height = scale * (0.3 + 0.7 * random.nextDouble());
        double broad = 70 + 25 * random.nextDouble();
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            y[i] += Bands.leaning(v, chPosition, chWidth, chMixing, lean, chHeight);
            y[i] += switch (content) {
                case DOUBLE_BOND -> Bands.leaning(v, position, fwhm, mixing, lean, height);
                case WATER -> Bands.pseudoVoigt(v, 1640 + (position - 1620) / 5, broad, 0.2, height)
                        + Bands.gaussian(v, 3400, 380, 4 * height);
                case AMIDE -> Bands.pseudoVoigt(v, 1650 + (position - 1620) / 2, 35 + 2 * (fwhm - 28), 0.3, height)
                        + Bands.pseudoVoigt(v, 1545, 45, 0.3, (0.4 + 0.4 * mixing) * height);
                case CARBON -> Bands.lorentzian(v, 1588, 65, height) + Bands.lorentzian(v, 1350, 110, 0.9 * height);
                default -> 0;
            };
        }
        disturb(x, y, flaw, level, scale, raman, random);
        double noise = scale * (0.003 + 0.03 * random.nextDouble() * random.nextDouble());
        SpectrumNoise.add(y, noise, flaw == SpectrumFlaw.CORRELATED_NOISE, random);
        if (flaw == SpectrumFlaw.SPIKES) {
            SpectrumNoise.spikes(y, 1 + (int) (6 * level), 30 * noise, random);
        }
        DatasetHeader header = DatasetHeader.of("simulated PVDF", raman ? "raman" : "ftir.absorbance",
                Metadata.EMPTY.with("synthetic", true));
        Curve curve = raman ? new Curve(header, Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING),
                Signal.of("Intensity", Unit.of("a.u."), y))
                : new Curve(header, Axis.of("Wavenumber", Unit.of("cm-1"), x, Direction.DESCENDING),
                        Signal.of("Absorbance", Unit.ONE, y));
        boolean present = content == Content.DOUBLE_BOND;
        return new DoubleBondChallenge(curve, present, position, present ? Bands.area(fwhm, mixing, height) : 0,
                present ? height : 0, Bands.area(chWidth, chMixing, chHeight));
    }

    /** Baseline and what else the flaw adds. */
    private static void disturb(double[] x, double[] y, SpectrumFlaw flaw, double level, double scale, boolean raman,
            SplittableRandom random) {
        double period = 60 + 240 * random.nextDouble();
        double phase = 2 * Math.PI * random.nextDouble();
        double slope = random.nextDouble();
        double bend = random.nextDouble() - 0.5;
        double place = raman ? 1470 + 200 * random.nextDouble() : 1470 + 260 * random.nextDouble();
        double width = 15 + 25 * random.nextDouble();
        double edge = raman ? random.nextBoolean() ? 1365 : 1725 : random.nextBoolean() ? 1325 : 1800;
        for (int i = 0; i < x.length; i++) {
            double t = (x[i] - 1550) / 200;
            y[i] += scale * (2 + 0.3 * slope * t + 0.1 * bend * t * t / (1 + 0.02 * t * t));
            switch (flaw) {
                case FRINGES -> y[i] += scale * (0.01 + 0.2 * level) * Math.sin(2 * Math.PI * x[i] / period + phase);
                case CURVED -> y[i] += scale * (0.5 + 3 * level) * Math.exp(-(x[i] - 1350) / (80 + 150 * slope));
                case TILTED -> y[i] += scale * (1 + 8 * level) * Math.pow(1400 / x[i], 4);
                case NEIGHBOUR -> y[i] += Bands.gaussian(x[i], place, width, scale * (0.02 + 0.5 * level));
                case AT_THE_EDGE -> y[i] += Bands.lorentzian(x[i], edge, 40, scale * (0.1 + level));
                default -> {
                }
            }
        }
    }
}
