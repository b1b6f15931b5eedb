package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.spectra.peak.FittedComponents;
import org.interphase.spectra.peak.PeakFit;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How far the stated uncertainties of the LiF:CF2 area ratio can be believed: pulls (found - truth) / uncertainty over
 * LiF fractions and noise levels, and how often LiF is claimed where there is none.
 */
class FluorineStudyTest {

    /** Mean and width of pulls, and how many there are. */
    private record Pulls(double mean, double width, double within2, int n) {

        static Pulls of(List<Double> all) {
            double mean = all.stream().mapToDouble(p -> p).average().orElse(Double.NaN);
            double var = all.stream().mapToDouble(p -> (p - mean) * (p - mean)).sum() / (all.size() - 1);
            double in = all.stream().filter(p -> Math.abs(p) <= 2).count() / (double) all.size();
            return new Pulls(mean, Math.sqrt(var), in, all.size());
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "mean %+.2f width %.2f within two %.0f %% of %d", mean, width,
                    100 * within2, n);
        }
    }

    private static XpsRegionTruth truth(double fraction, double counts, long seed) {
        PeakTruth cf2 = new PeakTruth("CF2", 688.3, 1.8, 1, 0.25);
        PeakTruth lif = new PeakTruth("LiF", 685.15, 1.6, 1, 0.25);
        double total = counts * cf2.area();
        List<PeakTruth> peaks = new ArrayList<>();
        peaks.add(new PeakTruth("CF2", 688.3, 1.8, (1 - fraction) * total / cf2.area(), 0.25));
        if (fraction > 0) {
            peaks.add(new PeakTruth("LiF", 685.15, 1.6, fraction * total / lif.area(), 0.25));
        }
        return XpsRegionTruth.of("F 1s", 680, 0.1, 141, 0.3 * counts, 0.004, peaks, seed);
    }

    private static Outcome run(Curve c, boolean model, double detection) throws Exception {
        return XpsRuns.run("xps/f1s-lif-cf2", c, "fit.modelUncertainty=" + model, "fit.detection=" + detection);
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** Pull of the area ratio LiF:CF2, counting part alone. */
    private static double ratioPull(double fraction, double counts, long seed) throws Exception {
        Outcome o = run(truth(fraction, counts, seed).toCurve(), false, 0);
        FittedComponents f = o.dataset().product(FittedComponents.class).orElseThrow();
        PeakFit.Estimate r = f.fit().areaRatio(f.names().indexOf("LiF"), f.names().indexOf("CF2"));
        return (r.value() - fraction / (1 - fraction)) / r.uncertainty();
    }

    private static double fractionPull(double fraction, double counts, long seed, boolean model) throws Exception {
        Measurement m = one(run(truth(fraction, counts, seed).toCurve(), model, 0), "LiF fraction");
        return (m.value() - 100 * fraction) / m.uncertainty();
    }

    @Test
    void theAreaRatioHasPullsOfUnitWidth() throws Exception {
        List<Double> pulls = new ArrayList<>();
        for (double fraction : new double[] {0.1, 0.3, 0.6}) {
            for (long seed = 1; seed <= 60; seed++) {
                pulls.add(ratioPull(fraction, 5000, seed));
            }
        }
        Pulls p = Pulls.of(pulls);
        // standard errors: 0.075 of the mean, 0.053 of the width
        assertEquals(0, p.mean, 0.23, p.toString());
        assertEquals(1, p.width, 0.16, p.toString());
    }

    @Test
    @Tag("study")
    void pullsOfTheRatioOverFractionsAndNoise() throws Exception {
        List<Double> all = new ArrayList<>();
        long cell = 0;
        for (double counts : new double[] {500, 3000, 20000}) {
            for (double fraction : new double[] {0.02, 0.05, 0.1, 0.3, 0.6}) {
                List<Double> ratio = new ArrayList<>();
                List<Double> counting = new ArrayList<>();
                List<Double> model = new ArrayList<>();
                cell++;
                for (long k = 1; k <= 100; k++) {
                    // other noise in every cell, so that cells are independent
                    long seed = 1000 * cell + k;
                    ratio.add(ratioPull(fraction, counts, seed));
                    counting.add(fractionPull(fraction, counts, seed, false));
                    if (k <= 40) {
                        model.add(fractionPull(fraction, counts, seed, true));
                    }
                }
                // an area at its bound of zero has no uncertainty; below the limit there are such
                ratio.removeIf(p -> !Double.isFinite(p));
                counting.removeIf(p -> !Double.isFinite(p));
                model.removeIf(p -> !Double.isFinite(p));
                // below the detection limit the position is not bound by the data and the ratio cannot be Gaussian
                if (fraction * counts >= 250) {
                    all.addAll(ratio);
                }
                System.out.printf(Locale.ROOT, "%6.0f counts LiF %4.0f %%: ratio %s; fraction %s; with model %s%n",
                        counts, 100 * fraction, Pulls.of(ratio), Pulls.of(counting), Pulls.of(model));
            }
        }
        Pulls p = Pulls.of(all);
        System.out.println("detectable: " + p);
        // what the choice of line shape adds is no scatter of data that obey the model
        assertEquals(0.95, p.width, 0.12, p.toString());
        assertEquals(0, p.mean, 0.15, p.toString());
    }

    @Test
    @Tag("study")
    void lifIsNotClaimedWhereThereIsNone() throws Exception {
        int claimed = 0;
        int n = 0;
        for (double counts : new double[] {300, 3000, 30000}) {
            for (boolean model : new boolean[] {true, false}) {
                int here = 0;
                for (long seed = 1; seed <= 150; seed++) {
                    here += one(run(truth(0, counts, 5000 + seed).toCurve(), model, 3), "LiF area").isDetected() ? 1
                            : 0;
                }
                System.out.printf(Locale.ROOT, "%6.0f counts, model uncertainty %b: claimed in %d of 150%n", counts,
                        model, here);
                claimed += model ? here : 0;
                n += model ? 150 : 0;
            }
        }
        assertTrue(claimed <= 0.01 * n + 1, claimed + " of " + n + " spectra without LiF were said to hold it");
    }
}
