package org.interphase.numerics.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Spikes, lines, grids and slopes whose numbers are known by hand. */
class LineTruthsTest {

    private static double[] filled(int n, double value) {
        double[] out = new double[n];
        Arrays.fill(out, value);
        return out;
    }

    private static double[] lorentz(int n, double centre, double height, double width, double base) {
        return IntStream.range(0, n).mapToDouble(i -> base + height / (1 + 4 * Math.pow((i - centre) / width, 2)))
                .toArray();
    }

    private static double[] gauss(int n, double centre, double height, double width, double base) {
        return IntStream.range(0, n).mapToDouble(i -> base + height * Math.exp(-4 * Math.log(2)
                * Math.pow((i - centre) / width, 2))).toArray();
    }

    @Test
    void aClearNarrowLineHasItsWidth() {
        double[] sigma = filled(60, 1);
        assertEquals(3, NarrowestLine.find(gauss(60, 30, 500, 3, 10), sigma), 0.35);
        assertEquals(4, NarrowestLine.find(gauss(60, 30.3, 500, 4, 10), sigma), 0.35);
        assertEquals(4, NarrowestLine.find(lorentz(60, 30, 500, 4, 10), sigma), 0.6);
        // of two, the narrower
        double[] both = gauss(60, 15, 500, 4, 10);
        double[] other = gauss(60, 45, 500, 2.6, 0);
        for (int i = 0; i < 60; i++) {
            both[i] += other[i];
        }
        assertEquals(2.6, NarrowestLine.find(both, sigma), 0.35);
    }

    @Test
    void whatIsNoNarrowLineHasNone() {
        double[] sigma = filled(60, 1);
        double none = Double.POSITIVE_INFINITY;
        assertEquals(none, NarrowestLine.find(gauss(60, 30, 500, 6, 10), sigma), "wider than five points");
        assertEquals(none, NarrowestLine.find(gauss(60, 30, 15, 3, 10), sigma), "not clear of the noise");
        assertEquals(none, NarrowestLine.find(filled(60, 10), sigma));
        double[] hit = filled(60, 10);
        hit[30] = 500;
        assertEquals(none, NarrowestLine.find(hit, sigma), "a hit has no wings");
        hit[31] = 480;
        assertEquals(none, NarrowestLine.find(hit, sigma), "nor have two");
        // twenty standard uncertainties are not enough, a few more are
        assertEquals(none, NarrowestLine.find(gauss(60, 30, 19, 3, 10), filled(60, 1)));
        assertEquals(3, NarrowestLine.find(gauss(60, 30, 90, 3, 10), filled(60, 1)), 0.4);
    }

    @Test
    void aHitIsReplacedByTheCubicThroughItsNeighbours() {
        // on a cubic the replaced points are the cubic's own
        double[] clean = IntStream.range(0, 40).mapToDouble(i -> 100 + 3 * i - 0.2 * i * i + 0.004 * i * i * i)
                .toArray();
        NoiseLevel noise = new NoiseLevel(filled(40, 1), 1);
        for (int width = 1; width <= 3; width++) {
            double[] y = clean.clone();
            int[] at = new int[width];
            for (int k = 0; k < width; k++) {
                y[20 + k] += 50;
                at[k] = 20 + k;
            }
            Despike d = Despike.narrowRuns(y, noise, 10, 6);
            assertArrayEquals(at, d.touched());
            for (int i = 0; i < 40; i++) {
                double line = clean[19] + (clean[20 + width] - clean[19]) * (i - 19.0) / (width + 1);
                double expected = i >= 20 && i < 20 + width ? Math.max(clean[i], line) : clean[i];
                assertEquals(expected, d.values()[i], 1e-9, width + " wide, point " + i);
            }
            assertEquals(clean[20] + 50, y[20], 1e-12, "the input stays");
        }
        assertEquals(0, Despike.narrowRuns(clean, noise, 10, 6).touched().length);
    }

