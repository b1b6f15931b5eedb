package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VerdictTest {

    private static final Measurement AREA = Measurement.of("area", "A", 100, 4, "counts.eV");

    @Test
    void theWorseOfTwoVerdictsCounts() {
        Verdict d = Verdict.doubtful("a peak is not in the model");
        Verdict w = Verdict.withheld("the fit ended on a bound");
        assertEquals(d, Verdict.SOUND.and(d));
        assertEquals(w, d.and(w));
        assertEquals(w, w.and(d));
        assertEquals("a; b", Verdict.doubtful("a").and(Verdict.doubtful("b")).reason());
        assertEquals("a", Verdict.doubtful("a").and(Verdict.doubtful("a")).reason());
        assertEquals("a bound; bound", Verdict.doubtful("a bound").and(Verdict.doubtful("bound")).reason());
        assertEquals("a; b; c", Verdict.doubtful("a; b").and(Verdict.doubtful("b; c")).reason());
    }

    @Test
    void aDoubtWithoutAReasonIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Verdict.doubtful(" "));
        assertThrows(IllegalArgumentException.class, () -> new Verdict(Verdict.Quality.SOUND, "why"));
        assertThrows(IllegalArgumentException.class, () -> Verdict.Quality.of("good"));
    }

    @Test
    void aWithheldNumberHasNoValueAndIsNotCalledUndetected() {
        Measurement m = AREA.judged(Verdict.withheld("the fit ended on a bound"));
        assertTrue(Double.isNaN(m.value()) && Double.isNaN(m.uncertainty()) && Double.isNaN(m.limit()));
        assertFalse(m.isDetected());
        assertFalse(m.isNotDetected());
        assertEquals("withheld: the fit ended on a bound", m.pretty());
        assertThrows(IllegalArgumentException.class, () -> new Measurement("a", "", 1, 1, AREA.unit(), "", Double.NaN,
                Verdict.withheld("no")));
        assertThrows(IllegalArgumentException.class, () -> new Measurement("a", "", Double.NaN, Double.NaN,
                AREA.unit(), "", 3, Verdict.withheld("no")));
    }

    @Test
    void aDoubtfulNumberKeepsItsValueAndItsVerdictOnTheWay() {
        Measurement m = AREA.judged(Verdict.doubtful("x")).withStep("fit").withName("other");
        assertEquals(100, m.value());
        assertEquals("doubtful", m.verdict().quality().word());
        assertTrue(m.pretty().endsWith("?"), m.pretty());
        assertTrue(Measurement.notDetected("a", "", 3, "1").isNotDetected());
    }
}
