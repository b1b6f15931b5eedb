package org.interphase.technique.dynamics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.interphase.api.Source;
import org.interphase.testkit.dynamics.WalkTruth;

/** Walks written as files of simulations. */
public final class TrajectoryFiles {

    private TrajectoryFiles() {
    }

    /**
     * A dump of LAMMPS in a cubic box, wrapped, without image flags. Atoms of type 1 walk, one of type 2 stays; lines
     * come in another order in every frame.
     */
    public static Source lammps(WalkTruth walks, double box, int stride, String units) {
        StringBuilder out = new StringBuilder();
        WalkTruth w = walks.wrapped(box);
        int n = w.particles() + 1;
        for (int f = 0; f < w.frames(); f++) {
            out.append(units.isEmpty() ? "" : "ITEM: UNITS\n" + units + "\n").append("ITEM: TIMESTEP\n")
                    .append(f * stride).append("\nITEM: NUMBER OF ATOMS\n").append(n)
                    .append("\nITEM: BOX BOUNDS pp pp pp\n");
            for (int c = 0; c < 3; c++) {
                out.append(String.format(Locale.ROOT, "0 %s%n", box));
            }
            out.append("ITEM: ATOMS id type x y z\n");
            for (int k = 0; k < n; k++) {
                int i = (k + f) % n;
                out.append(i + 1).append(i < n - 1 ? " 1" : " 2");
                for (int c = 0; c < 3; c++) {
                    out.append(String.format(Locale.ROOT, " %.5f", i < n - 1 ? w.places()[i][3 * f + c] : 1.0));
                }
                out.append('\n');
            }
        }
        return Source.of("walk.lammpstrj", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Extended XYZ of lithium in a cubic box, wrapped, with one oxygen that stays. */
    public static Source extendedXyz(WalkTruth walks, double box) {
        String lattice = String.format(Locale.ROOT, "Lattice=\"%s 0 0 0 %s 0 0 0 %s\" Properties=species:S:1:pos:R:3 "
                + "pbc=\"T T T\"", box, box, box);
        return xyz(walks.wrapped(box), lattice);
    }

    /** XYZ of lithium and one oxygen that stays, under a comment. */
    public static Source xyz(WalkTruth w, String comment) {
        StringBuilder out = new StringBuilder();
        for (int f = 0; f < w.frames(); f++) {
            out.append(w.particles() + 1).append('\n').append(comment).append("\nO 0.5 0.5 0.5\n");
            for (double[] p : w.places()) {
                out.append("Li");
                for (int c = 0; c < 3; c++) {
                    out.append(String.format(Locale.ROOT, " %.5f", p[3 * f + c]));
                }
                out.append('\n');
            }
        }
        return Source.of("walk.xyz", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** An XDATCAR of lithium in a cubic box, wrapped, with one oxygen that stays. */
    public static Source xdatcar(WalkTruth walks, double box) {
        WalkTruth w = walks.wrapped(box);
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "walk%n 1.0%n %s 0.0 0.0%n 0.0 %s 0.0%n 0.0 "
                + "0.0 "
                + "%s%n O Li%n 1 %d%n", box, box, box, w.particles()));
        for (int f = 0; f < w.frames(); f++) {
            out.append(String.format(Locale.ROOT, "Direct configuration= %5d%n 0.5 0.5 0.5%n", f + 1));
            for (double[] p : w.places()) {
                out.append(String.format(Locale.ROOT, " %.8f %.8f %.8f%n", p[3 * f] / box, p[3 * f + 1] / box,
                        p[3 * f + 2] / box));
            }
        }
        return Source.of("XDATCAR", out.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A DCD file, wrapped into a cubic box with its cell in it, or running on without a cell. */
    public static Source dcd(WalkTruth walks, double box, ByteOrder order, boolean cell) {
        WalkTruth w = cell ? walks.wrapped(box) : walks;
        int n = w.particles();
        ByteBuffer out = ByteBuffer.allocate(400 + w.frames() * (56 + 3 * (8 + 4 * n))).order(order);
        out.putInt(84).put("CORD".getBytes(StandardCharsets.US_ASCII));
        int[] head = new int[20];
        head[0] = w.frames();
        head[1] = 100;
        head[2] = 100;
        head[9] = Float.floatToIntBits(0.02f);
        head[10] = cell ? 1 : 0;
        head[19] = 24;
        for (int h : head) {
            out.putInt(h);
        }
        out.putInt(84).putInt(84).putInt(1).put(new byte[80]).putInt(84).putInt(4).putInt(n).putInt(4);
        for (int f = 0; f < w.frames(); f++) {
            if (cell) {
                out.putInt(48);
                for (double v : new double[] {box, 90, box, 90, 90, box}) {
                    out.putDouble(v);
                }
                out.putInt(48);
            }
            for (int c = 0; c < 3; c++) {
                out.putInt(4 * n);
                for (double[] p : w.places()) {
                    out.putFloat((float) p[3 * f + c]);
                }
                out.putInt(4 * n);
            }
        }
        return Source.of("walk.dcd", java.util.Arrays.copyOf(out.array(), out.position()));
    }

    /** A data file of LAMMPS with two atoms in a tilted box, one of them out of it. */
    public static Source lammpsData() {
        return Source.of("start.data", """
                LAMMPS data file via write_data, timestep = 0

                2 atoms
                2 atom types

                0 10 xlo xhi
                0 8 ylo yhi
                0 6 zlo zhi
                1 0 0 xy xz yz

                Masses

                1 6.94
                2 15.999

                Atoms # full

                2 0 1 0.5 1.0 2.0 3.0 0 1 0
                1 0 2 -1 4.0 5.0 6.0 0 0 0
                """.getBytes(StandardCharsets.UTF_8));
    }
}
