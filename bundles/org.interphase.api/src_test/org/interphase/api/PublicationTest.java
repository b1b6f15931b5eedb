package org.interphase.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationTest {

    private static Publication.Part article() {
        return Publication.article("A. Author, B. Other", "On lines");
    }

    @Test
    void whatWasNotHeldAgainstAnotherSourceSaysSo() {
        Publication p = article().in("J. Lines", 1999, "3", "10-12").doi("10.1000/lines.1");
        assertEquals("A. Author, B. Other, On lines, J. Lines 3 (1999) 10-12, doi:10.1000/lines.1"
                + " [details not checked]", p.text());
        assertEquals("A. Author, B. Other, On lines, J. Lines 3 (1999) 10-12, doi:10.1000/lines.1", p.seen().text());
        assertEquals("ISO 1:2022, Temperature, ISO, Geneva",
                Publication.standard("ISO, Geneva", "ISO 1", 2022, "Temperature").text());
    }

    @Test
    void aPublicationWithoutItsPartsIsRefused() {
        Publication.Part part = article();
        assertThrows(IllegalArgumentException.class, () -> part.in("", 1999, "3", "10"));
        assertThrows(IllegalArgumentException.class, () -> part.in("J. Lines", 99, "3", "10"));
        assertThrows(IllegalArgumentException.class, () -> part.in("J. Lines", 1999, "3", ""));
        Publication whole = part.in("J. Lines", 1999, "3", "10");
        assertThrows(IllegalArgumentException.class, () -> whole.doi("doi.org/10.1000/1"));
    }

    @Test
    void anOperationCitesWhatItsParametersChoose() {
        Citation first = article().in("J. Lines", 1999, "3", "10").cited("Author 1999");
        Citation second = article().in("J. Lines", 2001, "5", "1").cited("Author 2001");
        OperationInfo<?, ?> info = OperationInfo.of("lines.find", 1, "Find lines", "Finds lines.",
                org.interphase.model.Curve.class, None.class, first, second);
        assertEquals(List.of(second), info.cited("Author 2001"));
        assertEquals(List.of(), info.cited(""));
    }

    private record None() {
    }
}
