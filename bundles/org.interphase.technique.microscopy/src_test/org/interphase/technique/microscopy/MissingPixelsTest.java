package org.interphase.technique.microscopy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.function.IntPredicate;
import org.interphase.api.AnalysisException;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Series;
import org.interphase.technique.microscopy.segmentation.MissingPixels;
import org.interphase.testkit.microscopy.DiscTruth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A picture with pixels that hold no value gives the numbers of the part that does. */
@Timeout(120)
class MissingPixelsTest {

    private static final int SIDE = 256;
    private static final Raster DISCS = new DiscTruth(8, 0.7, 10, 3).raster(SIDE, 0.1);

    /** The picture in single precision, without values where a condition on the column holds. */
    private static Raster without(IntPredicate column) {
        float[] v = DISCS.pixels().toFloats();
        for (int i = 0; i < v.length; i++) {
            v[i] = column.test(i % SIDE) ? Float.NaN : v[i];
        }
        return DISCS.withPixels(Pixels.ofFloats(v));
    }

    private static Raster half() {
        return without(x -> x >= SIDE / 2);
    }

    private static Raster cropped() {
        float[] v = DISCS.pixels().toFloats();
        return DISCS.withPixels(Pixels.ofFloats(v)).withField(new Raster.Field(0, 0, SIDE / 2, SIDE));
    }

    @Test
    void porosityIsThatOfThePixelsWithAValue() throws Exception {
        Run half = Run.of("microscopy/porosity", half());
        Run cropped = Run.of("microscopy/porosity", cropped());
        assertEquals(cropped.value("porosity"), half.value("porosity"), 0.3);
        assertEquals(cropped.uncertainty("porosity"), half.uncertainty("porosity"),
                0.5 * cropped.uncertainty("porosity"));
        assertEquals(cropped.value("threshold"), half.value("threshold"), 1.5);
        assertEquals(cropped.value("correlation length"), half.value("correlation length"),
                0.2 * cropped.value("correlation length"));
    }

    @Test
    void theEdgeOfTheValuesIsNoWall() throws Exception {
        Run half = Run.of("microscopy/pore-size", half());
        Run cropped = Run.of("microscopy/pore-size", cropped());
        for (String name : new String[] {"pore size mean", "pore size D50", "pore size maximum", "mean chord along x",
            "mean chord along y", "pore equivalent diameter"}) {
            assertEquals(cropped.value(name), half.value(name), 0.03 * cropped.value(name), name);
        }
        assertEquals(cropped.value("pore count"), half.value("pore count"), 2);
    }

    @Test
    void aBandIsOneThicknessUpToTheEdgeOfTheValues() throws Exception {
        float[] v = new float[64 * 64];
        for (int i = 0; i < v.length; i++) {
            v[i] = i % 64 >= 16 ? Float.NaN : i / 64 >= 20 && i / 64 < 40 ? 50 : 200;
        }
        Raster band = Raster.of(DatasetHeader.of("band", "sem", Metadata.EMPTY), 64, 64, Pixels.ofFloats(v),
                "Grey level", org.interphase.model.unit.Unit.of("grey"), org.interphase.model.Calibration.NONE);
        Run run = Run.of("microscopy/pore-size", band);
        assertEquals(run.value("pore size maximum"), run.value("pore size mean"), 1e-9);
        assertEquals(20, run.value("pore size maximum"), 2);
    }

    @Test
    void particlesCutByMissingPixelsAreNotWhole() throws Exception {
        Run half = Run.of("microscopy/particles", half());
        Run cropped = Run.of("microscopy/particles", cropped());
        assertEquals(cropped.value("particle count"), half.value("particle count"), 1);
        assertEquals(cropped.value("particle diameter mean"), half.value("particle diameter mean"),
                0.05 * cropped.value("particle diameter mean"));
        assertEquals(cropped.value("particle area fraction"), half.value("particle area fraction"), 1);
    }

    @Test
    void stripesWithoutValueHardlyChangeTheFraction() throws Exception {
        Run whole = Run.of("microscopy/porosity", DISCS);
        Run striped = Run.of("microscopy/porosity", without(x -> x % 8 == 0));
        assertEquals(whole.value("porosity"), striped.value("porosity"), 1);
    }

    @Test
    void whatCannotLeavePixelsOutRefuses() {
        for (String recipe : new String[] {"microscopy/layer-thickness", "microscopy/coating-thickness"}) {
            assertTrue(assertThrows(AnalysisException.class, () -> Run.of(recipe, half())).getMessage()
                    .contains("hold no value"));
        }
    }

    @Test
    void mapsAreComparedWhereBothHaveValues() throws Exception {
        Raster a = map(half(), "Fe");
        Raster b = map(cropped().withField(new Raster.Field(0, 0, SIDE, SIDE)), "O");
        Run same = Run.of("microscopy/element-overlay", Series.named(DatasetHeader.of("two", "element-map",
                Metadata.EMPTY), java.util.List.of(a, b)), Map.of("smoothing", 0.0));
        assertEquals(1, same.value("Pearson Fe-O"), 1e-6);
        float[] v = a.pixels().toFloats();
        double bright = 0;
        for (int i = 0; i < v.length; i++) {
            bright += v[i] >= 128 ? 1 : 0;
        }
        assertEquals(100 * bright / (v.length / 2.0), same.value("Fe area fraction"), 3);
    }

    private static Raster map(Raster r, String element) {
        return r.withHeader(DatasetHeader.of(element, "element-map", Metadata.EMPTY.with("element", element)));
    }

    @Test
    void gapsAreFilledFromTheNearestValue() {
        float n = Float.NaN;
        float[] filled = MissingPixels.filled(new float[] {1, n, n, n, 5, n}, 6, 1);
        assertEquals("[1.0, 1.0, 1.0, 5.0, 5.0, 5.0]", java.util.Arrays.toString(filled));
        assertTrue(MissingPixels.in(MissingPixels.filled(new float[] {n, n}, 2, 1)));
    }
}
