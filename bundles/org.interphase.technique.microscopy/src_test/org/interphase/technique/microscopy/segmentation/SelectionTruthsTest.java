package org.interphase.technique.microscopy.segmentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.AnalysisException;
import org.interphase.api.parameters.Region;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Which pixels count, on grids small enough to draw. */
class SelectionTruthsTest {

    private static Raster raster(int w, int h, float... missing) {
        float[] v = new float[w * h];
        for (int i = 0; i < v.length; i++) {
            v[i] = i;
        }
        for (float m : missing) {
            v[(int) m] = Float.NaN;
        }
        return Raster.of(DatasetHeader.of("r", "sem", Metadata.EMPTY), w, h, Pixels.ofFloats(v), "Grey level",
                Unit.of("grey"), Calibration.NONE);
    }

    @Test
    void rectanglesAreCutToTheField() throws Exception {
        Raster r = raster(10, 8).withField(new Raster.Field(1, 2, 8, 5));
        Selection s = Selection.of(r, Region.ALL);
        assertEquals("1 2 8 5 40", s.x() + " " + s.y() + " " + s.width() + " " + s.height() + " " + s.area());
        Selection part = Selection.of(r, Region.of(Region.Form.RECTANGLE, new double[] {0, 4.5},
                new double[] {3.5, 20}));
        assertEquals("1 3 4 4", part.x() + " " + part.y() + " " + part.width() + " " + part.height());
        assertEquals(31, part.floats(r)[0], 0);
        assertEquals(64, part.floats(r)[15], 0);
        assertThrows(AnalysisException.class, () -> Selection.of(r, Region.of(Region.Form.RECTANGLE,
                new double[] {0, 2}, new double[] {3, 6})), "one column is left");
        assertThrows(AnalysisException.class, () -> Selection.of(r, Region.of(Region.Form.LINE, new double[] {0, 5},
                new double[] {3, 6})));
    }

    @Test
    void aPolygonSelectsThePixelsWhoseCentresItHolds() throws Exception {
        // the triangle below the diagonal of 8 x 8: 36 or 28 pixels without those on it
        Selection s = Selection.of(raster(8, 8), Region.of(Region.Form.POLYGON, new double[] {0, 8, 0},
                new double[] {0, 8, 8}));
        assertEquals(32, s.area(), 4);
        assertTrue(s.has(7 * 8));
        assertFalse(s.has(7));
        assertThrows(AnalysisException.class, () -> Selection.of(raster(8, 8), Region.of(Region.Form.POLYGON,
                new double[] {0, 5, 0}, new double[] {0, 5, 5})), "fewer than 16 pixels");
    }

    @Test
    void pixelsWithoutValueDoNotCount() throws Exception {
        Selection s = Selection.of(raster(5, 4, 3, 7), Region.ALL);
        assertEquals(18, s.area());
        assertFalse(s.has(3) || s.has(7));
        assertTrue(s.has(0) && s.has(8));
        assertThrows(AnalysisException.class, () -> s.complete(raster(5, 4, 3, 7)));
        Selection whole = Selection.of(raster(5, 4), Region.ALL);
        assertSame(whole, whole.complete(raster(5, 4)));
        assertThrows(AnalysisException.class, () -> Selection.of(raster(5, 4, 0, 1, 2, 3, 4), Region.ALL));
        assertEquals(16, Selection.of(raster(5, 4, 0, 1, 2, 3), Region.ALL).area());
    }

    @Test
    void whatTouchesAPixelThatDoesNotCountIsCut() {
        // . 1 1 .     the pixel in the middle of the second row does not count
        // 2 . x 3
        // 4 4 5 .
        byte[] within = {1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1};
        Selection s = new Selection(0, 0, 4, 3, within);
        int[] labels = {0, 1, 1, 0, 2, 0, 0, 3, 4, 4, 5, 0};
        assertArrayEquals(new boolean[] {true, true, false, true, false, true}, s.cut(labels, 5));
        assertArrayEquals(new boolean[6], new Selection(0, 0, 4, 3, null).cut(labels, 5));
        // at the edges of the grid there are fewer neighbours
        byte[] corner = {0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0};
        assertArrayEquals(new boolean[] {true, true, true, true, false, true}, new Selection(0, 0, 4, 3, corner)
                .cut(labels, 5));
        assertArrayEquals(new byte[] {1, 0, 1}, new Selection(0, 0, 3, 1, new byte[] {1, 1, 0}).open(new byte[] {1, 0,
            0}));
        byte[] mask = {1, 0};
        assertSame(mask, new Selection(0, 0, 2, 1, null).open(mask));
    }

    private static Segmentation of(boolean dark, double threshold, PhaseEvidence evidence) {
        return new Segmentation("phase", new Selection(0, 0, 4, 2, null), new byte[8], dark, threshold, "otsu", 0, 4,
                new int[] {2, 4, 2, 0}, evidence, Verdict.SOUND);
    }

    @Test
    void theFractionAtALevelCountsPartsOfBins() {
        Segmentation s = of(true, 2, null);
        assertEquals(0.25, s.fractionAt(1), 1e-15);
        assertEquals(0.5, s.fractionAt(1.5), 1e-15);
        assertEquals(0, s.fractionAt(-3), 0);
        assertEquals(1, s.fractionAt(9), 0);
        assertEquals(0.75, of(false, 2, null).fractionAt(1), 1e-15);
        assertTrue(s.isGlobal());
        assertFalse(of(true, Double.NaN, null).isGlobal());
    }

    @Test
    void verdictsComeFromTheEvidenceAndWithoutThereIsDoubt() {
        PhaseEvidence uneven = new PhaseEvidence(10, 5, 0.2, 0.3, 0, 0);
        assertFalse(of(true, 2, null).ofArea().isSound() || of(true, 2, null).ofSizes().isSound());
        assertFalse(of(true, 2, new PhaseEvidence(10, Double.NaN, 0, 0, 0, 0)).ofArea().isSound(),
                "NaN passes no limit");
        assertEquals(0, of(true, 2, null).shading(), 0);
        assertEquals(0.5, of(true, 2, uneven).shading(), 1e-12);
        assertEquals(0, of(true, Double.NaN, uneven).shading(), 0);
        assertFalse(of(true, 2, uneven).ofArea().isSound());
        assertTrue(of(true, Double.NaN, uneven).ofArea().isSound());
        assertFalse(of(true, Double.NaN, uneven).ofSizes().isSound(), "a contrast of 5 is too little for sizes");
    }
}
