package org.interphase.technique.dynamics.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.interphase.api.DatasetFormatException;
import org.interphase.api.DatasetReader;
import org.interphase.api.Progress;
import org.interphase.api.Source;
import org.interphase.model.Table;
import org.interphase.model.unit.Unit;
import org.interphase.technique.dynamics.TrajectoryFiles;
import org.interphase.technique.dynamics.trajectory.Trajectory;
import org.interphase.technique.dynamics.trajectory.TrajectoryJoin;
import org.interphase.testkit.dynamics.WalkTruth;
import org.junit.jupiter.api.Test;

/** One run in every format: each must give the displacements that were simulated. */
class TrajectoryFormatsTest {

    private static final double BOX = 9;
    private static final WalkTruth WALK = WalkTruth.jumps(6, 40, 1, 0.7, 1.5, 0.2, 3).scattered(BOX, 4);

    private static Trajectory read(DatasetReader reader, Source source) throws IOException {
        return ((Table) reader.read(source, Progress.none()).get(0)).product(Trajectory.class).orElseThrow();
    }

    private static Source text(String name, String text) {
        return Source.of(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @param first place of the first walker among the atoms */
    private static void hasTheDisplacements(Trajectory t, int first, WalkTruth w) {
        assertEquals(w.frames(), t.frames().size());
        for (int i = 0; i < w.particles(); i++) {
            for (int f = 0; f < w.frames(); f++) {
                for (int c = 0; c < 3; c++) {
                    float[] now = t.frames().places().get(f);
                    float[] then = t.frames().places().get(0);
                    int at = 3 * (first + i) + c;
                    assertEquals(w.places()[i][3 * f + c] - w.places()[i][c], now[at] - then[at], 1e-4, "walker " + i
                            + ", frame " + f);
                }
            }
        }
    }

    @Test
    void lammpsAtomsAreFollowedByTheirIdThroughTheBox() throws IOException {
        Trajectory t = read(new LammpsDumpReader(), TrajectoryFiles.lammps(WALK, BOX, 50, "metal"));
        hasTheDisplacements(t, 0, WALK);
        assertEquals("1 6, 2 1", t.atoms().counts());
        assertEquals(50, t.frames().steps()[1]);
        assertEquals(Unit.of("Angstrom"), t.units().length().orElseThrow());
    }

    @Test
    void extendedXyzIsUnwrappedByItsLattice() throws IOException {
        hasTheDisplacements(read(new XyzTrajectoryReader(), TrajectoryFiles.extendedXyz(WALK, BOX)), 1, WALK);
    }

    @Test
    void plainXyzIsTakenAsItIs() throws IOException {
        hasTheDisplacements(read(new XyzTrajectoryReader(), TrajectoryFiles.xyz(WALK, "no cell")), 1, WALK);
    }

    @Test
    void xdatcarHoldsFractions() throws IOException {
        Trajectory t = read(new XdatcarReader(), TrajectoryFiles.xdatcar(WALK, BOX));
        hasTheDisplacements(t, 1, WALK);
        assertEquals(6.94, t.atoms().masses()[1], 1e-9);
    }

    @Test
    void dcdIsReadInBothByteOrders() throws IOException {
        hasTheDisplacements(read(new DcdReader(), TrajectoryFiles.dcd(WALK, BOX, ByteOrder.BIG_ENDIAN, true)), 0, WALK);
        Trajectory t = read(new DcdReader(), TrajectoryFiles.dcd(WALK, BOX, ByteOrder.LITTLE_ENDIAN, false));
        hasTheDisplacements(t, 0, WALK);
        assertEquals(200, t.frames().steps()[1]);
    }

    /** A lattice at 60 degrees: a step over its skewed face comes back by the shortest way. */
    @Test
    void scaledCoordinatesOfATiltedBoxAreUnwrapped() throws IOException {
        String frame = "ITEM: TIMESTEP%n%d%nITEM: NUMBER OF ATOMS%n1%nITEM: BOX BOUNDS xy xz yz pp pp pp%n0 15 5%n0 8 "
                + "0%n"
                + "0 10 0%nITEM: ATOMS id type xs ys zs%n1 1 0.5 %s 0.5%n";
        Trajectory t = read(new LammpsDumpReader(), text("t.dump", String.format(frame, 0, "0.95")
                + String.format(frame,
                1, "0.05")));
        float[] a = t.frames().places().get(0);
        float[] b = t.frames().places().get(1);
        // 0.1 of the vector (5, 8, 0)
        assertEquals(0.5, b[0] - a[0], 1e-5);
        assertEquals(0.8, b[1] - a[1], 1e-5);
    }

    @Test
    void aDataFileHasMassesByTypeAndImages() throws IOException {
        Trajectory t = read(new LammpsDataReader(), TrajectoryFiles.lammpsData());
        assertEquals(6.94, t.atoms().masses()[0]);
        assertEquals(2, t.atoms().ids()[0]);
        // one vector b = (1, 8, 0) further
        assertEquals(2, t.frames().places().get(0)[0], 1e-6);
        assertEquals(10, t.frames().places().get(0)[1], 1e-6);
        String other = new String(TrajectoryFiles.lammpsData().readAll(1 << 20), StandardCharsets.UTF_8);
        assertTrue(assertThrows(DatasetFormatException.class, () -> new LammpsDataReader().read(text("x.data",
                other.replace("# full", "")), Progress.none())).getMessage().contains("style"));
    }

    @Test
    void aNegativeScaleOfXdatcarIsTheVolume() throws IOException {
        String head = "x\n-27\n1 0 0\n0 1 0\n0 0 1\nLi\n1\n";
        Trajectory t = read(new XdatcarReader(), text("XDATCAR", head + "Direct configuration= 1\n0 0 0\n"
                + "Direct configuration= 2\n0.1 0 0\n"));
        assertEquals(3, t.cell().orElseThrow().length(0), 1e-9);
        assertEquals(0.3, t.frames().places().get(1)[0], 1e-6);
    }

    /** A cell that breathes about the origin does not move an atom that has left it. */
    @Test
    void anAtomFarOutDoesNotMoveWithTheCell() throws IOException {
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < 5; f++) {
            double edge = f % 2 == 0 ? 10 : 10.2;
            out.append("ITEM: TIMESTEP\n").append(f).append("\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS pp pp pp\n");
            out.append(("0 " + edge + "\n").repeat(3)).append("ITEM: ATOMS id type x y z ix iy iz\n1 1 "
                    + "").append(0.5 * edge)
                    .append(" 5 5 30 0 0\n");
        }
        Trajectory t = read(new LammpsDumpReader(), text("npt.dump", out.toString()));
        assertTrue(t.cellVaries());
        assertEquals(0.1, t.frames().places().get(1)[0] - t.frames().places().get(0)[0], 1e-4);
    }

    /** A cell that breathes about the origin; the atom rests at 0.5 of the edge, thirty and more cells out. */
    private static String breathing(String columns, int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int f = from; f < to; f++) {
            double edge = f % 2 == 0 ? 10 : 10.2;
            out.append("ITEM: TIMESTEP\n").append(f).append("\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS pp pp pp\n");
            out.append(("0 " + edge + "\n").repeat(3)).append("ITEM: ATOMS id type ").append(columns).append("\n1 1 ");
            switch (columns) {
                case "xu yu zu" -> out.append(30.5 * edge).append(" 5 5\n");
                case "xsu ysu zsu" -> out.append("30.5 0.5 0.5\n");
                default -> out.append(0.5 * edge).append(" 5 5 30 0 0\n");
            }
        }
        return out.toString();
    }

