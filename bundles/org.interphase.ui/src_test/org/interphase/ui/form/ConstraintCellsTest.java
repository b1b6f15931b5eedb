package org.interphase.ui.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.interphase.api.parameters.Constrained;
import org.interphase.ui.form.ConstraintCells.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells and text form of a fit parameter say the same. */
class ConstraintCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"auto", "auto [684, 686]", "685.5", "685.5 [684, 686]", "685.5 [684, ]", "685.5 [, 686]",
        "fixed 1.6", "= CF2", "= CF2 - 3.1", "= CF2 + 3.1", "= CF2 * 0.5", "= CF2.fwhm * 2 - 1", "-1e-9 [-1e-3, 0]"})
    void cellsGiveTheTextTheyCameFrom(String text) {
        ConstraintCells cells = ConstraintCells.of(text).orElseThrow();
        assertEquals("", cells.problem());
        assertEquals(Constrained.parse(text), Constrained.parse(cells.text()));
    }

    @Test
    void eachPartHasItsCell() {
        assertEquals(new ConstraintCells(Kind.FREE, "685", "684", ""),
                ConstraintCells.of("685.0 [684,]").orElseThrow());
        assertEquals(new ConstraintCells(Kind.TIED, "CF2", "0.5", "-3.1"),
                ConstraintCells.of("= CF2 * 0.5 - 3.1").orElseThrow());
        assertTrue(ConstraintCells.of("about 685").isEmpty());
    }

    @Test
    void theCellThatCannotBeUsedIsNamed() {
        assertEquals(1, new ConstraintCells(Kind.FREE, "685", "six", "").faulty());
        assertEquals("From: 'six' is no number; leave it empty for none",
                new ConstraintCells(Kind.FREE, "685", "six", "").problem());
        assertEquals(0, new ConstraintCells(Kind.FIXED, "", "", "").faulty());
        assertEquals(0, new ConstraintCells(Kind.TIED, "", "", "").faulty());
        assertEquals(0, new ConstraintCells(Kind.TIED, "685", "", "").faulty());
        assertEquals(-1, new ConstraintCells(Kind.FREE, "", "", "").faulty());
    }

    @Test
    void aWholeTextCanBeWrittenIntoTheFirstCell() {
        assertEquals("= CF2 - 3.1", new ConstraintCells(Kind.FREE, "= CF2 - 3.1", "684", "686").text());
        assertEquals("685 [684, 686]", new ConstraintCells(Kind.FIXED, "685 [684, 686]", "", "").text());
        assertEquals("", new ConstraintCells(Kind.FREE, "fixed 3", "", "").problem());
    }

    @Test
    void theSwitchTakesWhatIsKnown() {
        ConstraintCells auto = ConstraintCells.of("auto").orElseThrow();
        assertEquals("fixed 685.02", auto.switched(Kind.FIXED, "685.02", "CF2").text());
        assertEquals("= CF2", auto.switched(Kind.TIED, "685.02", "CF2").text());
        assertEquals("1.6", ConstraintCells.of("fixed 1.6").orElseThrow().switched(Kind.FREE, "1.7", "CF2").text());
        assertEquals("685.02", ConstraintCells.of("= CF2").orElseThrow().switched(Kind.FREE, "685.02", "").text());
        assertEquals("fixed 3", ConstraintCells.of("3 [2, 4]").orElseThrow().switched(Kind.FIXED, "", "").text());
    }
}
