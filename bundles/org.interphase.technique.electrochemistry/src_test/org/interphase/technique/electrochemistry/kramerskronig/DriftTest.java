package org.interphase.technique.electrochemistry.kramerskronig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

class DriftTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 1e-2, 65);
    /** One arc: the whole polarisation drifts. */
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(80, 0.5, 0.9));

    private static Drift drift(double growth, double noise, long seed) {
        return LinKk.usual(Spectra.spectrum(HERTZ, CELL.drifting(HERTZ, growth, noise, seed))).drift();
    }

    @Test
    void growthHasItsSignAndSize() {
        for (double growth : new double[] {-0.2, -0.05, 0.05, 0.2}) {
            Drift d = drift(growth, 0.0005, 1);
            assertEquals(growth, d.growth(), 4 * d.uncertainty() + 0.1 * Math.abs(growth));
            assertTrue(d.isSeen(), "growth " + growth);
        }
    }

    @Test
    void theUncertaintyIsThatOfTheNoise() {
        double square = 0;
        for (int seed = 0; seed < 60; seed++) {
            Drift d = drift(0, 0.003, seed);
            square += d.growth() * d.growth() / (d.uncertainty() * d.uncertainty());
            assertFalse(d.isSeen());
        }
        assertEquals(1, Math.sqrt(square / 60), 0.25);
    }

    @Test
    void whatWouldHaveBeenSeenIsNeverLessThanWhatWasFound() {
        double[] shape = {0, 0.4, 1, 0, 0, 0.6};
        // five standard deviations and the margin of 1.645 of another
        assertEquals(0.05 + 0.016448536269514722, new Drift(0.01, 0.01, shape).smallest(), 1e-15);
        assertEquals(0.05 + 0.016448536269514722, new Drift(-0.01, 0.01, shape).smallest(), 1e-15);
        assertEquals(0.1 + 0.016448536269514722, new Drift(-0.1, 0.01, shape).smallest(), 1e-15);
        assertFalse(new Drift(0.05, 0.01, shape).isSeen());
        assertTrue(new Drift(-0.0501, 0.01, shape).isSeen());
    }

    @Test
    void aPointIsNamedFromHalfTheLargestDeviationOn() {
        // three points, real parts then imaginary parts: 0, 0.4, 1 and 0, 0, 0.6
        Drift d = new Drift(0.1, 0.01, new double[] {0, 0.4, 1, 0, 0.5, 0.6});
        assertFalse(d.rules(0));
        assertFalse(d.rules(1));
        assertTrue(d.rules(2));
        assertTrue(new Drift(0.1, 0.01, new double[] {0, 0.4, -1, 0.51, 0, 0}).rules(0));
    }
}
