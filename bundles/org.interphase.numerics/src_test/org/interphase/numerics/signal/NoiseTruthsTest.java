package org.interphase.numerics.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Noise of sequences whose differences are known by hand, and of drawn noise of known size. */
class NoiseTruthsTest {

    /** Upper quartile of the standard normal distribution. */
    private static final double QUARTILE = 0.674489750196082;

    private static double[] sequence(int n, IntToDoubleFunction f) {
        return IntStream.range(0, n).mapToDouble(f).toArray();
    }

    private static double[] drawn(int n, double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return sequence(n, i -> sigma * random.nextGaussian());
    }

    @Test
    void zigzagsHaveTheNoiseOfTheirThirdDifferences() {
        // a (-1)^i: third differences of 8 a, 20 times the variance of a point, median of |normal| at its quartile
        double[] y = sequence(60, i -> 3 * (i % 2 == 0 ? 1 : -1));
        double expected = 8 * 3 / Math.sqrt(20) / QUARTILE;
        NoiseLevel level = NoiseLevel.of(y, null);
        assertEquals(expected, level.typical(), 1e-9);
        assertEquals(60, level.sigma().length);
        for (double s : level.sigma()) {
            assertEquals(expected, s, 1e-9);
        }
        // on a parabola, which third differences do not see
        assertEquals(expected, NoiseLevel.of(sequence(60, i -> y[i] + 5 + 0.2 * i - 0.01 * i * i), null).typical(),
                1e-9);
    }

    @Test
    void drawnNoiseHasItsStandardDeviation() {
        NoiseLevel level = NoiseLevel.of(drawn(20_000, 2, 5), null);
        assertEquals(2, level.typical(), 0.06);
        assertEquals(1, level.correlation(), 0);
    }

    @Test
    void noiseThatGrowsWithTheLevelIsSeenToGrow() {
        // counting statistics from 100 to 10,000 counts
        SplittableRandom random = new SplittableRandom(9);
        double[] mean = sequence(4800, i -> 100 + 9900.0 * i / 4800);
        double[] y = sequence(4800, i -> mean[i] + Math.sqrt(mean[i]) * random.nextGaussian());
        double[] sigma = NoiseLevel.of(y, null).sigma();
        for (int i : new int[] {600, 2400, 4500}) {
            double near = Arrays.stream(sigma, i - 100, i + 100).average().orElseThrow();
            assertEquals(Math.sqrt(mean[i]), near, 0.2 * Math.sqrt(mean[i]), "at " + mean[i]);
        }
    }

    @Test
    void smoothedNoiseIsCorrelated() {
        double[] white = drawn(4000, 1, 3);
        double[] smooth = sequence(3990, i -> Arrays.stream(white, i, i + 8).sum() / 8);
        assertTrue(NoiseLevel.of(smooth, null).correlation() > 1.8);
        assertTrue(NoiseLevel.of(smooth, null).correlation() <= 3);
    }

    @Test
    void statedUncertaintiesAreTakenWhereAllAreGiven() {
        double[] y = drawn(50, 1, 1);
        double[] stated = sequence(50, i -> 1 + i);
        NoiseLevel level = NoiseLevel.of(y, stated);
        assertArrayEquals(stated, level.sigma(), 0);
        assertEquals(1, level.correlation(), 0);
        assertEquals(25.5, level.typical(), 0, "the mean of the two in the middle");
        stated[7] = 0;
        assertEquals(NoiseLevel.of(y, null).typical(), NoiseLevel.of(y, stated).typical(), 0);
    }

    @Test
    void residualsThatAgreeWithTheirNeighboursAreNoisierThanWhiteOnes() {
        double[] same = sequence(20, i -> 1);
        // 1 + 2 (19 + 18 + 17) / 20
        assertEquals(Math.sqrt(6.4), NoiseLevel.correlationOfResiduals(same, 7), 1e-12);
        assertEquals(7, NoiseLevel.correlationOfResiduals(sequence(19, i -> 1), 7), 0, "too few to tell");
        assertEquals(1, NoiseLevel.correlationOfResiduals(sequence(20, i -> i % 2 == 0 ? 1 : -1), 7), 0);
        assertEquals(1, NoiseLevel.correlationOfResiduals(drawn(400, 1, 2), 7), 0);
        // pairs: r1 = 1/2 (199 of 399 products in 400), r2 = -1, r3 = -1/2 or so: nothing left
        assertEquals(1, NoiseLevel.correlationOfResiduals(sequence(400, i -> i / 2 % 2 == 0 ? 1 : -1), 7), 0);
        // a sum of 1 + 2 * 0.5 at 400 points lies above 1 + 4 sqrt(3 / 400) = 1.35
        double[] white = drawn(4000, 1, 8);
        double[] two = sequence(3999, i -> white[i] + white[i + 1]);
        assertEquals(Math.sqrt(2), NoiseLevel.correlationOfResiduals(two, 7), 0.08);
    }

    /** Variance of a zigzag of 1 as the estimate sees it. */
    private static final double UNIT = 64 / 20.0 / (QUARTILE * QUARTILE);

    /** Blocks of 48 points: levels with zigzags of some variance on them. */
    private static double[] blocks(double[] level, double[] variance) {
        return sequence(48 * level.length, i -> level[i / 48] + Math.sqrt(variance[i / 48]) * (i % 2 == 0 ? 1 : -1));
    }

