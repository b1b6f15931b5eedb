package org.interphase.numerics.background;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.interphase.numerics.fit.TestSpectra;
import org.interphase.numerics.signal.Smoothing;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Penalised baselines against the same published definitions computed with dense matrices (Commons Math Cholesky). */
class BaselinesTest {

    private static double[] spectrum(int n, long seed) {
        double[] x = TestSpectra.grid(0, 1, n);
        SplittableRandom random = new SplittableRandom(seed);
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            y[i] = 100 + 80 * x[i] - 60 * x[i] * x[i] + 200 / (1 + 4e3 * (x[i] - 0.3) * (x[i] - 0.3))
                    + 120 * Math.exp(-3e3 * (x[i] - 0.65) * (x[i] - 0.65)) + random.nextGaussian();
        }
        return y;
    }

    private static double[] dense(double[] w, double[] y, double lambda) {
        int n = y.length;
        RealMatrix d = new Array2DRowRealMatrix(n - 2, n);
        for (int i = 0; i < n - 2; i++) {
            d.setEntry(i, i, 1);
            d.setEntry(i, i + 1, -2);
            d.setEntry(i, i + 2, 1);
        }
        RealMatrix a = d.transpose().multiply(d).scalarMultiply(lambda);
        double[] b = new double[n];
        for (int i = 0; i < n; i++) {
            a.addToEntry(i, i, w[i]);
            b[i] = w[i] * y[i];
        }
        return new CholeskyDecomposition(a, 1e-12, 1e-300).getSolver().solve(new ArrayRealVector(b)).toArray();
    }

    private static void same(double[] expected, double[] actual) {
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-8 * Math.abs(expected[i]), "point " + i);
        }
    }

    @Test
    void whittakerSolvesThePentadiagonalSystemForAnyLength() {
        for (int n = 5; n < 40; n++) {
            double[] y = spectrum(n, n);
            double[] w = new SplittableRandom(n).doubles(n).toArray();
            w[n / 2] = 0;
            same(dense(w, y, 13.7), Smoothing.whittaker(y, w, 13.7));
        }
    }

    @Test
    void aslsFollowsEilersAndBoelens() {
        double[] y = spectrum(301, 1);
        double[] w = new double[301];
        Arrays.fill(w, 1);
        double[] z = y;
        for (int iteration = 0; iteration < 50; iteration++) {
            z = dense(w, y, 1e4);
            double change = 0;
            double norm = 0;
            for (int i = 0; i < y.length; i++) {
                double value = y[i] > z[i] ? 0.01 : 0.99;
                change += Math.pow(value - w[i], 2);
                norm += w[i] * w[i];
                w[i] = value;
            }
            if (Math.sqrt(change / norm) < 1e-3) {
                break;
            }
        }
        Baseline baseline = new AsymmetricLeastSquares(1e4, 0.01).of(y);
        assertTrue(baseline.converged());
        same(z, baseline.values());
    }

    @Test
    void arplsFollowsBaek() {
        double[] y = spectrum(301, 2);
        double[] w = new double[301];
        Arrays.fill(w, 1);
        double[] z = y;
        for (int iteration = 0; iteration < 50; iteration++) {
            z = dense(w, y, 1e4);
            double[] zz = z;
            double[] negative = java.util.stream.IntStream.range(0, y.length).mapToDouble(i -> y[i] - zz[i])
                    .filter(d -> d < 0).toArray();
            double mean = Arrays.stream(negative).average().orElseThrow();
            double s = Math.sqrt(Arrays.stream(negative).map(d -> (d - mean) * (d - mean))
                    .sum() / (negative.length - 1));
            double change = 0;
            double norm = 0;
            for (int i = 0; i < y.length; i++) {
                double value = 1 / (1 + Math.exp(2 * (y[i] - z[i] - (2 * s - mean)) / s));
                change += Math.pow(value - w[i], 2);
                norm += w[i] * w[i];
                w[i] = value;
            }
            if (Math.sqrt(change / norm) < 1e-3) {
                break;
            }
        }
        Baseline baseline = new ArPls(1e4).of(y);
        assertTrue(baseline.converged());
        same(z, baseline.values());
    }

    @Test
    void airplsFollowsZhang() {
        double[] y = spectrum(301, 3);
        double[] w = new double[301];
        Arrays.fill(w, 1);
        double total = Arrays.stream(y).map(Math::abs).sum();
        double[] z = y;
        for (int t = 1; t <= 50; t++) {
            z = dense(w, y, 1e4);
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += Math.max(0, z[i] - y[i]);
            }
            if (sum < 1e-3 * total) {
                break;
            }
            for (int i = 0; i < y.length; i++) {
                w[i] = y[i] < z[i] ? Math.exp(t * (z[i] - y[i]) / sum) : 0;
            }
        }
        same(z, new AirPls(1e4).of(y).values());
    }

    @Test
    void snipFollowsItsRecursionPointByPoint() {
        double[] y = spectrum(301, 4);
        double[] v = y.clone();
        for (int p = 20; p >= 1; p--) {
            double[] old = v.clone();
            for (int i = 0; i < v.length; i++) {
                if (i - p >= 0 && i + p < v.length) {
                    v[i] = Math.min(old[i], (old[i - p] + old[i + p]) / 2);
                }
            }
        }
        same(v, new Snip(20).of(y).values());
        // on a slope plus a peak narrower than the window, the slope comes back exactly
        double[] slope = new double[101];
        double[] peaked = new double[101];
        for (int i = 0; i < 101; i++) {
            slope[i] = 5 + 0.5 * i;
            peaked[i] = slope[i] + (Math.abs(i - 50) < 8 ? 10 * (8 - Math.abs(i - 50)) : 0);
        }
        assertArrayEquals(slope, new Snip(20).of(peaked).values(), 1e-12);
    }

    @Test
    void rubberBandIsTheLargestConvexFunctionBelowTheData() {
        double[] x = TestSpectra.grid(10, 0, 101);
        double[] y = spectrum(101, 5);
        double[] z = new RubberBand().of(x, y).values();
        for (int i = 0; i < 101; i++) {
            // by definition: the lowest chord over all pairs that enclose the point
            double lowest = y[i];
            for (int a = 0; a < i; a++) {
                for (int b = i + 1; b < 101; b++) {
                    lowest = Math.min(lowest, y[a] + (y[b] - y[a]) * (i - a) / (b - a));
                }
            }
            assertEquals(lowest, z[i], 1e-9);
        }
    }

    @Test
    void rollingBallMatchesItsWindowsTakenOneByOne() {
        double[] y = spectrum(201, 6);
        double[] low = window(y, 9, false);
        double[] high = window(low, 9, true);
        double[] z = new RollingBall(9, 4).of(y).values();
        for (int i = 0; i < y.length; i++) {
            double mean = Arrays.stream(high, Math.max(0, i - 4), Math.min(y.length, i + 5)).average().orElseThrow();
            assertEquals(mean, z[i], 1e-10);
        }
    }

    private static double[] window(double[] y, int half, boolean largest) {
        double[] out = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double[] part = Arrays.copyOfRange(y, Math.max(0, i - half), Math.min(y.length, i + half + 1));
            Arrays.sort(part);
            out[i] = largest ? part[part.length - 1] : part[0];
        }
        return out;
    }

    @Test
    void modifiedPolynomialAndSplineReproduceWhatTheyCanRepresent() {
        double[] x = TestSpectra.grid(-3, 5, 201);
        double[] cubic = new double[201];
        double[] line = new double[201];
        for (int i = 0; i < 201; i++) {
            cubic[i] = 2 - x[i] + 0.3 * x[i] * x[i] - 0.05 * Math.pow(x[i], 3);
            line[i] = 3 - 2 * x[i];
        }
        assertArrayEquals(cubic, new ModifiedPolynomial(3).of(x, cubic).values(), 1e-10);
        assertArrayEquals(line, new SplineBackground(1).of(x, line, -2, 0, 3).values(), 1e-10);
        assertArrayEquals(line, new SplineBackground(3).of(x, line, -2.5, 4).values(), 1e-10);
    }
}
