package org.interphase.numerics.signal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.fit.TestSpectra;
import org.interphase.numerics.shape.Gaussian;
import org.interphase.numerics.shape.Lorentzian;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class SignalTest {

    private static double[] noise(int n, double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = sigma * random.nextGaussian();
        }
        return y;
    }

    @Test
    void savitzkyGolayHasThePublishedCoefficients() {
        // Savitzky and Golay 1964: quadratic/cubic, 5 and 7 points; first derivative, 5 points
        assertArrayEquals(new double[] {-3 / 35.0, 12 / 35.0, 17 / 35.0, 12 / 35.0, -3 / 35.0},
                new SavitzkyGolay(5, 2).coefficients(0, 0), 1e-14);
        assertArrayEquals(new double[] {-2 / 21.0, 3 / 21.0, 6 / 21.0, 7 / 21.0, 6 / 21.0, 3 / 21.0, -2 / 21.0},
                new SavitzkyGolay(7, 3).coefficients(0, 0), 1e-14);
        assertArrayEquals(new double[] {-0.2, -0.1, 0, 0.1, 0.2}, new SavitzkyGolay(5, 2).coefficients(0, 1), 1e-14);
    }

    @Test
    void savitzkyGolayReproducesPolynomialsAndTheirDerivativesUpToTheEnds() {
        double[] x = TestSpectra.grid(-1, 2, 31);
        double[] y = Arrays.stream(x).map(v -> 1 - 2 * v + 3 * v * v - v * v * v).toArray();
        double[] second = Arrays.stream(x).map(v -> 6 - 6 * v).toArray();
        assertArrayEquals(y, new SavitzkyGolay(7, 3).smooth(y), 1e-12);
        assertArrayEquals(second, new SavitzkyGolay(9, 3).derivative(y, 2, 0.1), 1e-10);
    }

    @Test
    void smoothersKeepConstantsAndLowerNoise() {
        double[] y = noise(500, 1, 1);
        double[] constant = new double[50];
        Arrays.fill(constant, 3);
        assertArrayEquals(constant, Smoothing.gaussian(constant, 2), 1e-12);
        assertArrayEquals(constant, Smoothing.median(constant, 5), 0);
        assertArrayEquals(constant, Smoothing.whittaker(constant, null, 100), 1e-10);
        // white noise through a Gaussian of s points keeps 1/(2 s sqrt(pi)) of its variance
        double[] smooth = Smoothing.gaussian(y, 3);
        double variance = Arrays.stream(smooth).map(v -> v * v).sum() / 500;
        assertEquals(1 / (2 * 3 * Math.sqrt(Math.PI)), variance, 0.04);
    }

    @Test
    void spikesGoAndSharpBandsStay() {
        double[] x = TestSpectra.grid(0, 999, 1000);
        double[] y = noise(1000, 2, 3);
        // a band four points wide at half height and ordinary ones
        double[][] bands = {{200, 500, 4}, {500, 300, 15}, {700, 800, 8}};
        for (double[] band : bands) {
            double[] add = new Lorentzian().values(x, band);
            for (int i = 0; i < 1000; i++) {
                y[i] += add[i];
            }
        }
        double[] clean = y.clone();
        int[] spikes = {100, 333, 334, 510, 850};
        for (int i : spikes) {
            y[i] += 400;
        }
        Despike result = Despike.narrowRuns(y, NoiseLevel.of(y, null), 4, 6);
        assertArrayEquals(spikes, result.touched());
        for (int i : spikes) {
            assertEquals(clean[i], result.values()[i], i == 510 ? 120 : 15);
        }
        double[][] neighbours = new double[4][];
        for (int k = 0; k < 4; k++) {
            neighbours[k] = noise(1000, 2, 50 + k);
            for (int i = 0; i < 1000; i++) {
                neighbours[k][i] += clean[i];
            }
        }
        assertArrayEquals(spikes, Despike.byNeighbours(y, neighbours, 12).touched());
    }

    @Test
    void resamplingAndDerivativeAreExactWhereTheyCanBe() {
        double[] x = {0, 1, 3, 4, 7};
        double[] y = Arrays.stream(x).map(v -> 2 + 3 * v).toArray();
        double[] at = {0, 0.5, 2, 6.9, 7};
        double[] expected = Arrays.stream(at).map(v -> 2 + 3 * v).toArray();
        assertArrayEquals(expected, Resample.linear(x, y, at), 1e-12);
        assertArrayEquals(expected, Resample.spline(x, y, at), 1e-12);
        double[] down = {7, 4, 3, 1, 0};
        double[] values = Arrays.stream(down).map(v -> 2 + 3 * v).toArray();
        assertArrayEquals(expected, Resample.linear(down, values, at), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> Resample.linear(x, y, new double[] {7.1}));
        double[] parabola = Arrays.stream(x).map(v -> v * v).toArray();
        assertArrayEquals(Arrays.stream(x).map(v -> 2 * v).toArray(), Derivative.first(x, parabola), 1e-12);
    }

    @Test
    void normalisationsDoWhatTheySay() {
        double[] x = {0, 1, 2};
        double[] y = {1, 3, 5};
        assertArrayEquals(new double[] {1 / 6.0, 0.5, 5 / 6.0}, Normalise.area(x, y), 1e-15);
        assertArrayEquals(new double[] {0.2, 0.6, 1}, Normalise.maximum(y), 1e-15);
        assertArrayEquals(new double[] {-1, 0, 1}, Normalise.standardNormalVariate(y), 1e-15);
        assertEquals(1, Arrays.stream(Normalise.vector(y)).map(v -> v * v).sum(), 1e-15);
        assertThrows(IllegalArgumentException.class, () -> Normalise.area(x, new double[] {-1, 0, 1}));
    }

    @Test
    void peaksAreFoundWithUsableStartValuesAndNoiseGivesNone() {
        double[] x = TestSpectra.grid(0, 100, 1001);
        double[] y = noise(1001, 1, 7);
        double[][] peaks = {{20, 60, 3}, {45, 25, 5}, {80, 100, 2}};
        for (double[] peak : peaks) {
            double[] add = new Gaussian().values(x, peak);
            for (int i = 0; i < 1001; i++) {
                y[i] += add[i];
            }
        }
        List<PeakSearch.Candidate> found = new PeakSearch(13, 8, false).find(x, y);
        assertEquals(3, found.size());
        for (int k = 0; k < 3; k++) {
            assertEquals(peaks[k][0], found.get(k).centre(), 0.3);
            assertEquals(peaks[k][1], found.get(k).height(), 0.15 * peaks[k][1]);
            assertEquals(peaks[k][2], found.get(k).width(), 0.2 * peaks[k][2]);
        }
        double[] grid = TestSpectra.grid(0, 1, 20_000);
        for (int seed = 0; seed < 5; seed++) {
            assertEquals(0, new PeakSearch(13, 8, true).find(grid, noise(20_000, 1, 100 + seed)).size());
        }
    }

    @Test
    void aShoulderIsFoundWhereThereIsNoMaximum() {
        double[] x = TestSpectra.grid(0, 20, 401);
        double[] y = new Gaussian().values(x, 9, 100, 3);
        double[] side = new Gaussian().values(x, 11.6, 35, 2);
        double[] noise = noise(401, 0.3, 2);
        for (int i = 0; i < 401; i++) {
            y[i] += side[i] + noise[i];
        }
        assertEquals(1, new PeakSearch(21, 8, false).find(x, y).size());
        List<PeakSearch.Candidate> found = new PeakSearch(21, 8, true).find(x, y);
        assertTrue(found.stream().anyMatch(c -> c.shoulder() && Math.abs(c.centre() - 11.6) < 0.6), found::toString);
    }

    @Test
    void robustNoiseIgnoresTheSignal() {
        double[] x = TestSpectra.grid(0, 10, 5000);
        double[] y = noise(5000, 2.5, 11);
        for (int i = 0; i < y.length; i++) {
            y[i] += 1000 * Math.sin(x[i]);
        }
        assertEquals(2.5, Robust.noise(y), 0.12);
    }

    @Test
    void theMedianOfABufferIsThatOfItsFirstNumbers() {
        assertEquals(2.5, Robust.medianInPlace(new double[] {4, 1, 3, 2, 99, -99}, 4));
        assertEquals(3, Robust.medianInPlace(new double[] {4, 1, 3, 99}, 3));
    }
}
