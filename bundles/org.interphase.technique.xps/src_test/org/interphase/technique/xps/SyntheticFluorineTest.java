package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.figure.Layer;
import org.interphase.testkit.synthetic.PeakTruth;
import org.interphase.testkit.synthetic.XpsRegionTruth;
import org.junit.jupiter.api.Test;

/** LiF and CF2 in F 1s against seeded truth, at several fractions and noise levels. */
class SyntheticFluorineTest {

    private static XpsRegionTruth truth(double fraction, double counts, long seed) {
        PeakTruth unit = new PeakTruth("", 0, 1.8, 1, 0.25);
        PeakTruth narrow = new PeakTruth("", 0, 1.6, 1, 0.25);
        double total = counts * unit.area();
        List<PeakTruth> peaks = new ArrayList<>();
        peaks.add(new PeakTruth("CF2", 688.3, 1.8, (1 - fraction) * total / unit.area(), 0.25));
        if (fraction > 0) {
            peaks.add(new PeakTruth("LiF", 685.15, 1.6, fraction * total / narrow.area(), 0.25));
        }
        return XpsRegionTruth.of("F 1s", 680, 0.1, 141, 0.3 * counts, 0.004, peaks, seed);
    }

    private static Measurement one(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    private static Outcome run(XpsRegionTruth truth, String... settings) throws Exception {
        Curve c = truth.toCurve();
        return XpsRuns.run("xps/f1s-lif-cf2", c, settings);
    }

    /** Pulls (found - truth) / uncertainty of the ratio have mean 0 and width 1 when the model is that of the truth. */
    @Test
    void theLifFractionIsRecoveredWithPullsOfUnitWidth() throws Exception {
        List<Double> pulls = new ArrayList<>();
        for (double fraction : new double[] {0.1, 0.3, 0.6}) {
            for (double counts : new double[] {1000, 10000}) {
                for (long seed = 1; seed <= 40; seed++) {
                    Outcome o = run(truth(fraction, counts, seed), "fit.modelUncertainty=false", "fit.detection=0");
                    Measurement f = one(o, "LiF fraction");
                    pulls.add((f.value() - 100 * fraction) / f.uncertainty());
                }
            }
        }
        double mean = pulls.stream().mapToDouble(p -> p).average().orElseThrow();
        double sd = Math.sqrt(pulls.stream().mapToDouble(p -> (p - mean) * (p - mean)).sum() / (pulls.size() - 1));
        // standard errors: 1/sqrt(n) = 0.065 of the mean, 1/sqrt(2n) = 0.046 of the width
        assertEquals(0, mean, 0.22);
        assertEquals(1, sd, 0.15);
    }

    /** A fit to a thousandth of an eV makes no energies true to that; widths and areas do not hang on it. */
    @Test
    void positionsHoldTheEnergyScale() throws Exception {
        XpsRegionTruth t = truth(0.3, 10000, 3);
        Outcome exact = run(t, "fit.energyScale=0", "fit.modelUncertainty=false");
        Outcome usual = run(t, "fit.modelUncertainty=false");
        Outcome stated = run(t, "fit.energyScale=0.3", "fit.modelUncertainty=false");
        double fit = one(exact, "CF2 position").uncertainty();
        assertTrue(fit < 0.01);
        assertEquals(Math.hypot(fit, 0.1), one(usual, "CF2 position").uncertainty(), 1e-12);
        assertEquals(Math.hypot(fit, 0.3), one(stated, "CF2 position").uncertainty(), 1e-12);
        for (String other : List.of("CF2 FWHM", "CF2 area", "LiF fraction")) {
            assertEquals(one(exact, other).uncertainty(), one(stated, other).uncertainty(), 0);
        }
        assertTrue(usual.overlays().stream().anyMatch(v -> v.layer() instanceof Layer.Labels l && l.texts().stream()
                .anyMatch(x -> x.hint().contains(one(usual, "CF2 position").pretty()))));
    }

    @Test
    void withTheModelCountedTheUncertaintyIsNeverTooSmall() throws Exception {
        int within = 0;
        int n = 0;
        for (double fraction : new double[] {0.1, 0.3, 0.6}) {
            for (long seed = 100; seed < 115; seed++) {
                Measurement f = one(run(truth(fraction, 4000, seed)), "LiF fraction");
                within += Math.abs(f.value() - 100 * fraction) <= 2 * f.uncertainty() ? 1 : 0;
                n++;
            }
        }
        assertTrue(within >= 0.93 * n, within + " of " + n + " within two standard uncertainties");
    }

    @Test
    void withoutLifNoneIsReported() throws Exception {
        int reported = 0;
        int n = 0;
        for (double counts : new double[] {300, 3000, 30000}) {
            for (long seed = 1; seed <= 40; seed++) {
                Measurement area = one(run(truth(0, counts, seed)), "LiF area");
                reported += area.isDetected() ? 1 : 0;
                assertTrue(area.isDetected() || area.limit() > 0, "a limit is stated");
                n++;
            }
        }
        assertTrue(reported <= 1, reported + " of " + n + " spectra without LiF were said to hold it");
    }

    @Test
    void theStatedLimitIsOneThatWouldHaveBeenFound() throws Exception {
        double limit = one(run(truth(0, 3000, 7)), "LiF area").limit();
        double total = truth(0, 3000, 7).peaks().get(0).area();
        int found = 0;
        for (long seed = 1; seed <= 10; seed++) {
            found += one(run(truth(2 * limit / total, 3000, seed)), "LiF area").isDetected() ? 1 : 0;
        }
        assertTrue(found >= 9, found + " of 10 spectra with twice the limit were found");
    }
}
