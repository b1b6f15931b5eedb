package org.interphase.testkit.vibrational;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.interphase.model.Axis;
import org.interphase.model.Curve;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Direction;
import org.interphase.model.Metadata;
import org.interphase.model.Signal;
import org.interphase.model.unit.Unit;

/**
 * Raman spectrum of some bands of random place, height, width and shape that stand apart, and one flaw; a neighbour is
 * a further band of its own about a width from another.
 *
 * @param curve the spectrum
 * @param bands true position, height, width and area of each
 */
public record BandListChallenge(Curve curve, List<double[]> bands) {

    /**
     * A spectrum.
     *
     * @param level 0 to 1: how bad the flaw is
     */
    public static BandListChallenge of(SpectrumFlaw flaw, double level, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Bands.grid(250, 1750, flaw == SpectrumFlaw.COARSE ? 5 : 2);
        double[] y = new double[x.length];
        double lean = flaw == SpectrumFlaw.LEANING ? 0.05 + 0.25 * level : 0;
        List<double[]> made = new ArrayList<>();
        for (double at = 340 + 60 * random.nextDouble(); at < 1650; at += 140 + 140 * random.nextDouble()) {
            made.add(new double[] {at, 200 * Math.exp(-1.5 * random.nextDouble()), 10 + 18 * random.nextDouble(),
                random.nextDouble()});
        }
        if (flaw == SpectrumFlaw.NEIGHBOUR) {
            double[] first = made.get(random.nextInt(made.size()));
            made.add(new double[] {first[0] + (0.7 + 1.3 * level) * first[2], first[1] * (0.2 + 0.6
                    * random.nextDouble()), first[2] * (0.7 + 0.6 * random.nextDouble()), random.nextDouble()});
        }
        for (int i = 0; i < x.length; i++) {
            for (double[] b : made) {
                y[i] += Bands.leaning(x[i], b[0], b[2], b[3], lean, b[1]);
            }
        }
        BaselineFlaw.add(x, y, flaw, level, 200, 200 * (0.002 + 0.02 * random.nextDouble() * random.nextDouble()),
                random);
        Curve curve = new Curve(DatasetHeader.of("simulated bands", "raman", Metadata.EMPTY.with("synthetic", true)),
                Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING),
                Signal.of("Intensity", Unit.of("a.u."), y));
        return new BandListChallenge(curve, made.stream().map(b -> new double[] {b[0], b[1], b[2], Bands.area(b[2],
                b[3], b[1])}).toList());
    }
}
