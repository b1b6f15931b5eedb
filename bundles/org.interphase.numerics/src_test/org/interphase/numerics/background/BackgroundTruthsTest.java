package org.interphase.numerics.background;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.fit.Component;
import org.interphase.numerics.fit.LinearOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Backgrounds of a handful of points, worked out by hand. */
class BackgroundTruthsTest {

    private static void refused(Executable call) {
        assertThrows(IllegalArgumentException.class, call);
    }

    @Test
    void aBaselineIsSubtractedPointByPoint() {
        assertArrayEquals(new double[] {2, 3.5}, new Baseline(new double[] {1, 2}, 0, true)
                .subtractFrom(new double[] {3, 5.5}), 0);
    }

    @Test
    void snipWidensOrNarrowsItsWindow() {
        double[] y = {0, 10, 4, 10, 0};
        // two points away first: the middle goes to 0, then everything does
        Baseline down = new Snip(2, true, false).of(y);
        assertArrayEquals(new double[5], down.values(), 0);
        assertEquals(2, down.iterations());
        // one point away first: min(10, (0 + 4) / 2) = 2, then the middle to (0 + 0) / 2
        assertArrayEquals(new double[] {0, 2, 0, 2, 0}, new Snip(2, false, false).of(y).values(), 0);
        assertEquals(1, new Snip(9).of(new double[] {1, 2, 1}).iterations(), "no wider than half the data");
        refused(() -> new Snip(0));
        refused(() -> new Snip(1).of(new double[] {1, 2}));
    }

    @Test
    void snipUnderTheTransformAveragesTransformedCounts() {
        // f(y) = ln(ln(sqrt(y + 1) + 1) + 1); the middle of f(3) and f(15), taken back
        double middle = (Math.log(Math.log(3) + 1) + Math.log(Math.log(5) + 1)) / 2;
        double expected = Math.pow(Math.exp(Math.exp(middle) - 1) - 1, 2) - 1;
        assertArrayEquals(new double[] {3, expected, 15}, new Snip(1, true, true).of(new double[] {3, 8, 15}).values(),
                1e-12);
        assertEquals(6.95, expected, 0.01);
        assertArrayEquals(new double[] {0, 0, 0}, new Snip(1, true, true).of(new double[] {0, 5, 0}).values(), 1e-12);
        refused(() -> new Snip(1, true, true).of(new double[] {1, -0.5, 1}));
        refused(() -> new Snip(1, true, true).of(new double[] {1, Double.NaN, 1}));
    }

    @Test
    void aPolynomialIsEvaluatedAndDifferentiatedAboutItsOrigin() {
        double[] x = {2, 4, 6};
        Component.Term term = new PolynomialBackground(2, 4, 2).on(x);
        double[] f = {100, 200, 300};
        // 3 + 5 t + 7 t^2 at t = -1, 0, 1, added to what is there; the parameters before are those of others
        term.addValues(new double[] {99, 3, 5, 7}, 1, f);
        assertArrayEquals(new double[] {105, 203, 315}, f, 1e-12);
        double[][] columns = new double[4][3];
        term.columns(new double[] {99, 3, 5, 7}, 1, new double[] {1, 2, 3}, columns);
        assertArrayEquals(new double[] {0, 0, 0}, columns[0], 0);
        assertArrayEquals(new double[] {1, 2, 3}, columns[1], 1e-15);
        assertArrayEquals(new double[] {-1, 0, 3}, columns[2], 1e-15);
        assertArrayEquals(new double[] {1, 0, 3}, columns[3], 1e-15);
        assertEquals(new PolynomialBackground(1, 4, 2), PolynomialBackground.over(x, 1));
        assertEquals(new PolynomialBackground(1, 4, 2), PolynomialBackground.over(new double[] {6, 4, 2}, 1));
        assertEquals(new PolynomialBackground(0, 5, 1), PolynomialBackground.over(new double[] {5}, 0));
    }

    private static double[] applied(LinearOperator operator, double[] x, double... in) {
        double[] out = new double[x.length];
        java.util.Arrays.fill(out, 99);
        operator.on(x).apply(0, in, out);
        return out;
    }

