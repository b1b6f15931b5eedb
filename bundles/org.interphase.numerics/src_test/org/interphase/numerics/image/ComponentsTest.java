package org.interphase.numerics.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Arrays;
import org.interphase.numerics.image.Components.Connectivity;
import org.junit.jupiter.api.Test;

class ComponentsTest {

    /** Labels by flooding from each pixel in turn. */
    private static int[] flood(byte[] mask, int w, int h, boolean eight) {
        int[] labels = new int[mask.length];
        int count = 0;
        for (int s = 0; s < mask.length; s++) {
            if (mask[s] == 0 || labels[s] != 0) {
                continue;
            }
            count++;
            ArrayDeque<Integer> queue = new ArrayDeque<>();
            queue.add(s);
            labels[s] = count;
            while (!queue.isEmpty()) {
                int p = queue.poll();
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        int x = p % w + dx;
                        int y = p / w + dy;
                        boolean touches = eight || dx == 0 || dy == 0;
                        if (touches && x >= 0 && y >= 0 && x < w && y < h && mask[y * w + x] != 0
                                && labels[y * w + x] == 0) {
                            labels[y * w + x] = count;
                            queue.add(y * w + x);
                        }
                    }
                }
            }
        }
        return labels;
    }

    @Test
    void labelsEqualFlooding() {
        for (int seed = 0; seed < 200; seed++) {
            int w = 1 + seed % 53;
            int h = 1 + seed * 5 % 31;
            byte[] mask = RandomMasks.mask(w, h, seed);
            for (Connectivity c : Connectivity.values()) {
                int[] expected = flood(mask, w, h, c == Connectivity.EIGHT);
                Components found = Components.of(mask, w, h, c);
                assertArrayEquals(expected, found.toLabels(), "seed " + seed + " " + c);
                assertEquals(Arrays.stream(expected).max().orElse(0), found.count());
                int[] areas = new int[found.count() + 1];
                for (int l : expected) {
                    areas[l] += l == 0 ? 0 : 1;
                }
                assertArrayEquals(areas, found.areas());
            }
        }
    }

    @Test
    void runsCountEveryPixelOnce() {
        for (int seed = 0; seed < 100; seed++) {
            byte[] mask = RandomMasks.mask(41, 23, seed);
            long area = 0;
            for (byte b : mask) {
                area += b;
            }
            assertEquals(area, Runs.of(mask, 41, 23).area());
        }
    }

    @Test
    void holesAreFilledAndSmallPartsRemoved() {
        int n = 40;
        byte[] ring = new byte[n * n];
        for (int i = 0; i < ring.length; i++) {
            double r = Math.hypot(i % n - 20, i / n - 20);
            ring[i] = (byte) (r < 12 && r > 6 ? 1 : 0);
        }
        byte[] filled = Morphology.fillHoles(ring, n, n);
        for (int i = 0; i < filled.length; i++) {
            double r = Math.hypot(i % n - 20, i / n - 20);
            assertEquals(r < 12 ? 1 : 0, filled[i]);
        }
        ring[0] = 1;
        byte[] cleaned = Morphology.removeSmall(ring, n, n, 5);
        assertEquals(0, cleaned[0]);
        assertEquals(1, cleaned[20 * n + 29]);
    }

    @Test
    void openingEqualsItsDefinition() {
        for (int seed = 0; seed < 12; seed++) {
            int w = 40;
            int h = 33;
            byte[] mask = RandomMasks.mask(w, h, seed);
            double r = 1 + seed % 4;
            byte[] expected = new byte[mask.length];
            for (int p = 0; p < mask.length; p++) {
                if (fits(mask, w, h, p, r)) {
                    for (int q = 0; q < mask.length; q++) {
                        if (Math.hypot(p % w - q % w, p / w - q / w) <= r) {
                            expected[q] = 1;
                        }
                    }
                }
            }
            assertArrayEquals(expected, Morphology.open(mask, w, h, r), "seed " + seed);
        }
    }

    private static boolean fits(byte[] mask, int w, int h, int p, double r) {
        for (int q = 0; q < mask.length; q++) {
            if (mask[q] == 0 && Math.hypot(p % w - q % w, p / w - q / w) <= r) {
                return false;
            }
        }
        return true;
    }

    @Test
    void granulometryFallsFromOneAndAgreesWithOpenings() {
        byte[] mask = RandomMasks.mask(60, 60, 2);
        double[] radii = {0, 1, 2, 3, 5, 8};
        double[] left = Granulometry.surviving(mask, 60, 60, radii);
        assertEquals(1, left[0]);
        double area = Runs.of(mask, 60, 60).area();
        for (int k = 0; k < radii.length; k++) {
            assertEquals(Runs.of(Morphology.open(mask, 60, 60, radii[k]), 60, 60).area() / area, left[k], 1e-12);
            assertTrue(k == 0 || left[k] <= left[k - 1] + 1e-12);
        }
    }

    @Test
    void chordsOfABrickWallHaveBrickLengths() {
        int w = 70;
        int h = 60;
        byte[] mask = new byte[w * h];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (i % w % 10 < 7 && i / w % 6 < 4 ? 1 : 0);
        }
        long[] x = ChordLengths.alongX(mask, w, h);
        long[] y = ChordLengths.alongY(mask, w, h);
        assertEquals(7, ChordLengths.mean(x));
        assertEquals(4, ChordLengths.mean(y));
        // the first brick of each row and column is cut by the edge
        assertEquals(6 * 40, ChordLengths.count(x));
        assertEquals(9 * 49, ChordLengths.count(y));
    }
}
