package org.interphase.model.unit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Value and uncertainty are rounded together, to two digits of the uncertainty (JCGM 100:2008, 7.2.6). */
class NumbersTest {

    private static void assertWritten(String expected, double value, double uncertainty) {
        assertEquals(expected.replace("+-", "\u00b1"), Numbers.withUncertainty(value, uncertainty));
    }

    @Test
    void theUncertaintyHasTwoDigits() {
        assertWritten("688.140 +- 0.021", 688.1399, 0.0213);
        assertWritten("100.02147 +- 0.00035", 100.02147, 0.00035);
        assertWritten("685.1 +- 1.2", 685.12, 1.234);
        assertWritten("0.00 +- 0.15", 0.0001, 0.15);
        assertWritten("-3.40 +- 0.10", -3.4, 0.1);
    }

    @Test
    void roundingUpCarries() {
        assertWritten("5.00 +- 0.10", 5, 0.0996);
        assertWritten("12 +- 10", 12.4, 9.96);
        assertWritten("1.000 +- 0.010", 0.99999, 0.00999);
    }

    @Test
    void largeUncertaintiesRoundBeforeThePoint() {
        assertWritten("11600 +- 120", 11598, 123);
        assertWritten("520 +- 170", 523, 174.6);
    }

    @Test
    void veryLargeAndSmallNumbersShareOnePower() {
        assertWritten("(1.234 +- 0.012)\u00d710\u2077", 1.2341e7, 1.2e5);
        assertWritten("(4.20 +- 0.10)\u00d710\u207b\u2077", 4.2e-7, 1e-8);
    }

    @Test
    void withoutUncertaintyTheValueHasSixDigits() {
        assertWritten("3.14159", Math.PI, Double.NaN);
        assertWritten("3.14159", Math.PI, 0);
        assertWritten("0.1", 0.1, Double.POSITIVE_INFINITY);
        assertWritten("not determined", Double.NaN, 1);
    }

    @Test
    void plainNumbersHaveNoTrailingZeros() {
        assertEquals("1.2", Numbers.plain(1.2, 6));
        assertEquals("0", Numbers.plain(0, 3));
        assertEquals("100", Numbers.plain(100, 2));
        assertEquals("123457", Numbers.plain(123456.7, 6));
        assertEquals("1.23\u00d710\u207b\u2075", Numbers.plain(1.234e-5, 3));
        assertEquals("0.001", Numbers.plain(0.001, 3));
        assertEquals("-2.5\u00d710\u2078", Numbers.plain(-2.5e8, 4));
        assertEquals("\u2013", Numbers.plain(Double.NaN, 3));
    }
}
