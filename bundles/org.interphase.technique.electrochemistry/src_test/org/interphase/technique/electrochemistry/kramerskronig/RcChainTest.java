package org.interphase.technique.electrochemistry.kramerskronig;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.interphase.technique.electrochemistry.impedance.ImpedanceSpectrum;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.junit.jupiter.api.Test;

/** Chains with time constants at 1/(2 pi f) of the highest, the middle and the lowest frequency. */
class RcChainTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e4, 1, 17);

    /** R + jwL + 1/(jwC) + R_k/(1 + jwt_k) with t_k of 1e4, 1e2 and 1 Hz. */
    private static double[][] z(double r, double l, double c, double... rk) {
        double[][] out = new double[2][HERTZ.length];
        for (int i = 0; i < HERTZ.length; i++) {
            double w = 2 * Math.PI * HERTZ[i];
            out[0][i] = r;
            out[1][i] = w * l - (c > 0 ? 1 / (w * c) : 0);
            for (int k = 0; k < rk.length; k++) {
                double x = w / (2 * Math.PI * Math.pow(10, 4 - 2 * k));
                out[0][i] += rk[k] / (1 + x * x);
                out[1][i] -= rk[k] * x / (1 + x * x);
            }
        }
        return out;
    }

    private static RcChain chain(double[][] z, boolean inductance, boolean capacitance, Integer... without) {
        return new RcChain(Spectra.spectrum(HERTZ, z), 3, inductance, capacitance, List.of(without));
    }

    @Test
    void aChainDescribesItself() {
        double[][] z = z(10, 1e-4, 0, 5, 0, 20);
        RcChain c = chain(z, true, false);
        for (int i = 0; i < HERTZ.length; i++) {
            assertEquals(z[0][i], c.model()[i], 1e-9);
            assertEquals(z[1][i], c.model()[HERTZ.length + i], 1e-9);
            assertEquals(0, c.residuals()[i], 1e-10);
        }
        assertEquals(10, c.series(), 1e-8);
        assertEquals(1, c.mu(), 1e-9);
        assertEquals(3, c.elements());
    }

    @Test
    void muIsTheShareOfNegativeResistances() {
        // 1 - 4/(16 + 4)
        assertEquals(0.8, chain(z(10, 0, 0, 16, -4, 4), false, false).mu(), 1e-9);
    }

    @Test
    void aCapacitanceInSeriesIsPartOfTheChainWhereItIsWanted() {
        ImpedanceSpectrum s = Spectra.spectrum(HERTZ, z(10, 0, 1e-3));
        assertEquals(0, norm(new RcChain(s, 3, false, true, List.of()).residuals()), 1e-8);
        assertTrue(norm(new RcChain(s, 3, false, false, List.of()).residuals()) > 0.1);
    }

    private static double norm(double[] v) {
        double sum = 0;
        for (double x : v) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }

    @Test
    void residualsAreRelativeToTheModulus() {
        double[][] z = z(10, 0, 0, 5, 0, 20);
        RcChain before = chain(z, false, false);
        z[0][8] *= 1.1;
        z[1][8] *= 1.1;
        RcChain c = chain(z, false, false, 8);
        // the point takes no part: the chain is as before, the point ten of its eleven parts above it
        assertArrayEquals(before.model(), c.model(), 1e-8);
        assertEquals(0.1 / 1.1, Math.hypot(c.residuals()[8], c.residuals()[HERTZ.length + 8]), 1e-9);
        assertTrue(c.residuals()[8] > 0);
        // out of the rows that count, all are described: BIC of the floor, 32 values, 4 columns
        assertEquals(32 * Math.log(1e-14) + 4 * Math.log(32), c.bic(), 1e-3);
    }

    @Test
    void whatTheChainLeavesOfAChangeIsOrthogonalToIt() {
        double[][] z = z(10, 0, 0, 5, 0, 20);
        RcChain c = chain(z, false, false, 3);
        double[] change = new double[2 * HERTZ.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = Math.sin(i);
        }
        double[] left = c.left(change);
        assertEquals(0, left[3]);
        assertEquals(0, left[HERTZ.length + 3]);
        assertArrayEquals(left, c.left(left), 1e-12);
        double[] modulus = Spectra.spectrum(HERTZ, z).modulus();
        double alongSeries = 0;
        for (int i = 0; i < HERTZ.length; i++) {
            alongSeries += left[i] / modulus[i];
        }
        assertEquals(0, alongSeries, 1e-12);
        assertTrue(norm(left) > 1);
    }

    @Test
    void theFurthestRowIsFoundAtTheEndsToo() {
        for (int row : new int[] {0, 8, HERTZ.length - 1}) {
            double[][] z = ImpedanceTruth.of(10, new ImpedanceTruth.Arc(50, 1 / (2 * Math.PI * 100), 1))
                    .measured(HERTZ, 0.001, 7);
            z[0][row] *= 1.1;
            z[1][row] *= 1.1;
            assertEquals(row, chain(z, false, false).furthest(36));
            assertEquals(-1, chain(z, false, false, row).furthest(36));
        }
    }

    @Test
    void scatterIsThatOfTheNoise() {
        double sum = 0;
        for (int seed = 0; seed < 50; seed++) {
            sum += chain(ImpedanceTruth.of(10, new ImpedanceTruth.Arc(50, 1 / (2 * Math.PI * 100), 1))
                    .measured(HERTZ, 0.002, seed), false, false).scatter();
        }
        // the smaller of two estimates
        assertEquals(0.0018, sum / 50, 0.0003);
    }
}
