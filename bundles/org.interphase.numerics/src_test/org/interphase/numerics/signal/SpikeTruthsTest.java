package org.interphase.numerics.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where spikes begin: each limit worked out by hand, with a spike just below and just above it. */
class SpikeTruthsTest {

    private static final int N = 40;
    private static final int AT = 20;
    /** Uncertainty of the mean excess of one, two, three points with the cubic through the two points beside them. */
    private static final double[] OWN = {0, Math.sqrt(1 + 34 / 36.0), Math.sqrt(2 * 2.38 / 4),
        Math.sqrt((2.8 + 2.94 + 2.8) / 9)};

    /** Only the points of the run are known well enough to be called spikes. */
    private static NoiseLevel noise(int width) {
        double[] sigma = new double[N];
        Arrays.fill(sigma, 1e9);
        Arrays.fill(sigma, AT, AT + width, 1);
        return new NoiseLevel(sigma, 1);
    }

    private static double[] flat(double value) {
        double[] y = new double[N];
        Arrays.fill(y, value);
        return y;
    }

    private static void limit(String what, double[] y, int width, double narrowest, double limit) {
        for (int above = 0; above <= 1; above++) {
            double[] v = y.clone();
            for (int k = 0; k < width; k++) {
                v[AT + k] += limit + (above == 1 ? 0.05 : -0.05);
            }
            int[] expected = above == 1 ? IntStream.range(AT, AT + width).toArray() : new int[0];
            assertArrayEquals(expected, Despike.narrowRuns(v, noise(width), narrowest, 6).touched(), what);
        }
    }

    @Test
    void runsOfOneToThreePointsMustExceedTheThreshold() {
        for (int width = 1; width <= 3; width++) {
            limit(width + " wide", flat(100), width, 10, 6 * OWN[width]);
        }
    }

    @Test
    void everyPointOfARunMustStandOut() {
        double[] y = flat(0);
        y[AT] = 30;
        for (double[] c : new double[][] {{2.4, 0}, {2.6, 2}}) {
            y[AT + 1] = c[0] * Math.sqrt(2.38);
            double[] sigma = noise(2).sigma();
            // alone, the first point is no spike
            sigma[AT] = 8 / Math.sqrt(2.38);
            assertEquals((int) c[1], Despike.narrowRuns(y, new NoiseLevel(sigma, 1), 10, 4).touched().length);
        }
    }

    @Test
    void aTopThatLiftsItsNeighboursIsALine() {
        double[] y = flat(0);
        y[AT - 2] = -10;
        y[AT - 1] = 20;
        y[AT + 1] = 12;
        y[AT + 2] = -30;
        // the cubic is at (10 + 30) / 6 + 4 / 6 * 32 = 28, the neighbours rise by (30 + 42) / 2 = 36 = 0.8 * 45
        for (double[] c : new double[][] {{72.5, 0}, {73.5, 1}}) {
            y[AT] = c[0];
            Despike d = Despike.narrowRuns(y, noise(1), 10, 6);
            assertEquals((int) c[1], d.touched().length);
            assertEquals(c[1] > 0 ? 28 : c[0], d.values()[AT], 1e-12);
        }
    }

    @Test
    void theCubicNeverSwingsUnderTheLineBetweenTheNeighbours() {
        double[] y = flat(0);
        y[AT - 2] = 60;
        y[AT - 1] = 10;
        y[AT + 3] = 40;
        y[AT + 4] = 90;
        for (int k = 0; k < 3; k++) {
            y[AT + k] = 300;
        }
        // cubics: -0.4 * 60 + 1.2 * 10 + 0.4 * 40 - 0.2 * 90 < 17.5, ... < 25, ... < 32.5
        double[] cleaned = Despike.narrowRuns(y, noise(3), 10, 6).values();
        assertArrayEquals(new double[] {17.5, 25, 32.5}, Arrays.copyOfRange(cleaned, AT, AT + 3), 1e-12);
    }

    /** A plateau of 50 over a floor of 10; a line 3 points wide may be off by 384 / 81 of its height times an error. */
    private static double[] plateau(int width) {
        double[] y = flat(10);
        Arrays.fill(y, AT - 2, AT + width + 2, 50);
        return y;
    }

