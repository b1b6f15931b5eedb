package org.interphase.technique.microscopy.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Means and percentiles of counted things, by hand. */
class CountedTest {

    @Test
    void fewValuesWidenTheErrorOfTheirMean() {
        assertEquals(2 / Math.sqrt(9) * Math.sqrt(8.0 / 6), Counted.error(2, 9), 1e-15);
        assertEquals(2 / Math.sqrt(4) * Math.sqrt(3), Counted.error(2, 4), 1e-15);
        assertEquals(2 / Math.sqrt(3) * Math.sqrt(3), Counted.error(2, 3), 1e-15);
        assertEquals(0.1, Counted.error(10, 10_000), 2e-4);
    }

    @Test
    void fiveAreTooFewAndSixAreNot() {
        assertFalse(Counted.verdict(5, "pores").isSound());
        assertTrue(Counted.verdict(5, "pores").reason().contains("5 whole pores"));
        assertTrue(Counted.verdict(6, "pores").isSound());
    }

    @Test
    void weightedStatisticsOfTwoBlocksAreThoseOfTheirSum() {
        BlockHistograms h = new BlockHistograms(new double[] {1, 2, 4}, new double[][] {{1, 1, 0}, {0, 5, 3}});
        // weights 1, 6, 3: mean 25 / 10; 10 %: 1, half: 2, 90 %: 4; mean square 73 / 10
        assertArrayEquals(new double[] {2.5, 1, 2, 4, Math.sqrt(7.3 - 6.25)}, h.statistics(), 1e-12);
        assertEquals(Math.sqrt(1.05), h.deviation(), 1e-12);
        assertArrayEquals(new double[] {1, 6, 3}, h.total(), 1e-15);
        assertArrayEquals(new double[] {1, 2, 4}, h.values(), 0);
        assertArrayEquals(new double[] {10, 50, 90}, BlockHistograms.percentiles(), 0);
        for (double e : h.standardErrors(100, 1)) {
            assertTrue(Double.isNaN(e), "two blocks tell nothing of their spread");
        }
    }

    @Test
    void percentilesAddUpTheWeightsBelow() {
        BlockHistograms h = new BlockHistograms(new double[] {1, 2, 4, 8}, new double[][] {{2, 2, 2, 4}});
        assertEquals(1, h.statistics()[1]);
        assertEquals(4, h.statistics()[2]);
        assertEquals(8, h.statistics()[3]);
        assertTrue(Double.isNaN(new BlockHistograms(new double[] {1}, new double[][] {{0}}).statistics()[1]));
    }

    @Test
    void theErrorOfTheMeanIsThatOfTheBlockMeans() {
        // 16 blocks of equal weight at 0 or 1: standard error of a share of one half, with n - 1
        double[][] w = new double[16][];
        for (int i = 0; i < 16; i++) {
            w[i] = i % 2 == 0 ? new double[] {3, 0} : new double[] {0, 3};
        }
        BlockHistograms h = new BlockHistograms(new double[] {0, 1}, w);
        assertEquals(0.5 / Math.sqrt(15), h.standardErrors(20_000, 1)[0], 0.003);
        // empty blocks are resampled, too; four blocks in use are the least
        double[][] three = {{3, 0}, {0, 3}, {3, 0}, {0, 0}};
        assertTrue(Double.isNaN(new BlockHistograms(new double[] {0, 1}, three).standardErrors(100, 1)[0]));
        double[][] four = {{3, 0}, {0, 3}, {3, 0}, {0, 3}};
        assertEquals(0.5 / Math.sqrt(3), new BlockHistograms(new double[] {0, 1}, four).standardErrors(20_000, 1)[0],
                0.01);
    }
}
