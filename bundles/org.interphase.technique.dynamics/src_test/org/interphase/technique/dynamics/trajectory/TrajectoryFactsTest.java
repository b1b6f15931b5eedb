package org.interphase.technique.dynamics.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.interphase.api.AnalysisException;
import org.interphase.model.DatasetHeader;
import org.interphase.model.Metadata;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.junit.jupiter.api.Test;

/** Units, times, atoms and tables of trajectories of a few frames. */
class TrajectoryFactsTest {

    private static final Atoms THREE = Atoms.of(new int[] {4, 7, 9}, new String[] {"Li", "O", "Li"},
            new double[] {7, 16, 7});

    private static TrajectoryRecorder recorder(Coordinates c, boolean stepped) {
        return new TrajectoryRecorder(THREE, c, stepped);
    }

    private static Trajectory at(boolean stepped, Unit time, double[] steps, double[] times) {
        TrajectoryRecorder r = recorder(Coordinates.NO_CELL, stepped);
        for (int f = 0; f < steps.length; f++) {
            r.add(steps[f], times == null ? Double.NaN : times[f], null, new double[] {f, 0, 0, 0, 0, 0, 0, 0, 2},
                    null);
        }
        return r.trajectory(time == null ? TrajectoryUnits.ANGSTROM : TrajectoryUnits.ANGSTROM.timeIn(time));
    }

    @Test
    void lengthsOfUnits() throws Exception {
        Trajectory t = at(false, null, new double[] {0, 1}, null);
        assertEquals(1, AngstromScale.of(t, " "), 1e-12);
        assertEquals(10, AngstromScale.of(t, "nm"), 1e-9);
        assertEquals(3.405, AngstromScale.of(t, " 3.405 Angstrom "), 1e-12);
        assertEquals(2 * 0.529177210544, AngstromScale.of(t, "2 Bohr"), 1e-12);
        assertEquals(0.529177210544, AngstromScale.of(t, "a0"), 1e-12);
        for (String wrong : new String[] {"3.4", "0 nm", "-1 nm", "s", "nonsense", "1e400 nm"}) {
            assertThrows(AnalysisException.class, () -> AngstromScale.of(t, wrong), wrong);
        }
        TrajectoryRecorder r = recorder(Coordinates.NO_CELL, false);
        r.add(0, 0, null, new double[9], null);
        Trajectory bare = r.trajectory(TrajectoryUnits.UNKNOWN);
        assertTrue(assertThrows(AnalysisException.class, () -> AngstromScale.of(bare, "")).getMessage()
                .contains("lengthUnit"));
        assertEquals(10, AngstromScale.of(r.trajectory(TrajectoryUnits.UNKNOWN.lengthIn(Unit.of("nm"))), ""), 1e-9);
    }

    @Test
    void timesOfFrames() throws Exception {
        double[] steps = {0, 10, 20, 30};
        Trajectory timed = at(true, Unit.of("fs"), steps, new double[] {500, 1500, 2500, 3500});
        assertEquals(new TimeScale(1, 4), TimeScale.of(timed, 3.0, 7.0));
        Trajectory stepped = at(true, null, steps, null);
        assertEquals(0.02, TimeScale.of(stepped, 2.0, null).interval(), 1e-12);
        assertEquals(0.005, TimeScale.of(stepped, 2.0, 5.0).interval(), 1e-12);
        assertTrue(assertThrows(AnalysisException.class, () -> TimeScale.of(stepped, null, null)).getMessage()
                .contains("timeStep"));
        Trajectory frames = at(false, null, steps, null);
        assertTrue(assertThrows(AnalysisException.class, () -> TimeScale.of(frames, 2.0, null)).getMessage()
                .contains("frameInterval"));
        // times without a unit are none
        assertEquals(0.005, TimeScale.of(at(true, null, steps, new double[] {1, 2, 3, 4}), null, 5.0).interval(),
                1e-12);
        assertThrows(AnalysisException.class, () -> TimeScale.of(at(true, null, new double[] {0}, null), 1.0, 1.0));
        assertEquals(2, TimeScale.of(at(true, null, new double[] {0, 1}, null), 1.0, null).frames());
    }

