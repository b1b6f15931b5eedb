package org.interphase.technique.vibrational.bands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** A sine under a spectrum is seen with its period and amplitude, and bands are not taken for one. */
class RippleTest {

    private static final double[] X = IntStream.range(0, 850).mapToDouble(i -> 200 + 2 * i).toArray();

    private static double[] spectrum(double amplitude, double period, double... bands) {
        Random random = new Random(5);
        return Arrays.stream(X).map(x -> 3 * random.nextGaussian()
                + amplitude * (1 + Math.sin(2 * Math.PI * x / period))
                + Arrays.stream(bands).map(b -> 150 / (1 + Math.pow((x - b) / 9, 2))).sum()).toArray();
    }

    private static Band band(double height, double fwhm) {
        return new Band(900, 0.1, height, 1, fwhm, 0.3, 1.4 * height * fwhm, height, 0.5, 50, false, Verdict.SOUND);
    }

    @Test
    void aSineIsSeenUnderBands() {
        Ripple r = Ripple.of(X, spectrum(40, 77, 410, 730, 1290)).orElseThrow();
        assertEquals(77, r.period(), 1);
        // what stands out of two standard deviations is cut off: of a sine next to nothing
        assertEquals(40, r.amplitude(), 3);
    }

    @Test
    void bandsAndNoiseAreNone() {
        assertFalse(Ripple.of(X, spectrum(0, 77)).isPresent());
        assertFalse(Ripple.of(X, spectrum(0, 77, 410, 730, 1290)).isPresent());
        assertFalse(Ripple.of(X, spectrum(0, 77, 310, 455, 730, 1001, 1120, 1290, 1433, 1600)).isPresent());
        assertFalse(Ripple.of(X, new double[X.length]).isPresent());
    }

    @Test
    void aCrestMayBeTakenForABandAndANarrowOrAHighOneNot() {
        Ripple r = new Ripple(80, 10);
        assertTrue(r.mayHold(band(119, 40)));
        assertFalse(r.mayHold(band(121, 40)));
        assertFalse(r.mayHold(band(50, 19)));
        assertTrue(r.mayHold(band(50, 21)));
    }

    @Test
    void bandsThatMayBeCrestsAreDoubtful() {
        double[] y = spectrum(40, 77, 900);
        Band narrow = new Band(900, 0.1, 2000, 1, 18, 0.3, 5e4, 100, 1, 50, false, Verdict.SOUND);
        for (Band b : Undulation.counted(X, y, List.of(band(120, 38), narrow))) {
            assertEquals(b.height() > 1000, !b.verdict().reason().contains("fringes"), b.verdict().reason());
        }
    }
}
