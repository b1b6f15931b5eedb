package org.interphase.ui.recipe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A step that is dragged lands where the line is. */
class StepPlacesTest {

    private static final List<StepPlaces.Extent> THREE = List.of(new StepPlaces.Extent(0, 100), new StepPlaces.Extent(
            110, 130), new StepPlaces.Extent(140, 160));

    @Test
    void theGapIsWhereThePointerIs() {
        assertEquals(0, StepPlaces.gap(THREE, -20));
        assertEquals(0, StepPlaces.gap(THREE, 40));
        assertEquals(1, StepPlaces.gap(THREE, 60));
        assertEquals(1, StepPlaces.gap(THREE, 115));
        assertEquals(2, StepPlaces.gap(THREE, 135));
        assertEquals(3, StepPlaces.gap(THREE, 500));
    }

    @Test
    void theGapsBesideAStepLeaveItWhereItIs() {
        assertEquals(0, StepPlaces.moves(1, 1));
        assertEquals(0, StepPlaces.moves(1, 2));
        assertEquals(1, StepPlaces.moves(1, 3));
        assertEquals(-1, StepPlaces.moves(1, 0));
        assertEquals(2, StepPlaces.moves(0, 3));
        assertEquals(-2, StepPlaces.moves(2, 0));
    }

    @Test
    void theLineIsAtTheGap() {
        assertEquals(0, StepPlaces.line(THREE, 0));
        assertEquals(140, StepPlaces.line(THREE, 2));
        assertEquals(160, StepPlaces.line(THREE, 3));
    }
}
