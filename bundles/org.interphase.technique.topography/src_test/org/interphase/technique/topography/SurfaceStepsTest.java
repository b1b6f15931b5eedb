package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.interphase.api.AnalysisException;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.unit.Unit;
import org.interphase.technique.topography.surface.Coarser;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.api.Test;

/** Levelling, filters, outliers and holes against worked-out answers. */
class SurfaceStepsTest {

    private static final int W = 120;
    private static final int H = 90;

    private static SurfaceTruth surface(DoubleBinaryOperator z) {
        double[] out = new double[W * H];
        for (int i = 0; i < out.length; i++) {
            out[i] = z.applyAsDouble(i % W, i / W);
        }
        return new SurfaceTruth(out, W, H, 0.5);
    }

    private static Raster step(String operation, Raster map, Map<String, Object> parameters) throws Exception {
        return (Raster) RunOn.outcome(operation, map, parameters).dataset();
    }

    private static double largest(Raster map) {
        double most = 0;
        for (int i = 0; i < map.pixels().size(); i++) {
            most = Math.max(most, Math.abs(map.pixels().get(i)));
        }
        return most;
    }

    @Test
    void polynomialsTakeOutWhatTheyAre() throws Exception {
        Raster tilt = surface((x, y) -> 3 + 0.02 * x - 0.07 * y).map();
        assertEquals(0, largest(step("topography.level", tilt, Map.of("form", "plane"))), 1e-10);
        Raster bowl = surface((x, y) -> 1e-3 * x * x - 2e-4 * x * y + 5e-4 * y * y - x).map();
        assertTrue(largest(step("topography.level", bowl, Map.of("form", "plane"))) > 0.5);
        assertEquals(0, largest(step("topography.level", bowl, Map.of("form", "polynomial", "order", 2))), 1e-9);
        Raster cubic = surface((x, y) -> 1e-5 * x * x * y - 3e-6 * y * y * y).map();
        assertEquals(0, largest(step("topography.level", cubic, Map.of("form", "polynomial", "order", 3))), 1e-9);
    }

    @Test
    void aStepHasNoSayInARobustPlane() throws Exception {
        // a fifth of the area stands 5 um higher
        Raster r = surface((x, y) -> 0.02 * x + (x > 95 ? 5 : 0) + 0.01 * Math.sin(2.1 * x + 1.3 * y)).map();
        Raster plain = step("topography.level", r, Map.of("form", "plane"));
        Raster robust = step("topography.level", r, Map.of("form", "plane", "robust", true));
        assertEquals(5, robust.get(110, 40) - robust.get(40, 40), 0.05);
        assertTrue(Math.abs(plain.get(110, 40) - plain.get(40, 40) - 5) > 0.5);
    }

    @Test
    void holesHaveNoSay() throws Exception {
        SurfaceTruth holed = surface((x, y) -> 3 + 0.02 * x - 0.07 * y).holed(0.2, 6, 4);
        Raster level = step("topography.level", holed.map(), Map.of("form", "plane"));
        for (int i = 0; i < W * H; i++) {
            double v = level.pixels().get(i);
            assertTrue(Double.isNaN(holed.z()[i]) ? Double.isNaN(v) : Math.abs(v) < 1e-10);
        }
    }

    @Test
    void averagingKeepsTheWholeAreaAndStrips() {
        HeightField f = new HeightField(surface((x, y) -> x).z(), W, H, 0.5, 0.5, Unit.of("um"), Unit.of("um"));
        HeightField c = Coarser.of(f, 7);
        assertEquals(17, c.width());
        assertEquals(W * 0.5, c.sideX(), 1e-12);
        assertEquals(H * 0.5, c.sideY(), 1e-12);
        assertEquals(W - 4, c.z()[16], 1, "the last columns count");
        HeightField strip = new HeightField(new double[4 * 3000], 3000, 4, 0.5, 0.5, Unit.of("um"), Unit.of("um"));
        assertEquals(300, Coarser.of(strip, 10).width());
        assertEquals(3, Coarser.of(strip, 10).height());
    }

    @Test
    void whatLevellingTookAlongIsSaid() throws Exception {
        SurfaceTruth calm = SurfaceTruth.random(W, H, 0.5, 2.5, 5);
        Raster plane = step("topography.level", calm.map(), Map.of("form", "plane"));
        Raster high = step("topography.level", plane, Map.of("form", "polynomial", "order", 8));
        var before = RunOn.measured("topography.roughness", plane, Map.of()).get("Sq");
        // a filter and a plane later change nothing of it
        for (Raster r : new Raster[] {high, step("topography.filter", high, Map.of("s", 1.0)),
                step("topography.level", high, Map.of("form", "plane"))}) {
            var after = RunOn.measured("topography.roughness", r, Map.of()).get("Sq");
            assertTrue(after.verdict().reason().contains("levelling took about"), after.pretty());
            assertTrue(after.value() + 2 * after.uncertainty() > before.value(), after.pretty());
        }
        assertTrue(before.verdict().isSound(), before.pretty());
    }

