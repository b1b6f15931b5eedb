package org.interphase.technique.elements.spectrum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.technique.elements.detector.DetectorResponse;
import org.interphase.technique.elements.reference.XrayTables;
import org.interphase.testkit.elements.SpectrumTruth;
import org.junit.jupiter.api.Test;

/** What a fit of families says of itself. */
class FamilyFitTest {

    private static final DetectorResponse DETECTOR = DetectorResponse.ofResolution(130, 0.045, 1e-5);

    private static XrayFamily family(String name) {
        return XrayFamily.of(XrayTables.require(name.split(" ")[0]), name.charAt(name.length() - 1), 20000)
                .orElseThrow();
    }

    private static FamilyFit fit(SpectrumTruth truth, int seed, boolean calibrate, FamilyFit earlier, String... names)
            throws Exception {
        return FamilyFit.of(EdsSpectrum.of(truth.curve(seed), null), DETECTOR, List.of(names).stream().map(
                FamilyFitTest::family).toList(), new FamilyFit.Settings(200, 19000, calibrate, null), earlier);
    }

    @Test
    void aSpectrumWithAStrongLineThatIsNotInTheFitIsNotDescribed() throws Exception {
        SpectrumTruth truth = new SpectrumTruth().with("Fe K", 200_000).with("Si K", 100_000);
        assertTrue(fit(truth, 1, true, null, "Fe K", "Si K").isDescribed());
        FamilyFit without = fit(truth, 1, true, null, "Fe K");
        assertFalse(without.isDescribed(), "error " + without.modelError());
        SpectrumTruth more = new SpectrumTruth().with("Fe K", 200_000).with("Al K", 200_000).with("Si K", 15_000);
        FamilyFit beside = fit(more, 1, true, null, "Fe K", "Al K");
        assertTrue(beside.isDescribed(0));
        assertFalse(beside.isDescribed(1), "silicon stands beside aluminium");
    }

    /** Where the scale is not refined its small errors must still not look like misfit. */
    @Test
    void aFitThatKeepsTheScaleDescribesLinesThatStandALittleOff() throws Exception {
        SpectrumTruth truth = new SpectrumTruth().with("Fe K", 400_000).with("Si K", 300_000);
        FamilyFit start = fit(truth, 1, true, null, "Fe K", "Si K");
        SpectrumTruth off = new SpectrumTruth().with("Fe K", 400_000).with("Si K", 300_000).scale(4, 0);
        FamilyFit refined = fit(off, 2, true, null, "Fe K", "Si K");
        FamilyFit kept = fit(off, 2, false, start, "Fe K", "Si K");
        assertEquals(start.offset(), kept.offset(), "the scale is kept");
        assertTrue(kept.isDescribed());
        assertEquals(refined.modelError(), kept.modelError(), 0.01);
        for (int i = 0; i < 2; i++) {
            assertEquals(refined.counts(i), kept.counts(i), 3 * refined.uncertainty(i));
        }
    }

    /** Counts of a standard taken by its own shape scatter about the truth as they say. */
    @Test
    void countsByTheMeasuredShapeAreAsUncertainAsTheyScatter() throws Exception {
        double square = 0;
        int runs = 24;
        double mean = 0;
        double[] found = new double[runs];
        double stated = 0;
        for (int i = 0; i < runs; i++) {
            FamilyFit f = fit(new SpectrumTruth().with("Si K", 60_000).continuum(2e5), 100 + i, true, null, "Si K");
            found[i] = f.measuredCounts(0);
            mean += found[i] / runs;
            stated += f.measuredUncertainty(0) / runs;
        }
        for (double v : found) {
            square += (v - mean) * (v - mean) / (runs - 1);
        }
        double ratio = Math.sqrt(square) / stated;
        assertTrue(ratio > 0.6 && ratio < 1.4, "scatter over stated " + ratio);
    }

    /** The noise of a shape that was measured on as few counts is no error of the shape. */
    @Test
    void theNoiseOfAMeasuredShapeIsNotTakenForMisfit() throws Exception {
        SpectrumTruth truth = new SpectrumTruth().with("Fe K", 150_000);
        int clean = 0;
        for (int seed = 0; seed < 5; seed++) {
            FamilyFit standard = fit(truth, seed, true, null, "Fe K");
            FamilyFit f = FamilyFit.of(EdsSpectrum.of(truth.curve(50 + seed), null), DETECTOR, List.of(family("Fe K")),
                    new FamilyFit.Settings(200, 19000, true, null, Map.of("Fe K", standard.measured(0))), null);
            assertEquals(150_000, f.counts(0), 3 * Math.hypot(f.uncertainty(0), standard.measuredUncertainty(0)));
            clean += f.modelError() < 0.005 ? 1 : 0;
        }
        assertTrue(clean >= 4, clean + " of 5");
    }

    @Test
    void whatPiledUpIsTheSameWhicheverChannelsAreAskedFor() throws Exception {
        FamilyFit f = fit(new SpectrumTruth().with("Fe K", 300_000).pileUp(0.03), 3, true, null, "Fe K");
        double[] fitted = f.piledFrom(f.firstChannel(), f.firstChannel() + f.model().length);
        double sum = 0;
        for (double v : fitted) {
            sum += v;
        }
        assertEquals(f.pileUp(), sum, 1e-6 * sum);
        double[] part = f.piledFrom(1250, 1300);
        for (int i = 0; i < part.length; i++) {
            assertEquals(fitted[1250 + i - f.firstChannel()], part[i], 1e-9 * sum);
        }
        assertTrue(sum > 1000, "" + sum);
    }
}
