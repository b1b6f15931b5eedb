package org.interphase.technique.battery.titration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

class StateCurveTest {

    private static StateCurve curve(double[] state, double[] value, double u) {
        double[] us = new double[state.length];
        java.util.Arrays.fill(us, u);
        return new StateCurve(state, value, us, Collections.nCopies(state.length, Verdict.SOUND));
    }

    @Test
    void betweenTwoPointsItIsTheWeightedMeanWithBothUncertainties() {
        StateCurve.Reading r = curve(new double[] {0, 1, 2}, new double[] {10, 20, 30}, 3).at(0.25, 0).orElseThrow();
        // 0.75 x 10 + 0.25 x 20; sqrt((0.75 x 3)^2 + (0.25 x 3)^2); a straight line bends nowhere
        assertEquals(12.5, r.value(), 1e-12);
        assertEquals(3 * Math.sqrt(0.5625 + 0.0625), r.uncertainty(), 1e-12);
        assertTrue(r.verdict().isSound());
    }

    @Test
    void whatTheStraightLineMissesOfAParabolaIsInTheUncertainty() {
        // x^2 at 0, 1, 2, 3: second divided difference 1, so the line misses (x - 1)(2 - x) = 1/4 in the middle
        StateCurve.Reading r = curve(new double[] {0, 1, 2, 3}, new double[] {0, 1, 4, 9}, 0).at(1.5, 0)
                .orElseThrow();
        assertEquals(2.5, r.value(), 1e-12);
        assertEquals(0.25 / Math.sqrt(3), r.uncertainty(), 1e-12);
    }

    @Test
    void anUncertainStateMovesTheValueAlongTheSlope() {
        StateCurve c = curve(new double[] {0, 1, 2}, new double[] {0, 4, 8}, 0);
        assertEquals(4 * 0.1, c.at(0.5, 0.1).orElseThrow().uncertainty(), 1e-12);
        assertEquals(4 * 0.1, c.at(1, 0.1).orElseThrow().uncertainty(), 1e-12);
    }

    @Test
    void nothingIsReadBeyondTheEnds() {
        StateCurve c = curve(new double[] {1, 2}, new double[] {5, 6}, 1);
        assertTrue(c.at(0.999, 0).isEmpty());
        assertTrue(c.at(2.001, 0).isEmpty());
        assertEquals(6, c.at(2, 0).orElseThrow().value());
        assertEquals(1, c.first());
        assertEquals(2, c.last());
    }

    @Test
    void twoPointsAloneDoNotTellABend() {
        StateCurve c = curve(new double[] {1, 2}, new double[] {5, 6}, 1);
        assertTrue(c.at(1.5, 0).orElseThrow().verdict().reason().contains("two points alone"));
        assertTrue(c.at(1, 0).orElseThrow().verdict().isSound());
    }

    @Test
    void aWithheldPulseIsPassedOverAndSaid() {
        StateCurve c = new StateCurve(new double[] {0, 1, 2, 3}, new double[] {0, 100, 2, 3}, new double[4],
                List.of(Verdict.SOUND, Verdict.withheld("open"), Verdict.SOUND, Verdict.doubtful("noisy")));
        StateCurve.Reading r = c.at(1, 0).orElseThrow();
        assertEquals(1, r.value(), 1e-12);
        assertTrue(r.verdict().reason().contains("withheld"));
        assertEquals("noisy", c.at(2.5, 0).orElseThrow().verdict().reason());
    }

    @Test
    void statesMustRise() {
        assertThrows(IllegalArgumentException.class, () -> curve(new double[] {1, 1}, new double[] {5, 6}, 1));
    }

    @Test
    void theWorseOfBothSidesTellsTheBend() {
        // slopes 1, 3, 0: second divided differences 1 and -1.5, on either side
        for (double[] v : new double[][] {{0, 1, 4, 4}, {-4, -4, -1, 0}}) {
            assertEquals(1.5 * 0.25 / Math.sqrt(3), curve(new double[] {0, 1, 2, 3}, v, 0).at(1.5, 0).orElseThrow()
                    .uncertainty(), 1e-12);
        }
        // uneven steps: slopes 1 and 2 over 1 and 3, so 1/4; a third of the way and two thirds: 1 x 2
        assertEquals(0.25 * 2 / Math.sqrt(3), curve(new double[] {0, 1, 4}, new double[] {0, 1, 7}, 0).at(2, 0)
                .orElseThrow().uncertainty(), 1e-12);
    }
}
