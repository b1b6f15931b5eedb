package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.Outcome;
import org.interphase.model.Measurement;
import org.interphase.technique.battery.segmentation.RecordedTables;
import org.interphase.testkit.battery.CellModel;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.SyntheticCycler;
import org.interphase.testkit.battery.SyntheticCycler.Half;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.junit.jupiter.api.Test;

class DropsTest {

    private static SyntheticCycler cycled(Logging logging, int cycles) {
        return cycled(new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.4), logging, cycles);
    }

    private static SyntheticCycler cycled(CellModel cell, Logging logging, int cycles) {
        SyntheticCycler c = new SyntheticCycler(cell, logging);
        c.rest(600);
        for (int n = 0; n < cycles; n++) {
            c.pulse(3e-3, 1000, logging.interval()).endHalf().rest(1800);
            c.pulse(-3e-3, 980, logging.interval()).endHalf().rest(1800).nextCycle();
        }
        return c;
    }

    private static Measurement drop(Outcome o, String delay, int half) {
        return Runs.of(o, "IR drop (" + delay + ") at " + (half % 2 == 0 ? "charge" : "discharge") + " of cycle "
                + (half / 2 + 1));
    }

    @Test
    void dropsAreTrueToHalfAMillivoltAtEveryDelay() throws Exception {
        SyntheticCycler c = cycled(Logging.every(1).noisy(1e-4, 1e-4, 7), 3);
        List<Half> truth = c.truth();
        String[] delays = {"one-second", "ten-seconds", "extrapolated"};
        String[] words = {"1 s", "10 s", "extrapolated by sqrt(t)"};
        for (int k = 0; k < 3; k++) {
            Outcome o = Runs.run(new IrDrop(), c.table(), "delay", delays[k]);
            for (int h = 0; h < 6; h++) {
                Half t = truth.get(h);
                double expected = 1000 * (k == 0 ? t.afterSecond() : k == 1 ? t.afterTen() : t.ohmic());
                Measurement m = drop(o, words[k], h);
                assertEquals(expected, m.value(), 0.5, words[k] + " of half cycle " + h);
                assertEquals(expected, m.value(), 3 * m.uncertainty(), words[k] + " of half cycle " + h);
                assertTrue(m.uncertainty() < 0.6, words[k] + ": " + m.uncertainty());
            }
        }
    }

    @Test
    void atTheSteepEndOfTheVoltageAnExtrapolatedDropIsCoveredOrDoubted() throws Exception {
        SyntheticCycler c = cycled(CyclingTruth.cell(0), Logging.every(1).noisy(1e-4, 1e-4, 7), 2);
        Measurement m = drop(Runs.run(new IrDrop(), c.table()), "extrapolated by sqrt(t)", 0);
        assertTrue(!m.verdict().isSound() || Math.abs(m.value() - 1000 * c.truth().get(0).ohmic())
                < 3 * m.uncertainty(), m.pretty());
    }

    @Test
    void theFirstSampleIsWhatItSays() throws Exception {
        SyntheticCycler c = cycled(Logging.every(1), 2);
        Outcome o = Runs.run(new IrDrop(), c.table(), "delay", "first-sample");
        // a row a thousandth of a second after the current is turned on
        double truth = 3 * c.cell().resistance(1e-3);
        assertEquals(truth, drop(o, "first sample", 0).value(), 0.1);
        assertTrue(o.remarks().stream().anyMatch(r -> r.code().equals("drop-delay")));
    }

    @Test
    void withoutARowAtTheTurnTheSamplingIntervalIsInTheUncertainty() throws Exception {
        SyntheticCycler c = cycled(Logging.every(5).withoutEdges(), 3);
        Outcome o = Runs.run(new IrDrop(), c.table());
        for (int h = 1; h < 6; h++) {
            Measurement m = drop(o, "extrapolated by sqrt(t)", h);
            double off = Math.abs(m.value() - 1000 * c.truth().get(h).ohmic());
            assertTrue(off < 3 * m.uncertainty() || !m.verdict().isSound(), off + " mV, " + m.pretty());
            assertTrue(m.verdict().isWithheld() || m.uncertainty() > 0.3, m.pretty());
        }
    }

    @Test
    void aDelayBeforeTheFirstRowIsWithheld() throws Exception {
        Outcome o = Runs.run(new IrDrop(), cycled(Logging.every(30).withoutEdges(), 2).table(), "delay", "one-second");
        Measurement m = drop(o, "1 s", 1);
        assertTrue(m.verdict().isWithheld());
        assertTrue(m.verdict().reason().contains("later than"), m.verdict().reason());
    }

    @Test
    void theFirstPulseOfTheRecordedCellHasItsResistance() throws Exception {
        Outcome o = Runs.run(new PulseResistance(), RecordedTables.pulses());
        assertEquals(16.846, Runs.of(o, "resistance of pulse 1 (first sample)").value(), 2e-3);
        assertEquals((4.026181 - 3.942402) / 3.19988e-3, Runs.of(o, "resistance of pulse 1 (end of pulse)").value(),
                2e-3);
        assertEquals(18, Runs.names(o).stream().filter(n -> n.endsWith("(first sample)")).count());
    }

    @Test
    void pulsesOfAModelHaveItsResistance() throws Exception {
        SyntheticCycler c = new SyntheticCycler(new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.9), Logging.every(10));
        for (int k = 0; k < 5; k++) {
            c.rest(1800).pulse(-9e-3, 10, 0.1).rest(1800).pulse(-3e-3, 400, 10);
        }
        Outcome o = Runs.run(new PulseResistance(), c.rest(100).table());
        Measurement first = Runs.of(o, "resistance of pulse 1 (first sample)");
        assertEquals(c.cell().resistance(1e-3), first.value(), 0.02);
        assertEquals(5, Runs.names(o).stream().filter(n -> n.endsWith("(end of pulse)")).count());
    }
}