    @Test
    void theVarianceGrowsByTheMedianOfThePairwiseSlopes() {
        // slopes 1 / 100, 5 / 300, 4 / 200: median 1 / 60; medians of variance and level 2 and 100
        double[] s = NoiseLevel.of(blocks(new double[] {0, 100, 300}, new double[] {1, 2, 6}), null).sigma();
        assertEquals(Math.sqrt(2 * UNIT), s[20], 1e-9, "not below the level of its surroundings");
        assertEquals(Math.sqrt(2 * UNIT), s[0], 1e-9);
        double own = Math.sqrt(6) / 3;
        assertEquals(Math.sqrt((2 + (200 - own) / 60) * UNIT), s[120], 1e-9);
        assertEquals(Math.sqrt((2 + (200 + own) / 60) * UNIT), s[121], 1e-9);
        // at the last point its own value counts twice
        assertEquals(Math.sqrt((2 + (200 - own) / 60) * UNIT), s[143], 1e-9);
    }

    @Test
    void noiseDoesNotGrowWhereLevelsDoNotDifferClearly() {
        // three standard deviations of the noise, 3 sqrt(2 * 7.03) = 11.25
        for (double[] c : new double[][] {{11, 0}, {11.5, 1}}) {
            double[] s = NoiseLevel.of(blocks(new double[] {0, 5, c[0]}, new double[] {1, 2, 6}), null).sigma();
            assertEquals(c[1] == 0, Math.abs(s[121] - Math.sqrt(2 * UNIT)) < 1e-9, "span " + c[0]);
        }
        // levels within a tenth of the span tell nothing: two pairs are left, too few
        assertEquals(Math.sqrt(2 * UNIT), NoiseLevel.of(blocks(new double[] {0, 29, 300}, new double[] {1, 2, 6}), null)
                .sigma()[121], 1e-9);
        assertTrue(NoiseLevel.of(blocks(new double[] {0, 31, 300}, new double[] {1, 2, 6}), null).sigma()[121]
                > 1.1 * Math.sqrt(2 * UNIT));
        // nor does it shrink
        double[] falling = blocks(new double[] {0, 100, 300}, new double[] {6, 2, 1});
        assertEquals(Math.sqrt(2 * UNIT), NoiseLevel.of(falling, null).sigma()[121], 1e-9);
    }

    @Test
    void aQuietPartIsNotQuieterThanATenthOfTheWholeVariance() {
        double[] variance = {0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4};
        double[] s = NoiseLevel.of(blocks(new double[12], variance), null).sigma();
        assertEquals(Math.sqrt(0.4 * UNIT), s[10], 1e-9);
        assertEquals(Math.sqrt(4 * UNIT), s[400], 1e-9);
        // seven blocks around block 5: 2 to 8, three quiet of them; around block 4: four quiet
        assertEquals(Math.sqrt(4 * UNIT), s[5 * 48 + 20], 1e-9);
        assertEquals(Math.sqrt(4 * UNIT), s[5 * 48], 1e-9);
        assertEquals(Math.sqrt(0.4 * UNIT), s[4 * 48 + 20], 1e-9);
        // noise-free data are known to ten digits
        assertEquals(5e-7, NoiseLevel.of(sequence(60, i -> -5000), null).typical(), 1e-18);
        assertEquals(Double.MIN_NORMAL, NoiseLevel.of(new double[60], null).typical(), 0);
    }

    @Test
    void sumsOfTwoNeighboursAreNoisierByTheirThirdDifferences() {
        // variances of third differences: 10 of the points, 22.5 of means of two, 250 / 16 of means of four
        double[] white = drawn(40_001, 1, 12);
        double[] two = sequence(40_000, i -> white[i] + white[i + 1]);
        assertEquals(Math.sqrt(4 * 250 / 16.0 / 10), NoiseLevel.of(two, null).correlation(), 0.1);
        double mean = 0;
        double shortest = 0;
        for (int k = 0; k < 60; k++) {
            mean += NoiseLevel.of(Arrays.copyOfRange(two, 600 * k, 600 * k + 243), null).correlation() / 60;
            shortest = Math.max(shortest, NoiseLevel.of(Arrays.copyOfRange(two, 600 * k, 600 * k + 121), null)
                    .correlation());
        }
        // too short for means of four, and for means of two
        assertEquals(Math.sqrt(2 * 22.5 / 10), mean, 0.15);
        assertEquals(1, shortest, 0);
    }

    @Test
    void mediansAndDeviationsByHand() {
        assertEquals(3, Robust.median(new double[] {100, 1, 3, 2, 4}));
        assertEquals(2.5, Robust.median(new double[] {10, 1, 3, 2}));
        assertEquals(1, Robust.mad(new double[] {100, 1, 3, 2, 4}));
        assertEquals(1, Robust.mad(new double[] {10, 1, 3, 2}));
        assertEquals(4 * 5 / QUARTILE / Math.sqrt(6), Robust.noise(sequence(9, i -> i % 2 == 0 ? 5 : -5)), 1e-9);
        double[] kept = {3, 1, 2};
        Robust.median(kept);
        assertArrayEquals(new double[] {3, 1, 2}, kept, 0);
        assertThrows(IllegalArgumentException.class, () -> Robust.noise(new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Robust.noise(new double[] {1, 2, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> Robust.median(new double[0]));
    }
}