    @Test
    void shirleyIntegratesByTrapezoidsFromTheSideItRisesFrom() {
        double[] up = {0, 1, 3};
        double[] down = {3, 1, 0};
        assertArrayEquals(new double[] {0, 1.5, 7.5}, applied(new ActiveShirley(true), up, 1, 2, 4), 1e-15);
        assertArrayEquals(new double[] {7.5, 1.5, 0}, applied(new ActiveShirley(true), down, 4, 2, 1), 1e-15);
        assertArrayEquals(new double[] {7.5, 6, 0}, applied(new ActiveShirley(false), up, 1, 2, 4), 1e-15);
        assertArrayEquals(new double[] {0, 6, 7.5}, applied(new ActiveShirley(false), down, 4, 2, 1), 1e-15);
        assertArrayEquals(new double[] {0}, applied(new ActiveShirley(true), new double[] {5}, 3), 0);
        assertArrayEquals(new double[] {0}, applied(new ActiveShirley(false), new double[] {5}, 3), 0);
        assertEquals("k", new ActiveShirley(true).parameters().get(0).name());
    }

    /** K(1) = 2/16, K(2) = 4/49, K(3) = 6/144. */
    private static final TougaardKernel KERNEL = TougaardKernel.universal(2, 3);

    @Test
    void tougaardSumsLossesFromTheLossFreeSide() {
        double[] up = {0, 1, 3};
        double[] down = {3, 1, 0};
        // widths of the points by trapezoids: 0.5, 1.5, 1
        double far = 0.5 * 2 * 6 / 144 + 1.5 * 3 * 4 / 49;
        ActiveTougaard upward = new ActiveTougaard(KERNEL, true);
        assertArrayEquals(new double[] {0, 0.5 * 2 * 2 / 16, far}, applied(upward, up, 2, 3, 5), 1e-15);
        assertArrayEquals(new double[] {far, 0.125, 0}, applied(upward, down, 5, 3, 2), 1e-15);
        double[] other = {1.0 * 5 * 6 / 144 + 1.5 * 3 * 2 / 16, 1.0 * 5 * 4 / 49, 0};
        assertArrayEquals(other, applied(new ActiveTougaard(KERNEL, false), up, 2, 3, 5), 1e-15);
        assertArrayEquals(new double[] {0, other[1], other[0]}, applied(new ActiveTougaard(KERNEL, false), down, 5, 3,
                2), 1e-15);
        assertArrayEquals(new double[] {0}, applied(new ActiveTougaard(KERNEL, true), new double[] {1}, 4), 0);
        assertEquals("scale", new ActiveTougaard(KERNEL, true).parameters().get(0).name());
    }

    @Test
    void theKernelIsThatOfItsForm() {
        assertEquals(4.0 / 49, KERNEL.at(2), 1e-16);
        assertEquals(0, KERNEL.at(0));
        assertEquals(0, KERNEL.at(-2));
        assertEquals(2 * 2.0 / (6 * 6 + 3 * 4), TougaardKernel.threeParameter(2, 10, 3).at(2), 1e-16);
        assertEquals(8.0 / 49, KERNEL.withB(4).at(2), 1e-16);
        refused(() -> TougaardKernel.threeParameter(1, 1, 0));
        refused(() -> TougaardKernel.threeParameter(1, 1, -1));
        refused(() -> TougaardKernel.universal(1, 0));
        refused(() -> TougaardKernel.universal(Double.NaN, 1));
        refused(() -> TougaardKernel.universal(1, Double.POSITIVE_INFINITY));
        refused(() -> new TougaardKernel(1, 1, Double.POSITIVE_INFINITY, true));
    }

