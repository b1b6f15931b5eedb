package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Least squares by hand: y = c0 + c1 x at x = 0 to 4, whose mean is 2 and whose sum of squares about it 10. */
class LineFitTest {

    private static final double[] X = {0, 1, 2, 3, 4};
    private static final double[][] LINE = {{1, 1, 1, 1, 1}, X};

    @Test
    void anExactLineHasTheCovarianceOfTheNoiseThatIsKnown() {
        LineFit fit = LineFit.of(LINE, new double[] {3, 5, 7, 9, 11}, X, 0.5);
        assertArrayEquals(new double[] {3, 2}, fit.coefficients(), 1e-12);
        // 1/5 + 2^2/10, -2/10 and 1/10 times 0.25
        assertEquals(0.6 * 0.25, fit.covariance()[0][0], 1e-12);
        assertEquals(-0.2 * 0.25, fit.covariance()[0][1], 1e-12);
        assertEquals(-0.2 * 0.25, fit.covariance()[1][0], 1e-12);
        assertEquals(0.1 * 0.25, fit.covariance()[1][1], 1e-12);
        assertEquals(Math.sqrt(0.15), fit.sigma(0), 1e-12);
        assertEquals(0, fit.squares(), 1e-20);
        assertEquals(5, fit.points());
        assertTrue(fit.verdict().isSound(), fit.verdict().reason());
    }

    /** Residuals orthogonal to a constant and to x: (2, -1, -2, -1, 2) is a parabola, (1, -2, 0, 2, -1) a cubic. */
    private static double[] off(double by) {
        double[] y = {3, 5, 7, 9, 11};
        double[] cubic = {1, -2, 0, 2, -1};
        for (int i = 0; i < y.length; i++) {
            y[i] += by * cubic[i];
        }
        return y;
    }

    @Test
    void pointsThatScatterMoreThanTheNoiseHaveTheCovarianceOfTheirScatter() {
        LineFit fit = LineFit.of(LINE, off(0.3), X, 0.001);
        assertArrayEquals(new double[] {3, 2}, fit.coefficients(), 1e-12);
        assertEquals(0.09 * 10, fit.squares(), 1e-12);
        // 0.9 over three degrees of freedom
        assertEquals(0.1 * 0.3, fit.covariance()[1][1], 1e-9);
        assertEquals(0.6 * 0.3, fit.covariance()[0][0], 1e-9);
        LineFit alone = LineFit.of(LINE, off(0.3), X);
        assertArrayEquals(fit.covariance()[0], alone.covariance()[0], 1e-15);
        // Schwarz: n ln(S/n) + k ln n
        assertEquals(5 * Math.log(0.9 / 5) + 2 * Math.log(5), fit.criterion(), 1e-9);
    }

    @Test
    void aBendThatALineDoesNotFollowMakesItDoubtful() {
        int n = 40;
        double[][] basis = new double[2][n];
        double[] y = new double[n];
        for (int i = 0; i < n; i++) {
            basis[0][i] = 1;
            basis[1][i] = i;
            y[i] = i * i;
        }
        assertTrue(!LineFit.of(basis, y, basis[1]).verdict().isSound());
    }

    @Test
    void aLossRelativeToTheBeginningHoldsTheCovarianceOfBoth() {
        LineFit fit = LineFit.of(LINE, new double[] {10, 9, 8, 7, 6}, X, 0.5);
        // after three steps: -3 c1 / c0 = 0.3; variance (9 v11 + 2 x 3 x 0.3 v01 + 0.09 v00) / 100
        Uncertain loss = fit.lossOverFirst(0, 3);
        assertEquals(0.3, loss.value(), 1e-12);
        assertEquals(Math.sqrt(9 * 0.025 - 1.8 * 0.05 + 0.09 * 0.15) / 10, loss.u(), 1e-12);
        // what is subtracted of the beginning itself: -(0.5 c0 + c1) / c0 = -0.4
        Uncertain other = fit.lossOverFirst(0.5, 1);
        assertEquals(-0.4, other.value(), 1e-12);
        assertEquals(Math.sqrt(0.025 - 2 * 0.1 * 0.05 + 0.01 * 0.15) / 10, other.u(), 1e-12);
    }

    @Test
    void rowsAreExchangedWhereAPivotIsSmall() {
        // three functions, the first almost nothing: the parabola 1 + 2 x + 3 x^2
        double[][] basis = {{0, 1e-3, 4e-3, 9e-3, 16e-3}, X, {1, 1, 1, 1, 1}};
        LineFit fit = LineFit.of(basis, new double[] {1, 6, 17, 34, 57}, X);
        assertArrayEquals(new double[] {3000, 2, 1}, fit.coefficients(), 1e-6);
        assertArrayEquals(new double[] {3000, 2, 1}, LineFit.solve(basis, new double[] {1, 6, 17, 34, 57}), 1e-6);
    }

    @Test
    void tooFewPointsAndDependentFunctionsAreRefused() {
        double[] two = {0, 1};
        assertEquals("2 points for 2 functions", assertThrows(IllegalArgumentException.class, () -> LineFit.of(
                new double[][] {{1, 1}, two}, two, two)).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> LineFit.of(new double[][] {X, {0, 2, 4, 6, 8}},
                X, X)).getMessage().contains("not independent"));
    }
}
