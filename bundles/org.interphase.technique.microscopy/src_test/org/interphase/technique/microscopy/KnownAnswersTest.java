package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.api.AnalysisException;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Raster;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.model.unit.Unit;
import org.interphase.testkit.microscopy.DiscTruth;
import org.interphase.testkit.microscopy.SyntheticScene;
import org.interphase.testkit.microscopy.ShellTruth;
import org.interphase.testkit.microscopy.StripTruth;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Simulated pictures whose answers are known. */
class KnownAnswersTest {

    /** A strip of 52.5 um at 0.5 um a pixel. */
    private static void strips(int cases) throws Exception {
        int inside = 0;
        double pulls = 0;
        double worst = 0;
        for (int k = 0; k < cases; k++) {
            double angle = 20.0 * k / (cases - 1);
            Run run = Run.of("microscopy/layer-thickness", StripTruth.tilted(105, angle, k + 1).raster(420, 320, 0.5));
            double v = run.value("layer thickness");
            assertEquals(52.5, v, 0.3 * 0.5, "tilt " + angle);
            worst = Math.max(worst, Math.abs(v - 52.5) / 0.5);
            inside += run.holds("layer thickness", 52.5) ? 1 : 0;
            pulls += Math.pow((v - 52.5) / run.uncertainty("layer thickness"), 2) / cases;
        }
        assertTrue(inside >= 0.93 * cases, inside + " of " + cases);
        System.out.printf("strips: %d of %d inside, worst %.3f px, rms pull %.2f%n", inside, cases, worst,
                Math.sqrt(pulls));
    }

    @Test
    void tiltedStripsHaveTheirThickness() throws Exception {
        strips(12);
    }

    @Test
    @Tag("study")
    void twoHundredTiltedStripsHaveTheirThickness() throws Exception {
        strips(200);
    }

    @Test
    void curvedLayersAreMeasuredAlongTheirNormals() throws Exception {
        for (double bend : new double[] {300, 600, 1500}) {
            Raster r = new StripTruth(60, 3, bend, new double[] {60, 150, 60}, 1.2, 10, 5).raster(420, 320, 1);
            Run run = Run.of("microscopy/layer-thickness", r);
            assertEquals(60, run.value("layer thickness"), 0.3, "radius " + bend);
        }
    }

    @Test
    void anUprightLayerAndAViewAngleAreHandled() throws Exception {
        Raster upright = StripTruth.tilted(70, 88, 3).raster(300, 340, 1);
        assertEquals(70, Run.of("microscopy/layer-thickness", upright).value("layer thickness"), 0.3);
        Raster flat = StripTruth.tilted(70, 0, 3).raster(340, 300, 1);
        Run seen = Run.of("microscopy/layer-thickness", flat, Map.of("viewAngle", 38.0));
        assertEquals(70 / Math.cos(Math.toRadians(38)), seen.value("layer thickness"), 0.4);
        assertTrue(seen.uncertainty("layer thickness") > 0.9, "one degree at 38 degrees is 1.4 % of 89 px");
    }

    @Test
    void theScaleUncertaintyEntersTheBudget() throws Exception {
        Raster r = StripTruth.tilted(70, 2, 3).raster(340, 300, 1);
        Run run = Run.of("microscopy/layer-thickness", r, Map.of("scale", 2.0));
        assertEquals(1.4, run.value("uncertainty from scale"), 0.02);
        assertTrue(run.uncertainty("layer thickness") >= 1.4);
    }

