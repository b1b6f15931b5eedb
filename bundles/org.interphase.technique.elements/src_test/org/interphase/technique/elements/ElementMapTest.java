package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.elements.elementmap.Uniformity;
import org.interphase.testkit.elements.MapTruth;
import org.junit.jupiter.api.Test;

class ElementMapTest {

    @Test
    void uniformMapsAreCalledUniformInNineteenOfTwenty() {
        int uniform = 0;
        int maps = 600;
        for (int i = 0; i < maps; i++) {
            double mean = new double[] {0.2, 1, 6, 40}[i % 4];
            uniform += Uniformity.of(MapTruth.uniform(64, 64, mean).raster(i)).isUniform() ? 1 : 0;
        }
        // 95 % or more: Bonferroni's correction is careful where sizes of blocks hang together
        assertTrue(uniform >= 0.94 * maps, uniform + " of " + maps);
    }

    @Test
    void patchesOfEverySizeAreFound() {
        for (double[] patch : new double[][] {{3, 2.5}, {6, 1.6}, {14, 1.25}}) {
            int found = 0;
            for (int seed = 0; seed < 40; seed++) {
                found += Uniformity.of(MapTruth.uniform(64, 64, 6).disc(30, 34, patch[0], patch[1]).raster(seed))
                        .isUniform() ? 0 : 1;
            }
            assertTrue(found >= 38, found + " of 40 with radius " + patch[0]);
        }
    }

    @Test
    void variationIsThatOfCountingWhereThereIsNoOther() {
        Uniformity u = Uniformity.of(MapTruth.uniform(128, 128, 25).raster(3));
        assertEquals(1, u.variation() / u.counting(), 4 * u.variationUncertainty() / u.variation());
        assertEquals(1 / Math.sqrt(u.mean()), u.counting(), 1e-12);
    }

    @Test
    void heterogeneityIsWhatIsLeftOfTheVariation() {
        // half of the map 20 % richer: relative standard deviation 0.1 / 1.1
        MapTruth halves = MapTruth.step(64, 64, 100, 120, 32, 0.01);
        Run run = Runs.of("elements/map", halves.raster(2), Map.of());
        Measurement m = Runs.measured(run, "Ni heterogeneity");
        assertTrue(m.verdict().isSound());
        assertEquals(100 * 0.1 / 1.1, m.value(), 2.5 * m.uncertainty(), m.pretty());
        assertTrue(Runs.measured(run, "Ni rich area").isDetected() && Runs.measured(run, "Ni poor area").isDetected());
    }

    @Test
    void aUniformMapHasALimitOfHeterogeneityAndNoPatches() {
        Run run = Runs.of("elements/map", MapTruth.uniform(64, 64, 20).raster(4), Map.of());
        assertTrue(Runs.measured(run, "Ni heterogeneity").isNotDetected());
        assertTrue(Runs.measured(run, "Ni heterogeneity").limit() < 5);
        assertFalse(Runs.measured(run, "Ni rich area").isDetected());
    }

    @Test
    void valuesThatAreNotSaidToBeCountsGiveDoubtfulNumbersAndOthersNone() {
        Raster r = MapTruth.uniform(64, 64, 20).raster(4);
        Raster unsaid = Raster.of(r.header(), r.width(), r.height(), r.pixels(), r.quantity(), Unit.of("a.u."),
                r.calibration());
        assertFalse(Runs.measured(Runs.of("elements/map", unsaid, Map.of()), "Ni heterogeneity").verdict().isSound());
        assertTrue(Runs.measured(Runs.of("elements/map", unsaid, Map.of("counts", "yes")), "Ni heterogeneity").verdict()
                .isSound());
        float[] scaled = r.pixels().toFloats();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= 0.3f;
        }
        Raster fractions = unsaid.withPixels(org.interphase.model.Pixels.ofFloats(scaled));
        assertThrows(AssertionError.class, () -> Runs.of("elements/map", fractions, Map.of()));
    }

    @Test
    void interfacesStandWhereTheyAreAndAreAsSharpAsTheyAre() {
        int within = 0;
        int numbers = 0;
        for (int seed = 0; seed < 30; seed++) {
            double at = 31 + 0.1 * seed;
            Run run = Runs.of("elements/line", MapTruth.step(64, 12, 3, 14, at, 3).raster(seed), Map.of());
            Map<String, Double> truth = Map.of("Ni interface position", 0.1 * at, "Ni interface width", 0.1 *
                    2.5631 * 3,
                    "Ni level before", 36.0, "Ni level behind", 168.0);
            for (Map.Entry<String, Double> e : truth.entrySet()) {
                Measurement m = Runs.measured(run, e.getKey());
                assertTrue(m.verdict().isSound(), m.name() + " " + m.pretty());
                within += Math.abs(m.value() - e.getValue()) < 2 * m.uncertainty() ? 1 : 0;
                numbers++;
            }
        }
        assertTrue(within >= 0.93 * numbers, within + " of " + numbers);
    }

    @Test
    void aLineWithoutStepHasNoInterface() {
        int none = 0;
        for (int seed = 0; seed < 40; seed++) {
            Run run = Runs.of("elements/line", MapTruth.uniform(64, 12, 8).raster(seed), Map.of());
            none += Runs.measured(run, "Ni interface position").isNotDetected() ? 1 : 0;
        }
        assertTrue(none >= 39, none + " of 40");
    }

    @Test
    void aMapWithTooFewCountsHasNoNumbersAndSaysWhy() {
        Measurement m = Runs.measured(Runs.of("elements/map", MapTruth.uniform(16, 16, 0.05).raster(1), Map.of()),
                "Ni heterogeneity");
        assertTrue(m.verdict().isWithheld() && m.verdict().reason().contains("too few counts"), m.pretty());
    }
}
