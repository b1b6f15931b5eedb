package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.interphase.model.Measurement;
import org.interphase.model.Raster;
import org.interphase.testkit.topography.SurfaceTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What numbers called sound are worth on surfaces that break the assumptions of the recipes, one after the other. */
class HardSurfacesTest {

    private static final int POINTS = 128;
    private static final double STEP = 0.5;
    /** Where the autocorrelation is 1/e: the area is 20 autocorrelation lengths wide. */
    private static final double LENGTH = 2.5;

    /** Lengths along x and y where the autocorrelation is 1/e of surfaces with lay. */
    private static final Map<String, double[]> LAYS = Map.of("lay 5 x 2.5", new double[] {5, 2.5}, "lay 2.5 x 10",
            new double[] {2.5, 10}, "lay 40 x 2.5", new double[] {40, 2.5});

    /** Surfaces of mean square height 1 by family and level. */
    private static Map<String, BiFunction<SurfaceTruth, Long, SurfaceTruth>> families() {
        Map<String, BiFunction<SurfaceTruth, Long, SurfaceTruth>> out = new LinkedHashMap<>();
        out.put("as it should be", (s, seed) -> s);
        for (double rise : new double[] {0.2, 1, 5, 50}) {
            out.put("tilt " + rise, (s, seed) -> s.tilted(rise, rise / 2));
        }
        for (double sag : new double[] {0.1, 0.5, 5}) {
            out.put("curvature " + sag, (s, seed) -> s.bent(sag));
        }
        for (int count : new int[] {2, 20, 200}) {
            out.put("spikes " + count, (s, seed) -> s.spiked(count, 15, seed));
        }
        for (double part : new double[] {0.02, 0.1, 0.3}) {
            out.put("holes " + part, (s, seed) -> s.holed(part, 4, seed));
        }
        for (double noise : new double[] {0.02, 0.1, 0.3, 1}) {
            out.put("noise " + noise, (s, seed) -> s.noisy(noise, seed));
        }
        for (double drift : new double[] {0.05, 0.2, 1}) {
            out.put("drift " + drift, (s, seed) -> s.drifting(drift, seed));
        }
        for (int side : new int[] {64, 32, 16}) {
            out.put("area of " + side + " points", (s, seed) -> s.cut(0, 0, side, side));
        }
        for (double top : new double[] {2.5, 1.5, 0.7}) {
            out.put("cut off at " + top, (s, seed) -> s.cutOff(top));
        }
        LAYS.forEach((name, l) -> out.put(name, (s, seed) -> SurfaceTruth.random(POINTS, POINTS, STEP, l[0], l[1],
                seed)));
        LEVELLED.keySet().forEach(name -> out.put(name, (s, seed) -> s));
        return out;
    }

    /** What is done to surfaces before they are measured, which takes texture along. */
    private static final Map<String, Map<String, Object>> LEVELLED = new LinkedHashMap<>();

    static {
        LEVELLED.put("levelled, plane", Map.of("form", "plane"));
        for (int order : new int[] {2, 4, 6, 8}) {
            LEVELLED.put("levelled, order " + order, Map.of("form", "polynomial", "order", order));
        }
        LEVELLED.put("levelled, rows by medians", Map.of("lines", "median"));
        LEVELLED.put("levelled, rows by differences", Map.of("lines", "difference"));
    }

    /** Mean square gradient along one side of surfaces whose autocorrelation there is 1/e at this length. */
    private static double squareGradient(double length) {
        return 2 * (1 - Math.exp(-STEP * STEP / length / length)) / STEP / STEP;
    }

    private static VerdictTally[] study(int surfaces) throws Exception {
        VerdictTally roughness = new VerdictTally("areal roughness (Sa, Sq, Sz, Sdq, Sal, Sk)");
        VerdictTally range = new VerdictTally("height difference");
        for (var family : families().entrySet()) {
            for (int i = 0; i < surfaces; i++) {
                long seed = 1000L * i + family.getKey().hashCode() % 997;
                SurfaceTruth truth = SurfaceTruth.random(POINTS, POINTS, STEP, LENGTH, 50 + i);
                SurfaceTruth hard = family.getValue().apply(truth, seed);
                // a smaller area has its own highest and lowest point, and one that lies askew too
                SurfaceTruth own = family.getKey().matches("(area|lay).*") ? hard : truth;
                SurfaceTruth lying = family.getKey().matches("(tilt|curvature).*") ? hard : own;
                boolean levelled = LEVELLED.containsKey(family.getKey());
                Raster map = levelled ? (Raster) RunOn.outcome("topography.level", hard.map(),
                        LEVELLED.get(family.getKey())).dataset() : hard.map();
                var m = RunOn.measured("topography.roughness", map, RunOn.EXACT);
                // of all surfaces of this kind, not of this one
                double[] l = LAYS.getOrDefault(family.getKey(), new double[] {LENGTH, LENGTH});
                double gradient = Math.sqrt(squareGradient(l[0]) + squareGradient(l[1]));
                count(roughness, family.getKey(), m, Map.of("Sa", Math.sqrt(2 / Math.PI), "Sq", 1.0, "Sdq", gradient,
                        "Sal", Math.min(l[0], l[1]) * Math.sqrt(Math.log(5)), "Sk", 2.5758 * 0.9939, "Sz",
                        own.range()));
                if (levelled) {
                    // the height difference is that of the map as it lies
                    continue;
                }
                var h = RunOn.measured("topography.height", map, RunOn.EXACT_HEIGHTS);
                count(range, family.getKey(), h, Map.of("height difference", lying.range(),
                        "height difference, raw", lying.range()));
            }
        }
        return new VerdictTally[] {roughness, range};
    }

