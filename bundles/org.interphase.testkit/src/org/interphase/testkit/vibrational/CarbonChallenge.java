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
 * Raman spectrum of a carbon with a D and a G band of random place, width and shape, and one flaw. Neighbours are the
 * bands of disordered carbons near 1500 and 1190 cm-1 (Sadezky et al., Carbon 43 (2005) 1731).
 *
 * @param curve the spectrum
 * @param d true position, height, width and area of the D band
 * @param g the same of the G band
 */
public record CarbonChallenge(Curve curve, double[] d, double[] g) {

    /**
     * A spectrum.
     *
     * @param level 0 to 1: how bad the flaw is
     */
    public static CarbonChallenge of(SpectrumFlaw flaw, double level, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = Bands.grid(900, 1950, flaw == SpectrumFlaw.COARSE ? 6 : 2);
        double[] y = new double[x.length];
        double lean = flaw == SpectrumFlaw.LEANING ? 0.05 + 0.25 * level : 0;
        double[] d = {1335 + 25 * random.nextDouble(), 200 * (0.4 + 1.2 * random.nextDouble()),
            45 + 90 * random.nextDouble(), random.nextDouble()};
        double[] g = {1578 + 20 * random.nextDouble(), 200, 22 + 60 * random.nextDouble(), random.nextDouble()};
        for (int i = 0; i < x.length; i++) {
            y[i] += Bands.leaning(x[i], d[0], d[2], d[3], lean, d[1]) + Bands.leaning(x[i], g[0], g[2], g[3], lean,
                    g[1]);
            if (flaw == SpectrumFlaw.NEIGHBOUR) {
                y[i] += Bands.gaussian(x[i], 1500, 110, 200 * (0.02 + 0.4 * level))
                        + Bands.lorentzian(x[i], 1190, 130, 100 * (0.02 + 0.4 * level));
            }
        }
        BaselineFlaw.add(x, y, flaw, level, 200, 200 * (0.003 + 0.03 * random.nextDouble() * random.nextDouble()),
                random);
        Curve curve = new Curve(DatasetHeader.of("simulated carbon", "raman", Metadata.EMPTY.with("synthetic", true)),
                Axis.of("Raman shift", Unit.of("cm-1"), x, Direction.ASCENDING),
                Signal.of("Intensity", Unit.of("a.u."), y));
        return new CarbonChallenge(curve, truth(d), truth(g));
    }

    private static double[] truth(double[] b) {
        return new double[] {b[0], b[1], b[2], Bands.area(b[2], b[3], b[1])};
    }
}
