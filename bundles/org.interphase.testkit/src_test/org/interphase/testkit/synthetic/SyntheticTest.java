package org.interphase.testkit.synthetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The generators give what they say. */
class SyntheticTest {

    @Test
    void countsHaveTheMeanAndVarianceOfPoisson() {
        Poisson poisson = new Poisson(42);
        int n = 200_000;
        for (double mean : new double[] {0, 0.3, 4, 9.9, 10.1, 87, 9000, 1e6}) {
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double d = poisson.next(mean) - mean;
                sum += d;
                squares += d * d;
            }
            // the mean of n counts has standard deviation sqrt(mean/n), their variance sqrt((mean + 2 mean^2)/n)
            assertEquals(0, sum / n, 5 * Math.sqrt(mean / n) + 1e-12, "mean of " + mean);
            assertEquals(mean, squares / n, 5 * Math.sqrt((mean + 2 * mean * mean) / n) + 1e-12, "variance of " + mean);
        }
    }

    @Test
    void logFactorialIsRight() {
        double exact = 0;
        for (int k = 1; k <= 200; k++) {
            exact += Math.log(k);
            assertEquals(exact, Poisson.logFactorial(k), 1e-11 * Math.max(1, exact));
        }
    }

    @Test
    void peakHasItsHeightWidthAndArea() {
        for (double mixing : new double[] {0, 0.3, 1}) {
            PeakTruth p = new PeakTruth("p", 688, 1.7, 400, mixing);
            assertEquals(400, p.at(688));
            assertEquals(200, p.at(688 + 0.85), 1e-9);
            double sum = 0;
            double step = 0.01;
            for (double x = -50_000; x < 50_000; x++) {
                sum += p.at(688 + x * step) * step;
            }
            // the Lorentzian's tails beyond 500 eV hold h w^2 / (2 * 500)
            assertEquals(p.area(), sum + mixing * 400 * 1.7 * 1.7 / 1000, 1e-3 * p.area() / 100);
        }
    }

    @Test
    void theStepOfABackgroundIsItsShareOfTheArea() {
        PeakTruth narrow = new PeakTruth("p", 50, 1, 1000, 0);
        XpsRegionTruth r = XpsRegionTruth.of("X", 0, 0.1, 1001, 500, 0.05, List.of(narrow), 1);
        assertEquals(500, r.background()[0], 1e-9);
        assertEquals(500 + 0.05 * narrow.area(), r.background()[1000], 1e-6 * narrow.area());
        assertEquals(500 + 0.05 * narrow.area() / 2, r.background()[500], 1e-6 * narrow.area());
    }

    @Test
    void theSameSeedGivesTheSameData() {
        assertArrayEquals(XpsRegionTruth.fluorine(500, 3000, 3).counts(),
                XpsRegionTruth.fluorine(500, 3000, 3).counts());
        assertArrayEquals(RamanTruth.carbon(5, 3, 9).intensity(), RamanTruth.carbon(5, 3, 9).intensity());
        assertTrue(!java.util.Arrays.equals(RamanTruth.carbon(5, 3, 9).intensity(),
                RamanTruth.carbon(5, 3, 10).intensity()));
    }

    @Test
    void spikesAreWhereTheTruthSays() {
        RamanTruth r = RamanTruth.carbon(5, 4, 11);
        for (int i = 0; i < r.shift().length; i++) {
            double off = Math.abs(r.intensity()[i] - r.clean()[i]);
            assertTrue(r.spikes().contains(i) || off < 6 * r.noise(), "point " + i + " is off by " + off);
        }
        assertTrue(r.spikes().size() >= 4);
    }
}
