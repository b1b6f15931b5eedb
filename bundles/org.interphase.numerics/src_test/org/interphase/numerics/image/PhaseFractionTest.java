package org.interphase.numerics.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PhaseFractionTest {

    @Test
    void independentPixelsGiveTheBinomialError() {
        SplittableRandom random = new SplittableRandom(2);
        byte[] mask = new byte[190 * 190];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (random.nextDouble() < 0.3 ? 1 : 0);
        }
        PhaseFraction.Estimate e = PhaseFraction.of(mask, null, 190, 190).estimate(Double.NaN, 2000, 1);
        assertEquals(0.3, e.value(), 0.01);
        double binomial = Math.sqrt(0.21 / mask.length);
        assertEquals(binomial, e.standardError(), 0.2 * binomial);
        assertTrue(e.low() < 0.3 && e.high() > 0.3);
    }

    @Test
    void onlyTheSelectionCounts() {
        byte[] mask = new byte[100 * 100];
        byte[] within = new byte[100 * 100];
        for (int i = 0; i < mask.length; i++) {
            within[i] = (byte) (i % 100 < 50 ? 1 : 0);
            mask[i] = (byte) (i % 100 >= 50 || i % 2 == 0 ? 1 : 0);
        }
        assertEquals(0.5, PhaseFraction.of(mask, within, 100, 100).value());
    }

    @Test
    void theScatterFallsWithTheWindow() {
        SplittableRandom random = new SplittableRandom(6);
        byte[] mask = new byte[300 * 300];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = (byte) (random.nextDouble() < 0.5 ? 1 : 0);
        }
        PhaseFraction.Window[] w = PhaseFraction.of(mask, null, 300, 300).representative(10);
        assertTrue(w.length >= 5);
        assertTrue(w[0].deviation() > 5 * w[w.length - 1].deviation());
        assertEquals(0.5 / w[0].side(), w[0].deviation(), 0.02 / w[0].side());
    }

    @Test
    void studentQuantilesAreKnown() {
        assertEquals(2.776, PhaseFraction.studentQuantile(4), 0.02);
        assertEquals(2.228, PhaseFraction.studentQuantile(10), 0.001);
        assertEquals(1.984, PhaseFraction.studentQuantile(100), 0.001);
    }
}
