package org.interphase.numerics.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The uncertainty of a robust mean of a few points, by hand (Huber, Robust Statistics, 1981, section 7.6). */
class RobustUncertaintyTest {

    private static FitResult mean(double scale, double... y) {
        double[] one = new double[y.length];
        java.util.Arrays.fill(one, 1);
        Model constant = Model.of(y.length, 1, (p, f) -> java.util.Arrays.fill(f, p[0]),
                (p, columns) -> java.util.Arrays.fill(columns[0], 1));
        return LeastSquares.fit(constant, Parameters.unbounded(0.3), y, Weights.sigma(one),
                FitOptions.precise().withLoss(Loss.HUBER, scale));
    }

    @Test
    void withoutOutliersItIsTheStandardErrorOfTheMean() {
        // deviations -2, -1, 0, 3 from 3: 14 over three degrees of freedom, over four points
        FitResult r = mean(10, 1, 2, 3, 6);
        assertEquals(3, r.value(0), 1e-9);
        assertEquals(Math.sqrt(14.0 / 3 / 4), r.uncertainty(0), 1e-6);
    }

    @Test
    void anOutlierCountsWithItsBound() {
        // 4 m = 2: the outlier pulls with 2 only; psi: -1.5, 0.5, -1.5, 0.5, 2, squares 9, slopes 4 of 5
        FitResult r = mean(2, -1, 1, -1, 1, 10);
        assertEquals(0.5, r.value(0), 1e-7);
        assertEquals(Math.sqrt(9.0 / (5 - 1) * 5 / (4 * 4)), r.uncertainty(0), 1e-5);
    }
}
