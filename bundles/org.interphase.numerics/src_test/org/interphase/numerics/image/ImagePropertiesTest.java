package org.interphase.numerics.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How a sample lies under the microscope is chance: pictures turned by 90 degrees and mirrored give the same numbers,
 * and a picture with each pixel doubled gives lengths twice and areas four times as large.
 */
class ImagePropertiesTest {

    /** A mask and its size. */
    private record Mask(byte[] pixels, int width, int height) {

        static Mask of(long seed) {
            Random r = new Random(seed);
            int w = 30 + r.nextInt(60);
            int h = 30 + r.nextInt(60);
            byte[] m = new byte[w * h];
            for (int k = 0; k < 12 + r.nextInt(20); k++) {
                double x = r.nextDouble() * w;
                double y = r.nextDouble() * h;
                double a = 2 + 7 * r.nextDouble();
                double b = 2 + 7 * r.nextDouble();
                for (int i = 0; i < m.length; i++) {
                    double dx = (i % w - x) / a;
                    double dy = (i / w - y) / b;
                    m[i] |= (byte) (dx * dx + dy * dy < 1 ? 1 : 0);
                }
            }
            return new Mask(m, w, h);
        }

        Mask turned() {
            byte[] out = new byte[pixels.length];
            for (int i = 0; i < out.length; i++) {
                out[(i % width) * height + height - 1 - i / width] = pixels[i];
            }
            return new Mask(out, height, width);
        }

        Mask mirrored() {
            byte[] out = new byte[pixels.length];
            for (int i = 0; i < out.length; i++) {
                out[i / width * width + width - 1 - i % width] = pixels[i];
            }
            return new Mask(out, width, height);
        }

        Mask doubled() {
            byte[] out = new byte[4 * pixels.length];
            for (int i = 0; i < out.length; i++) {
                out[i] = pixels[i / (2 * width) / 2 * width + i % (2 * width) / 2];
            }
            return new Mask(out, 2 * width, 2 * height);
        }

        int[] areas(Components.Connectivity c) {
            int[] all = Components.of(pixels, width, height, c).areas().clone();
            Arrays.sort(all);
            return all;
        }

        int[] thickness() {
            int[] all = LocalThickness.squaredRadii(DistanceTransform.squared(pixels, width, height), width, height);
            Arrays.sort(all);
            return all;
        }

        Shapes.Shape[] shapes() {
            Components c = Components.of(pixels, width, height, Components.Connectivity.values()[0]);
            Shapes.Shape[] all = Shapes.of(c.toLabels(), width, height, c.count());
            Arrays.sort(all, Comparator.comparingInt(Shapes.Shape::area).thenComparingDouble(Shapes.Shape::major)
                    .thenComparingDouble(Shapes.Shape::minor));
            return all;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void turnedAndMirroredPicturesGiveTheSame(long seed) {
        Mask m = Mask.of(seed);
        Shapes.Shape[] shapes = m.shapes();
        for (Mask other : new Mask[] {m.turned(), m.mirrored(), m.turned().mirrored(), m.turned().turned()}) {
            for (Components.Connectivity c : Components.Connectivity.values()) {
                assertArrayEquals(m.areas(c), other.areas(c), c.name());
            }
            assertArrayEquals(m.thickness(), other.thickness(), "local thickness");
            Shapes.Shape[] turned = other.shapes();
            assertEquals(shapes.length, turned.length);
            for (int i = 0; i < shapes.length; i++) {
                assertEquals(shapes[i].area(), turned[i].area());
                assertEquals(shapes[i].major(), turned[i].major(), 1e-6 * shapes[i].major(), "major axis");
                assertEquals(shapes[i].minor(), turned[i].minor(), 1e-6 * shapes[i].major(), "minor axis");
                assertEquals(shapes[i].circularity(), turned[i].circularity(), 1e-9, "circularity");
            }
            double[] radii = {1, 2, 3, 5};
            assertArrayEquals(Granulometry.surviving(m.pixels, m.width, m.height, radii), Granulometry.surviving(
                    other.pixels, other.width, other.height, radii), 1e-12, "granulometry");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void chordsFollowTheTurn(long seed) {
        Mask m = Mask.of(seed);
        Mask t = m.turned();
        assertArrayEquals(ChordLengths.alongX(m.pixels, m.width, m.height), ChordLengths.alongY(t.pixels, t.width,
                t.height));
        assertArrayEquals(ChordLengths.alongY(m.pixels, m.width, m.height), ChordLengths.alongX(t.pixels, t.width,
                t.height));
        assertEquals(ChordLengths.mean(ChordLengths.alongX(m.pixels, m.width, m.height)),
                ChordLengths.mean(ChordLengths.alongX(m.mirrored().pixels, m.width, m.height)), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void doubledPicturesGiveTwiceTheLengthAndFourTimesTheArea(long seed) {
        Mask m = Mask.of(seed);
        Mask d = m.doubled();
        for (Components.Connectivity c : Components.Connectivity.values()) {
            assertArrayEquals(Arrays.stream(m.areas(c)).map(a -> 4 * a).toArray(), d.areas(c), c.name());
        }
        assertEquals(2 * ChordLengths.mean(ChordLengths.alongX(m.pixels, m.width, m.height)),
                ChordLengths.mean(ChordLengths.alongX(d.pixels, d.width, d.height)), 1e-9);
        assertEquals(PhaseFraction.of(m.pixels, null, m.width, m.height).value(),
                PhaseFraction.of(d.pixels, null, d.width, d.height).value(), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void filtersTurnWithThePicture(long seed) {
        Mask m = Mask.of(seed);
        Random r = new Random(seed);
        float[] p = new float[m.pixels.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = m.pixels[i] + 0.2f * (float) r.nextGaussian();
        }
        float[] t = turned(p, m.width, m.height);
        assertSame(turned(Filters.gaussian(p, m.width, m.height, 1.3), m.width, m.height),
                Filters.gaussian(t, m.height, m.width, 1.3), "gaussian");
        for (int radius : new int[] {1, 2, 3}) {
            assertSame(turned(Filters.median(p, m.width, m.height, radius), m.width, m.height),
                    Filters.median(t, m.height, m.width, radius), "median " + radius);
        }
        assertSame(turned(Filters.bilateral(p, m.width, m.height, 1.5, 0.5), m.width, m.height),
                Filters.bilateral(t, m.height, m.width, 1.5, 0.5), "bilateral");
        assertEquals(Filters.noise(p, m.width, m.height), Filters.noise(t, m.height, m.width), 1e-6, "noise");
    }

    private static void assertSame(float[] one, float[] other, String what) {
        assertArrayEquals(one, other, 1e-5f, what);
    }

    private static float[] turned(float[] p, int w, int h) {
        float[] out = new float[p.length];
        for (int i = 0; i < out.length; i++) {
            out[(i % w) * h + h - 1 - i / w] = p[i];
        }
        return out;
    }
}
