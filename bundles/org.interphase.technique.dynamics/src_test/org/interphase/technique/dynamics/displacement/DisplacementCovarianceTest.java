package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.interphase.api.Progress;
import org.interphase.testkit.dynamics.WalkTruth;
import org.junit.jupiter.api.Test;

class DisplacementCovarianceTest {

    private static final int FRAMES = 60;

    private static double[] brownian(double perFrame) {
        double[] msd = new double[FRAMES];
        for (int l = 0; l < FRAMES; l++) {
            msd[l] = perFrame * l;
        }
        return msd;
    }

    /** H. Qian et al. 1991: relative variance in two dimensions for n up to the number of windows. */
    @Test
    void varianceOfBrownianMotionIsThatOfQian() {
        for (int axes = 1; axes <= 3; axes++) {
            for (int n : new int[] {1, 2, 7, 20}) {
                double k = FRAMES - n;
                double relative = (4.0 * n * n * k + 2 * k + n - (double) n * n * n) / (6 * n * k * k) * 2 / axes;
                double msd = 0.6 * n;
                double found = new DisplacementCovariance(brownian(0.6), axes, 0).at(new int[] {n}, FRAMES, 1)[0][0];
                assertEquals(relative * msd * msd, found, 1e-9 * found, axes + " axes, lag " + n);
            }
        }
    }

    @Test
    void walkersThatKnowNothingOfEachOtherDivideIt() {
        DisplacementCovariance c = new DisplacementCovariance(brownian(1), 3, 0);
        assertEquals(c.at(new int[] {3, 8}, FRAMES, 1)[0][1] / 10, c.at(new int[] {3, 8}, FRAMES, 10)[1][0], 1e-12);
    }

    @Test
    void covarianceIsThatOfManySimulatedWalks() {
        int[] lags = {1, 4, 10, 25};
        double[][] truth = scatter(lags, false);
        double[][] found = new DisplacementCovariance(brownian(0.6), 3, 0).at(lags, FRAMES, 1);
        compare(truth, found, 0.08);
    }

    /** Jumps of length 2 at 0.05 a frame: each frame adds 0.2 to the displacement and 0.8 to the fourth cumulant. */
    @Test
    void rareJumpsAddTheirCumulant() {
        int[] lags = {1, 4, 10, 25};
        double[][] found = new DisplacementCovariance(brownian(0.2), 3, 0.8).at(lags, FRAMES, 1);
        compare(scatter(lags, true), found, 0.12);
    }

    private static void compare(double[][] truth, double[][] found, double tolerance) {
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; j < truth.length; j++) {
                assertEquals(truth[i][j], found[i][j], tolerance * Math.sqrt(truth[i][i] * truth[j][j]), i + ", " + j);
            }
        }
    }

    /** Covariance of the means of 4000 simulated walks. */
    private static double[][] scatter(int[] lags, boolean jumps) {
        WalkTruth w = jumps ? WalkTruth.jumps(4000, FRAMES, 1, 0.05, 2, 0, 11)
                : WalkTruth.brownian(4000, FRAMES, 1, 0.1, 12);
        double[][] m = SquaredDisplacements.of(SimulatedWalks.of(w), lags, Progress.none()).ofWalker();
        double[][] out = new double[lags.length][lags.length];
        for (int i = 0; i < lags.length; i++) {
            for (int j = 0; j < lags.length; j++) {
                double mi = java.util.Arrays.stream(m[i]).average().orElseThrow();
                double mj = java.util.Arrays.stream(m[j]).average().orElseThrow();
                for (int k = 0; k < m[i].length; k++) {
                    out[i][j] += (m[i][k] - mi) * (m[j][k] - mj) / (m[i].length - 1);
                }
            }
        }
        return out;
    }
}
