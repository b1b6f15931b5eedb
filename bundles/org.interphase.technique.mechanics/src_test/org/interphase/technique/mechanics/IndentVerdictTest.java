package org.interphase.technique.mechanics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    private static final Map<String, Object> STATED = Map.of("area", "24.5");

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
