package org.interphase.testkit.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** Each number is counted once, under what its verdict and its truth say. */
class VerdictTallyTest {

    private final VerdictTally tally = new VerdictTally("lengths");

    private static Measurement length(double value) {
        return Measurement.of("length", "l", value, 1, "m");
    }

    @Test
    void onlySoundNumbersAreHeldAgainstTheirUncertainty() {
        tally.number("a", length(12), 10);
        tally.number("a", length(7.5), 10);
        tally.number("a", length(13.5), 10);
        tally.number("a", length(90).judged(Verdict.doubtful("no reason")), 10);
        tally.number("a", Measurement.withheld("length", "l", "m", "broken"), 10);
        assertEquals(5, tally.family("a").numbers());
        assertEquals(3, tally.family("a").sound());
        assertEquals(1.0 / 3, tally.family("a").withinTwo(), 1e-12);
        assertEquals(1.0 / 3, tally.family("a").beyondThree(), 1e-12);
        assertEquals(0.4, tally.family("a").doubted(), 1e-12);
    }

    @Test
    void aNumberThatIsMissingOrThereTwiceIsNoNumber() {
        List<Measurement> all = List.of(length(10), Measurement.of("width", "w", 1, 1, "m"), Measurement.of("width",
                "w", 2, 1, "m"));
        tally.number("a", all, "length", 10);
        assertEquals(1, tally.all().sound());
        assertThrows(IllegalArgumentException.class, () -> tally.number("a", all, "height", 10));
        assertThrows(IllegalArgumentException.class, () -> tally.number("a", all, "width", 1));
        assertEquals(1, tally.all().numbers());
    }

    @Test
    void aNumberWithoutUncertaintyIsBeyondAll() {
        tally.number("a", Measurement.of("length", "l", 10.1, 0, "m"), 10);
        tally.number("a", Measurement.of("length", "l", 10.1, Double.NaN, "m"), 10);
        assertEquals(1, tally.all().beyondThree());
        assertEquals(0, tally.all().withinTwo());
    }

    @Test
    void aLimitIsHeldAgainstTheTruth() {
        tally.number("a", Measurement.notDetected("length", "l", 9, "m"), 10);
        tally.number("a", Measurement.notDetected("length", "l", 11, "m"), 10);
        assertEquals(0.5, tally.all().limitBelow(), 1e-12);
        assertEquals(0, tally.all().sound());
        tally.number("exact", Measurement.notDetected("length", "l", 10, "m"), 10);
        assertEquals(0, tally.family("exact").limitBelow(), 0);
    }

    @Test
    void somethingThereThatIsNotDetectedWithoutALimitIsWrong() {
        tally.number("a", Measurement.notDetected("length", "l", Double.NaN, "m"), 10);
        assertEquals(1, tally.all().limitBelow(), 0);
        tally.number("nothing", Measurement.notDetected("length", "l", Double.NaN, "m"), 0);
        assertEquals(0, tally.family("nothing").limitBelow(), 0);
    }

    @Test
    void whatIsNotThereIsCountedApart() {
        tally.absent("a", true);
        tally.absent("b", false);
        tally.absent("b", false);
        assertEquals(0, tally.family("b").falselyPresent());
        assertEquals(1.0 / 3, tally.all().falselyPresent(), 1e-12);
        assertEquals(0, tally.all().numbers());
    }

    @Test
    void theTableHasALineForEachFamily() {
        tally.number("straight", length(10), 10);
        tally.absent("bent", false);
        String table = tally.table();
        assertTrue(table.startsWith("lengths"), table);
        assertEquals(5, table.lines().count());
        assertTrue(table.lines().anyMatch(l -> l.startsWith("bent") && l.endsWith("falsely present 0.0% of 1")), table);
    }
}
