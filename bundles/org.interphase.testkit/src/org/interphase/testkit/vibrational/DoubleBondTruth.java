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
 * Raman spectrum of PVDF with or without a C=C band, on a fluorescence background.
 *
 * @param curve the spectrum
 * @param position position of the C=C band
 * @param height its height; 0 if it is not there
 */
public record DoubleBondTruth(Curve curve, double position, double height) {

    /**
     * A spectrum.
     *
     * @param signalToNoise height of the C=C band over the standard deviation of the noise of a point; 0 for none
     * @param position where the band is, in cm-1
     * @param fwhm its width
     */
    public static DoubleBondTruth of(double signalToNoise, double position, double fwhm, long seed) {
        double noise = 10;
        double[] x = Bands.grid(600, 3200, 2);
        double[] y = new double[x.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < x.length; i++) {
            double v = x[i];
            double t = (v - 1900) / 1300;
            y[i] = 900 + 250 * t - 180 * t * t + 300 * Math.exp(-(v - 600) / 500);
            y[i] += Bands.lorentzian(v, 795, 12, 400) + Bands.lorentzian(v, 839, 16, 150)
                    + Bands.lorentzian(v, 874, 18, 180) + Bands.lorentzian(v, 1430, 20, 220)
                    + Bands.lorentzian(v, 2975, 25, 700);
            y[i] += Bands.gaussian(v, position, fwhm, signalToNoise * noise) + noise * random.nextGaussian();
        }
        DatasetHeader header = DatasetHeader.of("simulated PVDF", "raman", Metadata.EMPTY.with("synthetic", true));
        return new DoubleBondTruth(new Curve(header, Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING),
                Signal.of("Intensity", Unit.of("a.u."), y)), position, signalToNoise * noise);
    }
}
