package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
import org.interphase.testkit.dynamics.WalkTruth;
import org.junit.jupiter.api.Test;

class RegimeJudgeTest {

    private static final double U = 0.01;

    private static double[] times(int n) {
        double[] t = new double[n];
        Arrays.setAll(t, k -> k + 1);
        return t;
    }

    private static double[][] independent(int n) {
        double[][] c = new double[n][n];
        for (int k = 0; k < n; k++) {
            c[k][k] = U * U;
        }
        return c;
    }

    private static Verdict judge(double[] msd, double reported) {
        int n = msd.length;
        LinearRegime r = LinearRegime.of(times(n), msd, independent(n), 0, 0);
        return RegimeJudge.of(times(n), msd, independent(n), r, 1, reported);
    }

    @Test
    void theUncertaintyThatIsReportedIsJudged() {
        double[] line = times(12);
        assertTrue(judge(line, 0.1).isSound(), judge(line, 0.1).reason());
        assertTrue(judge(line, 0.36).reason().contains("does not grow beyond"), judge(line, 0.36).reason());
        assertEquals(Verdict.Quality.DOUBTFUL, judge(line, Double.NaN).quality());
    }

    /** Six points: four lie behind three times the start, fewer than a line needs; the last five tell. */
    @Test
    void shortTablesAreTestedOnTheirLastPoints() {
        double[] bent = {1, 3, 5, 7, 9, 11};
        bent[0] = 1.5;
        assertTrue(judge(bent, 0.1).reason().contains("at longer times"), judge(bent, 0.1).reason());
        assertTrue(judge(times(6), 0.1).isSound(), judge(times(6), 0.1).reason());
    }

    @Test
    void fivePointsTellNothingOfLaterTimes() {
        assertTrue(judge(times(5), 0.1).reason().contains("too few points follow"), judge(times(5), 0.1).reason());
    }

    /** Short runs of few particles, whose uncertainty is widened as the slope may be low by chance. */
    @Test
    void noSoundSlopeIsReportedWithinThreeUncertaintiesOfNothing() throws AnalysisException {
        int close = 0;
        for (int k = 0; k < 150; k++) {
            WalkTruth w = WalkTruth.brownian(3, 70 + k, 1, 0.1, 900 + k);
            SlopeEstimate e = WalkEstimate.of(SimulatedWalks.of(w), Double.NaN, Double.NaN, Progress.none());
            if (e.verdict().isSound()) {
                assertTrue(e.slope() > 3 * e.uncertainty(), k + ": " + e.slope() + " +- " + e.uncertainty());
                close += e.slope() < 6 * e.uncertainty() ? 1 : 0;
            }
        }
        assertTrue(close > 10, "only " + close + " runs come near the limit");
    }
}