    @Test
    void theTougaardBackgroundStartsAtTheLossFreeEndAndMeetsTheOtherIfAsked() {
        double[] x = {0, 1, 3};
        double[] y = {1, 3, 6};
        // above the start: 0, 2, 5; only the second point loses into the third
        assertArrayEquals(new double[] {1, 1, 1 + 1.5 * 2 * 4 / 49.0}, new Tougaard(KERNEL, true, 1, false).of(x, y)
                .values(), 1e-12);
        assertArrayEquals(new double[] {6 - 1.5 * 3 * 2 / 16.0, 6, 6}, new Tougaard(KERNEL, false, 1, false).of(x, y)
                .values(), 1e-12);
        assertArrayEquals(new double[] {1, 1, 6}, new Tougaard(KERNEL, true, 1, true).of(x, y).values(), 1e-12);
        assertEquals(1, new Tougaard(KERNEL, false, 1, true).of(x, y).values()[0], 1e-12);
        double[] longer = {0, 1, 2, 3};
        double[] counts = {1, 3, 8, 10};
        double[] two = new Tougaard(KERNEL, true, 2, true).of(longer, counts).values();
        assertEquals(9, (two[2] + two[3]) / 2, 1e-12, "the mean of the last window");
        refused(() -> new Tougaard(KERNEL, true, 2, true).of(x, y));
        refused(() -> new Tougaard(KERNEL, true, 0, true));
        refused(() -> new Tougaard(KERNEL, true, 1, true).of(x, new double[] {2, 2, 2}));
        refused(() -> new Tougaard(KERNEL, true, 1, true).of(new double[] {0, 0, 1}, y));
        refused(() -> new Tougaard(KERNEL, true, 1, true).of(new double[] {0, 1}, y));
    }

    @Test
    void shirleyOverUnevenPointsSolvesItsEquation() {
        double[] x = {0, 1, 3, 4, 6.5};
        double[] y = {2, 9, 12, 8, 5};
        Baseline b = Shirley.withEndWindow(1).of(x, y);
        assertTrue(b.converged());
        double[] area = new double[5];
        for (int i = 1; i < 5; i++) {
            area[i] = area[i - 1] + 0.5 * (y[i] - b.values()[i] + y[i - 1] - b.values()[i - 1]) * (x[i] - x[i - 1]);
        }
        for (int i = 0; i < 5; i++) {
            assertEquals(2 + 3 * area[i] / area[4], b.values()[i], 1e-9);
        }
        double[] mirrored = Shirley.withEndWindow(1).of(new double[] {6.5, 4, 3, 1, 0}, new double[] {5, 8, 12, 9, 2})
                .values();
        for (int i = 0; i < 5; i++) {
            assertEquals(b.values()[i], mirrored[4 - i], 1e-9);
        }
    }

    @Test
    void shirleyWithoutStepOrAreaSaysSo() {
        Baseline flat = Shirley.withEndWindow(1).of(new double[] {0, 1, 2}, new double[] {1, 5, 1});
        assertArrayEquals(new double[] {1, 1, 1}, flat.values(), 0);
        assertEquals(0, flat.iterations());
        assertTrue(flat.converged());
        // a straight line has no area above the line between its ends
        Baseline line = Shirley.withEndWindow(1).of(new double[] {0, 1, 2}, new double[] {1, 2, 3});
        assertArrayEquals(new double[] {1, 2, 3}, line.values(), 1e-15);
        assertFalse(line.converged());
        assertEquals(1, line.iterations());
        // windows of two: ends are means
        double[] ends = Shirley.withEndWindow(2).of(new double[] {0, 1, 2, 3}, new double[] {1, 3, 7, 5}).values();
        assertEquals(2, ends[0], 1e-12);
        assertEquals(6, ends[3], 1e-12);
        refused(() -> Shirley.withEndWindow(2).of(new double[] {0, 1, 2}, new double[] {1, 2, 3}));
        refused(() -> Shirley.withEndWindow(0));
        refused(() -> Shirley.withEndWindow(1).of(new double[] {0, 1, 1}, new double[] {1, 2, 3}));
    }

    @Test
    void aModifiedPolynomialOfDegreeZeroFollowsItsRecursion() {
        double[] x = {0, 1, 5};
        double[] y = {0, 0, 3};
        // means of what is cut down to the last mean: 1, 1/3, 1/9; relative change of the second 2/3
        Baseline two = new ModifiedPolynomial(0, 0.67, 9).of(x, y);
        assertArrayEquals(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, two.values(), 1e-12);
        assertEquals(2, two.iterations());
        assertTrue(two.converged());
        Baseline tight = new ModifiedPolynomial(0, 0.66, 3).of(x, y);
        assertArrayEquals(new double[] {1 / 9.0, 1 / 9.0, 1 / 9.0}, tight.values(), 1e-12);
        assertFalse(tight.converged());
        assertEquals(3, tight.iterations());
        Baseline one = new ModifiedPolynomial(0, 1, 1).of(x, y);
        assertArrayEquals(new double[] {1, 1, 1}, one.values(), 1e-12);
        assertFalse(one.converged());
    }

