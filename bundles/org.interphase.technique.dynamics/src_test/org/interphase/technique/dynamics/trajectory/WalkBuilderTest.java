package org.interphase.technique.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.interphase.api.Progress;
import org.interphase.technique.dynamics.trajectory.WalkBuilder.Built;
import org.junit.jupiter.api.Test;

/** Walks of two lithium atoms beside an oxygen atom, written down. */
class WalkBuilderTest {

    private static final double[][] FRAMES = {{0, 0, 0, 0, 0, 0, 0, 0, 0}, {1, 0, 2, 0.5, 0, -1, 3, 1, 1},
        {2, 0, 3, 1.5, 0, -1, 3, 2, 0}};
    private static final int[] LITHIUM = {0, 2};
    private static final int[] ALL_AXES = {0, 1, 2};

    private static Trajectory trajectory(Coordinates c, Cell cell, double[] masses, double[]... frames) {
        int n = frames[0].length / 3;
        int[] ids = new int[n];
        String[] labels = new String[n];
        for (int i = 0; i < n; i++) {
            ids[i] = i + 1;
            labels[i] = i == 1 ? "O" : "Li";
        }
        TrajectoryRecorder r = new TrajectoryRecorder(Atoms.of(ids, labels, masses == null ? new double[n] : masses), c,
                false);
        for (int f = 0; f < frames.length; f++) {
            r.add(f, Double.NaN, cell, frames[f], null);
        }
        return r.trajectory(TrajectoryUnits.ANGSTROM);
    }

    private static Trajectory three(double[] masses) {
        return trajectory(Coordinates.UNWRAPPED, null, masses, FRAMES);
    }

    private static Built built(Trajectory t, int[] chosen, int[] axes, DriftReference drift, Cell box)
            throws Exception {
        return WalkBuilder.of(t, chosen, axes, 10, new TimeScale(2, t.frames().size()), drift, box, Progress.none());
    }

    private static String remarks(Built b) {
        return String.join(" ", b.remarks().stream().map(r -> r.text()).toList());
    }

    /** Lithium less oxygen along x and z, in tenths. */
    @Test
    void walksRelativeToTheHost() throws Exception {
        Built b = built(three(new double[] {7, 16, 7}), LITHIUM, new int[] {0, 2}, DriftReference.HOST, null);
        assertArrayEquals(new float[] {0, 0, 5, 30, 5, 40}, b.walks().places()[0], 1e-5f);
        assertArrayEquals(new float[] {0, 0, 25, 20, 15, 10}, b.walks().places()[1], 1e-5f);
        assertEquals(2, b.walks().interval());
        assertEquals(2, b.walks().axes());
        assertTrue(Double.isNaN(b.numberDensity()));
        assertTrue(b.verdict().isSound());
        // |(1.5, 0, -1)|
        assertTrue(remarks(b).startsWith("Atoms are followed relative to the centre of mass of the 1 other atoms, which"
                + " moves by 1.80"), remarks(b));
    }

    /** (7 1 + 16 0.5 + 7 3) / 30 = 1.2 along x, then (59, 14, 5) / 30, which is 2.03 long. */
    @Test
    void walksRelativeToTheCentreOfMass() throws Exception {
        Built b = built(three(new double[] {7, 16, 7}), LITHIUM, new int[] {0}, DriftReference.ALL, null);
        assertArrayEquals(new float[] {0, -2, (float) (20 - 590 / 30.0)}, b.walks().places()[0], 1e-5f);
        assertTrue(remarks(b).contains("centre of mass of all 3 atoms, which moves by 2.03"), remarks(b));
        Built mean = built(three(new double[] {7, Double.NaN, 7}), LITHIUM, new int[] {0}, DriftReference.ALL, null);
        assertArrayEquals(new float[] {0, -5, (float) (20 - 65 / 3.0)}, mean.walks().places()[0], 1e-5f);
        assertTrue(remarks(mean).contains("mean place of all 3") && remarks(mean).contains("masses are not known"));
        // of atoms that do not count, no mass is needed
        assertTrue(remarks(built(three(new double[] {0, 16, 0}), LITHIUM, ALL_AXES, DriftReference.HOST, null))
                .contains("centre of mass"));
    }

    @Test
    void walksAsTheyAre() throws Exception {
        Built b = built(three(null), new int[] {2}, ALL_AXES, DriftReference.NONE, null);
        assertArrayEquals(new float[] {0, 0, 0, 30, 10, 10, 30, 20, 0}, b.walks().places()[0], 1e-5f);
        assertTrue(b.verdict().isSound() && b.remarks().isEmpty());
        Built all = built(three(null), new int[] {0, 1, 2}, ALL_AXES, DriftReference.HOST, null);
        assertTrue(remarks(all).contains("no host"));
        assertArrayEquals(new float[] {0, 0, 0, 10, 0, 20, 20, 0, 30}, all.walks().places()[0], 1e-5f);
    }

    @Test
    void aLastFrameOutOfStepDoesNotCount() throws Exception {
        Built b = WalkBuilder.of(three(null), LITHIUM, ALL_AXES, 1, new TimeScale(1, 2), DriftReference.HOST, null,
                Progress.none());
        assertEquals(2, b.walks().frames());
        assertTrue(remarks(b).contains("out of step"));
        assertTrue(!remarks(built(three(null), LITHIUM, ALL_AXES, DriftReference.HOST, null)).contains("out of step"));
    }

