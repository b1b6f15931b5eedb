package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.reader.TensileReader;
import org.interphase.technique.mechanics.tensile.TensileTable;
import org.interphase.testkit.mechanics.TensileTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the numbers of tensile tests are worth where the truth is known. */
class TensileVerdictTest {

    private static final double CLASS_1 = 0.01 / Math.sqrt(3);

    static Dataset table(TensileTruth t) {
        return new Table(DatasetHeader.of("synthetic", TensileTable.KIND, Metadata.EMPTY), List.of(
                Column.of(TensileTable.STRAIN, "1", t.strain()), Column.of(TensileTable.STRESS, "MPa", t.stress())));
    }

    private static void count(VerdictTally tally, String family, TensileTruth.Material m, TensileTruth.Machine with,
            long seed) throws Exception {
        TensileTruth t = TensileTruth.of(m, with, seed);
        List<Measurement> all = RunOn.outcome("mechanics.tensile", table(t), Map.of()).measurements();
        tally.number(family, all, "modulus", t.modulus() / 1000);
        tally.number(family, all, "yield strength 0.2 %", t.yield());
        tally.number(family, all, "tensile strength", t.strength());
        tally.number(family, all, "elongation at break", 100 * t.elongation());
    }

    private static VerdictTally study(int n) throws Exception {
        VerdictTally tally = new VerdictTally("Tensile tests");
        for (int k = 0; k < n; k++) {
            count(tally, "steel", TensileTruth.steel(), new TensileTruth.Machine(600, 0.5, 0, 0, CLASS_1), k);
            count(tally, "polymer film", TensileTruth.film(), new TensileTruth.Machine(600, 0.004, 0, 0, CLASS_1), k);
            count(tally, "toe", TensileTruth.steel(), new TensileTruth.Machine(600, 0.5, 4e-4, 0, CLASS_1), k);
            count(tally, "slipping grips", TensileTruth.steel(), new TensileTruth.Machine(600, 0.5, 0, 0.004, CLASS_1),
                    k);
            count(tally, "noise", TensileTruth.steel(), new TensileTruth.Machine(600, 6, 0, 0, CLASS_1), k);
            count(tally, "coarse sampling", TensileTruth.steel(), new TensileTruth.Machine(60, 0.5, 0, 0, CLASS_1), k);
        }
        return tally;
    }

