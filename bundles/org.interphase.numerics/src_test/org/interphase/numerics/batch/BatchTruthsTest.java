package org.interphase.numerics.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.numerics.background.PolynomialBackground;
import org.interphase.numerics.fit.FitOptions;
import org.interphase.numerics.fit.Parameters;
import org.interphase.numerics.fit.StopReason;
import org.interphase.numerics.fit.SumModel;
import org.interphase.numerics.fit.Weights;
import org.junit.jupiter.api.Test;

/** Straight lines through four points at 0, 1, 2, 3, each known to one half: covariance 0.25 (0.7, -0.3; -0.3, 0.2). */
class BatchTruthsTest {

    private static final SumModel MODEL = SumModel.on(new double[] {0, 1, 2, 3})
            .add("line", new PolynomialBackground(1, 0, 1)).build();
    private static final double[] HALF = {0.5, 0.5, 0.5, 0.5};

    private static BatchFit batch(Parameters p) {
        return BatchFit.of(MODEL, p, FitOptions.precise()).threads(1);
    }

    @Test
    void everyQuantityIsThatOfTheLine() {
        // the second: mean 4.25, slope 11.5 / 5, residuals 0.2, -0.1, -0.4, 0.3
        BatchResult r = batch(MODEL.defaults()).fit(new double[][] {{1, 3, 5, 7}, {1, 3, 5, 8}},
                i -> Weights.sigma(HALF));
        assertEquals(2, r.count());
        assertArrayEquals(new double[] {1, 0.8}, r.values("line.c0"), 1e-6);
        assertArrayEquals(new double[] {2, 2.3}, r.values("line.c1"), 1e-6);
        assertArrayEquals(new double[] {0.8, 2.3}, r.valuesOf(1), 1e-6);
        assertArrayEquals(new double[] {Math.sqrt(0.175), Math.sqrt(0.05)}, r.uncertaintiesOf(1), 1e-6);
        assertArrayEquals(new double[] {Math.sqrt(0.05), Math.sqrt(0.05)}, r.uncertainties("line.c1"), 1e-6);
        for (int curve = 0; curve < 2; curve++) {
            assertEquals(0.175, r.covariance(curve, 0, 0), 1e-6);
            assertEquals(-0.075, r.covariance(curve, 0, 1), 1e-6);
            assertEquals(-0.075, r.covariance(curve, 1, 0), 1e-6);
            assertEquals(0.05, r.covariance(curve, 1, 1), 1e-6);
        }
        assertEquals(Math.sqrt(0.175 + 4 * 0.05 - 4 * 0.075), r.propagate(1, new double[] {1, 2}), 1e-6);
        assertEquals(Math.sqrt(0.05), r.propagate(0, new double[] {0, 1}), 1e-6);
        assertEquals(0, r.chiSquare(0), 1e-6);
        assertEquals(1.2, r.chiSquare(1), 1e-6);
        assertEquals(0.6, r.reducedChiSquare(1), 1e-6);
        assertTrue(r.converged(0) && r.converged(1));
        assertEquals(2, r.convergedCount());
        assertTrue(r.iterations(1) > 0);
    }

    @Test
    void aHeldParameterIsNotCounted() {
        // slope held at 2: level 4.25 - 3, residuals -0.25, -0.25, -0.25, 0.75
        BatchResult r = batch(MODEL.defaults().fix("line.c1", 2)).fit(new double[][] {{1, 3, 5, 8}},
                i -> Weights.sigma(HALF));
        assertEquals(1.25, r.values("line.c0")[0], 1e-6);
        assertEquals(0.75 / 0.25, r.chiSquare(0), 1e-6);
        assertEquals(1, r.reducedChiSquare(0), 1e-6);
        assertEquals(0.0625, r.covariance(0, 0, 0), 1e-6);
        assertEquals(0, r.uncertaintiesOf(0)[1], 0);
    }

    @Test
    void progressCountsRunsAndWhatWasNotFittedIsNotANumber() {
        double[][] curves = new double[70][];
        for (int i = 0; i < 70; i++) {
            curves[i] = new double[] {i, i + 1, i + 2, i + 3};
        }
        List<Integer> done = new ArrayList<>();
        BatchResult all = batch(MODEL.defaults()).onProgress(done::add).fit(curves, i -> Weights.sigma(HALF));
        assertEquals(List.of(32, 64, 70), done);
        assertEquals(69, all.values("line.c0")[69], 1e-6);
        int[] asked = {0};
        BatchResult some = batch(MODEL.defaults()).cancelledWhen(() -> ++asked[0] > 40).fit(curves,
                i -> Weights.sigma(HALF));
        assertEquals(40, some.convergedCount());
        assertEquals(StopReason.CANCELLED, some.stopReason(40));
        assertFalse(some.converged(40));
        for (double v : new double[] {some.values("line.c0")[40], some.uncertainties("line.c1")[40], some.chiSquare(40),
            some.covariance(40, 1, 0)}) {
            assertTrue(Double.isNaN(v));
        }
        assertEquals(0, batch(MODEL.defaults()).fit(new double[0][], i -> Weights.unit()).count());
        assertThrows(IllegalArgumentException.class, () -> batch(MODEL.defaults()).threads(0));
    }
}
