package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Which rows of a pulse of 100 s and a rest of 200 s are fitted. */
class PulseRowsTest {

    private static PulseRows of(double skip, double part) {
        return PulseRows.of(i -> 10.0 * i, Points.channel(40, i -> 10.0 * i, t -> 3 + t), new Pulse(1, 2, 3, 12, 32, 21,
                121, 0, 1), skip, part);
    }

    @Test
    void theRowBeforeIsTheFirstAndRowsAfterEachTurnAreLeftOut() {
        PulseRows r = of(15, 1);
        // 21 + 15 = 36 s: from 40 s on; 121 + 15 = 136 s: from 140 s on
        assertEquals(20, r.times()[0]);
        assertEquals(40, r.times()[1]);
        assertEquals(120, r.times()[9]);
        assertEquals(140, r.times()[10]);
        assertEquals(320, r.times()[r.times().length - 1]);
        assertEquals(9, r.count(true));
        assertEquals(20, r.count(false));
        assertFalse(r.on()[0]);
        assertTrue(r.on()[1] && r.on()[9]);
        assertFalse(r.on()[10]);
        assertEquals(3 + 140, r.potentials()[10]);
    }

    @Test
    void aPartOfTheRestIsThatOfItsTime() {
        // half of 121 to 320 s ends at 220.5 s
        PulseRows r = of(15, 0.5);
        assertEquals(220, r.times()[r.times().length - 1]);
        assertEquals(9, r.count(true));
    }

    @Test
    void aRowBeforeThatStandsAfterTheTurnIsTakenForTheTurn() {
        PulseRows r = PulseRows.of(i -> 10.0 * i, Points.channel(40, i -> 10.0 * i, t -> 3 + t), new Pulse(1, 2, 3, 12,
                32, 15, 121, 0, 1), 15, 1);
        assertEquals(15, r.times()[0]);
        assertEquals(30, r.times()[1]);
    }

    @Test
    void rowsWithoutAPotentialAreLeftOutAndTheOthersKeepTheirTimes() {
        double[] v = new double[40];
        v[2] = Double.NaN;
        v[5] = Double.NaN;
        PulseRows r = PulseRows.of(i -> 10.0 * i, Points.channel(v), new Pulse(1, 2, 3, 12, 32, 21, 121, 0, 1), 15, 1);
        assertEquals(8, r.count(true));
        assertEquals(40, r.times()[0]);
        assertEquals(60, r.times()[1]);
    }

    @Test
    void manyRowsAreTakenDenseAtTheTurn() {
        Pulse p = new Pulse(1, 0, 1, 1000, 1000, 0.5, 1000.5, 0, 1);
        PulseRows r = PulseRows.of(i -> i, Points.channel(1001, i -> i, t -> t), p, 0, 1);
        assertEquals(0, r.count(false) - 1);
        // the i-th of 150 is row 1 + 999 (i / 149)^2; where two are the same, one
        assertEquals(1, r.times()[1]);
        assertEquals(2, r.times()[2]);
        assertEquals(1000, r.times()[r.times().length - 1]);
        assertEquals(1000 - Math.round(999 * (1 - Math.pow(148 / 149.0, 2))), r.times()[r.times().length - 2], 1);
        PulseRows few = PulseRows.of(i -> i, Points.channel(151, i -> i, t -> t), new Pulse(1, 0, 1, 150, 150, 0.5,
                150.5, 0, 1), 0, 1);
        assertEquals(151, few.times().length);
    }

    @Test
    void someOfThemAreTakenEvenly() {
        PulseRows r = of(15, 1).thinned(10);
        // every second of 29
        assertEquals(15, r.times().length);
        assertArrayEquals(new double[] {20, 50, 70}, new double[] {r.times()[0], r.times()[1], r.times()[2]});
        assertEquals(53, r.potentials()[1]);
        assertTrue(r.on()[1]);
        assertFalse(r.on()[5]);
        assertEquals(29, of(15, 1).thinned(60).times().length);
    }
}
