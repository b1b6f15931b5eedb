package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.electro.record.Channel;
import org.junit.jupiter.api.Test;

/**
 * A slow charge of spheres of a diffusion time of 2000 s, 300 s long each time, interrupted for 10 s: the potential is
 * 1 V over what a pulse changes the mean composition by, the resistance loses 20 mV. A row is a tenth of a second.
 */
class InterruptionsTest {

    private static final double TIME = 2000;
    private static final double PERIOD = 310;
    private static final double RISE = 0.01;

    private static List<Pulse> pulses(int n, double timing) {
        List<Pulse> out = new ArrayList<>();
        for (int k = 0; k < n; k++) {
            int on = (int) (PERIOD * 10) * k;
            out.add(new Pulse(k + 1, Math.max(0, on), on + 1, on + 3000, on + 3100, PERIOD * k, PERIOD * k + 300,
                    timing, 1e-3));
        }
        return out;
    }

    private static double surface(double t, int n) {
        double out = 0;
        for (int k = 0; k < n; k++) {
            out += ParticleShape.SPHERE.response((t - PERIOD * k) / TIME) - ParticleShape.SPHERE.response((t - PERIOD
                    * k - 300) / TIME);
        }
        return out * TIME / 300;
    }

    private static Channel potential(int n) {
        return Points.channel((int) (n * PERIOD * 10) + 1, i -> i / 10.0, t -> {
            double within = t - PERIOD * Math.floor((t - 1e-6) / PERIOD);
            return 3.5 + RISE * surface(t, n) + (t > 0 && within <= 300 + 1e-6 ? 0.02 : 0);
        });
    }

    private static List<Interruptions> of(int n, double timing, double from, double to, List<PastCurrent> extra) {
        List<Pulse> pulses = pulses(n, timing);
        List<PastCurrent> all = new ArrayList<>(extra);
        int[] own = new int[n];
        for (int k = 0; k < n; k++) {
            own[k] = all.size();
            all.add(new PastCurrent(pulses.get(k).on(), pulses.get(k).off(), 1e-3));
        }
        return Interruptions.of(i -> i / 10.0, potential(n), pulses, new PastCurrents(all, own), ParticleShape.SPHERE,
                from, to, Progress.none());
    }

    @Test
    void theRateIsThatOfTheParticles() {
        List<Interruptions> all = of(8, 0, 1, 5, List.of());
        assertEquals(6, all.size());
        for (Interruptions i : all.subList(2, 6)) {
            assertEquals(1 / TIME, i.rate(), 0.03 / TIME, "pulse " + i.pulse().number());
            assertFalse(i.turned());
            assertTrue(i.checked());
            assertEquals(0, i.relative(), 0.1);
        }
        Interruptions last = all.get(5);
        assertEquals(7, last.pulse().number());
        // the mean rises by 10 mV in 300 s of current; the surface has caught up but for its part in rests
        assertEquals(RISE / 300, last.drift(), 0.03 * RISE / 300);
        // a rest is the end of a constant flux: 2/3 sqrt(theta / pi) of a sphere, in units of 300 s over the time
        assertTrue(last.root() < 0);
        assertEquals(-RISE * TIME / 300 * 2 / 3 / Math.sqrt(Math.PI * TIME), last.root(), 0.15 * -last.root());
        assertEquals(3.5 + RISE * surface(PERIOD * 6 + 300, 8), last.potential(), 3e-4);
        assertEquals(0.02, last.jump(), 3e-4);
    }

    @Test
    void anUnsureTurnIsInTheUncertainty() {
        double sure = of(6, 0, 1, 5, List.of()).get(3).relative();
        double unsure = of(6, 0.5, 1, 5, List.of()).get(3).relative();
        assertTrue(unsure > sure + 0.01, sure + " " + unsure);
    }

    @Test
    void aTurnOfTheCurrentLessThanADiffusionTimeAgoIsSaid() {
        List<Interruptions> all = of(12, 0, 1, 5, List.of(new PastCurrent(-400, -100, -1e-6)));
        // 100 s after the turn back, and 2000 s later no more
        assertTrue(all.get(0).turned());
        assertFalse(all.get(9).turned());
    }

    @Test
    void interruptionsWithSomethingElseBetweenOrTooFewPointsAreLeftOut() {
        assertTrue(of(2, 0, 1, 5, List.of()).isEmpty());
        assertTrue(of(5, 0, 1, 1.2, List.of()).isEmpty());
        assertEquals(3, of(5, 0, 1, 1.35, List.of()).size());
        List<Pulse> pulses = pulses(5, 0);
        List<PastCurrent> all = new ArrayList<>();
        int[] own = new int[5];
        for (int k = 0; k < 5; k++) {
            if (k == 2) {
                all.add(new PastCurrent(PERIOD * 2 - 5, PERIOD * 2 - 4, 1e-3));
            }
            own[k] = all.size();
            all.add(new PastCurrent(pulses.get(k).on(), pulses.get(k).off(), 1e-3));
        }
        List<Interruptions> left = Interruptions.of(i -> i / 10.0, potential(5), pulses, new PastCurrents(all, own),
                ParticleShape.SPHERE, 1, 5, Progress.none());
        assertEquals(List.of(4), left.stream().map(i -> i.pulse().number()).toList());
    }

    @Test
    void withoutTimeForALaterPartTheEarlierIsAsked() {
        Interruptions i = of(8, 0, 3, 5, List.of()).get(4);
        assertTrue(i.checked());
        assertEquals(1 / TIME, i.rate(), 0.03 / TIME);
        assertEquals(1 / TIME, of(8, 0, 0, 8, List.of()).get(4).rate(), 0.03 / TIME);
    }
}
