package org.interphase.technique.mechanics.replicate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.junit.jupiter.api.Test;

/** Grids and maps of indents whose places and numbers are written down. */
class IndentPlacesTest {

    private static Metadata at(double x, double y) {
        return Metadata.EMPTY.with(IndentTable.X, x, "um").with(IndentTable.Y, y, "um");
    }

    private static List<Measurement> indent(double hardness, double depth) {
        return List.of(Measurement.of("hardness", "H", hardness, hardness / 10, "MPa"),
                Measurement.of("elastic modulus", "E", 100 * hardness, hardness, "MPa"),
                Measurement.of("contact depth", "h_c", depth, 1, "nm"));
    }

    @Test
    void aGridCountsItsStepsFromTheLowestPlace() {
        IndentGrid g = IndentGrid.of(new double[] {1, 3, 5, 1, 3, 5}, new double[] {-2, -2, -2, 1, 1, 1});
        assertArrayEquals(new double[] {1, -2, 2, 3}, new double[] {g.left(), g.top(), g.stepX(), g.stepY()});
        assertArrayEquals(new int[] {0, 1, 2, 0, 1, 2}, g.column());
        assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, g.row());
        assertArrayEquals(new int[] {3, 2}, new int[] {g.columns(), g.rows()});
    }

    @Test
    void aLineIsNoGrid() {
        assertNull(IndentGrid.of(new double[] {0, 1, 2}, new double[] {4, 4, 4}));
        assertNull(IndentGrid.of(new double[] {4, 4, 4}, new double[] {0, 1, 2}));
    }

    /** Three indents of a diagonal fill 9 fields, more than 2 for each; four of eight fields are a grid still. */
    @Test
    void aGridHasTwoFieldsForAnIndentAtMost() {
        assertNull(IndentGrid.of(new double[] {0, 1, 2}, new double[] {0, 1, 2}));
        assertNotNull(IndentGrid.of(new double[] {0, 1, 2, 3}, new double[] {0, 1, 0, 1}));
    }

    /** A stage may be off by a fifth of a step, in either direction. */
    @Test
    void aStageMayBeOffByAFifthOfAStep() {
        assertNull(IndentGrid.of(new double[] {0, 10, 20, 27, 0}, new double[] {0, 0, 5, 5, 5}));
        assertNull(IndentGrid.of(new double[] {0, 0, 5, 5, 5}, new double[] {0, 10, 20, 27, 0}));
        assertNotNull(IndentGrid.of(new double[] {0, 10, 20, 28.5, 0}, new double[] {0, 0, 5, 5, 5}));
    }

    @Test
    void twoIndentsInAFieldAreNoGrid() {
        assertNull(IndentGrid.of(new double[] {0, 10, 0, 10, 0}, new double[] {0, 0, 10, 10, 0}));
    }

    /** Gaps of 0.5 are the stage's; of those of 4, 12 and 4 the middle one is the step, not that of the record. */
    @Test
    void theStepIsTheMiddleOfTheGapsBetweenColumns() {
        IndentGrid g = IndentGrid.of(new double[] {20, 4, 0, 8, 0.5, 20}, new double[] {0, 0, 0, 3, 3, 3});
        assertEquals(4, g.stepX());
        assertEquals(6, g.columns());
    }

    @Test
    void aMapHoldsWhatEachPlaceHas() {
        List<Metadata> facts = List.of(at(0, 0), Metadata.EMPTY, at(0, 40));
        IndentMap m = IndentMap.of(facts, List.of(indent(50, 100), indent(60, 100), List.of(
                Measurement.of("hardness", "H", 70, 2, "MPa"), Measurement.of("elastic modulus", "E", 7, 2, "MPa")
                        .judged(Verdict.withheld("no stiffness"))))).orElseThrow();
        assertEquals(2, m.size());
        assertArrayEquals(new double[] {0, 40}, m.y());
        assertArrayEquals(new double[] {50, 70}, m.values()[0]);
        assertArrayEquals(new double[] {5, 2}, m.uncertainties()[0]);
        assertArrayEquals(new double[] {5000, Double.NaN}, m.values()[1]);
        assertTrue(Double.isNaN(m.values()[2][1]));
        Table t = m.table("all");
        assertEquals("all, map", t.name());
        assertEquals(List.of("x", "y", "hardness", "u(hardness)", "elastic modulus", "u(elastic modulus)"),
                t.columns().stream().map(c -> c.name()).toList());
        assertEquals(5, t.column("u(hardness)").orElseThrow().get(0));
        assertEquals(50, t.column("u(elastic modulus)").orElseThrow().get(0), 1e-12);
        assertEquals(List.of("MPa", "MPa", "nm"), List.of(IndentMap.unit(0), IndentMap.unit(1), IndentMap.unit(2)));
    }

    @Test
    void onePlaceIsNoMap() {
        assertTrue(IndentMap.of(List.of(at(0, 0)), List.of(indent(50, 100))).isEmpty());
        assertTrue(IndentMap.of(List.of(at(3, 4), at(3, 4)), List.of(indent(50, 100), indent(50, 100))).isEmpty());
        Metadata half = Metadata.EMPTY.with(IndentTable.X, 9, "um");
        assertTrue(IndentMap.of(List.of(at(3, 4), half), List.of(indent(50, 100), indent(50, 100))).isEmpty());
        Metadata other = Metadata.EMPTY.with(IndentTable.Y, 9, "um");
        assertTrue(IndentMap.of(List.of(at(3, 4), other), List.of(indent(50, 100), indent(50, 100))).isEmpty());
        assertTrue(IndentMap.of(List.of(at(3, 4), at(5, 4)), List.of(indent(50, 100), indent(50, 100))).isPresent());
    }

    /** The larger contact of 1000 nm has 5.585 um: five of them are 27.925 um, and (16, 12) is 20 um away. */
    @Test
    void indentsWithinFiveDiametersOfTheLargerAreTooNear() {
        String text = IndentMap.of(List.of(at(5, 7), at(21, 19), at(500, 0)), List.of(indent(50, 400),
                indent(50, 1000), indent(50, 400))).orElseThrow().tooNear().orElseThrow().text();
        assertTrue(text.startsWith("Two indents are 3.6 diameters"), text);
        assertTrue(IndentMap.of(List.of(at(0, 0), at(27.8, 0)), List.of(indent(50, 400), indent(50, 1000)))
                .orElseThrow().tooNear().isPresent());
        assertTrue(IndentMap.of(List.of(at(0, 0), at(28, 0)), List.of(indent(50, 400), indent(50, 1000)))
                .orElseThrow().tooNear().isEmpty());
    }
}