    @Test
    void unwrappedCoordinatesDoNotMoveWithTheCellEither() throws Exception {
        for (String columns : new String[] {"xu yu zu", "xsu ysu zsu"}) {
            Trajectory t = read(new LammpsDumpReader(), text("npt.dump", breathing(columns, 0, 5)));
            assertEquals(0.1, t.frames().places().get(1)[0] - t.frames().places().get(0)[0], 1e-4, columns);
            assertEquals(0, t.frames().places().get(2)[0] - t.frames().places().get(0)[0], 1e-4, columns);
        }
    }

    @Test
    void theCellBreathesAcrossSeamsToo() throws Exception {
        for (String columns : new String[] {"xu yu zu", "xsu ysu zsu", "x y z ix iy iz"}) {
            Trajectory all = TrajectoryJoin.of(List.of(
                    read(new LammpsDumpReader(), text("a.dump", breathing(columns, 0, 4))),
                    read(new LammpsDumpReader(), text("b.dump", breathing(columns, 4, 8)))));
            float[] before = all.frames().places().get(3);
            float[] behind = all.frames().places().get(4);
            assertEquals(-0.1, behind[0] - before[0], 1e-4, columns);
        }
    }

    @Test
    void partsWithoutStepsDropAFrameHeldTwice() throws Exception {
        String[] frames = new String(TrajectoryFiles.xyz(WALK, "x").readAll(1 << 24), StandardCharsets.UTF_8)
                .split("(?m)(?=^7$)");
        Trajectory a = read(new XyzTrajectoryReader(), text("a.xyz", String.join("", List.of(frames).subList(0, 20))));
        Trajectory b = read(new XyzTrajectoryReader(), text("b.xyz", String.join("", List.of(frames).subList(19, 40))));
        hasTheDisplacements(TrajectoryJoin.of(List.of(a, b)), 1, WALK);
    }

