package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.numerics.linear.StraightLine;
import org.junit.jupiter.api.Test;

class LinesTest {

    private static final double[] X = {1, 2, 3, 5, 8, 13, 21};
    private static final double[] Y = {1.1, 2.3, 2.9, 5.2, 7.7, 13.3, 20.8};

    @Test
    void withoutCorrelationItIsTheWeightedLine() {
        double[] u = {0.1, 0.2, 0.15, 0.3, 0.5, 0.4, 0.9};
        double[][] c = new double[X.length][X.length];
        for (int k = 0; k < X.length; k++) {
            c[k][k] = u[k] * u[k];
        }
        GeneralisedLine line = GeneralisedLine.through(X, Y, c, 0);
        StraightLine weighted = StraightLine.through(X, Y, u);
        assertEquals(weighted.slope(), line.slope(), 1e-6);
        assertEquals(weighted.intercept(), line.intercept(), 1e-6);
        double scale = Math.max(1, weighted.reducedChiSquare());
        assertEquals(weighted.slopeSigma() * weighted.slopeSigma() / scale, line.slopeVariance(), 1e-7);
        assertEquals(weighted.interceptSigma() * weighted.interceptSigma() / scale, line.interceptVariance(), 1e-7);
        assertEquals(weighted.covariance() / scale, line.mixed(), 1e-7);
        assertEquals(weighted.reducedChiSquare(), line.chiSquare() / 5, 1e-5);
    }

    /** A noise all points share shifts the line and leaves its slope: two points with variance 1 + 4 each, 4 shared. */
    @Test
    void whatAllPointsShareIsInTheInterceptOnly() {
        double[][] c = {{5, 4}, {4, 5}};
        GeneralisedLine line = GeneralisedLine.through(new double[] {0, 1}, new double[] {3, 5}, c, 0);
        assertEquals(2, line.slope(), 1e-6);
        assertEquals(2, line.slopeVariance(), 1e-5);
        assertEquals(5, line.interceptVariance(), 1e-5);
    }

    @Test
    void pointsBeforeTheStartDoNotCount() {
        double[][] c = new double[X.length][X.length];
        for (int k = 0; k < X.length; k++) {
            c[k][k] = 1;
        }
        double[] spoilt = Y.clone();
        spoilt[0] = 100;
        assertEquals(GeneralisedLine.through(X, Y, c, 1).slope(), GeneralisedLine.through(X, spoilt, c, 1).slope(),
                1e-12);
    }

    /** Two starts whose chi-squares differ by exactly what a point costs have the same weight. */
    @Test
    void startsAreWeighedByWhatTheyLeaveOut() {
        double[][] c = new double[X.length][X.length];
        for (int k = 0; k < X.length; k++) {
            c[k][k] = 1;
        }
        GeneralisedLine all = GeneralisedLine.through(X, Y, c, 0);
        GeneralisedLine later = GeneralisedLine.through(X, Y, c, 1);
        double w = Math.exp(-0.5 * (later.chiSquare() + 2 - all.chiSquare()));
        LinearRegime r = LinearRegime.of(X, Y, c, 0, 1);
        double mean = (all.slope() + w * later.slope()) / (1 + w);
        assertEquals(mean, r.slope(), 1e-9);
        double choice = (Math.pow(all.slope() - mean, 2) + w * Math.pow(later.slope() - mean, 2)) / (1 + w);
        assertEquals(choice, r.choice(), 1e-12);
        assertEquals((all.slopeVariance() + w * later.slopeVariance()) / (1 + w) + choice, r.variance(), 1e-9);
    }

    @Test
    void aBentBeginningIsLeftOut() {
        double[] t = new double[30];
        double[] m = new double[30];
        double[][] c = new double[30][30];
        for (int k = 0; k < 30; k++) {
            t[k] = k + 1;
            m[k] = 2 + 0.5 * t[k] - 2 * Math.exp(-t[k] / 2);
            c[k][k] = 1e-4;
        }
        LinearRegime r = LinearRegime.of(t, m, c, 0, 24);
        assertTrue(t[r.start()] >= 6, "starts at " + t[r.start()]);
        assertEquals(0.5, r.slope(), 0.002);
    }
}
