package org.interphase.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {

    @Test
    void bindingEnergiesAreMarkedAtWholeNumbers() {
        Ticks ticks = Ticks.linear(681.2, 693.7, 7);
        assertEquals(List.of(682.0, 684.0, 686.0, 688.0, 690.0, 692.0), ticks.values());
        assertEquals(List.of("682", "684", "686", "688", "690", "692"), ticks.labels());
        assertEquals(0, ticks.exponent());
    }

    @Test
    void labelsCarryAsManyDecimalsAsTheStepNeeds() {
        assertEquals(List.of("0.0", "0.5", "1.0"), Ticks.linear(0, 1.2, 4).labels());
        assertEquals(List.of("\u22120.2", "0.0", "0.2"), Ticks.linear(-0.3, 0.3, 3).labels());
    }

    @Test
    void largeAndSmallNumbersShareOnePowerOfTen() {
        Ticks large = Ticks.linear(0, 4.2e6, 6);
        assertEquals(6, large.exponent());
        assertEquals("4", large.labels().getLast());
        Ticks small = Ticks.linear(0, 3.1e-6, 5);
        assertEquals(-6, small.exponent());
        assertEquals("3", small.labels().getLast());
    }

    @Test
    void thereAreNeverMoreTicksThanAskedForNorOneAloneAndAllLieInside() {
        Random random = new Random(7);
        for (int i = 0; i < 5000; i++) {
            double a = random.nextGaussian() * Math.pow(10, random.nextInt(25) - 12);
            double b = a + Math.abs(a) * Math.pow(10, -random.nextInt(6)) + 1e-13;
            int most = 2 + random.nextInt(8);
            Ticks t = Ticks.linear(a, b, most);
            assertTrue(t.values().size() <= most && t.values().size() >= 2, () -> a + " " + b + " " + most);
            for (double v : t.values()) {
                assertTrue(v >= a - 1e-9 * (b - a) && v <= b + 1e-9 * (b - a));
            }
            assertEquals(t.values().size(), t.labels().stream().distinct().count(), () -> a + " " + b + " "
                    + t.labels());
        }
    }

    @Test
    void logarithmicAxesAreMarkedAtDecades() {
        Ticks t = Ticks.logarithmic(1e-2, 1e6, 9);
        List<String> labelled = t.labels().stream().filter(l -> !l.isEmpty()).toList();
        assertEquals("10\u207b\u00b2", labelled.getFirst());
        assertEquals("10\u2076", labelled.getLast());
    }

    @Test
    void logarithmicTicksNeedPositiveValues() {
        assertThrows(IllegalArgumentException.class, () -> Ticks.logarithmic(0, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.linear(1, 1, 5));
        assertThrows(IllegalArgumentException.class, () -> Ticks.linear(Double.NaN, 1, 5));
    }
}
