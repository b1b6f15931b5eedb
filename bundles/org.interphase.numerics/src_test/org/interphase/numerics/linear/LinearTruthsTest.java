package org.interphase.numerics.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Linear problems of two or three unknowns, by hand. */
class LinearTruthsTest {

    @Test
    void aLineThroughThreePointsByHand() {
        // x 0, 1, 3; y 1, 2, 6; equal weights: mean 4/3 and 3, Sxx 14/3, Sxy 8, slope 12/7, intercept 5/7
        double[] none = {Double.NaN, Double.NaN, Double.NaN};
        StraightLine l = StraightLine.through(new double[] {0, 1, 3}, new double[] {1, 2, 6}, none);
        assertEquals(12 / 7.0, l.slope(), 1e-14);
        assertEquals(5 / 7.0, l.intercept(), 1e-14);
        // residuals 2/7, -3/7, 1/7: 14/49 over one degree of freedom
        double s2 = 14 / 49.0;
        assertEquals(s2, l.reducedChiSquare(), 1e-14);
        assertEquals(Math.sqrt(s2 * 3 / 14), l.slopeSigma(), 1e-14);
        assertEquals(Math.sqrt(s2 * (1 / 3.0 + 16 / 9.0 * 3 / 14)), l.interceptSigma(), 1e-14);
        assertEquals(-s2 * 4 / 3.0 * 3 / 14, l.covariance(), 1e-14);
        assertEquals(5 / 7.0 + 24 / 7.0, l.at(2), 1e-14);
        assertEquals(Math.sqrt(s2 * (1 / 3.0 + 4 / 9.0 * 3 / 14)), l.sigmaAt(2), 1e-14);
    }

    @Test
    void weightsAreInverseSquaresAndScatterWidensOnlyUpwards() {
        // weights 4, 1, 4 at x 0, 1, 2: mean 1; Sxx 8; y 0, 3, 0: mean 1/3, slope 0
        double[] x = {0, 1, 2};
        double[] u = {0.5, 1, 0.5};
        StraightLine l = StraightLine.through(x, new double[] {0, 3, 0}, u);
        assertEquals(0, l.slope(), 1e-15);
        assertEquals(1 / 3.0, l.intercept(), 1e-15);
        // chi-square 2 * 4 / 9 + 64 / 9 = 8 over one degree of freedom
        assertEquals(8, l.reducedChiSquare(), 1e-13);
        assertEquals(Math.sqrt(8 / 8.0), l.slopeSigma(), 1e-13);
        assertEquals(Math.sqrt(8 * (1 / 9.0 + 1 / 8.0)), l.interceptSigma(), 1e-13);
        StraightLine quiet = StraightLine.through(x, new double[] {0, 0.1, 0}, u);
        assertTrue(quiet.reducedChiSquare() < 1);
        assertEquals(Math.sqrt(1 / 8.0), quiet.slopeSigma(), 1e-13);
        // uneven weights about a mean abscissa that is not the middle
        StraightLine skew = StraightLine.through(new double[] {0, 3}, new double[] {1, 7}, new double[] {1, 0.5});
        assertEquals(2, skew.slope(), 1e-14);
        assertEquals(1, skew.intercept(), 1e-14);
        assertEquals(Math.sqrt(1.25) / 3, skew.slopeSigma(), 1e-14);
        assertEquals(1, skew.interceptSigma(), 1e-14);
        assertTrue(Double.isNaN(skew.reducedChiSquare()));
        // one uncertainty that is none: none counts
        StraightLine some = StraightLine.through(x, new double[] {0, 3, 0}, new double[] {0.5, 0, 0.5});
        assertEquals(1, some.intercept(), 1e-14);
        assertThrows(IllegalArgumentException.class, () -> StraightLine.through(new double[] {1}, new double[] {1},
                new double[] {1}));
        assertThrows(IllegalArgumentException.class, () -> StraightLine.through(x, new double[] {1, 2}, u));
        assertThrows(IllegalArgumentException.class, () -> StraightLine.through(x, x, new double[] {1, 2}));
    }

    @Test
    void whatWouldBeNegativeIsHeldAtZero() {
        // free solution (2, -1): with the second held at zero the first is 3/2
        double[] h = {2, 1, 1, 2};
        NonNegativeLeastSquares s = new NonNegativeLeastSquares(h, new double[] {3, 0});
        assertArrayEquals(new double[] {1.5, 0}, s.x(), 1e-14);
        assertTrue(s.converged());
        assertTrue(s.isPassive(0));
        assertFalse(s.isPassive(1));
        assertArrayEquals(new double[] {2, 0}, s.covariance(h, 4)[0], 1e-14);
        assertArrayEquals(new double[] {0, 0}, s.covariance(h, 4)[1], 0);
        NonNegativeLeastSquares both = new NonNegativeLeastSquares(h, new double[] {3, 3});
        assertArrayEquals(new double[] {1, 1}, both.x(), 1e-14);
        assertArrayEquals(new double[] {2 / 3.0, -1 / 3.0}, both.covariance(h, 1)[0], 1e-14);
        NonNegativeLeastSquares none = new NonNegativeLeastSquares(h, new double[] {-1, 0});
        assertArrayEquals(new double[] {0, 0}, none.x(), 0);
        assertFalse(none.isPassive(0) || none.isPassive(1));
        assertTrue(none.converged());
        // no covariance where the part that is not held is not positive definite
        assertArrayEquals(new double[] {0, 0}, s.covariance(new double[] {-1, 0, 0, 1}, 1)[0], 0);
    }

    private static NormalEquations identity(double... y) {
        NormalEquations e = new NormalEquations(y.length, y.length);
        for (int i = 0; i < y.length; i++) {
            e.column(i)[i] = 1;
            e.target()[i] = y[i];
        }
        e.form();
        return e;
    }

    @Test
    void differencesArePenalisedUpToZeroBeyondTheEnds() {
        // A = 1; first differences of three values between zeros: eigenvalues 2 - sqrt 2, 2, 2 + sqrt 2
        Tikhonov t = new Tikhonov(identity(1, 4, 1), new DifferencePenalty(0, 3, 1, 1, false));
        double root = Math.sqrt(2);
        assertEquals(1 / (1 + 0.5 * (2 - root)) + 1 / 2.0 + 1 / (1 + 0.5 * (2 + root)), t.effectiveParameters(0.5),
                1e-9);
        assertArrayEquals(new double[] {2, -0.5, 0, -0.5, 2, -0.5, 0, -0.5, 2}, t.matrix(0.5), 1e-9);
        // open at the upper end, on a grid of step 2: lambda / 2 for first, / 8 for second differences
        double[] open = new Tikhonov(identity(1, 4, 1), new DifferencePenalty(0, 3, 2, 1, true)).matrix(1);
        assertArrayEquals(new double[] {2, -0.5, 0, -0.5, 2, -0.5, 0, -0.5, 1.5}, open, 1e-9);
        double[] second = new Tikhonov(identity(1, 4, 1), new DifferencePenalty(0, 3, 2, 2, true)).matrix(8);
        assertEquals(1, second[2], 1e-9);
    }
}
