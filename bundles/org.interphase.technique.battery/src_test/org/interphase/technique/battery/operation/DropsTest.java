package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.electro.record.RecordColumns;
import org.interphase.model.Column;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.technique.battery.segmentation.RecordedTables;
import org.interphase.technique.battery.segmentation.Rows;
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
    void theGrowthOfTheResistanceIsFoundWithTheAccuracyOfTheCurrentInIt() throws Exception {
        CellModel cell = new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.4);
        SyntheticCycler c = new SyntheticCycler(cell, Logging.every(1).noisy(1e-4, 1e-4, 7)).rest(600);
        for (int n = 0; n < 6; n++) {
            c.pulse(3e-3, 1000, 1).endHalf().rest(1800);
            c.pulse(-3e-3, 980, 1).endHalf().rest(1800).nextCycle();
            cell.heat((8 + 0.5 * (n + 1)) / (8 + 0.5 * n));
        }
        Measurement exact = Runs.of(Runs.run(new IrDrop(), c.table(), "record.accuracy", 0.0),
                "growth of the resistance at discharge per cycle");
        assertEquals(0.5, exact.value(), 2 * exact.uncertainty());
        assertTrue(exact.uncertainty() < 0.05, exact.pretty());
        Measurement gain = Runs.of(Runs.run(new IrDrop(), c.table(), "record.accuracy", 20.0),
                "growth of the resistance at discharge per cycle");
        assertEquals(Math.hypot(exact.uncertainty(), 0.2 * exact.value()), gain.uncertainty(), 1e-9);
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

    private static SyntheticCycler pulsed(Logging logging) {
        SyntheticCycler c = new SyntheticCycler(new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.9), logging);
        for (int k = 0; k < 5; k++) {
            c.rest(1800).pulse(-9e-3, 10, 0.1).rest(1800).pulse(-3e-3, 400, 10);
        }
        return c.rest(100);
    }

    @Test
    void pulsesOfAModelHaveItsResistance() throws Exception {
        SyntheticCycler c = pulsed(Logging.every(10));
        Outcome o = Runs.run(new PulseResistance(), c.table());
        Measurement first = Runs.of(o, "resistance of pulse 1 (first sample)");
        assertEquals(c.cell().resistance(1e-3), first.value(), 0.02);
        assertEquals(5, Runs.names(o).stream().filter(n -> n.endsWith("(end of pulse)")).count());
    }

    @Test
    void resistancesHoldTheAccuracyOfTheCurrent() throws Exception {
        SyntheticCycler c = cycled(Logging.every(1).noisy(1e-4, 1e-4, 7), 2);
        for (double percent : new double[] {0, 2}) {
            Outcome o = Runs.run(new IrDrop(), c.table(), "record.accuracy", percent + "");
            Measurement drop = drop(o, "extrapolated by sqrt(t)", 1);
            Measurement r = Runs.of(o, "resistance (extrapolated by sqrt(t)) at discharge of cycle 1");
            assertEquals(drop.value() / 3, r.value(), 1e-4 * r.value());
            assertEquals(Math.hypot(drop.uncertainty() / 3, percent / 100 * r.value()), r.uncertainty(), 1e-4);
        }
        Outcome usual = Runs.run(new IrDrop(), c.table());
        assertTrue(usual.remarks().stream().anyMatch(r -> r.code().equals("no-accuracy")));
    }

    @Test
    void resistancesOfPulsesHoldNoiseAndAccuracy() throws Exception {
        SyntheticCycler c = pulsed(Logging.every(10).noisy(2e-4, 1e-4, 3));
        Outcome o = Runs.run(new PulseResistance(), c.table());
        Outcome truth = Runs.run(new PulseResistance(), pulsed(Logging.every(10)).table());
        for (int k = 1; k <= 5; k++) {
            Measurement r = Runs.of(o, "resistance of pulse " + k + " (first sample)");
            assertEquals(c.cell().resistance(1e-3), r.value(), 3 * r.uncertainty());
            assertTrue(r.uncertainty() < 0.15, r.pretty());
            Measurement end = Runs.of(o, "resistance of pulse " + k + " (end of pulse)");
            assertEquals(Runs.of(truth, end.name()).value(), end.value(), 3 * end.uncertainty());
            // 0.2 mV over 9 mA, of the row and of the line through the rest, and the accuracy of the current
            assertEquals(0.033, end.uncertainty(), 0.01);
        }
    }

    private static Rows restedPulses(double seconds) {
        Rows rows = new Rows().rest(31, 60, 4);
        for (int k = 0; k < 4; k++) {
            rows.constant(61, seconds / 60, -0.1, 3.95, 3.9 - 1e-4 * seconds).rest(31, 60, 4)
                    .constant(61, 120, -1, 3.8, 3.7).rest(31, 60, 4);
        }
        return rows;
    }

    @Test
    void theEndOfAPulseIsItsLastRowHoweverLongItIs() throws Exception {
        for (double seconds : new double[] {60, 900}) {
            Outcome o = Runs.run(new PulseResistance(), restedPulses(seconds).table(), "longest", "1000");
            Measurement r = Runs.of(o, "resistance of pulse 1 (end of pulse)");
            assertEquals((4 - (3.9 - 1e-4 * seconds)) / 0.1, r.value(), 1e-6 * r.value(), seconds + " s");
        }
    }

    @Test
    void theEndOfAPulseIsNoRowAtWhichItsCurrentIsTurnedOff() throws Exception {
        Rows rows = restedPulses(60);
        double[] end = rows.rows.get(91);
        assertEquals(-0.1, end[2]);
        end[2] = -0.06;
        end[1] = 3.97;
        Measurement r = Runs.of(Runs.run(new PulseResistance(), rows.table()), "resistance of pulse 1 (end of pulse)");
        assertEquals((4 - 3.894) / 0.1, r.value(), 0.02);
    }

    private static Rows charged(double first) {
        // the voltage begins at the first value and rises
        return new Rows().rest(11, 60, 3.5).constant(61, 60, 1, first, first + 0.5).rest(11, 60, 3.9)
                .constant(61, 60, -1, 3.8, 3.3).rest(11, 60, 3.5);
    }

    @Test
    void aVoltageThatMovesAgainstTheCurrentIsNoDrop() throws Exception {
        Measurement m = Runs.of(Runs.run(new IrDrop(), charged(3.4).table(), "delay", "first-sample"),
                "IR drop (first sample) at charge of cycle 1");
        assertTrue(m.verdict().isWithheld());
        assertTrue(m.verdict().reason().contains("against the current, by 100"), m.verdict().reason());
    }

    @Test
    void aDropWithinItsUncertaintyIsDoubtful() throws Exception {
        for (double drop : new double[] {-1e-4, 1e-4}) {
            Measurement m = Runs.of(Runs.run(new IrDrop(), charged(3.5 + drop).table(), "delay", "first-sample"),
                    "IR drop (first sample) at charge of cycle 1");
            assertEquals(1000 * drop, m.value(), 1e-6);
            assertTrue(!m.verdict().isSound() && !m.verdict().isWithheld(), m.pretty());
        }
        assertTrue(Runs.of(Runs.run(new IrDrop(), charged(3.55).table(), "delay", "first-sample"),
                "IR drop (first sample) at charge of cycle 1").verdict().isSound());
    }

    @Test
    void constantPowerHasNoOneCurrentToDivideBy() throws Exception {
        Rows rows = new Rows().rest(11, 10, 4).step(500, 10, f -> -4 / (4.1 - f * f), f -> 4.1 - f * f)
                .rest(20, 60, 3.3);
        AnalysisException e = assertThrows(AnalysisException.class, () -> Runs.run(new IrDrop(), rows.table()));
        assertTrue(e.getMessage().contains("constant current"), e.getMessage());
    }

    /** A current turned on a time before its first row, times written to a last decimal. */
    private static Table turned(double since, double decimal) {
        Rows rows = new Rows().rest(31, 60, 4);
        rows.step(120, 1, f -> -1, f -> 3.9 - 0.05 * Math.sqrt(since + 119 * f)).rest(31, 60, 4);
        double[] step = new double[rows.rows.size()];
        double at = rows.rows.get(31)[0];
        for (int i = 31; i < rows.rows.size(); i++) {
            rows.rows.get(i)[0] += 1.007;
            step[i] = Math.rint((rows.rows.get(i)[0] - at - 1.007 + since) / decimal) * decimal;
        }
        rows.rows.forEach(r -> r[0] = Math.rint(r[0] / decimal) * decimal);
        List<Column> columns = new ArrayList<>(rows.table().columns());
        columns.add(Column.of(RecordColumns.STEP_TIME, "s", step));
        return new Table(rows.table().header(), columns);
    }

    @Test
    void aTimeOfTheStepInWholeSecondsTellsNoMoreThanThat() throws Exception {
        // after a second the voltage moves by 25 mV in a second
        for (double since : new double[] {0, 0.2, 0.45}) {
            Measurement m = Runs.of(Runs.run(new IrDrop(), turned(since, 1), "delay", "one-second"),
                    "IR drop (1 s) at discharge of cycle 1");
            assertEquals(150, m.value(), 2 * m.uncertainty(), since + " s: " + m.pretty());
            // 10 mV by the rounding of both times; in the second before the voltage moves twice as fast
            assertTrue(m.uncertainty() > 9 && m.uncertainty() < 22, m.pretty());
        }
        Measurement exact = Runs.of(Runs.run(new IrDrop(), turned(0.45, 1e-3), "delay", "one-second"),
                "IR drop (1 s) at discharge of cycle 1");
        assertEquals(150, exact.value(), 1);
        assertTrue(exact.uncertainty() < 1, exact.pretty());
    }

    @Test
    void aJointOfUnknownLengthBeforeTheCurrentIsDoubted() throws Exception {
        Rows rows = charged(3.55);
        double at = rows.rows.get(11)[0];
        rows.rows.subList(11, rows.rows.size()).forEach(r -> r[0] -= at);
        Measurement m = Runs.of(Runs.run(new IrDrop(), rows.table(), "delay", "first-sample"),
                "IR drop (first sample) at charge of cycle 1");
        assertTrue(m.verdict().reason().contains("joint of unknown length"), m.pretty());
        assertEquals(50, m.value(), 1e-6);
    }

    private static Outcome grown(double[] resistance, double[] current) throws AnalysisException {
        CellModel cell = new CellModel(3e-3, 8, 6, 12, 400, 0, 1, 0.4);
        SyntheticCycler c = new SyntheticCycler(cell, Logging.every(1).noisy(1e-5, 1e-5, 7)).rest(600);
        for (int n = 0; n < resistance.length; n++) {
            c.pulse(current[n], 1000, 1).endHalf().rest(1800);
            c.pulse(-current[n], 980, 1).endHalf().rest(1800).nextCycle();
            cell.heat(n + 1 < resistance.length ? resistance[n + 1] / resistance[n] : 1);
        }
        return Runs.run(new IrDrop(), c.table());
    }

    @Test
    void aGrowthIsOfOneCurrentAndOfALine() throws Exception {
        String name = "growth of the resistance at discharge per cycle";
        double[] same = new double[8];
        java.util.Arrays.fill(same, 3e-3);
        double[] straight = new double[8];
        double[] bent = new double[8];
        for (int k = 0; k < 8; k++) {
            straight[k] = 8 + 0.5 * k;
            bent[k] = 8 + 0.3 * k * k;
        }
        Measurement line = Runs.of(grown(straight, same), name);
        assertTrue(line.verdict().isSound(), line.verdict().reason());
        assertFalse(Runs.of(grown(bent, same), name).verdict().isSound());
        double[] three = {3e-3, 2e-3, 1e-3, 3e-3, 2e-3, 1e-3, 3e-3, 2e-3};
        assertTrue(Runs.of(grown(straight, three), name).verdict().isWithheld());
        // two cycles of formation say nothing of what follows
        double[] formed = same.clone();
        formed[0] = 1e-3;
        formed[1] = 1e-3;
        Measurement after = Runs.of(grown(straight, formed), name);
        assertTrue(after.verdict().isSound(), after.verdict().reason());
        assertEquals(line.value(), after.value(), 2 * Math.hypot(line.uncertainty(), after.uncertainty()));
    }

    /** Two cycles of 20 ohm in series with 12 ohm beside a capacitor, at 1 mA; a row every second. */
    private static Outcome capacitor(double tau, double noise) throws AnalysisException {
        java.util.Random random = new java.util.Random(3);
        Rows rows = new Rows();
        for (int half = 0; half < 4; half++) {
            double i = half % 2 == 0 ? 1e-3 : -1e-3;
            rows.step(301, 1, f -> 0, f -> 3.6 + noise * random.nextGaussian());
            rows.step(601, 1, f -> i, f -> 3.6 + i * (20 + 12 * (1 - Math.exp(-600 * f / tau)) + 60 * f)
                    + noise * random.nextGaussian());
        }
        return Runs.run(new IrDrop(), rows.table());
    }

    @Test
    void aCapacitorBesideAResistorIsNoRootOfTime() throws Exception {
        for (double tau : new double[] {10, 25, 60}) {
            for (double noise : new double[] {1e-5, 1e-4, 4e-4}) {
                Measurement m = drop(capacitor(tau, noise), "extrapolated by sqrt(t)", 0);
                assertTrue(!m.verdict().isSound() || Math.abs(m.value() - 20) < 2 * m.uncertainty(), tau + " s, "
                        + noise + " V: " + m.pretty());
            }
        }
        Measurement clear = drop(capacitor(25, 1e-5), "extrapolated by sqrt(t)", 0);
        assertTrue(clear.verdict().reason().contains("root of time"), clear.verdict().reason());
    }
}
