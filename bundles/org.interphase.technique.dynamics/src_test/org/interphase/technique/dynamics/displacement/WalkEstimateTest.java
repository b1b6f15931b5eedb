package org.interphase.technique.dynamics.displacement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Measurement;
import org.interphase.testkit.dynamics.WalkTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Diffusion coefficients of simulated particles against the truth. */
class WalkEstimateTest {

    /** Tracer diffusion of 62 particles on 125 sites: mean of 24 runs of 30000 frames from 60 ps on, known to 0.2 %. */
    private static final double BLOCKED_TRACER = 0.0650;

    private static Map<String, LongFunction<WalkTruth>> lawful() {
        Map<String, LongFunction<WalkTruth>> out = new LinkedHashMap<>();
        out.put("free", s -> WalkTruth.brownian(50, 500, 1, 0.1, s));
        out.put("few particles", s -> WalkTruth.brownian(8, 2000, 1, 0.1, s));
        out.put("jumps", s -> WalkTruth.jumps(50, 500, 1, 0.1, 3, 0, s));
        out.put("jumps taken back", s -> WalkTruth.jumps(50, 1000, 1, 0.1, 3, 0.5, s));
        out.put("jumps and rattling", s -> WalkTruth.jumps(50, 800, 1, 0.05, 3, 0, s).rattling(0.5, 3, s));
        out.put("ballistic beginning", s -> WalkTruth.ballistic(40, 800, 0.5, 0.6, 3, s));
        out.put("along one axis", s -> WalkTruth.brownian(60, 600, 1, 0.1, s).alongOneAxis());
        return out;
    }

    private static Map<String, LongFunction<WalkTruth>> lawless() {
        Map<String, LongFunction<WalkTruth>> out = new LinkedHashMap<>();
        out.put("too short", s -> WalkTruth.jumps(20, 60, 1, 0.02, 3, 0.5, s).rattling(0.3, 2, s));
        out.put("few jumps", s -> WalkTruth.jumps(20, 500, 1, 0.002, 3, 0, s).rattling(0.3, 0, s));
        out.put("caged", s -> WalkTruth.jumps(20, 500, 1, 1e-6, 3, 0, s).rattling(0.3, 2, s));
        out.put("two populations", s -> WalkTruth.jumps(20, 500, 1, 0.2, 3, 0, s).with(WalkTruth.jumps(20, 500, 1, 0.01,
                3, 0, s + 999)).rattling(0.3, 2, s));
        out.put("traps without mean", s -> WalkTruth.trapped(40, 1000, 1, 3, 0.6, s));
        out.put("drift", s -> WalkTruth.jumps(20, 500, 1, 0.1, 3, 0, s).drifting(0.1));
        return out;
    }

    private static VerdictTally tally(int runs) {
        VerdictTally tally = new VerdictTally("tracer diffusion coefficients");
        lawful().forEach((name, walks) -> run(tally, name, walks, runs));
        lawless().forEach((name, walks) -> run(tally, name, walks, runs));
        return tally;
    }

    private static void run(VerdictTally tally, String name, LongFunction<WalkTruth> walks, int runs) {
        for (int k = 0; k < runs; k++) {
            WalkTruth w = walks.apply(1000L * k + 7);
            tally.number(name, measured(SimulatedWalks.of(w)), w.diffusion());
        }
    }

    private static Measurement measured(Walks walks) {
        try {
            SlopeEstimate e = WalkEstimate.of(walks, Double.NaN, Double.NaN, Progress.none());
            return Measurement.of("D", "D", e.diffusion(3), e.diffusionUncertainty(3),
                    "Angstrom2/ps").judged(e.verdict());
        } catch (AnalysisException e) {
            return Measurement.withheld("D", "D", "Angstrom2/ps", e.getMessage());
        }
    }

    @Test
    void soundCoefficientsHoldTheTruth() {
        VerdictTally tally = tally(24);
        assertTrue(tally.all().withinTwo() > 0.92, tally.table());
        assertTrue(tally.all().beyondThree() < 0.03, tally.table());
        for (String name : lawful().keySet()) {
            assertTrue(tally.family(name).doubted() <= 0.10, tally.table());
        }
        for (String name : lawless().keySet()) {
            assertTrue(tally.family(name).doubted() > 0.9, tally.table());
        }
    }

