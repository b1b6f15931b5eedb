package org.interphase.technique.battery.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Outcome;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Measurement;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.technique.battery.cycle.Efficiencies;
import org.interphase.technique.battery.cycle.Uncertain;
import org.interphase.technique.battery.reader.ArbinResReader;
import org.interphase.technique.battery.segmentation.RecordedTables;
import org.interphase.technique.battery.segmentation.Rows;
import org.interphase.testkit.SharedData;
import org.interphase.testkit.battery.CyclingTruth.Fade;
import org.interphase.testkit.battery.CyclingTruth;
import org.interphase.testkit.battery.SyntheticCycler.Logging;
import org.junit.jupiter.api.Test;

class CyclingSummaryTest {

    private static final CyclingSummary SUMMARY = new CyclingSummary();

    @Test
    void capacitiesAndEfficienciesAreTrueToATenThousandth() throws Exception {
        for (boolean counters : new boolean[] {true, false}) {
            Logging logging = counters ? Logging.every(10) : Logging.every(4).withoutCounters();
            CyclingTruth truth = CyclingTruth.cycles(CyclingTruth.cell(0), logging, 6, 1, Fade.linear(0.004));
            Outcome o = Runs.run(SUMMARY, truth.table(), "efficiency", "full-cell");
            for (int n = 0; n < 6; n++) {
                double in = truth.halves().get(2 * n).charge();
                double back = truth.halves().get(2 * n + 1).charge();
                String of = " of cycle " + (n + 1);
                Measurement q = Runs.of(o, "charge capacity" + of);
                assertEquals(1000 * in, q.value(), 1e-4 * 1000 * in);
                assertEquals(1000 * in, q.value(), 3 * q.uncertainty());
                assertEquals(1000 * back, Runs.of(o, "discharge capacity" + of).value(), 1e-4 * 1000 * back);
                Measurement e = Runs.of(o, "coulombic efficiency (discharge/charge)" + of);
                assertEquals(100 * back / in, e.value(), 0.01);
                double energy = truth.halves().get(2 * n + 1).energy() / truth.halves().get(2 * n).energy();
                assertEquals(100 * energy, Runs.of(o, "energy efficiency (discharge/charge)" + of).value(), 0.03);
                assertEquals(truth.halves().get(2 * n).energy() / in, Runs.of(o, "mean charge voltage" + of).value(),
                        1e-3);
            }
        }
    }

    @Test
    void theMeanEfficiencyLeavesOutTheFirstCycleAndWhatIsDoubtful() {
        Uncertain q = new Uncertain(0.99, 1e-3);
        List<Uncertain> each = List.of(new Uncertain(0.9, 1e-3), q, new Uncertain(0.992, 1e-3),
                new Uncertain(0.5, 1e-3));
        List<Verdict> verdicts = List.of(Verdict.SOUND, Verdict.SOUND, Verdict.SOUND, Verdict.doubtful("cut"));
        Uncertain mean = new Efficiencies(List.of(1, 2, 3, 4), each, each, verdicts, false).meanAfterFirst()
                .orElseThrow();
        assertEquals(0.991, mean.value(), 1e-12);
        // 1e-3 in common, and two values 2e-3 apart, of whose scatter one degree of freedom tells (12.706 / 1.960)
        assertEquals(Math.hypot(1e-3, 6.482852 * 1e-3), mean.u(), 1e-7);
        assertTrue(new Efficiencies(List.of(1, 2), List.of(q, q), List.of(q, q), List.of(Verdict.SOUND,
                Verdict.SOUND), false).meanAfterFirst().isEmpty());
    }

