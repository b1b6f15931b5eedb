package org.interphase.technique.microscopy.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.interphase.technique.microscopy.threshold.AutomaticThresholds.Method;
import org.junit.jupiter.api.Test;

/** Thresholds of histograms whose classes are known. */
class ThresholdTruthsTest {

    /** Pairs of a bin and a count. */
    private static int[] spikes(int... pairs) {
        int[] out = new int[256];
        for (int i = 0; i < pairs.length; i += 2) {
            out[pairs[i]] = pairs[i + 1];
        }
        return out;
    }

    private static int[] normals(double m1, double s1, double m2, double s2) {
        int[] out = new int[256];
        for (int i = 0; i < 256; i++) {
            out[i] = (int) Math.round(1e6 * (Math.exp(-0.5 * Math.pow((i - m1) / s1, 2)) / s1
                    + Math.exp(-0.5 * Math.pow((i - m2) / s2, 2)) / s2));
        }
        return out;
    }

    @Test
    void modesAndTheValleyBetweenThem() {
        // up to 50, down to 100, up to 140, down
        int[] valley = new int[256];
        for (int i = 30; i <= 160; i++) {
            valley[i] = i <= 50 ? 5 * (i - 30) : i <= 100 ? 100 - 2 * (i - 50) + 5 : i <= 140 ? 5 + 2 * (i - 100)
                    : 4 * (160 - i);
        }
        assertEquals(95, BimodalThresholds.intermodes(valley));
        assertEquals(100, BimodalThresholds.minimum(valley));
        assertEquals(100, BimodalThresholds.intermodes(spikes(50, 10, 150, 10)));
        assertEquals(51, BimodalThresholds.minimum(spikes(50, 10, 150, 10)), "the first of many empty bins");
        assertEquals(-1, BimodalThresholds.intermodes(spikes(50, 10)));
        assertEquals(-1, BimodalThresholds.minimum(spikes(50, 10)));
        assertEquals(127, BimodalThresholds.intermodes(spikes(0, 10, 255, 10)), "at both ends of the histogram");
    }

    @Test
    void isodataSettlesHalfwayBetweenTheMeans() {
        assertEquals(100, BimodalThresholds.isodata(spikes(50, 100, 150, 100)));
        assertEquals(100, BimodalThresholds.isodata(spikes(50, 300, 150, 100)));
        // mean 10; then 5 and 20 on both sides: 12.5, which changes nothing more
        assertEquals(12, BimodalThresholds.isodata(spikes(0, 1, 10, 1, 20, 1)));
        assertEquals(-1, BimodalThresholds.isodata(spikes(7, 5)));
    }

    @Test
    void theMinimumErrorLiesWhereTwoNormalDistributionsCross() {
        assertEquals(119.5, BimodalThresholds.minimumError(normals(100, 10, 140, 10)), 0.6);
        // 8 x^2 - 1520 x + 69905.6 = 0 for deviations of 5 and 15: 111.9, here cut off by the threshold itself
        assertEquals(111.9, BimodalThresholds.minimumError(normals(100, 5, 140, 15)), 2.5);
        assertEquals(-1, BimodalThresholds.minimumError(spikes(50, 10, 150, 10)), "classes without a spread");
    }

    @Test
    void edgesAreThoseOfTheUpperClass() {
        int[] two = normals(80, 6, 160, 6);
        assertEquals(101, AutomaticThresholds.edge(Method.INTERMODES, spikes(50, 10, 150, 10)));
        assertTrue(Double.isNaN(AutomaticThresholds.edge(Method.INTERMODES, spikes(50, 10))));
        assertTrue(Double.isNaN(AutomaticThresholds.edge(Method.MIN_ERROR, spikes(50, 10, 150, 10))));
        assertEquals(101, AutomaticThresholds.edge(Method.ISODATA, spikes(50, 10, 150, 10)));
        assertEquals(52, AutomaticThresholds.edge(Method.MINIMUM, spikes(50, 10, 150, 10)));
        Map<String, Double> all = AutomaticThresholds.all(two);
        for (String name : new String[] {"otsu", "isodata", "intermodes", "minimum", "min-error", "default", "moments",
            "ij-isodata", "mean"}) {
            assertEquals(120, all.get(name), 25, name);
        }
        assertFalse(all.containsKey("manual") || all.containsKey("sauvola"));
        for (double edge : all.values()) {
            assertTrue(edge >= 1 && edge < 256);
        }
        // what fails is left out
        assertFalse(AutomaticThresholds.all(spikes(50, 10)).containsKey("intermodes"));
        assertThrows(IllegalArgumentException.class, () -> AutomaticThresholds.edge(Method.MANUAL, two));
    }

    @Test
    void localMethodsAreNotGlobal() {
        for (Method m : Method.values()) {
            assertEquals(!java.util.Set.of("SAUVOLA", "NIBLACK", "PHANSALKAR").contains(m.name()), m.isGlobal());
        }
    }
}
