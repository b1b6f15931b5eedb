package org.interphase.numerics.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * A line of a few points whose width and wings are read off: top 110 over a base of 10, half height 60 at the points
 * beside the top, hence 2 points wide, the wings at one width and one and a half two and three points from the top.
 */
class NarrowLineTruthsTest {

    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int TOP = 30;

    /** Levels at the top and at 1, 2, 3 ... points on both sides. */
    private static double[] line(double... levels) {
        double[] y = new double[61];
        Arrays.fill(y, 10);
        for (int k = 0; k < levels.length; k++) {
            y[TOP - k] = levels[k];
            y[TOP + k] = levels[k];
        }
        return y;
    }

    private static double width(double sigma, double... y) {
        double[] s = new double[y.length];
        Arrays.fill(s, sigma);
        return NarrowestLine.find(y, s);
    }

    private static double[] with(double[] y, int at, double value) {
        double[] out = y.clone();
        out[at] = value;
        return out;
    }

    private static final double[] PLAIN = line(110, 60, 25, 15);

    @Test
    void theWidthIsInterpolatedBetweenPoints() {
        assertEquals(2, width(1, PLAIN), 1e-12);
        // level 60 at 31 - 20 / 70
        assertEquals(2 - 20 / 70.0, width(1, with(PLAIN, 31, 40)), 1e-12);
        // level 60 at 28 + 35 / 55
        double[] wide = with(PLAIN, 29, 80);
        assertEquals(1 + 2 - 35 / 55.0, width(1, wide), 1e-12);
    }

    @Test
    void theBaseIsTakenThreeWidthsFromTheCentre() {
        // base 16, level 63, 3 / 50 of a point further in on either side
        assertEquals(1.88, width(1, with(with(PLAIN, 24, 14), 36, 18)), 1e-12);
        assertEquals(1.96, width(1, with(PLAIN, 24, 14)), 1e-12);
        assertEquals(1.92, width(1, with(PLAIN, 36, 18)), 1e-12);
        assertEquals(2, width(1, with(with(PLAIN, 23, 14), 37, 18)), 1e-12);
        assertEquals(2, width(1, with(with(PLAIN, 25, 14), 35, 18)), 1e-12);
    }

    @Test
    void theWingAtOneWidthLiesBetweenThatOfAGaussianAndThatOfALorentzian() {
        assertEquals(2, width(0.1, line(110, 60, 39.9, 15)), 1e-12);
        assertEquals(NONE, width(0.1, line(110, 60, 40.1, 15)));
        assertEquals(2, width(0.1, line(110, 60, 12.6, 11)), 1e-12);
        assertEquals(NONE, width(0.1, line(110, 60, 12.4, 11)));
    }

    @Test
    void eachSideHasAWing() {
        double[] left = with(line(110, 60, 40, 12), 32, 11.1);
        assertEquals(2, width(0.1, left), 1e-12);
        assertEquals(NONE, width(0.1, with(left, 32, 10.9)));
        double[] right = with(line(110, 60, 49.9, 12), 28, 12);
        assertEquals(2, width(0.1, right), 1e-12);
        assertEquals(NONE, width(0.1, with(right, 32, 50.1)));
    }

    @Test
    void theWingFallsOff() {
        assertEquals(2, width(0.1, line(110, 60, 35, 25.9)), 1e-12);
        assertEquals(NONE, width(0.1, line(110, 60, 35, 26.1)));
        assertEquals(2, width(0.1, line(110, 60, 20, 19.9)), 1e-12);
        assertEquals(NONE, width(0.1, line(110, 60, 20, 20.1)));
        // the mean of both sides counts
        assertEquals(2, width(0.1, with(line(110, 60, 35, 25), 27, 26.9)), 1e-12);
        assertEquals(NONE, width(0.1, with(line(110, 60, 35, 25), 33, 27.1)));
    }

    @Test
    void lineAndWingsMustBeClearOfTheNoise() {
        assertEquals(2, width(4.99, PLAIN), 1e-12);
        assertEquals(NONE, width(5.01, PLAIN));
        double[] faint = line(110, 60, 20, 12);
        assertEquals(2, width(3.5, faint), 1e-12);
        assertEquals(NONE, width(3.6, faint));
    }

    @Test
    void theNoiseIsThatOfTheWingsTenPointsAway() {
        for (int[] c : new int[][] {{20, 1}, {40, 1}, {21, 0}, {19, 0}, {39, 0}, {41, 0}, {30, 0}}) {
            double[] sigma = new double[61];
            Arrays.fill(sigma, 100);
            sigma[c[0]] = 1;
            assertEquals(c[1] == 1 ? 2 : NONE, NarrowestLine.find(PLAIN, sigma), 1e-12, "sigma at " + c[0]);
        }
    }

    @Test
    void widthsFromWhatAHitHasToFivePoints() {
        // 100 / (110 - v) wide
        assertEquals(100 / 62.4, width(0.1, line(110, 47.6, 25, 15)), 1e-9);
        assertEquals(NONE, width(0.1, line(110, 47.4, 25, 15)));
        double[] five = line(110, 100, 80, 40, 30, 25, 20, 10);
        assertEquals(5, width(0.1, five), 1e-9);
        assertEquals(5 - 0.0025, width(0.1, with(five, 33, 39.8)), 2e-3);
        assertEquals(NONE, width(0.1, with(five, 33, 40.2)));
    }

    @Test
    void aLineNearAnEndIsMeasuredToo() {
        double[] y = Arrays.copyOfRange(PLAIN, 28, 61);
        // base at the first point, 25, and at 10: 17.5, level 63.75
        assertEquals(2 - 2 * 3.75 / 50, width(0.1, y), 1e-12);
        double[] back = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            back[i] = y[y.length - 1 - i];
        }
        assertEquals(2 - 2 * 3.75 / 50, width(0.1, back), 1e-12);
        // one point further and the top has no two neighbours on that side
        assertEquals(NONE, width(0.1, Arrays.copyOfRange(PLAIN, 29, 61)));
    }
}