    /** Steps may differ by one in ten thousand; only a last one of more than three may be out of step. */
    @Test
    void framesMustBeEquallyFarApart() throws Exception {
        assertEquals(4, TimeScale.of(at(true, null, new double[] {0, 20000, 40001, 60000}, null), 1.0, null)
                .frames());
        String why = assertThrows(AnalysisException.class, () -> TimeScale.of(at(true, null, new double[] {0, 10, 25,
            35}, null), 1.0, null)).getMessage();
        assertTrue(why.contains("frame 3 comes 15.0000 behind") && why.contains("second 10.0000 behind"), why);
        assertEquals(3, TimeScale.of(at(true, null, new double[] {0, 10, 20, 25}, null), 1.0, null).frames());
        for (double[] wrong : new double[][] {{0, 10, 25}, {0, 10, 20, 20}, {0, 10, 20, 15}, {0, 0, 0, 0},
            {0, -1, -2, -3}, {0, 10, 15, 25}}) {
            assertThrows(AnalysisException.class, () -> TimeScale.of(at(true, null, wrong, null), 1.0, null));
        }
    }

    @Test
    void anIntervalOfTheFileCountsFramesThatWereDropped() throws Exception {
        TrajectoryRecorder r = new TrajectoryRecorder(THREE, Coordinates.NO_CELL, false, 144);
        for (int f = 0; f < 5; f++) {
            r.add(f, Double.NaN, null, new double[9], null);
        }
        Trajectory t = r.trajectory(TrajectoryUnits.ANGSTROM);
        assertEquals(5, r.frames());
        assertEquals(2, t.frames().every());
        assertArrayEquals(new double[] {0, 2, 4}, t.frames().steps());
        assertEquals(0.01, TimeScale.of(t, null, 5.0).interval(), 1e-12);
    }

    private static int[] chosen(String text) throws AnalysisException {
        return AtomSelection.of(text, THREE);
    }

    private static String refused(String text) {
        return assertThrows(AnalysisException.class, () -> chosen(text)).getMessage();
    }

    @Test
    void atomsAreNamedBySpeciesOrNumber() throws Exception {
        assertArrayEquals(new int[] {0, 2}, chosen("Li"));
        assertArrayEquals(new int[] {1}, chosen(" O "));
        assertArrayEquals(new int[] {0, 1, 2}, chosen("O, Li"));
        assertArrayEquals(new int[] {1}, chosen("atoms 7"));
        assertArrayEquals(new int[] {0, 1}, chosen("atoms 4-7"));
        assertArrayEquals(new int[] {0, 2}, chosen("atoms 4, 8-9"));
        assertTrue(refused("").contains("Li 2, O 1"));
        assertTrue(refused("Na").contains("no species 'Na'"));
        assertTrue(refused("atoms 5-6").contains("names none"));
        assertTrue(refused("atoms x").contains("'x' is no number"));
        assertArrayEquals(new int[] {0, 1}, AtomSelection.of("", Atoms.of(new int[] {1, 2}, new String[] {"Li", "Li"},
                new double[2])));
    }

    @Test
    void manySpeciesAreCutShort() {
        for (int n : new int[] {20, 21}) {
            int[] ids = new int[n];
            String[] labels = new String[n];
            for (int k = 0; k < n; k++) {
                labels[k] = "X" + k;
            }
            String text = Atoms.of(ids, labels, new double[n]).counts();
            assertEquals(n == 21, text.endsWith(" ..."), text);
            assertEquals(20, text.split(", ").length);
        }
        assertEquals(3, THREE.size());
        assertArrayEquals(new int[] {0, 1, 0}, THREE.speciesOf());
    }

