package org.interphase.technique.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.interphase.api.AnalysisException;
import org.interphase.api.Progress;
import org.interphase.model.Verdict;
import org.junit.jupiter.api.Test;

class TrajectoryJoinTest {

    private static final int ATOMS = 5;

    /** Atoms that step by 0.1 along each axis, from {@code shift} on. */
    private static Trajectory part(double shift, long seed) {
        int[] ids = new int[ATOMS];
        String[] labels = new String[ATOMS];
        double[] masses = new double[ATOMS];
        double[] xyz = new double[3 * ATOMS];
        for (int i = 0; i < ATOMS; i++) {
            ids[i] = i + 1;
            labels[i] = "Li";
            masses[i] = 6.94;
        }
        TrajectoryRecorder out = new TrajectoryRecorder(Atoms.of(ids, labels, masses), Coordinates.NO_CELL, false);
        Random random = new Random(seed);
        for (int f = 0; f < 30; f++) {
            for (int k = 0; k < xyz.length; k++) {
                xyz[k] = f == 0 ? shift + k : xyz[k] + 0.1 * random.nextGaussian();
            }
            out.add(f, Double.NaN, null, xyz, null);
        }
        return out.trajectory(TrajectoryUnits.ANGSTROM);
    }

    private static Verdict joined(double shift) throws Exception {
        Trajectory t = TrajectoryJoin.of(List.of(part(0, 1), part(shift, 2), part(shift, 3)));
        assertEquals(90, t.frames().size());
        return WalkBuilder.of(t, new int[] {0, 1, 2, 3, 4}, new int[] {0, 1, 2}, 1, new TimeScale(1, 90),
                DriftReference.NONE, null, Progress.none()).verdict();
    }

    /** The second part begins five angstroms off along each axis, steps are a tenth of one. */
    @Test
    void partsThatDoNotFollowEachOtherAreDoubted() throws Exception {
        assertTrue(joined(5).reason().contains("may not follow"), joined(5).reason());
    }

    @Test
    void oneRunInPartsIsNotDoubted() throws Exception {
        Trajectory first = part(0, 1);
        assertTrue(TrajectoryJoin.of(List.of(first, first)).verdict().reason().contains("may not follow"));
        // the way back: the last place of the second is the first of the first
        assertTrue(TrajectoryJoin.of(List.of(reversed(first), first)).verdict().isSound());
        assertEquals(59, TrajectoryJoin.of(List.of(reversed(first), first)).frames().size());
    }

    private static Trajectory reversed(Trajectory t) {
        TrajectoryRecorder out = new TrajectoryRecorder(t.atoms(), Coordinates.NO_CELL, false);
        for (int f = t.frames().size() - 1; f >= 0; f--) {
            double[] xyz = new double[3 * ATOMS];
            for (int k = 0; k < xyz.length; k++) {
                xyz[k] = t.frames().places().get(f)[k];
            }
            out.add(t.frames().size() - 1 - f, Double.NaN, null, xyz, null);
        }
        return out.trajectory(TrajectoryUnits.ANGSTROM);
    }

    private static Trajectory two(int[] ids, Coordinates c, boolean stepped, double[] steps, Cell[] cells,
            double[]... xyz) {
        String[] labels = ids[0] == 1 ? new String[] {"Li", "O"} : new String[] {"O", "Li"};
        TrajectoryRecorder out = new TrajectoryRecorder(Atoms.of(ids, labels, new double[] {1, 1}), c, stepped);
        for (int f = 0; f < steps.length; f++) {
            out.add(steps[f], 10 * steps[f], cells == null ? null : cells[f], xyz[f], null);
        }
        return out.trajectory(TrajectoryUnits.ANGSTROM);
    }

    private static final int[] IDS = {1, 2};
    private static final int[] TURNED = {2, 1};

    private static Cell[] boxes(double... edges) {
        return Arrays.stream(edges).mapToObj(e -> Cell.box(e, e, e)).toArray(Cell[]::new);
    }

