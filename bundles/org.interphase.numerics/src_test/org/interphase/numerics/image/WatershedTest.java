package org.interphase.numerics.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WatershedTest {

    private static byte[] discs(int w, int h, double[][] circles) {
        byte[] mask = new byte[w * h];
        for (int i = 0; i < mask.length; i++) {
            for (double[] c : circles) {
                if (Math.hypot(i % w - c[0], i / w - c[1]) <= c[2]) {
                    mask[i] = 1;
                }
            }
        }
        return mask;
    }

    @Test
    void touchingDiscsAreParted() {
        double[][] circles = {{40, 40, 25}, {82, 40, 25}, {60, 76, 22}};
        byte[] mask = discs(130, 110, circles);
        Watershed.Segments s = Watershed.ofDistance(DistanceTransform.squared(mask, 130, 110), 130, 110, 1, 0.1);
        assertEquals(3, s.count());
        for (double[] c : circles) {
            int label = s.labels()[(int) c[1] * 130 + (int) c[0]];
            int area = 0;
            for (int l : s.labels()) {
                area += l == label ? 1 : 0;
            }
            assertEquals(Math.PI * c[2] * c[2], area, 0.1 * Math.PI * c[2] * c[2]);
        }
    }

    @Test
    void everyForegroundPixelHasALabelAndSegmentsAreConnected() {
        for (int seed = 0; seed < 60; seed++) {
            byte[] mask = RandomMasks.mask(48, 37, seed);
            mask[5] = 0;
            Watershed.Segments s = Watershed.ofDistance(DistanceTransform.squared(mask, 48, 37), 48, 37, 1, 0.1);
            boolean[] seen = new boolean[s.count() + 1];
            for (int i = 0; i < mask.length; i++) {
                assertEquals(mask[i] != 0, s.labels()[i] != 0);
                seen[s.labels()[i]] = true;
            }
            for (int l = 1; l <= s.count(); l++) {
                assertTrue(seen[l], "label " + l);
                byte[] one = new byte[mask.length];
                for (int i = 0; i < one.length; i++) {
                    one[i] = (byte) (s.labels()[i] == l ? 1 : 0);
                }
                assertEquals(1, Components.of(one, 48, 37, Components.Connectivity.EIGHT).count());
            }
        }
    }

    @Test
    void deepEnoughDemandsMergeEverythingInAComponent() {
        byte[] mask = discs(130, 110, new double[][] {{40, 40, 25}, {82, 40, 25}});
        assertEquals(1, Watershed.ofDistance(DistanceTransform.squared(mask, 130, 110), 130, 110, 100, 0).count());
    }
}
