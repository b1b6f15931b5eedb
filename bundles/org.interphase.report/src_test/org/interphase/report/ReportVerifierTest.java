package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

class ReportVerifierTest {

    private static final Measurement AREA = Measurement.of("area", "A", 100, 4, "eV");

    private static List<String> moved(Measurement before, Measurement after) {
        return ReportVerifier.compare(List.of(before), List.of(after));
    }

    @Test
    void aNumberThatStaysIsNotNamed() {
        assertEquals(List.of(), moved(AREA, AREA));
        assertEquals(List.of(), moved(AREA, Measurement.of("area", "A", 100 * (1 + 1e-13), 4, "eV")));
    }

    @Test
    void aChangedValueIsNamedBesideAChangedVerdict() {
        List<String> out = moved(AREA, Measurement.of("area", "A", 90, 4, "eV").judged(Verdict.doubtful("why")));
        assertEquals(2, out.size(), out.toString());
        assertEquals("area was sound, now it is doubtful (why)", out.get(0));
        assertTrue(out.get(1).contains("100.0 to 90.0"), out.get(1));
    }

    @Test
    void anotherUncertaintyLimitReasonOrUnitIsNamed() {
        assertEquals(1, moved(AREA, Measurement.of("area", "A", 100, 5, "eV")).size());
        assertEquals(1, moved(Measurement.notDetected("a", "", 3, "%"), Measurement.notDetected("a", "", 4, "%"))
                .size());
        assertEquals(1, moved(AREA.judged(Verdict.doubtful("a")), AREA.judged(Verdict.doubtful("b"))).size());
        assertEquals(1, moved(AREA, Measurement.of("area", "A", 100, 4, "keV")).size());
        assertEquals(1, ReportVerifier.compare(List.of(AREA), List.of()).size());
    }
}
