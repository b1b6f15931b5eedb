package org.interphase.technique.electrochemistry.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** The gain of an instrument in numbers by the power of the impedance in them. */
class ImpedanceAccuracyTest {

    private static final ImpedanceAccuracy FOUR = ImpedanceAccuracy.of(4.0);

    @Test
    void resistancesAndCapacitancesHoldItAndTimeConstantsDoNot() {
        // 3 ohm of the fit and 4 % of 100 ohm
        assertEquals(5, FOUR.with(100, 3), 1e-12);
        Measurement r = Measurement.of("R1", "R", 100, 3, "ohm").judged(Verdict.doubtful("x"));
        assertEquals(5, FOUR.counted(r, 1).uncertainty(), 1e-12);
        assertEquals(5, FOUR.counted(r, -1).uncertainty(), 1e-12);
        // the square of an impedance has it twice
        assertEquals(Math.hypot(3, 8), FOUR.counted(r, 2).uncertainty(), 1e-12);
        assertSame(r, FOUR.counted(r, 0));
        assertEquals(r.verdict(), FOUR.counted(r, 1).verdict());
        assertEquals(100, FOUR.counted(r, 1).value());
    }

    @Test
    void whatWasGivenOrNotFoundHasNone() {
        assertEquals(0, FOUR.with(100, 0));
        Measurement none = Measurement.notDetected("R1", "R", 7, "ohm");
        assertSame(none, FOUR.counted(none, 1));
    }

    @Test
    void whatIsNotStatedIsUsual() {
        assertEquals(0.01, ImpedanceAccuracy.of(null).relative());
        assertEquals(0, ImpedanceAccuracy.of(0.0).relative());
        assertEquals(3, ImpedanceAccuracy.EXACT.with(100, 3), 0);
        assertTrue(ImpedanceAccuracy.methods(null).contains("1 %, a usual value"));
        assertEquals("", ImpedanceAccuracy.methods(0.0));
        assertTrue(ImpedanceAccuracy.methods(4.0).endsWith("an accuracy of the instrument of 4.0 %."));
        assertEquals("Impedances within 4.0 %", FOUR.title());
    }
}
