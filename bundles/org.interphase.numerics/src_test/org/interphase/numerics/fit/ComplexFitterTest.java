package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

/** A resistance in series with a relaxation, z = r + a / (1 + i w t), fitted over w. */
class ComplexFitterTest {

    private static final int N = 30;
    private static final double[] TRUTH = {2, 5, 0.1};

    private static final class Relaxation implements ComplexModel {
        private final double[] re = new double[N];
        private final double[] im = new double[N];
        private final double[][] dRe = new double[3][N];
        private final double[][] dIm = new double[3][N];

        @Override
        public int points() {
            return N;
        }

        @Override
        public void evaluate(double[] p, boolean derivatives) {
            for (int i = 0; i < N; i++) {
                double w = Math.pow(10, 4.0 * i / N - 1);
                double x = w * p[2];
                double d = 1 / (1 + x * x);
                re[i] = p[0] + p[1] * d;
                im[i] = -p[1] * x * d;
                dRe[0][i] = 1;
                dRe[1][i] = d;
                dIm[1][i] = -x * d;
                dRe[2][i] = -2 * p[1] * x * w * d * d;
                dIm[2][i] = -p[1] * w * (1 - x * x) * d * d;
            }
        }

        @Override
        public double[] re() {
            return re;
        }

        @Override
        public double[] im() {
            return im;
        }

        @Override
        public double[] dRe(int parameter) {
            return dRe[parameter];
        }

        @Override
        public double[] dIm(int parameter) {
            return dIm[parameter];
        }
    }

    private static ParameterSpace.Builder space() {
        return new ParameterSpace.Builder(3).vary(0, false, -10, 10).vary(1, true, 1e-3, 1e3).vary(2, true, 1e-6, 1e3);
    }

    private static double[][] data(double sigma, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Relaxation truth = new Relaxation();
        truth.evaluate(TRUTH, false);
        return new double[][] {Arrays.stream(truth.re()).map(v -> v + sigma * random.nextGaussian()).toArray(),
            Arrays.stream(truth.im()).map(v -> v + sigma * random.nextGaussian()).toArray()};
    }

    private static ComplexFitter fitter(ParameterSpace space, double[][] z, double sigma) {
        ComplexFitter fitter = new ComplexFitter(new Relaxation(), space);
        double[] w = new double[N];
        Arrays.fill(w, 1 / sigma);
        fitter.data(z[0], z[1], w, w);
        return fitter;
    }

    @Test
    void exactDataGiveTheTruthFromAFarStart() {
        ComplexFitter fitter = fitter(space().build(), data(0, 1), 1);
        double chi = fitter.fit(new double[] {0, 100, 3}, 1e-13, 200);
        assertArrayEquals(TRUTH, fitter.parameters(), 1e-6);
        assertEquals(0, chi, 1e-12);
    }

    @Test
    void pullsHaveUnitWidth() {
        double[] squares = new double[3];
        int trials = 400;
        for (int k = 0; k < trials; k++) {
            ComplexFitter fitter = fitter(space().build(), data(0.05, k), 0.05);
            fitter.fit(TRUTH, 1e-12, 100);
            double[] p = fitter.parameters();
            fitter.moveTo(p);
            for (int i = 0; i < 3; i++) {
                squares[i] += Math.pow((p[i] - TRUTH[i]) / fitter.uncertainty(1).of(i), 2) / trials;
            }
        }
        for (double s : squares) {
            assertEquals(1, Math.sqrt(s), 0.1, Arrays.toString(squares));
        }
    }

    @Test
    void theFitAgreesWithTheOneOfStackedRealNumbers() {
        double[][] z = data(0.05, 3);
        ComplexFitter own = fitter(space().build(), z, 0.05);
        own.fit(new double[] {1, 1, 1}, 1e-13, 200);
        assertTrue(own.stop().converged());
        double[] p = own.parameters();
        own.moveTo(p);
        Model stacked = Model.of(2 * N, 3, (q, f) -> {
            Relaxation model = new Relaxation();
            model.evaluate(q, false);
            System.arraycopy(model.re(), 0, f, 0, N);
            System.arraycopy(model.im(), 0, f, N, N);
        }, (q, c) -> {
            Relaxation model = new Relaxation();
            model.evaluate(q, true);
            for (int k = 0; k < 3; k++) {
                System.arraycopy(model.dRe(k), 0, c[k], 0, N);
                System.arraycopy(model.dIm(k), 0, c[k], N, N);
            }
        });
        double[] y = Arrays.copyOf(z[0], 2 * N);
        System.arraycopy(z[1], 0, y, N, N);
        double[] sigma = new double[2 * N];
        Arrays.fill(sigma, 0.05);
        FitResult other = LeastSquares.fit(stacked, Parameters.unbounded(2, 4, 0.2), y, Weights.sigma(sigma),
                FitOptions.precise());
        assertArrayEquals(other.values(), p, 1e-6);
        assertEquals(other.chiSquare(), own.chiSquare(), 1e-9 * own.chiSquare());
        for (int i = 0; i < 3; i++) {
            assertEquals(other.uncertainty(i), own.uncertainty(1).of(i), 1e-6);
            assertEquals(other.covariance(i, 0), own.uncertainty(1).covariance()[i][0], 1e-8);
        }
    }

    @Test
    void heldFollowingAndBoundedParametersAreKeptExactly() {
        double[][] z = data(0, 1);
        ComplexFitter held = fitter(space().fix(2, 0.11).build(), z, 1);
        held.fit(new double[] {1, 1, 5}, 1e-12, 100);
        assertEquals(0.11, held.parameters()[2]);
        ComplexFitter tied = fitter(space().tie(1, 0, 2, 1).build(), z, 1);
        tied.fit(new double[] {1, 1, 1}, 1e-13, 100);
        assertArrayEquals(TRUTH, tied.parameters(), 1e-6);
        tied.moveTo(tied.parameters());
        assertEquals(2 * tied.uncertainty(1).of(0), tied.uncertainty(1).of(1), 1e-12);
        ComplexFitter bounded = fitter(space().vary(1, true, 1e-3, 4).build(), z, 1);
        bounded.fit(new double[] {1, 1, 1}, 1e-12, 100);
        assertEquals(4, bounded.parameters()[1], 1e-14);
        assertTrue(bounded.atBound(1));
        assertTrue(bounded.stop().converged());
        bounded.moveTo(bounded.parameters());
        assertEquals(0, bounded.uncertainty(1).of(1));
    }
}
