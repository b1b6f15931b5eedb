package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class FadeModelTest {

    /** Scatter that no smooth curve follows, in thousandths. */
    private static final double[] SCATTER = {3, -2, -4, 1, 5, -3, 2, -1, -5, 4, 0, 2, -3, 3, -2};

    private static FadeModel of(int points, DoubleUnaryOperator capacity, double scatter) {
        double[] n = new double[points];
        double[] y = new double[points];
        for (int i = 0; i < points; i++) {
            n[i] = i;
            y[i] = capacity.applyAsDouble(i) + scatter * SCATTER[i % SCATTER.length];
        }
        return FadeModel.of(n, y, 1e-4);
    }

    @Test
    void theSameLossEachCycleIsALine() {
        FadeModel m = of(60, n -> 1 - 0.002 * n, 1e-4);
        assertEquals(FadeModel.Kind.LINEAR, m.best());
        assertEquals(-0.002, m.linear().coefficients()[1], 1e-5);
        assertEquals(m.root().criterion() - m.linear().criterion(), m.margin(), 1e-9);
        assertTrue(m.margin() > FadeModel.STRONG);
        assertTrue(m.verdict(FadeModel.Kind.ROOT).reason().startsWith("the data are better described by the same loss "
                + "each cycle"));
    }

    @Test
    void aLayerThatGrowsByDiffusionIsARoot() {
        FadeModel m = of(60, n -> 1 - 0.02 * Math.sqrt(n), 1e-4);
        assertEquals(FadeModel.Kind.ROOT, m.best());
        assertEquals(-0.02, m.root().coefficients()[1], 1e-4);
        assertEquals(1, m.root().coefficients()[0], 5e-4);
        assertEquals(m.linear().criterion() - m.root().criterion(), m.margin(), 1e-9);
        assertTrue(m.verdict(FadeModel.Kind.ROOT).isSound(), m.verdict(FadeModel.Kind.ROOT).reason());
        assertTrue(m.verdict(FadeModel.Kind.LINEAR).reason().contains("square root"));
    }

    @Test
    void aKneeStandsWhereTheLinesMeetBetweenTwoCycles() {
        // lines of -0.001 and -0.011 a cycle that meet at 30.5
        FadeModel m = of(60, n -> 1 - 0.001 * n - 0.01 * Math.max(0, n - 30.5), 1e-4);
        assertEquals(FadeModel.Kind.KNEE, m.best());
        assertEquals(30.5, m.kneeAt(), 3 * m.kneeU());
        assertEquals(-0.001, m.knee().coefficients()[1], 1e-5);
        assertEquals(-0.01, m.knee().coefficients()[2], 3e-5);
        // scatter of 3e-4 about lines whose slopes differ by 0.01: some hundredths of a cycle times the root of 4 / 30
        assertTrue(m.kneeU() > 0.005 && m.kneeU() < 0.05, "" + m.kneeU());
        assertEquals(Math.min(m.linear().criterion(), m.root().criterion()) - m.knee().criterion(), m.margin(), 1e-9);
        assertTrue(m.verdict(FadeModel.Kind.LINEAR).reason().contains("knee"));
        assertEquals(m.knee().verdict(), m.verdict(FadeModel.Kind.KNEE));
    }

    @Test
    void aKneeIsExactWherePointsAreExact() {
        FadeModel m = of(30, n -> 1 - 0.001 * n - 0.01 * Math.max(0, n - 12.25), 0);
        assertEquals(12.25, m.kneeAt(), 1e-4);
        assertEquals(1, m.knee().coefficients()[0], 1e-9);
    }

    @Test
    void aLossThatSlowsDownIsNoKnee() {
        FadeModel m = of(60, n -> 1 - 0.011 * n + 0.01 * Math.max(0, n - 30.5), 1e-4);
        assertTrue(m.best() != FadeModel.Kind.KNEE);
        assertEquals(0.01, m.knee().coefficients()[2], 5e-5);
    }

    @Test
    void aKneeNeedsFourCyclesOnEachSide() {
        assertNull(of(8, n -> 1 - 0.001 * n, 1e-4).knee());
        assertTrue(Double.isNaN(of(8, n -> 1 - 0.001 * n, 1e-4).kneeAt()));
        assertNotNull(of(9, n -> 1 - 0.001 * n, 1e-4).knee());
        assertEquals(4, of(9, n -> 1 - 0.001 * n - 0.01 * Math.max(0, n - 4), 0).kneeAt(), 1e-6);
    }

    @Test
    void modelsThatDescribeTheDataAlikeDoNotSpeakAgainstEachOther() {
        // six cycles whose scatter is as large as their loss
        FadeModel m = of(6, n -> 1 - 0.001 * n, 2e-3);
        assertTrue(m.margin() < 2, "" + m.margin());
        for (FadeModel.Kind kind : new FadeModel.Kind[] {FadeModel.Kind.LINEAR, FadeModel.Kind.ROOT}) {
            assertTrue(!m.verdict(kind).reason().contains("better described"), m.verdict(kind).reason());
        }
        assertEquals("a loss with the square root of the number", FadeModel.Kind.ROOT.words());
    }
}
