package org.interphase.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static PartChoice choice(List<Integer> there, Integer... chosen) {
        return new PartChoice("cycles", "cycles", new TreeSet<>(there), new TreeSet<>(List.of(chosen)));
    }

    private static Optional<List<Integer>> moved(PartChoice c, int by) {
        return c.moved(by).map(List::copyOf);
    }

    @Test
    void everyChosenPartMovesToTheNextThatIsThere() {
        // cycle 6 is missing
        PartChoice c = choice(List.of(3, 4, 5, 7, 8), 3, 5);
        assertEquals(Optional.of(List.of(4, 7)), moved(c, 1));
        assertEquals(Optional.empty(), moved(c, -1));
        assertEquals(Optional.empty(), moved(choice(List.of(3, 4, 5), 4, 5), 1));
    }

    @Test
    void ofAllPartsTheFirstOrTheLastIsNext() {
        PartChoice all = choice(List.of(1, 2, 3), 1, 2, 3);
        assertEquals(Optional.of(List.of(1)), moved(all, 1));
        assertEquals(Optional.of(List.of(3)), moved(all, -1));
        assertEquals(Optional.empty(), moved(choice(List.of(1), 1), 1));
        assertEquals(Optional.empty(), moved(choice(List.of()), 1));
    }

    @Test
    void partsThatAreNotThereAreNotChosen() {
        assertThrows(IllegalArgumentException.class, () -> choice(List.of(1, 2), 3));
    }

    @Test
    void segmentsAreFoundByNameAndByTheirNumbers() {
        Segments s = new Segments("Pulse", "titration", "main", List.of(segment("pulse 1", "D, pulse 1"),
                segment("pulse 2", "D, pulse 2")));
        assertEquals(OptionalInt.of(1), s.named("pulse 2"));
        assertEquals(OptionalInt.of(0), s.giving("D, pulse 1"));
        assertTrue(s.giving("D").isEmpty() && s.named("").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new Segments.Segment("x", 2, 1, 0, 1, List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Segments.Segment("x", 1, 2, Double.NaN, 1, List.of()));
    }

    private static Segments.Segment segment(String name, String number) {
        return new Segments.Segment(name, 0, 1, 0, 1, List.of(Measurement.of(number, "", 1, 0, "1")));
    }
}
