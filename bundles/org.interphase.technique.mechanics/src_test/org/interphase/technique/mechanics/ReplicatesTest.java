package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.model.Measurement;
import org.interphase.model.Verdict;
import org.interphase.technique.mechanics.replicate.Replicates;
import org.junit.jupiter.api.Test;

/** Means over specimens. */
class ReplicatesTest {

    private static Measurement strength(double v) {
        return Measurement.of("strength", "R", v, 3, "MPa");
    }

    @Test
    void theMeanHoldsScatterAndWhatIsCommon() {
        List<Measurement> m = Replicates.of(List.of(List.of(strength(98)), List.of(strength(100)),
                List.of(strength(102))), "specimens");
        assertEquals(100, m.get(0).value(), 1e-12);
        // Student's 95 % at two degrees of freedom is 4.3027, of the normal distribution 1.9600
        assertEquals(Math.hypot(2 / Math.sqrt(3) * 4.302653 / 1.959964, 3), m.get(0).uncertainty(), 1e-5);
        assertEquals(2, m.get(1).value(), 1e-12);
        assertEquals(1, m.get(1).uncertainty(), 1e-12);
        assertTrue(m.get(0).verdict().isSound());
    }

    @Test
    void aMeanWithADoubtfulMemberIsDoubtful() {
        List<Measurement> m = Replicates.of(List.of(List.of(strength(98)), List.of(strength(100).judged(
                Verdict.doubtful("it slipped")))), "specimens");
        assertFalse(m.get(0).verdict().isSound());
        List<Measurement> few = Replicates.of(List.of(List.of(strength(98)), List.of(strength(100).judged(
                Verdict.withheld("it slipped")))), "specimens");
        assertTrue(few.get(0).verdict().isWithheld());
    }
}
