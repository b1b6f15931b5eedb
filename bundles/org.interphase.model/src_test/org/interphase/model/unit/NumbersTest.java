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

    @Test
    void thePowerBeginsAtAMillionAndATenThousandth() {
        assertWritten("999999.0 +- 1.0", 999_999, 1);
        assertWritten("(1.0000000 +- 0.0000010)\u00d710\u2076", 1_000_000, 1);
        assertWritten("0.00120 +- 0.00010", 0.0012, 0.0001);
        assertWritten("(1.20 +- 0.10)\u00d710\u207b\u2074", 0.00012, 0.00001);
        // six decimals are written, seven are not
        assertWritten("1.000000 +- 0.000010", 1, 0.00001);
        assertWritten("(1.0000000 +- 0.0000010)\u00d710\u2070", 1, 0.000001);
        // a value within its uncertainty of zero takes the power of the uncertainty
        assertWritten("(0.0 +- 1.0)\u00d710\u2076", 0, 1e6);
        assertEquals("999999", Numbers.plain(999_999, 6));
        assertEquals("1\u00d710\u2076", Numbers.plain(1_000_000, 6));
        assertEquals("12345678", Numbers.plain(12_345_678, 8));
        assertEquals("1.234568\u00d710\u2077", Numbers.plain(12_345_678, 7));
        assertEquals("0.00123", Numbers.plain(0.00123, 3));
        assertEquals("1.23\u00d710\u207b\u2074", Numbers.plain(0.000123, 3));
    }

    @Test
    void halvesOfUncertaintiesGoUpAndThoseOfValuesToTheEvenDigit() {
        assertWritten("1.00 +- 0.13", 1, 0.125);
        assertWritten("2 +- 10", 2.5, 10);
        assertWritten("4 +- 10", 3.5, 10);
        assertEquals("2", Numbers.plain(2.5, 1));
        assertEquals("4", Numbers.plain(3.5, 1));
        assertEquals("\u221e", Numbers.plain(Double.POSITIVE_INFINITY, 2));
        assertEquals("\u2212\u221e", Numbers.plain(Double.NEGATIVE_INFINITY, 2));
        assertEquals("Infinity", Numbers.withUncertainty(Double.POSITIVE_INFINITY, 1));
    }
}
