package org.interphase.technique.topography;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.technique.topography.areal.Hills;
import org.interphase.technique.topography.surface.HeightField;
import org.interphase.testkit.topography.SurfaceTruth;
import org.junit.jupiter.api.Test;

/** Hills whose number, height and curvature are known. */
class FeaturesTest {

    private static HeightField row(double... z) throws Exception {
        double[] all = new double[3 * z.length];
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < z.length; x++) {
                all[y * z.length + x] = z[x] - (y == 1 ? 0 : 0.01);
            }
        }
        return HeightField.of(new SurfaceTruth(all, z.length, 3, 1).map());
    }

    @Test
    void hillsStandAboveTheSaddleToAHigherOne() throws Exception {
        HeightField f = row(0, 5, 3, 4, 1, 8, 7, 7.5, 0);
        int w = 9;
        assertArrayEquals(new int[] {w + 5, w + 7, w + 1, w + 3}, Hills.of(f, 0.4).peaks());
        assertArrayEquals(new int[] {w + 5, w + 1, w + 3}, Hills.of(f, 0.9).peaks());
        assertArrayEquals(new int[] {w + 5, w + 1}, Hills.of(f, 1.5).peaks());
        assertArrayEquals(new int[] {w + 5}, Hills.of(f, 4.5).peaks());
    }

    @Test
    void aGridOfHillsHasItsDensityCurvatureAndHeights() throws Exception {
        int w = 200;
        double[] z = new double[w * w];
        for (int i = 0; i < z.length; i++) {
            // waves of 10 um, 0.5 um between points: peaks every 10 um both ways
            double x = (i % w) * 0.5;
            double y = (i / w) * 0.5;
            z[i] = -Math.cos(2 * Math.PI * x / 10) - Math.cos(2 * Math.PI * y / 10);
        }
        var m = RunOn.measured("topography.features", new SurfaceTruth(z, w, w, 0.5).map(), Map.of());
        assertEquals(0.01, m.get("Spd").value(), 1e-9);
        double k = 2 * Math.PI / 10;
        assertEquals(k * k, m.get("Spc").value(), 0.02 * k * k);
        assertEquals(2, m.get("S5p").value(), 1e-9);
        assertEquals(2, m.get("S5v").value(), 1e-9);
        assertEquals(4, m.get("S10z").value(), 1e-9);
    }

    @Test
    void curvaturesThatNoiseMakesAreDoubted() throws Exception {
        SurfaceTruth s = SurfaceTruth.random(160, 160, 0.25, 2.5, 4);
        var calm = RunOn.measured("topography.features", s.map(), Map.of());
        assertTrue(!calm.get("Spc").verdict().reason().contains("bends"), calm.get("Spc").verdict().reason());
        // far below the hills that count, and half of the curvature
        var m = RunOn.measured("topography.features", s.noisy(0.01, 3).map(), Map.of());
        assertTrue(m.get("Spc").verdict().reason().contains("bends peaks"), m.get("Spc").pretty());
        assertTrue(!m.get("Spd").verdict().reason().contains("bends"), m.get("Spd").pretty());
    }

    @Test
    void hillsOfNoiseAreDoubted() throws Exception {
        SurfaceTruth s = SurfaceTruth.random(120, 120, 0.5, 2.5, 4);
        assertTrue(RunOn.measured("topography.features", s.map(), Map.of()).get("Spd").verdict().isSound());
        assertFalse(RunOn.measured("topography.features", s.noisy(0.1, 3).map(), Map.of()).get("Spd").verdict()
                .isSound());
    }
}
