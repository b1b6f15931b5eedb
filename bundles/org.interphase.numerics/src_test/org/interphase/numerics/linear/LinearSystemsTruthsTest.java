package org.interphase.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

/** Small systems against dense matrices of another library and against the conditions their solutions must meet. */
class LinearSystemsTruthsTest {

    private static final int ROWS = 12;
    private static final int SIZE = 5;

    /** A decay sampled on a grid, with an unpenalised constant before it. */
    private static double[][] rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] a = new double[ROWS][SIZE];
        for (int i = 0; i < ROWS; i++) {
            a[i][0] = 1;
            for (int k = 1; k < SIZE; k++) {
                a[i][k] = Math.exp(-0.3 * i * k) + 0.05 * random.nextGaussian();
            }
        }
        return a;
    }

    private static double[] target(long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        double[] y = new double[ROWS];
        for (int i = 0; i < ROWS; i++) {
            y[i] = 2 + 3 * Math.exp(-0.6 * i) + Math.exp(-0.9 * i) + 0.05 * random.nextGaussian();
        }
        return y;
    }

    private static final class Dense {
        private final RealMatrix a;
        private final RealMatrix gram;
        private final RealMatrix penalty;
        private final RealVector y;
        private final double scale;

        Dense(long seed) {
            a = new Array2DRowRealMatrix(rows(seed));
            gram = a.transpose().multiply(a);
            y = new ArrayRealVector(target(seed));
            // first differences of values 1 to 4 on a step of 0.5, zero before and behind
            double[][] d = new double[SIZE][SIZE];
            for (int k = 1; k < SIZE; k++) {
                d[k - 1][k] = 1;
                if (k > 1) {
                    d[k - 1][k - 1] = -1;
                }
            }
            d[SIZE - 1][SIZE - 1] = 1;
            RealMatrix differences = new Array2DRowRealMatrix(d);
            penalty = differences.transpose().multiply(differences).scalarMultiply(1 / 0.5);
            double trace = 0;
            for (int k = 1; k < SIZE; k++) {
                trace += gram.getEntry(k, k);
            }
            scale = trace / (SIZE - 1);
        }

        RealMatrix inverse(double lambda) {
            return new LUDecomposition(gram.add(penalty.scalarMultiply(lambda * scale))).getSolver().getInverse();
        }

        RealVector solution(double lambda) {
            return inverse(lambda).operate(a.transpose().operate(y));
        }

        double misfit(double lambda) {
            RealVector r = a.operate(solution(lambda)).subtract(y);
            return r.dotProduct(r);
        }

        double effective(double lambda) {
            return inverse(lambda).multiply(gram).getTrace();
        }

        double roughness(double lambda) {
            RealVector x = solution(lambda);
            return x.dotProduct(penalty.operate(x));
        }
    }

    private static Tikhonov tikhonov(long seed) {
        NormalEquations e = new NormalEquations(SIZE, ROWS);
        double[][] a = rows(seed);
        for (int k = 0; k < SIZE; k++) {
            for (int i = 0; i < ROWS; i++) {
                e.column(k)[i] = a[i][k];
            }
        }
        System.arraycopy(target(seed), 0, e.target(), 0, ROWS);
        e.form();
        return new Tikhonov(e, new DifferencePenalty(1, SIZE, 0.5, 1, false));
    }

    @Test
    void effectiveParametersAreTheTraceOfTheInfluenceMatrix() {
        for (double lambda : new double[] {1e-6, 1e-3, 0.1, 10}) {
            assertEquals(new Dense(1).effective(lambda), tikhonov(1).effectiveParameters(lambda), 1e-4);
        }
    }

    @Test
    void crossValidationFindsTheLeastScore() {
        for (long seed = 1; seed <= 6; seed++) {
            Dense dense = new Dense(seed);
            double best = 0;
            double least = Double.POSITIVE_INFINITY;
            for (double log = -9; log <= 1; log += 0.01) {
                double lambda = Math.pow(10, log);
                double left = ROWS - 1.4 * dense.effective(lambda);
                double score = ROWS * dense.misfit(lambda) / (left * left);
                if (left > 0 && score < least) {
                    least = score;
                    best = log;
                }
            }
            // seven golden sections of two decades leave 0.07
            assertEquals(best, Math.log10(tikhonov(seed).generalisedCrossValidation()), 0.05, "seed " + seed);
        }
    }

    @Test
    void theCornerOfTheCurveIsWhereItBendsMost() {
        for (long seed = 1; seed <= 6; seed++) {
            Dense dense = new Dense(seed);
            double[] u = new double[25];
            double[] v = new double[25];
            for (int i = 0; i < 25; i++) {
                double lambda = Math.pow(10, -9 + i * 10 / 24.0);
                u[i] = Math.log(dense.misfit(lambda)) / 2;
                v[i] = Math.log(dense.roughness(lambda)) / 2;
            }
            int best = 0;
            double sharpest = Double.NEGATIVE_INFINITY;
            for (int i = 1; i < 24; i++) {
                // signed curvature of the parabolas through three points
                double ux = (u[i + 1] - u[i - 1]) / 2;
                double vx = (v[i + 1] - v[i - 1]) / 2;
                double k = (ux * (v[i + 1] + v[i - 1] - 2 * v[i]) - vx * (u[i + 1] + u[i - 1] - 2 * u[i]))
                        / Math.pow(Math.hypot(ux, vx), 3);
                if (k > sharpest) {
                    sharpest = k;
                    best = i;
                }
            }
            assertEquals(-9 + best * 10 / 24.0, Math.log10(tikhonov(seed).corner()), 1e-9, "seed " + seed);
        }
    }

    @Test
    void nonNegativeSolutionsMeetTheConditionsOfKarushKuhnAndTucker() {
        SplittableRandom random = new SplittableRandom(4);
        int held = 0;
        for (int k = 0; k < 300; k++) {
            int n = 1 + k % 9;
            double[][] a = new double[n + 2][n];
            for (double[] row : a) {
                for (int j = 0; j < n; j++) {
                    // columns that resemble each other
                    row[j] = 1 + 0.3 * random.nextGaussian();
                }
            }
            RealMatrix m = new Array2DRowRealMatrix(a);
            double[][] gram = m.transpose().multiply(m).getData();
            double[] h = new double[n * n];
            double[] g = new double[n];
            for (int i = 0; i < n; i++) {
                System.arraycopy(gram[i], 0, h, i * n, n);
                g[i] = random.nextGaussian() * 3;
            }
            NonNegativeLeastSquares s = new NonNegativeLeastSquares(h, g);
            assertTrue(s.converged());
            double[] gradient = new Array2DRowRealMatrix(gram).operate(s.x());
            for (int i = 0; i < n; i++) {
                gradient[i] -= g[i];
                assertTrue(s.x()[i] >= 0 && gradient[i] > -1e-8, "case " + k + ": " + Arrays.toString(s.x()));
                assertEquals(0, gradient[i] * s.x()[i], 1e-7, "case " + k);
                held += s.x()[i] == 0 ? 1 : 0;
            }
        }
        assertTrue(held > 100, "held at zero: " + held);
    }

    @Test
    void eigenvectorsAreOrthonormalAndBelongToTheirValues() {
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 1; n <= 6; n++) {
            double[][] a = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    a[i][j] = random.nextGaussian();
                    a[j][i] = a[i][j];
                }
            }
            SymmetricEigen e = new SymmetricEigen(a);
            double[] sorted = e.values().clone();
            Arrays.sort(sorted);
            double[] expected = new EigenDecomposition(new Array2DRowRealMatrix(a)).getRealEigenvalues();
            Arrays.sort(expected);
            assertArrayEquals(expected, sorted, 1e-12);
            for (int k = 0; k < n; k++) {
                for (int i = 0; i < n; i++) {
                    double image = 0;
                    double product = 0;
                    for (int j = 0; j < n; j++) {
                        image += a[i][j] * e.vector(j, k);
                        product += e.vector(j, i) * e.vector(j, k);
                    }
                    assertEquals(e.values()[k] * e.vector(i, k), image, 1e-12);
                    assertEquals(i == k ? 1 : 0, product, 1e-12);
                }
            }
        }
    }

    @Test
    void theSmallestEigenvalueOfANearlySingularMatrixIsRightToManyDigits() {
        // 1 + r and 1 - r
        double r = 1 - 1e-12;
        double[] v = new SymmetricEigen(new double[][] {{1, r}, {r, 1}}).values();
        assertEquals(1 - r, Math.min(v[0], v[1]), 1e-15);
        // 1 with two that are coupled by a little: no rotation may be left out
        double small = 1e-9;
        double[] w = new SymmetricEigen(new double[][] {{1, 0, small}, {0, 0.5, 0}, {small, 0, 1}}).values();
        Arrays.sort(w);
        assertEquals(1 + small, w[2], 1e-16 * 4);
        assertEquals(1 - small, w[1], 1e-16 * 4);
    }

    @Test
    void aWeightedLineIsThatOfItsNormalEquations() {
        double[] x = {0, 1, 4, 6};
        double[] y = {2, 1, 7, 3};
        double[] u = {1, 2, 0.5, 1.5};
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        double wyy = 0;
        for (int i = 0; i < 4; i++) {
            double k = 1 / (u[i] * u[i]);
            w += k;
            wx += k * x[i];
            wy += k * y[i];
            wxx += k * x[i] * x[i];
            wxy += k * x[i] * y[i];
            wyy += k * y[i] * y[i];
        }
        double d = w * wxx - wx * wx;
        double a = (wxx * wy - wx * wxy) / d;
        double b = (w * wxy - wx * wy) / d;
        double reduced = (wyy - a * wy - b * wxy) / 2;
        StraightLine line = StraightLine.through(x, y, u);
        assertEquals(a, line.intercept(), 1e-12);
        assertEquals(b, line.slope(), 1e-12);
        assertEquals(reduced, line.reducedChiSquare(), 1e-11);
        assertTrue(reduced > 1);
        assertEquals(Math.sqrt(reduced * wxx / d), line.interceptSigma(), 1e-11);
        assertEquals(Math.sqrt(reduced * w / d), line.slopeSigma(), 1e-11);
        assertEquals(-reduced * wx / d, line.covariance(), 1e-11);
        assertEquals(Math.sqrt(reduced * (wxx - 6 * wx + 9 * w) / d), line.sigmaAt(3), 1e-11);
    }
}