    /** Lithium goes by 0.3 through the wall at 4 from one part to the next, in which the atoms are turned round. */
    @Test
    void partsOfStepsAreOrderedAndGoOnThroughTheWall() throws Exception {
        Trajectory a = two(IDS, Coordinates.WRAPPED, true, new double[] {0, 10}, boxes(4, 4), new double[] {3.7, 0, 0,
            1, 1, 1}, new double[] {3.9, 0, 0, 1, 1, 1.5});
        Trajectory b = two(TURNED, Coordinates.WRAPPED, true, new double[] {20, 30, 40}, boxes(5, 5, 5), new double[] {
            1, 1, 2.5, 0.2, 0, 0}, new double[] {1, 1, 2, 0.7, 0, 0}, new double[] {1, 1, 2, 0.9, 0.1, 0});
        Trajectory t = TrajectoryJoin.of(List.of(b, a));
        assertArrayEquals(new double[] {0, 10, 20, 30, 40}, t.frames().steps());
        assertArrayEquals(new double[] {0, 100, 200, 300, 400}, t.frames().times());
        assertArrayEquals(new float[] {4.2f, 0, 0, 1, 1, 2.5f}, t.frames().places().get(2), 1e-5f);
        assertArrayEquals(new float[] {4.7f, 0, 0, 1, 1, 2}, t.frames().places().get(3), 1e-5f);
        assertArrayEquals(new float[] {4.9f, 0.1f, 0, 1, 1, 2}, t.frames().places().get(4), 1e-5f);
        // 0.5 of 5 within the second part; 1 of 4 between the parts
        assertEquals(0.1, t.largestStep(0), 1e-6);
        assertEquals(0.25, t.largestStep(1), 1e-6);
        assertEquals((2 * 64 + 3 * 125) / 5.0, t.meanVolume(), 1e-9);
        assertTrue(t.cellVaries());
        assertArrayEquals(new double[] {0.9, 0.1, 0, 1, 1, 2}, t.ends().lastPlace());
        assertArrayEquals(new double[] {3.7, 0, 0, 1, 1, 1}, t.ends().firstPlace());
        assertEquals(Cell.box(5, 5, 5), t.cell().orElseThrow());
    }

    @Test
    void aStepThatTwoPartsShareIsTakenOnce() throws Exception {
        Trajectory a = two(IDS, Coordinates.UNWRAPPED, true, new double[] {0, 10}, null, new double[6], new double[] {1,
            0, 0, 0, 0, 0});
        // another origin, as of places that were moved between
        Trajectory b = two(IDS, Coordinates.UNWRAPPED, true, new double[] {10, 20}, null, new double[] {5, 0, 0, 0, 0,
            0}, new double[] {6, 0, 0, 0, 2, 0});
        Trajectory t = TrajectoryJoin.of(List.of(a, b));
        assertArrayEquals(new double[] {0, 10, 20}, t.frames().steps());
        assertArrayEquals(new float[] {2, 0, 0, 0, 2, 0}, t.frames().places().get(2), 1e-6f);
        assertFalse(t.cellVaries());
        Trajectory early = two(IDS, Coordinates.UNWRAPPED, true, new double[] {5, 20}, null, new double[6],
                new double[6]);
        assertTrue(refused(a, early).contains("ends with step 10, the next begins with 5"));
        Trajectory twice = two(IDS, Coordinates.UNWRAPPED, true, new double[] {10, 10}, null, new double[6],
                new double[6]);
        assertTrue(refused(a, twice).contains("overlap"));
    }

    /** Frames without steps are counted on; one of two parts that is the same to the last digit is taken once. */
    @Test
    void partsWithoutStepsFollowAsGiven() throws Exception {
        Trajectory a = two(IDS, Coordinates.UNWRAPPED, false, new double[] {0, 1}, null, new double[6], new double[] {1,
            0, 0, 0, 0, 3});
        Trajectory b = two(TURNED, Coordinates.UNWRAPPED, false, new double[] {0, 1}, null, new double[] {0, 0, 3, 1, 0,
            0}, new double[] {0, 0, 4, 2, 0, 0});
        Trajectory t = TrajectoryJoin.of(List.of(a, b));
        assertArrayEquals(new double[] {0, 1, 2}, t.frames().steps());
        assertArrayEquals(new float[] {2, 0, 0, 0, 0, 4}, t.frames().places().get(2), 1e-6f);
        assertEquals(2, TrajectoryJoin.of(List.of(a)).frames().size());
    }

