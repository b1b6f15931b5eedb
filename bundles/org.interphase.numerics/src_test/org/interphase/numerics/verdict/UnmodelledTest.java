package org.interphase.numerics.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The mean of two values, which takes up 2 of a shape (1, 3) and leaves (-1, 1). Expected values by hand where the
 * amplitude may have either sign, by integration over it where it may not.
 */
class UnmodelledTest {

    private static final Absorption MEAN = new Absorption(new double[][] {{1, 1}}, new double[][] {{0.5}});

    private static double added(double amplitude, double noise, Unmodelled.Shape... shapes) {
        return Unmodelled.covariance(MEAN, new double[] {-amplitude, amplitude}, noise, List.of(shapes))[0][0];
    }

    private static Unmodelled.Shape shape(double size, double probability, boolean positive) {
        return new Unmodelled.Shape(new double[] {1, 3}, size, probability, positive);
    }

    @ParameterizedTest
    // amplitude 0, a shape of size 1: probability 1/(1 + sqrt 3), mean square 1/3, effect 2
    @CsvSource({"0, 1, 1, 0.5, false, 0.488033871712585", "2, 1, 1, 0.5, false, 7.537334741992482",
        "0, 1, 1, 0.5, true, 0.488033871712585", "-2, 1, 1, 0.5, true, 0.04218034188",
        "2, 1, 1, 0.5, true, 8.04168269788",
        "2, 4, 0.5, 0.25, false, 0.2823804880054004"})
    void theMeanSquareEffectCountsWithItsProbability(double amplitude, double noise, double size, double probability,
            boolean positive, double expected) {
        assertEquals(expected, added(amplitude, noise, shape(size, probability, positive)), 1e-7 * expected);
    }

    @Test
    void whatTheDataExcludeAddsNothing() {
        assertTrue(added(0, 1e-8, shape(1, 0.5, false)) < 1e-11);
        assertEquals(0, added(-1, 1e-4, shape(1, 0.5, true)), 1e-300);
    }

    @Test
    void whatTheDataShowAddsItsSquare() {
        assertEquals(4 * 0.01, added(0.1, 1e-8, shape(1, 0.01, false)), 1e-5);
    }

    @Test
    void twoShapesShareTheProbability() {
        double one = added(0, 1, shape(1, 0.5, false));
        assertEquals(one, added(0, 1, shape(1, 0.25, false), shape(1, 0.25, false)), 1e-12);
    }
}
