package org.interphase.technique.elements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Range;
import org.interphase.engine.recipe.Run;
import org.interphase.model.Calibration;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.elements.elementmap.Uniformity;
import org.interphase.technique.elements.operation.LineAcrossMap;
import org.interphase.technique.elements.operation.LineInterface;
import org.interphase.technique.elements.operation.MapUniformity;
import org.interphase.testkit.elements.MapTruth;
import org.junit.jupiter.api.Test;

class ElementMapTest {

    @Test
    void uniformMapsAreCalledUniformInNinetyNineOfAHundred() {
        int uniform = 0;
        int maps = 600;
        for (int i = 0; i < maps; i++) {
            double mean = new double[] {0.2, 1, 6, 40}[i % 4];
            uniform += Uniformity.of(MapTruth.uniform(64, 64, mean).raster(i)).isUniform() ? 1 : 0;
        }
        // 99 % or more: Bonferroni's correction is careful where sizes of blocks hang together
        assertTrue(uniform >= 0.98 * maps, uniform + " of " + maps);
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

    private static Raster with(Raster r, String unit, double scale, java.util.function.IntToDoubleFunction value) {
        float[] v = new float[r.pixels().size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) value.applyAsDouble(i);
        }
        Calibration c = r.calibration();
        return Raster.of(r.header(), r.width(), r.height(), org.interphase.model.Pixels.ofFloats(v), r.quantity(),
                Unit.of(unit), new Calibration(c.pixelWidth(), c.pixelHeight(), c.unit(), scale, c.source()));
    }

    @Test
    void fractionsThatAreSaidToBeCountsGiveDoubtfulNumbers() {
        Raster r = MapTruth.uniform(64, 64, 20).raster(4);
        Raster scaled = with(r, "counts", 0, i -> 0.3f * r.pixels().get(i));
        assertFalse(Runs.measured(Runs.of("elements/map", scaled, Map.of()), "Ni coefficient of variation").verdict()
                .isSound());
        Raster unsaid = with(r, "a.u.", 0, i -> 0.3f * r.pixels().get(i));
        assertFalse(Runs.measured(Runs.of("elements/map", unsaid, Map.of("counts", "yes")),
                "Ni coefficient of variation").verdict().isSound());
    }

    @Test
    void smoothedMapsAreTooEvenToBeCounts() {
        Raster r = MapTruth.uniform(64, 64, 20).raster(4);
        Raster smooth = with(r, "counts", 0, i -> Math.rint((r.pixels().get(i) + r.pixels().get((i + 1) % 4096)
                + r.pixels().get((i + 64) % 4096) + r.pixels().get((i + 65) % 4096)) / 4));
        Measurement m = Runs.measured(Runs.of("elements/map", smooth, Map.of()), "Ni heterogeneity");
        assertTrue(m.verdict().reason().contains("less than counts can"), m.toString());
        int even = 0;
        for (int i = 0; i < 300; i++) {
            even += Uniformity.of(MapTruth.uniform(64, 64, new double[] {1, 6, 40}[i % 3]).raster(i)).isTooEven()
                    ? 1 : 0;
        }
        assertTrue(even <= 4, even + " of 300");
    }

    @Test
    void theProbabilityOfAnUnevenMapIsThatOfTheChiSquareDistribution() {
        double[] e = new double[64 * 64];
        java.util.Arrays.setAll(e, i -> i % 2 == 0 ? 20 : 30);
        Uniformity u = Uniformity.of(new MapTruth(64, 64, e).raster(1));
        assertEquals(1, u.blockSize());
        double x = 4095 * u.variation() * u.variation() * u.mean();
        // Wilson and Hilferty's normal variable, and the tail of the normal distribution by Mills' ratio
        double z = (Math.cbrt(x / 4095) - (1 - 2.0 / (9 * 4095))) / Math.sqrt(2.0 / (9 * 4095));
        double tail = -0.5 * z * z - Math.log(z * Math.sqrt(2 * Math.PI));
        assertTrue(z > 8, "" + z);
        // that normal variable is good to a hundredth so far out
        assertEquals(tail, Math.log(u.probability()), -0.01 * tail);
    }