    /** From 9 in a cell of 4 (two cells and 1) to 13.2 in one of 6 (and 1.2): 0.2 on. */
    @Test
    void aCellThatChangesBetweenPartsMovesNothing() throws Exception {
        Trajectory a = two(IDS, Coordinates.UNWRAPPED, true, new double[] {0, 10}, boxes(4, 4), new double[] {9, 0, 0,
            0, 0, 0}, new double[] {9, 0, 0, 0, 0, 0});
        Trajectory b = two(IDS, Coordinates.UNWRAPPED, true, new double[] {20, 30}, boxes(6, 6), new double[] {13.2, 0,
            0, 0, 0, 0}, new double[] {13.2, 0, 0, 0, 0, 0});
        Trajectory t = TrajectoryJoin.of(List.of(a, b));
        assertEquals(9.2, t.frames().places().get(2)[0], 1e-5);
        assertTrue(t.cellVaries());
        Trajectory same = two(IDS, Coordinates.UNWRAPPED, true, new double[] {20, 30}, boxes(4, 4), new double[] {12, 0,
            0, 0, 0, 0}, new double[] {12, 0, 0, 0, 0, 0});
        Trajectory still = TrajectoryJoin.of(List.of(a, same));
        assertEquals(12, still.frames().places().get(2)[0], 1e-5);
        assertFalse(still.cellVaries());
    }

    private static String refused(Trajectory a, Trajectory b) {
        return assertThrows(AnalysisException.class, () -> TrajectoryJoin.of(List.of(a, b))).getMessage();
    }

    @Test
    void partsOfOtherRunsAreRefused() {
        Trajectory a = two(IDS, Coordinates.UNWRAPPED, true, new double[] {0}, null, new double[6]);
        assertTrue(refused(a, two(IDS, Coordinates.NO_CELL, true, new double[] {1}, null, new double[6]))
                .contains("not of one run"));
        assertTrue(refused(a, part(0, 1)).contains("not of one run"));
        assertTrue(refused(a, two(new int[] {1, 3}, Coordinates.UNWRAPPED, true, new double[] {1}, null,
                new double[6])).contains("atom 2 is not the same"));
        assertTrue(refused(a, two(new int[] {3, 1}, Coordinates.UNWRAPPED, true, new double[] {1}, null,
                new double[6])).contains("atom 2 is not the same"));
        TrajectoryRecorder other = new TrajectoryRecorder(a.atoms(), Coordinates.UNWRAPPED, true);
        other.add(1, 0, null, new double[6], null);
        assertTrue(refused(a, other.trajectory(TrajectoryUnits.UNKNOWN)).contains("not of one run"));
    }

    /** Two frames of one step of 1 each: 4 of these are allowed between the parts. */
    @Test
    void fourUsualStepsBetweenPartsAreAllowed() throws Exception {
        for (double gap : new double[] {3.9, 4.1}) {
            Trajectory a = two(IDS, Coordinates.UNWRAPPED, false, new double[] {0, 1, 2}, null, new double[] {7, 0, 0,
                0, 0, 0}, new double[] {8, 0, 0, 0, 0, 0}, new double[] {9, 0, 0, 0, 0, 0});
            Trajectory b = two(IDS, Coordinates.UNWRAPPED, false, new double[] {0, 1}, null, new double[] {9 + gap, 0,
                0, 0, 0, 0}, new double[] {9.5 + gap, 0, 0, 0, 0, 0});
            String why = TrajectoryJoin.of(List.of(a, b)).verdict().reason();
            assertEquals(gap > 4, why.contains("move 4 times as far"), why);
            assertEquals(gap < 4, why.isEmpty());
            String back = TrajectoryJoin.of(List.of(b, two(IDS, Coordinates.UNWRAPPED, false, new double[] {0, 1}, null,
                    new double[] {9.5, 0, 0, 0, gap, 0}, new double[] {10.5, 0, 0, 0, gap, 0}))).verdict().reason();
            assertTrue(back.contains("times as far"), back);
        }
    }
}