    @Test
    void aDcdThatDoesNotSayHowOftenItIsWrittenCountsNoSteps() throws IOException {
        byte[] bytes = TrajectoryFiles.dcd(WALK, BOX, ByteOrder.BIG_ENDIAN, true).readAll(1 << 24);
        java.nio.ByteBuffer.wrap(bytes).putInt(16, 0);
        Trajectory t = read(new DcdReader(), Source.of("walk.dcd", bytes));
        assertTrue(!t.frames().steppedBySimulation());
        assertEquals(1, t.frames().steps()[1]);
    }

    /** 100 000 000 atoms of which all but one are fixed, in a file of a few kB. */
    @Test
    void aDcdMustHoldAllAtomsOfItsFirstFrame() throws IOException {
        byte[] bytes = TrajectoryFiles.dcd(WALK, BOX, ByteOrder.BIG_ENDIAN, true).readAll(1 << 24);
        java.nio.ByteBuffer.wrap(bytes).putInt(40, 99_999_999).putInt(188, 100_000_000);
        assertTrue(assertThrows(DatasetFormatException.class, () -> new DcdReader().read(Source.of("x.dcd", bytes),
                Progress.none())).getMessage().contains("does not hold 100000000 atoms"));
    }

    @Test
    void partsOfAWrappedRunAreFollowedFromFileToFile() throws Exception {
        String whole = new String(TrajectoryFiles.lammps(WALK, BOX, 1, "metal").readAll(1 << 24),
                StandardCharsets.UTF_8);
        String[] frames = whole.split("(?=ITEM: UNITS)");
        List<Trajectory> parts = new ArrayList<>();
        // the second part repeats the last frame of the first
        for (int[] ends : new int[][] {{19, 40}, {0, 20}}) {
            parts.add(read(new LammpsDumpReader(), text("part.dump", String.join("", List.of(frames).subList(ends[0],
                    ends[1])))));
        }
        hasTheDisplacements(TrajectoryJoin.of(parts), 0, WALK);
        // and without the frame they share
        parts.set(0, read(new LammpsDumpReader(), text("part.dump", String.join("", List.of(frames).subList(20, 40)))));
        hasTheDisplacements(TrajectoryJoin.of(parts), 0, WALK);
    }

    @Test
    void aFrameThatIsCutIsLeftOutAndSaid() throws IOException {
        String whole = new String(TrajectoryFiles.lammps(WALK, BOX, 1, "").readAll(1 << 24), StandardCharsets.UTF_8);
        Table t = (Table) new LammpsDumpReader().read(text("cut.dump", whole.substring(0, whole.length() - 60)),
                Progress.none()).get(0);
        assertEquals(39, t.rows());
        assertEquals("frame-cut", t.header().remarks().get(0).code());
        String within = whole.substring(0, whole.lastIndexOf('.'));
        Table cut = (Table) new LammpsDumpReader().read(text("within.dump", within.substring(0, within.length() - 3)),
                Progress.none()).get(0);
        assertEquals(39, cut.rows());
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() throws IOException {
        String whole = new String(TrajectoryFiles.lammps(WALK, BOX, 1, "").readAll(1 << 24), StandardCharsets.UTF_8);
        String twice = whole.replaceFirst("\n3 1 ", "\n2 1 ");
        DatasetFormatException e = assertThrows(DatasetFormatException.class, () -> new LammpsDumpReader().read(
                text("twice.dump", twice), Progress.none()));
        assertTrue(e.getMessage().contains("two atoms") && e.position().startsWith("line "), e.getMessage());
        String noId = whole.replace("ATOMS id type", "ATOMS mol type");
        assertTrue(assertThrows(DatasetFormatException.class, () -> new LammpsDumpReader().read(text("noid.dump", noId),
                Progress.none())).getMessage().contains("'id'"));
        String swapped = new String(TrajectoryFiles.xyz(WALK, "x").readAll(1 << 24), StandardCharsets.UTF_8);
        int second = swapped.indexOf("O 0.5", swapped.indexOf("O 0.5") + 1);
        String other = swapped.substring(0, second) + "S" + swapped.substring(second + 1);
        assertTrue(assertThrows(DatasetFormatException.class, () -> new XyzTrajectoryReader().read(text("s.xyz", other),
                Progress.none())).getMessage().contains("order of atoms"));
    }
}
