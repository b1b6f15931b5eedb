package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.cycle.FadeModel;
import org.interphase.technique.battery.cycle.LineFit;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.testkit.battery.CyclingTruth.Fade;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Test;

/** Fade models against capacities with known fade and scatter from cycle to cycle. */
class FadeTest {

    private static FadeModel fit(Fade fade, int cycles, double scatter, long seed) {
        Random random = new Random(seed);
        double[] n = new double[cycles];
        double[] y = new double[cycles];
        for (int i = 0; i < cycles; i++) {
            n[i] = i;
            y[i] = fade.left(i) + scatter * random.nextGaussian();
        }
        return FadeModel.of(n, y, 0);
    }

    @Test
    void theModelThatMadeTheDataIsFound() {
        for (int seed = 0; seed < 20; seed++) {
            assertEquals(FadeModel.Kind.LINEAR, fit(Fade.linear(1e-3), 100, 5e-4, seed).best());
            assertEquals(FadeModel.Kind.ROOT, fit(Fade.root(0.01), 100, 5e-4, seed).best());
            FadeModel knee = fit(Fade.knee(5e-4, 4e-3, 60), 100, 5e-4, seed);
            assertEquals(FadeModel.Kind.KNEE, knee.best());
            assertEquals(60, knee.kneeAt(), 3 * knee.kneeU());
            assertTrue(knee.kneeU() < 2);
        }
    }

    @Test
    void theLossPerCycleLiesWithinItsUncertainty() {
        VerdictTally tally = new VerdictTally("fade");
        for (int seed = 0; seed < 300; seed++) {
            double rate = 2e-4 + 2e-3 * (seed % 7) / 7;
            FadeModel f = fit(Fade.linear(rate), 20 + seed % 80, 5e-4, seed);
            tally.number("linear", Measurement.of("loss", "", -f.linear().coefficients()[1], f.linear().sigma(1), "1")
                    .judged(f.verdict(FadeModel.Kind.LINEAR)), rate);
            FadeModel knee = fit(Fade.knee(3e-4, 3e-3, 40), 80, 5e-4, seed);
            tally.number("knee", Measurement.of("knee", "", knee.kneeAt(), knee.kneeU(), "1")
                    .judged(knee.verdict(FadeModel.Kind.KNEE)), 40);
        }
        assertTrue(tally.all().withinTwo() > 0.93, tally.table());
        assertTrue(tally.all().beyondThree() < 0.02, tally.table());
        assertTrue(tally.all().doubted() < 0.07, tally.table());
    }

    @Test
    void lossesAreRelativeToTheBeginningOfTheLineWithItsUncertainty() {
        Random random = new Random(5);
        double[] n = new double[40];
        double[] y = new double[40];
        double sum = 0;
        double squares = 0;
        double stated = 0;
        double share = 0;
        for (int k = 0; k < 400; k++) {
            for (int i = 0; i < 40; i++) {
                n[i] = i;
                // a first cycle of formation that the others lie below; a scatter that moves both ends of the line
                y[i] = 0.9 * (1 - 0.01 * i) + 0.02 * random.nextGaussian();
            }
            LineFit line = FadeModel.of(n, y, 0).linear();
            Uncertain loss = line.lossOverFirst(0, 1);
            share += loss.u() / (line.sigma(1) / line.coefficients()[0]) / 400;
            sum += loss.value() / 400;
            squares += Math.pow(loss.value() - 0.01, 2) / 400;
            stated += loss.u() / 400;
        }
        assertEquals(0.01, sum, 1e-4);
        assertTrue(Math.sqrt(squares) < 1.1 * stated && stated < 1.4 * Math.sqrt(squares), stated + "");
        // both coefficients move together: sqrt(1 - 2 l x + l2 (S + n x2) / n) for a loss l, with the mean x = 19.5
        // of the cycles and the sum S = 5330 of their squares about it
        assertEquals(Math.sqrt(1 - 0.39 + 1e-4 * (5330 / 40.0 + 19.5 * 19.5)), share, 0.01);
    }

    @Test
    void pointsThatScatterLessThanTheyAreKnownKeepTheirUncertainty() {
        double[] n = {0, 1, 2, 3, 4, 5};
        double[] y = {1, 0.99, 0.98, 0.97, 0.96, 0.95};
        assertEquals(0.01 / Math.sqrt(17.5), FadeModel.of(n, y, 0.01).linear().sigma(1), 1e-9);
    }

    @Test
    void aLinearRateOfACellThatFadesByTheRootIsDoubtful() {
        Verdict v = fit(Fade.root(0.02), 200, 3e-4, 1).verdict(FadeModel.Kind.LINEAR);
        assertFalse(v.isSound());
    }
}
