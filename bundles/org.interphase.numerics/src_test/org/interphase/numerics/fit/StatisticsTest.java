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
    void theVarianceOfARobustMeanIsThatOfThePaper() {
        // values -0.5, 0.5, 0, 3 with Huber's loss of scale 1: mean 1/3 with 3 clipped; by hand, psi^2 sums to
        // 25/36 + 1/36 + 4/36 + 1 = 11/6, three slopes are 1, so u^2 = (11/6) / (4 - 1) * 4 / 3^2
        double[] y = {-0.5, 0.5, 0, 3};
        Model constant = Model.of(4, 1, (p, f) -> java.util.Arrays.fill(f, p[0]),
                (p, columns) -> java.util.Arrays.fill(columns[0], 1));
        FitResult fit = LeastSquares.fit(constant, Parameters.unbounded(0.2), y, Weights.sigma(new double[] {1, 1, 1,
            1}), FitOptions.precise().withLoss(Loss.HUBER, 1));
        assertEquals(1.0 / 3, fit.value(0), 1e-6);
        assertEquals(Math.sqrt(11.0 / 6 / 3 * 4 / 9), fit.uncertainty(0), 1e-5);
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
}
