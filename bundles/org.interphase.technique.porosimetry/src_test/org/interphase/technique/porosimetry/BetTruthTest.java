package org.interphase.technique.porosimetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.api.Outcome;
import org.interphase.testkit.porosimetry.IsothermTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Isotherms of known monolayer. */
class BetTruthTest {

    /** m2 in a mmol of nitrogen at 0.162 nm2. */
    private static final double AREA = 6.02214076e2 * 0.162;

    @Test
    void theMonolayerOfBetLayersIsFound() throws Exception {
        Outcome o = Runs.bet(Runs.isotherm(new IsothermTruth(2, 100, 300, 0, 1, 40, 0, 1).csv()));
        assertEquals(2 * AREA, Runs.of(o, "BET area").value(), 0.002 * AREA);
        assertEquals(100, Runs.of(o, "BET constant").value(), 0.5);
        assertEquals(2, Runs.of(o, "monolayer capacity").value(), 0.001);
        assertTrue(Runs.of(o, "BET area").verdict().isSound());
    }

    @Test
    void microporesAreNotMeasuredOverTheUsualRange() throws Exception {
        IsothermTruth t = new IsothermTruth(0.3, 100, 30, 8, 1e-4, 80, 0, 1);
        Outcome usual = Runs.bet(Runs.isotherm(t.csv()), "range", "0.05 .. 0.3");
        assertFalse(Runs.of(usual, "BET area").verdict().isSound());
        Outcome o = Runs.bet(Runs.isotherm(t.csv()));
        assertEquals(8.3, Runs.of(o, "monolayer capacity").value(), 0.3);
        assertFalse(Runs.of(o, "BET area").verdict().isSound());
    }

    @Test
    void theTPlotFindsMicropores() throws Exception {
        Outcome o = Runs.bet(Runs.isotherm(new IsothermTruth(1, 100, 30, 5, 1e-4, 80, 0, 1).csv()));
        // 5 mmol of liquid nitrogen, to what BET layers differ from those of Harkins and Jura
        assertEquals(5 * 0.03467, Runs.of(o, "micropore volume (t-plot)").value(), 0.02);
    }

    @Test
    void soundAreasAreTrue() throws Exception {
        VerdictTally tally = tally(60);
        assertTrue(tally.all().withinTwo() >= 0.93, tally.table());
        for (String family : List.of("BET layers", "few layers", "micropores", "few points", "noisy")) {
            assertTrue(tally.family(family).withinTwo() >= 0.9, tally.table());
        }
        assertTrue(tally.family("BET layers").doubted() <= 0.05, tally.table());
    }

    @Test
    @Tag("study")
    void soundAreasAreTrueInALargeStudy() throws Exception {
        VerdictTally tally = tally(800);
        System.out.println(tally.table());
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE, tally.table());
        assertTrue(tally.family("BET layers").doubted() <= VerdictTally.DOUBTED, tally.table());
    }

    private static VerdictTally tally(int number) throws Exception {
        VerdictTally tally = new VerdictTally("BET");
        Random r = new Random(5);
        for (int i = 0; i < number; i++) {
            double n = 0.1 + 5 * r.nextDouble();
            double c = 30 + 200 * r.nextDouble();
            double noise = 0.0005 + 0.002 * r.nextDouble();
            count(tally, "BET layers", new IsothermTruth(n, c, 300, 0, 1, 40, noise, i), n);
            count(tally, "few layers", new IsothermTruth(n, c, 5, 0, 1, 40, noise, i), n);
            count(tally, "micropores", new IsothermTruth(n, c, 30, n * (1 + 4 * r.nextDouble()), 1e-4, 60, noise, i),
                    Double.NaN);
            count(tally, "few points", new IsothermTruth(n, c, 300, 0, 1, 16, noise, i), n);
            count(tally, "noisy", new IsothermTruth(n, c, 300, 0, 1, 40, 0.02, i), n);
        }
        return tally;
    }

    private static void count(VerdictTally tally, String family, IsothermTruth t, double n) throws Exception {
        Outcome o = Runs.bet(Runs.isotherm(t.csv()));
        double truth = Double.isNaN(n) ? t.monolayer() + t.micropores() : n;
        tally.number(family, o.measurements(), "BET area", truth * AREA);
    }
}