    @Test
    void theThresholdIsInStandardUncertaintiesOfTheExcess() {
        // weights of one point: -1/6, 4/6, 4/6, -1/6: uncertainty sqrt(1 + 34/36) = 1.394
        double limit = 6 * Math.sqrt(1 + 34 / 36.0);
        for (double[] c : new double[][] {{0.99, 0}, {1.01, 1}}) {
            double[] y = filled(40, 100);
            y[20] += c[0] * limit;
            assertEquals((int) c[1], Despike.narrowRuns(y, new NoiseLevel(filled(40, 1), 1), 10, 6).touched().length);
            // noise that is smoothed has bumps: its correlation widens it
            assertEquals(0, Despike.narrowRuns(y, new NoiseLevel(filled(40, 1), 2), 10, 6).touched().length);
            assertEquals((int) c[1], Despike.narrowRuns(y, new NoiseLevel(filled(40, 1), 1.9), 10, 6).touched().length);
        }
    }

    @Test
    void narrowLinesStayAndHitsOnThemGo() {
        double[] line = lorentz(80, 40, 1000, 3.5, 50);
        NoiseLevel noise = new NoiseLevel(filled(80, 2), 1);
        assertEquals(0, Despike.narrowRuns(line, noise, 3.5, 6).touched().length);
        double[] hit = line.clone();
        hit[20] += 400;
        assertArrayEquals(new int[] {20}, Despike.narrowRuns(hit, noise, 3.5, 6).touched());
    }

    @Test
    void despikingRefusesWhatItCantUse() {
        double[] y = filled(10, 1);
        NoiseLevel noise = new NoiseLevel(filled(10, 1), 1);
        assertThrows(IllegalArgumentException.class, () -> Despike.narrowRuns(y, noise, 4, 0));
        assertThrows(IllegalArgumentException.class, () -> Despike.narrowRuns(y, noise, 0, 6));
        assertThrows(IllegalArgumentException.class, () -> Despike.narrowRuns(filled(11, 1), noise, 4, 6));
        assertThrows(IllegalArgumentException.class, () -> Despike.narrowRuns(filled(7, 1), new NoiseLevel(filled(7, 1),
                1), 4, 6));
        assertThrows(IllegalArgumentException.class, () -> Despike.byNeighbours(y, new double[][] {y}, 6));
        assertThrows(IllegalArgumentException.class, () -> Despike.byNeighbours(y, new double[][] {y, y}, 0));
        assertThrows(IllegalArgumentException.class, () -> Despike.byNeighbours(y, new double[][] {y, filled(9, 1)},
                6));
        assertThrows(IllegalArgumentException.class, () -> Despike.byNeighbours(y, new double[][] {y,
            filled(10, Double.NaN)}, 6));
    }

    @Test
    void neighboursAreScaledBeforeTheyAreCompared() {
        // neighbours with another gain and offset, a zigzag of 0.5 in this spectrum as its noise
        double[] shape = gauss(60, 30, 100, 8, 20);
        double[] y = IntStream.range(0, 60).mapToDouble(i -> shape[i] + (i % 2 == 0 ? 0.5 : -0.5)).toArray();
        double[] twice = Arrays.stream(shape).map(v -> 2 * v + 30).toArray();
        double[] half = Arrays.stream(shape).map(v -> 0.5 * v - 5).toArray();
        assertEquals(0, Despike.byNeighbours(y, new double[][] {twice, half, shape}, 5).touched().length);
        double[] hit = y.clone();
        hit[31] += 40;
        Despike d = Despike.byNeighbours(hit, new double[][] {twice, half, shape}, 5);
        assertArrayEquals(new int[] {31}, d.touched());
        assertEquals(shape[31], d.values()[31], 0.6, "to the zigzag");
        // a hit of a neighbour is none of this spectrum's
        double[] spoiled = twice.clone();
        spoiled[12] += 500;
        assertEquals(0, Despike.byNeighbours(y, new double[][] {spoiled, half, shape}, 5).touched().length);
        // without any spread nothing can be told
        assertEquals(0, Despike.byNeighbours(shape, new double[][] {shape, shape}, 5).touched().length);
    }