    @Test
    void trajectoriesAreEqualByAtomsFramesAndUnits() {
        Trajectory t = at(true, null, new double[] {0, 1, 2}, null);
        assertEquals(t, at(true, null, new double[] {0, 1, 2}, null));
        assertEquals(t.hashCode(), at(true, null, new double[] {0, 1, 2}, null).hashCode());
        assertNotEquals(t.hashCode(), at(true, null, new double[] {0, 1, 3}, null).hashCode());
        assertNotEquals(t, at(true, null, new double[] {0, 1, 3}, null));
        assertNotEquals(t, at(true, null, new double[] {0, 1}, null));
        assertNotEquals(t, at(true, Unit.of("fs"), new double[] {0, 1, 2}, null));
        TrajectoryRecorder r = recorder(Coordinates.NO_CELL, true);
        for (int f = 0; f < 3; f++) {
            r.add(f, Double.NaN, null, new double[] {f, 0, 0, 0, 0, 0, 0, 0, f == 2 ? 3 : 2}, null);
        }
        assertNotEquals(t, r.trajectory(TrajectoryUnits.ANGSTROM));
        assertNotEquals(t, "t");
        assertEquals("trajectory of 3 atoms in 3 frames", t.title());
        assertEquals(Coordinates.NO_CELL, t.coordinates());
        assertEquals("without a cell", t.coordinates().words());
        assertTrue(t.cell().isEmpty() && Double.isNaN(t.meanVolume()) && !t.cellVaries());
        assertTrue(t.verdict().isSound());
    }

    @Test
    void aTableHoldsFramesTimesAndCell() {
        TrajectoryRecorder r = recorder(Coordinates.WRAPPED, true);
        r.add(5, 0.5, Cell.box(4, 5, 6), new double[9], null);
        r.add(6, 1.5, Cell.box(4, 5, 7), new double[9], null);
        Table t = TrajectoryTable.of(DatasetHeader.of("t", TrajectoryTable.KIND, Metadata.EMPTY),
                r.trajectory(TrajectoryUnits.ANGSTROM.timeIn(Unit.of("ps"))));
        assertArrayEquals(new double[] {5, 6}, t.column("step").orElseThrow().values());
        assertArrayEquals(new double[] {0.5, 1.5}, t.column("time").orElseThrow().values());
        assertEquals("ps", t.column("time").orElseThrow().unit().text());
        assertEquals(7, t.metadata().number("cell c", "Angstrom").orElseThrow(), 1e-12);
        assertEquals(4, t.metadata().number("cell a", "Angstrom").orElseThrow(), 1e-12);
        assertEquals("varies", t.metadata().text("cell").orElseThrow());
        assertEquals(3, t.metadata().number("atoms").orElseThrow());
        assertEquals("Li 2, O 1", t.metadata().text("species").orElseThrow());
        Table bare = TrajectoryTable.of(DatasetHeader.of("t", TrajectoryTable.KIND, Metadata.EMPTY), at(false, null,
                new double[] {0, 1}, null));
        assertTrue(bare.column("frame").isPresent() && bare.column("time").isEmpty());
        assertFalse(bare.metadata().has("cell"));
    }

    /** An atom at 3.9 of 4 goes to 0.2 through the wall, 0.3 on: a part of 0.075 of the cell. */
    @Test
    void wrappedPlacesRunOn() {
        TrajectoryRecorder r = recorder(Coordinates.WRAPPED, true);
        Cell cell = Cell.box(4, 4, 4);
        r.add(0, Double.NaN, cell, new double[] {3.9, 0, 0, 1, 1, 1, 0, 0, 0}, null);
        r.add(1, Double.NaN, cell, new double[] {0.2, 0, 0, 1, 3, 1, 0, 0, 3.6}, null);
        Trajectory t = r.trajectory(TrajectoryUnits.ANGSTROM);
        assertArrayEquals(new float[] {4.2f, 0, 0, 1, 3, 1, 0, 0, -0.4f}, t.frames().places().get(1), 1e-6f);
        assertEquals(0.075, t.largestStep(0), 1e-6);
        assertEquals(0.5, t.largestStep(1), 1e-6);
        assertEquals(0.1, t.largestStep(2), 1e-6);
        assertEquals(64, t.meanVolume(), 1e-12);
        assertFalse(t.cellVaries());
        assertEquals(Optional.of(cell), t.cell());
    }

