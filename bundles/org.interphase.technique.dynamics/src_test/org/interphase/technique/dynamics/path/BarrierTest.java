package org.interphase.technique.dynamics.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.model.Column;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Measurement;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.Verdict;
import org.interphase.testkit.dynamics.PathTruth;
import org.interphase.testkit.verdict.VerdictTally;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BarrierTest {

    private static Barrier of(PathTruth t, boolean forces) {
        return Barrier.of(new ReactionPath(t.place(), true, t.energy(), forces ? t.force() : null, forces ? null
                : new double[t.place().length], null));
    }

    private static VerdictTally tally(int runs) {
        VerdictTally tally = new VerdictTally("barriers of 1.51 and 1.10 eV");
        for (boolean forces : new boolean[] {true, false}) {
            for (double noise : new double[] {0, 0.003, 0.02}) {
                for (int images : new int[] {7, 9, 13}) {
                    for (int k = 0; k < runs; k++) {
                        Barrier b = of(PathTruth.barrier(images, 1.51, 1.10, noise, k % 2 == 0, 100 + k), forces);
                        String family = (forces ? "forces" : "energies") + ", noise " + noise + " eV";
                        tally.number(family, Measurement.of("forward", "E", b.forward(), b.forwardUncertainty(), "eV")
                                .judged(b.verdict()), 1.51);
                        tally.number(family, Measurement.of("reverse", "E", b.reverse(), b.reverseUncertainty(), "eV")
                                .judged(b.verdict()), 1.10);
                    }
                }
            }
        }
        return tally;
    }

    @Test
    void soundBarriersHoldTheTruth() {
        VerdictTally tally = tally(20);
        assertTrue(tally.all().withinTwo() >= 0.95, tally.table());
        assertTrue(tally.all().beyondThree() <= 0.015, tally.table());
        assertTrue(tally.all().doubted() <= 0.05, tally.table());
    }

    @Test
    @Tag("study")
    void soundBarriersHoldTheTruthInALargeStudy() {
        VerdictTally tally = tally(400);
        System.out.println(tally.table());
        assertTrue(tally.all().withinTwo() >= VerdictTally.WITHIN_TWO, tally.table());
        assertTrue(tally.all().beyondThree() <= VerdictTally.BEYOND_THREE, tally.table());
    }

    /** Where noise is most of the uncertainty, pulls have unit width. */
    @Test
    void noiseGivesPullsOfUnitWidth() {
        for (boolean forces : new boolean[] {true, false}) {
            double squares = 0;
            int runs = 300;
            for (int k = 0; k < runs; k++) {
                Barrier b = of(PathTruth.barrier(13, 1.51, 1.10, 0.02, true, k), forces);
                squares += Math.pow((b.forward() - 1.51) / b.forwardUncertainty(), 2) + Math.pow((b.reverse() - 1.10)
                        / b.reverseUncertainty(), 2);
            }
            assertEquals(1, Math.sqrt(squares / 2 / runs), 0.12, "forces " + forces);
        }
    }

    /** E = s^2 (3 - 2 s) rises to 1 and stays a cubic: the curve through energies and forces is the cubic itself. */
    @Test
    void cubicsAreReproduced() {
        double[] s = {0, 0.4, 1.5};
        double[] e = new double[3];
        double[] force = new double[3];
        for (int k = 0; k < 3; k++) {
            e[k] = s[k] * s[k] * (3 - 2 * s[k]);
            force[k] = -(6 * s[k] - 6 * s[k] * s[k]);
        }
        PathCurve c = PathCurve.ofForces(s, e, force);
        assertEquals(1, c.highest()[0], 1e-9);
        assertEquals(1, c.highest()[1], 1e-12);
        assertEquals(0.5, c.at(0.5), 1e-12);
    }

    /**
     * The natural spline through four points by hand: second derivatives of 0, -6/5, 6/5, 0 times 2 over unit steps.
     */
    @Test
    void theSplineIsTheNaturalOne() {
        PathCurve c = PathCurve.spline(new double[] {0, 1, 2, 3}, new double[] {0, 1, 0, 1}, false);
        // M1 = -4, M2 = 4 from 4 M1 + M2 = -12, M1 + 4 M2 = 12
        assertEquals(1 + 4.0 / 6, c.slope()[0], 1e-12);
        assertEquals(1.0 / 2 * (0 + 1) + 4.0 / 16, c.at(0.5), 1e-12);
        PathCurve flat = PathCurve.spline(new double[] {0, 1, 2}, new double[] {0, 1, 0}, true);
        assertEquals(0, flat.slope()[0], 1e-12);
        assertEquals(0, flat.slope()[2], 1e-12);
    }

    @Test
    void aPathBelowItsEndsHasNoBarrier() {
        Barrier b = Barrier.of(new ReactionPath(new double[] {0, 1, 2, 3, 4}, true, new double[] {0, -0.2, -0.3,
                -0.1, 0},
                null, null, null));
        assertEquals(0, b.forward());
        assertEquals(0, b.reverse());
        assertEquals(Verdict.Quality.DOUBTFUL, b.verdict().quality());
    }

    @Test
    void downhillHasTheBarrierOfTheWayBack() {
        Barrier b = Barrier.of(new ReactionPath(new double[] {0, 1, 2, 3, 4}, true, new double[] {0, -0.2, -0.5, -0.8,
            -0.9}, null, null, null));
        assertEquals(0, b.forward());
        assertEquals(0.9, b.reverse(), 1e-9);
        assertEquals(-0.9, b.reaction(), 1e-12);
    }

    @Test
    void forcesOfTheWrongSignAreDoubted() {
        PathTruth t = PathTruth.barrier(9, 1.51, 1.10, 0, true, 3);
        double[] turned = java.util.Arrays.stream(t.force()).map(f -> -f).toArray();
        Barrier b = Barrier.of(new ReactionPath(t.place(), true, t.energy(), turned, null, null));
        assertTrue(b.verdict().reason().contains("contradict"), b.verdict().reason());
    }

    @Test
    void forcesLeftOnTheImagesAreInTheUncertaintyAndDoubted() {
        PathTruth t = PathTruth.barrier(13, 1.51, 1.10, 0, true, 3);
        double[] small = new double[13];
        java.util.Arrays.fill(small, 0.08);
        double[] large = small.clone();
        large[0] = 0.5;
        Barrier plain = of(t, true);
        Barrier b = Barrier.of(new ReactionPath(t.place(), true, t.energy(), t.force(), small, null));
        // 0.08^2 / 2 at the top and at the end
        double left = Math.sqrt(2) * 0.0032;
        assertEquals(Math.hypot(plain.forwardUncertainty(), left), b.forwardUncertainty(), 1e-6);
        assertTrue(b.verdict().isSound());
        assertTrue(!Barrier.of(new ReactionPath(t.place(), true, t.energy(), t.force(), large,
                null)).verdict().isSound());
    }

    @Test
    void energiesAloneDoNotTellWhetherAPathIsConverged() {
        PathTruth t = PathTruth.barrier(13, 1.51, 1.10, 0, true, 3);
        Barrier b = Barrier.of(new ReactionPath(t.place(), true, t.energy(), null, null, null));
        assertTrue(b.verdict().reason().contains("converged"), b.verdict().reason());
        assertTrue(of(t, false).verdict().isSound());
        assertTrue(of(t, true).verdict().isSound());
    }

    @Test
    void fourImagesWithForcesAreDoubtedToo() {
        PathTruth t = PathTruth.barrier(4, 1.51, 1.10, 0, true, 3);
        assertTrue(of(t, true).verdict().reason().contains("4 images"), of(t, true).verdict().reason());
    }

    @Test
    void aBlankCellIsNamedAndDropsNoColumn() {
        DatasetHeader header = DatasetHeader.of("p", ReactionPath.KIND, Metadata.EMPTY);
        Table t = new Table(header, List.of(Column.of(ReactionPath.POSITION, "Angstrom", new double[] {0, 1, 2}),
                Column.of(ReactionPath.ENERGY, "eV", new double[] {0, 1, 0}),
                Column.of(ReactionPath.RESIDUAL, "eV/Angstrom", new double[] {0.01, Double.NaN, 0.01})));
        assertTrue(assertThrows(AnalysisException.class, () -> ReactionPath.of(t)).getMessage().contains("row 2"));
        Table damaged = new Table(header, List.of(Column.of(ReactionPath.POSITION, "Angstrom", new double[] {0, 1, 2}),
                Column.of(ReactionPath.ENERGY, "eV", new double[] {0, 1e308, 0})));
        assertTrue(assertThrows(AnalysisException.class, () -> ReactionPath.of(damaged)).getMessage()
                .contains("no energy of a path"));
    }

    @Test
    void uncertaintiesOfEnergiesArePropagated() {
        PathTruth t = PathTruth.barrier(13, 1.51, 1.10, 0, true, 3);
        double[] u = new double[13];
        java.util.Arrays.fill(u, 0.03);
        Barrier b = Barrier.of(new ReactionPath(t.place(), true, t.energy(), t.force(), null, u));
        assertEquals(Math.hypot(of(t, true).forwardUncertainty(), 0.03 * Math.sqrt(2)), b.forwardUncertainty(), 1e-9);
    }
}
