package org.interphase.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.interphase.model.Measurement;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final List<ReportSample> SAMPLES =
            List.of(new ReportSample("NCM", ""), new ReportSample("NCM@PVDF", ""));

    private static Comparison of(Measurement... values) {
        return new Comparison("r", "LiF fraction", true, Arrays.asList(values),
                Collections.nCopies(values.length, "a.analysis.yaml"));
    }

    @Test
    void aDifferenceCarriesBothUncertainties() {
        Comparison c = of(Measurement.of("x", "", 10, 3, "ohm"), Measurement.of("x", "", 20, 4, "ohm"));
        assertEquals(10, c.difference(1).value());
        assertEquals(5, c.difference(1).uncertainty());
        assertFalse(c.isSignificant(1), "exactly two standard uncertainties are not beyond them");
        assertNull(c.difference(0));
    }

    @Test
    void unitsAreConvertedBeforeSubtracting() {
        Comparison c = of(Measurement.of("x", "", 1, 0.1, "um"), Measurement.of("x", "", 1500, 10, "nm"));
        assertEquals(500, c.difference(1).value(), 1e-9);
        assertEquals(Math.hypot(100, 10), c.difference(1).uncertainty(), 1e-9);
        assertTrue(c.isSignificant(1));
    }

    @Test
    void whatWasNotDetectedIsSaidWithItsLimit() {
        Comparison c = of(Measurement.notDetected("x", "", 1.2, "%"), Measurement.of("x", "", 31.2, 0.8, "%"));
        assertEquals("LiF fraction: NCM@PVDF (31.20 \u00b1 0.80)\u00a0%; not detected in NCM, below 1.2\u00a0%.",
                c.statement(SAMPLES));
    }

    @Test
    void aSingleSampleIsNoComparison() {
        assertEquals("", of(Measurement.of("x", "", 1, 1, "%"), null).statement(SAMPLES));
    }
}
