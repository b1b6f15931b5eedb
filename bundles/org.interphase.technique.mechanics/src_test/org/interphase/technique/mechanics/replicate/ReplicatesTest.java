package org.interphase.technique.mechanics.replicate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Remark;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
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
        assertEquals("strength, scatter between specimens", m.get(1).name());
    }

    /** Of four tests: scatter s/sqrt(6), and the widening of three degrees of freedom (3.182446). */
    @Test
    void eachNumberCountsItsOwnTests() {
        List<Measurement> m = Replicates.of(List.of(List.of(strength(1)), List.of(strength(2)), List.of(strength(4)),
                List.of(strength(5))), "specimens");
        double s = Math.sqrt((4 + 1 + 1 + 4) / 3.0);
        assertEquals(3, m.get(0).value(), 1e-12);
        assertEquals(Math.hypot(s / 2 * 3.182446 / 1.959964, 3), m.get(0).uncertainty(), 1e-5);
        assertEquals(s / Math.sqrt(6), m.get(1).uncertainty(), 1e-12);
    }

    @Test
    void aMeanWithADoubtfulMemberIsDoubtful() {
        List<Measurement> m = Replicates.of(List.of(List.of(strength(98)), List.of(strength(100).judged(
                Verdict.doubtful("it slipped")))), "specimens");
        assertFalse(m.get(0).verdict().isSound());
        assertEquals("1 of 2 specimens have a doubtful number", m.get(0).verdict().reason());
        List<Measurement> few = Replicates.of(List.of(List.of(strength(98)), List.of(strength(100).judged(
                Verdict.withheld("it slipped")))), "specimens");
        assertEquals(1, few.size());
        assertTrue(few.get(0).verdict().isWithheld());
    }

    @Test
    void aTestWithoutTheNumberMakesTheMeanDoubtful() {
        List<Measurement> m = Replicates.of(List.of(List.of(strength(98)), List.of(strength(102)), List.of()),
                "specimens");
        assertEquals(100, m.get(0).value(), 1e-12);
        assertEquals("1 of 3 specimens have no number", m.get(0).verdict().reason());
    }

    @Test
    void warningsNameTheirTestAndInformationIsLeftOut() {
        Outcome o = Outcome.builder(new Table(DatasetHeader.of("bar", "table", Metadata.EMPTY), List.of(
                Column.of("x", "um", new double[] {1})))).remark(Remark.info("read"))
                .remark(Remark.warning("slipped").coded("slip")).build();
        List<Remark> all = Replicates.warnings("bar 2", o);
        assertEquals(1, all.size());
        assertEquals("bar 2: slipped", all.get(0).text());
        assertEquals("slip", all.get(0).code());
        assertEquals(Remark.Level.WARNING, all.get(0).level());
    }
}
