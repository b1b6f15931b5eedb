package org.interphase.numerics.verdict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

/** The mean of two values: J = (1, 1), C = 1/2. */
class AbsorptionTest {

    private static final Absorption MEAN = new Absorption(new double[][] {{1, 1}}, new double[][] {{0.5}});

    @Test
    void aParameterTakesUpItsPartAndLeavesTheRest() {
        assertArrayEquals(new double[] {2}, MEAN.taken(new double[] {1, 3}));
        assertArrayEquals(new double[] {-1, 1}, MEAN.left(new double[] {1, 3}, new double[] {2}));
    }

    @Test
    void theAmplitudeOfWhatIsLeftIsFoundInTheResiduals() {
        Absorption.Amplitude a = MEAN.amplitude(new double[] {1, 3}, new double[] {-2, 2});
        assertEquals(2, a.value());
        assertEquals(2, a.information());
        assertEquals(-1.5, MEAN.amplitude(new double[] {1, 3}, new double[] {1, -2}).value());
    }

    @Test
    void nothingIsKnownOfAChangeThatIsTakenUpWhole() {
        Absorption.Amplitude a = MEAN.amplitude(new double[] {4, 4}, new double[] {-2, 2});
        assertEquals(0, a.value());
        assertEquals(0, a.information());
    }

    @Test
    void correlatedParametersShareAChange() {
        // a straight line through three points at -1, 0, 2: J^t J = {{3, 1}, {1, 5}}
        Absorption line = new Absorption(new double[][] {{1, 1, 1}, {-1, 0, 2}}, new double[][] {{5 / 14.0, -1 / 14.0},
            {-1 / 14.0, 3 / 14.0}});
        // J^t b = (3, 2) of b = (1, 1, 1) + (0, 0, 0) is (3, 1): the line takes up a constant as its offset
        assertArrayEquals(new double[] {1, 0}, line.taken(new double[] {1, 1, 1}), 1e-12);
        // (0, 14, 0): J^t b = (14, 0), C J^t b = (5, -1)
        double[] taken = line.taken(new double[] {0, 14, 0});
        assertArrayEquals(new double[] {5, -1}, taken, 1e-12);
        assertArrayEquals(new double[] {-6, 9, -3}, line.left(new double[] {0, 14, 0}, taken), 1e-12);
    }
}