    @Test
    void aLineFromWhatIsNotSaidToBeCountsIsDoubtfulUnlessSomeoneSaysSo() throws Exception {
        Raster r = MapTruth.step(64, 12, 3, 14, 31, 3).raster(3);
        Raster unsaid = with(r, "a.u.", 0, i -> r.pixels().get(i));
        for (String name : List.of("position", "width")) {
            Measurement m = Runs.measured(Runs.of("elements/line", unsaid, Map.of()), "Ni interface " + name);
            assertFalse(m.verdict().isSound(), m.pretty());
        }
        assertFalse(Runs.measured(Runs.of("elements/line", unsaid, Map.of()), "Ni level before").verdict().isSound());
        Outcome said = new LineInterface().apply((Curve) new LineAcrossMap().apply(unsaid, new LineAcrossMap.Parameters(
                LineAcrossMap.Way.HORIZONTAL, 50, 100, MapUniformity.Counts.YES), Progress.none()).dataset(),
                new LineInterface.Parameters(Range.ALL), Progress.none());
        assertTrue(said.measurements().stream().allMatch(m -> m.verdict().isSound()), said.toString());
    }

    @Test
    void theUncertaintyOfTheScaleIsInPlaceAndWidth() {
        Raster r = MapTruth.step(64, 12, 30, 140, 48, 3).raster(3);
        Run exact = Runs.of("elements/line", r, Map.of());
        Run rough = Runs.of("elements/line", with(r, "counts", 0.05, i -> r.pixels().get(i)), Map.of());
        for (String name : List.of("Ni interface position", "Ni interface width")) {
            Measurement m = Runs.measured(exact, name);
            assertEquals(Math.hypot(m.uncertainty(), 0.05 * m.value()), Runs.measured(rough, name).uncertainty(),
                    1e-9, name);
        }
        assertFalse(rough.remarks().stream().anyMatch(k -> k.code().equals("scale-uncertainty")));
        Run unknown = Runs.of("elements/line", with(r, "counts", Double.NaN, i -> r.pixels().get(i)), Map.of());
        assertTrue(unknown.remarks().stream().anyMatch(k -> k.code().equals("scale-uncertainty")));
        assertEquals(Runs.measured(exact, "Ni interface position").uncertainty(), Runs.measured(unknown,
                "Ni interface position").uncertainty(), 1e-12);
    }

    @Test
    void levelsOfFewCountsAreNotTooLow() {
        for (double low : new double[] {5, 36}) {
            double[] sum = new double[2];
            int within = 0;
            int seeds = 0;
            for (int seed = 0; seed < 60; seed++) {
                Run run = Runs.of("elements/line", MapTruth.step(64, 1, low, 4 * low, 30 + 0.05 * seed, 3).raster(seed),
                        Map.of());
                Measurement before = Runs.measured(run, "Ni level before");
                Measurement behind = Runs.measured(run, "Ni level behind");
                if (!before.verdict().isWithheld()) {
                    seeds++;
                    sum[0] += before.value() - low;
                    sum[1] += behind.value() - 4 * low;
                    within += Math.abs(before.value() - low) < 2 * before.uncertainty() ? 1 : 0;
                }
            }
            assertTrue(seeds >= 55, seeds + " lines with a step at " + low);
            // means of some 28 pixels and 60 lines
            assertEquals(0, sum[0] / seeds, 4 * Math.sqrt(low / 28 / seeds), "level before of " + low);
            assertEquals(0, sum[1] / seeds, 4 * Math.sqrt(4 * low / 28 / seeds), "level behind of " + 4 * low);
            assertTrue(within >= 0.9 * seeds, within + " of " + seeds + " at " + low);
        }
    }
}
