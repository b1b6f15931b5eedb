package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import org.interphase.api.Progress;
import org.interphase.numerics.fit.FitUncertainty;
import org.interphase.numerics.fit.StopReason;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

/** What fits say of resistances far from the measured frequencies and hidden in all spectra. */
class CircuitLimitsTest {

    private static CircuitVerdict unjudged(String circuit, double[] p, double[][] covariance) {
        Circuit c = Spectra.circuit(circuit);
        double[] f = {1e5, 1};
        double[] zero = new double[4];
        return CircuitVerdict.unjudged(new CircuitFit(c, new ImpedanceSpectrum(f, f, f, null, null),
                Weighting.MODULUS, ParameterTable.free(c), p, new FitUncertainty(covariance, covariance, 1), covariance,
                new double[p.length][4], new boolean[p.length], 1, 1, zero, zero, zero, StopReason.CONVERGED, 1, 1,
                1));
    }

    @Test
    void theEndsOfACircuitAndTheirUncertainties() {
        double[][] covariance = {{4, -3, 0, 0}, {-3, 9, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
        CircuitLimits l = CircuitLimits.of(unjudged("R0-p(R1,CPE1)", new double[] {10, 50, 1e-4, 1}, covariance));
        assertTrue(l.conducts());
        assertEquals(10, l.series(), 1e-6);
        assertEquals(60, l.direct(), 1e-6);
        assertEquals(50, l.polarisation(), 1e-6);
        assertEquals(2, l.uSeries(), 1e-6);
        // of the arc alone: what R0 has in common with it does not count
        assertEquals(3, l.uPolarisation(), 1e-6);
    }

    @Test
    void aBlockedElectrodeHasNoPolarisationResistance() {
        CircuitLimits l = CircuitLimits.of(unjudged("R0-CPE1", new double[] {10, 1e-4, 0.9}, new double[3][3]));
        assertFalse(l.conducts());
        assertEquals(Double.POSITIVE_INFINITY, l.direct());
        assertTrue(Double.isNaN(l.uPolarisation()));
        assertEquals(10, l.series(), 1e-3);
    }

    @Test
    void anUndeterminedArcLeavesThePolarisationOpen() {
        double[][] covariance = {{4, 0, 0, 0}, {0, Double.NaN, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, 0}};
        CircuitLimits l = CircuitLimits.of(unjudged("R0-p(R1,CPE1)", new double[] {10, 50, 1e-4, 1}, covariance));
        assertTrue(Double.isNaN(l.uPolarisation()));
        assertEquals(2, l.uSeries(), 1e-6);
    }

    private static CircuitVerdict fitted(String circuit, double lead, double noise, long seed) throws Exception {
        double[] hertz = ImpedanceTruth.frequencies(1e6, 1, 61);
        Circuit c = Spectra.circuit(circuit);
        double[][] z = ImpedanceTruth.of(lead, new Arc(1000, 1e-3, 0.95)).measured(hertz, noise, seed);
        return CircuitVerdict.of(new CircuitSearch(c, ParameterTable.free(c), Weighting.MODULUS, 0, 1, false).fit(
                Spectra.spectrum(hertz, z), null, Progress.none()));
    }

    @Test
    void aSmallLeadThatNoCircuitHasIsFoundWithItsUncertainty() throws Exception {
        double square = 0;
        for (int seed = 0; seed < 30; seed++) {
            HiddenLead l = HiddenLead.of(new CircuitVerdict[] {fitted("p(R1,CPE1)", 0.01, 0.01, 2 * seed),
                fitted("p(R1,CPE1)", 0.01, 0.01, 2 * seed + 1)});
            double pull = (l.value() - 0.01) / l.uncertainty();
            square += pull * pull;
            assertEquals(2, l.taken().get("R1").length);
        }
        assertEquals(1, Math.sqrt(square / 30), 0.3);
        assertNull(HiddenLead.of(new CircuitVerdict[] {fitted("R0-p(R1,CPE1)", 0.01, 0.01, 1)}));
    }

    @Test
    void theFittedResistanceChangesAsTheLeadSays() throws Exception {
        HiddenLead l = HiddenLead.of(new CircuitVerdict[] {fitted("p(R1,CPE1)", 1e-6, 1e-6, 1)});
        double before = fitted("p(R1,CPE1)", 1e-6, 0, 1).fit().value("R1");
        double after = fitted("p(R1,CPE1)", 1e-6 + 1e-3, 0, 1).fit().value("R1");
        assertEquals((after - before) / 1e-3, l.taken().get("R1")[0], 0.05);
    }

    @Test
    void numbersOfACircuitAreNamedByItsCodeWithoutTheLeads() {
        assertEquals("R(RQ)([RW]Q)", CircuitNumber.code(Spectra.circuit("L0-R0-p(R1,CPE1)-p(R2-W1,CPE2)")));
        assertEquals("(RC)Q", CircuitNumber.code(Spectra.circuit("p(R1,C1)-CPE2")));
    }
}
