package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.util.Pair;
import org.interphase.numerics.shape.Gaussian;
import org.interphase.numerics.stats.LinearRegression;
import org.interphase.numerics.stats.WeightedMean;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class StatisticsTest {

    private static final double[] X = TestSpectra.grid(0, 10, 120);
    private static final SumModel MODEL = SumModel.on(X).add("g", new Gaussian()).build();

    private static double[] noisy(long seed, double sigma) {
        double[] y = new Gaussian().values(X, 5, 3, 2);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < y.length; i++) {
            y[i] += sigma * random.nextGaussian();
        }
        return y;
    }

    private static FitResult fit(double[] y) {
        return LeastSquares.fit(MODEL, MODEL.defaults().starts(4.5, 2, 1.5), y, Weights.unit(), FitOptions.precise());
    }

    @Test
    void commonsMathFindsTheSameMinimumAndCovariance() {
        double[] y = noisy(1, 0.2);
        FitResult own = fit(y);
        LeastSquaresOptimizer.Optimum other = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder()
                .start(new double[] {4.5, 2, 1.5}).target(y).maxEvaluations(1000).maxIterations(1000).model(point -> {
                    Evaluator e = MODEL.evaluator();
                    double[] f = new double[X.length];
                    double[][] c = new double[3][X.length];
                    e.values(point.toArray(), f);
                    e.jacobian(point.toArray(), c);
                    return new Pair<>(new ArrayRealVector(f), new Array2DRowRealMatrix(c).transpose());
                }).build());
        assertArrayEquals(other.getPoint().toArray(), own.values(), 1e-7);
        double scale = own.reducedChiSquare();
        for (int j = 0; j < 3; j++) {
            assertEquals(Math.sqrt(other.getCovariances(1e-12).getEntry(j, j) * scale), own.uncertainty(j), 1e-7);
        }
    }

    @Test
    void profileIntervalIsCloseToTheStandardUncertaintyWhereTheModelIsNearlyLinear() {
        double[] y = noisy(2, 0.05);
        FitResult fit = fit(y);
        ProfileLikelihood.Interval interval =
                ProfileLikelihood.of(MODEL, fit, y, "g.centre", 0.6826894921370859, FitOptions.precise());
        assertEquals(fit.uncertainty("g.centre"), interval.upper() - interval.value(),
                0.01 * fit.uncertainty("g.centre"));
        assertEquals(fit.uncertainty("g.centre"), interval.value() - interval.lower(),
                0.01 * fit.uncertainty("g.centre"));
    }

    @Test
    void profileIntervalOfALineIsExact() {
        Model line = Model.of(10, 1, (p, f) -> java.util.Arrays.fill(f, p[0]),
                (p, c) -> java.util.Arrays.fill(c[0], 1));
        double[] sigma = new double[10];
        java.util.Arrays.fill(sigma, 2);
        double[] y = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        FitResult fit = LeastSquares.fit(line, Parameters.unbounded(0), y, Weights.sigma(sigma));
        ProfileLikelihood.Interval interval = ProfileLikelihood.of(line, fit, y, "p0", 0.95, FitOptions.defaults());
        assertEquals(5.5 + 1.959963984540054 * 2 / Math.sqrt(10), interval.upper(), 1e-6);
        assertEquals(5.5 - 1.959963984540054 * 2 / Math.sqrt(10), interval.lower(), 1e-6);
    }

    @Test
    void monteCarloScatterAgreesWithTheCovarianceAndIsReproducible() {
        FitResult fit = fit(noisy(3, 0.1));
        MonteCarlo.Outcome first = new MonteCarlo(2000, 9).of(MODEL, fit, FitOptions.defaults());
        MonteCarlo.Outcome second = new MonteCarlo(2000, 9).of(MODEL, fit, FitOptions.defaults());
        for (int j = 0; j < 3; j++) {
            assertEquals(1, first.deviation()[j] / fit.uncertainty(j), 0.06);
            assertEquals(first.mean()[j], second.mean()[j]);
        }
        assertEquals(2 * fit.uncertainty(0), first.interval(0, 0.6827)[1] - first.interval(0, 0.6827)[0],
                0.2 * fit.uncertainty(0));
    }

    @Test
    void multiStartFindsTheGlobalMinimumWhereOneStartDoesNot() {
        // a sine of unknown frequency: many local minima
        double[] t = TestSpectra.grid(0, 10, 100);
        double[] y = new double[100];
        for (int i = 0; i < 100; i++) {
            y[i] = Math.sin(3.7 * t[i]);
        }
        Model sine = Model.of(100, 1, (p, f) -> {
            for (int i = 0; i < 100; i++) {
                f[i] = Math.sin(p[0] * t[i]);
            }
        }, (p, c) -> {
            for (int i = 0; i < 100; i++) {
                c[0][i] = t[i] * Math.cos(p[0] * t[i]);
            }
        });
        Parameters p = Parameters.of(Parameter.of("k", 1, 0.1, 8));
        assertTrue(LeastSquares.fit(sine, p, y, Weights.unit()).chiSquare() > 1);
        MultiStart.Outcome outcome = new MultiStart(40, 1).fit(sine, p, y, Weights.unit(), FitOptions.defaults());
        assertEquals(3.7, outcome.best().value(0), 1e-6);
        assertTrue(outcome.reached() >= 1 && outcome.tried() == 41);
    }

    @Test
    void robustLossesResistOutliersAndStateHonestUncertainties() {
        Loss[] losses = {Loss.HUBER, Loss.SOFT_L1};
        for (Loss loss : losses) {
            double squares = 0;
            for (int k = 0; k < 200; k++) {
                double[] y = noisy(100 + k, 0.1);
                for (int i = 5; i < y.length; i += 24) {
                    y[i] += 5;
                }
                double[] sigma = new double[y.length];
                java.util.Arrays.fill(sigma, 0.1);
                FitResult robust = LeastSquares.fit(MODEL, MODEL.defaults().starts(4.5, 2, 1.5), y,
                        Weights.sigma(sigma),
                        FitOptions.defaults().withLoss(loss, 1.345));
                assertTrue(robust.converged());
                assertEquals(5, robust.value(0), 0.2);
                squares += Math.pow((robust.value(0) - 5) / robust.uncertainty(0), 2) / 200;
            }
            assertEquals(1, Math.sqrt(squares), 0.25, loss.toString());
        }
    }

    @Test
    void lineAndMeanAgreeWithTextbookValues() {
        // Anscombe's first quartet: y = 3.00 + 0.500 x, standard errors 1.125 and 0.118, r^2 0.667
        double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
        double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
        LinearRegression line = LinearRegression.of(x, y);
        assertEquals(3.0000909, line.intercept(), 1e-6);
        assertEquals(0.5000909, line.slope(), 1e-6);
        assertEquals(1.1247468, line.interceptUncertainty(), 1e-6);
        assertEquals(0.1179055, line.slopeUncertainty(), 1e-6);
        assertEquals(0.6665425, line.rSquared(), 1e-6);
        WeightedMean mean = WeightedMean.of(new double[] {10, 12}, new double[] {1, 2});
        assertEquals(10.4, mean.value(), 1e-12);
        assertEquals(Math.sqrt(0.8), mean.uncertainty(), 1e-12);
    }
}
