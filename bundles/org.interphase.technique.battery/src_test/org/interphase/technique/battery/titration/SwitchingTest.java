package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/** When the current was switched, by hand: JCGM 100:2008, 4.3.7. */
class SwitchingTest {

    @Test
    void betweenCloseRowsItIsTheMiddleWithARectangleAboutIt() {
        // half a width of 0.25 s over the square root of three
        assertArrayEquals(new double[] {100.25, 0.25 / Math.sqrt(3)}, Titration.switching(100, 100.5, 600, 5, true),
                1e-12);
    }

    @Test
    void elseItIsTheRowOfTheStepAndTheRectangleLiesToOneSide() {
        // up to 5 s before the first row with a current: the root mean square of 0 to 5 s
        assertArrayEquals(new double[] {110, 5 / Math.sqrt(3)}, Titration.switching(100, 110, 600, 5, true), 1e-12);
        assertArrayEquals(new double[] {100, 2 / Math.sqrt(3)}, Titration.switching(100, 102, 600, 5, false), 1e-12);
    }
}
