package org.interphase.numerics.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DistanceAndThicknessTest {

    @Test
    void distanceEqualsBruteForce() {
        for (int seed = 0; seed < 120; seed++) {
            int w = 5 + seed % 37;
            int h = 3 + seed * 7 % 41;
            byte[] mask = RandomMasks.mask(w, h, seed);
            mask[seed % mask.length] = 0;
            assertArrayEquals(RandomMasks.distance(mask, w, h), DistanceTransform.squared(mask, w, h),
                    "seed " + seed);
        }
    }

    @Test
    void distancesBeyondTheNeighboursTriedAtOnceEqualBruteForce() {
        java.util.SplittableRandom random = new java.util.SplittableRandom(6);
        for (int[] size : new int[][] {{170, 23}, {1, 90}, {2, 60}, {140, 1}, {97, 101}, {64, 150}}) {
            for (int background = 1; background < 12; background += 5) {
                byte[] mask = new byte[size[0] * size[1]];
                Arrays.fill(mask, (byte) 1);
                for (int k = 0; k < background; k++) {
                    mask[random.nextInt(mask.length)] = 0;
                }
                // a wall that parts the rows into runs, some of them narrow
                for (int y = 0; y < size[1] && size[0] > 100; y += 2) {
                    mask[y * size[0] + 20 + y % 7] = 0;
                }
                assertArrayEquals(RandomMasks.distance(mask, size[0], size[1]), DistanceTransform.squared(mask,
                        size[0], size[1]), size[0] + " x " + size[1] + ", " + background);
            }
        }
    }

    @Test
    void withoutBackgroundDistancesAreBeyondThePicture() {
        byte[] mask = new byte[20 * 10];
        Arrays.fill(mask, (byte) 1);
        int[] d = DistanceTransform.squared(mask, 20, 10);
        assertTrue(Arrays.stream(d).allMatch(v -> v >= 30 * 30));
        assertThrows(IllegalArgumentException.class, () -> LocalThickness.squaredRadii(d, 20, 10));
    }

    @Test
    void thicknessEqualsBruteForceOnTwoHundredRandomImages() {
        for (int seed = 0; seed < 200; seed++) {
            byte[] mask = RandomMasks.mask(64, 64, 1000 + seed);
            mask[seed] = 0;
            int[] d = DistanceTransform.squared(mask, 64, 64);
            assertArrayEquals(brute(d, 64, 64), LocalThickness.squaredRadii(d, 64, 64), "seed " + seed);
        }
    }

    /** Paints every disc. */
    private static int[] brute(int[] d, int w, int h) {
        int[] out = new int[d.length];
        for (int c = 0; c < d.length; c++) {
            int reach = Grid.isqrt(d[c]);
            for (int dy = -reach; dy <= reach && d[c] > 0; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    int x = c % w + dx;
                    int y = c / w + dy;
                    if (x >= 0 && y >= 0 && x < w && y < h && dx * dx + dy * dy < d[c]) {
                        out[y * w + x] = Math.max(out[y * w + x], d[c]);
                    }
                }
            }
        }
        return out;
    }

    @Test
    void aDiscHasItsOwnDiameterAsThickness() {
        int n = 101;
        for (int squared : new int[] {25, 100, 401, 1600}) {
            byte[] mask = new byte[n * n];
            for (int i = 0; i < mask.length; i++) {
                int dx = i % n - 50;
                int dy = i / n - 50;
                mask[i] = (byte) (dx * dx + dy * dy < squared ? 1 : 0);
            }
            int[] radii = LocalThickness.squaredRadii(DistanceTransform.squared(mask, n, n), n, n);
            int expected = DistanceTransform.squared(mask, n, n)[50 * n + 50];
            for (int i = 0; i < mask.length; i++) {
                assertEquals(mask[i] == 0 ? 0 : expected, radii[i], "pixel " + i);
            }
        }
    }

    @Test
    void tooLargePicturesAreRefused() {
        assertThrows(IllegalArgumentException.class,
                () -> DistanceTransform.squared(new byte[50000], 1, 50000));
        assertThrows(IllegalArgumentException.class, () -> DistanceTransform.squared(new byte[10], 3, 3));
    }
}
