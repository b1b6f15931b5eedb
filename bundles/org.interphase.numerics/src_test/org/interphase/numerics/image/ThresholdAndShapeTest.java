package org.interphase.numerics.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.interphase.numerics.image.Contours.Contour;
import org.interphase.numerics.image.Shapes.Shape;
import org.junit.jupiter.api.Test;

class ThresholdAndShapeTest {

    @Test
    void otsuMaximisesTheVarianceBetweenClasses() {
        SplittableRandom random = new SplittableRandom(4);
        for (int k = 0; k < 50; k++) {
            int[] counts = new int[64];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = random.nextInt(100);
            }
            double best = -1;
            int at = 0;
            for (int t = 0; t < 63; t++) {
                double[] m = new double[2];
                double[] n = new double[2];
                for (int i = 0; i < 64; i++) {
                    m[i <= t ? 0 : 1] += (double) i * counts[i];
                    n[i <= t ? 0 : 1] += counts[i];
                }
                double v = n[0] * n[1] * Math.pow(m[0] / n[0] - m[1] / n[1], 2);
                if (v > best) {
                    best = v;
                    at = t;
                }
            }
            assertEquals(at, Histogram.otsu(counts));
        }
    }

    @Test
    void threeLevelsAreSeparated() {
        int[] counts = new int[256];
        for (int d = -8; d <= 8; d++) {
            counts[40 + d] = 100;
            counts[120 + d] = 30;
            counts[210 + d] = 60;
        }
        int[] t = Histogram.otsuThree(counts);
        assertTrue(t[0] >= 48 && t[0] < 112 && t[1] >= 128 && t[1] < 202, t[0] + " " + t[1]);
    }

    @Test
    void byteHistogramCountsEveryPixel() {
        byte[] pixels = new byte[1003];
        new java.util.Random(1).nextBytes(pixels);
        int[] counts = Histogram.ofBytes(pixels);
        int[] expected = new int[256];
        for (byte b : pixels) {
            expected[b & 0xff]++;
        }
        org.junit.jupiter.api.Assertions.assertArrayEquals(expected, counts);
    }

    @Test
    void ellipsesKeepTheirAxesAreaAndPerimeter() {
        int n = 200;
        double a = 60;
        double b = 30;
        double angle = 0.5;
        int[] labels = new int[n * n];
        for (int i = 0; i < labels.length; i++) {
            double dx = i % n - 100.3;
            double dy = i / n - 99.6;
            double u = dx * Math.cos(angle) + dy * Math.sin(angle);
            double v = -dx * Math.sin(angle) + dy * Math.cos(angle);
            labels[i] = u * u / (a * a) + v * v / (b * b) <= 1 ? 1 : 0;
        }
        Shape s = Shapes.of(labels, n, n, 1)[0];
        assertEquals(100.3, s.x(), 0.1);
        assertEquals(99.6, s.y(), 0.1);
        assertEquals(2 * a, s.major(), 0.3);
        assertEquals(2 * b, s.minor(), 0.3);
        assertEquals(angle, s.angle(), 0.005);
        assertEquals(Math.PI * a * b, s.area(), 30);
        // Ramanujan's approximation of an ellipse's perimeter
        double perimeter = Math.PI * (3 * (a + b) - Math.sqrt((3 * a + b) * (a + 3 * b)));
        assertEquals(perimeter, s.perimeter(), 0.03 * perimeter);
        assertEquals(2 * a, s.feretMax(), 1.5);
        assertEquals(2 * b, s.feretMin(), 1.5);
    }

    @Test
    void contoursEncloseTheAreaOfADisc() {
        int n = 80;
        float[] field = new float[n * n];
        for (int i = 0; i < field.length; i++) {
            field[i] = (float) (25 - Math.hypot(i % n - 40.2, i / n - 39.7));
        }
        List<Contour> lines = Contours.of(field, n, n, 0);
        assertEquals(1, lines.size());
        assertEquals(Math.PI * 625, lines.get(0).area(), 2);
        assertEquals(2 * Math.PI * 25, lines.get(0).length(), 0.2);
    }

    @Test
    void contoursOfAnyMaskCloseAndCountItsParts() {
        for (int seed = 0; seed < 100; seed++) {
            byte[] mask = RandomMasks.mask(30, 24, seed);
            List<Contour> lines = Contours.ofMask(mask, 30, 24);
            // outer outlines plus holes; a saddle at exactly 0.5 joins the high corners
            int parts = Components.of(mask, 30, 24, Components.Connectivity.EIGHT).count();
            Components outside = Components.of(Morphology.invert(mask), 30, 24, Components.Connectivity.FOUR);
            boolean[] border = outside.touchingBorder();
            int holes = 0;
            for (int i = 1; i < border.length; i++) {
                holes += border[i] ? 0 : 1;
            }
            assertEquals(parts + holes, lines.size(), "seed " + seed);
        }
    }

    @Test
    void gaussianKeepsTheSumOfAPointAndItsWidth() {
        int n = 61;
        float[] point = new float[n * n];
        point[30 * n + 30] = 1;
        float[] out = Filters.gaussian(point, n, n, 2.5);
        double sum = 0;
        double second = 0;
        for (int i = 0; i < out.length; i++) {
            sum += out[i];
            second += out[i] * Math.pow(i % n - 30, 2);
        }
        assertEquals(1, sum, 1e-5);
        assertEquals(6.25, second, 0.03);
    }

    @Test
    void medianEqualsSorting() {
        int w = 23;
        int h = 17;
        float[] pixels = new float[w * h];
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(50);
        }
        for (int radius = 1; radius <= 3; radius++) {
            float[] out = Filters.median(pixels, w, h, radius);
            for (int y = radius; y < h - radius; y++) {
                for (int x = radius; x < w - radius; x++) {
                    float[] window = new float[(2 * radius + 1) * (2 * radius + 1)];
                    int n = 0;
                    for (int yy = y - radius; yy <= y + radius; yy++) {
                        for (int xx = x - radius; xx <= x + radius; xx++) {
                            window[n++] = pixels[yy * w + xx];
                        }
                    }
                    java.util.Arrays.sort(window);
                    assertEquals(window[n / 2], out[y * w + x]);
                }
            }
        }
    }

    @Test
    void noiseIsEstimatedAndRemovedByEdgeKeepingFilters() {
        int n = 128;
        SplittableRandom random = new SplittableRandom(9);
        float[] clean = new float[n * n];
        float[] noisy = new float[n * n];
        for (int i = 0; i < clean.length; i++) {
            clean[i] = i % n < 64 ? 100 : 160;
            noisy[i] = (float) (clean[i] + 8 * random.nextGaussian());
        }
        assertEquals(8, Filters.noise(noisy, n, n), 0.4);
        assertTrue(rms(Filters.nonLocalMeans(noisy, n, n, 2, 7, 8), clean) < 2.5);
        assertTrue(rms(Filters.bilateral(noisy, n, n, 2, 24), clean) < 3.5);
    }

    private static double rms(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }

    @Test
    void localThresholdEqualsItsFormula() {
        int w = 37;
        int h = 29;
        float[] pixels = new float[w * h];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextInt(256);
        }
        pixels[0] = 0;
        pixels[1] = 255;
        byte[] found = LocalThreshold.dark(pixels, w, h, LocalThreshold.Method.SAUVOLA, 5, 0.34);
        for (int i = 0; i < pixels.length; i++) {
            double sum = 0;
            double sq = 0;
            int n = 0;
            for (int y = Math.max(0, i / w - 5); y <= Math.min(h - 1, i / w + 5); y++) {
                for (int x = Math.max(0, i % w - 5); x <= Math.min(w - 1, i % w + 5); x++) {
                    double v = pixels[y * w + x] / 255;
                    sum += v;
                    sq += v * v;
                    n++;
                }
            }
            double m = sum / n;
            double s = Math.sqrt(sq / n - m * m);
            assertEquals(pixels[i] / 255 <= m * (1 + 0.34 * (s / 0.5 - 1)) ? 1 : 0, found[i], "pixel " + i);
        }
    }

    @Test
    void aBlurredStepIsFoundToAFractionOfASample() {
        SplittableRandom random = new SplittableRandom(8);
        double pulls = 0;
        int runs = 300;
        for (int k = 0; k < runs; k++) {
            double truth = 14 + 2 * random.nextDouble();
            double[] t = new double[31];
            double[] v = new double[31];
            for (int i = 0; i < t.length; i++) {
                t[i] = i;
                v[i] = 50 + 100 * StepProfile.phi((i - truth) / 1.4) + 3 * random.nextGaussian();
            }
            StepProfile.Fit fit = StepProfile.fit(t, v, new double[] {60, 140}, new double[] {15}, 2, true, true);
            assertTrue(fit.converged());
            assertEquals(truth, fit.positions()[0], 0.35);
            pulls += Math.pow((fit.positions()[0] - truth) / fit.positionSigma()[0], 2);
        }
        assertEquals(1, Math.sqrt(pulls / runs), 0.12);
    }

    @Test
    void theNormalDistributionFunctionIsKnown() {
        assertEquals(0.975, StepProfile.phi(1.959963985), 2e-7);
        assertEquals(0.5, StepProfile.phi(0), 2e-7);
        assertEquals(0.15865525393, StepProfile.phi(-1), 2e-7);
    }
}