    @Test
    void whereLinesAreNarrowARunMustExceedWhatTheCubicIsOff() {
        double[] error = {0, 1.0 / 6, 1.0 / 2, 3.0 / 2};
        for (int width = 1; width <= 3; width++) {
            limit("narrow, " + width + " wide", plateau(width), width, 3, 40 * 384 * error[width] / 81
                    + 6 * OWN[width]);
        }
        limit("never more than fifty heights", plateau(1), 1, 0.9, 40 * 50 + 6 * OWN[1]);
        limit("four points are resolved", plateau(1), 1, 4, 6 * OWN[1]);
        limit("less are not", plateau(1), 1, 3.999, 40 * 384 / 6 / Math.pow(3.999, 4) + 6 * OWN[1]);
    }

    @Test
    void theFloorIsSoughtThreeWidthsAround() {
        double limit = 40 * 64 / 81.0 + 6 * OWN[1];
        for (int at : new int[] {AT - 9, AT + 9}) {
            double[] y = plateau(1);
            y[at] = -100;
            y[AT] += limit + 1;
            assertEquals(0, Despike.narrowRuns(y, noise(1), 3, 6).touched().length, "floor at " + at);
            y[at] = 10;
            y[at + Integer.signum(at - AT)] = -100;
            assertEquals(1, Despike.narrowRuns(y, noise(1), 3, 6).touched().length, "beyond " + at);
        }
    }

    @Test
    void theGreatestGoFirstAndNoMoreThanATenthOfThePoints() {
        double[] y = flat(0);
        int[] at = {4, 10, 16, 22, 35};
        double[] sigma = flat(1).clone();
        for (int k = 0; k < 5; k++) {
            y[at[k]] = 50 + (k == 2 ? -10 : k);
        }
        assertArrayEquals(new int[] {4, 10, 22, 35}, Despike.narrowRuns(y, new NoiseLevel(sigma, 1), 10, 6).touched());
    }

    @Test
    void theOutermostTwoPointsAreNodesOnly() {
        double[] sigma = flat(1);
        for (int[] c : new int[][] {{1, 0}, {2, 1}, {N - 3, 1}, {N - 2, 0}}) {
            double[] y = flat(0);
            y[c[0]] = 50;
            assertEquals(c[1], Despike.narrowRuns(y, new NoiseLevel(sigma, 1), 10, 6).touched().length, "at " + c[0]);
        }
    }

    @Test
    void neighboursOfAMapGiveTheLevelOfASpike() {
        double[] constant = new double[41];
        double[] y = IntStream.range(0, 41).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();
        // differences: 20 times -1, 20 times 1 and the spike: median 1, deviation from it 2
        double limit = 1 + 5 * 2 * Robust.SIGMA_PER_MAD;
        for (double[] c : new double[][] {{limit - 0.05, 0}, {limit + 0.05, 1}}) {
            y[40] = c[0];
            Despike d = Despike.byNeighbours(y, new double[][] {constant, constant}, 5);
            assertEquals((int) c[1], d.touched().length);
            assertEquals(c[1] > 0 ? 1 : c[0], d.values()[40], 1e-4);
        }
    }

    @Test
    void gainAndOffsetOfANeighbourAreThoseOfLeastSquares() {
        // pairs of equal steps with +1 and -1 on them: the zigzag is orthogonal to the steps, so the gain is exact
        double[] steps = IntStream.range(0, 42).mapToDouble(i -> i / 2 * (i / 2) * 0.3).toArray();
        double[] y = IntStream.range(0, 42).mapToDouble(i -> steps[i] + (i % 2 == 0 ? 1 : -1)).toArray();
        double[] half = Arrays.stream(steps).map(v -> v / 2 - 7).toArray();
        double[] minus = Arrays.stream(steps).map(v -> 4 - 3 * v).toArray();
        Despike d = Despike.byNeighbours(y, new double[][] {half, minus}, 0.5);
        assertArrayEquals(IntStream.range(0, 21).map(i -> 2 * i).toArray(), d.touched());
        for (int i = 0; i < 42; i++) {
            assertEquals(i % 2 == 0 ? steps[i] : y[i], d.values()[i], 1e-9);
        }
        assertThrows(IllegalArgumentException.class, () -> Despike.byNeighbours(new double[4], new double[][] {
            new double[4], new double[4]}, 5));
    }
}
