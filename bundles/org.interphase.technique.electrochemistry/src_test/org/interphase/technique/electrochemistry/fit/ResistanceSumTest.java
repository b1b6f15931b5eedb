package org.interphase.technique.electrochemistry.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Verdict;
import org.interphase.model.unit.Unit;
import org.interphase.technique.electrochemistry.circuit.Circuit;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.technique.electrochemistry.impedance.Weighting;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
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

    /** Two resistances in series that only their sum is known of have no uncertainty each, and lend none to a third. */
    @Test
    void whatTheDataDoNotDetermineLeavesTheSumOpen() throws Exception {
        double[][] open = {{Double.NaN, Double.NaN}, {Double.NaN, 9}};
        FitParameter r0 = resistance("R0", 30, Double.NaN, FitParameter.State.FREE);
        FitParameter r1 = resistance("R1", 70, 3, FitParameter.State.FREE);
        ElementVerdicts parts = new ElementVerdicts(Map.of("R0", Verdict.withheld("not determined")), Verdict.SOUND);
        assertTrue(ResistanceSum.of(fit(open, r0, r1), parts, "auto").verdict().isWithheld());
        // the hundredth part of the sum is open by its whole value
        ResistanceSum sum = ResistanceSum.of(fit(open, resistance("R0", 0.5, Double.NaN, FitParameter.State.FREE), r1),
                parts, "auto");
        assertEquals(Math.hypot(3, 0.5), sum.uncertainty(), 1e-12);
    }

    @Test
    void aCircuitWithTwoResistorsInSeriesKnowsNeither() throws Exception {
        double[] hertz = new double[40];
        for (int i = 0; i < hertz.length; i++) {
            hertz[i] = Math.pow(10, 5 - 7.0 * i / (hertz.length - 1));
        }
        Circuit circuit = Spectra.circuit("R0-p(R1,CPE1)-R2");
        CircuitVerdict judged = CircuitVerdict.of(new CircuitSearch(circuit, ParameterTable.free(circuit),
                Weighting.MODULUS, 0, 1, false).fit(Spectra.spectrum(hertz, ImpedanceTruth.of(30,
                        new Arc(70, 1e-2, 0.9)).measured(hertz, 0.002, 3)), null, Progress.none()));
        List<String> names = judged.fit().circuit().parameters().stream().map(q -> q.name()).toList();
        int r0 = names.indexOf("R0");
        assertTrue(Double.isNaN(judged.covariance()[r0][r0]), names.toString());
        double[] gradient = new double[names.size()];
        gradient[names.indexOf("R1")] = 1;
        assertTrue(judged.propagate(gradient) > 0);
        gradient[r0] = 1;
        assertTrue(Double.isNaN(judged.propagate(gradient)));
    }
}