    @Test
    @Tag("study")
    void soundCoefficientsHoldTheTruthInALargeStudy() {
        VerdictTally tally = tally(200);
        for (int k = 0; k < 200; k++) {
            WalkTruth w = WalkTruth.exclusion(5, 62, 1000, 1, 0.1, 3, k);
            tally.number("blocked sites, tracer", measured(SimulatedWalks.of(w)), BLOCKED_TRACER);
            WalkTruth c = WalkTruth.exclusion(5, 62, 2000, 1, 0.1, 3, k);
            tally.number("blocked sites, charge", measured(SimulatedWalks.of(c).together()), c.diffusion());
        }
        System.out.println(tally.table());
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE, tally.table());
    }

    /** The slopes of the coated and the bare electrode: 1.23e-3 and 0.20e-3 angstrom^2/ps. */
    @Test
    void slopesAreRecoveredWithPullsOfUnitWidth() throws AnalysisException {
        for (double slope : new double[] {1.23e-3, 0.20e-3}) {
            double squares = 0;
            int runs = 60;
            for (int k = 0; k < runs; k++) {
                WalkTruth w = WalkTruth.brownian(40, 400, 10, slope / 6, 77 + k);
                SlopeEstimate e = WalkEstimate.of(SimulatedWalks.of(w), Double.NaN, Double.NaN, Progress.none());
                double pull = (e.slope() - slope) / e.uncertainty();
                squares += pull * pull;
            }
            assertEquals(1, Math.sqrt(squares / runs), 0.27, "slope " + slope);
        }
    }

    @Test
    void chargeOfParticlesThatBlockEachOtherIsKnownExactly() {
        VerdictTally tally = new VerdictTally("collective");
        for (int k = 0; k < 20; k++) {
            WalkTruth w = WalkTruth.exclusion(5, 62, 2000, 1, 0.1, 3, k);
            tally.number("charge", measured(SimulatedWalks.of(w).together()), w.diffusion());
        }
        assertTrue(tally.all().withinTwo() >= 0.9 && tally.all().doubted() < 0.15, tally.table());
    }

    @Test
    void anOrdinaryLineWouldUnderstateTheUncertainty() throws AnalysisException {
        double own = 0;
        double ordinary = 0;
        double squares = 0;
        int runs = 40;
        for (int k = 0; k < runs; k++) {
            Walks walks = SimulatedWalks.of(WalkTruth.brownian(20, 400, 1, 0.1, 500 + k));
            SlopeEstimate e = WalkEstimate.of(walks, Double.NaN, Double.NaN, Progress.none());
            var line = org.interphase.numerics.linear.StraightLine.through(e.curve().time(), e.curve().msd(),
                    new double[e.curve().time().length]);
            own += e.uncertainty() / runs;
            ordinary += line.slopeSigma() / runs;
            squares += (line.slope() - 0.6) * (line.slope() - 0.6) / runs;
        }
        assertTrue(Math.sqrt(squares) > 4 * ordinary, Math.sqrt(squares) + " " + ordinary);
        assertTrue(own < Math.sqrt(squares), "generalised least squares is also the sharper: " + own);
    }

    @Test
    void aStatedStartIsObeyed() throws AnalysisException {
        Walks walks = SimulatedWalks.of(WalkTruth.brownian(20, 400, 1, 0.1, 5));
        assertEquals(23, WalkEstimate.of(walks, 20, Double.NaN, Progress.none()).start(), 4);
        assertTrue(WalkEstimate.of(walks, Double.NaN, 60, Progress.none()).end() <= 60);
    }

    @Test
    void aFewFramesAreRefused() {
        Walks walks = SimulatedWalks.of(WalkTruth.brownian(20, 8, 1, 0.1, 5));
        assertTrue(assertThrows(AnalysisException.class, () -> WalkEstimate.of(walks, Double.NaN, Double.NaN,
                Progress.none())).getMessage().contains("too short"));
    }

    @Test
    void whatDoesNotMoveIsSaid() {
        Walks walks = new Walks(1, 3, new float[10][300]);
        assertTrue(assertThrows(AnalysisException.class, () -> WalkEstimate.of(walks, Double.NaN, Double.NaN,
                Progress.none())).getMessage().contains("nothing moves"));
    }
}