    private static void count(VerdictTally tally, String family, Map<String, Measurement> m,
            Map<String, Double> truth) {
        truth.forEach((name, value) -> tally.number(family, m.get(name), value));
    }

    @Test
    void soundNumbersHoldOnHardSurfaces() throws Exception {
        for (VerdictTally t : study(3)) {
            assertTrue(t.all().withinTwo() >= VerdictTally.WITHIN_TWO - 0.03, t.table());
            assertTrue(t.all().beyondThree() <= VerdictTally.BEYOND_THREE + 0.01, t.table());
            for (String family : families().keySet()) {
                // the numbers of one surface are wrong together: more than those of one tell of a family that is
                VerdictTally.Count c = t.family(family);
                double missed = (1 - c.withinTwo()) * c.sound();
                assertTrue(missed <= 0.05 * c.sound() + 3 && c.beyondThree() * c.sound() < 1.5, family + " " +
                        t.table());
            }
            assertTrue(t.family("as it should be").doubted() <= VerdictTally.DOUBTED, t.table());
            assertTrue(t.all().sound() > 50, t.table());
        }
    }

    @Test
    void whereTheLayIsAsLongAsTheAreaNothingOfTheSurfaceIsSound() throws Exception {
        for (int i = 0; i < 4; i++) {
            var m = RunOn.measured("topography.roughness", SurfaceTruth.random(POINTS, POINTS, STEP, 20, LENGTH, i)
                    .map(), Map.of());
            for (String name : List.of("Sa", "Sq", "Sz", "Sal", "Sk")) {
                assertFalse(m.get(name).verdict().isSound(), name + " of surface " + i);
            }
        }
    }

    @Test
    void lagsOfAveragedPointsCount() throws Exception {
        // 2100 columns are averaged by twos: lags of 1 um
        var m = RunOn.measured("topography.roughness", SurfaceTruth.random(2100, 60, STEP, 1, 8).map(), Map.of());
        assertTrue(m.get("Sal").uncertainty() >= 1 / Math.sqrt(12), m.get("Sal").pretty());
        assertTrue(m.get("Sal").verdict().reason().contains("of its lags of 1"), m.get("Sal").verdict().reason());
    }

    @Test
    void whatCannotBeMeasuredIsWithheldWithItsReason() throws Exception {
        // a chessboard of holes: no point has a measured neighbour along x or y
        double[] z = SurfaceTruth.random(POINTS, POINTS, STEP, LENGTH, 3).z().clone();
        for (int i = 0; i < z.length; i++) {
            z[i] = ((i % POINTS + i / POINTS) & 1) == 0 ? z[i] : Double.NaN;
        }
        var m = RunOn.measured("topography.roughness", new SurfaceTruth(z, POINTS, POINTS, STEP).map(), Map.of());
        for (String name : List.of("Sdq", "Sdr")) {
            assertTrue(m.get(name).verdict().reason().startsWith("no point was measured together"), name);
        }
    }

    @Test
    @Tag("study")
    void soundNumbersHoldOnManyHardSurfaces() throws Exception {
        for (VerdictTally t : study(24)) {
            System.out.println(t.table());
            assertTrue(t.all().withinTwo() >= VerdictTally.WITHIN_TWO, t.table());
            assertTrue(t.all().beyondThree() <= VerdictTally.BEYOND_THREE, t.table());
            for (String family : families().keySet()) {
                VerdictTally.Count c = t.family(family);
                // six numbers of one surface are wrong together: of a family with few sound ones a surface may be
                assertTrue((1 - c.withinTwo()) * c.sound() <= 0.1 * c.sound() + 3
                        && c.beyondThree() * c.sound() <= 0.025 * c.sound() + 1.5, family + " " + t.table());
            }
        }
    }
}