    @Test
    void gridsHaveBothEndsAndEvenSteps() {
        assertArrayEquals(new double[] {1, 1.5, 2, 2.5}, Resample.grid(1, 2.5, 4), 1e-15);
        assertArrayEquals(new double[] {3, 1}, Resample.grid(3, 1, 2), 0);
        assertEquals(0.3, Resample.grid(0.1, 0.3, 8)[7], 0, "the end exactly");
        for (double[] bad : new double[][] {{0, 1, 1}, {1, 1, 3}, {Double.NaN, 1, 3},
            {0, Double.POSITIVE_INFINITY, 3}}) {
            assertThrows(IllegalArgumentException.class, () -> Resample.grid(bad[0], bad[1], (int) bad[2]));
        }
    }

    @Test
    void interpolationGoesThroughItsPoints() {
        double[] x = {0, 1, 3};
        double[] y = {2, 5, 1};
        assertArrayEquals(new double[] {2, 3.5, 5, 3, 1}, Resample.linear(x, y, new double[] {0, 0.5, 1, 2, 3}), 1e-15);
        assertArrayEquals(new double[] {2, 5, 1}, Resample.spline(x, y, x), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Resample.linear(x, y, new double[] {-0.1}));
        assertThrows(IllegalArgumentException.class, () -> Resample.spline(x, y, new double[] {3.1}));
        assertThrows(IllegalArgumentException.class, () -> Resample.linear(x, new double[] {1, 2}, x));
        assertThrows(IllegalArgumentException.class, () -> Resample.linear(new double[] {0, 0, 1}, y, x));
        assertThrows(IllegalArgumentException.class, () -> Resample.linear(x, new double[] {1, Double.NaN, 2}, x));
    }

    @Test
    void slopesOverUnevenPointsAreThoseOfTheParabola() {
        // y = x^2 - 3 x at 0, 1, 3, 4.5: 2 x - 3
        double[] x = {0, 1, 3, 4.5};
        double[] y = Arrays.stream(x).map(v -> v * v - 3 * v).toArray();
        assertArrayEquals(new double[] {-3, -1, 3, 6}, Derivative.first(x, y), 1e-12);
        double[] back = {4.5, 3, 1, 0};
        double[] values = Arrays.stream(back).map(v -> v * v - 3 * v).toArray();
        assertArrayEquals(new double[] {6, 3, -1, -3}, Derivative.first(back, values), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Derivative.first(new double[] {0, 1}, new double[] {0, 1}));
        assertThrows(IllegalArgumentException.class, () -> Derivative.first(x, new double[] {0, 1, 2}));
        assertThrows(IllegalArgumentException.class, () -> Derivative.first(new double[] {0, 2, 1}, new double[] {0, 1,
            2}));
    }

    @Test
    void normalisationsByHand() {
        assertArrayEquals(new double[] {1 / 11.0, 3 / 11.0, 5 / 11.0}, Normalise.area(new double[] {0, 1, 3.25},
                new double[] {1, 3, 5}), 1e-15);
        assertArrayEquals(new double[] {0.6, 0.8}, Normalise.vector(new double[] {3, 4}), 1e-15);
        // mean 3, sum of squares 14, two degrees of freedom
        double s = Math.sqrt(7);
        assertArrayEquals(new double[] {-2 / s, -1 / s, 3 / s}, Normalise.standardNormalVariate(new double[] {1, 2, 6}),
                1e-15);
        assertThrows(IllegalArgumentException.class, () -> Normalise.maximum(new double[] {0, -1}));
        assertThrows(IllegalArgumentException.class, () -> Normalise.vector(new double[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> Normalise.vector(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> Normalise.maximum(new double[] {Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> Normalise.standardNormalVariate(new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> Normalise.area(new double[] {0, 0}, new double[] {1, 1}));
        assertThrows(IllegalArgumentException.class, () -> Normalise.area(new double[] {0, 1}, new double[] {1, 1, 1}));
        assertTrue(Normalise.maximum(new double[] {-4, 2})[0] == -2);
    }
}
