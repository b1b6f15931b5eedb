package org.interphase.electro.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LastDecimalTest {

    private static double of(double... values) {
        LastDecimal d = new LastDecimal();
        for (double v : values) {
            d.add(v);
        }
        return d.value();
    }

    @Test
    void numbersHaveTheLastDecimalTheyAreWrittenTo() {
        assertEquals(1, of(0, 60, 12345678));
        assertEquals(0.1, of(3, 0.1 + 0.2, 86400.7));
        assertEquals(1e-3, of(4.105, Double.NaN, -0.001, 1e6));
        assertEquals(1e-6, of(0.123456, 99999.123456));
        assertEquals(1e-9, of(0.123456789));
        assertEquals(1e-6, of(0, 2.5e-5, 1.1e-5));
        assertEquals(1e-3, of(1234 * 0.001, 86400001 * 0.001));
    }

    @Test
    void numbersThatWereComputedHaveNone() {
        assertEquals(0, of(1 / 3.0, 0.5));
        assertEquals(0, of(0, 1e-5 / 3, 1e-7 * Math.PI));
        assertEquals(0, of(0, 0));
        assertEquals(0, of());
    }
}
