package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.electro.record.Channel;
import org.interphase.numerics.linear.StraightLine;
import org.junit.jupiter.api.Test;

/** The textbook's numbers of a pulse of 100 s in rows a second apart, by hand: 40 mV at once, 5 mV per root second. */
class ClassicalPulseTest {

    private static double potential(double t) {
        return t <= 0 ? 3.5 : t <= 100 ? 3.54 + 5e-3 * Math.sqrt(t) : 3.51;
    }

    private static ClassicalPulse of(Channel e, Pulse p, double skip, double noise, double left) {
        return ClassicalPulse.of(i -> i, e, p, skip, noise, left);
    }

    @Test
    void theFormulaTakesTheLineAndTheRestedPotentials() {
        Pulse p = Points.pulse(0.4, 1e-3);
        ClassicalPulse c = of(Points.channel(301, i -> i, ClassicalPulseTest::potential), p, 4, 1e-4, 3e-4);
        assertEquals(0.04, c.extrapolated(), 1e-9);
        assertEquals(0.045, c.first(), 1e-9);
        assertEquals(0.05, c.transientChange(), 1e-9);
        assertEquals(0.01, c.steady(), 1e-9);
        assertEquals(1, c.linearity(), 1e-9);
        assertEquals(0.08, c.polarisation(), 1e-9);
        // the start 0.4 s off moves the line by its slope at the end of the pulse: 5 mV 0.4 / (2 x 10) = 0.1 mV
        assertEquals(1e-4, c.transientUncertainty(), 1e-9);
        assertEquals(Math.sqrt(2) * 1e-4, c.extrapolatedUncertainty(), 1e-9);
        // two readings of 0.1 mV, 0.3 mV to go as a rectangle
        assertEquals(Math.sqrt(2e-8 + 3e-8), c.steadyUncertainty(), 1e-9);
        assertEquals(0.04, c.ratioSquared(), 1e-9);
        assertEquals(4 / Math.PI / 100 * 0.04, c.rate(100), 1e-9);
        // twice 2.236 %, twice 0.2 %, root two of 0.4 %
        assertEquals(Math.sqrt(4 * 5e-4 + 4 * 4e-6 + 2 * 16e-6), c.relativeUncertainty(p), 1e-6);
        assertEquals(Math.sqrt(2) * 1e-4, of(Points.channel(301, i -> i, ClassicalPulseTest::potential), p, 4, 1e-4,
                Double.NaN).steadyUncertainty(), 1e-9);
    }

    @Test
    void theScatterOfThePulseIsInItsLine() {
        Channel e = Points.channel(301, i -> i, t -> potential(t) + (t > 0 && t <= 100 ? t % 2 == 0 ? 1e-3 : -1e-3
                : 0));
        ClassicalPulse c = of(e, Points.pulse(0, 1e-3), 4, 0, 0);
        double[] x = new double[97];
        double[] y = new double[97];
        for (int i = 0; i < 97; i++) {
            x[i] = Math.sqrt(i + 4);
            y[i] = e.get(i + 4);
        }
        StraightLine line = StraightLine.through(x, y, new double[97]);
        assertEquals(10 * line.slopeSigma(), c.transientUncertainty(), 1e-12);
        assertEquals(line.interceptSigma(), c.extrapolatedUncertainty(), 1e-12);
    }

    @Test
    void theLinearityIsTheSquareOfTheCorrelation() {
        // roots 1 to 4, readings 0, 1, 1, 2: 3^2 / (5 x 2)
        double[] t = {0, 1, 4, 9, 16, 17};
        Pulse p = new Pulse(1, 0, 1, 4, 5, 0, 16, 0, 1);
        assertEquals(0.9, ClassicalPulse.of(i -> t[i], Points.channel(0, 0, 1, 1, 2, 1), p, 0, 0, 0).linearity(),
                1e-12);
        assertTrue(Double.isNaN(ClassicalPulse.of(i -> t[i], Points.channel(0, 1, 1, 1, 1, 1), p, 0, 0, 0)
                .linearity()));
    }

    @Test
    void aPulseNeedsFourPointsAndARest() {
        double[] t = {0, 1, 4, 9, 16, 17};
        Channel e = Points.channel(0, 0, 1, 1, 2, 1);
        assertNull(ClassicalPulse.of(i -> t[i], e, new Pulse(1, 0, 1, 4, 5, 0, 16, 0, 1), 1.5, 0, 0));
        assertNull(ClassicalPulse.of(i -> t[i], e, new Pulse(1, 0, 1, 4, 4, 0, 16, 0, 1), 0, 0, 0));
        assertNull(ClassicalPulse.of(i -> t[i], Points.channel(0, 0, Double.NaN, 1, 2, 1), new Pulse(1, 0, 1, 4, 5, 0,
                16, 0, 1), 0, 0, 0));
    }
}
