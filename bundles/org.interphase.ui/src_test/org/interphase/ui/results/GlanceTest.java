package org.interphase.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.Remark;
import org.junit.jupiter.api.Test;

/** What is left out of the short form of a result is said. */
class GlanceTest {

    private static Measurement number(String name) {
        return Measurement.of(name, "", 1, 0.1, "eV");
    }

    @Test
    void theShortFormHasTheFirstNumbersAndNoNotes() {
        Remark warning = Remark.warning("look");
        Remark note = Remark.info("known");
        Glance g = new Glance(List.of(number("a"), number("b"), number("c")), 1, List.of(warning, note), 1);
        assertEquals(List.of(number("a")), g.numbers(false));
        assertEquals(3, g.numbers(true).size());
        assertEquals(List.of(warning), g.remarks(false));
        assertEquals(List.of(warning, note), g.remarks(true));
        assertEquals("2 more numbers, 1 note", g.more());
        assertEquals("", new Glance(List.of(number("a")), 1, List.of(warning), 0).more());
        assertEquals("1 more number", new Glance(List.of(number("a"), number("b")), 1, List.of(), 0).more());
    }
}
