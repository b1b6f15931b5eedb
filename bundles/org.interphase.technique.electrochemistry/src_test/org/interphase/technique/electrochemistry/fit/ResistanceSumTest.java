package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Map;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Sums of resistances, computed by hand. */
class ResistanceSumTest {

    private static final ElementVerdicts SOUND = new ElementVerdicts(Map.of(), Verdict.SOUND);

    private static FitParameter resistance(String label, double value, double u, FitParameter.State state) {
        return new FitParameter(label, "resistance", "R", value, u, Unit.of("ohm"), 1e-18, 1e18, state, "");
    }

    private static FitResult fit(double[][] covariance, FitParameter... parameters) {
        return new FitResult("R0-p(R1,CPE1)", List.of("R0", "R1"), List.of(parameters), covariance, new double[0],
                new double[0], new FitResult.Statistics(1, 1, 0, 0, true, "", 1));
    }

    @Test
    void theCovarianceCountsWithItsSignAndTwice() throws Exception {
        FitParameter r0 = resistance("R0", 30, 2, FitParameter.State.FREE);
        FitParameter r1 = resistance("R1", 70, 3, FitParameter.State.FREE);
        // 4 + 9 - 2 * 5 = 3, and 4 + 9 + 2 * 5 = 23
        ResistanceSum less = ResistanceSum.of(fit(new double[][] {{4, -5}, {-5, 9}}, r0, r1), SOUND, "auto");
        ResistanceSum more = ResistanceSum.of(fit(new double[][] {{4, 5}, {5, 9}}, r0, r1), SOUND, "R0+R1");
        assertEquals(100, less.value());
        assertEquals(Math.sqrt(3), less.uncertainty(), 1e-12);
        assertEquals(Math.sqrt(23), more.uncertainty(), 1e-12);
        assertEquals(3, ResistanceSum.of(fit(new double[][] {{4, 5}, {5, 9}}, r0, r1), SOUND, "R1").uncertainty());
    }

    @Test
    void aSumMayBeKnownWhereItsPartsAreNot() throws Exception {
        FitParameter r0 = resistance("R0", 30, 40, FitParameter.State.FREE);
        FitParameter r1 = resistance("R1", 70, 40, FitParameter.State.FREE);
        ElementVerdicts parts = new ElementVerdicts(Map.of("R0", Verdict.withheld("not determined"), "R1",
                Verdict.SOUND), Verdict.SOUND);
        FitResult fit = fit(new double[][] {{1600, -1599.5}, {-1599.5, 1600}}, r0, r1);
        assertTrue(ResistanceSum.of(fit, parts, "auto").verdict().isSound());
        assertTrue(ResistanceSum.of(fit, parts, "R0").verdict().isWithheld());
    }

    @Test
    void aPartThatRanAwaySpoilsTheSumUnlessItIsNegligible() throws Exception {
        ElementVerdicts parts = new ElementVerdicts(Map.of("R1", Verdict.withheld("ran to its bound")), Verdict.SOUND);
        FitParameter r0 = resistance("R0", 30, 1, FitParameter.State.FREE);
        double[][] known = {{1, 0}, {0, 0}};
        assertFalse(ResistanceSum.of(fit(known, r0, resistance("R1", 1e18, Double.NaN, FitParameter.State.AT_BOUND)),
                parts, "auto").verdict().isSound());
        assertTrue(ResistanceSum.of(fit(known, r0, resistance("R1", 1e-18, Double.NaN, FitParameter.State.AT_BOUND)),
                parts, "auto").verdict().isSound());
    }
}
