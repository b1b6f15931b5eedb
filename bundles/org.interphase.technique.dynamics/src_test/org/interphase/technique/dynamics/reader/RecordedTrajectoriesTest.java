package org.interphase.technique.dynamics.reader;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.interphase.api.AnalysisException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Fact;
import org.interphase.api.MissingFactException;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.api.SourceHead;
import org.interphase.api.Stated;
import org.interphase.model.Table;
import org.interphase.technique.dynamics.DynamicsTechnique;
import org.interphase.technique.dynamics.displacement.MsdTable;
import org.interphase.technique.dynamics.trajectory.Coordinates;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.TrajectoryJoin;
import org.interphase.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Files of programs with known answers. */
class RecordedTrajectoriesTest {

    private static Table read(String file, Stated stated) throws IOException {
        Source source = Source.of(SharedData.require("simulation/" + file)).stating(stated);
        SourceHead head = SourceHead.of(source);
        DatasetReader best = new DynamicsTechnique().readers().stream().max(java.util.Comparator.comparingInt(r
                -> r.confidence(head))).orElseThrow();
        return (Table) best.read(source, Progress.none()).get(0);
    }

    private static Trajectory trajectory(String file) throws IOException {
        return read(file, Stated.NOTHING).product(Trajectory.class).orElseThrow();
    }

    private static double[] place(Trajectory t, int frame, int id) {
        for (int i = 0; i < t.atoms().size(); i++) {
            if (t.atoms().ids()[i] == id) {
                float[] f = t.frames().places().get(frame);
                return new double[] {f[3 * i], f[3 * i + 1], f[3 * i + 2]};
            }
        }
        throw new IllegalArgumentException("no atom " + id);
    }

    /** Wrapped (2.56616, 6.11565, 7.37956) in the last frame, 3, 1 and -4 boxes of 10 away. */
    @Test
    void imageFlagsUnwrap() throws IOException {
        Trajectory t = trajectory("image_vf.lammpstrj");
        assertEquals(Coordinates.IMAGES, t.coordinates());
        assertEquals(3, t.frames().size());
        assertArrayEquals(new double[] {32.56616, 16.11565, -32.62044}, place(t, 2, 1), 1e-5);
        assertArrayEquals(new double[] {18.86026, 11.45707, -13.50045}, place(t, 1, 1), 1e-5);
        assertTrue(t.units().length().isEmpty(), "a dump does not state its units");
    }

    @Test
    void twoFilesOfOneRunAreOne() throws IOException, AnalysisException {
        Trajectory a = trajectory("chain_dump_1.lammpstrj");
        Trajectory b = trajectory("chain_dump_2.lammpstrj");
        assertEquals(6, a.frames().size());
        assertEquals(22, a.atoms().size());
        Trajectory start = trajectory("chain_initial.data");
        assertEquals(22, start.atoms().size());
        assertEquals(5.883740014805435, place(start, 0, 4)[0], 1e-6);
        Trajectory both = TrajectoryJoin.of(List.of(b, a));
        assertArrayEquals(new double[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, both.frames().steps());
        assertArrayEquals(place(b, b.frames().size() - 1, 7), place(both, 10, 7), 1e-4);
    }

    /** Bounds -6.5876 .. 18.3378 and xy = 15.067, xz = -6.266 give edges of 17.152, 26.126, 14.473. */
    @Test
    void tiltedBoxIsThatWithinItsBounds() throws IOException {
        Trajectory t = trajectory("albite_triclinic.dump");
        assertEquals(1, t.frames().size());
        assertEquals(17, t.atoms().size());
        double lx = 18.337813315377392 - 1.5067439154787670 - (-6.5875693349397721 - -6.2664145519294436);
        assertEquals(lx, t.cell().orElseThrow().length(0), 1e-9);
        double ly = 25.958964273996141 - (-0.54551678251502922 - -0.42179319547892025);
        assertEquals(Math.hypot(1.5067439154787670, ly), t.cell().orElseThrow().length(1), 1e-9);
        double lz = 12.993982724334792 + 0.045447071698045266;
        double x = -6.2664145519294436 + 6.5875693349397721 - 6.5875693349397721 + 6.2664145519294436;
        double[] p = place(t, 0, 192);
        assertEquals(-0.045447071698045266 + 0.0425371 * lz, p[2], 1e-5);
        double xlo = -6.5875693349397721 + 6.2664145519294436;
        assertEquals(xlo + 0.204242 * lx + 0.016215 * 1.5067439154787670 + 0.0425371 * -6.2664145519294436 + x, p[0],
                1e-5);
    }

    @Test
    void rowsOfNumbersAreTimesAndDisplacements() throws IOException, AnalysisException {
        Stated units = Stated.NOTHING.with(Fact.UNIT, "ps").with(Fact.SIGNAL_UNIT, "Angstrom2");
        MsdTable t = MsdTable.of(read("msd.txt", units));
        assertEquals(95, t.time().length);
        assertEquals(0.8, t.time()[0], 1e-12);
        MsdTable s = MsdTable.of(read("msd_std.txt", units));
        assertTrue(s.hasSpread());
        assertEquals(0.02457505864665493, s.spread()[0], 1e-15);
    }

    @Test
    void unitsOfATableWithoutHeadingsAreAskedFor() {
        SharedData.require("simulation/msd.txt");
        MissingFactException e = assertThrows(MissingFactException.class, () -> read("msd.txt", Stated.NOTHING));
        assertEquals(List.of(Fact.UNIT), e.needed());
        MissingFactException m = assertThrows(MissingFactException.class, () -> read("msd.txt",
                Stated.NOTHING.with(Fact.UNIT, "ps")));
        assertEquals(List.of(Fact.SIGNAL_UNIT), m.needed());
    }
}
