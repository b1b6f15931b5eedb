package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
import org.interphase.testkit.dynamics.WalkTruth;
import org.junit.jupiter.api.Test;

class TableEstimateTest {

    private static final double TRUTH = 0.6;
    private static final int PARTICLES = 20;
    private static final int FRAMES = 400;

    private static SquaredDisplacements displacements(long seed) {
        int[] lags = new int[100];
        for (int k = 0; k < lags.length; k++) {
            lags[k] = k + 1;
        }
        return SquaredDisplacements.of(SimulatedWalks.of(WalkTruth.brownian(PARTICLES, FRAMES, 1, TRUTH / 6, seed)),
                lags,
                Progress.none());
    }

    private static double[] times() {
        double[] t = new double[100];
        for (int k = 0; k < t.length; k++) {
            t[k] = k + 1;
        }
        return t;
    }

    private interface Way {
        SlopeEstimate of(SquaredDisplacements d) throws AnalysisException;
    }

    private static double width(Way way, int runs) throws AnalysisException {
        double squares = 0;
        for (int k = 0; k < runs; k++) {
            SlopeEstimate e = way.of(displacements(31 + k));
            double pull = (e.slope() - TRUTH) / e.uncertainty();
            squares += pull * pull;
        }
        return Math.sqrt(squares / runs);
    }

    @Test
    void theNumberOfObservationsGivesPullsOfUnitWidth() throws AnalysisException {
        assertEquals(1, width(d -> TableEstimate.ofObservations(times(), d.mean(), PARTICLES * FRAMES, 3,
                Double.NaN), 60),
                0.25);
    }

    @Test
    void standardErrorsGivePullsOfUnitWidth() throws AnalysisException {
        double[] error = new double[100];
        for (int k = 0; k < error.length; k++) {
            double t = k + 1;
            error[k] = TRUTH * t * Math.sqrt(2.0 / 3 * 2 / 3 * t / (PARTICLES * FRAMES));
        }
        assertEquals(1, width(d -> TableEstimate.ofErrors(times(), d.mean(), error, Double.NaN), 60), 0.25);
    }

    @Test
    void withoutEitherItIsTheOrdinaryLineWithDoubt() throws AnalysisException {
        SquaredDisplacements d = displacements(3);
        SlopeEstimate e = TableEstimate.ofResiduals(times(), d.mean(), Double.NaN);
        var line = org.interphase.numerics.linear.StraightLine.through(times(), d.mean(), new double[100]);
        assertEquals(line.slope(), e.slope(), 1e-6);
        assertEquals(line.intercept(), e.intercept(), 1e-5);
        assertEquals(Verdict.Quality.DOUBTFUL, e.verdict().quality());
        // four and more times what an ordinary fit states
        assertTrue(e.uncertainty() > 4 * line.slopeSigma());
        assertEquals(1, width(x -> TableEstimate.ofResiduals(times(), x.mean(), Double.NaN), 60), 0.45);
    }

    @Test
    void fourTimesTheObservationsHalveTheUncertainty() throws AnalysisException {
        double[] line = new double[100];
        for (int k = 0; k < 100; k++) {
            line[k] = 0.1 + 0.6 * (k + 1);
        }
        double one = TableEstimate.ofObservations(times(), line, 1000, 3, 1).uncertainty();
        assertEquals(0.5 * one, TableEstimate.ofObservations(times(), line, 4000, 3, 1).uncertainty(), 1e-6);
    }
}
