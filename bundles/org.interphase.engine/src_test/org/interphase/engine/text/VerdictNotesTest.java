package org.interphase.engine.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

/** A reason is told once, with all it is about. */
class VerdictNotesTest {

    private final VerdictNotes notes = new VerdictNotes();

    @Test
    void aReasonIsToldOnceWithAllItIsAbout() {
        notes.add("R_ct", Verdict.withheld("the arc is not in the data"));
        notes.add("R_s", Verdict.SOUND);
        notes.add("area", Verdict.doubtful("the residuals hang together"));
        notes.add("width", Verdict.doubtful("the residuals hang together"));
        notes.add("area", Verdict.doubtful("the residuals hang together"));
        assertEquals(List.of("Doubtful (?): area, width: the residuals hang together.",
                "Withheld: R_ct: the arc is not in the data."), notes.sentences());
    }

    @Test
    void ofManyNamesTheFirstAreTold() {
        for (int i = 1; i <= 14; i++) {
            notes.add("x" + i, Verdict.doubtful("no reason"));
        }
        assertEquals("Doubtful (?): x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, x12 and 2 more: no reason.",
                notes.sentences().get(0));
    }

    @Test
    void soundNumbersNeedNone() {
        notes.add("R_s", Verdict.SOUND);
        assertEquals(List.of(), notes.sentences());
    }
}
