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

    /** Labels of a flood pixel by pixel in order of falling distance, without merging. */
    private static int[] flooded(int[] d, int w, int h) {
        int[] order = java.util.stream.IntStream.range(0, d.length).filter(i -> d[i] > 0).boxed()
                .sorted(java.util.Comparator.<Integer>comparingInt(i -> -d[i]).thenComparingInt(i -> i))
                .mapToInt(Integer::intValue).toArray();
        int[] labels = new int[d.length];
        int count = 0;
        for (int p : order) {
            int highest = 0;
            for (int q = 0; q < 9; q++) {
                int x = p % w + q % 3 - 1;
                int y = p / w + q / 3 - 1;
                boolean inside = x >= 0 && y >= 0 && x < w && y < h;
                if (inside && labels[y * w + x] != 0 && d[y * w + x] > highest) {
                    highest = d[y * w + x];
                    labels[p] = labels[y * w + x];
                }
            }
            labels[p] = labels[p] == 0 ? ++count : labels[p];
        }
        return labels;
    }

    @Test
    void catchmentsAreThoseOfAFloodPixelByPixel() {
        for (int seed = 0; seed < 80; seed++) {
            int w = 1 + seed * 5 % 53;
            int h = 2 + seed * 3 % 41;
            byte[] mask = RandomMasks.mask(w, h, 300 + seed);
            mask[seed % mask.length] = 0;
            int[] d = DistanceTransform.squared(mask, w, h);
            int[] labels = Watershed.ofDistance(d, w, h, -1, -1).labels();
            int[] truth = flooded(d, w, h);
            java.util.Map<Integer, Integer> same = new java.util.HashMap<>();
            for (int i = 0; i < labels.length; i++) {
                assertEquals(same.computeIfAbsent(truth[i], k -> labels[truthIndex(truth, k)]), labels[i],
                        "seed " + seed);
            }
            assertEquals(same.keySet().stream().filter(k -> k > 0).count(), new java.util.HashSet<>(same.values())
                    .stream().filter(k -> k > 0).count(), "seed " + seed);
        }
    }

    private static int truthIndex(int[] truth, int label) {
        int i = 0;
        while (truth[i] != label) {
            i++;
        }
        return i;
    }
}
