package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.interphase.model.Column;
import org.interphase.model.Dataset;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.technique.mechanics.indent.IndentTable;
import org.interphase.testkit.mechanics.IndentTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What hardness and modulus of indents are worth where the truth is known. */
class IndentVerdictTest {

    private static final Map<String, Object> STATED = Map.of("area", "24.5", "poisson", 0.3);

    static Dataset table(IndentTruth t) {
        return new Table(DatasetHeader.of("synthetic", IndentTable.KIND, Metadata.EMPTY), List.of(
                Column.of(IndentTable.TIME, "s", t.time()), Column.of(IndentTable.DEPTH, "nm", t.depth()),
                Column.of(IndentTable.FORCE, "mN", t.force())));
    }

    private static IndentTruth.Test with(double noise, double drift, double creep, double pileUp, double zero,
            boolean errors) {
        IndentTruth.Test p = IndentTruth.polymer();
        return new IndentTruth.Test(p.hardness(), p.modulus(), p.poisson(), p.top(), p.points(), noise, drift, creep,
                pileUp, zero, errors);
    }

    private static void count(VerdictTally tally, String family, IndentTruth.Test test, long seed) throws Exception {
        IndentTruth t = IndentTruth.of(test, seed);
        List<Measurement> all = RunOn.outcome("mechanics.indentation", table(t), STATED).measurements();
        tally.number(family, all, "hardness", t.hardness());
        tally.number(family, all, "elastic modulus", t.modulus());
    }

    private static VerdictTally study(int n) throws Exception {
        VerdictTally tally = new VerdictTally("Indents");
        IndentTruth.Test metal = new IndentTruth.Test(1000, 100e3, 0.3, 10, 600, 0.3, 0, 0, 1.4, 0, true);
        for (int k = 0; k < n; k++) {
            count(tally, "polymer", IndentTruth.polymer(), k);
            count(tally, "noise", with(3, 0, 0, 1, 0, true), k);
            count(tally, "drift", with(0.3, 0.3, 0, 1, 0, true), k);
            count(tally, "small creep nose", with(0.3, 0, 3, 1, 0, true), k);
            count(tally, "creep nose", with(0.3, 0, 15, 1, 0, true), k);
            count(tally, "wrong zero", with(0.3, 0, 0, 1, 100, true), k);
            count(tally, "pile-up", metal, k);
        }
        return tally;
    }

