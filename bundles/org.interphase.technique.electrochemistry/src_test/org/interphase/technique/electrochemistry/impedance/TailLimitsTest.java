package org.interphase.technique.electrochemistry.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/**
 * How far beyond the noise the ends of a spectrum must be, by hand. Ten points per decade of Im Z = -50 ohm, one ohm up
 * and down in turn: every second difference is 4 ohm, the noise 1.4826 x 4 / sqrt(6) = 2.421 ohm. Re Z is so large that
 * phases go with Im Z.
 */
class TailLimitsTest {

    private static final int N = 40;

    /** Points from one to another lie about another level. */
    private static ImpedanceSpectrum spectrum(int from, int to, double level) {
        double[] f = new double[N];
        double[] re = new double[N];
        double[] im = new double[N];
        for (int i = 0; i < N; i++) {
            f[i] = 1000 * Math.pow(10, -i / 10.0);
            re[i] = 1e6;
            im[i] = (i >= from && i < to ? level : -50) + (i % 2 == 0 ? 1 : -1);
        }
        return new ImpedanceSpectrum(f, re, im, null, null);
    }

    @Test
    void theUpperThirdOfADecadeIsInductiveBeyondThreeOfItsNoise() {
        // four points: 3 x 2.421 / 2 = 3.63 ohm
        assertTrue(SpectrumTails.inductive(spectrum(0, 4, 3.7)));
        assertFalse(SpectrumTails.inductive(spectrum(0, 4, 3.5)));
        // the fifth is not among them
        assertFalse(SpectrumTails.inductive(spectrum(4, 5, 1e4)));
        assertFalse(SpectrumTails.inductive(spectrum(0, 3, 15)));
    }

    @Test
    void leadsAndLoopsLieFiveStandardDeviationsAboveZero() {
        // of four points 5 x 2.421 / 2 = 6.05 ohm in the mean, of two 5 x 2.421 / 1.414 = 8.56 ohm
        assertEquals(4, SpectrumTails.leading(spectrum(0, 4, 6.2)));
        assertEquals(0, SpectrumTails.leading(spectrum(0, 4, 5.9)));
        assertEquals(4, SpectrumTails.loop(spectrum(N - 4, N, 6.2)));
        assertEquals(0, SpectrumTails.loop(spectrum(N - 4, N, 5.9)));
        assertEquals(2, SpectrumTails.loop(spectrum(N - 2, N, 8.7)));
        assertEquals(0, SpectrumTails.loop(spectrum(N - 2, N, 8.4)));
        // one point is none, all of them no loop but a lead
        assertEquals(0, SpectrumTails.loop(spectrum(N - 1, N, 1e3)));
        assertEquals(0, SpectrumTails.loop(spectrum(0, N, 1e3)));
        assertEquals(N, SpectrumTails.leading(spectrum(0, N, 1e3)));
        assertEquals(0, spectrum(0, N, 1e3).withoutInductiveEnds().size());
        assertEquals(N - 2, spectrum(N - 2, N, 8.7).withoutInductiveEnds().size());
    }

    /** Of which the last point lies below that half a decade before it, and to its right. */
    private static ImpedanceSpectrum tail(double rise, double right) {
        ImpedanceSpectrum s = spectrum(0, 0, 0);
        // three times the lowest frequency is passed five points before it
        s.im()[N - 1] = s.im()[N - 6] - rise;
        s.re()[N - 1] = s.re()[N - 6] + right;
        return s;
    }

    @Test
    void aTailRisesBeyondThreeOfTheNoiseAndBlocksBeyondFiveAndFortyFiveDegrees() {
        // 7.26 and 12.1 ohm
        assertTrue(SpectrumTails.rising(tail(7.4, 0)));
        assertFalse(SpectrumTails.rising(tail(7.1, 0)));
        assertTrue(SpectrumTails.blocking(tail(12.3, 0)));
        assertFalse(SpectrumTails.blocking(tail(11.9, 0)));
        assertTrue(SpectrumTails.blocking(tail(20, 19.9)));
        assertFalse(SpectrumTails.blocking(tail(20, 20.1)));
        assertFalse(SpectrumTails.blocking(tail(20, -20.1)));
    }
}
