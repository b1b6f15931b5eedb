package org.interphase.technique.battery.cycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.interphase.api.AnalysisException;
import org.junit.jupiter.api.Test;

class CycleChoiceTest {

    /** A record that begins with cycle 3 and lacks cycle 6. */
    private static final SortedSet<Integer> THERE = new TreeSet<>(List.of(3, 4, 5, 7, 8));

    private static List<Integer> of(String text) throws AnalysisException {
        return List.copyOf(CycleChoice.of(text, THERE));
    }

    @Test
    void numbersRangesAndTheLastAreNamed() throws Exception {
        assertEquals(List.of(3, 4, 5, 7, 8), of("all"));
        assertEquals(List.of(3, 4, 5, 7, 8), of(" "));
        assertEquals(List.of(4), of("4"));
        assertEquals(List.of(3, 5, 7, 8), of("3, 5 - 7, LAST"));
        assertEquals(List.of(5, 7, 8), of("5-last"));
    }

    @Test
    void everySoManyOfARangeAreCountedFromItsBeginning() throws Exception {
        assertEquals(List.of(3, 5, 7), of("3-8:2"));
        assertEquals(List.of(4, 7, 8), of("4-last:3, 8"));
        for (String text : List.of("3-8:0", "3-8:", "3:2", "3-8:2:2", "3-8:x")) {
            assertTrue(assertThrows(AnalysisException.class, () -> of(text), text).getMessage().contains("names no"));
        }
    }

    @Test
    void whatIsNotThereIsRefusedAndNotCut() {
        for (String text : List.of("2", "6", "9", "7-12", "1-4", "5-4", "3-4-5", "3, 9")) {
            AnalysisException e = assertThrows(AnalysisException.class, () -> of(text), text);
            assertTrue(e.getMessage().contains("3 to 8"), e.getMessage());
        }
        for (String text : List.of("first", "3,", "3 4", "-4", "1e3", "99999999999")) {
            assertTrue(assertThrows(AnalysisException.class, () -> of(text), text).getMessage().contains("names no"));
        }
    }
}
