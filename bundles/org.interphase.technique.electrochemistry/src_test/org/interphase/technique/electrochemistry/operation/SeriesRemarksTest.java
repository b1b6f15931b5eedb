package org.interphase.technique.electrochemistry.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Series;
import org.interphase.technique.electrochemistry.circuit.ElementLibrary;
import org.interphase.technique.electrochemistry.impedance.Spectra;
import org.interphase.testkit.electrochemistry.ImpedanceAdversary;
import org.interphase.testkit.electrochemistry.ImpedanceTruth;
import org.interphase.testkit.electrochemistry.ImpedanceTruth.Arc;
import org.junit.jupiter.api.Test;

/** What a series leaves out or does not compare is said, and leads are judged as where the data choose the circuit. */
class SeriesRemarksTest {

    private static final double[] HERTZ = ImpedanceTruth.frequencies(1e6, 0.01, 65);
    private static final ImpedanceTruth CELL = ImpedanceTruth.of(10, new Arc(30, 1e-4, 0.9), new Arc(80, 0.05, 0.9));
    private static final String TWO_ARCS = "R0-p(R1,CPE1)-p(R2,CPE2)";

    private static Outcome two(String circuit, double[][] bare, double[][] coated) throws Exception {
        return new EisFitSeries(ElementLibrary::standard).apply(Series.named(DatasetHeader.of("cells", "eis",
                Metadata.EMPTY), List.of(Spectra.table("bare", HERTZ, bare), Spectra.table("coated", HERTZ, coated))),
                Spectra.fit(circuit, "modulus"), Progress.none());
    }

    private static List<String> about(Outcome o, String words) {
        return o.remarks().stream().map(Remark::text).filter(t -> t.contains(words)).toList();
    }

    @Test
    void aCellThatDriftedIsNotComparedAndThatIsSaid() throws Exception {
        double[][] drifting = CELL.drifting(HERTZ, 0.3, 0.001, 2);
        Outcome o = two(TWO_ARCS, CELL.measured(HERTZ, 0.001, 1), drifting);
        List<String> said = about(o, "are not compared");
        assertEquals(3, said.size(), o.remarks().toString());
        assertTrue(said.stream().allMatch(t -> t.contains("of bare and coated") && t.contains("coated is in doubt, ")
                && !t.contains("bare is in doubt")), said.toString());
        assertTrue(about(o, "significantly").isEmpty(), o.remarks().toString());
    }

    @Test
    void cellsThatAreSoundAreCompared() throws Exception {
        Outcome o = two(TWO_ARCS, CELL.measured(HERTZ, 0.003, 1), CELL.measured(HERTZ, 0.003, 2));
        assertEquals(3, about(o, "does not differ significantly").size(), o.remarks().toString());
        assertTrue(about(o, "not compared").isEmpty(), o.remarks().toString());
    }

    @Test
    void pointsThatTookNoPartAreNamedOfEachSpectrum() throws Exception {
        ImpedanceTruth lead = CELL.withInductance(1e-6);
        Outcome o = two(TWO_ARCS, lead.measured(HERTZ, 0.002, 1), CELL.measured(HERTZ, 0.002, 2));
        List<String> said = about(o, "took no part");
        assertEquals(1, said.size(), o.remarks().toString());
        assertTrue(said.get(0).startsWith("bare: The "), said.get(0));
        // what is the same of both is said once
        String both = about(two(TWO_ARCS, lead.measured(HERTZ, 0.002, 1), lead.measured(HERTZ, 0.002, 1)),
                "took no part").get(0);
        assertTrue(both.startsWith("bare, coated: The "), both);
    }

    @Test
    void givenResistancesAreNotCompared() throws Exception {
        Outcome o = two("R0{R=10F}-p(R1,CPE1)-p(R2,CPE2)", CELL.measured(HERTZ, 0.003, 1), CELL.measured(HERTZ, 0.003,
                2));
        assertEquals(List.of("R0 of bare and coated are not compared: both were given and not fitted."),
                about(o, "not compared"), o.remarks().toString());
    }

    @Test
    void theChosenCircuitGetsTheInductanceOfTheLeads() throws Exception {
        ImpedanceTruth lead = CELL.withInductance(1e-6);
        Outcome o = two(EisFitSeries.AUTO, lead.measured(HERTZ, 0.002, 1), lead.measured(HERTZ, 0.002, 2));
        assertEquals(1, about(o, "inductance of the leads (L0)").size(), o.remarks().toString());
        for (String cell : List.of("bare", "coated")) {
            sound(o, "L0", cell, 1e-6);
            sound(o, "R0", cell, 10);
        }
        Outcome without = two(EisFitSeries.AUTO, CELL.measured(HERTZ, 0.002, 1), CELL.measured(HERTZ, 0.002, 2));
        assertTrue(without.measurements().stream().noneMatch(m -> m.name().contains("L0")), without.measurements()
                .toString());
    }

    private static void sound(Outcome o, String element, String cell, double truth) {
        Measurement m = o.measurements().stream().filter(n -> n.name().startsWith(element) && n.name().endsWith(
                " (" + cell + ")")).findFirst().orElseThrow(() -> new AssertionError(o.measurements().toString()));
        assertTrue(m.verdict().isSound(), m.toString());
        assertEquals(truth, m.value(), 4 * m.uncertainty(), m.toString());
        assertEquals(truth, m.value(), 0.03 * truth, m.toString());
    }

    @Test
    void leadsThatNoInductorDescribesAreNamedWhateverTheCircuit() throws Exception {
        String circuit = "L0-" + TWO_ARCS;
        for (int seed = 4; seed < 6; seed++) {
            ImpedanceAdversary.Spectrum s = ImpedanceAdversary.of(ImpedanceAdversary.Family.EDDY_LEAD, seed);
            Outcome one = new EisFit(ElementLibrary::standard).apply(Spectra.table("cell", s.hertz(), s.z()),
                    Spectra.fit(circuit, "modulus"), Progress.none());
            Outcome series = two(circuit, s.z(), s.z());
            named(one, "R0", s.series());
            named(series, "R0 (bare)", s.series());
            named(series, "R0 (coated)", s.series());
        }
    }

    private static void named(Outcome o, String name, double truth) {
        Measurement r = o.measurements().stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
        assertTrue(r.verdict().reason().contains("inductive leads"), r.toString());
        assertEquals(truth, r.value(), 0.1 * truth);
        assertFalse(about(o, "inductive leads that a single inductor does not describe").isEmpty(), o.remarks()
                .toString());
    }
}
