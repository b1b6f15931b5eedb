package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.interphase.api.ReferenceTable;
import org.interphase.model.Curve;
import org.interphase.technique.xps.assignment.StateAssignment;
import org.interphase.technique.xps.assignment.Assignments;
import org.interphase.technique.xps.assignment.FoundState;
import org.interphase.technique.xps.reference.Doublets;
import org.interphase.technique.xps.reference.XpsReferences;
import org.interphase.testkit.photoelectron.LineTruth;
import org.interphase.testkit.photoelectron.RegionTruth;
import org.junit.jupiter.api.Test;

/** Reference values say where they are from, and no name rests on one that does not. */
class ReferencesTest {

    private static Curve region(String line, double middle) {
        return RegionTruth.of(line, middle - 7, middle + 7, 0.1, 100, List.of(LineTruth.of("x", middle, 1.5, 1000)))
                .curve(1);
    }

    @Test
    void everyRowHasASourceOrSaysThatItHasNone() {
        for (ReferenceTable t : new XpsTechnique().referenceTables()) {
            for (int i = 0; i < t.rows().size(); i++) {
                Map<String, String> row = t.row(i);
                String source = row.get("source");
                assertTrue(source.equals("unverified") || source.matches("(?s).+(18|19|20)\\d\\d.*|.*DOI.*|.*LG4X.*"
                        + "|.*KherveFitting.*"), t.id() + " " + row);
                assertFalse(source.contains("not checked"), t.id() + " " + row);
            }
        }
    }

    private static StateAssignment named(XpsReferences.State s, String name) {
        return Assignments.of(region(s.line(), s.middle()), s.line(), List.of(new FoundState(name, s.middle(), 0.02,
                1.5, 0.05, 1000, false))).get(0);
    }

    @Test
    void noNameRestsOnAnUnverifiedValue() {
        for (XpsReferences.State s : all()) {
            if (all().stream().noneMatch(o -> o.line().equals(s.line()) && o.isVerified() && s.components().stream()
                    .anyMatch(o::isCalled))) {
                for (String name : s.components()) {
                    assertFalse(named(s, name).verdict().isSound(), s.toString());
                }
            }
        }
    }

    @Test
    void aStateAtItsOwnEnergyMayBearItsName() {
        for (XpsReferences.State s : all()) {
            if (s.isVerified() && s.partner().isEmpty() && s.components().contains(s.state())) {
                StateAssignment a = named(s, s.state());
                assertTrue(a.verdict().isSound(), s + " " + a);
            }
        }
    }

    private static List<XpsReferences.State> all() {
        return XpsReferences.energies().rows().stream().map(r -> r.get(0)).distinct()
                .flatMap(l -> XpsReferences.states(region(l, 300), l).stream()).toList();
    }

    @Test
    void doubletsHaveTheRatioOfTheirCrossSectionsAndTheSplittingOfTheirCompound() {
        assertEquals(0.511, Doublets.of("S 2p").orElseThrow().ratio());
        assertEquals(0.688, Doublets.of("Zr 3d").orElseThrow().ratio());
        assertEquals(0.787, Doublets.of("Au 4f").orElseThrow().ratio());
        assertEquals(0, Doublets.of("Ti 2p").orElseThrow().off(5.70), 1e-12);
        assertEquals(0, Doublets.of("Mn 2p").orElseThrow().off(11.7), 1e-12);
        assertEquals(0.3, Doublets.of("Ti 2p").orElseThrow().off(5.4), 1e-12);
        assertTrue(Doublets.of("F 1s").isEmpty());
    }
}
