package org.interphase.technique.electrochemistry.impedance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

class SpectrumTailsTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 65);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(40, 1e-4, 1), new Arc(80, 0.05, 1));

    private static ImpedanceSpectrum of(ImpedanceTruth truth, double noise, long seed) {
        return Spectra.spectrum(HERTZ, truth.measured(HERTZ, noise, seed));
    }

    private static int above(ImpedanceSpectrum s) {
        int n = 0;
        while (s.im()[n] > 0) {
            n++;
        }
        return n;
    }

    @Test
    void leadsAreCountedFromTheHighestFrequency() {
        ImpedanceSpectrum s = of(CELL.withInductance(1e-6), 1e-4, 1);
        assertEquals(above(s), SpectrumTails.leading(s));
        assertTrue(above(s) > 3);
        assertTrue(SpectrumTails.inductive(s));
        assertEquals(s.size() - above(s), s.withoutInductiveEnds().size());
        assertEquals(s.frequency()[above(s)], s.withoutInductiveEnds().frequency()[0]);
    }

    @Test
    void noiseAboveZeroIsNoLead() {
        for (int seed = 0; seed < 50; seed++) {
            ImpedanceSpectrum s = of(CELL, 0.01, seed);
            assertEquals(0, SpectrumTails.leading(s), "seed " + seed);
            assertEquals(0, SpectrumTails.loop(s), "seed " + seed);
            assertEquals(s.size(), s.withoutInductiveEnds().size());
        }
    }

    @Test
    void aLoopIsCountedFromTheLowestFrequency() {
        double[][] z = CELL.measured(HERTZ, 1e-4, 1);
        for (int i = 60; i < 65; i++) {
            z[1][i] = 2;
        }
        z[1][59] = -0.5;
        ImpedanceSpectrum s = Spectra.spectrum(HERTZ, z);
        assertEquals(5, SpectrumTails.loop(s));
        assertEquals(0, SpectrumTails.leading(s));
        assertEquals(60, s.withoutInductiveEnds().size());
        for (int i = 60; i < 64; i++) {
            z[1][i] = -2;
        }
        // one point alone is none
        assertEquals(0, SpectrumTails.loop(Spectra.spectrum(HERTZ, z)));
    }

    @Test
    void aTailRisesAndASteepOneBlocks() {
        ImpedanceSpectrum arc = of(CELL, 1e-4, 1);
        assertFalse(SpectrumTails.rising(arc));
        assertFalse(SpectrumTails.blocking(arc));
        ImpedanceSpectrum diffusion = of(CELL.withTail(20, 0.4), 1e-4, 1);
        assertTrue(SpectrumTails.rising(diffusion));
        assertFalse(SpectrumTails.blocking(diffusion));
        ImpedanceSpectrum blocked = of(CELL.withTail(20, 0.9), 1e-4, 1);
        assertTrue(SpectrumTails.rising(blocked));
        assertTrue(SpectrumTails.blocking(blocked));
    }

    @Test
    void aPersonsWordCountsMoreThanTheData() {
        ImpedanceSpectrum arc = of(CELL, 1e-4, 1);
        ImpedanceSpectrum both = of(CELL.withInductance(1e-6).withTail(20, 0.9), 1e-4, 1);
        assertTrue(SpectrumTails.Presence.YES.inductance(arc) && SpectrumTails.Presence.YES.capacitance(arc));
        assertFalse(SpectrumTails.Presence.AUTO.inductance(arc) || SpectrumTails.Presence.AUTO.capacitance(arc));
        assertTrue(SpectrumTails.Presence.AUTO.inductance(both) && SpectrumTails.Presence.AUTO.capacitance(both));
        assertFalse(SpectrumTails.Presence.NO.inductance(both) || SpectrumTails.Presence.NO.capacitance(both));
    }
}