    /** 4 by 5 by 6 at 10 angstroms each: two atoms in 120000 cubic angstroms. */
    @Test
    void densityOfTheFollowedAtoms() throws Exception {
        Built b = built(trajectory(Coordinates.WRAPPED, Cell.box(4, 5, 6), null, FRAMES), LITHIUM, ALL_AXES,
                DriftReference.HOST, null);
        assertEquals(2 / 120_000.0, b.numberDensity(), 1e-12);
    }

    private static String why(Trajectory t, DriftReference drift, Cell box) throws Exception {
        return built(t, LITHIUM, new int[] {0}, drift, box).verdict().reason();
    }

    @Test
    void aStepOfNearlyHalfACellMayHaveBeenTheOther() throws Exception {
        Cell cell = Cell.box(10, 10, 10);
        double[] rest = new double[9];
        assertTrue(why(trajectory(Coordinates.WRAPPED, cell, null, rest, new double[] {0, 0, 0, 0, 0, 0, 4.2, 0, 0}),
                DriftReference.HOST, null).contains("0.42 of the cell"));
        assertEquals("", why(trajectory(Coordinates.WRAPPED, cell, null, rest, new double[] {0, 0, 0, 0, 0, 0, 3.9, 0,
            0}), DriftReference.HOST, null));
        // an atom that nobody follows may do what it likes
        assertEquals("", why(trajectory(Coordinates.WRAPPED, cell, null, rest, new double[] {0, 0, 0, 4.2, 0, 0, 0, 0,
            0}), DriftReference.NONE, null));
    }

    /** Without a cell but with a box of 10: 9 on is 1 back. */
    @Test
    void aStatedBoxUnwraps() throws Exception {
        Trajectory t = trajectory(Coordinates.NO_CELL, null, null, new double[9], new double[] {9, 0, 0, 4.5, 0, 0, 1,
            0, 0}, new double[] {8, 0, 0, 4.5, 0, 0, 2, 0, 0});
        Cell box = Cell.box(10, 10, 10);
        Built b = built(t, LITHIUM, new int[] {0}, DriftReference.NONE, box);
        assertArrayEquals(new float[] {0, -10, -20}, b.walks().places()[0], 1e-5f);
        assertEquals("", b.verdict().reason());
        assertTrue(why(t, DriftReference.HOST, box).contains("0.45 of the cell"));
    }

    /** Atoms within 0 to 10, one of which steps by this much in the last of some frames. */
    private static Trajectory leaping(Coordinates c, int frames, double step) {
        double[][] all = new double[frames][];
        for (int f = 0; f < frames; f++) {
            all[f] = new double[] {f == frames - 1 ? 10 - step : 10, 0, 0, 5, 0, 0, 0, 0, 0};
        }
        return trajectory(c, null, null, all);
    }

    @Test
    void leapsAcrossTheExtentLookWrapped() throws Exception {
        assertTrue(why(leaping(Coordinates.NO_CELL, 11, 6.1), DriftReference.HOST, null).contains("leap"));
        assertEquals("", why(leaping(Coordinates.NO_CELL, 11, 5.9), DriftReference.HOST, null));
        assertEquals("", why(leaping(Coordinates.NO_CELL, 10, 6.1), DriftReference.HOST, null));
        assertEquals("", why(leaping(Coordinates.UNWRAPPED, 11, 6.1), DriftReference.HOST, null));
        // not along this axis
        assertEquals("", built(leaping(Coordinates.NO_CELL, 11, 6.1), LITHIUM, new int[] {1}, DriftReference.HOST, null)
                .verdict().reason());
        // nor of this atom
        assertEquals("", built(leaping(Coordinates.NO_CELL, 11, 6.1), new int[] {2}, new int[] {0},
                DriftReference.NONE, null).verdict().reason());
    }

    @Test
    void aCellThatChangesIsSaid() throws Exception {
        TrajectoryRecorder r = new TrajectoryRecorder(Atoms.of(new int[] {1}, new String[] {"Li"}, new double[1]),
                Coordinates.WRAPPED, false);
        r.add(0, 0, Cell.box(4, 4, 4), new double[3], null);
        r.add(1, 0, Cell.box(5, 4, 4), new double[3], null);
        assertTrue(remarks(built(r.trajectory(TrajectoryUnits.ANGSTROM), new int[] {0}, ALL_AXES, DriftReference.NONE,
                null)).contains("cell changes"));
    }

    /** Of displacements m + d, m - d twice the mean has a variance of d2/3; 24 of these are m = 2.83 d. */
    @Test
    void particlesThatMoveAlikeAreDoubted() throws Exception {
        for (double m : new double[] {2.7, 2.95, -2.95}) {
            List<double[]> frames = new ArrayList<>(List.of(new double[12]));
            double[] end = new double[12];
            for (int i = 0; i < 4; i++) {
                double sign = i % 2 == 0 ? 1 : -1;
                end[3 * i] = sign;
                end[3 * i + 1] = m + sign;
            }
            frames.add(new double[12]);
            frames.add(end);
            Built b = built(trajectory(Coordinates.UNWRAPPED, null, null, frames.toArray(double[][]::new)), new int[] {
                0, 1, 2, 3}, ALL_AXES, DriftReference.NONE, null);
            assertEquals(Math.abs(m) > 2.83, b.verdict().reason().contains("move alike by " + (m < 0 ? "-" : "")
                    + "29.5"), b.verdict().reason());
            assertEquals(Math.abs(m) < 2.83, b.verdict().isSound());
        }
    }
}
