package org.interphase.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.interphase.model.Measurement;
import org.junit.jupiter.api.Test;

/** The window writes no number as a computer would. */
class WordingTest {

    @Test
    void powersOfTenAreWrittenOut() {
        assertEquals("an area above 1350 counts", Wording.readable("an area above 1.35e+03 counts"));
        assertEquals("near 2.1\u00d710\u207b\u2077 m, and \u22123".replace("\u2212", "-"),
                Wording.readable("near 2.1e-07 m, and -3"));
        assertEquals("4.56\u00d710\u2078", Wording.readable("4.56E+08"));
    }

    @Test
    void whatIsNoNumberStays() {
        for (String s : new String[] {"CF2 near 688.8 eV", "file_1e+03x.csv", "the 2e", "10.1e-3a", ""}) {
            assertEquals(s, Wording.readable(s));
        }
    }

    @Test
    void aNumberWithoutUncertaintyIsRounded() {
        assertEquals("46.36\u00a0%", Wording.number(Measurement.of("x", "", 46.3637, Double.NaN, "%")));
        assertEquals("123457", Wording.number(Measurement.of("n", "", 123457, Double.NaN, "")));
        assertEquals(Measurement.of("x", "", 46.3637, 0.2, "%").pretty(),
                Wording.number(Measurement.of("x", "", 46.3637, 0.2, "%")));
        assertEquals("not detected", Wording.number(Measurement.notDetected("x", "", Double.NaN, "%")));
    }
}