    private static void hold(VerdictTally tally, double margin) {
        System.out.println(tally.table());
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO - margin, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE + margin / 2, tally.table());
        for (String family : List.of("steel", "polymer film", "toe", "slipping grips", "noise", "coarse sampling")) {
            assertTrue(tally.family(family).withinTwo() >= VerdictTally.WITHIN_TWO - 2 * margin, tally.table());
        }
        for (String family : List.of("steel", "polymer film")) {
            VerdictTally.Count c = tally.family(family);
            assertTrue(c.sound() >= (1 - VerdictTally.DOUBTED - margin) * c.numbers(), tally.table());
        }
    }

    @Test
    void soundNumbersHoldTheTruth() throws Exception {
        hold(study(25), 0.03);
    }

    @Test
    @Tag("study")
    void soundNumbersHoldTheTruthInManyTests() throws Exception {
        hold(study(300), 0);
    }

    @Test
    void filmOfThePaperIsRecovered() throws Exception {
        TensileTruth t = TensileTruth.of(TensileTruth.film(), new TensileTruth.Machine(800, 0, 0, 0, 0), 1);
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", table(t), Map.of());
        assertEquals(3.62, m.get("tensile strength").value(), 0.005);
        assertEquals(141.11, m.get("elongation at break").value(), 0.1);
        assertEquals(0.040, m.get("modulus").value(), 0.0004);
        assertTrue(m.get("elongation at break").verdict().isSound());
    }

    /** Grips that settle over 0.3 % of strain change nothing: strains count from the foot of the straight part. */
    @Test
    void aToeIsCompensated() throws Exception {
        TensileTruth t = TensileTruth.of(TensileTruth.steel(), new TensileTruth.Machine(600, 0, 3e-3, 0, 0), 1);
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", table(t), Map.of());
        assertEquals(t.yield(), m.get("yield strength 0.2 %").value(), 1);
        assertEquals(100 * t.elongation(), m.get("elongation at break").value(), 0.03);
        assertEquals(200, m.get("modulus").value(), 2);
    }

    @Test
    void aCurveWithoutStraightPartHasADoubtfulModulus() throws Exception {
        int n = 200;
        double[] e = new double[n];
        double[] s = new double[n];
        for (int i = 0; i < n; i++) {
            e[i] = 0.005 * i;
            s[i] = i == n - 1 ? 0 : 20 * Math.pow(e[i], 0.55);
        }
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", new Table(DatasetHeader.of("rubber",
                TensileTable.KIND, Metadata.EMPTY), List.of(Column.of(TensileTable.STRAIN, "1", e),
                        Column.of(TensileTable.STRESS, "MPa", s))), Map.of());
        assertFalse(m.get("modulus").verdict().isSound(), m.get("modulus").pretty());
    }

    private static Dataset until(TensileTruth t, int rows) {
        return new Table(DatasetHeader.of("cut", TensileTable.KIND, Metadata.EMPTY), List.of(
                Column.of(TensileTable.STRAIN, "1", Arrays.copyOf(t.strain(), rows)),
                Column.of(TensileTable.STRESS, "MPa", Arrays.copyOf(t.stress(), rows))));
    }

    @Test
    void aRecordThatEndsAtItsGreatestStressGivesLeastValues() throws Exception {
        TensileTruth t = TensileTruth.of(TensileTruth.steel(), new TensileTruth.Machine(600, 0, 0, 0, 0), 1);
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", until(t, 450), Map.of());
        for (String name : List.of("tensile strength", "total elongation at maximum force", "uniform elongation",
                "elongation at break")) {
            assertFalse(m.get(name).verdict().isSound(), m.get(name).pretty());
        }
        assertTrue(m.get("modulus").verdict().isSound());
    }

    @Test
    void aRecordThatEndsWhileItFallsShowsNoBreak() throws Exception {
        TensileTruth t = TensileTruth.of(TensileTruth.steel(), new TensileTruth.Machine(600, 0, 0, 0, 0), 1);
        for (int k = 0; k < 150; k++) {
            t.stress()[450 + k] = t.stress()[449] * (1 - 0.001 * k);
        }
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", until(t, 600), Map.of());
        assertFalse(m.get("elongation at break").verdict().isSound());
        assertFalse(m.get("toughness").verdict().isSound());
        assertTrue(m.get("tensile strength").verdict().isSound());
    }

    @Test
    void onlyAnExtensometerTellsTheModulus() throws Exception {
        TensileTruth t = TensileTruth.of(TensileTruth.steel(), new TensileTruth.Machine(600, 0, 0, 0, 0), 1);
        for (String heading : List.of("Extensometer", "Displacement", "Extension", "Travel")) {
            StringBuilder rows = new StringBuilder("Gauge length: 50 mm\nStress (MPa)," + heading + " (mm)\n");
            for (int i = 0; i < t.strain().length; i++) {
                rows.append(t.stress()[i]).append(',').append(50 * t.strain()[i]).append('\n');
            }
            Dataset d = new TensileReader().read(Source.of("t.csv", rows.toString().getBytes(StandardCharsets.UTF_8)),
                    Progress.none()).get(0);
            Map<String, Measurement> m = RunOn.measured("mechanics.tensile", d, Map.of());
            assertEquals(heading.equals("Extensometer"), m.get("modulus").verdict().isSound(), heading);
            assertEquals(heading.equals("Extensometer"), m.get("yield strength 0.2 %").verdict().isSound(), heading);
        }
    }

    @Test
    void slippingGripsMakeElongationsDoubtful() throws Exception {
        TensileTruth t = TensileTruth.of(TensileTruth.steel(), new TensileTruth.Machine(600, 0.2, 0, 0.004, 0), 3);
        Map<String, Measurement> m = RunOn.measured("mechanics.tensile", table(t), Map.of());
        assertTrue(m.get("modulus").verdict().isSound());
        assertFalse(m.get("elongation at break").verdict().isSound(), m.get("elongation at break").pretty());
    }
}
