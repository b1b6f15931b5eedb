package org.interphase.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.QRDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;

class LinearTest {

    private static double[][] columns(int count, int rows, long seed) {
        Random random = new Random(seed);
        double[][] c = new double[count][rows];
        for (double[] column : c) {
            Arrays.setAll(column, i -> random.nextGaussian());
        }
        return c;
    }

    /** By an independent library. */
    private static double[] solved(double[][] columns, double[] y) {
        return new QRDecomposition(new Array2DRowRealMatrix(columns).transpose()).getSolver()
                .solve(new ArrayRealVector(y)).toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 9})
    void normalEquationsAndTrianglesGiveTheLeastSquaresSolution(int size) {
        double[][] c = columns(size, 20, size);
        double[] y = columns(1, 20, 77)[0];
        double[] truth = solved(c, y);
        NormalEquations e = new NormalEquations(size, 20);
        for (int k = 0; k < size; k++) {
            System.arraycopy(c[k], 0, e.column(k), 0, 20);
        }
        System.arraycopy(y, 0, e.target(), 0, 20);
        e.form();
        assertEquals(Arrays.stream(y).map(v -> v * v).sum(), e.squares(), 1e-12);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                assertEquals(e.matrix()[j * size + i], e.matrix()[i * size + j]);
            }
        }
        double[] x = e.rhs().clone();
        double[] factor = e.matrix().clone();
        assertTrue(Cholesky.factor(factor, size, size));
        Cholesky.solve(factor, size, size, x);
        assertArrayEquals(truth, x, 1e-12);
        assertArrayEquals(truth, Householder.solve(c, y), 1e-12);
    }

    @Test
    void anIndefiniteMatrixHasNoFactor() {
        assertFalse(Cholesky.factor(new double[] {1, 2, 2, 1}, 2, 2));
    }

    @Test
    void aColumnThatDependsOnEarlierOnesGetsZero() {
        double[][] c = columns(3, 10, 5);
        for (int i = 0; i < 10; i++) {
            c[2][i] = 2 * c[0][i] - c[1][i];
        }
        double[] y = columns(1, 10, 6)[0];
        double[] truth = solved(new double[][] {c[0], c[1]}, y);
        assertArrayEquals(new double[] {truth[0], truth[1], 0}, Householder.solve(c, y), 1e-12);
    }

    @Test
    void moreColumnsThanRowsLeaveTheLastAtZero() {
        assertArrayEquals(new double[] {3, 2, 0}, Householder.solve(new double[][] {{1, 0}, {0, 2}, {1, 1}},
                new double[] {3, 4}), 1e-15);
    }

    @Test
    void eigenvaluesAndVectorsBelongTogether() {
        double[][] c = columns(5, 5, 8);
        double[][] a = new Array2DRowRealMatrix(c).multiply(new Array2DRowRealMatrix(c).transpose()).getData();
        SymmetricEigen eigen = new SymmetricEigen(a);
        double[] values = eigen.values().clone();
        Arrays.sort(values);
        double[] truth = new EigenDecomposition(new Array2DRowRealMatrix(a)).getRealEigenvalues();
        Arrays.sort(truth);
        assertArrayEquals(truth, values, 1e-12 * truth[4]);
        for (int e = 0; e < 5; e++) {
            for (int i = 0; i < 5; i++) {
                double product = 0;
                for (int j = 0; j < 5; j++) {
                    product += a[i][j] * eigen.vector(j, e);
                }
                assertEquals(eigen.values()[e] * eigen.vector(i, e), product, 1e-12 * truth[4]);
            }
        }
    }

    @Test
    void nonNegativeSolutionsFulfilTheOptimalityConditions() {
        int n = 6;
        double[] h = new double[n * n];
        double[] g = {1, -2, 3, -0.5, 0.1, 2};
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i * n + j] = Math.exp(-Math.abs(i - j)) + (i == j ? 0.5 : 0);
            }
        }
        NonNegativeLeastSquares s = new NonNegativeLeastSquares(h, g);
        assertTrue(s.converged());
        for (int i = 0; i < n; i++) {
            double d = -g[i];
            for (int j = 0; j < n; j++) {
                d += h[i * n + j] * s.x()[j];
            }
            assertTrue(s.x()[i] >= 0);
            assertTrue(s.isPassive(i) ? Math.abs(d) < 1e-12 : d >= 0, "component " + i);
        }
    }

    @Test
    void theCovarianceIsTheInverseOverWhatIsNotHeldAtZero() {
        // the second unknown is held at zero, the others are apart
        NonNegativeLeastSquares s = new NonNegativeLeastSquares(new double[] {4, 1, 0, 1, 3, 0, 0, 0, 2},
                new double[] {4, -1, 2});
        assertArrayEquals(new double[] {1, 0, 1}, s.x(), 1e-14);
        double[][] covariance = s.covariance(new double[] {4, 1, 0, 1, 3, 0, 0, 0, 2}, 8);
        assertArrayEquals(new double[] {2, 0, 0}, covariance[0], 1e-14);
        assertArrayEquals(new double[3], covariance[1]);
        assertArrayEquals(new double[] {0, 0, 4}, covariance[2], 1e-14);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theEffectiveNumberOfParametersIsTheTraceOfTheInfluence(int order) {
        int size = 7;
        NormalEquations e = new NormalEquations(size, 15);
        double[][] c = columns(size, 15, 21);
        for (int k = 0; k < size; k++) {
            System.arraycopy(c[k], 0, e.column(k), 0, 15);
        }
        e.form();
        for (boolean open : new boolean[] {false, true}) {
            Tikhonov t = new Tikhonov(e, new DifferencePenalty(1, size, 0.5, order, open));
            double[][] h = new double[size][size];
            double[][] gram = new double[size][size];
            for (int i = 0; i < size; i++) {
                System.arraycopy(t.matrix(0.3), i * size, h[i], 0, size);
                System.arraycopy(e.matrix(), i * size, gram[i], 0, size);
            }
            double trace = new QRDecomposition(new Array2DRowRealMatrix(h)).getSolver().getInverse()
                    .multiply(new Array2DRowRealMatrix(gram)).getTrace();
            assertEquals(trace, t.effectiveParameters(0.3), 1e-9);
            assertEquals(size, t.effectiveParameters(1e-12), 1e-6);
        }
    }

    @Test
    void crossValidationSmoothsMoreWhereThereIsMoreNoise() {
        double[] lambda = new double[2];
        for (int noisy = 0; noisy < 2; noisy++) {
            Random random = new Random(3);
            int size = 40;
            NormalEquations e = new NormalEquations(size, size);
            for (int i = 0; i < size; i++) {
                e.column(i)[i] = 1;
                e.target()[i] = Math.sin(6 * Math.PI * i / size) + (noisy == 0 ? 0.001 : 0.3) * random.nextGaussian();
            }
            e.form();
            lambda[noisy] = new Tikhonov(e, new DifferencePenalty(0, size, 1, 2, false)).generalisedCrossValidation();
        }
        assertTrue(lambda[1] > 10 * lambda[0], Arrays.toString(lambda));
    }

    @Test
    void aLineAgreesWithTextbookValues() {
        // Anscombe's first quartet: y = 3.00 + 0.500 x, standard errors 1.125 and 0.118
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        StraightLine line = StraightLine.through(x, y, new double[11]);
        assertEquals(3.0000909, line.intercept(), 1e-6);
        assertEquals(0.5000909, line.slope(), 1e-6);
        assertEquals(1.1247468, line.interceptSigma(), 1e-6);
        assertEquals(0.1179055, line.slopeSigma(), 1e-6);
        assertEquals(line.interceptSigma(), line.sigmaAt(0), 1e-12);
        // at the mean abscissa the line is as uncertain as the mean of the residuals
        assertEquals(1.2366033 / Math.sqrt(11), line.sigmaAt(9), 1e-6);
        assertEquals(7.5009091, line.at(9), 1e-6);
    }

    @Test
    void aLineNeedsTwoAbscissae() {
        assertThrows(IllegalArgumentException.class,
                () -> StraightLine.through(new double[] {2, 2}, new double[] {1, 3}, new double[2]));
        assertThrows(IllegalArgumentException.class,
                () -> StraightLine.through(new double[1], new double[1], new double[1]));
    }

    @Test
    void pullsOfTheSlopeHaveUnitWidth() {
        Random random = new Random(11);
        double square = 0;
        int trials = 2000;
        for (int t = 0; t < trials; t++) {
            double[] x = {1, 2, 3, 4, 5};
            double[] u = {0.1, 0.2, 0.1, 0.3, 0.1};
            double[] y = new double[5];
            for (int i = 0; i < 5; i++) {
                y[i] = 2 - 0.7 * x[i] + u[i] * random.nextGaussian();
            }
            StraightLine line = StraightLine.through(x, y, u);
            double chi = Math.sqrt(Math.max(1, line.reducedChiSquare()));
            square += Math.pow((line.slope() + 0.7) / (line.slopeSigma() / chi), 2);
        }
        assertEquals(1, Math.sqrt(square / trials), 0.05);
    }
}