    /** From (0.5; 1 cell of 4) to (0.5; 2 cells of 6): half of 4 + 6 for the cell crossed between. */
    @Test
    void imageCountersAreAddedUpInTheMeanOfBothCells() {
        TrajectoryRecorder r = recorder(Coordinates.IMAGES, true);
        r.add(0, Double.NaN, Cell.box(4, 5, 6), new double[] {0.5, 0, 0, 0, 0, 0, 0, 0, 0}, new int[] {1, 0, 0, 0, 2, 0,
            0, 0, -1});
        r.add(1, Double.NaN, Cell.box(6, 7, 10), new double[] {0.7, 0, 0, 0, 1, 0, 0, 0, 2}, new int[] {2, 0, 0, 0, 4,
            0, 0, 0, -2});
        Trajectory t = r.trajectory(TrajectoryUnits.ANGSTROM);
        assertArrayEquals(new float[] {4.5f, 0, 0, 0, 10, 0, 0, 0, -6}, t.frames().places().get(0), 1e-6f);
        assertArrayEquals(new float[] {9.7f, 0, 0, 0, 23, 0, 0, 0, -12}, t.frames().places().get(1), 1e-6f);
        assertArrayEquals(new double[] {12.7, 0, 0, 0, 29, 0, 0, 0, -18}, t.ends().lastPlace(), 1e-9);
        assertArrayEquals(new double[] {4.5, 0, 0, 0, 10, 0, 0, 0, -6}, t.ends().firstPlace(), 1e-9);
        assertTrue(t.cellVaries());
        assertEquals((120 + 420) / 2.0, t.meanVolume(), 1e-9);
    }

    /** An unwrapped atom at rest in a cell that breathes: at 9 of 4 (two cells and 1), then at 13 of 6 (and 1). */
    @Test
    void unwrappedPlacesDoNotBreatheWithTheCell() {
        TrajectoryRecorder r = recorder(Coordinates.UNWRAPPED, true);
        r.add(0, Double.NaN, Cell.box(4, 4, 4), new double[] {9, 0, 0, 0, 0, 0, 0, 0, 0}, null);
        r.add(1, Double.NaN, Cell.box(6, 6, 6), new double[] {13.2, 0, 0, 0, 0, 0, 0, 0, 0}, null);
        assertEquals(9.2, r.trajectory(TrajectoryUnits.ANGSTROM).frames().places().get(1)[0], 1e-5);
        TrajectoryRecorder same = recorder(Coordinates.UNWRAPPED, true);
        same.add(0, Double.NaN, Cell.box(4, 4, 4), new double[] {9, 0, 0, 0, 0, 0, 0, 0, 0}, null);
        same.add(1, Double.NaN, Cell.box(4, 4, 4), new double[] {12, 0, 0, 0, 0, 0, 0, 0, 0}, null);
        assertEquals(12, same.trajectory(TrajectoryUnits.ANGSTROM).frames().places().get(1)[0], 1e-5);
    }

    @Test
    void cellsAreTheSameWithinRounding() {
        Cell cell = Cell.box(4, 5, 6);
        assertTrue(cell.isSame(Cell.box(4 + 5e-9, 5, 6)));
        assertFalse(cell.isSame(Cell.box(4 + 7e-9, 5, 6)));
        assertEquals(cell, Cell.box(4, 5, 6));
        assertEquals(cell.hashCode(), Cell.box(4, 5, 6).hashCode());
        assertNotEquals(cell, Cell.box(4, 5, 7));
        assertThrows(IllegalArgumentException.class, () -> Cell.of(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> Cell.box(4, 5, Double.NaN));
        assertEquals(24, Cell.of(0, 2, 0, 3, 0, 0, 0, 0, 4).volume(), 1e-12);
        double[] d = {3.5, -3, 1};
        assertEquals(0.4, cell.nearest(d), 1e-12);
        assertArrayEquals(new double[] {-0.5, 2, 1}, d, 1e-12);
        // a cell of 60 degrees: 0.5 of both vectors is nearer as (0.5, -0.5)
        double[] skew = {3, Math.sqrt(3), 0};
        assertEquals(0.5, Cell.of(4, 0, 0, 2, 2 * Math.sqrt(3), 0, 0, 0, 4).nearest(skew), 1e-9);
        assertEquals(2, Math.hypot(skew[0], skew[1]), 1e-9);
    }
}
