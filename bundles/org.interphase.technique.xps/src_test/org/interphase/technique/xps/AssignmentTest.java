package org.interphase.technique.xps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Curve;
import org.interphase.model.Measurement;
import org.interphase.technique.xps.assignment.StateAssignment;
import org.interphase.technique.xps.assignment.Assignments;
import org.interphase.technique.xps.assignment.FoundState;
import org.interphase.testkit.photoelectron.LineTruth;
import org.interphase.testkit.photoelectron.RegionTruth;
import org.junit.jupiter.api.Test;

/** A name needs a position, relative to its partners, a width and a partner that agree with the reference. */
class AssignmentTest {

    private static Curve region(String line, boolean referenced) {
        double middle = switch (line) {
            case "F 1s" -> 687;
            case "C 1s" -> 287;
            case "N 1s" -> 400;
            default -> 531;
        };
        Curve c = RegionTruth.of(line, middle - 7, middle + 7, 0.1, 100, List.of(LineTruth.of("x", middle, 1.5, 1000)))
                .curve(1);
        return referenced ? c.withHeader(c.header().withMetadata(c.metadata().with("charge reference", "C-C 284.8")))
                : c;
    }

    private static FoundState at(String name, double position) {
        return new FoundState(name, position, 0.03, 1.6, 0.05, 1000, false);
    }

    private static StateAssignment last(Curve region, FoundState... states) {
        List<StateAssignment> all = Assignments.of(region, region.name(), List.of(states));
        return all.get(all.size() - 1);
    }

    private static void is(StateAssignment.Support expected, StateAssignment a) {
        assertEquals(expected, a.support(), a.toString());
    }

    @Test
    void lithiumFluorideIsNamedAtItsEnergyAndNotElsewhere() {
        Curve f = region("F 1s", false);
        is(StateAssignment.Support.SUPPORTED, last(f, at("CF2", 688.2), at("LiF", 685.1)));
        is(StateAssignment.Support.NOT_ASSIGNED, last(f, at("CF2", 688.2), at("LiF", 686.6)));
        assertTrue(last(f, at("CF2", 688.2), at("LiF", 686.6)).verdict().reason().contains("686.60 eV, not assigned"));
        assertEquals("LixPFy / LixPOyFz", last(f, at("CF2", 688.2), at("LiF", 686.6)).odds().get(0).name());
    }

    @Test
    void aShiftOfAllStatesAlikeIsChargeOneOfAloneIsNot() {
        Curve f = region("F 1s", false);
        is(StateAssignment.Support.SUPPORTED, last(f, at("CF2", 688.75), at("LiF", 685.65)));
        assertTrue(last(f, at("CF2", 688.15), at("LiF", 685.9)).odds().stream().filter(o -> o.name().equals("LiF"))
                .findFirst().orElseThrow().probability() < last(f, at("CF2", 688.75), at("LiF", 685.9)).odds().stream()
                .filter(o -> o.name().equals("LiF")).findFirst().orElseThrow().probability());
    }

    @Test
    void aReferencedScaleLeavesLessRoom() {
        StateAssignment open = last(region("F 1s", false), at("LiF", 686.3));
        StateAssignment referenced = last(region("F 1s", true), at("LiF", 686.3));
        assertTrue(referenced.odds().stream().filter(o -> o.name().equals("LiF")).findFirst().orElseThrow()
                .probability() < 0.5 * open.odds().stream().filter(o -> o.name().equals("LiF")).findFirst()
                        .orElseThrow().probability());
    }

    @Test
    void aStateWhereItsWindowEndsIsNotAssigned() {
        Curve f = region("F 1s", false);
        is(StateAssignment.Support.NOT_ASSIGNED, last(f, at("CF2", 688.2),
                new FoundState("LiF", 686.2, 0.03, 1.6, 0.05, 1000, true)));
    }