    @Test
    void aPictureWithoutLayerIsRefused() {
        Raster noise = SyntheticScene.render(120, 120, (x, y) -> 100).raster("sem", Calibration.NONE);
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/layer-thickness", noise));
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/coating-thickness", noise));
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/porosity",
                SyntheticScene.render(20, 20, (x, y) -> 7)
                .raster("sem", Calibration.NONE).withField(new Raster.Field(0, 0, 1, 1))));
    }

    private static void shells(double[] thicknesses, double[] waves, double[] gaps, int seeds) throws Exception {
        double worst = 0;
        double worstCoverage = 0;
        int inside = 0;
        int cases = 0;
        for (double thickness : thicknesses) {
            for (double wave : waves) {
                for (double gap : gaps) {
                    for (int seed = 1; seed <= seeds; seed++) {
                        ShellTruth truth = ShellTruth.tem(60 + 5 * seed, wave, 5, thickness, gap, seed);
                        Run run = Run.of("microscopy/coating-thickness", truth.raster(1));
                        String name = thickness + " px, waves " + wave + ", gap " + gap + ", seed " + seed;
                        assertEquals(thickness, run.value("coating thickness"), 0.2, name);
                        assertEquals(100 * (1 - gap), run.value("coverage"), 2, name);
                        worst = Math.max(worst, Math.abs(run.value("coating thickness") - thickness));
                        worstCoverage = Math.max(worstCoverage, Math.abs(run.value("coverage") - 100 * (1 - gap)));
                        inside += run.holds("coating thickness", thickness) ? 1 : 0;
                        cases++;
                    }
                }
            }
        }
        assertTrue(inside >= 0.9 * cases, inside + " of " + cases);
        System.out.printf("shells: worst %.3f px, coverage %.2f points, %d of %d inside%n", worst, worstCoverage,
                inside, cases);
    }

    @Test
    void coatingsHaveTheirThicknessAndCoverage() throws Exception {
        shells(new double[] {2, 6, 20}, new double[] {4}, new double[] {0.2}, 1);
        shells(new double[] {3}, new double[] {0}, new double[] {0}, 1);
    }

    @Test
    @Tag("study")
    void coatingsOfTwoToTwentyPixelsHaveTheirThicknessAndCoverage() throws Exception {
        shells(new double[] {2, 3, 4, 6, 8, 12, 16, 20}, new double[] {0, 2, 4}, new double[] {0, 0.1, 0.3}, 3);
    }

    @Test
    void aBareParticleHasNoCoating() {
        Raster bare = SyntheticScene.render(160, 160, (x, y) -> Math.hypot(x - 80, y - 80) < 45 ? 50 : 200).blurred(1)
                .noisy(5, 3).raster("tem", Calibration.NONE);
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/coating-thickness", bare));
    }

    private static void discs(int cases) throws Exception {
        int inside = 0;
        double pulls = 0;
        for (int k = 0; k < cases; k++) {
            DiscTruth truth = new DiscTruth(8, 0.65, 14, k + 1);
            Run run = Run.of("microscopy/porosity", truth.raster(512, 0.1));
            inside += run.holds("porosity", 100 * truth.porosity()) ? 1 : 0;
            pulls += Math.pow((run.value("porosity") - 100 * truth.porosity()) / run.uncertainty("porosity"), 2)
                    / cases;
        }
        // three binomial standard deviations below 95 %
        double least = 0.95 - 3 * Math.sqrt(0.95 * 0.05 / cases);
        assertTrue(inside >= least * cases, inside + " of " + cases);
        assertTrue(Math.sqrt(pulls) < 1.3, "rms pull " + Math.sqrt(pulls));
        System.out.printf("discs: %d of %d inside, rms pull %.2f%n", inside, cases, Math.sqrt(pulls));
    }

    @Test
    void overlappingDiscsHaveTheExpectedPorosity() throws Exception {
        discs(40);
    }

    @Test
    @Tag("study")
    void twoHundredPicturesOfOverlappingDiscsHaveTheExpectedPorosity() throws Exception {
        discs(200);
    }

    private static Raster grid(double radius, int pitch, int n) {
        return SyntheticScene.render(pitch * n, pitch * n, (x, y) -> {
            double dx = (x + 0.5) % pitch - pitch / 2.0;
            double dy = (y + 0.5) % pitch - pitch / 2.0;
            return Math.hypot(dx, dy) < radius ? 40 : 190;
        }).noisy(8, 2).raster("sem", new Calibration(0.02, 0.02, Unit.of("um"), 0.01, "simulation"));
    }

    @Test
    void roundPoresHaveTheirDiameter() throws Exception {
        Run run = Run.of("microscopy/pore-size", grid(15, 48, 8));
        double truth = 2 * 15 * 0.02;
        // a disc of pixels holds a disc about one pixel smaller
        assertEquals(truth, run.value("pore size mean"), 0.03);
        assertEquals(truth, run.value("pore size mean"), 3 * run.uncertainty("pore size mean"));
        assertEquals(64, run.value("pore count"));
        assertEquals(truth, run.value("pore equivalent diameter"), 0.01);
        // mean chord of a disc: pi R / 2
        assertEquals(Math.PI * 15 / 2 * 0.02, run.value("mean chord along x"), 0.02);
    }

    private static List<String> warnings(Run run) {
        return run.remarks().stream().filter(r -> r.level() == Remark.Level.WARNING).map(Remark::text).toList();
    }

    @Test
    void noiseThatIsTakenForStructureIsSaidToBeSo() throws Exception {
        Calibration scale = new Calibration(0.1, 0.1, Unit.of("um"), 0.01, "simulation");
        Raster noise = SyntheticScene.render(300, 300, (x, y) -> 120).noisy(25, 4).raster("sem", scale);
        for (String recipe : List.of("porosity", "pore-size", "particles")) {
            assertTrue(warnings(Run.of("microscopy/" + recipe, noise)).stream().anyMatch(t -> t.contains("noise")),
                    recipe);
            assertTrue(warnings(Run.of("microscopy/" + recipe, grid(15, 48, 8))).isEmpty(), recipe);
        }
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/layer-thickness", noise));
    }

    @Test
    void aDarkSolidIsNotSilentlyTakenForPores() throws Exception {
        Raster r = SyntheticScene.render(240, 240, (x, y) -> Math.hypot(x % 60 - 30, y % 60 - 30) < 10 ? 200 : 60)
                .noisy(4, 1)
                .raster("sem", Calibration.NONE);
        assertTrue(warnings(Run.of("microscopy/porosity", r)).stream().anyMatch(t -> t.contains("solid")));
    }

    @Test
    void everyMeasuredQuantityHasAnUncertainty() throws Exception {
        List<Raster> maps = List.of(new DiscTruth(7, 0.6, 10, 1).raster(256, 1).withHeader(map("Fe")),
                new DiscTruth(7, 0.6, 10, 9).raster(256, 1).withHeader(map("F")));
        List<Run> runs = List.of(Run.of("microscopy/porosity", new DiscTruth(8, 0.65, 14, 1).raster(512, 0.1)),
                Run.of("microscopy/pore-size", new DiscTruth(8, 0.65, 14, 1).raster(512, 0.1)),
                Run.of("microscopy/particles", grid(12, 40, 9)),
                Run.of("microscopy/layer-thickness", StripTruth.tilted(105, 5, 1).raster(420, 320, 0.5)),
                Run.of("microscopy/coating-thickness", ShellTruth.tem(60, 2, 5, 6, 0.1, 2).raster(1)),
                Run.of("microscopy/element-overlay", Series.named(map("series"), List.copyOf(maps))));
        for (Run run : runs) {
            for (var m : run.measurements()) {
                // ends of an interval and parts of the budget are uncertainties themselves
                boolean own = m.name().contains("95 %") || m.name().contains("uncertainty from");
                assertTrue(own || m.uncertainty() >= 0, m.name() + " has no uncertainty");
            }
        }
    }

    @Test
    void mapsOfFewCountsAreSaidToBeNoise() throws Exception {
        Raster few = new DiscTruth(7, 0.6, 10, 1).raster(64, 1);
        float[] counts = new float[64 * 64];
        java.util.SplittableRandom random = new java.util.SplittableRandom(1);
        for (int i = 0; i < counts.length; i++) {
            counts[i] = random.nextInt(3);
        }
        Raster a = Raster.of(map("Ti"), 64, 64, org.interphase.model.Pixels.ofFloats(counts), "Ti signal",
                Unit.of("counts"), few.calibration());
        Run run = Run.of("microscopy/element-overlay", Series.named(map("series"), List.of(a, a.withHeader(map("O")))));
        assertTrue(warnings(run).stream().anyMatch(t -> t.contains("counting noise")));
    }

    @Test
    void picturesOfPixelsThatAreNotSquareAreMeasuredAfterResampling() throws Exception {
        Raster square = grid(15, 48, 8);
        float[] half = new float[384 * 192];
        for (int y = 0; y < 192; y++) {
            for (int x = 0; x < 384; x++) {
                half[y * 384 + x] = (float) ((square.get(x, 2 * y) + square.get(x, 2 * y + 1)) / 2);
            }
        }
        Raster flat = Raster.of(square.header(), 384, 192, org.interphase.model.Pixels.ofFloats(half), "Grey level",
                Unit.of("grey"), new Calibration(0.02, 0.04, Unit.of("um"), 0.01, "simulation"));
        assertThrows(AnalysisException.class, () -> Run.of("microscopy/pore-size", flat));
        Raster again = (Raster) new org.interphase.technique.microscopy.operation.ResamplePixels().apply(flat,
                new org.interphase.technique.microscopy.operation.ResamplePixels.Parameters(null),
                org.interphase.api.Progress.none())
                .dataset();
        assertEquals(384, again.height());
        Run run = Run.of("microscopy/pore-size", again);
        assertEquals(0.6, run.value("pore equivalent diameter"), 0.02);
        assertEquals(64, run.value("pore count"));
    }

    @Test
    void roundParticlesAreCountedAndMeasured() throws Exception {
        Run run = Run.of("microscopy/particles", grid(12, 40, 9));
        assertEquals(81, run.value("particle count"));
        assertEquals(0.48, run.value("particle diameter mean"), 0.01);
        assertEquals(1, run.value("circularity mean"), 0.05);
        assertEquals(1, run.value("aspect ratio mean"), 0.03);
    }

    @Test
    void mapsOfOneElementTwiceCoincideAndIndependentOnesDoNot() throws Exception {
        Raster a = new DiscTruth(7, 0.6, 10, 1).raster(256, 1).withHeader(map("Fe"));
        Raster same = new DiscTruth(7, 0.6, 12, 1).raster(256, 1).withHeader(map("O"));
        Raster other = new DiscTruth(7, 0.6, 10, 99).raster(256, 1).withHeader(map("F"));
        Run run = Run.of("microscopy/element-overlay", Series.named(map("series"), List.of(a, same, other)));
        assertTrue(run.value("Pearson Fe-O") > 0.95);
        assertEquals(0, run.value("Pearson Fe-F"), 4 * run.uncertainty("Pearson Fe-F"));
        // each element has an entry of its colour in the legend, which pictures alone would not give
        assertEquals(List.of("Fe", "O", "F"), run.last().figures().get(0).panels().get(0).layers().stream()
                .filter(l -> l instanceof org.interphase.model.figure.Layer.Points)
                .map(org.interphase.model.figure.Layer::label).toList());
        assertTrue(run.value("Manders Fe in O") > 0.85);
    }

    private static DatasetHeader map(String name) {
        return DatasetHeader.of(name, "element-map", Metadata.EMPTY);
    }
}
