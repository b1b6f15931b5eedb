package org.interphase.technique.mechanics.indent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.numerics.signal.Robust;
import org.interphase.technique.mechanics.indent.IndentCurve.Corrections;
import org.junit.jupiter.api.Test;

/** What a fit of an unloading states of itself, written out. */
class UnloadingFitTest {

    private static final int POINTS = 120;

    private static double[] depths() {
        double[] h = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            h[i] = 1000 - 280.0 * i / POINTS;
        }
        return h;
    }

    private static double[] forces(double[] h, double noise, double wave, long seed) {
        Random random = new Random(seed);
        double[] p = new double[h.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = 2 * Math.pow((h[i] - 700) / 300, 1.5) + wave * Math.sin(i / 6.0) + noise * random.nextGaussian();
        }
        return p;
    }

    /** Over many records of white noise the stiffness scatters by what each states. */
    @Test
    void theStiffnessIsKnownToItsScatter() {
        double[] h = depths();
        double sum = 0;
        double squares = 0;
        double stated = 0;
        int runs = 100;
        for (int k = 0; k < runs; k++) {
            UnloadingFit f = UnloadingFit.of(h, forces(h, 0.002, 0, 100 + k), 1000, 2, 0.2, 0.98);
            sum += f.stiffness() / runs;
            squares += f.stiffness() * f.stiffness() / runs;
            stated += f.stiffnessU() / runs;
        }
        double scatter = Math.sqrt(squares - sum * sum);
        assertEquals(0.01, sum, 3 * scatter / Math.sqrt(runs));
        // a standard deviation of a hundred is known to 7 %; neighbours that seem alike widen some of them
        assertEquals(1.08, stated / scatter, 0.2);
    }

    /** What other parts of the unloading differ by, beyond their own scatter. */
    @Test
    void theChoiceOfThePartIsUncertain() {
        double[] h = depths();
        double[] p = forces(h, 0.003, 0.02, 4);
        UnloadingFit f = UnloadingFit.of(h, p, 1000, 2, 0.25, 0.97);
        double square = 0;
        int n = 0;
        for (double[] part : new double[][] {{0.25, 0.9}, {0.3, 0.97}, {0.4, 0.95}, {0.5, 0.97}}) {
            UnloadingFit other = UnloadingFit.of(h, p, 1000, 2, part[0], part[1]);
            if (other.stiffnessU() < 0.2 * other.stiffness()) {
                double noise = Math.max(0, Math.pow(other.stiffnessU(), 2) - Math.pow(f.stiffnessU(), 2));
                square += Math.max(0, Math.pow(other.stiffness() - f.stiffness(), 2) - noise);
                n++;
            }
        }
        assertTrue(n > 1 && square > 0);
        assertEquals(Math.sqrt(square / n), f.choice(), 1e-9);
    }

    /** The root of the mean square that is left, less the square of the noise between neighbours, over the force. */
    @Test
    void theMisfitIsWhatNoiseDoesNotMake() {
        double[] h = depths();
        double[] p = forces(h, 0.003, 0.02, 4);
        UnloadingFit f = UnloadingFit.of(h, p, 1000, 2, 0.2, 1.1);
        int n = 0;
        double[] r = new double[POINTS];
        double squares = 0;
        for (int i = 0; i < POINTS; i++) {
            if (p[i] >= 0.4) {
                r[n] = p[i] - f.at(h[i]);
                squares += r[n] * r[n];
                n++;
            }
        }
        double white = Robust.noise(java.util.Arrays.copyOf(r, n));
        assertEquals(Math.sqrt(squares / n - white * white) / f.at(1000), f.misfit(), 1e-5);
        assertEquals(0, UnloadingFit.of(h, forces(h, 0.003, 0, 4), 1000, 2, 0.2, 1.1).misfit());
    }

    private static boolean unloads(double end) {
        double[] p = {0, 0.2, 1, 0.8, end};
        return new IndentCurve(null, new double[5], p, null, 0, 2, 2, 0, new Corrections(0, 0, 0.0, 0), List.of())
                .unloads();
    }

    @Test
    void anUnloadingGoesBelowHalfOfTheForce() {
        assertTrue(unloads(0.49));
        assertFalse(unloads(0.51));
    }
}
