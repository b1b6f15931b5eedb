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

    /** The likeliest layer, or null. */
    private static LayerFinder.Rough find(float[] picture, int width, int height, Contrast contrast) {
        return LayerFinder.candidates(picture, width, height, contrast).stream().findFirst().orElse(null);
    }

    private static LayerFinder.Rough find(float[] picture, Contrast contrast) {
        return find(picture, W, H, contrast);
    }

    /** Lines are counted and measured by one rule: in their order and more than a pixel apart. */
    @Test
    void tracesWithinAPixelAreNoLayer() {
        double[] a = {10, 10, 10, 10, Double.NaN};
        double[] b = {12, 11.5, 11, 9, 12};
        TracedLayer t = new TracedLayer(new InterfaceTrace.Lines(new float[25], 5, 5, 1, 0, 0, 1, 5, 0),
                new InterfaceTrace(a, a, a, a), new InterfaceTrace(b, b, b, b));
        boolean[] layer = {true, true, false, false, false};
        for (int k = 0; k < layer.length; k++) {
            assertEquals(layer[k], t.isLayer(k), "line " + k);
        }
        assertEquals(2, t.both());
        assertEquals(2, t.crossing());
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
        assertNull(find(new float[15 * 40], 15, 40, Contrast.AUTO), "too small to tell");
    }

    @Test
    void aLargePictureIsReducedAndItsPlacesTakenBack() {
        int side = 1100;
        float[] v = new float[side * side];
        for (int i = 0; i < v.length; i++) {
            v[i] = (float) StepProfile.value(i / side, BRIGHT, new double[] {500, 620}, 3);
        }
        LayerFinder.Rough r = find(v, side, side, Contrast.AUTO);
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

    @Test
    void aLevelIsTheMeanOfParallelLines() {
        float[] squares = new float[W * H];
        float[] ramp = new float[W * H];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = i % W * (i % W);
            ramp[i] = 3 * (i % W) + 5 * (i / W);
        }
        // 9, 10, 11 squared
        assertEquals(302 / 3.0, new InterfaceTrace.Lines(squares, W, H, 0, 1, -90, 2, 40, 1).level(-10, 7), 1e-9);
        assertEquals(100, new InterfaceTrace.Lines(squares, W, H, 0, 1, -90, 2, 40, 0).level(-10, 7), 1e-9);
        InterfaceTrace.Lines turned = new InterfaceTrace.Lines(ramp, W, H, 0.6, 0.8, 5, 2, 40, 2);
        assertEquals(3 * (0.6 * 50 - 0.8 * 7) + 5 * (0.8 * 50 + 0.6 * 7), turned.level(7, 50), 1e-3);
        assertEquals(11, turned.along(3), 0);
        assertTrue(Double.isNaN(turned.level(7, 500)));
    }

    @Test
    void misfitIsTheScatterAcrossOverTheNoiseBetweenLines() {
        float[] rows = picture(90, 30, 50, BRIGHT);
        float[] both = rows.clone();
        for (int i = 0; i < rows.length; i++) {
            // from two rows to the next two, which is across; from two columns to the next two, which is between lines
            rows[i] += i / W / 2 % 2 == 0 ? 2 : -2;
            both[i] += (i / W / 2 % 2 == 0 ? 2 : -2) + (i % W / 2 % 2 == 0 ? 3 : -3);
        }
        // lines two apart differ by nothing, or by 6: 1.4826 * 6 / sqrt 2
        double flat = InterfaceTrace.of(lines(rows), 30, 8, 1).misfit()[W / 2];
        double striped = InterfaceTrace.of(lines(both), 30, 8, 1).misfit()[W / 2];
        assertEquals(2 / 0.3, flat, 0.35 * 2 / 0.3);
        assertEquals(1.4826 * 6 / Math.sqrt(2) / 0.3, flat / striped, 0.3);
    }

    @Test
    void linesFarFromTheirNeighboursAreNoInterface() {
        for (double away : new double[] {0.8, 3}) {
            float[] v = picture(90, 30, 50, BRIGHT);
            float[] moved = picture(90, 30 + away, 50, BRIGHT);
            for (int y = 0; y < H; y++) {
                for (int x = 40; x < 42; x++) {
                    v[y * W + x] = moved[y * W + x];
                }
            }
            InterfaceTrace trace = InterfaceTrace.of(lines(v), 30, 8, 1);
            for (int k = 0; k < W; k++) {
                boolean there = W - 1 - k == 40 || W - 1 - k == 41;
                assertEquals(!there ? 30 : away < 1 ? 30.8 : Double.NaN, trace.offset()[k], 0.02, "line " + k);
            }
        }
    }

    @Test
    void anInterfaceIsTracedFromItsStepOfTheRightSign() {
        float[] v = picture(90, 30, 40, BRIGHT);
        // both steps lie within reach of the start; the one up is at 30, the one down at 40
        assertEquals(30, InterfaceTrace.of(lines(v), 35, 5, 1).offset()[W / 2], 0.05);
        assertEquals(40, InterfaceTrace.of(lines(v), 35, 5, -1).offset()[W / 2], 0.05);
    }

    @Test
    void aWideOrATallPictureGivesTheSameLayer() {
        int w = 160;
        int h = 60;
        float[] wide = new float[w * h];
        float[] tall = new float[w * h];
        for (int y = 0; y < h; y++) {
            for (int x = 0; x < w; x++) {
                wide[y * w + x] = (float) StepProfile.value(x, BRIGHT, new double[] {50, 90}, BLUR);
                tall[x * h + y] = wide[y * w + x];
            }
        }
        LayerFinder.Rough across = find(wide, w, h, Contrast.BRIGHT);
        LayerFinder.Rough down = find(tall, h, w, Contrast.BRIGHT);
        assertEquals(0, Math.sin(across.angle()), 0.01);
        assertEquals(1, Math.sin(down.angle()), 0.01);
        for (LayerFinder.Rough r : new LayerFinder.Rough[] {across, down}) {
            assertEquals(50, r.first(), 1);
            assertEquals(90, r.second(), 1);
        }
    }

    @Test
    void ofSeveralStepsTheTwoWhoseLesserIsGreatestBoundTheLayer() {
        float[] v = new float[W * H];
        for (int i = 0; i < v.length; i++) {
            // up 30 at 12, up 130 at 30, down 75 at 50, down 20 at 65
            v[i] = (float) StepProfile.value(i / W, new double[] {10, 40, 170, 95, 75}, new double[] {12, 30, 50, 65},
                    BLUR);
        }
        LayerFinder.Rough bright = find(v, Contrast.BRIGHT);
        assertEquals(30, bright.first(), 1);
        assertEquals(50, bright.second(), 1);
        LayerFinder.Rough stairs = find(v, Contrast.STEPS);
        assertEquals(12, stairs.first(), 1);
        assertEquals(30, stairs.second(), 1);
    }
}
