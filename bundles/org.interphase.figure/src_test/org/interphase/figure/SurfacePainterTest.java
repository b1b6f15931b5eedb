package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import org.interphase.model.Calibration;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Pixels;
import org.interphase.model.Raster;
import org.interphase.model.figure.Layer;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Surfaces seen from the side: where points fall, what hides what, what is left open. */
class SurfacePainterTest {

    private static final int W = 400;
    private static final int H = 320;
    private static final int PAPER = Palette.LIGHT.background();

    /** Heights in nm over pixels of 0.1 um. */
    private static Raster map(int width, int height, DoubleBinaryOperator z) {
        double[] v = new double[width * height];
        for (int i = 0; i < v.length; i++) {
            v[i] = z.applyAsDouble(i % width, i / width);
        }
        return Raster.of(DatasetHeader.of("map", "height-map", Metadata.EMPTY), width, height, Pixels.ofDoubles(v),
                "Height", Unit.of("nm"), new Calibration(0.1, 0.1, Unit.of("um"), 0, "test"));
    }

    private static SurfacePicture paint(SurfaceMesh mesh, SurfaceCamera camera) {
        return SurfacePainter.paint(mesh, camera, Layer.ColourMap.GREY, mesh.lowest(), mesh.highest(), W, H,
                Palette.LIGHT);
    }

    private static int painted(SurfacePicture p) {
        int n = 0;
        for (int i = 0; i < W * H; i++) {
            n += p.at(i % W, i / W) == PAPER ? 0 : 1;
        }
        return n;
    }

    @Test
    void fromAboveTheSurfaceIsTheMap() {
        // low on the left and at the back, one step to the right: grey levels as in the map
        SurfaceMesh mesh = SurfaceMesh.of(map(100, 80, (x, y) -> x < 50 ? 0 : 100), 100);
        SurfacePicture p = paint(mesh, new SurfaceCamera(0, Math.PI / 2, 1, 1));
        assertEquals(0, p.at(W / 2 - 40, H / 2) & 0xff);
        assertTrue((p.at(W / 2 + 40, H / 2) & 0xff) > 180);
        double scale = 0.78 * Math.min(W, H * 1.25) / Math.hypot(10, 8);
        assertEquals(scale * 9.9 * scale * 7.9, painted(p), 0.02 * painted(p));
    }

    @Test
    void heightsHaveTheUnitOfLengths() {
        SurfaceMesh mesh = SurfaceMesh.of(map(20, 20, (x, y) -> 500 * x / 19), 100);
        assertEquals(0.5, mesh.highest(), 1e-12);
        assertEquals("nm", mesh.heights().text());
    }

    @Test
    void aWallHidesWhatLiesBehindItFromEverySide() {
        // a bright wall across the middle, 3 um high; dark floor on one side, half bright on the other
        SurfaceMesh mesh = SurfaceMesh.of(map(90, 90, (x, y) -> Math.abs(y - 45) < 4 ? 3000 : y < 45 ? 1500 : 0),
                90);
        for (double azimuth : new double[] {0, Math.PI}) {
            SurfacePicture p = paint(mesh, new SurfaceCamera(azimuth, Math.toRadians(20), 1, 1));
            Set<Integer> column = new HashSet<>();
            for (int y = 0; y < H; y++) {
                column.add(p.at(W / 2, y) & 0xff);
            }
            // the floor is black and seen from the front only: the wall hides it from the back
            assertEquals(azimuth == 0, column.contains(0), "floor seen from " + azimuth);
        }
    }

    @Test
    void holesStayOpen() {
        SurfaceMesh whole = SurfaceMesh.of(map(60, 60, (x, y) -> 10), 60);
        SurfaceMesh open = SurfaceMesh.of(map(60, 60, (x, y) -> Math.hypot(x - 30, y - 30) < 12 ? Double.NaN : 10),
                60);
        SurfaceCamera above = new SurfaceCamera(0.3, 1.2, 1, 1);
        assertNotEquals(PAPER, paint(whole, above).at(W / 2, H / 2));
        assertEquals(PAPER, paint(open, above).at(W / 2, H / 2));
    }

    @Test
    void blocksWithFewMeasuredPointsAreHoles() {
        SurfaceMesh mesh = SurfaceMesh.of(map(40, 40, (x, y) -> x < 20 && (x % 4 != 0 || y % 4 != 0) ? Double.NaN : 7),
                10);
        assertTrue(Double.isNaN(mesh.z(1, 1)));
        assertEquals(0.007, mesh.z(8, 8), 1e-12);
    }

    @Test
    void noCracksAtAnyAngle() {
        SurfaceMesh mesh = SurfaceMesh.of(map(120, 120, (x, y) -> 200 * Math.sin(x / 9) * Math.cos(y / 7)), 120);
        for (int k = 0; k < 24; k++) {
            SurfacePicture p = paint(mesh, new SurfaceCamera(k * Math.PI / 12, 0.9, 1, 1));
            for (int y = H / 2 - 30; y < H / 2 + 30; y++) {
                for (int x = W / 2 - 30; x < W / 2 + 30; x++) {
                    assertNotEquals(PAPER, p.at(x, y), "a hole at " + x + ", " + y + " from " + 15 * k);
                }
            }
        }
    }

    @Test
    void axesTellLengthsAndHeights() {
        SurfaceMesh mesh = SurfaceMesh.of(map(100, 80, (x, y) -> 5 * x), 100);
        SurfacePicture p = paint(mesh, SurfaceCamera.first(mesh));
        String all = String.join("|", p.texts().stream().map(SurfacePicture.Text::text).toList());
        assertTrue(all.contains("x (\u00b5m)") && all.contains("y (\u00b5m)") && all.contains("height (nm)"), all);
        assertTrue(all.contains("10") && all.contains("250"), all);
        assertTrue(p.texts().stream().allMatch(t -> t.x() > 0 && t.x() < W && t.y() > 0 && t.y() < H), all);
    }

    @Test
    void lengthsWithoutHeightsAreNoSurface() {
        Raster counts = map(10, 10, (x, y) -> 1);
        assertTrue(SurfaceMesh.suits(counts));
        assertFalse(SurfaceMesh.suits(new Raster(counts.header(), 10, 10, counts.pixels(), "Counts",
                Unit.of("counts"), counts.calibration(), counts.field())));
    }

    @Test
    void flatAndEmptyMapsArePainted() {
        SurfaceMesh flat = SurfaceMesh.of(map(30, 30, (x, y) -> 4), 30);
        assertTrue(painted(paint(flat, SurfaceCamera.first(flat))) > 1000);
        SurfaceMesh none = SurfaceMesh.of(map(30, 30, (x, y) -> Double.NaN), 30);
        assertEquals(0, painted(paint(none, SurfaceCamera.first(none))));
    }
}
