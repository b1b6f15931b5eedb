package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The surface of a particle after pulses, as the sum of the responses to each turn of the current. */
class PulseHistoryTest {

    private static final double TIME = 700;
    private static final Pulse PULSE = new Pulse(3, 0, 1, 2, 3, 5000, 5100, 0, 2e-3);

    private static double step(double since) {
        return since <= 0 ? 0 : ParticleShape.SPHERE.response(since / TIME) * TIME / 100;
    }

    /** Surface less what earlier currents changed the mean by, in units of the pulse of 100 s at 2 mA. */
    private static double surface(List<PastCurrent> before, double t) {
        double out = step(t - 5000) - step(t - 5100);
        for (PastCurrent p : before) {
            out += p.current() / 2e-3 * (step(t - p.from()) - step(t - p.to()) - Math.max(0, Math.min(t, p.to())
                    - p.from()) / 100);
        }
        return out;
    }

    private static double[] at(PulseHistory h, double t, double time) {
        double[] out = new double[2];
        h.at(t, time, out);
        return out;
    }

    @Test
    void responsesOfAllTurnsAddUp() {
        List<PastCurrent> before = List.of(new PastCurrent(1000, 1500, 1e-3), new PastCurrent(4000, 4100, -3e-3),
                new PastCurrent(4400, 4900, 2e-3));
        PulseHistory h = PulseHistory.of(ParticleShape.SPHERE, before, PULSE);
        for (double t : new double[] {500, 1200, 4050, 5000, 5020, 5100, 5101, 5900, 20000}) {
            assertEquals(surface(before, t), at(h, t, TIME)[0], 1e-12, "at " + t);
        }
        // long after, the pulse alone is left
        assertEquals(1, at(h, 20000, TIME)[0], 1e-6);
    }

    @Test
    void theDerivativeIsByTheLogarithmOfTheTime() {
        PulseHistory h = PulseHistory.of(ParticleShape.SPHERE, List.of(new PastCurrent(4400, 4900, -2e-3)), PULSE);
        for (double t : new double[] {5020, 5100, 5150, 6000}) {
            double numeric = (at(h, t, TIME * Math.exp(1e-5))[0] - at(h, t, TIME * Math.exp(-1e-5))[0]) / 2e-5;
            assertEquals(numeric, at(h, t, TIME)[1], 1e-6 * Math.abs(numeric) + 1e-9, "at " + t);
        }
    }

    @Test
    void oldCurrentsCountTogetherAndNewOnesAlone() {
        List<PastCurrent> before = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            before.add(new PastCurrent(i * 120, i * 120 + 100, 2e-3));
        }
        PulseHistory h = PulseHistory.of(ParticleShape.SPHERE, before, PULSE);
        for (double t : new double[] {5010, 5100, 5500}) {
            assertEquals(surface(before, t), at(h, t, TIME)[0], 2e-3, "at " + t);
        }
        // a turn of the current is never evened out, however long ago: exact again
        List<PastCurrent> turned = List.of(new PastCurrent(0, 1000, 2e-3), new PastCurrent(1000, 1500, -2e-3));
        assertEquals(surface(turned, 5050), at(PulseHistory.of(ParticleShape.SPHERE, turned, PULSE), 5050, TIME)[0],
                1e-12);
    }

    @Test
    void aChargeAboutItsCentreIsAnEvenCurrent() {
        // 16 A s about 4 s in 0 to 10 s: 2 A from 0 to 8 s; about 7 s: from 4 to 10 s
        assertEquals(new PastCurrent(0, 8, 2), PastCurrent.around(0, 10, 4, 16));
        assertEquals(new PastCurrent(4, 10, 4), PastCurrent.around(0, 10, 7, 24));
        assertEquals(24, PastCurrent.around(0, 10, 7, 24).charge(), 1e-12);
    }

    @Test
    void theModelsDerivativesAreThoseOfItsValues() {
        PulseHistory h = PulseHistory.of(ParticleShape.SLAB, List.of(), PULSE);
        double[] times = {5000, 5010, 5060, 5100, 5200, 5900};
        DiffusionModel m = new DiffusionModel(h, times, new boolean[] {false, true, true, true, false, false});
        assertEquals(6, m.points());
        assertEquals(5, m.parameters());
        double[] p = {3.5, 0.04, 0.02, 0.003, Math.log(TIME)};
        double[] f = new double[6];
        double[][] columns = new double[5][6];
        var evaluator = m.evaluator();
        evaluator.values(p, f);
        evaluator.jacobian(p, columns);
        double x = at(h, 5060, TIME)[0];
        assertEquals(3.5 + 0.04 + 0.02 * x + 0.003 * x * x, f[2], 1e-12);
        assertEquals(3.5, f[0], 1e-12);
        for (int k = 0; k < 5; k++) {
            double[] up = new double[6];
            double[] down = new double[6];
            double[] q = p.clone();
            q[k] += 1e-5;
            m.evaluator().values(q, up);
            q[k] -= 2e-5;
            m.evaluator().values(q, down);
            double[] numeric = new double[6];
            for (int i = 0; i < 6; i++) {
                numeric[i] = (up[i] - down[i]) / 2e-5;
            }
            assertArrayEquals(numeric, columns[k], 1e-7, "parameter " + k);
        }
    }
}
