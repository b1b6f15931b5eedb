package org.interphase.technique.microscopy.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.image.StepProfile;
import org.interphase.technique.microscopy.layer.LayerFinder.Contrast;
import org.junit.jupiter.api.Test;

/** A layer drawn from the model itself is found and traced where it is. */
class LayerTraceTest {

    private static final int W = 96;
    private static final int H = 80;
    private static final double BLUR = 1.2;
    private static final double[] BRIGHT = {40, 170, 95};

    /** Interfaces where x cos + y sin is first and second. */
    private static float[] picture(double degrees, double first, double second, double... levels) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        float[] v = new float[W * H];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) StepProfile.value(i % W * c + i / W * s, levels, new double[] {first, second}, BLUR);
        }
        return v;
    }

    private static LayerFinder.Rough find(float[] picture, Contrast contrast) {
        return LayerFinder.find(picture, W, H, contrast);
    }

    @Test
    void directionAndPlaceAreFoundRoughly() {
        for (double degrees : new double[] {90, 70, 110, 30}) {
            LayerFinder.Rough r = find(picture(degrees, 30, 50, BRIGHT), Contrast.AUTO);
            assertEquals(degrees, Math.toDegrees(r.angle()), 0.5);
            assertEquals(30, r.first(), 1);
            assertEquals(50, r.second(), 1);
            assertTrue(r.sharpness() > 5);
        }
    }

    @Test
    void theContrastAskedForIsTheOneFound() {
        assertNotNull(find(picture(90, 30, 50, BRIGHT), Contrast.BRIGHT));
        assertNull(find(picture(90, 30, 50, BRIGHT), Contrast.DARK));
        assertNull(find(picture(90, 30, 50, BRIGHT), Contrast.STEPS));
        float[] dark = picture(90, 30, 50, 170, 40, 120);
        assertNotNull(find(dark, Contrast.DARK));
        assertNull(find(dark, Contrast.BRIGHT));
        float[] stairs = picture(90, 30, 50, 40, 100, 170);
        assertNotNull(find(stairs, Contrast.STEPS));
        assertNull(find(stairs, Contrast.BRIGHT));
        assertNull(LayerFinder.find(new float[15 * 40], 15, 40, Contrast.AUTO), "too small to tell");
    }

    @Test
    void aLargePictureIsReducedAndItsPlacesTakenBack() {
        int side = 1100;
        float[] v = new float[side * side];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) StepProfile.value(i / side, BRIGHT, new double[] {500, 620}, 3);
        }
        LayerFinder.Rough r = LayerFinder.find(v, side, side, Contrast.AUTO);
        assertEquals(500, r.first(), 3);
        assertEquals(620, r.second(), 3);
    }

    /** Lines across a layer whose normal points down the rows. */
    private static InterfaceTrace.Lines lines(float[] picture) {
        return new InterfaceTrace.Lines(picture, W, H, 0, 1, -(W - 1), 1, W, 0);
    }

    @Test
    void bothInterfacesAreTracedToAFractionOfAPixel() {
        InterfaceTrace.Lines lines = lines(picture(90, 30.3, 50.6, BRIGHT));
        InterfaceTrace first = InterfaceTrace.of(lines, 31, 8, 1);
        InterfaceTrace second = InterfaceTrace.of(lines, 49, 8, -1);
        assertEquals(W, first.found());
        for (int k = 0; k < W; k++) {
            assertEquals(30.3, first.offset()[k], 0.01);
            assertEquals(50.6, second.offset()[k], 0.01);
            // interpolation between rows widens it a little
            assertEquals(BLUR, first.blur()[k], 0.12);
            assertTrue(first.misfit()[k] < 1);
        }
        assertEquals(-95, lines.along(0));
        assertEquals(95, lines.x(lines.along(0), 7), 1e-12);
        assertEquals(7, lines.y(lines.along(0), 7), 1e-12);
    }

    @Test
    void aSlantedInterfaceIsFollowed() {
        InterfaceTrace trace = InterfaceTrace.of(lines(picture(84, 30, 50, BRIGHT)), 26, 8, 1);
        for (int k = 0; k < W; k++) {
            // x cos 84 + y sin 84 = 30 at x = W - 1 - k
            double y = (30 - (W - 1 - k) * Math.cos(Math.toRadians(84))) / Math.sin(Math.toRadians(84));
            assertEquals(y, trace.offset()[k], 0.03, "line " + k);
        }
    }

    @Test
    void whatIsNoBlurredStepHasResidualsBeyondTheNoise() {
        float[] v = picture(90, 30, 50, BRIGHT);
        for (int x = 0; x < W; x++) {
            v[34 * W + x] -= 15;
            v[35 * W + x] -= 15;
        }
        InterfaceTrace trace = InterfaceTrace.of(lines(v), 30, 8, 1);
        assertTrue(trace.misfit()[W / 2] > 3, "misfit " + trace.misfit()[W / 2]);
    }

    @Test
    void whereThereIsNoStepNothingIsFound() {
        float[] v = picture(90, 30, 50, BRIGHT);
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < 30; x++) {
                v[y * W + x] = 95;
            }
        }
        InterfaceTrace trace = InterfaceTrace.of(lines(v), 30, 8, 1);
        assertEquals(W - 30, trace.found());
        assertTrue(Double.isNaN(trace.offset()[W - 1]));
        assertEquals(30, trace.offset()[0], 0.01);
    }
}