    @Test
    void rowsThatDriftAreBroughtTogether() throws Exception {
        SurfaceTruth calm = SurfaceTruth.random(W, H, 0.5, 3, 5);
        Raster drift = calm.drifting(1, 6).map();
        for (String lines : new String[] {"median", "difference"}) {
            double sq = RunOn.measured("topography.roughness", step("topography.level", drift, Map.of("lines", lines)),
                    Map.of()).get("Sq").value();
            assertEquals(calm.sq(), sq, 0.25 * calm.sq(), lines);
        }
        assertTrue(RunOn.measured("topography.roughness", drift, Map.of()).get("Sq").verdict().reason()
                .contains("rows"));
    }

    @Test
    void theGaussianFilterPassesHalfOfAWaveOfItsLength() throws Exception {
        for (double wave : new double[] {10, 60}) {
            // longer kernels go by Fourier transform; 0.5 um between points
            SurfaceTruth w = new SurfaceTruth(new double[400 * 30], 400, 30, 0.5);
            for (int i = 0; i < w.z().length; i++) {
                w.z()[i] = 5 + Math.cos(2 * Math.PI * (i % 400 - 200) * 0.5 / wave);
            }
            Raster r = w.map();
            assertEquals(5.5, step("topography.filter", r, Map.of("s", wave)).get(200, 15), 1e-3, "long waves");
            double l = wave > 15 ? 14 : 10;
            double passed = Math.exp(-Math.log(2) * (l / wave) * (l / wave));
            assertEquals(1 - passed, step("topography.filter", r, Map.of("l", l)).get(200, 15), 1e-3, "short waves");
        }
    }

    @Test
    void aLevelStaysALevelAtEdgesAndHoles() throws Exception {
        SurfaceTruth flat = surface((x, y) -> 7).holed(0.1, 5, 2);
        for (double cutoff : new double[] {3, 40}) {
            Raster r = step("topography.filter", flat.map(), Map.of("s", cutoff));
            for (int i = 0; i < W * H; i++) {
                double v = r.pixels().get(i);
                assertTrue(Double.isNaN(flat.z()[i]) ? Double.isNaN(v) : Math.abs(v - 7) < 1e-9);
            }
        }
        assertThrows(AnalysisException.class, () -> step("topography.filter", flat.map(), Map.of("s", 8, "l", 2.5)));
        assertThrows(AnalysisException.class, () -> step("topography.filter", flat.map(), Map.of("l", 800)));
    }

    @Test
    void spikesBecomeHolesAndFlanksDoNot() throws Exception {
        SurfaceTruth calm = SurfaceTruth.random(W, H, 0.5, 3, 5);
        Raster r = step("topography.outliers", calm.spiked(30, 20, 3).map(), Map.of("remove", true));
        int holes = 0;
        for (int i = 0; i < W * H; i++) {
            holes += Double.isNaN(r.pixels().get(i)) ? 1 : 0;
        }
        assertTrue(holes >= 27 && holes <= 36, holes + " holes");
        Raster flank = surface((x, y) -> (x > 60 ? 4 : 0) + 0.01 * Math.sin(5.3 * x * x + 7.1 * y)).map();
        assertEquals(flank.pixels(), step("topography.outliers", flank, Map.of("remove", true)).pixels());
    }

    @Test
    void theReasonNamesTheStepThatHelps() throws Exception {
        SurfaceTruth calm = SurfaceTruth.random(W, H, 0.5, 1.2, 5);
        assertTrue(RunOn.measured("topography.roughness", calm.map(), Map.of()).get("Sq").verdict().isSound());
        assertTrue(RunOn.measured("topography.roughness", calm.tilted(3, 1).map(), Map.of()).get("Sq").verdict()
                .reason().startsWith("a plane holds"));
        assertTrue(RunOn.measured("topography.roughness", calm.bent(2).map(), Map.of()).get("Sq").verdict().reason()
                .startsWith("a surface of second degree holds"));
        assertTrue(RunOn.measured("topography.roughness", calm.spiked(40, 20, 3).map(), Map.of()).get("Sku").verdict()
                .reason().contains("outliers"));
    }

    /** A picture of 16 bits, half a micrometre between points. */
    static Raster picture() {
        short[] levels = new short[40 * 30];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) (i % 40 * 1000 + (i % 7 == 0 ? 30 : 0));
        }
        levels[5] = 0;
        return Raster.of(DatasetHeader.of("picture", "image", Metadata.EMPTY), 40, 30, Pixels.ofShorts(levels),
                "Grey level", Unit.ONE, new Calibration(0.5, 0.5, Unit.of("um"), 0, "test"));
    }

    @Test
    void greyLevelsBecomeHeights() throws Exception {
        Raster map = step("topography.image-heights", picture(), Map.of("perLevel", 2.0, "zeroIsMissing", true));
        assertEquals("height-map", map.kind().id());
        assertEquals(39 * 2.0, map.get(39, 1), 0.1);
        assertEquals("um", map.unit().text());
        assertTrue(Double.isNaN(map.get(5, 0)));
        assertThrows(AnalysisException.class, () -> step("topography.image-heights", picture(), Map.of()));
    }
}