    @Test
    void aModifiedPolynomialKeepsAParabolaEitherWayRound() {
        double[] up = {-2, -1.5, 0, 0.3, 4};
        double[] down = {4, 0.3, 0, -1.5, -2};
        for (double[] x : new double[][] {up, down}) {
            double[] y = java.util.Arrays.stream(x).map(v -> 1 + 2 * v + 3 * v * v).toArray();
            Baseline b = new ModifiedPolynomial(2).of(x, y);
            assertArrayEquals(y, b.values(), 1e-9);
            assertEquals(2, b.iterations());
        }
        assertArrayEquals(new double[] {4}, new ModifiedPolynomial(0).of(new double[] {1}, new double[] {4}).values(),
                0);
        refused(() -> new ModifiedPolynomial(2).of(new double[] {1, 2}, new double[] {1, 2}));
        refused(() -> new ModifiedPolynomial(1).of(new double[] {1, 1}, new double[] {1, 2}));
        refused(() -> new ModifiedPolynomial(-1));
        refused(() -> new ModifiedPolynomial(1, 0, 5));
        refused(() -> new ModifiedPolynomial(1, 0.1, 0));
    }

    @Test
    void aSplineGoesThroughTheMeansAtItsAnchors() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {1, 2, 6, 4, 5};
        assertArrayEquals(new double[] {4, 4, 4, 4, 4}, new SplineBackground(3).of(x, y, 2).values(), 1e-15);
        assertArrayEquals(new double[] {1.5, 1.5, 1.5, 1.5, 1.5}, new SplineBackground(3).of(x, y, 0).values(), 1e-15);
        assertEquals(4.5, new SplineBackground(3).of(x, y, 4).values()[0], 1e-15);
        // the nearer point, the first of two equally near ones
        assertEquals(2, new SplineBackground(1).of(x, y, 1.5).values()[0], 0);
        assertEquals(6, new SplineBackground(1).of(x, y, 1.6).values()[0], 0);
        // two anchors: a straight line, beyond them as well
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, new SplineBackground(1).of(x, y, 1, 3).values(), 1e-12);
        double[] back = new SplineBackground(1).of(new double[] {4, 3, 2, 1, 0}, new double[] {5, 4, 6, 2, 1}, 1, 3)
                .values();
        assertArrayEquals(new double[] {5, 4, 3, 2, 1}, back, 1e-12);
        // natural cubic through (1, 0), (2, 1), (3, 0): slopes 3/2 and -3/2 at the ends, straight on beyond
        double[] bump = new SplineBackground(1).of(x, new double[] {9, 0, 1, 0, 9}, 1, 2, 3).values();
        assertArrayEquals(new double[] {-1.5, 0, 1, 0, -1.5}, bump, 1e-12);
    }

    @Test
    void aSplineRefusesAnchorsItCantUse() {
        double[] x = {0, 1, 2};
        double[] y = {1, 2, 6};
        refused(() -> new SplineBackground(1).of(x, y));
        refused(() -> new SplineBackground(1).of(x, y, -0.1));
        refused(() -> new SplineBackground(1).of(x, y, 2.1));
        refused(() -> new SplineBackground(1).of(x, y, 1, 1.2));
        refused(() -> new SplineBackground(1).of(x, y, 2, 0));
        refused(() -> new SplineBackground(1).of(x, new double[] {1, 2}, 1));
        refused(() -> new SplineBackground(1).of(new double[] {0, 0, 1}, y, 1));
        refused(() -> new SplineBackground(2));
        refused(() -> new SplineBackground(0));
        assertArrayEquals(new double[] {1, 3.5, 6}, new SplineBackground(1).of(x, y, 0, 2).values(), 1e-15);
    }

    @Test
    void aRollingBallIsAnOpeningThatIsSmoothed() {
        // minimum over three, then maximum over three
        double[] y = {1, 9, 2, 7, 3};
        assertArrayEquals(new double[] {1, 2, 2, 3, 3}, new RollingBall(1, 0).of(y).values(), 0);
        assertArrayEquals(new double[] {1.5, 5 / 3.0, 7 / 3.0, 8 / 3.0, 3}, new RollingBall(1, 1).of(y).values(),
                1e-15);
        assertArrayEquals(new double[] {5}, new RollingBall(1, 0).of(new double[] {5}).values(), 0);
        refused(() -> new RollingBall(0, 0));
        refused(() -> new RollingBall(1, -1));
        refused(() -> new RollingBall(1, 0).of(new double[] {Double.NaN}));
    }

    @Test
    void aRubberBandTouchesFromBelow() {
        double[] x = {0, 1, 2, 4};
        double[] y = {0, 3, 1, 4};
        assertArrayEquals(new double[] {0, 0.5, 1, 4}, new RubberBand().of(x, y).values(), 1e-15);
        assertArrayEquals(new double[] {4, 1, 0.5, 0}, new RubberBand().of(new double[] {4, 2, 1, 0},
                new double[] {4, 1, 3, 0}).values(), 1e-15);
        assertArrayEquals(new double[] {2, 3}, new RubberBand().of(new double[] {0, 1}, new double[] {2, 3}).values(),
                0);
        refused(() -> new RubberBand().of(new double[] {0}, new double[] {2}));
        refused(() -> new RubberBand().of(new double[] {0, 0}, new double[] {2, 3}));
    }

    @Test
    void aPolynomialStandsOnTheMiddleOfItsRange() {
        PolynomialBackground p = PolynomialBackground.over(new double[] {7, 4, 3}, 2);
        assertEquals(5, p.origin());
        assertEquals(2, p.span());
        assertEquals(1, PolynomialBackground.over(new double[] {3}, 0).span());
        assertEquals(3, p.parameters().size());
        refused(() -> new PolynomialBackground(-1, 0, 1));
        refused(() -> new PolynomialBackground(1, 0, 0));
        refused(() -> new PolynomialBackground(1, Double.NaN, 1));
        new PolynomialBackground(0, 0, 1);
    }

    @Test
    void penalisedBaselinesThatRunOutOfRoundsSaySo() {
        double[] y = {1, 9, 2, 8, 3, 1, 7, 2};
        for (Baseline b : new Baseline[] {new ArPls(10, 1e-6, 1).of(y), new AirPls(10, 1e-6, 1).of(y),
            new AsymmetricLeastSquares(10, 0.01, 1e-6, 1).of(y)}) {
            assertFalse(b.converged());
            assertEquals(1, b.iterations());
            assertEquals(8, b.values().length);
        }
        // one round more: weights of 1 - p below and p above
        Baseline two = new AsymmetricLeastSquares(10, 0.01, 1e-6, 2).of(y);
        assertEquals(2, two.iterations());
        // a straight line is its own baseline, with nothing below it
        double[] line = {1, 2, 3, 4, 5, 6};
        assertArrayEquals(line, new ArPls(1e3).of(line).values(), 1e-9);
        assertTrue(new ArPls(1e3).of(line).converged());
        assertTrue(new AirPls(1e3).of(line).converged());
        assertTrue(new AsymmetricLeastSquares(1e3, 0.01).of(line).converged());
    }

    @Test
    void penalisedBaselinesRefuseNumbersTheyCantUse() {
        for (double lambda : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            refused(() -> new ArPls(lambda));
            refused(() -> new AirPls(lambda));
            refused(() -> new AsymmetricLeastSquares(lambda, 0.1));
        }
        refused(() -> new ArPls(1, 0, 1));
        refused(() -> new ArPls(1, 0.1, 0));
        refused(() -> new AirPls(1, 0, 1));
        refused(() -> new AsymmetricLeastSquares(1, 0, 0.1, 1));
        refused(() -> new AsymmetricLeastSquares(1, 1, 0.1, 1));
        refused(() -> new AsymmetricLeastSquares(1, 0.1, 0.1, 0));
        double[] four = {1, 2, 3, 4};
        refused(() -> new ArPls(1).of(four));
        refused(() -> new AirPls(1).of(four));
        refused(() -> new AsymmetricLeastSquares(1, 0.1).of(four));
        double[] gap = {1, 2, Double.NaN, 4, 5, 6};
        refused(() -> new ArPls(1).of(gap));
        refused(() -> new AirPls(1).of(gap));
        refused(() -> new AsymmetricLeastSquares(1, 0.1).of(gap));
    }
}
