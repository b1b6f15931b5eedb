package org.interphase.technique.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
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
}
