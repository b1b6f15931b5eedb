package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.interphase.api.Progress;
import org.junit.jupiter.api.Test;

class SquaredDisplacementsTest {

    /** One walker at (0, 0), (1, 0), (3, 0), (6, 2) and another that stays, by hand. */
    @Test
    void meansAreThoseOverAllOrigins() {
        Walks w = new Walks(1, 2, new float[][] {{0, 0, 1, 0, 3, 0, 6, 2}, new float[8]});
        SquaredDisplacements d = SquaredDisplacements.of(w, new int[] {1, 2, 3}, Progress.none());
        // squares over one frame: 1, 4, 13; over two: 9, 29; over three: 40
        assertArrayEquals(new double[] {18 / 6.0, 38 / 4.0, 20}, d.mean(), 1e-12);
        assertArrayEquals(new double[] {6, 0}, d.ofWalker()[0], 1e-12);
        assertEquals((1 + 16 + 169) / 6.0 - 9, d.spread()[0], 1e-12);
        assertArrayEquals(new double[] {14 / 6.0, 4 / 6.0}, d.ofAxis()[0], 1e-12);
        assertEquals(18.0 * 18 / (14 * 14 + 4 * 4), d.activeAxes(0), 1e-12);
    }

    @Test
    void lagsGrowToHalfTheRunWhereThereIsEnoughOfIt() {
        int[] lags = SquaredDisplacements.lags(101, 50, 3);
        assertArrayEquals(new int[] {1, 2, 3, 4, 5}, java.util.Arrays.copyOf(lags, 5));
        assertEquals(true, lags[lags.length - 1] <= 50 && lags[lags.length - 1] > 35);
        // one walker along one axis: a thirtieth
        int[] few = SquaredDisplacements.lags(301, 1, 1);
        assertEquals(10, few[few.length - 1], 1);
    }

    @Test
    void theSumOfAllIsOneWalkOfTheCharge() {
        Walks w = new Walks(1, 1, new float[][] {{0, 1, 2}, {0, -1, 5}});
        assertArrayEquals(new float[] {0, 0, (float) (7 / Math.sqrt(2))}, w.together().places()[0], 1e-6f);
    }
}