    @Test
    void theAccuracyOfTheCurrentMovesCapacitiesAndATenthOfItIsLeftInRetention() throws Exception {
        Table t = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 6, 1, Fade.linear(0.004)).table();
        Outcome without = Runs.run(SUMMARY, t);
        Outcome with = Runs.run(SUMMARY, t, "record.accuracy", 0.2);
        Measurement a = Runs.of(without, "charge energy of cycle 2");
        Measurement b = Runs.of(with, "charge energy of cycle 2");
        double own = Math.sqrt(a.uncertainty() * a.uncertainty() - Math.pow(0.001 * a.value(), 2));
        assertEquals(Math.hypot(own, 0.002 * a.value()), b.uncertainty(), 1e-9 * a.value());
        String kept = Runs.names(with).stream().filter(n -> n.startsWith("retention")).findFirst().orElseThrow();
        // 0.1 % where nothing is stated, 0.2 % here: u2^2 - u1^2 = value^2 (0.0002^2 - 0.0001^2)
        Measurement one = Runs.of(without, kept);
        assertEquals(Math.hypot(one.uncertainty(), one.value() * Math.sqrt(3) * 1e-4), Runs.of(with, kept)
                .uncertainty(), 1e-9 * one.value());
        assertTrue(one.uncertainty() >= 1e-4 * one.value(), one.toString());
        assertTrue(without.remarks().stream().anyMatch(r -> r.code().equals("no-accuracy")));
        assertFalse(with.remarks().stream().anyMatch(r -> r.code().equals("no-accuracy")));
    }

    @Test
    void withoutAConventionThereIsNoEfficiencyAndItIsAskedFor() throws Exception {
        Outcome o = Runs.run(SUMMARY, CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 2, 1,
                Fade.linear(0)).table());
        Measurement e = Runs.of(o, "mean coulombic efficiency");
        assertTrue(e.verdict().isWithheld());
        assertTrue(e.verdict().reason().contains("parameter efficiency"), e.verdict().reason());
        assertEquals(1, Runs.names(o).stream().filter(n -> n.contains("efficiency")).count());
    }

    @Test
    void theHalfCellConventionIsTheOtherWayRound() throws Exception {
        Rows rows = new Rows().rest(5, 60, 3);
        for (int i = 0; i < 3; i++) {
            rows.constant(61, 60, -1, 3, 0.1).rest(5, 60, 0.2).constant(58, 60, 1, 0.2, 2).rest(5, 60, 1.9).nextCycle();
        }
        Outcome half = Runs.run(SUMMARY, rows.table("cycle"), "efficiency", "half-cell");
        assertEquals(95, Runs.of(half, "coulombic efficiency (delithiation/lithiation) of cycle 1").value(), 1e-9);
        // a full cell measured from its charged state: what is put in comes last and is given back in the next cycle
        Outcome full = Runs.run(SUMMARY, rows.table("cycle"), "efficiency", "full-cell");
        assertEquals(100 / 0.95, Runs.of(full, "coulombic efficiency (discharge/charge) of cycle 1").value(), 1e-9);
        assertFalse(Runs.names(full).contains("coulombic efficiency (discharge/charge) of cycle 3"));
        assertTrue(full.remarks().stream().anyMatch(r -> r.code().equals("efficiency-across")));
    }

    @Test
    void capacitiesArePerMassOnlyWhereItIsStated() throws Exception {
        Table t = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 2, 1, Fade.linear(0)).table();
        double plain = Runs.of(Runs.run(SUMMARY, t), "discharge capacity of cycle 2").value();
        Measurement perMass = Runs.of(Runs.run(SUMMARY, t, "mass", "20"), "discharge capacity of cycle 2");
        assertEquals("mA.h/g", perMass.unit().text());
        assertEquals(plain / 0.02, perMass.value(), 1e-9 * perMass.value());
        Measurement perArea = Runs.of(Runs.run(SUMMARY, t, "area", "1.5"), "discharge capacity of cycle 2");
        assertEquals("mA.h/cm2", perArea.unit().text());
        assertEquals(plain / 1.5, perArea.value(), 1e-9 * perArea.value());
        Table stated = t.withHeader(t.header().withMetadata(t.metadata().with("mass", 10, "mg")));
        assertEquals(plain / 0.01, Runs.of(Runs.run(SUMMARY, stated), "discharge capacity of cycle 2").value(), 1e-6);
    }

    @Test
    void retentionNamesTheCycleItIsReferredTo() throws Exception {
        Table t = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 8, 1, Fade.linear(0.01)).table();
        Outcome o = Runs.run(SUMMARY, t, "reference", "3");
        double kept = Runs.of(o, "retention of discharge capacity in cycle 8 against cycle 3 of this cell").value();
        double a = Runs.of(o, "discharge capacity of cycle 3").value();
        double b = Runs.of(o, "discharge capacity of cycle 8").value();
        assertEquals(100 * b / a, kept, 1e-9);
        assertThrows(AnalysisException.class, () -> Runs.run(SUMMARY, t, "reference", "30"));
    }

    private static Rows rated(double... currents) {
        Rows rows = new Rows().rest(5, 60, 3);
        for (double i : currents) {
            // a higher current reaches the end earlier
            double q = i > 1 ? 0.7 : 1;
            rows.step(61, 60 * q / i, f -> i, f -> 3.1 + f).rest(5, 60, 4).step(61, 60 * q / i, f -> -i, f -> 3.9 - f)
                    .rest(5, 60, 3);
        }
        return rows;
    }

    @Test
    void retentionIsOfTheLastCycleAtTheCurrentOfTheReference() throws Exception {
        Outcome o = Runs.run(SUMMARY, rated(1, 1, 1, 2, 2).table());
        Measurement kept = Runs.of(o, "retention of discharge capacity in cycle 3 against cycle 1 of this cell");
        assertEquals(100, kept.value(), 1e-6);
        assertTrue(kept.verdict().isSound());
        Outcome none = Runs.run(SUMMARY, rated(1, 2, 2).table());
        assertTrue(Runs.of(none, "retention of discharge capacity").verdict().isWithheld());
    }

    @Test
    void anIncompleteReferenceMakesRetentionDoubtful() throws Exception {
        Rows rows = new Rows().step(20, 60, f -> 1, f -> 3.8 + 0.3 * f).rest(5, 60, 4)
                .step(61, 60, f -> -1, f -> 3.9 - f).rest(5, 60, 3);
        for (int i = 0; i < 3; i++) {
            rows.nextCycle().cycle(1);
        }
        Outcome o = Runs.run(SUMMARY, rows.table("cycle"), "reference", "1");
        Measurement kept = Runs.of(o, "retention of discharge capacity in cycle 4 against cycle 1 of this cell");
        assertFalse(kept.verdict().isSound());
        assertTrue(kept.verdict().reason().contains("incomplete"), kept.verdict().reason());
        assertFalse(Runs.of(Runs.run(new VoltageProfiles(), rows.table("cycle"), "cycles", "1"),
                "polarisation of cycle 1").verdict().isSound());
    }

    @Test
    void anUnsureChargeOfAHeldVoltageMovesTheMeanVoltage() throws Exception {
        // a ramp to 4 V and a hold of as much charge: edges of 60 s leave each of them unsure
        Rows rows = new Rows().rest(5, 60, 3);
        for (int i = 0; i < 2; i++) {
            rows.constant(61, 60, 1, 3, 4).rest(5, 60, 4).pause(60).constant(61, 60, 1, 4, 4.2).pause(60).rest(5, 60, 4)
                    .constant(121, 60, -1, 3.9, 2.9).rest(5, 60, 3);
        }
        Measurement v = Runs.of(Runs.run(SUMMARY, rows.table()), "mean charge voltage of cycle 2");
        // two steps of an hour with mean voltages 0.6 V apart, each unsure by an interval's two edges
        double u = 60 / 3600.0 / Math.sqrt(2) * 0.3 * Math.sqrt(2) / 2;
        assertEquals(u, v.uncertainty(), 0.6 * u);
    }

    @Test
    void itIsSaidThatTheMassHasNoUncertainty() throws Exception {
        Table t = CyclingTruth.cycles(CyclingTruth.cell(0), Logging.every(60), 2, 1, Fade.linear(0)).table();
        assertTrue(Runs.run(SUMMARY, t, "mass", "20").remarks().stream()
                .anyMatch(r -> r.code().equals("no-amount-uncertainty")));
        assertFalse(Runs.run(SUMMARY, t).remarks().stream().anyMatch(r -> r.code().equals("no-amount-uncertainty")));
    }

    @Test
    void anIncompleteCycleIsMarkedAndLeftOutOfTheFade() throws Exception {
        Rows rows = new Rows().rest(5, 60, 3);
        for (int i = 0; i < 7; i++) {
            double q = 1 - 0.01 * i;
            rows.step(61, 60 * q, f -> 1, f -> 3.1 + f).rest(5, 60, 4).step(61, 60 * q, f -> -1, f -> 3.9 - f)
                    .rest(5, 60, 3);
        }
        Outcome whole = Runs.run(SUMMARY, rows.table());
        rows.constant(61, 56, 1, 3.1, 4.1).rest(3, 60, 4).constant(20, 60, -1, 3.9, 3.6);
        Outcome cut = Runs.run(SUMMARY, rows.table());
        String loss = "loss of discharge capacity per cycle (linear)";
        assertEquals(1, Runs.of(whole, loss).value(), 1e-6);
        assertEquals(Runs.of(whole, loss).value(), Runs.of(cut, loss).value(), 1e-9);
        assertEquals(8, ((Table) cut.extra().get(0)).rows());
        assertTrue(Runs.of(cut, "discharge capacity of cycle 8").verdict().reason().contains("incomplete"));
    }

    @Test
    void theEcLabHalfCellHasTheEfficienciesOfItsIncrements() throws Exception {
        Outcome o = Runs.run(SUMMARY, RecordedTables.gcpl(), "efficiency", "half-cell");
        double[] truth = {80.4, 92.9, 93.8, 94.8};
        for (int n = 0; n < 4; n++) {
            assertEquals(truth[n], Runs.of(o, "coulombic efficiency (delithiation/lithiation) of cycle " + (n + 1))
                    .value(), 0.06);
        }
    }

    @Test
    void theRecordedSiliconHalfCellHasItsCapacitiesAndEfficiencies() throws Exception {
        Table t = (Table) new ArbinResReader().read(Source.of(SharedData.require(
                "cycling/20160805_test001_45_cc_01.res")), Progress.none()).get(0);
        Outcome o = Runs.run(SUMMARY, t, "efficiency", "half-cell", "mass", "1000");
        assertEquals(1.6254, Runs.of(o, "charge capacity of cycle 1").value(), 1e-4);
        assertEquals(1.7551, Runs.of(o, "discharge capacity of cycle 1").value(), 1e-4);
        assertEquals(92.611, Runs.of(o, "coulombic efficiency (delithiation/lithiation) of cycle 1").value(), 2e-3);
        assertEquals(108.427, Runs.of(o, "coulombic efficiency (delithiation/lithiation) of cycle 2").value(), 2e-3);
        assertEquals(18, ((Table) o.extra().get(0)).rows());
    }

    @Test
    void energiesOfTheNewareCellAreThoseOfItsCounters() throws Exception {
        Outcome o = Runs.run(SUMMARY, RecordedTables.neware());
        assertEquals(1.73322, Runs.of(o, "charge energy of cycle 1").value(), 1e-4);
        assertEquals(4.24934, Runs.of(o, "charge capacity of cycle 1").value(), 1e-5);
    }

    @Test
    void whatIsNotKnownOfTheMassIsInAllThatIsReferredToIt() throws Exception {
        Rows rows = new Rows().rest(5, 60, 3);
        for (int k = 0; k < 3; k++) {
            rows.constant(61, 60, 1, 3, 3.9).rest(5, 60, 4).constant(61, 60, -1, 3.9, 2.9).rest(5, 60, 3);
        }
        Outcome bare = Runs.run(SUMMARY, rows.table(), "mass", "10");
        Outcome known = Runs.run(SUMMARY, rows.table(), "mass", "10", "massUncertainty", "0.3");
        for (String name : List.of("charge capacity of cycle 2", "discharge energy of cycle 2")) {
            Measurement m = Runs.of(known, name);
            assertEquals(Math.hypot(Runs.of(bare, name).uncertainty(), 0.03 * m.value()), m.uncertainty(), 1e-9
                    * m.value());
        }
        for (Outcome o : List.of(bare, known)) {
            assertEquals(o == bare, o.remarks().stream().anyMatch(r -> r.code().equals("no-amount-uncertainty")));
        }
        Measurement loss = Runs.of(known, "retention of discharge capacity in cycle 3 against cycle 1 of this cell");
        assertEquals(Runs.of(bare, loss.name()).uncertainty(), loss.uncertainty(), 1e-12);
        Measurement perArea = Runs.of(Runs.run(SUMMARY, rows.table(), "area", "2", "areaUncertainty", "0.1",
                "massUncertainty", "9"), "charge capacity of cycle 2");
        assertEquals(0.05 * perArea.value(), perArea.uncertainty(), 0.01 * perArea.value());
    }

    @Test
    void aMeanVoltageIsNeverBetterThanItsDigit() throws Exception {
        // a noisy current, whose trapezoid is unsure by more than that of the energy
        Random random = new Random(5);
        Rows rows = new Rows().rest(5, 60, 3);
        for (int k = 0; k < 6; k++) {
            rows.step(61, 60, f -> 1 + 0.003 * random.nextGaussian(), f -> Math.rint(1000 * (3.9 - 0.01 * f)) / 1000)
                    .rest(5, 60, 4).constant(61, 60, -1, 3.9, 2.9).rest(5, 60, 3);
        }
        Outcome o = Runs.run(SUMMARY, rows.table(), "record.voltage", "0");
        for (int k = 1; k <= 6; k++) {
            Measurement v = Runs.of(o, "mean charge voltage of cycle " + k);
            assertTrue(v.uncertainty() >= 0.99e-3 / Math.sqrt(12), v.pretty());
            assertTrue(v.uncertainty() < 1e-3, v.pretty());
        }
    }
}