    @Test
    void aWidthOfMoreThanOneStateIsDoubted() {
        Curve f = region("F 1s", false);
        is(StateAssignment.Support.DOUBTFUL, last(f, at("CF2", 688.2),
                new FoundState("LiF", 685.1, 0.03, 2.9, 0.05, 1000, false)));
    }

    @Test
    void cyanideIsNeverSureFromItsPositionAndBothReadingsAreNamed() {
        StateAssignment a = last(region("N 1s", false), at("PAN", 399.6), at("LiCN", 398.6));
        is(StateAssignment.Support.DOUBTFUL, a);
        assertTrue(a.verdict().reason().contains("LiCN") && a.verdict().reason().contains("cyclised PAN"),
                a.verdict().reason());
    }

    @Test
    void ch2OfPvdfIsToldFromEtherByItsPartner() {
        Curve c = region("C 1s", false);
        is(StateAssignment.Support.SUPPORTED, last(c, at("C-C", 284.8), at("C-O", 286.4)));
        is(StateAssignment.Support.DOUBTFUL, last(c, at("C-C", 284.8), at("CF2", 290.9), at("C-O", 286.4)));
        is(StateAssignment.Support.SUPPORTED, last(c, at("C-C", 284.8), at("C-O", 286.44), at("CF2", 290.9)));
        is(StateAssignment.Support.DOUBTFUL, last(c, at("C-C", 284.8), at("CF2", 290.9)));
    }

    @Test
    void aKnownNameInALineThatIsNotKnownIsDoubtedAnOwnNameIsNot() {
        Curve f = region("F 1s", false);
        StateAssignment known = Assignments.of(f, "", List.of(at("LiF", 685.1))).get(0);
        is(StateAssignment.Support.DOUBTFUL, known);
        assertFalse(known.verdict().isSound());
        is(StateAssignment.Support.DOUBTFUL, Assignments.of(f, "Zn 2p", List.of(at("LiF", 685.1))).get(0));
        is(StateAssignment.Support.NOT_CHECKED, Assignments.of(f, "", List.of(at("peak 1", 685.1))).get(0));
    }

    @Test
    void aPositionWithoutKnownUncertaintyNamesNothing() {
        Curve f = region("F 1s", false);
        StateAssignment a = last(f, at("CF2", 688.2), new FoundState("LiF", 685.1, Double.NaN, 1.6, Double.NaN, 1000,
                false));
        assertFalse(a.verdict().isSound(), a.toString());
        // nor does a partner whose place is not known speak against a name
        Curve c = region("C 1s", false);
        is(StateAssignment.Support.SUPPORTED, last(c, at("C-C", 284.8), new FoundState("C-O", 286.44, Double.NaN, 1.6,
                0.05, 1000, false), at("CF2", 290.9)));
    }

    @Test
    void numbersOfAnUnassignedStateAreWithheldUnderItsNameAndGivenUnderNone() throws Exception {
        RegionTruth truth = RegionTruth.of("F 1s", 680, 694, 0.1, 900, List.of(LineTruth.of("CF2", 688.2, 1.8, 6000),
                LineTruth.of("P-F", 686.5, 1.7, 4000)));
        Outcome o = XpsRuns.run("xps/f1s-lif-cf2", truth.curve(1));
        List<Measurement> lif = o.measurements().stream().filter(m -> m.name().startsWith("LiF ")).toList();
        assertFalse(lif.isEmpty());
        assertTrue(lif.stream().allMatch(m -> m.verdict().isWithheld()), lif.toString());
        List<Measurement> none = o.measurements().stream().filter(m -> m.name().startsWith("unassigned state "))
                .toList();
        assertEquals(lif.size(), none.size(), none.toString());
        Measurement area = none.stream().filter(m -> m.name().endsWith(" area")).findFirst().orElseThrow();
        assertEquals(4000, area.value(), 3 * area.uncertainty());
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("assignment") && r.component().equals("LiF")),
                o.remarks().toString());
    }
}