    private static void hold(VerdictTally tally, double margin) {
        System.out.println(tally.table());
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO - margin, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE + margin / 2, tally.table());
        for (String family : List.of("polymer", "noise", "drift", "small creep nose", "creep nose", "wrong zero",
                "pile-up")) {
            assertTrue(tally.family(family).withinTwo() >= VerdictTally.WITHIN_TWO - 2 * margin, tally.table());
        }
        VerdictTally.Count c = tally.family("polymer");
        assertTrue(c.sound() >= (1 - VerdictTally.DOUBTED - margin) * c.numbers(), tally.table());
    }

    @Test
    void soundNumbersHoldTheTruth() throws Exception {
        hold(study(25), 0.03);
    }

    @Test
    @Tag("study")
    void soundNumbersHoldTheTruthInManyIndents() throws Exception {
        hold(study(300), 0);
    }

    @Test
    void polymerOfThePaperIsRecovered() throws Exception {
        IndentTruth t = IndentTruth.of(with(0, 0, 0, 1, 0, false), 1);
        Map<String, Measurement> m = RunOn.measured("mechanics.indentation", table(t), STATED);
        assertEquals(5.94, m.get("hardness").value(), 0.02);
        assertEquals(204.74, m.get("elastic modulus").value(), 0.5);
        assertTrue(m.get("hardness").verdict().isSound(), m.get("hardness").pretty());
    }

    @Test
    void pileUpAndAWrongZeroAreDoubted() throws Exception {
        IndentTruth.Test metal = new IndentTruth.Test(1000, 100e3, 0.3, 10, 600, 0.1, 0, 0, 1.4, 0, false);
        assertFalse(RunOn.measured("mechanics.indentation", table(IndentTruth.of(metal, 1)), STATED).get("hardness")
                .verdict().isSound());
        assertFalse(RunOn.measured("mechanics.indentation", table(IndentTruth.of(with(0.1, 0, 0, 1, 100, false), 1)),
                STATED).get("hardness").verdict().isSound());
    }

    /** A hold of 40 s at a tenth of the force, while the instrument drifts. */
    @Test
    void driftIsFoundInAHoldAtLowForce() throws Exception {
        double rate = 0.4;
        IndentTruth t = IndentTruth.of(with(0.1, 0, 0, 1, 0, false), 4);
        List<double[]> rows = new ArrayList<>();
        double later = 0;
        for (int i = 0; i < t.time().length; i++) {
            boolean low = i > 2 * t.time().length / 3 && t.force()[i] < 0.01 && t.force()[i - 1] >= 0.01;
            for (int k = 0; low && k < 200; k++) {
                rows.add(new double[] {t.time()[i] + 0.2 * k, t.depth()[i] + 0.1 * Math.sin(k * k), t.force()[i]});
            }
            later += low ? 40 : 0;
            rows.add(new double[] {t.time()[i] + later, t.depth()[i], t.force()[i]});
        }
        Dataset drifting = rows(rows.stream().map(r -> new double[] {r[0], r[1] + rate * (r[0] - t.time()[0]), r[2]})
                .toList());
        Map<String, Measurement> m = RunOn.measured("mechanics.indentation", drifting, STATED);
        assertEquals(5.94, m.get("hardness").value(), 0.03);
        assertEquals(204.74, m.get("elastic modulus").value(), 2);
        // to leave the drift in makes the depth 12 nm too large
        Map<String, Object> none = Map.of("area", "24.5", "poisson", 0.3, "drift", 0);
        assertTrue(RunOn.measured("mechanics.indentation", drifting, none).get("hardness").value() < 5.85);
    }

    /** The record begins in the air, and its zeros of depth and force are elsewhere. */
    @Test
    void firstContactIsFoundInTheApproach() throws Exception {
        IndentTruth t = IndentTruth.of(with(0.1, 0, 0, 1, 0, false), 5);
        List<double[]> rows = new ArrayList<>();
        for (int k = 0; k < 80; k++) {
            rows.add(new double[] {0.05 * k, 60 - (80 - k), 0.0005 + 2e-6 * Math.sin(k * k)});
        }
        for (int i = 0; i < t.time().length; i++) {
            rows.add(new double[] {4 + t.time()[i], 60 + t.depth()[i], 0.0005 + t.force()[i]});
        }
        Map<String, Measurement> m = RunOn.measured("mechanics.indentation", rows(rows), STATED);
        assertEquals(5.94, m.get("hardness").value(), 0.05);
        assertEquals(0.1, m.get("largest force").value(), 1e-4);
        assertTrue(m.get("hardness").verdict().isSound(), m.get("hardness").verdict().reason());
    }

    private static Dataset rows(List<double[]> rows) {
        return new Table(DatasetHeader.of("rows", IndentTable.KIND, Metadata.EMPTY), List.of(
                Column.of(IndentTable.TIME, "s", rows.stream().mapToDouble(r -> r[0]).toArray()),
                Column.of(IndentTable.DEPTH, "nm", rows.stream().mapToDouble(r -> r[1]).toArray()),
                Column.of(IndentTable.FORCE, "mN", rows.stream().mapToDouble(r -> r[2]).toArray())));
    }

    @Test
    void withoutAnAreaFunctionAPerfectPyramidIsSaid() throws Exception {
        IndentTruth t = IndentTruth.of(with(0, 0, 0, 1, 0, false), 1);
        assertTrue(RunOn.outcome("mechanics.indentation", table(t), Map.of()).remarks().stream().anyMatch(r -> r.code()
                .equals("area-function")));
    }

    /** Stiffness of the contact at every depth: hardness and modulus come out the same at all depths. */
    @Test
    void continuousStiffnessGivesHardnessAndModulusOverDepth() throws Exception {
        int n = 200;
        double[] h = new double[n];
        double[] p = new double[n];
        double[] s = new double[n];
        for (int i = 0; i < n; i++) {
            double contact = 5.0 * (i + 1);
            double area = 24.5 * contact * contact;
            p[i] = 2000 * area * 1e-9;
            double reduced = 1 / ((1 - 0.3 * 0.3) / 50e3 + (1 - 0.07 * 0.07) / 1141e3);
            s[i] = 2 / Math.sqrt(Math.PI) * reduced * 1e-9 * Math.sqrt(area) * 1e6;
            h[i] = contact + 0.75 * p[i] / (s[i] * 1e-6);
        }
        Map<String, Measurement> m = RunOn.measured("mechanics.indentation", new Table(DatasetHeader.of("csm",
                IndentTable.KIND, Metadata.EMPTY), List.of(Column.of(IndentTable.DEPTH, "nm", h),
                        Column.of(IndentTable.FORCE, "mN", p), Column.of(IndentTable.STIFFNESS, "N/m", s))), STATED);
        assertEquals(2000, m.get("hardness over depth").value(), 1);
        assertEquals(50e3, m.get("elastic modulus over depth").value(), 30);
        assertFalse(m.containsKey("hardness"));
    }
}
