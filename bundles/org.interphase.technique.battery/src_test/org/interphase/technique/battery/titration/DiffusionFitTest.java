package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.electro.record.Channel;
import org.junit.jupiter.api.Test;

/** A pulse of 100 s and a rest of 300 s of slabs of a diffusion time of 400 s, rows 2 s apart. */
class DiffusionFitTest {

    private static final double TIME = 400;
    private static final double STEP = 0.03;

    private static Pulse pulse(double timing, double current, int rest) {
        return new Pulse(1, 0, 1, 50, rest, 0, 100, timing, current);
    }

    /** Surface in units of the pulse, by the response of a slab. */
    private static double surface(double t) {
        return TIME / 100 * (ParticleShape.SLAB.response(t / TIME) - ParticleShape.SLAB.response((t - 100) / TIME));
    }

    private static Channel potential(double noise, double bend) {
        Random random = new Random(4);
        return Points.channel(201, i -> 2.0 * i, t -> 3.5 + (t > 0 && t <= 100 ? STEP : 0) + 0.02 * surface(t)
                + bend * surface(t) * surface(t) + noise * random.nextGaussian());
    }

    private static DiffusionFit of(Channel e, Pulse p) {
        return DiffusionFit.of(i -> 2.0 * i, e, List.of(), p, ParticleShape.SLAB, 1);
    }

    @Test
    void whatMadeThePulseIsFound() {
        DiffusionFit f = of(potential(1e-5, 0.004), pulse(0, 1e-3, 200));
        assertEquals(Math.log(TIME), f.logTime(), 3 * f.logUncertainty());
        assertTrue(f.logUncertainty() < 0.02, "" + f.logUncertainty());
        assertEquals(3.5, f.e0(), 3e-5);
        assertEquals(0.024, f.equilibrium(), 3 * f.equilibriumUncertainty());
        assertTrue(f.equilibriumUncertainty() < 1e-3, "" + f.equilibriumUncertainty());
        assertEquals(STEP, f.step(), 3 * f.stepUncertainty());
        assertTrue(f.stepUncertainty() < 1e-3, "" + f.stepUncertainty());
        assertEquals(1e-5, f.noise(), 2e-6);
        assertTrue(f.verdict().isSound(), f.verdict().reason());
        assertEquals(f.rows().times().length, f.fitted().length);
        assertEquals(f.rows().potentials()[30], f.fitted()[30], 5e-5);
    }

    @Test
    void anUnsureTurnIsInTheUncertaintyInProportion() {
        Channel e = potential(0, 0);
        double one = of(e, pulse(0.02, 1e-3, 200)).logUncertainty();
        double two = of(e, pulse(0.04, 1e-3, 200)).logUncertainty();
        assertEquals(2, two / one, 0.05);
        // each turn a root of half of it off: of pulses begun later, and of pulses ended later, in squares
        double each = 0.04 / Math.sqrt(2);
        double later = of(e, pulse(0, 1e-3, 200).switched(each, 100)).logTime() - Math.log(TIME);
        double longer = of(e, pulse(0, 1e-3, 200).switched(0, 100 + each)).logTime() - Math.log(TIME);
        assertEquals(Math.hypot(later, longer), two, 0.05 * two);
        assertEquals(0, of(e, pulse(0, 1e-3, 200)).logUncertainty(), 1e-4);
    }

    @Test
    void anEquilibriumThatMovesAgainstTheChargeIsDoubtful() {
        assertTrue(of(potential(1e-5, 0), pulse(0, -1e-3, 200)).verdict().reason().contains("does not follow the "
                + "charge"));
    }

    @Test
    void aPulseAndARestNeedFivePointsEach() {
        Channel e = potential(1e-5, 0);
        // the row before the pulse counts to the rest: four more
        assertNull(of(e, pulse(0, 1e-3, 50)));
        assertNull(of(e, pulse(0, 1e-3, 53)));
        assertTrue(of(e, pulse(0, 1e-3, 70)) != null);
        assertNull(of(e, new Pulse(1, 0, 1, 4, 200, 0, 8, 0, 1e-3)));
    }

    @Test
    void noiseAloneTellsNoTime() {
        Random random = new Random(8);
        Channel e = Points.channel(201, i -> 2.0 * i, t -> 3.5 + 1e-3 * random.nextGaussian());
        assertTrue(of(e, pulse(0, 1e-3, 200)).verdict().isWithheld());
    }

    @Test
    void twoKindsOfParticlesAreNotOne() {
        Channel e = Points.channel(201, i -> 2.0 * i, t -> 3.5 + 0.02 * surface(t) + 0.02 * 4 / 100
                * (ParticleShape.SLAB.response(t / 4) - ParticleShape.SLAB.response((t - 100) / 4)));
        assertTrue(of(e, pulse(0, 1e-3, 200)).verdict().reason().contains("misfit"));
    }

    @Test
    void whatFlowedBeforeIsTakenIntoAccount() {
        // a pulse of 200 s at half the current that ended 60 s before
        Channel e = Points.channel(201, i -> 2.0 * i, t -> 3.5 + (t > 0 && t <= 100 ? STEP : 0) + 0.02 * (surface(t)
                + TIME / 200 * (ParticleShape.SLAB.response((t + 260) / TIME) - ParticleShape.SLAB.response((t + 60)
                / TIME)) - 1));
        DiffusionFit f = DiffusionFit.of(i -> 2.0 * i, e, List.of(new PastCurrent(-260, -60, 5e-4)),
                pulse(0, 1e-3, 200), ParticleShape.SLAB, 1);
        assertEquals(Math.log(TIME), f.logTime(), 1e-3);
        assertEquals(0.02, f.equilibrium(), 1e-5);
        assertEquals(3.5, f.e0(), 1e-5);
    }
}
