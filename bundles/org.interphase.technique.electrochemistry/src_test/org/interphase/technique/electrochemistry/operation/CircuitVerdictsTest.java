package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.parameters.Parameters;
import org.interphase.model.FitParameter;
import org.interphase.model.FitResult;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

/** What a circuit fit says of its own numbers. */
class CircuitVerdictsTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e5, 0.1, 61);
    private static final ImpedanceTruth ONE = ImpedanceTruth.of(10, new Arc(100, 1e-2, 0.9));
    private static final ImpedanceTruth TWO = ImpedanceTruth.of(10, new Arc(60, 1e-4, 0.9), new Arc(100, 1e-1, 0.9));

    private static Outcome fit(String circuit, ImpedanceTruth truth, double noise) throws Exception {
        return new EisFit(ElementLibrary::standard).apply(Spectra.table("cell", HERTZ,
                truth.measured(HERTZ, noise, 3)), Spectra.fit(circuit, "modulus"), Progress.none());
    }

    private static Measurement find(Outcome o, String name) {
        return o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow(
                () -> new AssertionError("no '" + name + "' among " + o.measurements()));
    }

    @Test
    void aResistanceThatRanToItsBoundIsWithheld() throws Exception {
        // two arcs in series with a third that the data have no use for
        Outcome o = fit("R0-p(R1,CPE1)-R2", ONE, 0.002);
        assertTrue(o.measurements().stream().filter(m -> m.name().matches("R[02]")).anyMatch(
                m -> m.verdict().isWithheld()), o.measurements().toString());
        for (Measurement m : o.measurements()) {
            assertFalse(m.isDetected() && (m.uncertainty() == 0 || m.value() > 1e12 || m.value() < 1e-12),
                    m.toString());
        }
    }

    @Test
    void aMissingArcMakesEveryNumberDoubtfulAndWider() throws Exception {
        Outcome right = fit("R0-p(R1,CPE1)-p(R2,CPE2)", TWO, 0.002);
        Outcome wrong = fit("R0-p(R1,CPE1)", TWO, 0.002);
        for (String name : List.of("R0", "R1", "CPE1_0", "CPE1_1", "effective capacitance CPE1 (Brug)")) {
            assertTrue(find(right, name).verdict().isSound(), find(right, name).toString());
            assertFalse(find(wrong, name).verdict().isSound(), find(wrong, name).toString());
        }
        assertTrue(find(wrong, "R1").uncertainty() > 5 * find(right, "R1").uncertainty());
    }

    @Test
    void anArcBelowTheMeasuredFrequenciesIsDoubtful() throws Exception {
        ImpedanceTruth slow = ImpedanceTruth.of(10, new Arc(60, 1e-3, 0.9), new Arc(500, 8, 0.9));
        Measurement r2 = find(fit("R0-p(R1,CPE1)-p(R2,CPE2)", slow, 0.001), "R2");
        assertFalse(r2.verdict().isSound(), r2.toString());
        assertTrue(r2.verdict().reason().contains("outside the frequencies"), r2.verdict().reason());
    }

    @Test
    void theDefaultChoosesTheCircuitAndItsNamesCarryIt() throws Exception {
        Outcome o = fit("auto", TWO, 0.002);
        assertEquals(o.measurements().toString(), new EisFit(ElementLibrary::standard).apply(Spectra.table("cell",
                HERTZ, TWO.measured(HERTZ, 0.002, 3)), Parameters.defaults(
                        EisFit.Parameters.class), Progress.none()).measurements().toString());
        Measurement r1 = find(o, "R1 of R(RQ)(RQ)");
        assertEquals(60, r1.value(), 3 * r1.uncertainty());
        assertEquals(10, find(o, "series resistance").value(), 3 * find(o, "series resistance").uncertainty());
        assertEquals(160, find(o, "polarisation resistance").value(),
                3 * find(o, "polarisation resistance").uncertainty());
        assertTrue(o.dataset().product(FitResult.class).orElseThrow().parameters().stream()
                .noneMatch(p -> p.state() == FitParameter.State.AT_BOUND));
    }

    @Test
    void twoArcsAskedOfOneGiveNoResistanceOfEither() throws Exception {
        for (String file : List.of("24_cpe08.csv", "10_one_arc_Rct_1e18.csv")) {
            Table t = Spectra.recorded("../../cases/" + file);
            EisCompare.Parameters p = Parameters.with(
                    Parameters.defaults(EisCompare.Parameters.class), "ordered", true);
            p = Parameters.with(p, "circuits[0].circuit",
                    "R_s-p(R_se,CPE_se)-p(R_ct,CPE_ct)");
            Outcome o = new EisCompare(ElementLibrary::standard).apply(t, p, Progress.none());
            assertTrue(find(o, "R_ct").verdict().isWithheld(), file + " " + o.measurements());
            assertTrue(find(o, "R_s").isDetected(), file);
            assertTrue(o.measurements().stream().anyMatch(m -> m.name().contains("(Brug)") && m.isDetected()), file);
        }
    }

    @Test
    void aParameterOfDifferentCircuitsHasDifferentNames() throws Exception {
        EisCompare.Parameters usual = Parameters.defaults(EisCompare.Parameters.class);
        EisCompare compare = new EisCompare(ElementLibrary::standard);
        Outcome one = compare.apply(Spectra.table("a", HERTZ, ONE.measured(HERTZ, 0.002, 1)), usual, Progress.none());
        Outcome two = compare.apply(Spectra.table("b", HERTZ, TWO.measured(HERTZ, 0.002, 1)), usual, Progress.none());
        List<String> names = one.measurements().stream().map(Measurement::name).filter(n -> n.startsWith("R1"))
                .toList();
        assertEquals(List.of("R1 of R(RQ)"), names);
        assertTrue(two.measurements().stream().noneMatch(m -> names.contains(m.name())));
    }
}
